namespace Nuke.Common.Tooling;

/// <summary>The executable is in a NuGet package.</summary>
public class NuGetToolAttribute : ToolAttribute
{
    public string? Id { get; set; }
    public string? Executable { get; set; }

    internal override string GetToolPath(ToolOptions? options)
        => NuGetToolPathResolver.GetPackageExecutable(
            Given(Id, nameof(Id)),
            Given(Executable, nameof(Executable)),
            framework: (options as IToolOptionsWithFramework)?.Framework);

    internal override ToolRequirement GetRequirement(Type tasks, string? version) => new NuGetPackageRequirement(Given(Id, nameof(Id), tasks), version);
}
