namespace Fairlead.IntegrationTests.Stacks;

/// <summary>One of the reference stacks, and what its test needs to know of it.</summary>
/// <param name="Name">The stack and its profile.</param>
/// <param name="Variables">Variables that a test needs, as they stand in a file of variables.</param>
/// <param name="Change">A variable that is changed in place, as it stands in a file of variables.</param>
/// <param name="Changed">What the state then says.</param>
/// <param name="Expectations">What the stack's description says.</param>
/// <param name="IsRefused">Whether it is to be destroyed once without a word about its data. A plan
/// takes half a minute, and what refuses is the same for all.</param>
public sealed record StackCase(
    string Name,
    string Variables,
    string Change,
    StateExpectation Changed,
    IReadOnlyList<StateExpectation> Expectations,
    bool IsRefused = false)
{
    public override string ToString() => Name;
}
