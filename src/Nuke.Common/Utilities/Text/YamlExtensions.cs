using Nuke.Common.IO;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Nuke.Utilities.Text.Yaml;

/// <summary>Objects as YAML; names are in camel case unless a builder says otherwise.</summary>
public static class YamlExtensions
{
    public static SerializerBuilder DefaultSerializerBuilder = new SerializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance);

    public static DeserializerBuilder DefaultDeserializerBuilder = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance);

    public static string ToYaml<T>(this T obj, SerializerBuilder? serializerBuilder = null)
        => (serializerBuilder ?? DefaultSerializerBuilder).Build().Serialize(obj);

    public static T GetYaml<T>(this string content, DeserializerBuilder? deserializerBuilder = null)
        => (deserializerBuilder ?? DefaultDeserializerBuilder).Build().Deserialize<T>(content);

    public static AbsolutePath WriteYaml<T>(this AbsolutePath path, T obj, SerializerBuilder? serializerBuilder = null)
        => path.WriteAllText(obj.ToYaml(serializerBuilder));

    public static T ReadYaml<T>(this AbsolutePath path, DeserializerBuilder? deserializerBuilder = null)
        => path.ReadAllText().GetYaml<T>(deserializerBuilder);

    public static AbsolutePath UpdateYaml<T>(
        this AbsolutePath path,
        Action<T> update,
        DeserializerBuilder? deserializerBuilder = null,
        SerializerBuilder? serializerBuilder = null)
    {
        var obj = path.ReadYaml<T>(deserializerBuilder);
        update(obj);
        return path.WriteYaml(obj, serializerBuilder);
    }
}
