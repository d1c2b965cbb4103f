using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Nuke.Common.IO;

namespace Nuke.Common.Utilities;

/// <summary>
/// Objects as indented JSON: properties and fields under their own names, without those that have their default value. Reading ignores case,
/// allows comments and trailing commas, and also sets properties whose setter is not public.
/// </summary>
public static class JsonExtensions
{
    private static readonly Lazy<JsonSerializerOptions> Options = new(() => new JsonSerializerOptions
    {
        WriteIndented = true,
        IncludeFields = true,
        PropertyNameCaseInsensitive = true,
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { AllowSetting } },
    });

    public static string ToJson<T>(this T obj) => JsonSerializer.Serialize(obj, Options.Value);

    /// <exception cref="JsonException">The text is not JSON, or does not fit the type.</exception>
    public static T? GetJson<T>(this string content) => JsonSerializer.Deserialize<T>(content, Options.Value);

    public static AbsolutePath WriteJson<T>(this AbsolutePath path, T obj) => path.WriteAllText(obj.ToJson());

    /// <inheritdoc cref="GetJson"/>
    public static T? ReadJson<T>(this AbsolutePath path) => path.ReadAllText().GetJson<T>();

    /// <inheritdoc cref="GetJson"/>
    public static AbsolutePath UpdateJson<T>(this AbsolutePath path, Action<T> update)
    {
        var obj = path.ReadJson<T>() ?? throw new InvalidDataException($"'{path}' holds null, of which nothing can be changed. Write the content first.");
        update(obj);
        return path.WriteJson(obj);
    }

    private static void AllowSetting(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(x => x.Set is null))
        {
            if (property.AttributeProvider is PropertyInfo { SetMethod: { } setter })
            {
                property.Set = (obj, value) => setter.Invoke(obj, [value]);
            }
        }
    }
}
