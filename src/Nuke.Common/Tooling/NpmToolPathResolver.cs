using Nuke.Common.Execution;

namespace Nuke.Common.Tooling;

/// <summary>Finds the executables of the npm packages that targets require.</summary>
internal static class NpmToolPathResolver
{
    /// <exception cref="FileNotFoundException">No installed package has it.</exception>
    public static string GetNpmExecutable(string npmExecutable)
    {
        var directory = BuildSession.Current.TemporaryDirectory / "node_modules" / ".bin";
        var file = directory / (EnvironmentInfo.IsWin ? $"{npmExecutable}.cmd" : npmExecutable);
        return File.Exists(file)
            ? file
            : throw new FileNotFoundException(
                $"'{npmExecutable}' was not found in {directory}. Let the target require the package: .Requires(() => Tool), with [NpmPackage(\"id\")] on the member.");
    }
}
