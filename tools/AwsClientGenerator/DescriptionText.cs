using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AwsClientGenerator;

/// <summary>Writes a description so that it can be read: what fits a line stands on one.</summary>
internal static class DescriptionText
{
    private const int Width = 160;

    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(JsonNode node) => $"{Text(node, 0)}\n";

    private static string Text(JsonNode? node, int depth, int lead = 0)
    {
        var line = Line(node);
        if (node is not (JsonObject { Count: > 0 } or JsonArray { Count: > 0 }) || (depth > 0 && (depth * 2) + lead + line.Length < Width))
        {
            return line;
        }

        var indent = new string(' ', (depth + 1) * 2);
        var (open, close, items) = node is JsonObject members
            ? ("{", "}", members.Select(x => $"{indent}{Quoted(x.Key)}: {Text(x.Value, depth + 1, x.Key.Length + 4)}"))
            : ("[", "]", node.AsArray().Select(x => indent + Text(x, depth + 1)));
        return $"{open}\n{string.Join(",\n", items)}\n{indent[2..]}{close}";
    }

    private static string Line(JsonNode? node) => node switch
    {
        JsonObject { Count: 0 } => "{}",
        JsonObject members => $"{{ {string.Join(", ", members.Select(x => $"{Quoted(x.Key)}: {Line(x.Value)}"))} }}",
        JsonArray items => $"[{string.Join(", ", items.Select(Line))}]",
        null => "null",
        _ => node.ToJsonString(Options),
    };

    private static string Quoted(string text) => JsonSerializer.Serialize(text, Options);
}
