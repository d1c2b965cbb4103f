using System.Text.Json.Nodes;

namespace Fairlead.LocalCloud.Protocol;

/// <summary>
/// Tags of a resource in a request of the JSON protocols with capital members, and their limits
/// (https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html#id_tags_naming_best_practices).
/// </summary>
internal static class ResourceTags
{
    public const int Maximum = 50;

    /// <summary>From <c>"Tags": [{ "Key": …, "Value": … }]</c>. The later of two with one key wins.</summary>
    /// <exception cref="AwsServiceException">ValidationException, or <paramref name="reserved"/> for keys that are AWS's own.</exception>
    public static IReadOnlyDictionary<string, string> Read(JsonObject request, string reserved)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in request.Structures("Tags"))
        {
            var key = tag.RequiredText("Key", 128);
            tags[key] = key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)
                ? throw new AwsServiceException(reserved, $"The tag key '{key}' is reserved: keys cannot begin with 'aws:'.")
                : tag.BoundedText("Value", 0, 256) ?? "";
        }

        return tags;
    }

    public static JsonArray Render(IReadOnlyDictionary<string, string> tags)
        => new([.. tags.Select(x => (JsonNode)new JsonObject { ["Key"] = x.Key, ["Value"] = x.Value })]);
}
