using System.Text.Json.Nodes;
using Fairlead.Json;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.S3.Operations;

namespace Fairlead.LocalCloud.Stacks;

/// <summary>
/// What the bucket policy of a site says, as in infra/modules/static-site: its distribution reads, and lists so that what is missing is missing and not
/// forbidden. What somebody else wrote into the policy stays.
/// </summary>
internal static class SitePolicy
{
    /// <summary>The policy with the two statements in it. The same text when they are in it already.</summary>
    /// <param name="policy">What the bucket has; null for none.</param>
    /// <param name="bucket">Name of the bucket.</param>
    /// <param name="distributionArn">Who reads it.</param>
    public static string With(string? policy, string bucket, string distributionArn)
    {
        var own = new[]
        {
            Statement("ThisDistributionReads", "s3:GetObject", $"arn:aws:s3:::{bucket}/*", distributionArn),
            Statement("MissingFilesAreMissing", "s3:ListBucket", $"arn:aws:s3:::{bucket}", distributionArn),
        };
        var document = policy is null ? null : Read(policy);
        JsonNode[] present = document?["Statement"] switch
        {
            JsonArray several => [.. several.OfType<JsonNode>()],
            JsonObject one => [one],
            _ => [],
        };
        if (policy is not null && Array.TrueForAll(own, x => Array.Exists(present, y => JsonNode.DeepEquals(x, y))))
        {
            return policy;
        }

        var sids = own.Select(SidOf).ToHashSet();
        document ??= new JsonObject { ["Version"] = "2012-10-17" };
        document["Statement"] = new JsonArray([.. own, .. present.Where(x => !sids.Contains(SidOf(x))).Select(x => x.DeepClone())]);
        return document.ToJsonString();
    }

    /// <summary>Null for what is no policy: earlier versions took whatever was sent, and it said nothing.</summary>
    private static JsonObject? Read(string policy)
    {
        try
        {
            _ = BucketPolicy.Parse(policy);
            return WellFormedJson.ParseObject(policy);
        }
        catch (AwsServiceException)
        {
            return null;
        }
    }

    private static string? SidOf(JsonNode statement)
        => statement is JsonObject members && members["Sid"] is JsonValue value && value.TryGetValue<string>(out var sid) ? sid : null;

    private static JsonObject Statement(string sid, string action, string resource, string distributionArn) => new()
    {
        ["Sid"] = sid,
        ["Effect"] = "Allow",
        ["Principal"] = new JsonObject { ["Service"] = "cloudfront.amazonaws.com" },
        ["Action"] = action,
        ["Resource"] = resource,
        ["Condition"] = new JsonObject { ["StringEquals"] = new JsonObject { ["AWS:SourceArn"] = distributionArn } },
    };
}
