namespace Fairlead.LocalCloud.Stacks;

/// <summary>A resource of a stack: what it is called, and what has to be done to it.</summary>
/// <param name="Type">The resource type in Terraform's words.</param>
/// <param name="Name">The resource's name.</param>
/// <param name="Look">Looks at what is there. Reads only.</param>
internal sealed record StackResource(string Type, string Name, Func<StackStep> Look);

/// <summary>What has to be done to a resource, and does it.</summary>
/// <param name="Action">As in <see cref="StackChange"/>.</param>
/// <param name="DoAsync">Does what was looked at, and nothing else.</param>
internal sealed record StackStep(string Action, Func<Task> DoAsync)
{
    public static StackStep Unchanged { get; } = new(StackChange.Unchanged, () => Task.CompletedTask);

    public static StackStep Create(Action create) => Of(StackChange.Create, create);

    public static StackStep Update(Action update) => Of(StackChange.Update, update);

    private static StackStep Of(string action, Action change) => new(action, () =>
    {
        change();
        return Task.CompletedTask;
    });
}
