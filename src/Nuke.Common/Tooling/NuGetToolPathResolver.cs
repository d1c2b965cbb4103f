using Nuke.Common.Execution;
using Nuke.Common.Utilities;

namespace Nuke.Common.Tooling;

/// <summary>Finds the executables of NuGet packages.</summary>
public static class NuGetToolPathResolver
{
    /// <summary>A directory with one directory per package id, for builds that bring their packages along.</summary>
    public static string? EmbeddedPackagesDirectory;

    /// <summary>A project file or packages.config; default: what the build says.</summary>
    public static string? NuGetPackagesConfigFile;

    /// <summary>A project.assets.json; default: what the build says.</summary>
    public static string? NuGetAssetsConfigFile;

    /// <summary>A paket.dependencies; its packages are looked for in the packages directory beside it.</summary>
    public static string? PaketPackagesConfigFile;

    /// <summary>The path of an executable; alternatives for package and executable are separated by <c>|</c>.</summary>
    /// <param name="packageId">Any of its packages.</param>
    /// <param name="packageExecutable">File name, without regard to case.</param>
    /// <param name="version">Default: the one that is referenced.</param>
    /// <param name="framework">Such as net10.0. Default: the newest that runs here.</param>
    /// <exception cref="FileNotFoundException">The package is not there, or has no such file.</exception>
    public static string GetPackageExecutable(string packageId, string packageExecutable, string? version = null, string? framework = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(packageId);
        ArgumentException.ThrowIfNullOrEmpty(packageExecutable);
        var directory = DirectoryOf(Alternatives(packageId), version);
        var options = new EnumerationOptions { RecurseSubdirectories = true, MatchCasing = MatchCasing.CaseInsensitive };
        var files = Alternatives(packageExecutable).SelectMany(x => Directory.GetFiles(directory, x, options)).ToList();
        return files.Count == 0
            ? throw new FileNotFoundException($"'{packageExecutable}' was not found in '{directory}'. Correct the name of the package's executable.")
            : Best(files, framework);
    }

    internal static string Best(IEnumerable<string> files, string? framework) => files
        .OrderByDescending(x => framework is not null && FrameworkOf(x).EqualsOrdinalIgnoreCase(framework))
        .ThenByDescending(x => Rank(FrameworkOf(x), Environment.Version))
        .ThenByDescending(x => x.EndsWithOrdinalIgnoreCase(".dll"))
        .ThenByDescending(x => x.EndsWithOrdinalIgnoreCase(EnvironmentInfo.IsWin ? ".exe" : ".sh"))
        .ThenBy(x => x, StringComparer.Ordinal)
        .First();

    /// <summary>The newest framework that the runtime can run, then newer ones (they may roll forward), then those of the old names.</summary>
    internal static (int Kind, double Version) Rank(string framework, Version runtime)
    {
        if (framework.StartsWith("netcoreapp", StringComparison.OrdinalIgnoreCase) && Number(framework["netcoreapp".Length..]) is { } core)
        {
            return (3, core.Major + core.Minor / 100d);
        }

        if (framework.StartsWithOrdinalIgnoreCase("net") && Number(framework["net".Length..]) is { } net)
        {
            return net.Major <= runtime.Major ? (3, net.Major + net.Minor / 100d) : (2, -net.Major);
        }

        return framework.StartsWithOrdinalIgnoreCase("netstandard") ? (1, 0) : (0, 0);

        static Version? Number(string text) => Version.TryParse(text.Split('-')[0], out var version) ? version : null;
    }

    private static string[] Alternatives(string names) => names.Split('|', StringSplitOptions.RemoveEmptyEntries);

    // tools/net10.0/any/x.dll
    private static string FrameworkOf(string file)
    {
        var directory = new FileInfo(file).Directory;
        return directory is { Parent: { } parent } && directory.Name.EqualsOrdinalIgnoreCase("any") ? parent.Name : directory?.Name ?? "";
    }

    private static string DirectoryOf(string[] packageIds, string? version)
    {
        var places = new List<string>();
        foreach (var id in packageIds)
        {
            if (Candidates(id, version, places).FirstOrDefault(Directory.Exists) is { } directory)
            {
                return directory;
            }
        }

        var name = string.Join("' or '", packageIds);
        throw new FileNotFoundException(
            $"The package '{name}'{(version is null ? "" : $" {version}")} was not found in "
                + $"{string.Join(", ", places.Distinct().DefaultIfEmpty("any place"))}. "
            + $"Add <PackageDownload Include=\"{packageIds[0]}\" Version=\"[{version ?? "x.y.z"}]\" /> to the build's project and restore it.");
    }

    private static IEnumerable<string> Candidates(string id, string? version, List<string> places)
    {
        if ((EmbeddedPackagesDirectory ?? BuildSession.Current.Build?.EmbeddedPackages) is { } embedded)
        {
            places.Add(embedded);
            yield return Path.Combine(embedded, id);
        }

        foreach (var file in ConfigFiles().Where(File.Exists))
        {
            places.Add(file);
            if (NuGetPackageResolver.GetLocalInstalledPackage(id, file, version) is { } package)
            {
                yield return package.Directory;
            }
        }

        if (PaketPackagesConfigFile is { } paket)
        {
            places.Add(paket);
            yield return Path.Combine(Path.GetDirectoryName(paket) ?? "", "packages", id);
        }
    }

    private static IEnumerable<string> ConfigFiles()
    {
        var session = BuildSession.Current;
        if (session.RootDirectory is not null)
        {
            yield return ToolInstallation.AssetsFile(session);
        }

        if ((NuGetAssetsConfigFile ?? session.Build?.AssetsConfigFile) is { } assets)
        {
            yield return assets;
        }

        if ((NuGetPackagesConfigFile ?? session.Build?.PackagesConfigFile) is { } packages)
        {
            yield return packages;
        }
    }
}
