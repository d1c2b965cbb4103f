namespace Fairlead.IntegrationTests.Stacks;

/// <summary>One of the reference stacks, and what its test needs to know of it.</summary>
/// <param name="Name">The stack and its profile.</param>
/// <param name="Variables">Variables that a test needs, as they stand in a file of variables.</param>
/// <param name="Change">A variable that is changed in place, as it stands in a file of variables.</param>
/// <param name="Changed">What the state then says.</param>
/// <param name="Expectations">What the stack's description says.</param>
public sealed record StackCase(string Name, string Variables, string Change, StateExpectation Changed, IReadOnlyList<StateExpectation> Expectations)
{
    public override string ToString() => Name;
}
