using Nuke.Common.IO;

namespace Nuke.Common;

public abstract partial class NukeBuild
{
    /// <summary>The file that names the NuGet packages whose tools the build uses: packages.config, else the project file; null without a project.</summary>
    protected virtual string? NuGetPackagesConfigFile
        => Session.BuildProjectFile is { } project && project.Parent / "packages.config" is var config
            ? config.FileExists() ? config : project
            : null;

    /// <summary>The file in which restoring wrote down where packages are; null without a project.</summary>
    protected virtual string? NuGetAssetsConfigFile => Session.BuildProjectFile is { } project ? project.Parent / "obj" / "project.assets.json" : null;

    /// <summary>The file that names the npm packages whose tools the build uses; null without a project.</summary>
    protected virtual AbsolutePath? NpmPackageJsonFile => Session.BuildProjectFile is { } project ? project.Parent / "package.json" : null;

    /// <summary>Where a build without a project file has its tools; null with one.</summary>
    protected virtual string? EmbeddedPackagesDirectory => Session.BuildProjectFile is null ? Session.BuildAssemblyFile.Parent : null;

    internal string? PackagesConfigFile => NuGetPackagesConfigFile;
    internal string? AssetsConfigFile => NuGetAssetsConfigFile;
    internal AbsolutePath? PackageJsonFile => NpmPackageJsonFile;
    internal string? EmbeddedPackages => EmbeddedPackagesDirectory;
}
