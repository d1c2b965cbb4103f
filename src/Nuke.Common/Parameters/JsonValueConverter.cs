using System.ComponentModel;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Tooling;

namespace Nuke.Common.Parameters;

/// <summary>
/// Binds an object of a parameters file to a type: public properties and fields, whatever the case of the names; enums, paths and types with
/// a TypeConverter are texts, as in NUKE.
/// </summary>
internal static class JsonValueConverter
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.IgnoreCase;

    // Longer ones are not quoted in a message.
    private const int LongestToken = 60;

    public static object? Convert(RawValue raw, Type type, bool isSecret)
    {
        if (raw is not { File: { } file, Property: { } property })
        {
            throw new InvalidOperationException($"{raw.Origin} is JSON, but is in no file.");
        }

        try
        {
            return JsonSerializer.Deserialize(file.Content.Span[property.Start..property.End], type, Options(raw.Directory));
        }
        catch (JsonException exception)
        {
            var (start, token) = TokenBefore(file, property, file.Offset(property.Start, exception));
            var path = (exception.Path ?? "$")[1..];
            var given = isSecret || token.Length > LongestToken ? "a value that does not fit" : token;
            throw new BuildException(
                $"'{property.Name}{path}' in {file.Display}:{file.Position(start)} was given {given}. "
                + $"Expected {ValueConverter.Describe(TypeAt(type, path))}.");
        }
        catch (Exception exception) when (exception is NotSupportedException or InvalidOperationException)
        {
            throw new BuildException(
                $"{raw.Origin} cannot be read: a {type.Name} cannot be made from JSON.",
                "Give the type a public constructor without parameters, or one whose parameters have the names of its properties.");
        }
    }

    /// <summary>Whether values of the type are written as text: in files, in the schema and on the command line.</summary>
    public static bool IsText(Type type)
        => type == typeof(AbsolutePath) || type.IsEnum || typeof(Enumeration).IsAssignableFrom(type)
        || (type.IsDefined(typeof(TypeConverterAttribute), inherit: true) && TypeDescriptor.GetConverter(type).CanConvertFrom(typeof(string)));

    private static JsonSerializerOptions Options(string directory) => new()
    {
        PropertyNameCaseInsensitive = true,
        IncludeFields = true,
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        Converters = { new TextConverterFactory(directory) },
    };

    // A converter reports where it stopped reading: behind the token that it did not like.
    private static (int Start, string Token) TokenBefore(ParametersFile file, ParametersFile.Property property, int end)
    {
        var json = file.Content.Span[property.Start..property.End];
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        while (reader.Read() && property.Start + reader.BytesConsumed < end)
        {
        }

        var start = (int)reader.TokenStartIndex;
        return (property.Start + start, Encoding.UTF8.GetString(json[start..(int)reader.BytesConsumed]));
    }

    /// <summary>The type of what a path such as `.Places[2].Port` names.</summary>
    private static Type TypeAt(Type type, string path)
    {
        foreach (var part in path.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries))
        {
            var name = part.Trim('\'');
            var next = type.GetProperty(name, Members)?.PropertyType ?? type.GetField(name, Members)?.FieldType
                ?? ValueConverter.ElementType(type)
                ?? (type.IsGenericType ? type.GetGenericArguments()[^1] : null);
            if (next is null)
            {
                return type;
            }

            type = Nullable.GetUnderlyingType(next) ?? next;
        }

        return type;
    }

    private sealed class TextConverterFactory(string directory) : JsonConverterFactory
    {
        public override bool CanConvert(Type type) => IsText(type);

        public override JsonConverter CreateConverter(Type type, JsonSerializerOptions options)
            => (JsonConverter)Activator.CreateInstance(typeof(TextConverter<>).MakeGenericType(type), directory)!;
    }

    private sealed class TextConverter<T>(string directory) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            try
            {
                var text = reader.TokenType == JsonTokenType.String ? reader.GetString() ?? "" : Encoding.UTF8.GetString(reader.ValueSpan);
                if (ValueConverter.Parse(text, directory, type) is T value)
                {
                    return value;
                }
            }
            catch (Exception exception) when (exception is not JsonException)
            {
                // The reader's position says more than the converter's message.
            }

            throw new JsonException();
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => throw new NotSupportedException();
    }
}
