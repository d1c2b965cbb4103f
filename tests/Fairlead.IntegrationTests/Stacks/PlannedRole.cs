using System.Text.Json;
using System.Text.RegularExpressions;

namespace Fairlead.IntegrationTests.Stacks;

/// <summary>
/// What a role of a plan may do, by the policies that the plan gives it: a Deny wins, and what nobody allows is denied
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html). Conditions are taken as fulfilled.
/// </summary>
internal sealed class PlannedRole
{
    // What AWS's own policy says of S3 (https://docs.aws.amazon.com/aws-managed-policy/latest/reference/ReadOnlyAccess.html).
    private const string ReadOnlyAccess = """{"Statement": {"Effect": "Allow", "Action": ["s3:Get*", "s3:List*"], "Resource": "*"}}""";

    private readonly List<JsonElement> _statements = [];

    private PlannedRole()
    {
    }

    /// <summary>The role of that name in the configuration, wherever its module is.</summary>
    public static PlannedRole Of(JsonElement plan, string name)
    {
        var role = new PlannedRole();
        var policies = Resources(plan.GetProperty("configuration").GetProperty("root_module"), "")
            .Where(x => x.Resource.GetProperty("type").GetString() is "aws_iam_role_policy" or "aws_iam_role_policy_attachment"
                && RefersTo(x.Resource, $"aws_iam_role.{name}"))
            .Select(x => x.Address)
            .ToHashSet();
        policies.ShouldNotBeEmpty($"The plan has no policies of a role {name}.");
        var hasUnknown = false;
        foreach (var change in plan.GetProperty("resource_changes")
            .EnumerateArray()
            .Where(x => policies.Contains(WithoutIndexes(x.GetProperty("address").GetString()!))))
        {
            var after = change.GetProperty("change").GetProperty("after");
            if (after.TryGetProperty("policy_arn", out var arn))
            {
                arn.GetString().ShouldNotBeNull().ShouldEndWith(":policy/ReadOnlyAccess");
                role.Add(ReadOnlyAccess);
            }
            else if (after.TryGetProperty("policy", out var policy))
            {
                role.Add(policy.GetString().ShouldNotBeNull());
            }
            else
            {
                hasUnknown = true;
            }
        }

        if (hasUnknown)
        {
            role._statements.AddRange(Deferred(plan));
        }

        return role;
    }

    public bool May(string action, string resource)
    {
        var effects = _statements.Where(x => Concerns(x, "Action", action) && Concerns(x, "Resource", resource))
            .Select(x => x.GetProperty("Effect").GetString())
            .ToList();
        return effects.Contains("Allow") && !effects.Contains("Deny");
    }

    private void Add(string document)
    {
        var statement = JsonElement.Parse(document).GetProperty("Statement");
        _statements.AddRange(statement.ValueKind == JsonValueKind.Array ? statement.EnumerateArray() : [statement]);
    }

    // A policy that names what the stack makes is unknown, but the blocks of its document are known, except for those names. Which document is whose is
    // not asked: each counts.
    private static IEnumerable<JsonElement> Deferred(JsonElement plan)
        => plan.GetProperty("resource_changes").EnumerateArray()
            .Where(x => x.GetProperty("type").GetString() == "aws_iam_policy_document")
            .SelectMany(x => Members(x.GetProperty("change").GetProperty("after"), "statement"))
            .Where(x => x.GetProperty("principals").GetArrayLength() == 0)
            .Select(x => JsonSerializer.SerializeToElement(new Dictionary<string, object>
            {
                ["Effect"] = x.GetProperty("effect").GetString() ?? "Allow",
                ["Action"] = Texts(x.GetProperty("actions")),
                ["Resource"] = Texts(x.GetProperty("resources")).Where(y => y is not null),
            }));

    private static bool Concerns(JsonElement statement, string element, string value)
        => statement.TryGetProperty(element, out var patterns) ? Texts(patterns).Any(x => Matches(x, value))
            : !Texts(statement.GetProperty($"Not{element}")).Any(x => Matches(x, value));

    private static IEnumerable<string> Texts(JsonElement element)
        => element.ValueKind == JsonValueKind.Array ? element.EnumerateArray().Select(x => x.GetString()!) : [element.GetString()!];

    private static bool Matches(string pattern, string value)
        => Regex.IsMatch(value, $"^{Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal).Replace(@"\?", ".", StringComparison.Ordinal)}$");

    private static bool RefersTo(JsonElement resource, string role)
        => resource.GetProperty("expressions").GetProperty("role").GetProperty("references").EnumerateArray().Any(x => x.GetString() == role);

    private static IEnumerable<(string Address, JsonElement Resource)> Resources(JsonElement module, string prefix)
    {
        foreach (var resource in Members(module, "resources").Where(x => x.GetProperty("mode").GetString() == "managed"))
        {
            yield return (prefix + resource.GetProperty("address").GetString(), resource);
        }

        if (module.TryGetProperty("module_calls", out var calls))
        {
            foreach (var found in calls.EnumerateObject().SelectMany(x => Resources(x.Value.GetProperty("module"), $"{prefix}module.{x.Name}.")))
            {
                yield return found;
            }
        }
    }

    private static IEnumerable<JsonElement> Members(JsonElement element, string name)
        => element.TryGetProperty(name, out var list) ? list.EnumerateArray() : [];

    private static string WithoutIndexes(string address) => Regex.Replace(address, @"\[[^\]]*\]", "");
}
