using System.Text.Json;

namespace Fairlead.Infrastructure.Plans.Reading;

/// <summary>
/// Which resources an attribute's expression refers to, followed through module inputs and outputs. Needed because what connects resources (an id, an
/// ARN) is mostly unknown while planning. Locals are not in the plan's JSON, so what goes through one is not found.
/// </summary>
internal sealed class PlanReferences
{
    private const int DeepestChain = 32;

    private readonly Dictionary<string, JsonElement> _resources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonElement> _calls = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonElement> _outputs = new(StringComparer.Ordinal);

    public static PlanReferences None { get; } = new();

    public static PlanReferences Read(JsonElement rootModule)
    {
        var references = new PlanReferences();
        references.Add("", rootModule);
        return references;
    }

    /// <summary>Configuration addresses of the resources that the attribute refers to; empty when it refers to none or they cannot be found.</summary>
    public IReadOnlySet<string> Of(PlannedResource resource, string attribute)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        if (_resources.TryGetValue(resource.ConfigurationAddress, out var configuration))
        {
            Follow(resource.Module, TerraformPlan.Member(TerraformPlan.Member(configuration, "expressions"), attribute), found, 0);
        }

        return found;
    }

    /// <summary>As <see cref="Of"/>, and where the attribute is what <c>for_each</c> gives, what that refers to.</summary>
    public IReadOnlySet<string> OfEach(PlannedResource resource, string attribute)
    {
        var found = new HashSet<string>(Of(resource, attribute), StringComparer.Ordinal);
        if (_resources.TryGetValue(resource.ConfigurationAddress, out var configuration)
            && TerraformPlan
                .Items(TerraformPlan.Member(TerraformPlan.Member(configuration, "expressions"), attribute), "references")
                .Any(x => x.GetString()!.StartsWith("each.", StringComparison.Ordinal)))
        {
            Follow(resource.Module, TerraformPlan.Member(configuration, "for_each_expression"), found, 0);
        }

        return found;
    }

    /// <summary>True when the configuration is known and does not mention the attribute, so that a default decides. A block counts as an attribute.</summary>
    public bool LeavesOut(PlannedResource resource, string attribute)
        => _resources.TryGetValue(resource.ConfigurationAddress, out var configuration)
        // A resource with nothing in it has no expressions.
        && !(TerraformPlan.Member(configuration, "expressions") is { ValueKind: JsonValueKind.Object } expressions
            && expressions.TryGetProperty(attribute, out _));

    /// <summary>True when the configuration has the block, and at least once without the attribute. What a dynamic block says is not in the plan.</summary>
    public bool LeavesOut(PlannedResource resource, string block, string attribute)
        => _resources.TryGetValue(resource.ConfigurationAddress, out var configuration)
        && TerraformPlan.Member(TerraformPlan.Member(configuration, "expressions"), block) is var blocks
        && (blocks.ValueKind == JsonValueKind.Array
            ? blocks.EnumerateArray()
            : Enumerable.Repeat(blocks, 1)).Any(x => x.ValueKind == JsonValueKind.Object && !x.TryGetProperty(attribute, out _));

    private void Add(string module, JsonElement element)
    {
        var prefix = module.Length > 0 ? module + "." : "";
        foreach (var resource in TerraformPlan.Items(element, "resources"))
        {
            _resources[prefix + resource.GetProperty("address").GetString()] = resource;
        }

        if (TerraformPlan.Member(element, "outputs") is { ValueKind: JsonValueKind.Object } outputs)
        {
            foreach (var output in outputs.EnumerateObject())
            {
                _outputs[$"{prefix}output.{output.Name}"] = TerraformPlan.Member(output.Value, "expression");
            }
        }

        if (TerraformPlan.Member(element, "module_calls") is { ValueKind: JsonValueKind.Object } calls)
        {
            foreach (var call in calls.EnumerateObject())
            {
                var child = $"{prefix}module.{call.Name}";
                _calls[child] = TerraformPlan.Member(call.Value, "expressions");
                Add(child, TerraformPlan.Member(call.Value, "module"));
            }
        }
    }

    // {"references": ["aws_s3_bucket.site.id", "aws_s3_bucket.site"]}, nested in objects and lists where the attribute is a block
    private void Follow(string module, JsonElement expression, HashSet<string> found, int depth)
    {
        if (depth > DeepestChain)
        {
            return;
        }

        if (expression.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in expression.EnumerateArray())
            {
                Follow(module, item, found, depth + 1);
            }
        }
        else if (expression.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in expression.EnumerateObject().Where(x => x.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array))
            {
                if (member is { Name: "references", Value.ValueKind: JsonValueKind.Array })
                {
                    foreach (var reference in member.Value.EnumerateArray().Where(x => x.ValueKind == JsonValueKind.String))
                    {
                        Resolve(module, PlanAddress.WithoutIndexes(reference.GetString()!), found, depth + 1);
                    }
                }
                else if (member.Name != "constant_value")
                {
                    Follow(module, member.Value, found, depth + 1);
                }
            }
        }
    }

    private void Resolve(string module, string reference, HashSet<string> found, int depth)
    {
        var prefix = module.Length > 0 ? module + "." : "";
        var words = reference.Split('.');
        switch (words)
        {
            case ["var", var name, ..] when module.Length > 0 && _calls.TryGetValue(module, out var call):
                var parent = module.LastIndexOf(".module.", StringComparison.Ordinal) is var at and >= 0 ? module[..at] : "";
                Follow(parent, TerraformPlan.Member(call, name), found, depth);
                break;
            case ["module", var name, var output, ..] when _outputs.TryGetValue($"{prefix}module.{name}.output.{output}", out var expression):
                Follow($"{prefix}module.{name}", expression, found, depth);
                break;
            case ["data", var type, var name, ..]:
                found.Add($"{prefix}data.{type}.{name}");
                break;
            case ["var" or "module" or "local" or "each" or "count" or "path" or "self" or "terraform", ..]:
                break;
            case [var type, var name, ..]:
                found.Add($"{prefix}{type}.{name}");
                break;
        }
    }
}
