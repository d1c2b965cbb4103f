namespace Nuke.Common.Tooling;

/// <summary>The executable is in a NuGet package.</summary>
public class NuGetToolAttribute : ToolAttribute
{
    public string Id { get; set; }
    public string Executable { get; set; }

    internal override string GetToolPath(ToolOptions options) =>
        NuGetToolPathResolver.GetPackageExecutable(Id, Executable, framework: (options as IToolOptionsWithFramework)?.Framework);

    internal override ToolRequirement GetRequirement(Type tasks, string version) => new NuGetPackageRequirement(Id, version);
}
