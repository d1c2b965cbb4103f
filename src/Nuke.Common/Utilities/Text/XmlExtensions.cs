using System.Xml.Linq;
using System.Xml.Serialization;
using Nuke.Common.IO;

namespace Nuke.Common.Utilities;

/// <summary>Objects as XML, by the rules of <see cref="XmlSerializer"/>.</summary>
public static class XmlExtensions
{
    public static string ToXml<T>(this T obj, SaveOptions options = SaveOptions.None)
    {
        var document = new XDocument();
        using (var writer = document.CreateWriter())
        {
            new XmlSerializer(typeof(T)).Serialize(writer, obj);
        }

        return document.ToString(options);
    }

    public static T? GetXml<T>(this string content, LoadOptions options = LoadOptions.PreserveWhitespace)
    {
        using var reader = XDocument.Parse(content, options).CreateReader();
        return (T?)new XmlSerializer(typeof(T)).Deserialize(reader);
    }

    public static AbsolutePath WriteXml(this AbsolutePath path, XDocument obj, SaveOptions options = SaveOptions.None)
        => path.WriteAllText(obj.ToString(options));

    public static AbsolutePath WriteXml<T>(this AbsolutePath path, T obj, SaveOptions options = SaveOptions.None) => path.WriteAllText(obj.ToXml(options));

    public static XDocument ReadXml(this AbsolutePath path, LoadOptions options = LoadOptions.PreserveWhitespace)
    {
        Assert.FileExists(path);
        return XDocument.Load(path, options);
    }

    public static T? ReadXml<T>(this AbsolutePath path, LoadOptions options = LoadOptions.PreserveWhitespace) => path.ReadAllText().GetXml<T>(options);

    public static AbsolutePath UpdateXml<T>(
        this AbsolutePath path,
        Action<T> update,
        LoadOptions loadOptions = LoadOptions.PreserveWhitespace,
        SaveOptions saveOptions = SaveOptions.None)
    {
        var obj = path.ReadXml<T>(loadOptions)
            ?? throw new InvalidDataException($"'{path}' holds null, of which nothing can be changed. Write the content first.");
        update(obj);
        return path.WriteXml(obj, saveOptions);
    }

    public static AbsolutePath UpdateXml(
        this AbsolutePath path,
        Action<XDocument> update,
        LoadOptions loadOptions = LoadOptions.PreserveWhitespace,
        SaveOptions saveOptions = SaveOptions.None)
    {
        var document = path.ReadXml(loadOptions);
        update(document);
        return path.WriteXml(document, saveOptions);
    }
}
