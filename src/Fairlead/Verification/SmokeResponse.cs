using System.Globalization;
using System.Text;
using System.Text.Json;
using Fairlead.Json;

namespace Fairlead.Verification;

/// <summary>A response as expectations see it.</summary>
internal sealed record SmokeResponse
{
    private readonly Lazy<JsonElement?> _json;

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
        _json = new Lazy<JsonElement?>(() => Parse(body));
    }

    public int Status { get; }

    /// <summary>Without parameters.</summary>
    public string ContentType { get; }

    public string Body { get; }

    /// <summary>Whether the body is only the beginning of what was sent.</summary>
    public bool IsCut { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; }

    public string ReleaseId { get; }

    public IReadOnlyDictionary<string, string> Remembered { get; }

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>The value at a path such as <c>items.0.id</c>: a string without quotes, anything else as JSON
    /// text. Null when it is missing, null or the body is not JSON.</summary>
    public string? Json(string path)
    {
        var value = _json.Value;
        foreach (var segment in path.Split('.'))
        {
            value = value switch
            {
                { ValueKind: JsonValueKind.Object } map => map.TryGetProperty(segment, out var member) ? member : null,
                { ValueKind: JsonValueKind.Array } list when int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                    && index < list.GetArrayLength() => list[index],
                _ => null,
            };
        }

        return value switch
        {
            null or { ValueKind: JsonValueKind.Null } => null,
            { ValueKind: JsonValueKind.String } text => text.GetString(),
            { } other => Compact(other),
        };
    }

    public string Fill(string text) => SmokeCheck.Placeholder().Replace(text, x => Remembered.GetValueOrDefault(x.Groups[1].Value, x.Value));

    private static string Compact(JsonElement value)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            value.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static JsonElement? Parse(string body)
    {
        try
        {
            return WellFormedJson.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
