using System.Text.Json.Nodes;

namespace Fairlead.LocalCloud.Stacks;

/// <summary>The bucket policy of a site, as in infra/modules/static-site: its distribution reads, and lists so that what is missing is missing and not
/// forbidden.</summary>
internal static class SitePolicy
{
    private const string Id = "fairlead-local-stack";

    public static string Of(string bucket, string distributionArn)
        => new JsonObject
        {
            ["Version"] = "2012-10-17",
            ["Id"] = Id,
            ["Statement"] = new JsonArray(
                Statement("ThisDistributionReads", "s3:GetObject", $"arn:aws:s3:::{bucket}/*", distributionArn),
                Statement("MissingFilesAreMissing", "s3:ListBucket", $"arn:aws:s3:::{bucket}", distributionArn)),
        }.ToJsonString();

    /// <summary>Was it made here, and by nobody else?</summary>
    public static bool IsOwn(string policy)
        => JsonNode.Parse(policy) is JsonObject document && document["Id"] is JsonValue value && value.TryGetValue<string>(out var id) && id == Id;

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
