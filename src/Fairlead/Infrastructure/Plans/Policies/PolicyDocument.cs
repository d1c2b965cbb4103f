using System.Text.Json;
using Fairlead.Infrastructure.Plans.Reading;
using Fairlead.Json;

namespace Fairlead.Infrastructure.Plans.Policies;

/// <summary>A policy document of IAM (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html), where one and many are written
/// alike.</summary>
internal static class PolicyDocument
{
    // Where a document takes in others, as JSON.
    private static readonly string[] Joined = ["source_json", "source_policy_documents", "override_json", "override_policy_documents"];

    /// <summary>The statements of a document in JSON; none for what is unknown or no document.</summary>
    public static IReadOnlyList<PolicyStatement> Read(PlannedValue value)
    {
        if (value.Json.ValueKind != JsonValueKind.String || value.Json.GetString() is not { Length: > 0 } text)
        {
            return [];
        }

        try
        {
            var statement = TerraformPlan.Member(WellFormedJson.Parse(text), "Statement");
            return (statement.ValueKind == JsonValueKind.Array ? statement.EnumerateArray() : Enumerable.Repeat(statement, 1))
                .Where(x => x.ValueKind == JsonValueKind.Object)
                .Select(Read)
                .ToList();
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>
    /// The statements of an <c>aws_iam_policy_document</c> that is read only while applying: its JSON is
    /// unknown, for it names things that are not there yet, but most of its
    /// blocks are known.
    /// </summary>
    public static IReadOnlyList<PolicyStatement> ReadBlocks(PlannedValue document)
        => Joined.SelectMany(x => document[x].Items).SelectMany(Read).Concat(document["statement"].Items.Where(x => x.IsMap).Select(x => new PolicyStatement
        {
            Name = x["sid"].Text is { Length: > 0 } sid ? $"statement {sid}" : "a statement",
            Allows = (x["effect"].Text ?? "Allow") == "Allow",
            Actions = Known(x["actions"]),
            HasNotAction = !x["not_actions"].IsEmpty,
            Resources = Known(x["resources"]),
            Conditions = x["condition"].Items.Select(y => ((y["variable"].Text ?? "").ToLowerInvariant(), y["test"].Text ?? "", Known(y["values"]))).ToList(),
            HasPrincipal = !x["principals"].IsEmpty || !x["not_principals"].IsEmpty,
            IsForEverybody = x["principals"].Items.Any(y => y["type"].Text is "*" or "AWS" && Known(y["identifiers"]).Contains("*")),
            Federated = x["principals"].Items.Where(y => y["type"].Text == "Federated").SelectMany(y => Known(y["identifiers"])).ToList(),
        })).ToList();

    private static PolicyStatement Read(JsonElement element)
    {
        var principal = TerraformPlan.Member(element, "Principal");
        return new PolicyStatement
        {
            Name = TerraformPlan.Text(element, "Sid") is { Length: > 0 } sid ? $"statement {sid}" : "a statement",
            Allows = string.Equals(TerraformPlan.Text(element, "Effect"), "Allow", StringComparison.OrdinalIgnoreCase),
            Actions = Texts(TerraformPlan.Member(element, "Action")),
            HasNotAction = TerraformPlan.Member(element, "NotAction").ValueKind != JsonValueKind.Undefined,
            Resources = Texts(TerraformPlan.Member(element, "Resource")),
            Conditions = TerraformPlan.Member(element, "Condition") is { ValueKind: JsonValueKind.Object } condition
                ? condition.EnumerateObject()
                    .Where(x => x.Value.ValueKind == JsonValueKind.Object)
                    .SelectMany(x => x.Value.EnumerateObject().Select(y => (y.Name.ToLowerInvariant(), x.Name, Texts(y.Value))))
                    .ToList()
                : [],
            HasPrincipal = principal.ValueKind != JsonValueKind.Undefined,
            IsForEverybody = principal.ValueKind == JsonValueKind.String
                ? principal.GetString() == "*"
                : Texts(TerraformPlan.Member(principal, "AWS")).Contains("*"),
            Federated = Texts(TerraformPlan.Member(principal, "Federated")),
        };
    }

    private static IReadOnlyList<string> Known(PlannedValue value) => value.Items.Select(x => x.Text).OfType<string>().ToList();

    private static IReadOnlyList<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().Where(x => x.ValueKind == JsonValueKind.String).Select(x => x.GetString()!).ToList(),
        JsonValueKind.True => ["true"],
        JsonValueKind.False => ["false"],
        _ => [],
    };
}
