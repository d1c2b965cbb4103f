using System.Text.Json;

namespace Fairlead.Infrastructure.Plans.Reading;

/// <summary>Values of JSON as <see cref="JsonElement.DeepEquals"/> compares them: the order of members and the way a number is written make no difference.
/// </summary>
internal sealed class JsonValueComparer : IEqualityComparer<JsonElement>
{
    public static JsonValueComparer Instance { get; } = new();

    private JsonValueComparer()
    {
    }

    public bool Equals(JsonElement x, JsonElement y) => JsonElement.DeepEquals(x, y);

    public int GetHashCode(JsonElement obj) => obj.ValueKind switch
    {
        JsonValueKind.String => obj.GetString()!.GetHashCode(StringComparison.Ordinal),
        JsonValueKind.Number => obj.TryGetDouble(out var number) ? number.GetHashCode() : 0,
        JsonValueKind.Array => obj.EnumerateArray().Aggregate(1, (hash, x) => HashCode.Combine(hash, GetHashCode(x))),
        JsonValueKind.Object => obj.EnumerateObject()
            .Aggregate(2, (hash, x) => hash ^ HashCode.Combine(x.Name.GetHashCode(StringComparison.Ordinal), GetHashCode(x.Value))),
        _ => (int)obj.ValueKind,
    };
}
