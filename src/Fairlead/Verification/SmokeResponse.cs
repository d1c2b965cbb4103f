using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Fairlead.Verification;

/// <summary>A response as expectations see it.</summary>
internal sealed record SmokeResponse
{
    private readonly Lazy<JsonNode?> _json;

    public SmokeResponse(
        int status,
        string contentType,
        string body,
        IReadOnlyDictionary<string, string> headers,
        string releaseId,
        IReadOnlyDictionary<string, string> remembered)
    {
        Status = status;
        ContentType = contentType;
        Body = body;
        Headers = headers;
        ReleaseId = releaseId;
        Remembered = remembered;
        _json = new Lazy<JsonNode?>(() => Parse(body));
    }

    public int Status { get; }

    /// <summary>Without parameters.</summary>
    public string ContentType { get; }

    public string Body { get; }

    public IReadOnlyDictionary<string, string> Headers { get; }

    public string ReleaseId { get; }

    public IReadOnlyDictionary<string, string> Remembered { get; }

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>The value at a path such as <c>items.0.id</c>: a string without quotes, anything else as JSON
    /// text. Null when it is missing, null or the body is not JSON.</summary>
    public string? Json(string path)
    {
        var node = _json.Value;
        foreach (var segment in path.Split('.'))
        {
            node = node switch
            {
                JsonObject map => map[segment],
                JsonArray list when int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Count => list[index],
                _ => null,
            };
        }

        return node is JsonValue value && value.TryGetValue<string>(out var text) ? text : node?.ToJsonString();
    }

    public string Fill(string text) => SmokeCheck.Placeholder().Replace(text, x => Remembered.GetValueOrDefault(x.Groups[1].Value, x.Value));

    private static JsonNode? Parse(string body)
    {
        try
        {
            using var document = WellFormedJson.Parse(body);
            return JsonNode.Parse(body);
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            return null;
        }
    }
}
