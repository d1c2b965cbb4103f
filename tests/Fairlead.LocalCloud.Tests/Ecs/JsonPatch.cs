using System.Text.Json.Nodes;

namespace Fairlead.LocalCloud.Tests.Ecs;

/// <summary>A request with some members otherwise: JSON Merge Patch (RFC 7396), null takes a member away.</summary>
internal static class JsonPatch
{
    public static JsonObject With(this JsonObject value, string patch) => Apply(value, EcsHarness.Parse(patch));

    private static JsonObject Apply(JsonObject value, JsonObject patch)
    {
        var result = (JsonObject)value.DeepClone();
        foreach (var (name, change) in patch)
        {
            if (change is null)
            {
                result.Remove(name);
            }
            else
            {
                result[name] = change is JsonObject inner && result[name] is JsonObject old ? Apply(old, inner) : change.DeepClone();
            }
        }

        return result;
    }
}
