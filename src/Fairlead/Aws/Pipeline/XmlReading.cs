using System.Globalization;
using System.Xml.Linq;

namespace Fairlead.Aws.Pipeline;

/// <summary>Reads members by local name: services answer in a namespace, emulators not always.</summary>
internal static class XmlReading
{
    public static XElement? Child(this XElement? element, string name) => element?.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    public static IEnumerable<XElement> Children(this XElement? element, string name) =>
        element?.Elements().Where(e => e.Name.LocalName == name) ?? [];

    public static string? Text(this XElement? element, string name) => element.Child(name)?.Value;

    public static int? Integer(this XElement? element, string name) =>
        int.TryParse(element.Text(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : null;

    public static bool? Boolean(this XElement? element, string name) => bool.TryParse(element.Text(name), out var value) ? value : null;

    public static DateTime? Time(this XElement? element, string name) =>
        DateTime.TryParse(element.Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var value) ? value : null;
}
