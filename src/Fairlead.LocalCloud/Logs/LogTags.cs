using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Logs;

/// <summary>The tags of log groups, by ARN and, as the older operations have it, by name
/// (https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_TagResource.html, …/API_TagLogGroup.html).</summary>
internal sealed class LogTags(LogGroups groups)
{
    private const int MaximumTags = 50;

    /// <summary>A ListTagsForResource request, or a ListTagsLogGroup request.</summary>
    public JsonObject List(JsonObject request)
    {
        var group = groups.Find(Name(request)) ?? throw LogGroups.NoGroup();
        return new JsonObject { ["tags"] = new JsonObject(group.Tags.Select(x => KeyValuePair.Create(x.Key, (JsonNode?)x.Value))) };
    }

    /// <summary>A TagResource request, or a TagLogGroup request. A key that is there gets the new value.</summary>
    /// <exception cref="AwsServiceException">ResourceNotFoundException, InvalidParameterException, TooManyTagsException.</exception>
    public JsonObject Tag(JsonObject request)
    {
        var added = Parse(request);
        groups.Change(Name(request), x =>
        {
            Add(x.Tags, added);
            return x;
        });
        return [];
    }

    /// <summary>An UntagResource request, or an UntagLogGroup request. Keys that are not there are passed over.</summary>
    public JsonObject Untag(JsonObject request)
    {
        var keys = request.Texts(request["tagKeys"] is null ? "tags" : "tagKeys");
        groups.Change(Name(request), x =>
        {
            foreach (var key in keys)
            {
                x.Tags.Remove(key);
            }

            return x;
        });
        return [];
    }

    /// <summary>The member <c>tags</c>: an object of keys and values.</summary>
    /// <exception cref="AwsServiceException">InvalidParameterException.</exception>
    public static SortedDictionary<string, string> Parse(JsonObject request)
    {
        var result = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var tags = request.Structure("tags") ?? [];
        foreach (var key in tags.Select(x => x.Key))
        {
            var value = tags.Text(key) ?? "";
            if (key.Length is 0 or > 128 || value.Length > 256 || key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
            {
                throw new AwsServiceException(
                    "InvalidParameterException",
                    $"Invalid tag '{key}': a key has 1 to 128 characters and does not begin with aws:, a value has at most 256.");
            }

            result[key] = value;
        }

        Check(result.Count);
        return result;
    }

    private static void Add(SortedDictionary<string, string> tags, SortedDictionary<string, string> added)
    {
        foreach (var (key, value) in added)
        {
            tags[key] = value;
        }

        Check(tags.Count);
    }

    private static void Check(int count)
    {
        if (count > MaximumTags)
        {
            throw new AwsServiceException("TooManyTagsException", $"A log group has at most {MaximumTags} tags.");
        }
    }

    private static string Name(JsonObject request) => request.Text("logGroupName") ?? LogGroups.NameOf(request.Required("resourceArn"));
}
