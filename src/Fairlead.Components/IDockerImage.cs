using Fairlead.Containers;
using Fairlead.Incremental;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using Nuke.Common.Utilities.Collections;
using Nuke.Components;
using Serilog;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Fairlead.Components;

/// <summary>Makes the service's OCI image from <c>dotnet publish</c>, without a Docker daemon. Equal sources give an equal image.</summary>
public interface IDockerImage : ICompile, IHazArtifacts, IHazForce
{
    /// <summary>The service's project file.</summary>
    AbsolutePath ServiceProject { get; }

    /// <summary>TCP port that the service listens on in its container.</summary>
    int ServicePort => 8080;

    /// <summary>OCI image layout that DockerImage writes.</summary>
    sealed AbsolutePath ImageDirectory => ArtifactsDirectory / "image";

    sealed AbsolutePath ServicePublishDirectory => TemporaryDirectory / "publish" / ServiceProject.NameWithoutExtension;

    sealed ImageOptions ImageOptionsBase => new()
    {
        ContentDirectory = ServicePublishDirectory,
        Entrypoint = ["dotnet", $"{ServiceProject.NameWithoutExtension}.dll"],
        Environment = new Dictionary<string, string> { ["ASPNETCORE_HTTP_PORTS"] = ServicePort.ToString(System.Globalization.CultureInfo.InvariantCulture) },
        ExposedPorts = [ServicePort],
    };

    /// <summary>The user's own settings: another base, labels, environment.</summary>
    ImageOptions ImageOptions => ImageOptionsBase;

    sealed Configure<DotNetPublishSettings> ServicePublishSettingsBase => _ => _
        .SetProject(ServiceProject)
        .SetConfiguration(Configuration)
        .SetOutput(ServicePublishDirectory)
        .EnableNoBuild()
        .EnableNoRestore()
        .EnableNoLogo()
        .SetProperty("UseAppHost", "false");

    /// <summary>The user's own settings for <c>dotnet publish</c>.</summary>
    Configure<DotNetPublishSettings> ServicePublishSettings => _ => _;

    Target DockerImage => _ => _
        .Description("Makes the service's OCI image, without a Docker daemon")
        .DependsOn<ICompile>(x => x.Compile)
        .Produces(ImageDirectory / "**")
        .Executes(async () =>
        {
            ServicePublishDirectory.CreateOrCleanDirectory();
            DotNetPublish(_ => _.Apply(ServicePublishSettingsBase).Apply(ServicePublishSettings));
            var built = await new ImageBuilder().BuildAsync(ImageOptions, ImageDirectory, Cancellation.Token);
            Log.Information("{Plan:l}", built.Plan.ToString());
            Log.Information(
                "Image {Digest:l}, {Size:N0} bytes, {State:l}",
                built.Image.ManifestDigest,
                built.Image.Size,
                built.Unchanged ? "the same as before" : "new");
            ReportSummary(_ => _.AddPair("Image", built.Image.ContentTag));
        })
        .OnlyWhenChanged(
            this,
            nameof(DockerImage),
            inputs: () => ImageSources,
            outputs: () => SourceFiles.Below(ImageDirectory),
            keys: () => [ToolVersions.DotNet(), Configuration, ImageOptions.ToString(), .. ImageOptions.Environment.Select(x => $"{x.Key}={x.Value}")]);

    /// <summary>What the image is made from; what the compiler made of the service's project and of those it references.</summary>
    sealed IEnumerable<string> ImageSources => [ServiceProject, .. (ServiceProject.Parent / "bin" / Configuration).GlobFiles("**/*").Select(x => x.ToString())];
}
