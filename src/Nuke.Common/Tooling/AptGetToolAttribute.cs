namespace Nuke.Common.Tooling;

/// <summary>The executable is in a package of the Debian family.</summary>
public class AptGetToolAttribute : ToolAttribute
{
    public string? Id { get; set; }

    internal override string GetToolPath(ToolOptions? options)
        => throw new InvalidOperationException($"The executable of the package '{Id}' is not known. Name it with SetProcessToolPath.");

    internal override ToolRequirement GetRequirement(Type tasks, string? version) => new AptGetPackageRequirement(Given(Id, nameof(Id), tasks));
}
