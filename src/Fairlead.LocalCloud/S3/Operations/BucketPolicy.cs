using System.Text.Json;
using Fairlead.Json;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.S3.Operations;

/// <summary>
/// A bucket policy, as far as something here asks it: whether it is public, and what it lets those do who have no key of this cloud
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html). Key holders are not asked for.
/// </summary>
internal sealed class BucketPolicy
{
    private const string Everybody = "*";
    private const string AnyService = "Service:*";

    private readonly IReadOnlyList<Statement> _statements;

    private BucketPolicy(IReadOnlyList<Statement> statements) => _statements = statements;

    /// <summary>Some statement allows everybody something.</summary>
    public bool IsPublic => _statements.Any(x => x is { Allows: true, IsForEverybody: true } && !x.Conditions.Any(c => c.IsTie));

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

    /// <summary>What the policy says of a request. A condition that cannot be decided here does not allow, and does deny.</summary>
    /// <param name="by">Who asks.</param>
    /// <param name="action">Such as <c>s3:GetObject</c>.</param>
    /// <param name="resource">ARN of the bucket or of the object.</param>
    public PolicyEffect EffectOn(Requester by, string action, string resource)
    {
        var about = _statements.Where(x => x.Means(by) && x.Covers(action, resource)).ToArray();
        return about.Any(x => !x.Allows && x.Conditions.All(c => c.IsMetBy(by) != false)) ? PolicyEffect.Denies
            : about.Any(x => x.Allows && x.Conditions.All(c => c.IsMetBy(by) == true)) ? PolicyEffect.Allows
            : PolicyEffect.None;
    }

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

    /// <param name="Allows">Or denies.</param>
    /// <param name="Principals">A name stands behind its kind, <c>Service:cloudfront.amazonaws.com</c>; everybody is <c>*</c>.</param>
    /// <param name="Actions">Patterns.</param>
    /// <param name="Resources">Patterns.</param>
    /// <param name="Conditions">All have to be met.</param>
    private sealed record Statement(bool Allows, Choice Principals, Choice Actions, Choice Resources, IReadOnlyList<PolicyCondition> Conditions)
    {
        public bool IsForEverybody => !Principals.IsAllBut && Principals.Names.Contains(Everybody);

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
                principals = principals with { Names = [.. kinds.EnumerateObject().SelectMany(x => Texts(kinds, x.Name).Select(name => Named(x.Name, name)))] };
            }

            var actions = Choice.Of(element, "Action");
            var resources = Choice.Of(element, "Resource");
            return new Statement(effect[0] == "Allow", principals, actions, resources, [.. ConditionsOf(element)]);
        }

        /// <summary>With all but some, whoever is not surely left out is denied, and nobody is allowed: AWS takes NotPrincipal with Deny only
        /// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html).</summary>
        public bool Means(Requester by)
        {
            var isNamed = Principals.Names.Any(x => x == Everybody || (by.Service is { } service && (x == AnyService || x == $"Service:{service}")));
            return Principals.IsAllBut ? !Allows && !isNamed : isNamed;
        }

        public bool Covers(string action, string resource)
            => Actions.Has(x => PolicyPattern.Matches(x, action, ignoreCase: true)) && Resources.Has(x => PolicyPattern.Matches(x, resource));

        /// <summary><c>{"AWS": "*"}</c> is <c>"*"</c>, and <c>{"Service": "*"}</c> is no more than any service of AWS, which has signed:
        /// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html</summary>
        private static string Named(string kind, string name) => name == Everybody && kind == "AWS" ? Everybody : $"{kind}:{name}";

        private static IEnumerable<PolicyCondition> ConditionsOf(JsonElement statement)
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
                yield return new PolicyCondition(test.Name, key.Name, Values(test.Value, key.Name));
            }
        }
    }
}
