using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Fairlead.Json;

namespace Nuke.Common.Parameters;

/// <summary>A `.nuke/parameters*.json` file. Comments, trailing commas and a byte order mark are allowed, as they are in NUKE.</summary>
internal sealed class ParametersFile
{
    private readonly Dictionary<string, Property> _properties = new(StringComparer.OrdinalIgnoreCase);
    private byte[] _content = [];

    private ParametersFile(string path, string display, string? profile)
    {
        Path = path;
        Display = display;
        Profile = profile;
    }

    /// <summary>A property of the file's object; start and end are byte offsets of its value, without a byte order mark.</summary>
    internal sealed record Property(string Name, JsonElement Value, int NameStart, int Start, int End);

    public string Path { get; }
    public string Display { get; }

    /// <summary>null for parameters.json.</summary>
    public string? Profile { get; }

    public IReadOnlyCollection<Property> Properties => _properties.Values;

    /// <summary>The file's bytes without a byte order mark.</summary>
    public ReadOnlyMemory<byte> Content => _content;

    public static string NameOf(string? profile) => profile is null ? "parameters.json" : $"parameters.{profile}.json";

    /// <summary>Reads the file; null when it does not exist. Problems of its content go to <paramref name="problems"/>.</summary>
    public static ParametersFile? Read(string directory, string? profile, List<string> problems)
    {
        var name = NameOf(profile);
        var path = System.IO.Path.Combine(directory, name);
        if (!File.Exists(path))
        {
            return null;
        }

        var file = new ParametersFile(path, $".nuke/{name}", profile);
        try
        {
            var bytes = File.ReadAllBytes(path);
            file._content = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes;
            file.Parse(problems);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Add($"{file.Display} cannot be read: {exception.Message} Check its permissions.");
        }

        return file;
    }

    public RawValue? Find(string name, string rootDirectory)
    {
        if (!_properties.TryGetValue(name, out var property) || property.Value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        var value = property.Value;
        var json = value.ValueKind == JsonValueKind.Object
            || (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().Any(x => x.ValueKind is JsonValueKind.Object or JsonValueKind.Array));
        IReadOnlyList<string> texts = json ? []
            : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(Text)]
            : [Text(value)];
        return new RawValue(texts, json ? value : null, $"'{property.Name}' in {Display}:{Position(property.Start)}", rootDirectory)
        {
            File = this,
            Property = property,
        };
    }

    /// <summary>line:column, both from 1, of a byte offset. Columns count characters.</summary>
    public string Position(int offset)
    {
        var before = _content.AsSpan(0, Math.Min(offset, _content.Length));
        var line = before.Count((byte)'\n') + 1;
        var column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1;
        return $"{line}:{column}";
    }

    /// <summary>The byte offset that an exception names, which counts lines and bytes from <paramref name="start"/>.</summary>
    public int Offset(int start, JsonException exception)
    {
        var offset = start;
        for (var line = 0; line < exception.LineNumber.GetValueOrDefault(); line++)
        {
            offset += _content.AsSpan(offset).IndexOf((byte)'\n') + 1;
        }

        return offset + (int)exception.BytePositionInLine.GetValueOrDefault();
    }

    /// <summary>Null for a name that is no text: JSON can write half of a surrogate pair (RFC 8259, section 8.2).</summary>
    private static string? NameAt(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => value.ToString(),
    };

    private void Parse(List<string> problems)
    {
        if (!Utf8.IsValid(_content))
        {
            problems.Add($"{Display} is not UTF-8 text. Save it with that encoding.");
            return;
        }

        string? current = null;
        var reader = new Utf8JsonReader(_content, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                problems.Add($"{Display}:{Position((int)reader.TokenStartIndex)} is not a JSON object. Write parameters as {{ \"Name\": value }}.");
                return;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var nameStart = (int)reader.TokenStartIndex;
                if (NameAt(ref reader) is not { } name)
                {
                    problems.Add($"{Display}:{Position(nameStart)} is a name with half of a surrogate pair, which is no text. Correct the file.");
                    return;
                }

                current = name;
                reader.Read();
                var start = (int)reader.TokenStartIndex;
                var value = JsonElement.ParseValue(ref reader);
                if (!WellFormedJson.IsReadable(value))
                {
                    problems.Add(
                        $"{Display}:{Position(start)} ('{name}') holds half of a surrogate pair, which is no text. Write both halves, or the character.");
                    continue;
                }

                var property = new Property(name, value, nameStart, start, (int)reader.BytesConsumed);
                if (!_properties.TryAdd(name, property))
                {
                    var first = _properties[name];
                    problems.Add(
                        $"{Display} has '{name}' twice: at {Position(first.NameStart)} and at {Position(nameStart)}. Keep the one that is meant.");
                }
            }

            current = null;
            reader.Read();
        }
        catch (JsonException exception)
        {
            var property = current is null ? "" : $" (property '{current}')";
            problems.Add($"{Display}:{Position(Offset(0, exception))} is not valid JSON{property}: {Reason(exception.Message)} Correct the file.");
        }
        catch (InvalidOperationException)
        {
            problems.Add($"{Display}:{Position((int)reader.TokenStartIndex)} is a name with half a character. Correct the file.");
        }
    }

    // The reader appends "LineNumber: 3 | BytePositionInLine: 4.", counted from zero.
    private static string Reason(string message)
    {
        var position = message.IndexOf("LineNumber:", StringComparison.Ordinal);
        return (position < 0 ? message : message[..position]).Trim();
    }
}
