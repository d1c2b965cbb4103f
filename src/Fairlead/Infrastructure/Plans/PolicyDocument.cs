using System.Text.Json;

namespace Fairlead.Infrastructure.Plans;

/// <summary>A policy document of IAM (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html), where one and many are written alike.</summary>
internal sealed class PolicyDocument
{
    private PolicyDocument(IReadOnlyList<Statement> statements) => Statements = statements;

    public IReadOnlyList<Statement> Statements { get; }

    /// <summary>Null for what is unknown or no document.</summary>
    public static PolicyDocument? Read(PlannedValue value)
    {
        if (value.Json.ValueKind != JsonValueKind.String || value.Json.GetString() is not { Length: > 0 } text)
        {
            return null;
        }

        try
        {
            var statement = TerraformPlan.Member(JsonElement.Parse(text), "Statement");
            return new PolicyDocument((statement.ValueKind == JsonValueKind.Array ? statement.EnumerateArray() : Enumerable.Repeat(statement, 1)).Where(x => x.ValueKind == JsonValueKind.Object).Select(x => new Statement(x)).ToList());
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public sealed class Statement(JsonElement element)
    {
        public string Name => TerraformPlan.Text(element, "Sid") is { Length: > 0 } sid ? $"statement {sid}" : "a statement";

        public bool Allows => string.Equals(TerraformPlan.Text(element, "Effect"), "Allow", StringComparison.OrdinalIgnoreCase);

        public IReadOnlyList<string> Actions => Texts(TerraformPlan.Member(element, "Action"));

        public bool HasNotAction => TerraformPlan.Member(element, "NotAction").ValueKind != JsonValueKind.Undefined;

        public IReadOnlyList<string> Resources => Texts(TerraformPlan.Member(element, "Resource"));

        public bool HasCondition => TerraformPlan.Member(element, "Condition") is { ValueKind: JsonValueKind.Object } condition && condition.EnumerateObject().Any();

        /// <summary>Pairs of condition key, in lower case, and the values it is compared with.</summary>
        public IEnumerable<(string Key, string Operator, IReadOnlyList<string> Values)> Conditions
            => TerraformPlan.Member(element, "Condition") is { ValueKind: JsonValueKind.Object } condition
                ? condition.EnumerateObject().Where(x => x.Value.ValueKind == JsonValueKind.Object).SelectMany(x => x.Value.EnumerateObject().Select(y => (y.Name.ToLowerInvariant(), x.Name, Texts(y.Value))))
                : [];

        /// <summary>True when everybody is meant: <c>"*"</c>, or <c>{"AWS": "*"}</c>.</summary>
        public bool IsForEverybody => TerraformPlan.Member(element, "Principal") is var principal && (principal.ValueKind == JsonValueKind.String ? principal.GetString() == "*" : Texts(TerraformPlan.Member(principal, "AWS")).Contains("*"));

        public IReadOnlyList<string> Federated => Texts(TerraformPlan.Member(TerraformPlan.Member(element, "Principal"), "Federated"));

        private static IReadOnlyList<string> Texts(JsonElement value) => value.ValueKind switch
        {
            JsonValueKind.String => [value.GetString()!],
            JsonValueKind.Array => value.EnumerateArray().Where(x => x.ValueKind == JsonValueKind.String).Select(x => x.GetString()!).ToList(),
            JsonValueKind.True => ["true"],
            JsonValueKind.False => ["false"],
            _ => [],
        };
    }
}
