namespace Nuke.Common.Tooling;

/// <summary>The executable is in an npm package.</summary>
public class NpmToolAttribute : ToolAttribute
{
    public string? Id { get; set; }
    public string? Executable { get; set; }

    internal override string GetToolPath(ToolOptions? options) => NpmToolPathResolver.GetNpmExecutable(Given(Executable, nameof(Executable)));

    internal override ToolRequirement GetRequirement(Type tasks, string? version) => new NpmPackageRequirement(Given(Id, nameof(Id), tasks), version);
}
