using Xunit.Sdk;

namespace Fairlead.IntegrationTests.Stacks;

/// <summary>
/// The test of a stack's cycle, or of its plan. It is no test of this run where that is not due (<see cref="StackRecord" />): it counts neither as passed nor as
/// skipped. Skipped, naming the first program that is missing, where it is due and cannot run.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Fairlead.IntegrationTests.Stacks.StackFactDiscoverer", "Fairlead.IntegrationTests")]
public sealed class StackFactAttribute : FactAttribute
{
    /// <param name="stack">The stack, or <c>plans/STACK</c>.</param>
    /// <param name="tools">Programs that have to be on PATH.</param>
    public StackFactAttribute(string stack, params string[] tools)
    {
        Stack = stack;
        Skip = new ToolFactAttribute(tools).Skip;
    }

    public string Stack { get; }
}
