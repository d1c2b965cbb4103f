namespace Nuke.Common.Tooling;

/// <summary>Makes <see cref="Tool"/> delegates of executables.</summary>
public static class ToolResolver
{
    /// <exception cref="Exception">The file does not exist.</exception>
    public static Tool GetTool(string toolPath)
    {
        Assert.FileExists(toolPath);
        return new ToolExecutor(toolPath).Execute;
    }

    /// <inheritdoc cref="NuGetToolPathResolver.GetPackageExecutable"/>
    public static Tool GetNuGetTool(string packageId, string packageExecutable, string? version = null, string? framework = null)
        => GetTool(NuGetToolPathResolver.GetPackageExecutable(packageId, packageExecutable, version, framework));

    /// <summary>An executable of the npm packages that targets require.</summary>
    public static Tool GetNpmTool(string npmExecutable) => GetTool(NpmToolPathResolver.GetNpmExecutable(npmExecutable));

    /// <summary>The tool that NAME_EXE names; null when the variable is not set.</summary>
    public static Tool? TryGetEnvironmentTool(string name)
        => ToolPathResolver.TryGetEnvironmentExecutable($"{name.ToUpperInvariant()}_EXE") is { } path ? GetTool(path) : null;

    /// <exception cref="FileNotFoundException">It is not on PATH.</exception>
    public static Tool GetPathTool(string name) => GetTool(ToolPathResolver.GetPathExecutable(name));

    public static Tool GetEnvironmentOrPathTool(string name) => TryGetEnvironmentTool(name) ?? GetPathTool(name);
}
