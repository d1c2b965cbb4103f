using System.Globalization;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace Fairlead.Aws.Pipeline;

/// <summary>Reads members by local name: services answer in a namespace, emulators not always. What is not there is null.</summary>
internal static class XmlReading
{
    public static XElement? Child(this XElement? element, string name) => element?.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    public static string? Text(this XElement? element, string name) => element.Child(name)?.Value;

    public static int? Integer(this XElement? element, string name) => element.Number<int>(name);

    public static long? Long(this XElement? element, string name) => element.Number<long>(name);

    public static float? Float(this XElement? element, string name) => element.Number<float>(name);

    public static double? Double(this XElement? element, string name) => element.Number<double>(name);

    public static bool? Boolean(this XElement? element, string name) => bool.TryParse(element.Text(name), out var value) ? value : null;

    public static DateTime? Time(this XElement? element, string name)
        => DateTime.TryParse(element.Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var value)
            ? value
            : null;

    public static T? Constant<T>(this XElement? element, string name)
        where T : ConstantClass, IConstant<T> => element.Text(name) is { } value ? T.FindValue(value) : null;

    public static T? Structure<T>(this XElement? element, string name, Func<XElement, T> read)
        where T : class => element.Child(name) is { } child ? read(child) : null;

    public static List<T>? List<T>(this XElement? element, string name, string item, Func<XElement, T> read)
        => element.Child(name) is { } child ? [.. child.Elements().Where(e => e.Name.LocalName == item).Select(read)] : null;

    public static string? Header(this IWebResponseData response, string name) => response.IsHeaderPresent(name) ? response.GetHeaderValue(name) : null;

    private static T? Number<T>(this XElement? element, string name)
        where T : struct, IParsable<T> => T.TryParse(element.Text(name), CultureInfo.InvariantCulture, out var value) ? value : null;
}
