using System.Text.RegularExpressions;
using Fairlead.Containers;
using Fairlead.Incremental;
using Fairlead.Preflight;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using Nuke.Common.Utilities.Collections;
using Serilog;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Fairlead.Components;

/// <summary>
/// Makes the archive of a service that runs on instances, which unpack a release instead of running an image. It is published with its own
/// .NET, so that nothing has to be installed on them. Equal sources give an equal archive, as far as their compiler does: a project that maps
/// its paths must map <c>ArtifactsPath</c> too.
/// </summary>
public partial interface IPackService : IDockerImage
{
    [Parameter("Runtime of the profile's instances, for which the service is packed: linux-x64 or linux-arm64; without it nothing is packed")]
    string? ServiceRuntime => TryGetValue(() => ServiceRuntime!);

    /// <summary>The archive; null in a profile whose service runs in a container. At its top is what <c>dotnet publish</c> writes.</summary>
    sealed AbsolutePath? ServiceArchive => CheckedRuntime is { } runtime ? ArtifactsDirectory / $"service-{runtime}.tar.gz" : null;

    sealed Configure<DotNetPublishSettings> PackServiceSettingsBase => _ => _
        .SetProject(ServiceProject)
        .SetConfiguration(Configuration)
        .SetRuntime(CheckedRuntime)
        .EnableSelfContained()
        .SetOutput(PackDirectory / "content")
        .EnableNoLogo()
        .SetProperty("UseAppHost", "true")
        .SetProperty("ArtifactsPath", PackDirectory / "artifacts"); // not where Compile has its own: another runtime is another restore

    /// <summary>The user's own settings for <c>dotnet publish</c>.</summary>
    Configure<DotNetPublishSettings> PackServiceSettings => _ => _;

    Target PackService => _ => _
        .Description("Packs the service with its own .NET, for a profile whose service runs on instances")
        .DependsOn(Compile)
        .OnlyWhenStatic(() => ServiceRuntime != null)
        .Executes(async () =>
        {
            (PackDirectory / "content").CreateOrCleanDirectory();
            DotNetPublish(_ => _.Apply(PackServiceSettingsBase).Apply(PackServiceSettings));
            var (files, length) = await ContentArchive.WriteAsync(PackDirectory / "content", ServiceArchive!, Cancellation.Token);
            Log.Information("{Archive:l}: {Files:N0} files, {Length:N0} bytes", RootDirectory.GetRelativePathTo(ServiceArchive!), files, length);
            ReportSummary(_ => _.AddPair("Archive", ServiceArchive!.Name));
        })
        .OnlyWhenChanged(
            this,
            nameof(PackService),
            inputs: () => ImageSources,
            outputs: () => [ServiceArchive!],
            keys: () => [ToolVersions.DotNet(), Configuration],
            variant: () => CheckedRuntime!);

    /// <summary>What must be so before time is spent.</summary>
    internal sealed PreflightCheck ServiceRuntimeCheck => PreflightCheck.Of("Service runtime", () =>
    {
        _ = CheckedRuntime;
        return null;
    });

    private AbsolutePath PackDirectory => TemporaryDirectory / "pack" / CheckedRuntime!;

    /// <summary>It becomes part of paths.</summary>
    private string? CheckedRuntime => ServiceRuntime is not { } runtime || Runtime().IsMatch(runtime)
        ? ServiceRuntime
        : throw new FairleadException(
            $"The service cannot be packed for '{runtime}'.",
            "--service-runtime names no runtime of Linux.",
            "Write it as .NET does: linux-x64, linux-arm64, linux-musl-x64.");

    // https://learn.microsoft.com/dotnet/core/rid-catalog
    [GeneratedRegex(@"\Alinux(-musl)?-(x64|arm64)\z")]
    private static partial Regex Runtime();
}
