using System.Collections;
using System.ComponentModel;
using System.Globalization;
using System.Numerics;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Tooling;

namespace Nuke.Common.Parameters;

/// <summary>Turns what a parameter source gives into a member's type, or says what was expected.</summary>
internal static class ValueConverter
{
    public static object? Convert(RawValue raw, Type type, string? separator, bool isSecret)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (raw.Json is not null)
        {
            return JsonValueConverter.Convert(raw, type, isSecret);
        }

        if (ElementType(type) is { } element)
        {
            return ToCollection(raw, type, element, separator, isSecret);
        }

        if (raw.IsVariable && type == typeof(bool) && string.IsNullOrWhiteSpace(raw.Texts[0]))
        {
            return false;
        }

        return ToScalar(raw, type, isSecret);
    }

    /// <summary>The element type of a collection; null for anything else, strings and dictionaries included.</summary>
    public static Type? ElementType(Type type)
    {
        if (type == typeof(string) || typeof(IDictionary).IsAssignableFrom(type))
        {
            return null;
        }

        if (type.IsArray)
        {
            return type.GetElementType();
        }

        return type.IsGenericType && type.GetGenericArguments() is [var element] && typeof(IEnumerable).IsAssignableFrom(type)
            ? element
            : null;
    }

    /// <summary>What a value of the type looks like, for help and messages.</summary>
    public static string Describe(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (ElementType(type) is { } element)
        {
            return $"a list of which each is {Describe(element)}";
        }

        if (ValueSets.OfType(type) is { } values)
        {
            return $"one of: {string.Join(", ", values.Select(x => x.Text))}";
        }

        if (Whole(type))
        {
            return "a whole number";
        }

        if (type == typeof(float) || type == typeof(double) || type == typeof(decimal))
        {
            return "a number";
        }

        if (type == typeof(bool))
        {
            return "true or false";
        }

        if (type == typeof(string))
        {
            return "a text";
        }

        if (type == typeof(AbsolutePath))
        {
            return "a path";
        }

        if (type == typeof(DateTime) || type == typeof(DateTimeOffset))
        {
            return "a date such as 2026-01-31 or 2026-01-31T12:00:00Z";
        }

        if (type == typeof(DateOnly))
        {
            return "a date such as 2026-01-31";
        }

        return type == typeof(TimeSpan) ? "a duration such as 00:05:00" : $"a {type.Name}";
    }

    /// <summary>The value of a single text; null when it does not fit.</summary>
    public static object? Parse(string text, string directory, Type type)
    {
        if (type == typeof(string) || type == typeof(object))
        {
            return text;
        }

        if (type == typeof(bool))
        {
            return bool.Parse(text);
        }

        if (type == typeof(AbsolutePath))
        {
            return text.Length == 0 ? null : AbsolutePath.Create(Path.GetFullPath(text, directory));
        }

        if (type.IsEnum)
        {
            return Enum.TryParse(type, text, ignoreCase: true, out var value) && (Enum.IsDefined(type, value) || IsFlags(type)) ? value : null;
        }

        if (typeof(Enumeration).IsAssignableFrom(type))
        {
            return ValueSets.OfType(type)?.FirstOrDefault(x => x.Text.Equals(text, StringComparison.OrdinalIgnoreCase)).Value;
        }

        if (type.IsPrimitive || type == typeof(decimal))
        {
            return System.Convert.ChangeType(text, type, CultureInfo.InvariantCulture);
        }

        return TypeDescriptor.GetConverter(type) is { } converter && converter.CanConvertFrom(typeof(string))
            ? converter.ConvertFromInvariantString(text)
            : throw new NotSupportedException();
    }

    private static object ToScalar(RawValue raw, Type type, bool isSecret) => raw.Texts switch
    {
        [] when type == typeof(bool) && raw.File is null => true,
        [] => throw new BuildException($"{raw.Origin} was given without a value. Expected {Describe(type)}."),
        [var text] => ToScalar(text, raw, type, isSecret),
        _ => throw new BuildException($"{raw.Origin} was given {raw.Texts.Count} values. Expected one: {Describe(type)}."),
    };

    private static object? ToCollection(RawValue raw, Type type, Type element, string? separator, bool isSecret)
    {
        var texts = string.IsNullOrEmpty(separator)
            ? raw.Texts
            : [.. raw.Texts.SelectMany(x => x.Split(separator, StringSplitOptions.RemoveEmptyEntries))];
        if (raw.IsVariable)
        {
            texts = [.. texts.Where(x => !string.IsNullOrWhiteSpace(x))];
        }

        var array = Array.CreateInstance(element, texts.Count);
        for (var i = 0; i < texts.Count; i++)
        {
            array.SetValue(ToScalar(texts[i], raw, Nullable.GetUnderlyingType(element) ?? element, isSecret), i);
        }

        return type.IsInstanceOfType(array) ? array : Activator.CreateInstance(type, array);
    }

    private static object ToScalar(string text, RawValue raw, Type type, bool isSecret)
    {
        try
        {
            return Parse(text, raw.Directory, type)
                ?? throw new FormatException();
        }
        catch (NotSupportedException)
        {
            throw new BuildException(
                $"{raw.Origin} cannot be given as text: {type.Name} has no TypeConverter from text.",
                "Give the value as a JSON object in .nuke/parameters.json, or add a TypeConverter to the type.");
        }
        catch (Exception exception) when (exception is not BuildException)
        {
            var given = isSecret ? "a value that does not fit" : $"'{text}'";
            throw new BuildException($"{raw.Origin} was given {given}. Expected {Describe(type)}{Range(text, type)}.");
        }
    }

    // Only a number that is too large or too small needs to be told the range.
    private static string Range(string text, Type type)
        => Whole(type) && BigInteger.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _)
            ? $" from {type.GetField("MinValue")?.GetValue(null)} to {type.GetField("MaxValue")?.GetValue(null)}"
            : "";

    private static bool Whole(Type type) => Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.UInt64 && !type.IsEnum;

    private static bool IsFlags(Type type) => type.IsDefined(typeof(FlagsAttribute), inherit: false);
}
