using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Nuke.Common.Tooling;

/// <summary>Finds the executables of the npm packages that targets require, and of those beside the build's package.json.</summary>
internal static class NpmToolPathResolver
{
    /// <exception cref="FileNotFoundException">No installed package has it.</exception>
    public static string GetNpmExecutable(string npmExecutable)
    {
        var session = BuildSession.Current;
        var name = EnvironmentInfo.IsWin ? $"{npmExecutable}.cmd" : npmExecutable;
        AbsolutePath[] directories = session.Build?.PackageJsonFile is { } file ? [session.TemporaryDirectory, file.Parent] : [session.TemporaryDirectory];
        return directories.Select(x => (string)(x / "node_modules" / ".bin" / name)).FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException(
                $"'{npmExecutable}' was not found in the node_modules of {string.Join(" or ", directories.Select(x => x.ToString()))}. "
                + "Let the target require the package: .Requires(() => Tool), with [NpmPackage(\"id\")] on the member.");
    }
}
