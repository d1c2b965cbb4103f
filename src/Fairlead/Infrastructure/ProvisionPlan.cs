namespace Fairlead.Infrastructure;

/// <summary>What provisioning would do, resource by resource, in order.</summary>
public sealed record ProvisionPlan(IReadOnlyList<ResourceChange> Changes)
{
    public bool IsEmpty => Changes.All(x => x.Action == ResourceAction.Unchanged);

    /// <summary>One line a person can judge: <c>3 to create, 1 to update, 2 unchanged</c>.</summary>
    public override string ToString()
        => $"{Count(ResourceAction.Create)} to create, {Count(ResourceAction.Update)} to update, {Count(ResourceAction.Unchanged)} unchanged";

    private int Count(ResourceAction action) => Changes.Count(x => x.Action == action);
}
