using System.IO.Enumeration;
using System.Text.Json;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.S3.Operations;

/// <summary>
/// A bucket policy, as far as something here asks it: whether it is public, and whether CloudFront may list the bucket
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html). Nothing else is decided by policies.
/// </summary>
internal sealed class BucketPolicy
{
    private const string CloudFrontService = "cloudfront.amazonaws.com";
    private const string CloudFrontIdentity = "arn:aws:iam::cloudfront:user/";

    private static readonly string[] ExactOperators = ["StringEquals", "StringLike", "ArnEquals", "ArnLike"];

    /// <summary>Conditions that tie a statement to somebody:
    /// https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html</summary>
    private static readonly string[] TyingKeys =
    [
        "aws:SourceArn", "aws:SourceVpc", "aws:SourceVpce", "aws:SourceAccount", "aws:SourceOwner", "aws:SourceIp", "aws:PrincipalArn", "aws:PrincipalOrgID",
        "aws:PrincipalOrgPaths", "aws:PrincipalAccount", "aws:userid", "s3:DataAccessPointArn", "s3:DataAccessPointAccount",
    ];

    private readonly IReadOnlyList<Statement> _statements;

    private BucketPolicy(IReadOnlyList<Statement> statements) => _statements = statements;

    /// <summary>Some statement allows everybody something.</summary>
    public bool IsPublic => _statements.Any(x => x is { Allows: true, IsForEverybody: true } && !x.Conditions.Any(IsTie));

    /// <exception cref="AwsServiceException">MalformedPolicy.</exception>
    public static BucketPolicy Parse(string text)
    {
        try
        {
            _ = WellFormedJson.ParseObject(text);
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("Statement", out var statements)
                ? new BucketPolicy([.. Items(statements).Select(Statement.Of)])
                : throw Malformed("Missing required field Statement");
        }
        catch (JsonException)
        {
            throw Malformed("This policy contains invalid Json");
        }
    }

    /// <summary>May a distribution ask which keys a bucket has? Then S3 says of a missing one that it is missing, else that access is denied.</summary>
    public bool LetsCloudFrontList(string bucket, string distributionArn, string accountId)
    {
        var about = _statements.Where(x => x.Covers("s3:ListBucket", $"arn:aws:s3:::{bucket}") && x.IsForCloudFront).ToArray();
        return about.Any(x => x.Allows && x.Conditions.All(IsMet)) && !about.Any(x => !x.Allows && x.Conditions.All(IsMet));

        bool IsMet(Condition condition)
            => ExactOperators.Contains(condition.Operator) && condition.Key.ToLowerInvariant() switch
            {
                "aws:sourcearn" => condition.Values.Any(x => Matches(x, distributionArn)),
                "aws:sourceaccount" => condition.Values.Any(x => Matches(x, accountId)),
                _ => false,
            };
    }

    private static bool IsTie(Condition condition)
        => TyingKeys.Contains(condition.Key, StringComparer.OrdinalIgnoreCase)
            && condition.Values.All(x => x.Trim('*', '?').Length > 0 && x is not ("0.0.0.0/0" or "::/0"));

    private static bool Matches(string pattern, string value) => FileSystemName.MatchesSimpleExpression(pattern, value, ignoreCase: false);

    private static IEnumerable<JsonElement> Items(JsonElement element)
        => element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : Enumerable.Repeat(element, 1);

    private static string[] Texts(JsonElement owner, string name)
        => owner.TryGetProperty(name, out var value) ? [.. Items(value).Where(x => x.ValueKind == JsonValueKind.String).Select(x => x.GetString()!)] : [];

    private static AwsServiceException Malformed(string message) => new("MalformedPolicy", message);

    private sealed record Condition(string Operator, string Key, string[] Values);

    private sealed record Statement(bool Allows, string[] Principals, string[] Actions, string[] Resources, IReadOnlyList<Condition> Conditions)
    {
        public bool IsForEverybody => Principals.Contains("*");

        public bool IsForCloudFront
            => IsForEverybody || Principals.Any(x => x == CloudFrontService || x.StartsWith(CloudFrontIdentity, StringComparison.Ordinal));

        public static Statement Of(JsonElement element)
        {
            if (element.ValueKind != JsonValueKind.Object)
            {
                throw Malformed("Statement must be an object");
            }

            var effect = Texts(element, "Effect");
            if (effect is not ["Allow" or "Deny"])
            {
                throw Malformed($"Invalid effect: {string.Join(", ", effect)}");
            }

            if (!element.TryGetProperty("Principal", out var principal) && !element.TryGetProperty("NotPrincipal", out principal))
            {
                throw Malformed("Missing required field Principal");
            }

            if (!element.TryGetProperty("Action", out _) && !element.TryGetProperty("NotAction", out _))
            {
                throw Malformed("Missing required field Action");
            }

            if (!element.TryGetProperty("Resource", out _) && !element.TryGetProperty("NotResource", out _))
            {
                throw Malformed("Missing required field Resource");
            }

            // Who is excluded by NotPrincipal is not asked for here: such a statement is nobody's.
            var principals = principal.ValueKind == JsonValueKind.Object
                ? principal.EnumerateObject().SelectMany(x => Texts(principal, x.Name)).ToArray()
                : Texts(element, "Principal");
            return new Statement(effect[0] == "Allow", principals, Texts(element, "Action"), Texts(element, "Resource"), [.. ConditionsOf(element)]);
        }

        public bool Covers(string action, string resource)
            => Actions.Any(x => FileSystemName.MatchesSimpleExpression(x, action, ignoreCase: true)) && Resources.Any(x => Matches(x, resource));

        private static IEnumerable<Condition> ConditionsOf(JsonElement statement)
        {
            if (!statement.TryGetProperty("Condition", out var conditions))
            {
                yield break;
            }

            if (conditions.ValueKind != JsonValueKind.Object || conditions.EnumerateObject().Any(x => x.Value.ValueKind != JsonValueKind.Object))
            {
                throw Malformed("Conditions must be objects");
            }

            foreach (var (test, key) in conditions.EnumerateObject().SelectMany(x => x.Value.EnumerateObject().Select(key => (x, key))))
            {
                yield return new Condition(test.Name, key.Name, Texts(test.Value, key.Name));
            }
        }
    }
}
