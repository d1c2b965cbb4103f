using System.Globalization;
using System.IO.Enumeration;
using System.Text.Json;
using Fairlead.Json;
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

    private const string IfExists = "IfExists";

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

    /// <summary>
    /// May a distribution ask which keys a bucket has? Then S3 says of a missing one that it is missing, else that access is denied. What cannot be decided
    /// here does not allow, and does deny.
    /// </summary>
    public bool LetsCloudFrontList(string bucket, string distributionArn, string accountId)
    {
        var about = _statements.Where(x => x.Covers("s3:ListBucket", $"arn:aws:s3:::{bucket}") && x.IsForCloudFront).ToArray();
        return about.Any(x => x.Allows && x.Conditions.All(c => IsMet(c) == true)) && !about.Any(x => !x.Allows && x.Conditions.All(c => IsMet(c) != false));

        // CloudFront asks S3 by TLS, which here is told and not done.
        bool? IsMet(Condition condition) => condition.Key.ToLowerInvariant() switch
        {
            "aws:sourcearn" => Decide(condition, distributionArn),
            "aws:sourceaccount" => Decide(condition, accountId),
            "aws:securetransport" => Decide(condition, "true"),
            "s3:tlsversion" => Decide(condition, "1.3"),
            _ => null,
        };
    }

    /// <summary>Is a condition met by the value that its key has? Null for an operator that is not known here.</summary>
    private static bool? Decide(Condition condition, string value)
    {
        // The keys that are decided are there.
        var name = condition.Operator.EndsWith(IfExists, StringComparison.Ordinal) ? condition.Operator[..^IfExists.Length] : condition.Operator;
        return name switch
        {
            "StringEquals" => condition.Values.Contains(value),
            "StringNotEquals" => !condition.Values.Contains(value),
            "StringLike" or "ArnEquals" or "ArnLike" => condition.Values.Any(x => Matches(x, value)),
            "StringNotLike" or "ArnNotEquals" or "ArnNotLike" => !condition.Values.Any(x => Matches(x, value)),
            "Bool" => condition.Values.Contains(value, StringComparer.OrdinalIgnoreCase),
            "NumericLessThan" when Number(value) is { } number && condition.Values.All(x => Number(x) is not null)
                => condition.Values.Any(x => number < Number(x)),
            _ => null,
        };
    }

    private static decimal? Number(string text)
        => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsTie(Condition condition)
        => TyingKeys.Contains(condition.Key, StringComparer.OrdinalIgnoreCase)
            && condition.Values.All(x => x.Trim('*', '?').Length > 0 && x is not ("0.0.0.0/0" or "::/0"));

    private static bool Matches(string pattern, string value) => FileSystemName.MatchesSimpleExpression(pattern, value, ignoreCase: false);

    private static IEnumerable<JsonElement> Items(JsonElement element)
        => element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : Enumerable.Repeat(element, 1);

    private static string[] Texts(JsonElement owner, string name)
        => owner.TryGetProperty(name, out var value) ? [.. Items(value).Where(x => x.ValueKind == JsonValueKind.String).Select(x => x.GetString()!)] : [];

    /// <summary>Values of conditions may be JSON's true, false and numbers as well.</summary>
    private static string[] Values(JsonElement owner, string name)
        => Items(owner.GetProperty(name)).Select(x => x.ValueKind switch
        {
            JsonValueKind.String => x.GetString(),
            JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number => x.GetRawText(),
            _ => null,
        }).OfType<string>().ToArray();

    private static AwsServiceException Malformed(string message) => new("MalformedPolicy", message);

    private sealed record Condition(string Operator, string Key, string[] Values);

    /// <summary>Names, or all but those.</summary>
    private sealed record Choice(string[] Names, bool IsAllBut)
    {
        /// <summary>The member of a statement that has one of two names, of which the second begins with <c>Not</c>.</summary>
        public static Choice Of(JsonElement statement, string name)
            => statement.TryGetProperty(name, out _) ? new Choice(Texts(statement, name), IsAllBut: false)
            : statement.TryGetProperty($"Not{name}", out _) ? new Choice(Texts(statement, $"Not{name}"), IsAllBut: true)
            : throw Malformed($"Missing required field {name}");

        public bool Has(Func<string, bool> isMeant) => Names.Any(isMeant) != IsAllBut;
    }

    private sealed record Statement(bool Allows, Choice Principals, Choice Actions, Choice Resources, IReadOnlyList<Condition> Conditions)
    {
        public bool IsForEverybody => !Principals.IsAllBut && Principals.Names.Contains("*");

        /// <summary>An identity is one that the distribution may have or not. With all but some, whoever is not surely left out is denied, and nobody is
        /// allowed.</summary>
        public bool IsForCloudFront => Principals.IsAllBut
            ? !Allows && !Principals.Names.Any(x => x is "*" or CloudFrontService)
            : Principals.Names.Any(x => x is "*" or CloudFrontService || x.StartsWith(CloudFrontIdentity, StringComparison.Ordinal));

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

            var principals = Choice.Of(element, "Principal");
            if (element.GetProperty(principals.IsAllBut ? "NotPrincipal" : "Principal") is { ValueKind: JsonValueKind.Object } kinds)
            {
                principals = principals with { Names = [.. kinds.EnumerateObject().SelectMany(x => Texts(kinds, x.Name))] };
            }

            var actions = Choice.Of(element, "Action");
            var resources = Choice.Of(element, "Resource");
            return new Statement(effect[0] == "Allow", principals, actions, resources, [.. ConditionsOf(element)]);
        }

        public bool Covers(string action, string resource)
            => Actions.Has(x => FileSystemName.MatchesSimpleExpression(x, action, ignoreCase: true)) && Resources.Has(x => Matches(x, resource));

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
                yield return new Condition(test.Name, key.Name, Values(test.Value, key.Name));
            }
        }
    }
}
