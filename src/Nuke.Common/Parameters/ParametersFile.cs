using System.Text.Json;

namespace Nuke.Common.Parameters;

/// <summary>A `.nuke/parameters*.json` file.</summary>
internal sealed class ParametersFile
{
    private readonly Dictionary<string, JsonElement> _properties = new(StringComparer.OrdinalIgnoreCase);

    private ParametersFile(string path, string display)
    {
        Path = path;
        Display = display;
    }

    public string Path { get; }
    public string Display { get; }

    /// <summary>Reads the file; null when it does not exist. Problems of its content go to <paramref name="problems"/>.</summary>
    public static ParametersFile Read(string path, string display, List<string> problems)
    {
        if (!File.Exists(path))
            return null;
        var file = new ParametersFile(path, display);
        try
        {
            using var document = JsonDocument.Parse(
                File.ReadAllBytes(path),
                new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                problems.Add($"{display} is not a JSON object. Write parameters as {{ \"Name\": value }}.");
                return file;
            }

            foreach (var property in document.RootElement.EnumerateObject())
                file._properties[property.Name] = property.Value.Clone();
        }
        catch (JsonException exception)
        {
            problems.Add(
                $"{display} is not valid JSON: line {exception.LineNumber + 1}, column {exception.BytePositionInLine + 1}: "
                + $"{Reason(exception.Message)} Correct the file.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Add($"{display} cannot be read: {exception.Message} Check its permissions.");
        }

        return file;
    }

    public RawValue Find(string name, string rootDirectory)
    {
        if (!_properties.TryGetValue(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        var origin = $"'{name}' in {Display}";
        return value.ValueKind switch
        {
            JsonValueKind.Object => new RawValue([], value, origin, rootDirectory),
            JsonValueKind.Array when value.EnumerateArray().Any(x => x.ValueKind is JsonValueKind.Object or JsonValueKind.Array) =>
                new RawValue([], value, origin, rootDirectory),
            JsonValueKind.Array => new RawValue([.. value.EnumerateArray().Select(x => x.ToString())], null, origin, rootDirectory),
            _ => new RawValue([value.ToString()], null, origin, rootDirectory),
        };
    }

    // The reader appends "LineNumber: 3 | BytePositionInLine: 4.", counted from zero.
    private static string Reason(string message)
    {
        var position = message.IndexOf("LineNumber:", StringComparison.Ordinal);
        return (position < 0 ? message : message[..position]).Trim();
    }
}
