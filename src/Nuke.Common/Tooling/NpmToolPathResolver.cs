using Nuke.Common.Execution;

namespace Nuke.Common.Tooling;

/// <summary>Finds the executables of the npm packages that targets require.</summary>
internal static class NpmToolPathResolver
{
    /// <exception cref="FileNotFoundException">No installed package has it.</exception>
    public static string GetNpmExecutable(string npmExecutable)
    {
        var session = BuildSession.Current;
        var name = EnvironmentInfo.IsWin ? $"{npmExecutable}.cmd" : npmExecutable;
        var directories = new[] { session.TemporaryDirectory, session.Build?.PackageJsonFile?.Parent }
            .Where(x => x is not null)
            .Select(x => x / "node_modules" / ".bin")
            .ToList();
        return directories.Select(x => (string)(x / name)).FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException(
                $"'{npmExecutable}' was not found in {string.Join(" or ", directories)}. Let the target require the package: .Requires(() => Tool), with [NpmPackage(\"id\")] on the member.");
    }
}
