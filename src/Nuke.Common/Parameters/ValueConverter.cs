using System.Collections;
using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Tooling;

namespace Nuke.Common.Parameters;

/// <summary>Turns what a parameter source gives into a member's type, or says what was expected.</summary>
internal static class ValueConverter
{
    public static object Convert(RawValue raw, Type type, string separator, bool isSecret)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (raw.Json is { } json)
            return FromJson(json, type, raw);
        return ElementType(type) is { } element
            ? ToCollection(raw, type, element, separator, isSecret)
            : ToScalar(raw, type, isSecret);
    }

    /// <summary>The element type of a collection; null for anything else, strings and dictionaries included.</summary>
    public static Type ElementType(Type type)
    {
        if (type == typeof(string) || typeof(IDictionary).IsAssignableFrom(type))
            return null;
        if (type.IsArray)
            return type.GetElementType();
        return type.IsGenericType && type.GetGenericArguments() is [var element] && typeof(IEnumerable).IsAssignableFrom(type)
            ? element
            : null;
    }

    /// <summary>What a value of the type looks like, for help and messages.</summary>
    public static string Describe(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (ElementType(type) is { } element)
            return $"a list of which each is {Describe(element)}";
        if (type == typeof(bool))
            return "true or false";
        if (type.IsEnum)
            return $"one of: {string.Join(", ", Enum.GetNames(type))}";
        if (typeof(Enumeration).IsAssignableFrom(type))
            return $"one of: {string.Join(", ", Enumerations(type).Keys)}";
        return Type.GetTypeCode(type) switch
        {
            TypeCode.Byte or TypeCode.SByte or TypeCode.Int16 or TypeCode.UInt16 or TypeCode.Int32 or TypeCode.UInt32 or TypeCode.Int64
                or TypeCode.UInt64 => "a whole number",
            TypeCode.Single or TypeCode.Double or TypeCode.Decimal => "a number",
            TypeCode.DateTime => "a date",
            TypeCode.String => "a text",
            _ => type == typeof(AbsolutePath) ? "a path" : $"a {type.Name}",
        };
    }

    private static object ToScalar(RawValue raw, Type type, bool isSecret) => raw.Texts switch
    {
        [] when type == typeof(bool) => true,
        [] => throw new BuildException($"{raw.Origin} was given without a value. Expected {Describe(type)}."),
        [var text] => ToScalar(text, raw, type, isSecret),
        _ => throw new BuildException($"{raw.Origin} was given {raw.Texts.Count} values. Expected one: {Describe(type)}."),
    };

    private static object ToCollection(RawValue raw, Type type, Type element, string separator, bool isSecret)
    {
        var texts = separator is null
            ? raw.Texts
            : [.. raw.Texts.SelectMany(x => x.Split(separator, StringSplitOptions.RemoveEmptyEntries))];
        var array = Array.CreateInstance(element, texts.Count);
        for (var i = 0; i < texts.Count; i++)
            array.SetValue(ToScalar(texts[i], raw, Nullable.GetUnderlyingType(element) ?? element, isSecret), i);
        return type.IsInstanceOfType(array) ? array : Activator.CreateInstance(type, array);
    }

    private static object ToScalar(string text, RawValue raw, Type type, bool isSecret)
    {
        try
        {
            return Parse(text, raw.Directory, type)
                ?? throw new FormatException();
        }
        catch (Exception exception) when (exception is not BuildException)
        {
            var given = isSecret ? "a value that does not fit" : $"'{text}'";
            throw new BuildException($"{raw.Origin} was given {given}. Expected {Describe(type)}.");
        }
    }

    private static object Parse(string text, string directory, Type type)
    {
        if (type == typeof(string) || type == typeof(object))
            return text;
        if (type == typeof(bool))
            return bool.Parse(text);
        if (type == typeof(AbsolutePath))
            return AbsolutePath.Create(Path.GetFullPath(text, directory));
        if (type.IsEnum)
            return Enum.GetNames(type).FirstOrDefault(x => x.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } name ? Enum.Parse(type, name) : null;
        if (typeof(Enumeration).IsAssignableFrom(type))
            return Enumerations(type).GetValueOrDefault(text);
        if (type.IsPrimitive || type == typeof(decimal))
            return System.Convert.ChangeType(text, type, CultureInfo.InvariantCulture);
        return TypeDescriptor.GetConverter(type) is { } converter && converter.CanConvertFrom(typeof(string))
            ? converter.ConvertFromInvariantString(text)
            : throw new FormatException();
    }

    private static object FromJson(JsonElement json, Type type, RawValue raw)
    {
        try
        {
            return json.Deserialize(type, new JsonSerializerOptions { PropertyNameCaseInsensitive = true });
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            throw new BuildException($"{raw.Origin} does not fit: {exception.Message} Expected {Describe(type)}.");
        }
    }

    private static Dictionary<string, object> Enumerations(Type type) =>
        type.GetFields(BindingFlags.Static | BindingFlags.Public)
            .Where(x => type.IsAssignableFrom(x.FieldType))
            .ToDictionary(x => x.Name, x => x.GetValue(null), StringComparer.OrdinalIgnoreCase);
}
