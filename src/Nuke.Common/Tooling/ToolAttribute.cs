namespace Nuke.Common.Tooling;

/// <summary>Where the executable of a class of tool tasks comes from.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class ToolAttribute : Attribute
{
    internal abstract string GetToolPath(ToolOptions? options);

    internal abstract ToolRequirement GetRequirement(Type tasks, string? version);

    // An attribute takes its names as properties, so that the compiler does not ask for them.
    private protected string Given(string? value, string name, Type? tasks = null)
        => value ?? throw new InvalidOperationException(
            $"{GetType().Name}{(tasks is null ? "" : $" of {tasks.Name}")} does not say where the tool is: set {name}, or name the tool's path with "
                + $"SetProcessToolPath.");
}
