using System.Reflection;
using System.Text;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Serilog;

namespace Nuke.Common.Tooling;

/// <summary>
/// Puts the tools that targets require where they are looked for: NuGet and npm packages under <c>.nuke/temp</c>, packages of the Debian
/// family into the system. Does nothing when that has been done.
/// </summary>
internal static class ToolInstallation
{
    public static AbsolutePath AssetsFile(BuildSession session) => session.TemporaryDirectory / "obj" / "project.assets.json";

    /// <summary>Installs what the build and the targets require that are going to run.</summary>
    /// <returns>What is missing and cannot be installed.</returns>
    public static IReadOnlyList<string> Ensure(BuildSession session, NukeBuild build, IEnumerable<ExecutableTarget> plan)
    {
        var requirements = OfBuild(build.GetType()).Concat(plan.SelectMany(Of)).OfType<ToolRequirement>().ToList();
        if (requirements.Count == 0)
        {
            return [];
        }

        InstallNuGet(session, [.. requirements.OfType<NuGetPackageRequirement>()]);
        InstallNpm(session, [.. requirements.OfType<NpmPackageRequirement>()]);
        InstallAptGet(session, [.. requirements.OfType<AptGetPackageRequirement>()]);
        return
        [
            .. requirements.OfType<PathToolRequirement>().DistinctBy(x => x.PathExecutable)
                .Where(x => ToolPathResolver.TryGetEnvironmentExecutable(x.Variable) is null && ToolPathResolver.TryGetPathExecutable(x.PathExecutable) is null)
                .Select(x => $"The tool '{x.PathExecutable}' is required, but was not found on PATH. Install it, or name its path in the environment "
                    + $"variable {x.Variable}."),
        ];
    }

    internal static string ProjectFor(IEnumerable<(string Id, string Version)> packages)
    {
        var project = new StringBuilder(
            """
            <Project Sdk="Microsoft.NET.Sdk">

              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ManagePackageVersionsCentrally>false</ManagePackageVersionsCentrally>
              </PropertyGroup>

              <ItemGroup>

            """);
        foreach (var package in packages.Distinct().GroupBy(x => x.Id).OrderBy(x => x.Key, StringComparer.Ordinal))
        {
            var versions = string.Join(';', package.Select(x => $"[{x.Version}]").Order(StringComparer.Ordinal));
            project.Append($"    <PackageDownload Include=\"{package.Key}\" Version=\"{versions}\" />\n");
        }

        return project.Append("  </ItemGroup>\n\n</Project>\n").ToString();
    }

    internal static string PackageJsonFor(IEnumerable<(string Id, string Version)> packages)
    {
        var lines = packages.Distinct().OrderBy(x => x.Id, StringComparer.Ordinal).Select(x => $"    \"{x.Id}\": \"{x.Version}\"");
        return $"{{\n  \"dependencies\": {{\n{string.Join(",\n", lines)}\n  }}\n}}\n";
    }

    private static IEnumerable<ToolRequirement?> OfBuild(Type build) => build.GetInterfaces().Append(build)
        .SelectMany(x => x.GetCustomAttributes<RequiresAttribute>())
        .Select(x => x.GetRequirement());

    private static IEnumerable<ToolRequirement?> Of(ExecutableTarget target) => target.Status == ExecutionStatus.Skipped
        ? []
        : target.ToolRequirements.Concat<ToolRequirement?>(target.DelegateRequirements
            .Where(x => x.ReturnType == typeof(Tool))
            .Select(ExpressionMember.TryOf)
            .Select(x => x?.GetCustomAttribute<ToolInjectionAttributeBase>()?.GetRequirement(x))
            .Where(x => x is not PathToolRequirement)); // whether the member has a value is checked after the injection

    private static void InstallNuGet(BuildSession session, List<NuGetPackageRequirement> packages)
    {
        if (packages.Count == 0)
        {
            return;
        }

        var file = session.TemporaryDirectory / "nuget.csproj";
        var versions = packages.Select(x => (x.PackageId, x.Version ?? Latest(x.PackageId, y => NuGetVersionResolver.GetLatestVersion(y, false))));
        Install(file, ProjectFor(versions), "NuGet packages", AssetsFile(session), () => ToolResolver.GetEnvironmentOrPathTool("dotnet")(
            $"restore {file}", session.TemporaryDirectory, logInvocation: false, logOutput: false));
    }

    private static void InstallNpm(BuildSession session, List<NpmPackageRequirement> packages)
    {
        if (packages.Count == 0)
        {
            return;
        }

        var file = session.TemporaryDirectory / "package.json";
        var versions = packages.Select(x => (x.PackageId, x.Version ?? Latest(x.PackageId, NpmVersionResolver.GetLatestVersion)));
        Install(file, PackageJsonFor(versions), "npm packages", session.TemporaryDirectory / "node_modules", () => ToolResolver.GetEnvironmentOrPathTool("npm")(
            $"install --no-audit --no-fund", session.TemporaryDirectory, logInvocation: false, logOutput: false));
    }

    private static void InstallAptGet(BuildSession session, List<AptGetPackageRequirement> packages)
    {
        if (packages.Count == 0)
        {
            return;
        }

        Assert.True(EnvironmentInfo.IsLinux, $"The package '{packages[0].PackageId}' can be installed on Linux only. Install its tool by hand.");
        var file = session.TemporaryDirectory / "apt-get.sh";
        var names = packages.Select(x => x.PackageId).Distinct().Order(StringComparer.Ordinal);
        Install(
            file,
            $"set -e\napt-get update\napt-get install -y {string.Join(' ', names)}\n",
            "packages of the system",
            file,
            () => ToolResolver.GetPathTool("sudo")(
            $"sh {file}", session.TemporaryDirectory, logInvocation: false, logOutput: false));
    }

    // The file says what was installed; after a failure it must not.
    private static void Install(AbsolutePath file, string content, string what, AbsolutePath result, Action install)
    {
        if (File.Exists(file) && Path.Exists(result) && File.ReadAllText(file) == content)
        {
            return;
        }

        Log.Information("Installing {What:l} that are required", what);
        File.WriteAllText(file, content);
        try
        {
            install();
        }
        catch
        {
            File.Delete(file);
            throw;
        }
    }

    private static string Latest(string id, Func<string, Task<string?>> resolve)
        => resolve(id).GetAwaiter().GetResult()
        ?? throw new InvalidOperationException($"The latest version of the package '{id}' cannot be found out. Name the version in the requirement.");
}
