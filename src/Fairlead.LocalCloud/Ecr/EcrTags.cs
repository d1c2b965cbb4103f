using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ecr;

/// <summary>The tags of repositories themselves (https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_TagResource.html). Keys and values are called
/// <c>Key</c> and <c>Value</c> here.</summary>
internal sealed class EcrTags(EcrRepositories repositories)
{
    private const int MaximumTags = 50;

    /// <summary>A ListTagsForResource request.</summary>
    public JsonObject List(JsonObject request) => repositories.Read(Repository(request), x => new JsonObject
    {
        ["tags"] = new JsonArray([.. x.ResourceTags.Select(t => (JsonNode)new JsonObject { ["Key"] = t.Key, ["Value"] = t.Value })]),
    });

    /// <summary>A TagResource request. A key that is there gets the new value.</summary>
    public JsonObject Tag(JsonObject request) => repositories.Change(Repository(request), x =>
    {
        Add(x, request);
        return new JsonObject();
    });

    /// <summary>An UntagResource request. Keys that are not there are passed over.</summary>
    public JsonObject Untag(JsonObject request) => repositories.Change(Repository(request), x =>
    {
        foreach (var key in request.Texts("tagKeys"))
        {
            x.ResourceTags.Remove(key);
        }

        return new JsonObject();
    });

    /// <exception cref="AwsServiceException">InvalidTagParameterException, TooManyTagsException.</exception>
    public static void Add(EcrRepository repository, JsonObject request)
    {
        foreach (var tag in request.Structures("tags"))
        {
            var (key, value) = (tag.Text("Key") ?? "", tag.Text("Value") ?? "");
            if (key.Length is 0 or > 128 || value.Length > 256 || key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
            {
                throw new AwsServiceException(
                    "InvalidTagParameterException",
                    $"Invalid tag '{key}': a key has 1 to 128 characters and does not begin with aws:, a value has at most 256.");
            }

            repository.ResourceTags[key] = value;
        }

        if (repository.ResourceTags.Count > MaximumTags)
        {
            throw new AwsServiceException("TooManyTagsException", $"A repository has at most {MaximumTags} tags.");
        }
    }

    private static string Repository(JsonObject request)
    {
        const string kind = ":repository/";
        var arn = request.Required("resourceArn");
        var at = arn.IndexOf(kind, StringComparison.Ordinal);
        return arn.StartsWith("arn:", StringComparison.Ordinal) && at > 0
            ? arn[(at + kind.Length)..]
            : throw new AwsServiceException("InvalidParameterException", $"Invalid parameter at 'resourceArn' failed to satisfy constraint: '{arn}' is not "
                + "the ARN of a repository");
    }
}
