using Fairlead.Infrastructure.Plans.Reading;

namespace Fairlead.Infrastructure.Plans.Policies;

/// <summary>The resources as they are after the plan, and which belongs to which.</summary>
internal sealed class PolicyContext
{
    private readonly TerraformPlan _plan;
    private readonly ILookup<string, PlannedResource> _byType;

    public PolicyContext(TerraformPlan plan)
    {
        _plan = plan;
        _byType = plan.Resources
            .Where(x => x.IsManaged && x.Deposed is null && x.Action is not (PlannedAction.Delete or PlannedAction.Forget))
            .ToLookup(x => x.Type, StringComparer.Ordinal);
    }

    public IEnumerable<PlannedResource> Of(params string[] types) => types.SelectMany(x => _byType[x]);

    /// <summary>Data sources of a type that are read only while applying.</summary>
    public IEnumerable<PlannedResource> Unread(string type) => _plan.Resources.Where(x => !x.IsManaged && x.Type == type && x.Action == PlannedAction.Read);

    /// <summary>
    /// The resource of a type that belongs to another by an attribute (a bucket's versioning by <c>bucket</c>), found by known value or, as ids are
    /// unknown while planning, by what the configuration refers to.
    /// </summary>
    /// <returns><c>Unclear</c> is true when one of the type exists whose owner cannot be told; then its absence must not be concluded.</returns>
    public (PlannedResource? Resource, bool Unclear) Companion(PlannedResource owner, string type, string attribute)
    {
        var unclear = false;
        foreach (var candidate in _byType[type])
        {
            switch (BelongsTo(candidate, attribute, owner))
            {
                case true:
                    return (candidate, false);
                case null:
                    unclear = true;
                    break;
            }
        }

        return (null, unclear);
    }

    /// <summary>True when the value is unknown only because nobody set it: a default of AWS decides then, not another resource.</summary>
    public bool IsLeftOut(PlannedResource resource, string attribute) => resource.After[attribute].IsUnknown && _plan.References.LeavesOut(resource, attribute);

    /// <summary>The same of an attribute in a nested block that is there.</summary>
    public bool IsLeftOut(PlannedResource resource, string block, string attribute)
        => resource.After[block].Items.Any(x => x.IsMap && x[attribute].IsUnknown) && _plan.References.LeavesOut(resource, block, attribute);

    /// <summary>True when the text of a policy is unknown and does not come from a document whose blocks can be read instead.</summary>
    public bool IsUnreadable(PlannedResource resource, string policy)
        => resource.After[policy].IsUnknown
            && !IsLeftOut(resource, policy)
            && !_plan.References.OfEach(resource, policy).Any(x => x.Contains("data.aws_iam_policy_document.", StringComparison.Ordinal));

    private bool? BelongsTo(PlannedResource candidate, string attribute, PlannedResource owner)
    {
        var (value, references) = (candidate.After[attribute], _plan.References.Of(candidate, attribute));
        if (value.Text is { } text && (owner.After["id"].Text ?? owner.After["bucket"].Text) is { } id)
        {
            return text == id;
        }

        if (references.Count == 0)
        {
            return value.Text is null ? null : value.Text == owner.After["bucket"].Text;
        }

        return references.Contains(owner.ConfigurationAddress) && SameKey(candidate, owner);
    }

    // Of two resources with for_each over the same keys, the ones with the same key belong together.
    private static bool SameKey(PlannedResource left, PlannedResource right)
    {
        var (a, b) = (Keys(left.Address), Keys(right.Address));
        return a.Count != b.Count || a.SequenceEqual(b, StringComparer.Ordinal);
    }

    private static List<string> Keys(string address)
    {
        var keys = new List<string>();
        var (start, quoted) = (-1, false);
        for (var i = 0; i < address.Length; i++)
        {
            if (quoted && address[i] == '\\')
            {
                i++;
            }
            else if (address[i] == '"')
            {
                quoted = !quoted;
            }
            else if (address[i] == '[' && !quoted)
            {
                start = i + 1;
            }
            else if (address[i] == ']' && !quoted && start >= 0)
            {
                keys.Add(address[start..i]);
                start = -1;
            }
        }

        return keys;
    }
}
