using Fairlead.Components.Reporting;
using Fairlead.Components.Web;
using Fairlead.Incremental;
using Fairlead.Node;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.Npm;
using Nuke.Components;
using Serilog;
using static Nuke.Common.Tools.Npm.NpmTasks;

namespace Fairlead.Components;

/// <summary>Builds and tests the static frontend with npm.</summary>
public interface IWebBuild : IHazArtifacts, IHazForce
{
    /// <summary>Directory of the frontend's package.json.</summary>
    AbsolutePath WebDirectory { get; }

    /// <summary>Where <c>npm run build</c> leaves the site.</summary>
    AbsolutePath SiteDirectory => WebDirectory / "dist";

    /// <summary>The npm script that builds the site.</summary>
    string WebBuildScript => "build";

    /// <summary>What <c>npm test</c> gets as further arguments; a test runner that can is told here to write <see cref="WebTestResults"/>.</summary>
    IEnumerable<string> WebTestArguments => [];

    /// <summary>JUnit results of the frontend's tests.</summary>
    sealed AbsolutePath WebTestResults => ArtifactsDirectory / "web-test-results" / "junit.xml";

    /// <summary>Which Node.js is wanted, and where one is put when none on PATH satisfies <c>engines.node</c>.</summary>
    sealed NodeOptions NodeOptions => new() { PackageDirectory = WebDirectory, InstallDirectory = TemporaryDirectory / "node" };

    /// <summary>What npm ci gets further, such as a token that is a secret of the build's own: no tool gets one that the build does not name.</summary>
    Configure<NpmCiSettings> WebRestoreSettings => _ => _;

    /// <summary>What the frontend's own scripts get further.</summary>
    Configure<NpmRunSettings> WebRunSettings => _ => _;

    private string NodeVersion => ToolVersions.OnPath("node");

    sealed IEnumerable<string> WebSources => SourceFiles.Below(WebDirectory);

    /// <summary>Installs what package-lock.json names; does nothing when that is installed.</summary>
    Target WebRestore => _ => _
        .Description("Installs the frontend's packages, as package-lock.json names them")
        .Executes(async () =>
        {
            var node = await FindNodeAsync();
            Log.Information("Node.js {Version} ({Origin:l})", node.Version, node.Origin);
            NpmCi(_ => RunWith(_, node, "npm ci").Apply(WebRestoreSettings));
        })
        .OnlyWhenChanged(this, nameof(WebRestore),
            inputs: () => [WebDirectory / "package.json", WebDirectory / "package-lock.json", WebDirectory / ".npmrc"],
            outputs: () => [WebDirectory / "node_modules" / ".package-lock.json"],
            keys: () => [NodeVersion]);

    /// <summary>Builds the site. The result holds no release id: equal sources give an equal site.</summary>
    Target WebBuild => _ => _
        .Description("Builds the static frontend")
        .DependsOn(WebRestore)
        .Produces(SiteDirectory / "**")
        .Executes(async () =>
        {
            var node = await FindNodeAsync();
            NpmRun(_ => RunWith(_, node, $"npm run {WebBuildScript}")
                .SetCommand(WebBuildScript)
                .Apply(WebRunSettings));
            Assert.FileExists(
                SiteDirectory / "index.html",
                $"npm run {WebBuildScript} left no index.html in {SiteDirectory}. Look at the output directory that the frontend's build is configured with.");
        })
        .OnlyWhenChanged(
            this,
            nameof(WebBuild),
            inputs: () => WebSources,
            outputs: () => SourceFiles.Below(SiteDirectory),
            keys: () => [NodeVersion, WebBuildScript]);

    /// <summary>Runs the frontend's own tests.</summary>
    Target WebTest => _ => _
        .Description("Runs the frontend's tests")
        .DependsOn(WebRestore)
        .Produces(WebTestResults)
        .Executes(async () =>
        {
            var node = await FindNodeAsync();
            NpmRun(_ => RunWith(_, node, "npm test")
                .SetCommand("test")
                .SetArguments(WebTestArguments.ToArray())
                .Apply(WebRunSettings));
        })
        .OnlyWhenChanged(this, nameof(WebTest), inputs: () => WebSources, outputs: () => [WebTestResults], keys: () => [NodeVersion, .. WebTestArguments]);

    private async Task<NodeInstallation> FindNodeAsync()
        => await new NodeLocator(NodeOptions, new NodeDownload(LogReporter.Instance), LogReporter.Instance).FindAsync(Cancellation.Token);

    /// <summary>In the frontend's directory, with that Node.js first on PATH; a failure is told in the words of the tool that npm ran.</summary>
    private T RunWith<T>(T settings, NodeInstallation node, string command) where T : ToolOptions, new() => settings
        .SetProcessToolPath(node.NpmPath)
        .SetProcessWorkingDirectory(WebDirectory)
        .SetProcessEnvironmentVariable("PATH", $"{node.BinDirectory}{Path.PathSeparator}{EnvironmentInfo.GetVariable("PATH")}")
        .SetProcessExitHandler(process => NpmFailure.ThrowIfFailed(process, command, WebDirectory));
}
