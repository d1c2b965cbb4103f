using Fairlead.Infrastructure.Plans.Reading;

namespace Fairlead.Infrastructure.Plans.Policies;

/// <summary>Buckets: public access, encryption, versions.</summary>
internal static class BucketPolicies
{
    private static readonly string[] Blocks = ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"];
    private static readonly string[] PublicAcls = ["public-read", "public-read-write", "authenticated-read", "website"];

    public static IEnumerable<(PolicyRule, Func<PolicyContext, IEnumerable<(PlannedResource, string)>>)> Checks
    => [
        (new PolicyRule("FL001", PolicySeverity.Error, "bucket without a whole public access block",
            "One careless policy or ACL makes its objects public.",
            "Give it an aws_s3_bucket_public_access_block with all four switches true.",
            "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html"), AccessBlock),
        (new PolicyRule("FL002", PolicySeverity.Error, "bucket open to everybody",
            "Anybody on the internet can read it, or write to it.",
            "Grant access to a role or a distribution (aws:SourceArn), not to Principal \"*\" or a public ACL.",
            "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status"),
                context => Open(context).Concat(OpenDocuments(context))),
        (new PolicyRule("FL003", PolicySeverity.Warning, "bucket without versions",
            "What is overwritten or deleted by mistake cannot be brought back.",
            "Give it an aws_s3_bucket_versioning with status Enabled.",
            "https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html"), Versions),
        (new PolicyRule("FL004", PolicySeverity.Info, "bucket encrypted with S3's default key only",
            "Objects are encrypted at rest since 2023 in any case, but nothing in the configuration says how.",
            "Give it an aws_s3_bucket_server_side_encryption_configuration.",
            "https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html"), Encryption),
    ];

    private static IEnumerable<(PlannedResource, string)> AccessBlock(PolicyContext context)
    {
        foreach (var bucket in context.Of("aws_s3_bucket"))
        {
            var (block, unclear) = context.Companion(bucket, "aws_s3_bucket_public_access_block", "bucket");
            if (block is null)
            {
                if (!unclear)
                {
                    yield return (bucket, "there is none");
                }

                continue;
            }

            var open = Blocks.Where(x => !block.After[x].IsUnknown && block.After[x].Truth != true).ToList();
            if (open.Count > 0)
            {
                yield return (bucket, $"{string.Join(", ", open)} not true");
            }
        }
    }

    private static IEnumerable<(PlannedResource, string)> Open(PolicyContext context)
    {
        foreach (var resource in context.Of("aws_s3_bucket", "aws_s3_bucket_acl").Where(x => PublicAcls.Contains(x.After["acl"].Text)))
        {
            yield return (resource, $"ACL {resource.After["acl"].Text}");
        }

        foreach (var resource in context.Of("aws_s3_bucket_policy", "aws_s3_bucket"))
        {
            // A condition narrows it: the distribution's ARN, an organisation, a VPC endpoint.
            foreach (var statement in PolicyDocument.Read(resource.After["policy"]))
            {
                if (statement.Allows && statement.IsForEverybody && !Narrows(statement))
                {
                    yield return (resource, Opens(statement));
                }
            }
        }
    }

    // A document that names the new bucket is read only while applying; the policy is unknown then, but who is in the document is not.
    private static IEnumerable<(PlannedResource, string)> OpenDocuments(PolicyContext context)
        => context.Unread("aws_iam_policy_document").SelectMany(x => PolicyDocument.ReadBlocks(x.After)
            .Where(y => y.Allows && y.IsForEverybody && !Narrows(y) && y.Actions.Any(z => z == "*" || z.StartsWith("s3:", StringComparison.OrdinalIgnoreCase)))
            .Select(y => (x, Opens(y))));

    private static string Opens(PolicyStatement statement) => $"{statement.Name} allows {string.Join(", ", statement.Actions)} to Principal \"*\"";

    // aws:SecureTransport says how somebody comes, not who comes.
    private static bool Narrows(PolicyStatement statement)
        => statement.Conditions.Any(x => x.Key.StartsWith("aws:source", StringComparison.Ordinal) || x.Key.StartsWith("aws:principal", StringComparison.Ordinal)
            || x.Key is "s3:dataaccesspointaccount" or "s3:dataaccesspointarn" or "aws:userid");

    private static IEnumerable<(PlannedResource, string)> Versions(PolicyContext context)
    {
        foreach (var bucket in context.Of("aws_s3_bucket"))
        {
            var (versioning, unclear) = context.Companion(bucket, "aws_s3_bucket_versioning", "bucket");
            var status = versioning?.After.Block("versioning_configuration")["status"] ?? default;
            if (versioning is null ? !unclear && bucket.After.Block("versioning")["enabled"].Truth != true : !status.IsUnknown && status.Text != "Enabled")
            {
                yield return (bucket, versioning is null ? "" : $"status {status.Text ?? "null"}");
            }
        }
    }

    private static IEnumerable<(PlannedResource, string)> Encryption(PolicyContext context)
        => context.Of("aws_s3_bucket").Where(x => context.Companion(x, "aws_s3_bucket_server_side_encryption_configuration", "bucket") is (null, false)
            && (x.After["server_side_encryption_configuration"].IsEmpty || context.IsLeftOut(x, "server_side_encryption_configuration"))).Select(x => (x, ""));
}
