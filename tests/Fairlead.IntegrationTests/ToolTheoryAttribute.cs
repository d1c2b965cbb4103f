namespace Fairlead.IntegrationTests;

/// <summary>A theory that needs programs on PATH. Skipped, naming the first one that is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ToolTheoryAttribute : TheoryAttribute
{
    public ToolTheoryAttribute(params string[] tools) => Skip = new ToolFactAttribute(tools).Skip;
}
