using System.Text.Json;
using System.Text.Json.Nodes;
using Fairlead.Json;

namespace Fairlead.Infrastructure.Terraform;

/// <summary>The statement of a bucket policy that refuses everything that does not come over TLS:
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html</summary>
internal static class TransportPolicy
{
    private const string Sid = "DenyInsecureTransport";

    /// <summary>The policy with the statement; null when it has it already.</summary>
    /// <param name="policy">The bucket's policy as it is; null when it has none. Its other statements stay.</param>
    /// <param name="bucket">Name of the bucket.</param>
    /// <param name="partition"><c>aws</c>, <c>aws-cn</c>, <c>aws-us-gov</c>.</param>
    /// <exception cref="JsonException">The policy is no policy.</exception>
    public static string? Add(string? policy, string bucket, string partition)
    {
        var root = string.IsNullOrWhiteSpace(policy)
            ? new JsonObject { ["Version"] = "2012-10-17" }
            : WellFormedJson.ParseObject(policy) ?? throw new JsonException("It is not an object.");

        // One statement may stand without a list.
        var statements = root["Statement"] switch
        {
            JsonArray list => list,
            JsonObject single => [single.DeepClone()],
            _ => [],
        };
        var statement = Statement(bucket, partition);
        var own = statements.Where(x => (x as JsonObject)?["Sid"] is JsonValue sid && sid.TryGetValue<string>(out var name) && name == Sid).ToList();
        if (own is [var only] && JsonNode.DeepEquals(only, statement))
        {
            return null;
        }

        own.ForEach(x => statements.Remove(x));

        statements.Add((JsonNode)statement);
        root["Statement"] = statements.Parent is null ? statements : statements.DeepClone();
        return root.ToJsonString();
    }

    private static JsonObject Statement(string bucket, string partition) => new()
    {
        ["Sid"] = Sid,
        ["Effect"] = "Deny",
        ["Principal"] = "*",
        ["Action"] = "s3:*",
        ["Resource"] = new JsonArray($"arn:{partition}:s3:::{bucket}", $"arn:{partition}:s3:::{bucket}/*"),
        ["Condition"] = new JsonObject { ["Bool"] = new JsonObject { ["aws:SecureTransport"] = "false" } },
    };
}
