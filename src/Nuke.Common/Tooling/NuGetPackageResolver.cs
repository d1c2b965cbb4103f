using System.Text.Json;
using NuGet.Versioning;
using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace Nuke.Common.Tooling;

/// <summary>Finds the NuGet packages that a project references, in the directory where restoring put them.</summary>
public static partial class NuGetPackageResolver
{
    /// <summary>A package that a project references; null when it does not, or when it was not restored.</summary>
    /// <exception cref="InvalidOperationException">It references several versions, and <paramref name="version"/> names none.</exception>
    public static InstalledPackage? GetLocalInstalledPackage(
        string packageId, AbsolutePath packagesConfigFile, string? version = null, bool resolveDependencies = true)
    {
        var found = GetLocalInstalledPackages(packagesConfigFile, resolveDependencies, x => x.Item1.EqualsOrdinalIgnoreCase(packageId))
            .Where(x => x.Id.EqualsOrdinalIgnoreCase(packageId) && (version is null || x.Version.ToString() == version))
            .DistinctBy(x => x.Version)
            .Take(2)
            .ToList();
        return found.Count < 2
            ? found.FirstOrDefault()
            : throw new InvalidOperationException(
                $"{packagesConfigFile} references several versions of the package '{packageId}'. Name the version, or the tool's path with "
                    + $"SetProcessToolPath.");
    }

    /// <summary>The packages of a project.assets.json, project file or packages.config that were restored.</summary>
    /// <param name="packagesConfigFile">The file.</param>
    /// <param name="resolveDependencies">Also what these depend on; only a project.assets.json tells.</param>
    /// <param name="preFilter">Of id and version as written; spares looking for the others.</param>
    public static IEnumerable<InstalledPackage> GetLocalInstalledPackages(
        AbsolutePath packagesConfigFile, bool resolveDependencies = true, Func<(string, string), bool>? preFilter = null)
        => (packagesConfigFile.Extension.EqualsOrdinalIgnoreCase(".json") ? OfAssets(packagesConfigFile, resolveDependencies) : OfProject(packagesConfigFile))
        .Where(x => preFilter?.Invoke(x) ?? true)
        .Distinct()
        .Select(x => GetGlobalInstalledPackage(x.Item1, x.Item2, packagesConfigFile))
        .OfType<InstalledPackage>();

    /// <summary>A package of the directory with all packages. Without a version the highest; one version is meant exactly, <c>1.2.*</c> as a range.</summary>
    public static InstalledPackage? GetGlobalInstalledPackage(string packageId, string? version, AbsolutePath? packagesConfigFile)
    {
        var isExact = version is not null && version.IndexOfAny(['*', '[', ']', '(', ')']) < 0;
        return VersionRange.TryParse(isExact ? $"[{version}]" : version ?? "", out var range) || version is null
            ? GetGlobalInstalledPackage(packageId, range, packagesConfigFile)
            : null;
    }

    /// <inheritdoc cref="GetGlobalInstalledPackage(string, string, AbsolutePath)"/>
    public static InstalledPackage? GetGlobalInstalledPackage(
        string packageId, VersionRange? versionRange, AbsolutePath? packagesConfigFile, bool? includePrereleases = null)
    {
        if (GetPackagesDirectory(packagesConfigFile) is not { } directory)
        {
            return null;
        }

        var packages = InstalledPackage.In(directory, packageId)
            .Where(x => (includePrereleases ?? true) || !x.Version.IsPrerelease)
            .OrderByDescending(x => x.Version)
            .ToList();
        return versionRange is null
            ? packages.FirstOrDefault()
            : packages.FirstOrDefault(x => x.Version.Equals(versionRange.FindBestMatch(packages.Select(y => y.Version))));
    }

    /// <summary>The packages.config or project file of a directory; null when it has none.</summary>
    public static string? GetPackagesConfigFile(string projectDirectory)
    {
        var config = Path.Combine(projectDirectory, "packages.config");
        return File.Exists(config)
            ? config
            : Directory.GetFiles(projectDirectory, "*.csproj") switch
            {
                [] => null,
                [var project] => project,
                _ => throw new InvalidOperationException($"'{projectDirectory}' has several project files. Name one."),
            };
    }

    /// <summary>Where restoring puts packages: NUGET_PACKAGES, else as nuget.config says, else in the home directory; null when that does not exist.</summary>
    public static AbsolutePath? GetPackagesDirectory(AbsolutePath? packagesConfigFile)
    {
        var directory = EnvironmentInfo.GetVariable("NUGET_PACKAGES").ToNullIfEmpty()
            ?? ConfiguredDirectory(packagesConfigFile)
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        return Directory.Exists(directory) ? Path.GetFullPath(directory) : null;
    }

    /// <summary>Whether it is a packages.config.</summary>
    public static bool IsLegacyFile(AbsolutePath packagesConfigFile) => packagesConfigFile.Extension.EqualsOrdinalIgnoreCase(".config");

    private static string? ConfiguredDirectory(AbsolutePath? packagesConfigFile)
    {
        for (var directory = packagesConfigFile?.Parent; directory is not null; directory = directory.Parent)
        {
            var file = new[] { "nuget.config", "NuGet.config", "NuGet.Config" }.Select(x => Path.Combine(directory, x)).FirstOrDefault(File.Exists);
            if (file is not null && (string?)ShallowXml.Load(file).Descendants(
                "add").FirstOrDefault(x => (string?)x.Attribute("key") == "globalPackagesFolder")?.Attribute("value") is { } setting)
            {
                return Path.GetFullPath(setting, directory);
            }
        }

        return null;
    }

    private static IEnumerable<(string Id, string Version)> OfProject(AbsolutePath file) => ShallowXml.Load(file).Descendants()
        .Where(x => x.Name.LocalName is "PackageReference" or "PackageDownload" or "package")
        .SelectMany(x => ((string?)x.Attribute("Version") ?? (string?)x.Attribute("version") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries),
            (x, version) => (Id: (string?)x.Attribute("Include") ?? (string?)x.Attribute("id"), Version: version))
        .SelectMany(x => x.Id is { } id ? new[] { (id, x.Version) } : []);

    private static List<(string Id, string Version)> OfAssets(AbsolutePath file, bool resolveDependencies)
    {
        using var assets = JsonDocument.Parse(File.ReadAllBytes(file));
        var frameworks = assets.RootElement.GetProperty("project").GetProperty("frameworks").EnumerateObject().ToList();
        var direct = frameworks
            .SelectMany(x => x.Value.TryGetProperty("dependencies", out var all) ? all.EnumerateObject().Select(y => y.Name) : [])
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

        // "version": "[1.2.3, 1.2.3]"
        var downloads = frameworks.SelectMany(x => x.Value.TryGetProperty("downloadDependencies", out var all) ? all.EnumerateArray() : [])
            .Select(x => (x.GetProperty("name").GetString() ?? "", (x.GetProperty("version").GetString() ?? "").Trim('[', ']').Split(',')[0].Trim()));
        var references = assets.RootElement.GetProperty("libraries").EnumerateObject()
            .Where(x => x.Value.GetProperty("type").GetString() == "package")
            .Select(x => x.Name.Split('/'))
            .Where(x => resolveDependencies || direct.Contains(x[0]))
            .OrderByDescending(x => direct.Contains(x[0]))
            .Select(x => (x[0], x[1]));
        return [.. downloads, .. references];
    }
}
