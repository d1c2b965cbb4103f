// Written by tools/ToolGenerator from Docker.json. Change that and run: dotnet run --project tools/ToolGenerator

#nullable enable

using System.ComponentModel;
using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.Docker;

/// <summary>The commands of the Docker CLI. DOCKER_EXE overrides which one is used.</summary>
[PathTool(Executable = PathExecutable)]
public partial class DockerTasks : ToolTasks, IRequirePathTool
{
    public const string PathExecutable = "docker";
    public static string DockerPath { get => new DockerTasks().GetToolPathInternal(); set => new DockerTasks().SetToolPath(value); }

    /// <summary>Runs any command.</summary>
    public static IReadOnlyCollection<Output> Docker(ArgumentStringHandler arguments, string? workingDirectory = null, IReadOnlyDictionary<string, string>? environmentVariables = null, int? timeout = null, bool? logOutput = null, bool? logInvocation = null, Action<OutputType, string>? logger = null, Func<IProcess, object?>? exitHandler = null) => new DockerTasks().Run(arguments, workingDirectory, environmentVariables, timeout, logOutput, logInvocation, logger, exitHandler);

    /// <summary>Builds an image from a Dockerfile.</summary>
    public static IReadOnlyCollection<Output> DockerBuild(DockerBuildSettings? options = null) => new DockerTasks().Run(options);
    /// <inheritdoc cref="DockerBuild(DockerBuildSettings)"/>
    public static IReadOnlyCollection<Output> DockerBuild(Configure<DockerBuildSettings> configurator) => new DockerTasks().Run(configurator.Invoke(new DockerBuildSettings()));
    /// <inheritdoc cref="DockerBuild(DockerBuildSettings)"/>
    public static IEnumerable<(DockerBuildSettings Settings, IReadOnlyCollection<Output> Output)> DockerBuild(CombinatorialConfigure<DockerBuildSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DockerBuild, degreeOfParallelism, completeOnFailure);

    /// <summary>Builds an image with BuildKit.</summary>
    public static IReadOnlyCollection<Output> DockerBuildxBuild(DockerBuildxBuildSettings? options = null) => new DockerTasks().Run(options);
    /// <inheritdoc cref="DockerBuildxBuild(DockerBuildxBuildSettings)"/>
    public static IReadOnlyCollection<Output> DockerBuildxBuild(Configure<DockerBuildxBuildSettings> configurator) => new DockerTasks().Run(configurator.Invoke(new DockerBuildxBuildSettings()));
    /// <inheritdoc cref="DockerBuildxBuild(DockerBuildxBuildSettings)"/>
    public static IEnumerable<(DockerBuildxBuildSettings Settings, IReadOnlyCollection<Output> Output)> DockerBuildxBuild(CombinatorialConfigure<DockerBuildxBuildSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DockerBuildxBuild, degreeOfParallelism, completeOnFailure);

    /// <summary>Creates a BuildKit builder.</summary>
    public static IReadOnlyCollection<Output> DockerBuildxCreate(DockerBuildxCreateSettings? options = null) => new DockerTasks().Run(options);
    /// <inheritdoc cref="DockerBuildxCreate(DockerBuildxCreateSettings)"/>
    public static IReadOnlyCollection<Output> DockerBuildxCreate(Configure<DockerBuildxCreateSettings> configurator) => new DockerTasks().Run(configurator.Invoke(new DockerBuildxCreateSettings()));
    /// <inheritdoc cref="DockerBuildxCreate(DockerBuildxCreateSettings)"/>
    public static IEnumerable<(DockerBuildxCreateSettings Settings, IReadOnlyCollection<Output> Output)> DockerBuildxCreate(CombinatorialConfigure<DockerBuildxCreateSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DockerBuildxCreate, degreeOfParallelism, completeOnFailure);

    /// <summary>Runs a command in a new container.</summary>
    public static IReadOnlyCollection<Output> DockerRun(DockerRunSettings? options = null) => new DockerTasks().Run(options);
    /// <inheritdoc cref="DockerRun(DockerRunSettings)"/>
    public static IReadOnlyCollection<Output> DockerRun(Configure<DockerRunSettings> configurator) => new DockerTasks().Run(configurator.Invoke(new DockerRunSettings()));
    /// <inheritdoc cref="DockerRun(DockerRunSettings)"/>
    public static IEnumerable<(DockerRunSettings Settings, IReadOnlyCollection<Output> Output)> DockerRun(CombinatorialConfigure<DockerRunSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DockerRun, degreeOfParallelism, completeOnFailure);

    /// <summary>Pushes an image to a registry.</summary>
    public static IReadOnlyCollection<Output> DockerPush(DockerPushSettings? options = null) => new DockerTasks().Run(options);
    /// <inheritdoc cref="DockerPush(DockerPushSettings)"/>
    public static IReadOnlyCollection<Output> DockerPush(Configure<DockerPushSettings> configurator) => new DockerTasks().Run(configurator.Invoke(new DockerPushSettings()));
    /// <inheritdoc cref="DockerPush(DockerPushSettings)"/>
    public static IEnumerable<(DockerPushSettings Settings, IReadOnlyCollection<Output> Output)> DockerPush(CombinatorialConfigure<DockerPushSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DockerPush, degreeOfParallelism, completeOnFailure);

    /// <summary>Pulls an image from a registry.</summary>
    public static IReadOnlyCollection<Output> DockerPull(DockerPullSettings? options = null) => new DockerTasks().Run(options);
    /// <inheritdoc cref="DockerPull(DockerPullSettings)"/>
    public static IReadOnlyCollection<Output> DockerPull(Configure<DockerPullSettings> configurator) => new DockerTasks().Run(configurator.Invoke(new DockerPullSettings()));
    /// <inheritdoc cref="DockerPull(DockerPullSettings)"/>
    public static IEnumerable<(DockerPullSettings Settings, IReadOnlyCollection<Output> Output)> DockerPull(CombinatorialConfigure<DockerPullSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DockerPull, degreeOfParallelism, completeOnFailure);

    /// <summary>Gives an image another name.</summary>
    public static IReadOnlyCollection<Output> DockerTag(DockerTagSettings? options = null) => new DockerTasks().Run(options);
    /// <inheritdoc cref="DockerTag(DockerTagSettings)"/>
    public static IReadOnlyCollection<Output> DockerTag(Configure<DockerTagSettings> configurator) => new DockerTasks().Run(configurator.Invoke(new DockerTagSettings()));
    /// <inheritdoc cref="DockerTag(DockerTagSettings)"/>
    public static IEnumerable<(DockerTagSettings Settings, IReadOnlyCollection<Output> Output)> DockerTag(CombinatorialConfigure<DockerTagSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DockerTag, degreeOfParallelism, completeOnFailure);

    /// <summary>Logs in to a registry. The password is an argument of the process: other users of the machine can see it.</summary>
    public static IReadOnlyCollection<Output> DockerLogin(DockerLoginSettings? options = null) => new DockerTasks().Run(options);
    /// <inheritdoc cref="DockerLogin(DockerLoginSettings)"/>
    public static IReadOnlyCollection<Output> DockerLogin(Configure<DockerLoginSettings> configurator) => new DockerTasks().Run(configurator.Invoke(new DockerLoginSettings()));
    /// <inheritdoc cref="DockerLogin(DockerLoginSettings)"/>
    public static IEnumerable<(DockerLoginSettings Settings, IReadOnlyCollection<Output> Output)> DockerLogin(CombinatorialConfigure<DockerLoginSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DockerLogin, degreeOfParallelism, completeOnFailure);

    /// <summary>Logs out of a registry.</summary>
    public static IReadOnlyCollection<Output> DockerLogout(DockerLogoutSettings? options = null) => new DockerTasks().Run(options);
    /// <inheritdoc cref="DockerLogout(DockerLogoutSettings)"/>
    public static IReadOnlyCollection<Output> DockerLogout(Configure<DockerLogoutSettings> configurator) => new DockerTasks().Run(configurator.Invoke(new DockerLogoutSettings()));
    /// <inheritdoc cref="DockerLogout(DockerLogoutSettings)"/>
    public static IEnumerable<(DockerLogoutSettings Settings, IReadOnlyCollection<Output> Output)> DockerLogout(CombinatorialConfigure<DockerLogoutSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DockerLogout, degreeOfParallelism, completeOnFailure);

    /// <summary>Saves images to an archive.</summary>
    public static IReadOnlyCollection<Output> DockerSave(DockerSaveSettings? options = null) => new DockerTasks().Run(options);
    /// <inheritdoc cref="DockerSave(DockerSaveSettings)"/>
    public static IReadOnlyCollection<Output> DockerSave(Configure<DockerSaveSettings> configurator) => new DockerTasks().Run(configurator.Invoke(new DockerSaveSettings()));
    /// <inheritdoc cref="DockerSave(DockerSaveSettings)"/>
    public static IEnumerable<(DockerSaveSettings Settings, IReadOnlyCollection<Output> Output)> DockerSave(CombinatorialConfigure<DockerSaveSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DockerSave, degreeOfParallelism, completeOnFailure);

    /// <summary>Loads images from an archive.</summary>
    public static IReadOnlyCollection<Output> DockerLoad(DockerLoadSettings? options = null) => new DockerTasks().Run(options);
    /// <inheritdoc cref="DockerLoad(DockerLoadSettings)"/>
    public static IReadOnlyCollection<Output> DockerLoad(Configure<DockerLoadSettings> configurator) => new DockerTasks().Run(configurator.Invoke(new DockerLoadSettings()));
    /// <inheritdoc cref="DockerLoad(DockerLoadSettings)"/>
    public static IEnumerable<(DockerLoadSettings Settings, IReadOnlyCollection<Output> Output)> DockerLoad(CombinatorialConfigure<DockerLoadSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DockerLoad, degreeOfParallelism, completeOnFailure);

    /// <summary>Lists images.</summary>
    public static IReadOnlyCollection<Output> DockerImages(DockerImagesSettings? options = null) => new DockerTasks().Run(options);
    /// <inheritdoc cref="DockerImages(DockerImagesSettings)"/>
    public static IReadOnlyCollection<Output> DockerImages(Configure<DockerImagesSettings> configurator) => new DockerTasks().Run(configurator.Invoke(new DockerImagesSettings()));
    /// <inheritdoc cref="DockerImages(DockerImagesSettings)"/>
    public static IEnumerable<(DockerImagesSettings Settings, IReadOnlyCollection<Output> Output)> DockerImages(CombinatorialConfigure<DockerImagesSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DockerImages, degreeOfParallelism, completeOnFailure);

    /// <summary>Lists containers.</summary>
    public static IReadOnlyCollection<Output> DockerPs(DockerPsSettings? options = null) => new DockerTasks().Run(options);
    /// <inheritdoc cref="DockerPs(DockerPsSettings)"/>
    public static IReadOnlyCollection<Output> DockerPs(Configure<DockerPsSettings> configurator) => new DockerTasks().Run(configurator.Invoke(new DockerPsSettings()));
    /// <inheritdoc cref="DockerPs(DockerPsSettings)"/>
    public static IEnumerable<(DockerPsSettings Settings, IReadOnlyCollection<Output> Output)> DockerPs(CombinatorialConfigure<DockerPsSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DockerPs, degreeOfParallelism, completeOnFailure);

    /// <summary>Stops running containers.</summary>
    public static IReadOnlyCollection<Output> DockerStop(DockerStopSettings? options = null) => new DockerTasks().Run(options);
    /// <inheritdoc cref="DockerStop(DockerStopSettings)"/>
    public static IReadOnlyCollection<Output> DockerStop(Configure<DockerStopSettings> configurator) => new DockerTasks().Run(configurator.Invoke(new DockerStopSettings()));
    /// <inheritdoc cref="DockerStop(DockerStopSettings)"/>
    public static IEnumerable<(DockerStopSettings Settings, IReadOnlyCollection<Output> Output)> DockerStop(CombinatorialConfigure<DockerStopSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DockerStop, degreeOfParallelism, completeOnFailure);

    /// <summary>Removes containers.</summary>
    public static IReadOnlyCollection<Output> DockerRm(DockerRmSettings? options = null) => new DockerTasks().Run(options);
    /// <inheritdoc cref="DockerRm(DockerRmSettings)"/>
    public static IReadOnlyCollection<Output> DockerRm(Configure<DockerRmSettings> configurator) => new DockerTasks().Run(configurator.Invoke(new DockerRmSettings()));
    /// <inheritdoc cref="DockerRm(DockerRmSettings)"/>
    public static IEnumerable<(DockerRmSettings Settings, IReadOnlyCollection<Output> Output)> DockerRm(CombinatorialConfigure<DockerRmSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DockerRm, degreeOfParallelism, completeOnFailure);

    /// <summary>Removes images.</summary>
    public static IReadOnlyCollection<Output> DockerRmi(DockerRmiSettings? options = null) => new DockerTasks().Run(options);
    /// <inheritdoc cref="DockerRmi(DockerRmiSettings)"/>
    public static IReadOnlyCollection<Output> DockerRmi(Configure<DockerRmiSettings> configurator) => new DockerTasks().Run(configurator.Invoke(new DockerRmiSettings()));
    /// <inheritdoc cref="DockerRmi(DockerRmiSettings)"/>
    public static IEnumerable<(DockerRmiSettings Settings, IReadOnlyCollection<Output> Output)> DockerRmi(CombinatorialConfigure<DockerRmiSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DockerRmi, degreeOfParallelism, completeOnFailure);

    /// <summary>Runs a command in a running container.</summary>
    public static IReadOnlyCollection<Output> DockerExec(DockerExecSettings? options = null) => new DockerTasks().Run(options);
    /// <inheritdoc cref="DockerExec(DockerExecSettings)"/>
    public static IReadOnlyCollection<Output> DockerExec(Configure<DockerExecSettings> configurator) => new DockerTasks().Run(configurator.Invoke(new DockerExecSettings()));
    /// <inheritdoc cref="DockerExec(DockerExecSettings)"/>
    public static IEnumerable<(DockerExecSettings Settings, IReadOnlyCollection<Output> Output)> DockerExec(CombinatorialConfigure<DockerExecSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DockerExec, degreeOfParallelism, completeOnFailure);

    /// <summary>Prints the output of a container.</summary>
    public static IReadOnlyCollection<Output> DockerLogs(DockerLogsSettings? options = null) => new DockerTasks().Run(options);
    /// <inheritdoc cref="DockerLogs(DockerLogsSettings)"/>
    public static IReadOnlyCollection<Output> DockerLogs(Configure<DockerLogsSettings> configurator) => new DockerTasks().Run(configurator.Invoke(new DockerLogsSettings()));
    /// <inheritdoc cref="DockerLogs(DockerLogsSettings)"/>
    public static IEnumerable<(DockerLogsSettings Settings, IReadOnlyCollection<Output> Output)> DockerLogs(CombinatorialConfigure<DockerLogsSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DockerLogs, degreeOfParallelism, completeOnFailure);

    /// <summary>Describes containers, images and other objects as JSON.</summary>
    public static IReadOnlyCollection<Output> DockerInspect(DockerInspectSettings? options = null) => new DockerTasks().Run(options);
    /// <inheritdoc cref="DockerInspect(DockerInspectSettings)"/>
    public static IReadOnlyCollection<Output> DockerInspect(Configure<DockerInspectSettings> configurator) => new DockerTasks().Run(configurator.Invoke(new DockerInspectSettings()));
    /// <inheritdoc cref="DockerInspect(DockerInspectSettings)"/>
    public static IEnumerable<(DockerInspectSettings Settings, IReadOnlyCollection<Output> Output)> DockerInspect(CombinatorialConfigure<DockerInspectSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DockerInspect, degreeOfParallelism, completeOnFailure);

    /// <summary>Removes images that nothing uses.</summary>
    public static IReadOnlyCollection<Output> DockerImagePrune(DockerImagePruneSettings? options = null) => new DockerTasks().Run(options);
    /// <inheritdoc cref="DockerImagePrune(DockerImagePruneSettings)"/>
    public static IReadOnlyCollection<Output> DockerImagePrune(Configure<DockerImagePruneSettings> configurator) => new DockerTasks().Run(configurator.Invoke(new DockerImagePruneSettings()));
    /// <inheritdoc cref="DockerImagePrune(DockerImagePruneSettings)"/>
    public static IEnumerable<(DockerImagePruneSettings Settings, IReadOnlyCollection<Output> Output)> DockerImagePrune(CombinatorialConfigure<DockerImagePruneSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DockerImagePrune, degreeOfParallelism, completeOnFailure);

    /// <summary>Creates a network.</summary>
    public static IReadOnlyCollection<Output> DockerNetworkCreate(DockerNetworkCreateSettings? options = null) => new DockerTasks().Run(options);
    /// <inheritdoc cref="DockerNetworkCreate(DockerNetworkCreateSettings)"/>
    public static IReadOnlyCollection<Output> DockerNetworkCreate(Configure<DockerNetworkCreateSettings> configurator) => new DockerTasks().Run(configurator.Invoke(new DockerNetworkCreateSettings()));
    /// <inheritdoc cref="DockerNetworkCreate(DockerNetworkCreateSettings)"/>
    public static IEnumerable<(DockerNetworkCreateSettings Settings, IReadOnlyCollection<Output> Output)> DockerNetworkCreate(CombinatorialConfigure<DockerNetworkCreateSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DockerNetworkCreate, degreeOfParallelism, completeOnFailure);

    /// <summary>Creates a list of manifests, one per platform.</summary>
    public static IReadOnlyCollection<Output> DockerManifestCreate(DockerManifestCreateSettings? options = null) => new DockerTasks().Run(options);
    /// <inheritdoc cref="DockerManifestCreate(DockerManifestCreateSettings)"/>
    public static IReadOnlyCollection<Output> DockerManifestCreate(Configure<DockerManifestCreateSettings> configurator) => new DockerTasks().Run(configurator.Invoke(new DockerManifestCreateSettings()));
    /// <inheritdoc cref="DockerManifestCreate(DockerManifestCreateSettings)"/>
    public static IEnumerable<(DockerManifestCreateSettings Settings, IReadOnlyCollection<Output> Output)> DockerManifestCreate(CombinatorialConfigure<DockerManifestCreateSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DockerManifestCreate, degreeOfParallelism, completeOnFailure);

    /// <summary>Pushes a list of manifests to a registry.</summary>
    public static IReadOnlyCollection<Output> DockerManifestPush(DockerManifestPushSettings? options = null) => new DockerTasks().Run(options);
    /// <inheritdoc cref="DockerManifestPush(DockerManifestPushSettings)"/>
    public static IReadOnlyCollection<Output> DockerManifestPush(Configure<DockerManifestPushSettings> configurator) => new DockerTasks().Run(configurator.Invoke(new DockerManifestPushSettings()));
    /// <inheritdoc cref="DockerManifestPush(DockerManifestPushSettings)"/>
    public static IEnumerable<(DockerManifestPushSettings Settings, IReadOnlyCollection<Output> Output)> DockerManifestPush(CombinatorialConfigure<DockerManifestPushSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DockerManifestPush, degreeOfParallelism, completeOnFailure);
}

/// <summary>What every command takes.</summary>
public partial class DockerOptionsBase : ToolOptions
{
    [Argument(Format = "--log-level {value}")] public DockerLogLevel? LogLevel => Get<DockerLogLevel>();
    [Argument(Format = "--config {value}")] public string? Config => Get<string>();
    [Argument(Format = "--debug")] public bool? Debug => Get<bool?>();
    [Argument(Format = "--tls")] public bool? TLS => Get<bool?>();
    [Argument(Format = "--tlsverify")] public bool? TLSVerify => Get<bool?>();
    [Argument(Format = "--tlscacert {value}")] public string? TLSCaCert => Get<string>();
    [Argument(Format = "--tlscert {value}")] public string? TLSCert => Get<string>();
    [Argument(Format = "--tlskey {value}")] public string? TLSKey => Get<string>();
}

/// <summary>Changes <see cref="DockerOptionsBase"/>.</summary>
public static partial class DockerOptionsBaseExtensions
{
    public static T SetLogLevel<T>(this T o, DockerLogLevel? v) where T : DockerOptionsBase => OptionsChange.Set(o, "LogLevel", v);
    public static T ResetLogLevel<T>(this T o) where T : DockerOptionsBase => OptionsChange.Set(o, "LogLevel", null);
    public static T SetConfig<T>(this T o, string? v) where T : DockerOptionsBase => OptionsChange.Set(o, "Config", v);
    public static T ResetConfig<T>(this T o) where T : DockerOptionsBase => OptionsChange.Set(o, "Config", null);
    public static T SetDebug<T>(this T o, bool? v) where T : DockerOptionsBase => OptionsChange.Set(o, "Debug", v);
    public static T ResetDebug<T>(this T o) where T : DockerOptionsBase => OptionsChange.Set(o, "Debug", null);
    public static T EnableDebug<T>(this T o) where T : DockerOptionsBase => OptionsChange.Set(o, "Debug", true);
    public static T DisableDebug<T>(this T o) where T : DockerOptionsBase => OptionsChange.Set(o, "Debug", false);
    public static T ToggleDebug<T>(this T o) where T : DockerOptionsBase => OptionsChange.Toggle(o, "Debug");
    public static T SetTLS<T>(this T o, bool? v) where T : DockerOptionsBase => OptionsChange.Set(o, "TLS", v);
    public static T ResetTLS<T>(this T o) where T : DockerOptionsBase => OptionsChange.Set(o, "TLS", null);
    public static T EnableTLS<T>(this T o) where T : DockerOptionsBase => OptionsChange.Set(o, "TLS", true);
    public static T DisableTLS<T>(this T o) where T : DockerOptionsBase => OptionsChange.Set(o, "TLS", false);
    public static T ToggleTLS<T>(this T o) where T : DockerOptionsBase => OptionsChange.Toggle(o, "TLS");
    public static T SetTLSVerify<T>(this T o, bool? v) where T : DockerOptionsBase => OptionsChange.Set(o, "TLSVerify", v);
    public static T ResetTLSVerify<T>(this T o) where T : DockerOptionsBase => OptionsChange.Set(o, "TLSVerify", null);
    public static T EnableTLSVerify<T>(this T o) where T : DockerOptionsBase => OptionsChange.Set(o, "TLSVerify", true);
    public static T DisableTLSVerify<T>(this T o) where T : DockerOptionsBase => OptionsChange.Set(o, "TLSVerify", false);
    public static T ToggleTLSVerify<T>(this T o) where T : DockerOptionsBase => OptionsChange.Toggle(o, "TLSVerify");
    public static T SetTLSCaCert<T>(this T o, string? v) where T : DockerOptionsBase => OptionsChange.Set(o, "TLSCaCert", v);
    public static T ResetTLSCaCert<T>(this T o) where T : DockerOptionsBase => OptionsChange.Set(o, "TLSCaCert", null);
    public static T SetTLSCert<T>(this T o, string? v) where T : DockerOptionsBase => OptionsChange.Set(o, "TLSCert", v);
    public static T ResetTLSCert<T>(this T o) where T : DockerOptionsBase => OptionsChange.Set(o, "TLSCert", null);
    public static T SetTLSKey<T>(this T o, string? v) where T : DockerOptionsBase => OptionsChange.Set(o, "TLSKey", v);
    public static T ResetTLSKey<T>(this T o) where T : DockerOptionsBase => OptionsChange.Set(o, "TLSKey", null);
}

/// <summary>Options of <c>docker build</c>.</summary>
[Command(Type = typeof(DockerTasks), Command = nameof(DockerTasks.DockerBuild), Arguments = "build")]
public partial class DockerBuildSettings : DockerOptionsBase
{
    [Argument(Format = "--add-host {value}")] public IReadOnlyList<string>? AddHost => Get<IReadOnlyList<string>>();
    [Argument(Format = "--build-arg {value}")] public IReadOnlyList<string>? BuildArg => Get<IReadOnlyList<string>>();
    [Argument(Format = "--cache-from {value}")] public IReadOnlyList<string>? CacheFrom => Get<IReadOnlyList<string>>();
    [Argument(Format = "--cgroup-parent {value}")] public string? CgroupParent => Get<string>();
    [Argument(Format = "--compress")] public bool? Compress => Get<bool?>();
    [Argument(Format = "--cpu-period {value}")] public long? CpuPeriod => Get<long?>();
    [Argument(Format = "--cpu-quota {value}")] public long? CpuQuota => Get<long?>();
    [Argument(Format = "--cpu-shares {value}")] public long? CpuShares => Get<long?>();
    [Argument(Format = "--cpuset-cpus {value}")] public string? CpusetCpus => Get<string>();
    [Argument(Format = "--cpuset-mems {value}")] public string? CpusetMems => Get<string>();
    [Argument(Format = "--disable-content-trust")] public bool? DisableContentTrust => Get<bool?>();
    [Argument(Format = "--file {value}")] public string? File => Get<string>();
    [Argument(Format = "--force-rm")] public bool? ForceRm => Get<bool?>();
    [Argument(Format = "--iidfile {value}")] public string? Iidfile => Get<string>();
    [Argument(Format = "--isolation {value}")] public string? Isolation => Get<string>();
    [Argument(Format = "--label {value}")] public IReadOnlyList<string>? Label => Get<IReadOnlyList<string>>();
    [Argument(Format = "--memory {value}")] public long? Memory => Get<long?>();
    [Argument(Format = "--memory-swap {value}")] public long? MemorySwap => Get<long?>();
    [Argument(Format = "--network {value}")] public string? Network => Get<string>();
    [Argument(Format = "--no-cache")] public bool? NoCache => Get<bool?>();
    [Argument(Format = "--output {value}")] public string? Output => Get<string>();
    [Argument(Format = "--platform {value}")] public string? Platform => Get<string>();
    [Argument(Format = "--progress {value}")] public DockerProgressType? Progress => Get<DockerProgressType>();
    [Argument(Format = "--pull")] public bool? Pull => Get<bool?>();
    [Argument(Format = "--quiet")] public bool? Quiet => Get<bool?>();
    [Argument(Format = "--rm")] public bool? Rm => Get<bool?>();
    [Argument(Format = "--secret {value}")] public string? Secret => Get<string>();
    [Argument(Format = "--security-opt {value}")] public IReadOnlyList<string>? SecurityOpt => Get<IReadOnlyList<string>>();
    [Argument(Format = "--shm-size {value}")] public long? ShmSize => Get<long?>();
    [Argument(Format = "--squash")] public bool? Squash => Get<bool?>();
    [Argument(Format = "--ssh {value}")] public string? Ssh => Get<string>();
    [Argument(Format = "--stream")] public bool? Stream => Get<bool?>();
    [Argument(Format = "--tag {value}")] public IReadOnlyList<string>? Tag => Get<IReadOnlyList<string>>();
    [Argument(Format = "--target {value}")] public string? Target => Get<string>();
    [Argument(Format = "--ulimit {value}")] public string? Ulimit => Get<string>();
    [Argument(Format = "{value}", Position = -1)] public string? Path => Get<string>();
}

/// <summary>Changes options of <c>docker build</c>.</summary>
public static partial class DockerBuildSettingsExtensions
{
    public static T SetAddHost<T>(this T o, params string[]? v) where T : DockerBuildSettings => OptionsChange.SetList(o, "AddHost", v);
    public static T SetAddHost<T>(this T o, IEnumerable<string>? v) where T : DockerBuildSettings => OptionsChange.SetList(o, "AddHost", v);
    public static T AddAddHost<T>(this T o, params string[] v) where T : DockerBuildSettings => OptionsChange.AddList(o, "AddHost", v);
    public static T AddAddHost<T>(this T o, IEnumerable<string> v) where T : DockerBuildSettings => OptionsChange.AddList(o, "AddHost", v);
    public static T RemoveAddHost<T>(this T o, params string[] v) where T : DockerBuildSettings => OptionsChange.RemoveList(o, "AddHost", v);
    public static T RemoveAddHost<T>(this T o, IEnumerable<string> v) where T : DockerBuildSettings => OptionsChange.RemoveList(o, "AddHost", v);
    public static T ClearAddHost<T>(this T o) where T : DockerBuildSettings => OptionsChange.ClearList<T, string>(o, "AddHost");
    public static T SetBuildArg<T>(this T o, params string[]? v) where T : DockerBuildSettings => OptionsChange.SetList(o, "BuildArg", v);
    public static T SetBuildArg<T>(this T o, IEnumerable<string>? v) where T : DockerBuildSettings => OptionsChange.SetList(o, "BuildArg", v);
    public static T AddBuildArg<T>(this T o, params string[] v) where T : DockerBuildSettings => OptionsChange.AddList(o, "BuildArg", v);
    public static T AddBuildArg<T>(this T o, IEnumerable<string> v) where T : DockerBuildSettings => OptionsChange.AddList(o, "BuildArg", v);
    public static T RemoveBuildArg<T>(this T o, params string[] v) where T : DockerBuildSettings => OptionsChange.RemoveList(o, "BuildArg", v);
    public static T RemoveBuildArg<T>(this T o, IEnumerable<string> v) where T : DockerBuildSettings => OptionsChange.RemoveList(o, "BuildArg", v);
    public static T ClearBuildArg<T>(this T o) where T : DockerBuildSettings => OptionsChange.ClearList<T, string>(o, "BuildArg");
    public static T SetCacheFrom<T>(this T o, params string[]? v) where T : DockerBuildSettings => OptionsChange.SetList(o, "CacheFrom", v);
    public static T SetCacheFrom<T>(this T o, IEnumerable<string>? v) where T : DockerBuildSettings => OptionsChange.SetList(o, "CacheFrom", v);
    public static T AddCacheFrom<T>(this T o, params string[] v) where T : DockerBuildSettings => OptionsChange.AddList(o, "CacheFrom", v);
    public static T AddCacheFrom<T>(this T o, IEnumerable<string> v) where T : DockerBuildSettings => OptionsChange.AddList(o, "CacheFrom", v);
    public static T RemoveCacheFrom<T>(this T o, params string[] v) where T : DockerBuildSettings => OptionsChange.RemoveList(o, "CacheFrom", v);
    public static T RemoveCacheFrom<T>(this T o, IEnumerable<string> v) where T : DockerBuildSettings => OptionsChange.RemoveList(o, "CacheFrom", v);
    public static T ClearCacheFrom<T>(this T o) where T : DockerBuildSettings => OptionsChange.ClearList<T, string>(o, "CacheFrom");
    public static T SetCgroupParent<T>(this T o, string? v) where T : DockerBuildSettings => OptionsChange.Set(o, "CgroupParent", v);
    public static T ResetCgroupParent<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "CgroupParent", null);
    public static T SetCompress<T>(this T o, bool? v) where T : DockerBuildSettings => OptionsChange.Set(o, "Compress", v);
    public static T ResetCompress<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "Compress", null);
    public static T EnableCompress<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "Compress", true);
    public static T DisableCompress<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "Compress", false);
    public static T ToggleCompress<T>(this T o) where T : DockerBuildSettings => OptionsChange.Toggle(o, "Compress");
    public static T SetCpuPeriod<T>(this T o, long? v) where T : DockerBuildSettings => OptionsChange.Set(o, "CpuPeriod", v);
    public static T ResetCpuPeriod<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "CpuPeriod", null);
    public static T SetCpuQuota<T>(this T o, long? v) where T : DockerBuildSettings => OptionsChange.Set(o, "CpuQuota", v);
    public static T ResetCpuQuota<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "CpuQuota", null);
    public static T SetCpuShares<T>(this T o, long? v) where T : DockerBuildSettings => OptionsChange.Set(o, "CpuShares", v);
    public static T ResetCpuShares<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "CpuShares", null);
    public static T SetCpusetCpus<T>(this T o, string? v) where T : DockerBuildSettings => OptionsChange.Set(o, "CpusetCpus", v);
    public static T ResetCpusetCpus<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "CpusetCpus", null);
    public static T SetCpusetMems<T>(this T o, string? v) where T : DockerBuildSettings => OptionsChange.Set(o, "CpusetMems", v);
    public static T ResetCpusetMems<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "CpusetMems", null);
    public static T SetDisableContentTrust<T>(this T o, bool? v) where T : DockerBuildSettings => OptionsChange.Set(o, "DisableContentTrust", v);
    public static T ResetDisableContentTrust<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "DisableContentTrust", null);
    public static T EnableDisableContentTrust<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "DisableContentTrust", true);
    public static T DisableDisableContentTrust<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "DisableContentTrust", false);
    public static T ToggleDisableContentTrust<T>(this T o) where T : DockerBuildSettings => OptionsChange.Toggle(o, "DisableContentTrust");
    public static T SetFile<T>(this T o, string? v) where T : DockerBuildSettings => OptionsChange.Set(o, "File", v);
    public static T ResetFile<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "File", null);
    public static T SetForceRm<T>(this T o, bool? v) where T : DockerBuildSettings => OptionsChange.Set(o, "ForceRm", v);
    public static T ResetForceRm<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "ForceRm", null);
    public static T EnableForceRm<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "ForceRm", true);
    public static T DisableForceRm<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "ForceRm", false);
    public static T ToggleForceRm<T>(this T o) where T : DockerBuildSettings => OptionsChange.Toggle(o, "ForceRm");
    public static T SetIidfile<T>(this T o, string? v) where T : DockerBuildSettings => OptionsChange.Set(o, "Iidfile", v);
    public static T ResetIidfile<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "Iidfile", null);
    public static T SetIsolation<T>(this T o, string? v) where T : DockerBuildSettings => OptionsChange.Set(o, "Isolation", v);
    public static T ResetIsolation<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "Isolation", null);
    public static T SetLabel<T>(this T o, params string[]? v) where T : DockerBuildSettings => OptionsChange.SetList(o, "Label", v);
    public static T SetLabel<T>(this T o, IEnumerable<string>? v) where T : DockerBuildSettings => OptionsChange.SetList(o, "Label", v);
    public static T AddLabel<T>(this T o, params string[] v) where T : DockerBuildSettings => OptionsChange.AddList(o, "Label", v);
    public static T AddLabel<T>(this T o, IEnumerable<string> v) where T : DockerBuildSettings => OptionsChange.AddList(o, "Label", v);
    public static T RemoveLabel<T>(this T o, params string[] v) where T : DockerBuildSettings => OptionsChange.RemoveList(o, "Label", v);
    public static T RemoveLabel<T>(this T o, IEnumerable<string> v) where T : DockerBuildSettings => OptionsChange.RemoveList(o, "Label", v);
    public static T ClearLabel<T>(this T o) where T : DockerBuildSettings => OptionsChange.ClearList<T, string>(o, "Label");
    public static T SetMemory<T>(this T o, long? v) where T : DockerBuildSettings => OptionsChange.Set(o, "Memory", v);
    public static T ResetMemory<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "Memory", null);
    public static T SetMemorySwap<T>(this T o, long? v) where T : DockerBuildSettings => OptionsChange.Set(o, "MemorySwap", v);
    public static T ResetMemorySwap<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "MemorySwap", null);
    public static T SetNetwork<T>(this T o, string? v) where T : DockerBuildSettings => OptionsChange.Set(o, "Network", v);
    public static T ResetNetwork<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "Network", null);
    public static T SetNoCache<T>(this T o, bool? v) where T : DockerBuildSettings => OptionsChange.Set(o, "NoCache", v);
    public static T ResetNoCache<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "NoCache", null);
    public static T EnableNoCache<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "NoCache", true);
    public static T DisableNoCache<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "NoCache", false);
    public static T ToggleNoCache<T>(this T o) where T : DockerBuildSettings => OptionsChange.Toggle(o, "NoCache");
    public static T SetOutput<T>(this T o, string? v) where T : DockerBuildSettings => OptionsChange.Set(o, "Output", v);
    public static T ResetOutput<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "Output", null);
    public static T SetPlatform<T>(this T o, string? v) where T : DockerBuildSettings => OptionsChange.Set(o, "Platform", v);
    public static T ResetPlatform<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "Platform", null);
    public static T SetProgress<T>(this T o, DockerProgressType? v) where T : DockerBuildSettings => OptionsChange.Set(o, "Progress", v);
    public static T ResetProgress<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "Progress", null);
    public static T SetPull<T>(this T o, bool? v) where T : DockerBuildSettings => OptionsChange.Set(o, "Pull", v);
    public static T ResetPull<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "Pull", null);
    public static T EnablePull<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "Pull", true);
    public static T DisablePull<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "Pull", false);
    public static T TogglePull<T>(this T o) where T : DockerBuildSettings => OptionsChange.Toggle(o, "Pull");
    public static T SetQuiet<T>(this T o, bool? v) where T : DockerBuildSettings => OptionsChange.Set(o, "Quiet", v);
    public static T ResetQuiet<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "Quiet", null);
    public static T EnableQuiet<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "Quiet", true);
    public static T DisableQuiet<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "Quiet", false);
    public static T ToggleQuiet<T>(this T o) where T : DockerBuildSettings => OptionsChange.Toggle(o, "Quiet");
    public static T SetRm<T>(this T o, bool? v) where T : DockerBuildSettings => OptionsChange.Set(o, "Rm", v);
    public static T ResetRm<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "Rm", null);
    public static T EnableRm<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "Rm", true);
    public static T DisableRm<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "Rm", false);
    public static T ToggleRm<T>(this T o) where T : DockerBuildSettings => OptionsChange.Toggle(o, "Rm");
    public static T SetSecret<T>(this T o, string? v) where T : DockerBuildSettings => OptionsChange.Set(o, "Secret", v);
    public static T ResetSecret<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "Secret", null);
    public static T SetSecurityOpt<T>(this T o, params string[]? v) where T : DockerBuildSettings => OptionsChange.SetList(o, "SecurityOpt", v);
    public static T SetSecurityOpt<T>(this T o, IEnumerable<string>? v) where T : DockerBuildSettings => OptionsChange.SetList(o, "SecurityOpt", v);
    public static T AddSecurityOpt<T>(this T o, params string[] v) where T : DockerBuildSettings => OptionsChange.AddList(o, "SecurityOpt", v);
    public static T AddSecurityOpt<T>(this T o, IEnumerable<string> v) where T : DockerBuildSettings => OptionsChange.AddList(o, "SecurityOpt", v);
    public static T RemoveSecurityOpt<T>(this T o, params string[] v) where T : DockerBuildSettings => OptionsChange.RemoveList(o, "SecurityOpt", v);
    public static T RemoveSecurityOpt<T>(this T o, IEnumerable<string> v) where T : DockerBuildSettings => OptionsChange.RemoveList(o, "SecurityOpt", v);
    public static T ClearSecurityOpt<T>(this T o) where T : DockerBuildSettings => OptionsChange.ClearList<T, string>(o, "SecurityOpt");
    public static T SetShmSize<T>(this T o, long? v) where T : DockerBuildSettings => OptionsChange.Set(o, "ShmSize", v);
    public static T ResetShmSize<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "ShmSize", null);
    public static T SetSquash<T>(this T o, bool? v) where T : DockerBuildSettings => OptionsChange.Set(o, "Squash", v);
    public static T ResetSquash<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "Squash", null);
    public static T EnableSquash<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "Squash", true);
    public static T DisableSquash<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "Squash", false);
    public static T ToggleSquash<T>(this T o) where T : DockerBuildSettings => OptionsChange.Toggle(o, "Squash");
    public static T SetSsh<T>(this T o, string? v) where T : DockerBuildSettings => OptionsChange.Set(o, "Ssh", v);
    public static T ResetSsh<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "Ssh", null);
    public static T SetStream<T>(this T o, bool? v) where T : DockerBuildSettings => OptionsChange.Set(o, "Stream", v);
    public static T ResetStream<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "Stream", null);
    public static T EnableStream<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "Stream", true);
    public static T DisableStream<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "Stream", false);
    public static T ToggleStream<T>(this T o) where T : DockerBuildSettings => OptionsChange.Toggle(o, "Stream");
    public static T SetTag<T>(this T o, params string[]? v) where T : DockerBuildSettings => OptionsChange.SetList(o, "Tag", v);
    public static T SetTag<T>(this T o, IEnumerable<string>? v) where T : DockerBuildSettings => OptionsChange.SetList(o, "Tag", v);
    public static T AddTag<T>(this T o, params string[] v) where T : DockerBuildSettings => OptionsChange.AddList(o, "Tag", v);
    public static T AddTag<T>(this T o, IEnumerable<string> v) where T : DockerBuildSettings => OptionsChange.AddList(o, "Tag", v);
    public static T RemoveTag<T>(this T o, params string[] v) where T : DockerBuildSettings => OptionsChange.RemoveList(o, "Tag", v);
    public static T RemoveTag<T>(this T o, IEnumerable<string> v) where T : DockerBuildSettings => OptionsChange.RemoveList(o, "Tag", v);
    public static T ClearTag<T>(this T o) where T : DockerBuildSettings => OptionsChange.ClearList<T, string>(o, "Tag");
    public static T SetTarget<T>(this T o, string? v) where T : DockerBuildSettings => OptionsChange.Set(o, "Target", v);
    public static T ResetTarget<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "Target", null);
    public static T SetUlimit<T>(this T o, string? v) where T : DockerBuildSettings => OptionsChange.Set(o, "Ulimit", v);
    public static T ResetUlimit<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "Ulimit", null);
    public static T SetPath<T>(this T o, string? v) where T : DockerBuildSettings => OptionsChange.Set(o, "Path", v);
    public static T ResetPath<T>(this T o) where T : DockerBuildSettings => OptionsChange.Set(o, "Path", null);
}

/// <summary>Options of <c>docker buildx build</c>.</summary>
[Command(Type = typeof(DockerTasks), Command = nameof(DockerTasks.DockerBuildxBuild), Arguments = "buildx build")]
public partial class DockerBuildxBuildSettings : DockerOptionsBase
{
    [Argument(Format = "--add-host {value}")] public IReadOnlyList<string>? AddHost => Get<IReadOnlyList<string>>();
    [Argument(Format = "--allow  {value}")] public IReadOnlyList<string>? Allow => Get<IReadOnlyList<string>>();
    [Argument(Format = "--build-arg {value}")] public IReadOnlyList<string>? BuildArg => Get<IReadOnlyList<string>>();
    [Argument(Format = "--builder {value}")] public string? Builder => Get<string>();
    [Argument(Format = "--cache-from {value}")] public IReadOnlyList<string>? CacheFrom => Get<IReadOnlyList<string>>();
    [Argument(Format = "--cache-to {value}")] public IReadOnlyList<string>? CacheTo => Get<IReadOnlyList<string>>();
    [Argument(Format = "--cgroup-parent {value}")] public string? CgroupParent => Get<string>();
    [Argument(Format = "--compress")] public bool? Compress => Get<bool?>();
    [Argument(Format = "--cpu-period {value}")] public long? CpuPeriod => Get<long?>();
    [Argument(Format = "--cpu-quota {value}")] public long? CpuQuota => Get<long?>();
    [Argument(Format = "--cpu-shares {value}")] public long? CpuShares => Get<long?>();
    [Argument(Format = "--cpuset-cpus {value}")] public string? CpusetCpus => Get<string>();
    [Argument(Format = "--cpuset-mems {value}")] public string? CpusetMems => Get<string>();
    [Argument(Format = "--file {value}")] public string? File => Get<string>();
    [Argument(Format = "--iidfile {value}")] public string? Iidfile => Get<string>();
    [Argument(Format = "--isolation {value}")] public string? Isolation => Get<string>();
    [Argument(Format = "--label {value}")] public IReadOnlyList<string>? Label => Get<IReadOnlyList<string>>();
    [Argument(Format = "--load")] public bool? Load => Get<bool?>();
    [Argument(Format = "--memory {value}")] public long? Memory => Get<long?>();
    [Argument(Format = "--memory-swap {value}")] public long? MemorySwap => Get<long?>();
    [Argument(Format = "--network {value}")] public string? Network => Get<string>();
    [Argument(Format = "--no-cache")] public bool? NoCache => Get<bool?>();
    [Argument(Format = "--output {value}")] public string? Output => Get<string>();
    [Argument(Format = "--platform {value}")] public string? Platform => Get<string>();
    [Argument(Format = "--progress {value}")] public DockerProgressType? Progress => Get<DockerProgressType>();
    [Argument(Format = "--pull")] public bool? Pull => Get<bool?>();
    [Argument(Format = "--push")] public bool? Push => Get<bool?>();
    [Argument(Format = "--quiet")] public bool? Quiet => Get<bool?>();
    [Argument(Format = "--rm")] public bool? Rm => Get<bool?>();
    [Argument(Format = "--secret {value}")] public string? Secret => Get<string>();
    [Argument(Format = "--security-opt {value}")] public IReadOnlyList<string>? SecurityOpt => Get<IReadOnlyList<string>>();
    [Argument(Format = "--shm-size {value}")] public long? ShmSize => Get<long?>();
    [Argument(Format = "--ssh {value}")] public string? Ssh => Get<string>();
    [Argument(Format = "--tag {value}")] public IReadOnlyList<string>? Tag => Get<IReadOnlyList<string>>();
    [Argument(Format = "--target {value}")] public string? Target => Get<string>();
    [Argument(Format = "--ulimit {value}")] public string? Ulimit => Get<string>();
    [Argument(Format = "{value}", Position = -1)] public string? Path => Get<string>();
}

/// <summary>Changes options of <c>docker buildx build</c>.</summary>
public static partial class DockerBuildxBuildSettingsExtensions
{
    public static T SetAddHost<T>(this T o, params string[]? v) where T : DockerBuildxBuildSettings => OptionsChange.SetList(o, "AddHost", v);
    public static T SetAddHost<T>(this T o, IEnumerable<string>? v) where T : DockerBuildxBuildSettings => OptionsChange.SetList(o, "AddHost", v);
    public static T AddAddHost<T>(this T o, params string[] v) where T : DockerBuildxBuildSettings => OptionsChange.AddList(o, "AddHost", v);
    public static T AddAddHost<T>(this T o, IEnumerable<string> v) where T : DockerBuildxBuildSettings => OptionsChange.AddList(o, "AddHost", v);
    public static T RemoveAddHost<T>(this T o, params string[] v) where T : DockerBuildxBuildSettings => OptionsChange.RemoveList(o, "AddHost", v);
    public static T RemoveAddHost<T>(this T o, IEnumerable<string> v) where T : DockerBuildxBuildSettings => OptionsChange.RemoveList(o, "AddHost", v);
    public static T ClearAddHost<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.ClearList<T, string>(o, "AddHost");
    public static T SetAllow<T>(this T o, params string[]? v) where T : DockerBuildxBuildSettings => OptionsChange.SetList(o, "Allow", v);
    public static T SetAllow<T>(this T o, IEnumerable<string>? v) where T : DockerBuildxBuildSettings => OptionsChange.SetList(o, "Allow", v);
    public static T AddAllow<T>(this T o, params string[] v) where T : DockerBuildxBuildSettings => OptionsChange.AddList(o, "Allow", v);
    public static T AddAllow<T>(this T o, IEnumerable<string> v) where T : DockerBuildxBuildSettings => OptionsChange.AddList(o, "Allow", v);
    public static T RemoveAllow<T>(this T o, params string[] v) where T : DockerBuildxBuildSettings => OptionsChange.RemoveList(o, "Allow", v);
    public static T RemoveAllow<T>(this T o, IEnumerable<string> v) where T : DockerBuildxBuildSettings => OptionsChange.RemoveList(o, "Allow", v);
    public static T ClearAllow<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.ClearList<T, string>(o, "Allow");
    public static T SetBuildArg<T>(this T o, params string[]? v) where T : DockerBuildxBuildSettings => OptionsChange.SetList(o, "BuildArg", v);
    public static T SetBuildArg<T>(this T o, IEnumerable<string>? v) where T : DockerBuildxBuildSettings => OptionsChange.SetList(o, "BuildArg", v);
    public static T AddBuildArg<T>(this T o, params string[] v) where T : DockerBuildxBuildSettings => OptionsChange.AddList(o, "BuildArg", v);
    public static T AddBuildArg<T>(this T o, IEnumerable<string> v) where T : DockerBuildxBuildSettings => OptionsChange.AddList(o, "BuildArg", v);
    public static T RemoveBuildArg<T>(this T o, params string[] v) where T : DockerBuildxBuildSettings => OptionsChange.RemoveList(o, "BuildArg", v);
    public static T RemoveBuildArg<T>(this T o, IEnumerable<string> v) where T : DockerBuildxBuildSettings => OptionsChange.RemoveList(o, "BuildArg", v);
    public static T ClearBuildArg<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.ClearList<T, string>(o, "BuildArg");
    public static T SetBuilder<T>(this T o, string? v) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Builder", v);
    public static T ResetBuilder<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Builder", null);
    public static T SetCacheFrom<T>(this T o, params string[]? v) where T : DockerBuildxBuildSettings => OptionsChange.SetList(o, "CacheFrom", v);
    public static T SetCacheFrom<T>(this T o, IEnumerable<string>? v) where T : DockerBuildxBuildSettings => OptionsChange.SetList(o, "CacheFrom", v);
    public static T AddCacheFrom<T>(this T o, params string[] v) where T : DockerBuildxBuildSettings => OptionsChange.AddList(o, "CacheFrom", v);
    public static T AddCacheFrom<T>(this T o, IEnumerable<string> v) where T : DockerBuildxBuildSettings => OptionsChange.AddList(o, "CacheFrom", v);
    public static T RemoveCacheFrom<T>(this T o, params string[] v) where T : DockerBuildxBuildSettings => OptionsChange.RemoveList(o, "CacheFrom", v);
    public static T RemoveCacheFrom<T>(this T o, IEnumerable<string> v) where T : DockerBuildxBuildSettings => OptionsChange.RemoveList(o, "CacheFrom", v);
    public static T ClearCacheFrom<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.ClearList<T, string>(o, "CacheFrom");
    public static T SetCacheTo<T>(this T o, params string[]? v) where T : DockerBuildxBuildSettings => OptionsChange.SetList(o, "CacheTo", v);
    public static T SetCacheTo<T>(this T o, IEnumerable<string>? v) where T : DockerBuildxBuildSettings => OptionsChange.SetList(o, "CacheTo", v);
    public static T AddCacheTo<T>(this T o, params string[] v) where T : DockerBuildxBuildSettings => OptionsChange.AddList(o, "CacheTo", v);
    public static T AddCacheTo<T>(this T o, IEnumerable<string> v) where T : DockerBuildxBuildSettings => OptionsChange.AddList(o, "CacheTo", v);
    public static T RemoveCacheTo<T>(this T o, params string[] v) where T : DockerBuildxBuildSettings => OptionsChange.RemoveList(o, "CacheTo", v);
    public static T RemoveCacheTo<T>(this T o, IEnumerable<string> v) where T : DockerBuildxBuildSettings => OptionsChange.RemoveList(o, "CacheTo", v);
    public static T ClearCacheTo<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.ClearList<T, string>(o, "CacheTo");
    public static T SetCgroupParent<T>(this T o, string? v) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "CgroupParent", v);
    public static T ResetCgroupParent<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "CgroupParent", null);
    public static T SetCompress<T>(this T o, bool? v) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Compress", v);
    public static T ResetCompress<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Compress", null);
    public static T EnableCompress<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Compress", true);
    public static T DisableCompress<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Compress", false);
    public static T ToggleCompress<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Toggle(o, "Compress");
    public static T SetCpuPeriod<T>(this T o, long? v) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "CpuPeriod", v);
    public static T ResetCpuPeriod<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "CpuPeriod", null);
    public static T SetCpuQuota<T>(this T o, long? v) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "CpuQuota", v);
    public static T ResetCpuQuota<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "CpuQuota", null);
    public static T SetCpuShares<T>(this T o, long? v) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "CpuShares", v);
    public static T ResetCpuShares<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "CpuShares", null);
    public static T SetCpusetCpus<T>(this T o, string? v) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "CpusetCpus", v);
    public static T ResetCpusetCpus<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "CpusetCpus", null);
    public static T SetCpusetMems<T>(this T o, string? v) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "CpusetMems", v);
    public static T ResetCpusetMems<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "CpusetMems", null);
    public static T SetFile<T>(this T o, string? v) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "File", v);
    public static T ResetFile<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "File", null);
    public static T SetIidfile<T>(this T o, string? v) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Iidfile", v);
    public static T ResetIidfile<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Iidfile", null);
    public static T SetIsolation<T>(this T o, string? v) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Isolation", v);
    public static T ResetIsolation<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Isolation", null);
    public static T SetLabel<T>(this T o, params string[]? v) where T : DockerBuildxBuildSettings => OptionsChange.SetList(o, "Label", v);
    public static T SetLabel<T>(this T o, IEnumerable<string>? v) where T : DockerBuildxBuildSettings => OptionsChange.SetList(o, "Label", v);
    public static T AddLabel<T>(this T o, params string[] v) where T : DockerBuildxBuildSettings => OptionsChange.AddList(o, "Label", v);
    public static T AddLabel<T>(this T o, IEnumerable<string> v) where T : DockerBuildxBuildSettings => OptionsChange.AddList(o, "Label", v);
    public static T RemoveLabel<T>(this T o, params string[] v) where T : DockerBuildxBuildSettings => OptionsChange.RemoveList(o, "Label", v);
    public static T RemoveLabel<T>(this T o, IEnumerable<string> v) where T : DockerBuildxBuildSettings => OptionsChange.RemoveList(o, "Label", v);
    public static T ClearLabel<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.ClearList<T, string>(o, "Label");
    public static T SetLoad<T>(this T o, bool? v) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Load", v);
    public static T ResetLoad<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Load", null);
    public static T EnableLoad<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Load", true);
    public static T DisableLoad<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Load", false);
    public static T ToggleLoad<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Toggle(o, "Load");
    public static T SetMemory<T>(this T o, long? v) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Memory", v);
    public static T ResetMemory<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Memory", null);
    public static T SetMemorySwap<T>(this T o, long? v) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "MemorySwap", v);
    public static T ResetMemorySwap<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "MemorySwap", null);
    public static T SetNetwork<T>(this T o, string? v) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Network", v);
    public static T ResetNetwork<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Network", null);
    public static T SetNoCache<T>(this T o, bool? v) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "NoCache", v);
    public static T ResetNoCache<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "NoCache", null);
    public static T EnableNoCache<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "NoCache", true);
    public static T DisableNoCache<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "NoCache", false);
    public static T ToggleNoCache<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Toggle(o, "NoCache");
    public static T SetOutput<T>(this T o, string? v) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Output", v);
    public static T ResetOutput<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Output", null);
    public static T SetPlatform<T>(this T o, string? v) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Platform", v);
    public static T ResetPlatform<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Platform", null);
    public static T SetProgress<T>(this T o, DockerProgressType? v) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Progress", v);
    public static T ResetProgress<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Progress", null);
    public static T SetPull<T>(this T o, bool? v) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Pull", v);
    public static T ResetPull<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Pull", null);
    public static T EnablePull<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Pull", true);
    public static T DisablePull<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Pull", false);
    public static T TogglePull<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Toggle(o, "Pull");
    public static T SetPush<T>(this T o, bool? v) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Push", v);
    public static T ResetPush<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Push", null);
    public static T EnablePush<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Push", true);
    public static T DisablePush<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Push", false);
    public static T TogglePush<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Toggle(o, "Push");
    public static T SetQuiet<T>(this T o, bool? v) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Quiet", v);
    public static T ResetQuiet<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Quiet", null);
    public static T EnableQuiet<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Quiet", true);
    public static T DisableQuiet<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Quiet", false);
    public static T ToggleQuiet<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Toggle(o, "Quiet");
    public static T SetRm<T>(this T o, bool? v) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Rm", v);
    public static T ResetRm<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Rm", null);
    public static T EnableRm<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Rm", true);
    public static T DisableRm<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Rm", false);
    public static T ToggleRm<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Toggle(o, "Rm");
    public static T SetSecret<T>(this T o, string? v) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Secret", v);
    public static T ResetSecret<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Secret", null);
    public static T SetSecurityOpt<T>(this T o, params string[]? v) where T : DockerBuildxBuildSettings => OptionsChange.SetList(o, "SecurityOpt", v);
    public static T SetSecurityOpt<T>(this T o, IEnumerable<string>? v) where T : DockerBuildxBuildSettings => OptionsChange.SetList(o, "SecurityOpt", v);
    public static T AddSecurityOpt<T>(this T o, params string[] v) where T : DockerBuildxBuildSettings => OptionsChange.AddList(o, "SecurityOpt", v);
    public static T AddSecurityOpt<T>(this T o, IEnumerable<string> v) where T : DockerBuildxBuildSettings => OptionsChange.AddList(o, "SecurityOpt", v);
    public static T RemoveSecurityOpt<T>(this T o, params string[] v) where T : DockerBuildxBuildSettings => OptionsChange.RemoveList(o, "SecurityOpt", v);
    public static T RemoveSecurityOpt<T>(this T o, IEnumerable<string> v) where T : DockerBuildxBuildSettings => OptionsChange.RemoveList(o, "SecurityOpt", v);
    public static T ClearSecurityOpt<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.ClearList<T, string>(o, "SecurityOpt");
    public static T SetShmSize<T>(this T o, long? v) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "ShmSize", v);
    public static T ResetShmSize<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "ShmSize", null);
    public static T SetSsh<T>(this T o, string? v) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Ssh", v);
    public static T ResetSsh<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Ssh", null);
    public static T SetTag<T>(this T o, params string[]? v) where T : DockerBuildxBuildSettings => OptionsChange.SetList(o, "Tag", v);
    public static T SetTag<T>(this T o, IEnumerable<string>? v) where T : DockerBuildxBuildSettings => OptionsChange.SetList(o, "Tag", v);
    public static T AddTag<T>(this T o, params string[] v) where T : DockerBuildxBuildSettings => OptionsChange.AddList(o, "Tag", v);
    public static T AddTag<T>(this T o, IEnumerable<string> v) where T : DockerBuildxBuildSettings => OptionsChange.AddList(o, "Tag", v);
    public static T RemoveTag<T>(this T o, params string[] v) where T : DockerBuildxBuildSettings => OptionsChange.RemoveList(o, "Tag", v);
    public static T RemoveTag<T>(this T o, IEnumerable<string> v) where T : DockerBuildxBuildSettings => OptionsChange.RemoveList(o, "Tag", v);
    public static T ClearTag<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.ClearList<T, string>(o, "Tag");
    public static T SetTarget<T>(this T o, string? v) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Target", v);
    public static T ResetTarget<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Target", null);
    public static T SetUlimit<T>(this T o, string? v) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Ulimit", v);
    public static T ResetUlimit<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Ulimit", null);
    public static T SetPath<T>(this T o, string? v) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Path", v);
    public static T ResetPath<T>(this T o) where T : DockerBuildxBuildSettings => OptionsChange.Set(o, "Path", null);
}

/// <summary>Options of <c>docker buildx create</c>.</summary>
[Command(Type = typeof(DockerTasks), Command = nameof(DockerTasks.DockerBuildxCreate), Arguments = "buildx create")]
public partial class DockerBuildxCreateSettings : DockerOptionsBase
{
    [Argument(Format = "--append")] public bool? Append => Get<bool?>();
    [Argument(Format = "--bootstrap")] public bool? Bootstrap => Get<bool?>();
    [Argument(Format = "--buildkitd-flags {value}")] public string? BuildKitDaemonFlags => Get<string>();
    [Argument(Format = "--buildkitd-flags {value}")] public string? BuildKitDFlags => Get<string>();
    [Argument(Format = "--config {value}")] public new string? Config => Get<string>();
    [Argument(Format = "--driver {value}")] public DockerDriverType? Driver => Get<DockerDriverType>();
    [Argument(Format = "--driver-opt {value}")] public string? DriverOpt => Get<string>();
    [Argument(Format = "--leave")] public bool? Leave => Get<bool?>();
    [Argument(Format = "--name {value}")] public string? Name => Get<string>();
    [Argument(Format = "--node {value}")] public string? Node => Get<string>();
    [Argument(Format = "--platform {value}")] public string? Platform => Get<string>();
    [Argument(Format = "--use")] public bool? Use => Get<bool?>();
}

/// <summary>Changes options of <c>docker buildx create</c>.</summary>
public static partial class DockerBuildxCreateSettingsExtensions
{
    public static T SetAppend<T>(this T o, bool? v) where T : DockerBuildxCreateSettings => OptionsChange.Set(o, "Append", v);
    public static T ResetAppend<T>(this T o) where T : DockerBuildxCreateSettings => OptionsChange.Set(o, "Append", null);
    public static T EnableAppend<T>(this T o) where T : DockerBuildxCreateSettings => OptionsChange.Set(o, "Append", true);
    public static T DisableAppend<T>(this T o) where T : DockerBuildxCreateSettings => OptionsChange.Set(o, "Append", false);
    public static T ToggleAppend<T>(this T o) where T : DockerBuildxCreateSettings => OptionsChange.Toggle(o, "Append");
    public static T SetBootstrap<T>(this T o, bool? v) where T : DockerBuildxCreateSettings => OptionsChange.Set(o, "Bootstrap", v);
    public static T ResetBootstrap<T>(this T o) where T : DockerBuildxCreateSettings => OptionsChange.Set(o, "Bootstrap", null);
    public static T EnableBootstrap<T>(this T o) where T : DockerBuildxCreateSettings => OptionsChange.Set(o, "Bootstrap", true);
    public static T DisableBootstrap<T>(this T o) where T : DockerBuildxCreateSettings => OptionsChange.Set(o, "Bootstrap", false);
    public static T ToggleBootstrap<T>(this T o) where T : DockerBuildxCreateSettings => OptionsChange.Toggle(o, "Bootstrap");
    public static T SetBuildKitDaemonFlags<T>(this T o, string? v) where T : DockerBuildxCreateSettings => OptionsChange.Set(o, "BuildKitDaemonFlags", v);
    public static T ResetBuildKitDaemonFlags<T>(this T o) where T : DockerBuildxCreateSettings => OptionsChange.Set(o, "BuildKitDaemonFlags", null);
    public static T SetBuildKitDFlags<T>(this T o, string? v) where T : DockerBuildxCreateSettings => OptionsChange.Set(o, "BuildKitDFlags", v);
    public static T ResetBuildKitDFlags<T>(this T o) where T : DockerBuildxCreateSettings => OptionsChange.Set(o, "BuildKitDFlags", null);
    public static T SetConfig<T>(this T o, string? v) where T : DockerBuildxCreateSettings => OptionsChange.Set(o, "Config", v);
    public static T ResetConfig<T>(this T o) where T : DockerBuildxCreateSettings => OptionsChange.Set(o, "Config", null);
    public static T SetDriver<T>(this T o, DockerDriverType? v) where T : DockerBuildxCreateSettings => OptionsChange.Set(o, "Driver", v);
    public static T ResetDriver<T>(this T o) where T : DockerBuildxCreateSettings => OptionsChange.Set(o, "Driver", null);
    public static T SetDriverOpt<T>(this T o, string? v) where T : DockerBuildxCreateSettings => OptionsChange.Set(o, "DriverOpt", v);
    public static T ResetDriverOpt<T>(this T o) where T : DockerBuildxCreateSettings => OptionsChange.Set(o, "DriverOpt", null);
    public static T SetLeave<T>(this T o, bool? v) where T : DockerBuildxCreateSettings => OptionsChange.Set(o, "Leave", v);
    public static T ResetLeave<T>(this T o) where T : DockerBuildxCreateSettings => OptionsChange.Set(o, "Leave", null);
    public static T EnableLeave<T>(this T o) where T : DockerBuildxCreateSettings => OptionsChange.Set(o, "Leave", true);
    public static T DisableLeave<T>(this T o) where T : DockerBuildxCreateSettings => OptionsChange.Set(o, "Leave", false);
    public static T ToggleLeave<T>(this T o) where T : DockerBuildxCreateSettings => OptionsChange.Toggle(o, "Leave");
    public static T SetName<T>(this T o, string? v) where T : DockerBuildxCreateSettings => OptionsChange.Set(o, "Name", v);
    public static T ResetName<T>(this T o) where T : DockerBuildxCreateSettings => OptionsChange.Set(o, "Name", null);
    public static T SetNode<T>(this T o, string? v) where T : DockerBuildxCreateSettings => OptionsChange.Set(o, "Node", v);
    public static T ResetNode<T>(this T o) where T : DockerBuildxCreateSettings => OptionsChange.Set(o, "Node", null);
    public static T SetPlatform<T>(this T o, string? v) where T : DockerBuildxCreateSettings => OptionsChange.Set(o, "Platform", v);
    public static T ResetPlatform<T>(this T o) where T : DockerBuildxCreateSettings => OptionsChange.Set(o, "Platform", null);
    public static T SetUse<T>(this T o, bool? v) where T : DockerBuildxCreateSettings => OptionsChange.Set(o, "Use", v);
    public static T ResetUse<T>(this T o) where T : DockerBuildxCreateSettings => OptionsChange.Set(o, "Use", null);
    public static T EnableUse<T>(this T o) where T : DockerBuildxCreateSettings => OptionsChange.Set(o, "Use", true);
    public static T DisableUse<T>(this T o) where T : DockerBuildxCreateSettings => OptionsChange.Set(o, "Use", false);
    public static T ToggleUse<T>(this T o) where T : DockerBuildxCreateSettings => OptionsChange.Toggle(o, "Use");
}

/// <summary>Options of <c>docker run</c>.</summary>
[Command(Type = typeof(DockerTasks), Command = nameof(DockerTasks.DockerRun), Arguments = "run")]
public partial class DockerRunSettings : DockerOptionsBase
{
    [Argument(Format = "--add-host {value}")] public IReadOnlyList<string>? AddHost => Get<IReadOnlyList<string>>();
    [Argument(Format = "--attach {value}")] public IReadOnlyList<string>? Attach => Get<IReadOnlyList<string>>();
    [Argument(Format = "--blkio-weight {value}")] public int? BlkioWeight => Get<int?>();
    [Argument(Format = "--blkio-weight-device {value}")] public IReadOnlyList<string>? BlkioWeightDevice => Get<IReadOnlyList<string>>();
    [Argument(Format = "--cap-add {value}")] public IReadOnlyList<string>? CapAdd => Get<IReadOnlyList<string>>();
    [Argument(Format = "--cap-drop {value}")] public IReadOnlyList<string>? CapDrop => Get<IReadOnlyList<string>>();
    [Argument(Format = "--cgroup-parent {value}")] public string? CgroupParent => Get<string>();
    [Argument(Format = "--cidfile {value}")] public string? Cidfile => Get<string>();
    [Argument(Format = "--cpu-count {value}")] public long? CpuCount => Get<long?>();
    [Argument(Format = "--cpu-percent {value}")] public long? CpuPercent => Get<long?>();
    [Argument(Format = "--cpu-period {value}")] public long? CpuPeriod => Get<long?>();
    [Argument(Format = "--cpu-quota {value}")] public long? CpuQuota => Get<long?>();
    [Argument(Format = "--cpu-rt-period {value}")] public long? CpuRtPeriod => Get<long?>();
    [Argument(Format = "--cpu-rt-runtime {value}")] public long? CpuRtRuntime => Get<long?>();
    [Argument(Format = "--cpu-shares {value}")] public long? CpuShares => Get<long?>();
    [Argument(Format = "--cpus {value}")] public decimal? Cpus => Get<decimal?>();
    [Argument(Format = "--cpuset-cpus {value}")] public string? CpusetCpus => Get<string>();
    [Argument(Format = "--cpuset-mems {value}")] public string? CpusetMems => Get<string>();
    [Argument(Format = "--detach")] public bool? Detach => Get<bool?>();
    [Argument(Format = "--detach-keys {value}")] public string? DetachKeys => Get<string>();
    [Argument(Format = "--device {value}")] public IReadOnlyList<string>? Device => Get<IReadOnlyList<string>>();
    [Argument(Format = "--device-cgroup-rule {value}")] public IReadOnlyList<string>? DeviceCgroupRule => Get<IReadOnlyList<string>>();
    [Argument(Format = "--device-read-bps {value}")] public IReadOnlyList<string>? DeviceReadBps => Get<IReadOnlyList<string>>();
    [Argument(Format = "--device-read-iops {value}")] public IReadOnlyList<string>? DeviceReadIops => Get<IReadOnlyList<string>>();
    [Argument(Format = "--device-write-bps {value}")] public IReadOnlyList<string>? DeviceWriteBps => Get<IReadOnlyList<string>>();
    [Argument(Format = "--device-write-iops {value}")] public IReadOnlyList<string>? DeviceWriteIops => Get<IReadOnlyList<string>>();
    [Argument(Format = "--disable-content-trust")] public bool? DisableContentTrust => Get<bool?>();
    [Argument(Format = "--dns {value}")] public IReadOnlyList<string>? Dns => Get<IReadOnlyList<string>>();
    [Argument(Format = "--dns-opt {value}")] public IReadOnlyList<string>? DnsOpt => Get<IReadOnlyList<string>>();
    [Argument(Format = "--dns-option {value}")] public IReadOnlyList<string>? DnsOption => Get<IReadOnlyList<string>>();
    [Argument(Format = "--dns-search {value}")] public IReadOnlyList<string>? DnsSearch => Get<IReadOnlyList<string>>();
    [Argument(Format = "--domainname {value}")] public string? Domainname => Get<string>();
    [Argument(Format = "--entrypoint {value}")] public string? Entrypoint => Get<string>();
    [Argument(Format = "--env {value}")] public IReadOnlyList<string>? Env => Get<IReadOnlyList<string>>();
    [Argument(Format = "--env-file {value}")] public IReadOnlyList<string>? EnvFile => Get<IReadOnlyList<string>>();
    [Argument(Format = "--expose {value}")] public IReadOnlyList<string>? Expose => Get<IReadOnlyList<string>>();
    [Argument(Format = "--gpus {value}")] public string? Gpus => Get<string>();
    [Argument(Format = "--group-add {value}")] public IReadOnlyList<string>? GroupAdd => Get<IReadOnlyList<string>>();
    [Argument(Format = "--health-cmd {value}")] public string? HealthCmd => Get<string>();
    [Argument(Format = "--health-interval {value}")] public string? HealthInterval => Get<string>();
    [Argument(Format = "--health-retries {value}")] public int? HealthRetries => Get<int?>();
    [Argument(Format = "--health-start-period {value}")] public string? HealthStartPeriod => Get<string>();
    [Argument(Format = "--health-timeout {value}")] public string? HealthTimeout => Get<string>();
    [Argument(Format = "--help")] public bool? Help => Get<bool?>();
    [Argument(Format = "--hostname {value}")] public string? Hostname => Get<string>();
    [Argument(Format = "--init")] public bool? Init => Get<bool?>();
    [Argument(Format = "--interactive")] public bool? Interactive => Get<bool?>();
    [Argument(Format = "--io-maxbandwidth {value}")] public long? IoMaxbandwidth => Get<long?>();
    [Argument(Format = "--io-maxiops {value}")] public int? IoMaxiops => Get<int?>();
    [Argument(Format = "--ip {value}")] public string? Ip => Get<string>();
    [Argument(Format = "--ip6 {value}")] public string? Ip6 => Get<string>();
    [Argument(Format = "--ipc {value}")] public string? Ipc => Get<string>();
    [Argument(Format = "--isolation {value}")] public string? Isolation => Get<string>();
    [Argument(Format = "--kernel-memory {value}")] public long? KernelMemory => Get<long?>();
    [Argument(Format = "--label {value}")] public IReadOnlyList<string>? Label => Get<IReadOnlyList<string>>();
    [Argument(Format = "--label-file {value}")] public IReadOnlyList<string>? LabelFile => Get<IReadOnlyList<string>>();
    [Argument(Format = "--link {value}")] public IReadOnlyList<string>? Link => Get<IReadOnlyList<string>>();
    [Argument(Format = "--link-local-ip {value}")] public IReadOnlyList<string>? LinkLocalIp => Get<IReadOnlyList<string>>();
    [Argument(Format = "--log-driver {value}")] public string? LogDriver => Get<string>();
    [Argument(Format = "--log-opt {value}")] public IReadOnlyList<string>? LogOpt => Get<IReadOnlyList<string>>();
    [Argument(Format = "--mac-address {value}")] public string? MacAddress => Get<string>();
    [Argument(Format = "--memory {value}")] public long? Memory => Get<long?>();
    [Argument(Format = "--memory-reservation {value}")] public long? MemoryReservation => Get<long?>();
    [Argument(Format = "--memory-swap {value}")] public long? MemorySwap => Get<long?>();
    [Argument(Format = "--memory-swappiness {value}")] public long? MemorySwappiness => Get<long?>();
    [Argument(Format = "--mount {value}")] public string? Mount => Get<string>();
    [Argument(Format = "--name {value}")] public string? Name => Get<string>();
    [Argument(Format = "--net {value}")] public string? Net => Get<string>();
    [Argument(Format = "--net-alias {value}")] public IReadOnlyList<string>? NetAlias => Get<IReadOnlyList<string>>();
    [Argument(Format = "--network {value}")] public string? Network => Get<string>();
    [Argument(Format = "--network-alias {value}")] public IReadOnlyList<string>? NetworkAlias => Get<IReadOnlyList<string>>();
    [Argument(Format = "--no-healthcheck")] public bool? NoHealthcheck => Get<bool?>();
    [Argument(Format = "--oom-kill-disable")] public bool? OomKillDisable => Get<bool?>();
    [Argument(Format = "--oom-score-adj {value}")] public int? OomScoreAdj => Get<int?>();
    [Argument(Format = "--pid {value}")] public string? Pid => Get<string>();
    [Argument(Format = "--pids-limit {value}")] public long? PidsLimit => Get<long?>();
    [Argument(Format = "--platform {value}")] public string? Platform => Get<string>();
    [Argument(Format = "--privileged")] public bool? Privileged => Get<bool?>();
    [Argument(Format = "--publish {value}")] public IReadOnlyList<string>? Publish => Get<IReadOnlyList<string>>();
    [Argument(Format = "--publish-all")] public bool? PublishAll => Get<bool?>();
    [Argument(Format = "--read-only")] public bool? ReadOnly => Get<bool?>();
    [Argument(Format = "--restart {value}")] public string? Restart => Get<string>();
    [Argument(Format = "--rm")] public bool? Rm => Get<bool?>();
    [Argument(Format = "--runtime {value}")] public string? Runtime => Get<string>();
    [Argument(Format = "--security-opt {value}")] public IReadOnlyList<string>? SecurityOpt => Get<IReadOnlyList<string>>();
    [Argument(Format = "--shm-size {value}")] public long? ShmSize => Get<long?>();
    [Argument(Format = "--sig-proxy")] public bool? SigProxy => Get<bool?>();
    [Argument(Format = "--stop-signal {value}")] public string? StopSignal => Get<string>();
    [Argument(Format = "--stop-timeout {value}")] public int? StopTimeout => Get<int?>();
    [Argument(Format = "--storage-opt {value}")] public IReadOnlyList<string>? StorageOpt => Get<IReadOnlyList<string>>();
    [Argument(Format = "--sysctl {key}={value}")] public IReadOnlyDictionary<string, string>? Sysctl => Get<IReadOnlyDictionary<string, string>>();
    [Argument(Format = "--tmpfs {value}")] public IReadOnlyList<string>? Tmpfs => Get<IReadOnlyList<string>>();
    [Argument(Format = "--tty")] public bool? Tty => Get<bool?>();
    [Argument(Format = "--ulimit {value}")] public string? Ulimit => Get<string>();
    [Argument(Format = "--user {value}")] public string? User => Get<string>();
    [Argument(Format = "--userns {value}")] public string? Userns => Get<string>();
    [Argument(Format = "--uts {value}")] public string? Uts => Get<string>();
    [Argument(Format = "--volume {value}")] public IReadOnlyList<string>? Volume => Get<IReadOnlyList<string>>();
    [Argument(Format = "--volume-driver {value}")] public string? VolumeDriver => Get<string>();
    [Argument(Format = "--volumes-from {value}")] public IReadOnlyList<string>? VolumesFrom => Get<IReadOnlyList<string>>();
    [Argument(Format = "--workdir {value}")] public string? Workdir => Get<string>();
    [Argument(Format = "{value}", Position = -3)] public string? Image => Get<string>();
    [Argument(Format = "{value}", Position = -2)] public string? Command => Get<string>();
    [Argument(Format = "{value}", Position = -1, Separator = " ")] public IReadOnlyList<string>? Args => Get<IReadOnlyList<string>>();
}

/// <summary>Changes options of <c>docker run</c>.</summary>
public static partial class DockerRunSettingsExtensions
{
    public static T SetAddHost<T>(this T o, params string[]? v) where T : DockerRunSettings => OptionsChange.SetList(o, "AddHost", v);
    public static T SetAddHost<T>(this T o, IEnumerable<string>? v) where T : DockerRunSettings => OptionsChange.SetList(o, "AddHost", v);
    public static T AddAddHost<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.AddList(o, "AddHost", v);
    public static T AddAddHost<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.AddList(o, "AddHost", v);
    public static T RemoveAddHost<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "AddHost", v);
    public static T RemoveAddHost<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "AddHost", v);
    public static T ClearAddHost<T>(this T o) where T : DockerRunSettings => OptionsChange.ClearList<T, string>(o, "AddHost");
    public static T SetAttach<T>(this T o, params string[]? v) where T : DockerRunSettings => OptionsChange.SetList(o, "Attach", v);
    public static T SetAttach<T>(this T o, IEnumerable<string>? v) where T : DockerRunSettings => OptionsChange.SetList(o, "Attach", v);
    public static T AddAttach<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.AddList(o, "Attach", v);
    public static T AddAttach<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.AddList(o, "Attach", v);
    public static T RemoveAttach<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "Attach", v);
    public static T RemoveAttach<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "Attach", v);
    public static T ClearAttach<T>(this T o) where T : DockerRunSettings => OptionsChange.ClearList<T, string>(o, "Attach");
    public static T SetBlkioWeight<T>(this T o, int? v) where T : DockerRunSettings => OptionsChange.Set(o, "BlkioWeight", v);
    public static T ResetBlkioWeight<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "BlkioWeight", null);
    public static T SetBlkioWeightDevice<T>(this T o, params string[]? v) where T : DockerRunSettings => OptionsChange.SetList(o, "BlkioWeightDevice", v);
    public static T SetBlkioWeightDevice<T>(this T o, IEnumerable<string>? v) where T : DockerRunSettings => OptionsChange.SetList(o, "BlkioWeightDevice", v);
    public static T AddBlkioWeightDevice<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.AddList(o, "BlkioWeightDevice", v);
    public static T AddBlkioWeightDevice<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.AddList(o, "BlkioWeightDevice", v);
    public static T RemoveBlkioWeightDevice<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "BlkioWeightDevice", v);
    public static T RemoveBlkioWeightDevice<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "BlkioWeightDevice", v);
    public static T ClearBlkioWeightDevice<T>(this T o) where T : DockerRunSettings => OptionsChange.ClearList<T, string>(o, "BlkioWeightDevice");
    public static T SetCapAdd<T>(this T o, params string[]? v) where T : DockerRunSettings => OptionsChange.SetList(o, "CapAdd", v);
    public static T SetCapAdd<T>(this T o, IEnumerable<string>? v) where T : DockerRunSettings => OptionsChange.SetList(o, "CapAdd", v);
    public static T AddCapAdd<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.AddList(o, "CapAdd", v);
    public static T AddCapAdd<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.AddList(o, "CapAdd", v);
    public static T RemoveCapAdd<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "CapAdd", v);
    public static T RemoveCapAdd<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "CapAdd", v);
    public static T ClearCapAdd<T>(this T o) where T : DockerRunSettings => OptionsChange.ClearList<T, string>(o, "CapAdd");
    public static T SetCapDrop<T>(this T o, params string[]? v) where T : DockerRunSettings => OptionsChange.SetList(o, "CapDrop", v);
    public static T SetCapDrop<T>(this T o, IEnumerable<string>? v) where T : DockerRunSettings => OptionsChange.SetList(o, "CapDrop", v);
    public static T AddCapDrop<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.AddList(o, "CapDrop", v);
    public static T AddCapDrop<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.AddList(o, "CapDrop", v);
    public static T RemoveCapDrop<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "CapDrop", v);
    public static T RemoveCapDrop<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "CapDrop", v);
    public static T ClearCapDrop<T>(this T o) where T : DockerRunSettings => OptionsChange.ClearList<T, string>(o, "CapDrop");
    public static T SetCgroupParent<T>(this T o, string? v) where T : DockerRunSettings => OptionsChange.Set(o, "CgroupParent", v);
    public static T ResetCgroupParent<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "CgroupParent", null);
    public static T SetCidfile<T>(this T o, string? v) where T : DockerRunSettings => OptionsChange.Set(o, "Cidfile", v);
    public static T ResetCidfile<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "Cidfile", null);
    public static T SetCpuCount<T>(this T o, long? v) where T : DockerRunSettings => OptionsChange.Set(o, "CpuCount", v);
    public static T ResetCpuCount<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "CpuCount", null);
    public static T SetCpuPercent<T>(this T o, long? v) where T : DockerRunSettings => OptionsChange.Set(o, "CpuPercent", v);
    public static T ResetCpuPercent<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "CpuPercent", null);
    public static T SetCpuPeriod<T>(this T o, long? v) where T : DockerRunSettings => OptionsChange.Set(o, "CpuPeriod", v);
    public static T ResetCpuPeriod<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "CpuPeriod", null);
    public static T SetCpuQuota<T>(this T o, long? v) where T : DockerRunSettings => OptionsChange.Set(o, "CpuQuota", v);
    public static T ResetCpuQuota<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "CpuQuota", null);
    public static T SetCpuRtPeriod<T>(this T o, long? v) where T : DockerRunSettings => OptionsChange.Set(o, "CpuRtPeriod", v);
    public static T ResetCpuRtPeriod<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "CpuRtPeriod", null);
    public static T SetCpuRtRuntime<T>(this T o, long? v) where T : DockerRunSettings => OptionsChange.Set(o, "CpuRtRuntime", v);
    public static T ResetCpuRtRuntime<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "CpuRtRuntime", null);
    public static T SetCpuShares<T>(this T o, long? v) where T : DockerRunSettings => OptionsChange.Set(o, "CpuShares", v);
    public static T ResetCpuShares<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "CpuShares", null);
    public static T SetCpus<T>(this T o, decimal? v) where T : DockerRunSettings => OptionsChange.Set(o, "Cpus", v);
    public static T ResetCpus<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "Cpus", null);
    public static T SetCpusetCpus<T>(this T o, string? v) where T : DockerRunSettings => OptionsChange.Set(o, "CpusetCpus", v);
    public static T ResetCpusetCpus<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "CpusetCpus", null);
    public static T SetCpusetMems<T>(this T o, string? v) where T : DockerRunSettings => OptionsChange.Set(o, "CpusetMems", v);
    public static T ResetCpusetMems<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "CpusetMems", null);
    public static T SetDetach<T>(this T o, bool? v) where T : DockerRunSettings => OptionsChange.Set(o, "Detach", v);
    public static T ResetDetach<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "Detach", null);
    public static T EnableDetach<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "Detach", true);
    public static T DisableDetach<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "Detach", false);
    public static T ToggleDetach<T>(this T o) where T : DockerRunSettings => OptionsChange.Toggle(o, "Detach");
    public static T SetDetachKeys<T>(this T o, string? v) where T : DockerRunSettings => OptionsChange.Set(o, "DetachKeys", v);
    public static T ResetDetachKeys<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "DetachKeys", null);
    public static T SetDevice<T>(this T o, params string[]? v) where T : DockerRunSettings => OptionsChange.SetList(o, "Device", v);
    public static T SetDevice<T>(this T o, IEnumerable<string>? v) where T : DockerRunSettings => OptionsChange.SetList(o, "Device", v);
    public static T AddDevice<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.AddList(o, "Device", v);
    public static T AddDevice<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.AddList(o, "Device", v);
    public static T RemoveDevice<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "Device", v);
    public static T RemoveDevice<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "Device", v);
    public static T ClearDevice<T>(this T o) where T : DockerRunSettings => OptionsChange.ClearList<T, string>(o, "Device");
    public static T SetDeviceCgroupRule<T>(this T o, params string[]? v) where T : DockerRunSettings => OptionsChange.SetList(o, "DeviceCgroupRule", v);
    public static T SetDeviceCgroupRule<T>(this T o, IEnumerable<string>? v) where T : DockerRunSettings => OptionsChange.SetList(o, "DeviceCgroupRule", v);
    public static T AddDeviceCgroupRule<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.AddList(o, "DeviceCgroupRule", v);
    public static T AddDeviceCgroupRule<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.AddList(o, "DeviceCgroupRule", v);
    public static T RemoveDeviceCgroupRule<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "DeviceCgroupRule", v);
    public static T RemoveDeviceCgroupRule<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "DeviceCgroupRule", v);
    public static T ClearDeviceCgroupRule<T>(this T o) where T : DockerRunSettings => OptionsChange.ClearList<T, string>(o, "DeviceCgroupRule");
    public static T SetDeviceReadBps<T>(this T o, params string[]? v) where T : DockerRunSettings => OptionsChange.SetList(o, "DeviceReadBps", v);
    public static T SetDeviceReadBps<T>(this T o, IEnumerable<string>? v) where T : DockerRunSettings => OptionsChange.SetList(o, "DeviceReadBps", v);
    public static T AddDeviceReadBps<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.AddList(o, "DeviceReadBps", v);
    public static T AddDeviceReadBps<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.AddList(o, "DeviceReadBps", v);
    public static T RemoveDeviceReadBps<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "DeviceReadBps", v);
    public static T RemoveDeviceReadBps<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "DeviceReadBps", v);
    public static T ClearDeviceReadBps<T>(this T o) where T : DockerRunSettings => OptionsChange.ClearList<T, string>(o, "DeviceReadBps");
    public static T SetDeviceReadIops<T>(this T o, params string[]? v) where T : DockerRunSettings => OptionsChange.SetList(o, "DeviceReadIops", v);
    public static T SetDeviceReadIops<T>(this T o, IEnumerable<string>? v) where T : DockerRunSettings => OptionsChange.SetList(o, "DeviceReadIops", v);
    public static T AddDeviceReadIops<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.AddList(o, "DeviceReadIops", v);
    public static T AddDeviceReadIops<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.AddList(o, "DeviceReadIops", v);
    public static T RemoveDeviceReadIops<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "DeviceReadIops", v);
    public static T RemoveDeviceReadIops<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "DeviceReadIops", v);
    public static T ClearDeviceReadIops<T>(this T o) where T : DockerRunSettings => OptionsChange.ClearList<T, string>(o, "DeviceReadIops");
    public static T SetDeviceWriteBps<T>(this T o, params string[]? v) where T : DockerRunSettings => OptionsChange.SetList(o, "DeviceWriteBps", v);
    public static T SetDeviceWriteBps<T>(this T o, IEnumerable<string>? v) where T : DockerRunSettings => OptionsChange.SetList(o, "DeviceWriteBps", v);
    public static T AddDeviceWriteBps<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.AddList(o, "DeviceWriteBps", v);
    public static T AddDeviceWriteBps<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.AddList(o, "DeviceWriteBps", v);
    public static T RemoveDeviceWriteBps<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "DeviceWriteBps", v);
    public static T RemoveDeviceWriteBps<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "DeviceWriteBps", v);
    public static T ClearDeviceWriteBps<T>(this T o) where T : DockerRunSettings => OptionsChange.ClearList<T, string>(o, "DeviceWriteBps");
    public static T SetDeviceWriteIops<T>(this T o, params string[]? v) where T : DockerRunSettings => OptionsChange.SetList(o, "DeviceWriteIops", v);
    public static T SetDeviceWriteIops<T>(this T o, IEnumerable<string>? v) where T : DockerRunSettings => OptionsChange.SetList(o, "DeviceWriteIops", v);
    public static T AddDeviceWriteIops<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.AddList(o, "DeviceWriteIops", v);
    public static T AddDeviceWriteIops<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.AddList(o, "DeviceWriteIops", v);
    public static T RemoveDeviceWriteIops<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "DeviceWriteIops", v);
    public static T RemoveDeviceWriteIops<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "DeviceWriteIops", v);
    public static T ClearDeviceWriteIops<T>(this T o) where T : DockerRunSettings => OptionsChange.ClearList<T, string>(o, "DeviceWriteIops");
    public static T SetDisableContentTrust<T>(this T o, bool? v) where T : DockerRunSettings => OptionsChange.Set(o, "DisableContentTrust", v);
    public static T ResetDisableContentTrust<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "DisableContentTrust", null);
    public static T EnableDisableContentTrust<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "DisableContentTrust", true);
    public static T DisableDisableContentTrust<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "DisableContentTrust", false);
    public static T ToggleDisableContentTrust<T>(this T o) where T : DockerRunSettings => OptionsChange.Toggle(o, "DisableContentTrust");
    public static T SetDns<T>(this T o, params string[]? v) where T : DockerRunSettings => OptionsChange.SetList(o, "Dns", v);
    public static T SetDns<T>(this T o, IEnumerable<string>? v) where T : DockerRunSettings => OptionsChange.SetList(o, "Dns", v);
    public static T AddDns<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.AddList(o, "Dns", v);
    public static T AddDns<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.AddList(o, "Dns", v);
    public static T RemoveDns<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "Dns", v);
    public static T RemoveDns<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "Dns", v);
    public static T ClearDns<T>(this T o) where T : DockerRunSettings => OptionsChange.ClearList<T, string>(o, "Dns");
    public static T SetDnsOpt<T>(this T o, params string[]? v) where T : DockerRunSettings => OptionsChange.SetList(o, "DnsOpt", v);
    public static T SetDnsOpt<T>(this T o, IEnumerable<string>? v) where T : DockerRunSettings => OptionsChange.SetList(o, "DnsOpt", v);
    public static T AddDnsOpt<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.AddList(o, "DnsOpt", v);
    public static T AddDnsOpt<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.AddList(o, "DnsOpt", v);
    public static T RemoveDnsOpt<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "DnsOpt", v);
    public static T RemoveDnsOpt<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "DnsOpt", v);
    public static T ClearDnsOpt<T>(this T o) where T : DockerRunSettings => OptionsChange.ClearList<T, string>(o, "DnsOpt");
    public static T SetDnsOption<T>(this T o, params string[]? v) where T : DockerRunSettings => OptionsChange.SetList(o, "DnsOption", v);
    public static T SetDnsOption<T>(this T o, IEnumerable<string>? v) where T : DockerRunSettings => OptionsChange.SetList(o, "DnsOption", v);
    public static T AddDnsOption<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.AddList(o, "DnsOption", v);
    public static T AddDnsOption<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.AddList(o, "DnsOption", v);
    public static T RemoveDnsOption<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "DnsOption", v);
    public static T RemoveDnsOption<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "DnsOption", v);
    public static T ClearDnsOption<T>(this T o) where T : DockerRunSettings => OptionsChange.ClearList<T, string>(o, "DnsOption");
    public static T SetDnsSearch<T>(this T o, params string[]? v) where T : DockerRunSettings => OptionsChange.SetList(o, "DnsSearch", v);
    public static T SetDnsSearch<T>(this T o, IEnumerable<string>? v) where T : DockerRunSettings => OptionsChange.SetList(o, "DnsSearch", v);
    public static T AddDnsSearch<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.AddList(o, "DnsSearch", v);
    public static T AddDnsSearch<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.AddList(o, "DnsSearch", v);
    public static T RemoveDnsSearch<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "DnsSearch", v);
    public static T RemoveDnsSearch<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "DnsSearch", v);
    public static T ClearDnsSearch<T>(this T o) where T : DockerRunSettings => OptionsChange.ClearList<T, string>(o, "DnsSearch");
    public static T SetDomainname<T>(this T o, string? v) where T : DockerRunSettings => OptionsChange.Set(o, "Domainname", v);
    public static T ResetDomainname<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "Domainname", null);
    public static T SetEntrypoint<T>(this T o, string? v) where T : DockerRunSettings => OptionsChange.Set(o, "Entrypoint", v);
    public static T ResetEntrypoint<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "Entrypoint", null);
    public static T SetEnv<T>(this T o, params string[]? v) where T : DockerRunSettings => OptionsChange.SetList(o, "Env", v);
    public static T SetEnv<T>(this T o, IEnumerable<string>? v) where T : DockerRunSettings => OptionsChange.SetList(o, "Env", v);
    public static T AddEnv<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.AddList(o, "Env", v);
    public static T AddEnv<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.AddList(o, "Env", v);
    public static T RemoveEnv<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "Env", v);
    public static T RemoveEnv<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "Env", v);
    public static T ClearEnv<T>(this T o) where T : DockerRunSettings => OptionsChange.ClearList<T, string>(o, "Env");
    public static T SetEnvFile<T>(this T o, params string[]? v) where T : DockerRunSettings => OptionsChange.SetList(o, "EnvFile", v);
    public static T SetEnvFile<T>(this T o, IEnumerable<string>? v) where T : DockerRunSettings => OptionsChange.SetList(o, "EnvFile", v);
    public static T AddEnvFile<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.AddList(o, "EnvFile", v);
    public static T AddEnvFile<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.AddList(o, "EnvFile", v);
    public static T RemoveEnvFile<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "EnvFile", v);
    public static T RemoveEnvFile<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "EnvFile", v);
    public static T ClearEnvFile<T>(this T o) where T : DockerRunSettings => OptionsChange.ClearList<T, string>(o, "EnvFile");
    public static T SetExpose<T>(this T o, params string[]? v) where T : DockerRunSettings => OptionsChange.SetList(o, "Expose", v);
    public static T SetExpose<T>(this T o, IEnumerable<string>? v) where T : DockerRunSettings => OptionsChange.SetList(o, "Expose", v);
    public static T AddExpose<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.AddList(o, "Expose", v);
    public static T AddExpose<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.AddList(o, "Expose", v);
    public static T RemoveExpose<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "Expose", v);
    public static T RemoveExpose<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "Expose", v);
    public static T ClearExpose<T>(this T o) where T : DockerRunSettings => OptionsChange.ClearList<T, string>(o, "Expose");
    public static T SetGpus<T>(this T o, string? v) where T : DockerRunSettings => OptionsChange.Set(o, "Gpus", v);
    public static T ResetGpus<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "Gpus", null);
    public static T SetGroupAdd<T>(this T o, params string[]? v) where T : DockerRunSettings => OptionsChange.SetList(o, "GroupAdd", v);
    public static T SetGroupAdd<T>(this T o, IEnumerable<string>? v) where T : DockerRunSettings => OptionsChange.SetList(o, "GroupAdd", v);
    public static T AddGroupAdd<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.AddList(o, "GroupAdd", v);
    public static T AddGroupAdd<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.AddList(o, "GroupAdd", v);
    public static T RemoveGroupAdd<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "GroupAdd", v);
    public static T RemoveGroupAdd<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "GroupAdd", v);
    public static T ClearGroupAdd<T>(this T o) where T : DockerRunSettings => OptionsChange.ClearList<T, string>(o, "GroupAdd");
    public static T SetHealthCmd<T>(this T o, string? v) where T : DockerRunSettings => OptionsChange.Set(o, "HealthCmd", v);
    public static T ResetHealthCmd<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "HealthCmd", null);
    public static T SetHealthInterval<T>(this T o, string? v) where T : DockerRunSettings => OptionsChange.Set(o, "HealthInterval", v);
    public static T ResetHealthInterval<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "HealthInterval", null);
    public static T SetHealthRetries<T>(this T o, int? v) where T : DockerRunSettings => OptionsChange.Set(o, "HealthRetries", v);
    public static T ResetHealthRetries<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "HealthRetries", null);
    public static T SetHealthStartPeriod<T>(this T o, string? v) where T : DockerRunSettings => OptionsChange.Set(o, "HealthStartPeriod", v);
    public static T ResetHealthStartPeriod<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "HealthStartPeriod", null);
    public static T SetHealthTimeout<T>(this T o, string? v) where T : DockerRunSettings => OptionsChange.Set(o, "HealthTimeout", v);
    public static T ResetHealthTimeout<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "HealthTimeout", null);
    public static T SetHelp<T>(this T o, bool? v) where T : DockerRunSettings => OptionsChange.Set(o, "Help", v);
    public static T ResetHelp<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "Help", null);
    public static T EnableHelp<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "Help", true);
    public static T DisableHelp<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "Help", false);
    public static T ToggleHelp<T>(this T o) where T : DockerRunSettings => OptionsChange.Toggle(o, "Help");
    public static T SetHostname<T>(this T o, string? v) where T : DockerRunSettings => OptionsChange.Set(o, "Hostname", v);
    public static T ResetHostname<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "Hostname", null);
    public static T SetInit<T>(this T o, bool? v) where T : DockerRunSettings => OptionsChange.Set(o, "Init", v);
    public static T ResetInit<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "Init", null);
    public static T EnableInit<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "Init", true);
    public static T DisableInit<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "Init", false);
    public static T ToggleInit<T>(this T o) where T : DockerRunSettings => OptionsChange.Toggle(o, "Init");
    public static T SetInteractive<T>(this T o, bool? v) where T : DockerRunSettings => OptionsChange.Set(o, "Interactive", v);
    public static T ResetInteractive<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "Interactive", null);
    public static T EnableInteractive<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "Interactive", true);
    public static T DisableInteractive<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "Interactive", false);
    public static T ToggleInteractive<T>(this T o) where T : DockerRunSettings => OptionsChange.Toggle(o, "Interactive");
    public static T SetIoMaxbandwidth<T>(this T o, long? v) where T : DockerRunSettings => OptionsChange.Set(o, "IoMaxbandwidth", v);
    public static T ResetIoMaxbandwidth<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "IoMaxbandwidth", null);
    public static T SetIoMaxiops<T>(this T o, int? v) where T : DockerRunSettings => OptionsChange.Set(o, "IoMaxiops", v);
    public static T ResetIoMaxiops<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "IoMaxiops", null);
    public static T SetIp<T>(this T o, string? v) where T : DockerRunSettings => OptionsChange.Set(o, "Ip", v);
    public static T ResetIp<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "Ip", null);
    public static T SetIp6<T>(this T o, string? v) where T : DockerRunSettings => OptionsChange.Set(o, "Ip6", v);
    public static T ResetIp6<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "Ip6", null);
    public static T SetIpc<T>(this T o, string? v) where T : DockerRunSettings => OptionsChange.Set(o, "Ipc", v);
    public static T ResetIpc<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "Ipc", null);
    public static T SetIsolation<T>(this T o, string? v) where T : DockerRunSettings => OptionsChange.Set(o, "Isolation", v);
    public static T ResetIsolation<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "Isolation", null);
    public static T SetKernelMemory<T>(this T o, long? v) where T : DockerRunSettings => OptionsChange.Set(o, "KernelMemory", v);
    public static T ResetKernelMemory<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "KernelMemory", null);
    public static T SetLabel<T>(this T o, params string[]? v) where T : DockerRunSettings => OptionsChange.SetList(o, "Label", v);
    public static T SetLabel<T>(this T o, IEnumerable<string>? v) where T : DockerRunSettings => OptionsChange.SetList(o, "Label", v);
    public static T AddLabel<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.AddList(o, "Label", v);
    public static T AddLabel<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.AddList(o, "Label", v);
    public static T RemoveLabel<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "Label", v);
    public static T RemoveLabel<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "Label", v);
    public static T ClearLabel<T>(this T o) where T : DockerRunSettings => OptionsChange.ClearList<T, string>(o, "Label");
    public static T SetLabelFile<T>(this T o, params string[]? v) where T : DockerRunSettings => OptionsChange.SetList(o, "LabelFile", v);
    public static T SetLabelFile<T>(this T o, IEnumerable<string>? v) where T : DockerRunSettings => OptionsChange.SetList(o, "LabelFile", v);
    public static T AddLabelFile<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.AddList(o, "LabelFile", v);
    public static T AddLabelFile<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.AddList(o, "LabelFile", v);
    public static T RemoveLabelFile<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "LabelFile", v);
    public static T RemoveLabelFile<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "LabelFile", v);
    public static T ClearLabelFile<T>(this T o) where T : DockerRunSettings => OptionsChange.ClearList<T, string>(o, "LabelFile");
    public static T SetLink<T>(this T o, params string[]? v) where T : DockerRunSettings => OptionsChange.SetList(o, "Link", v);
    public static T SetLink<T>(this T o, IEnumerable<string>? v) where T : DockerRunSettings => OptionsChange.SetList(o, "Link", v);
    public static T AddLink<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.AddList(o, "Link", v);
    public static T AddLink<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.AddList(o, "Link", v);
    public static T RemoveLink<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "Link", v);
    public static T RemoveLink<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "Link", v);
    public static T ClearLink<T>(this T o) where T : DockerRunSettings => OptionsChange.ClearList<T, string>(o, "Link");
    public static T SetLinkLocalIp<T>(this T o, params string[]? v) where T : DockerRunSettings => OptionsChange.SetList(o, "LinkLocalIp", v);
    public static T SetLinkLocalIp<T>(this T o, IEnumerable<string>? v) where T : DockerRunSettings => OptionsChange.SetList(o, "LinkLocalIp", v);
    public static T AddLinkLocalIp<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.AddList(o, "LinkLocalIp", v);
    public static T AddLinkLocalIp<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.AddList(o, "LinkLocalIp", v);
    public static T RemoveLinkLocalIp<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "LinkLocalIp", v);
    public static T RemoveLinkLocalIp<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "LinkLocalIp", v);
    public static T ClearLinkLocalIp<T>(this T o) where T : DockerRunSettings => OptionsChange.ClearList<T, string>(o, "LinkLocalIp");
    public static T SetLogDriver<T>(this T o, string? v) where T : DockerRunSettings => OptionsChange.Set(o, "LogDriver", v);
    public static T ResetLogDriver<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "LogDriver", null);
    public static T SetLogOpt<T>(this T o, params string[]? v) where T : DockerRunSettings => OptionsChange.SetList(o, "LogOpt", v);
    public static T SetLogOpt<T>(this T o, IEnumerable<string>? v) where T : DockerRunSettings => OptionsChange.SetList(o, "LogOpt", v);
    public static T AddLogOpt<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.AddList(o, "LogOpt", v);
    public static T AddLogOpt<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.AddList(o, "LogOpt", v);
    public static T RemoveLogOpt<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "LogOpt", v);
    public static T RemoveLogOpt<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "LogOpt", v);
    public static T ClearLogOpt<T>(this T o) where T : DockerRunSettings => OptionsChange.ClearList<T, string>(o, "LogOpt");
    public static T SetMacAddress<T>(this T o, string? v) where T : DockerRunSettings => OptionsChange.Set(o, "MacAddress", v);
    public static T ResetMacAddress<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "MacAddress", null);
    public static T SetMemory<T>(this T o, long? v) where T : DockerRunSettings => OptionsChange.Set(o, "Memory", v);
    public static T ResetMemory<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "Memory", null);
    public static T SetMemoryReservation<T>(this T o, long? v) where T : DockerRunSettings => OptionsChange.Set(o, "MemoryReservation", v);
    public static T ResetMemoryReservation<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "MemoryReservation", null);
    public static T SetMemorySwap<T>(this T o, long? v) where T : DockerRunSettings => OptionsChange.Set(o, "MemorySwap", v);
    public static T ResetMemorySwap<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "MemorySwap", null);
    public static T SetMemorySwappiness<T>(this T o, long? v) where T : DockerRunSettings => OptionsChange.Set(o, "MemorySwappiness", v);
    public static T ResetMemorySwappiness<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "MemorySwappiness", null);
    public static T SetMount<T>(this T o, string? v) where T : DockerRunSettings => OptionsChange.Set(o, "Mount", v);
    public static T ResetMount<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "Mount", null);
    public static T SetName<T>(this T o, string? v) where T : DockerRunSettings => OptionsChange.Set(o, "Name", v);
    public static T ResetName<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "Name", null);
    public static T SetNet<T>(this T o, string? v) where T : DockerRunSettings => OptionsChange.Set(o, "Net", v);
    public static T ResetNet<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "Net", null);
    public static T SetNetAlias<T>(this T o, params string[]? v) where T : DockerRunSettings => OptionsChange.SetList(o, "NetAlias", v);
    public static T SetNetAlias<T>(this T o, IEnumerable<string>? v) where T : DockerRunSettings => OptionsChange.SetList(o, "NetAlias", v);
    public static T AddNetAlias<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.AddList(o, "NetAlias", v);
    public static T AddNetAlias<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.AddList(o, "NetAlias", v);
    public static T RemoveNetAlias<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "NetAlias", v);
    public static T RemoveNetAlias<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "NetAlias", v);
    public static T ClearNetAlias<T>(this T o) where T : DockerRunSettings => OptionsChange.ClearList<T, string>(o, "NetAlias");
    public static T SetNetwork<T>(this T o, string? v) where T : DockerRunSettings => OptionsChange.Set(o, "Network", v);
    public static T ResetNetwork<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "Network", null);
    public static T SetNetworkAlias<T>(this T o, params string[]? v) where T : DockerRunSettings => OptionsChange.SetList(o, "NetworkAlias", v);
    public static T SetNetworkAlias<T>(this T o, IEnumerable<string>? v) where T : DockerRunSettings => OptionsChange.SetList(o, "NetworkAlias", v);
    public static T AddNetworkAlias<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.AddList(o, "NetworkAlias", v);
    public static T AddNetworkAlias<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.AddList(o, "NetworkAlias", v);
    public static T RemoveNetworkAlias<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "NetworkAlias", v);
    public static T RemoveNetworkAlias<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "NetworkAlias", v);
    public static T ClearNetworkAlias<T>(this T o) where T : DockerRunSettings => OptionsChange.ClearList<T, string>(o, "NetworkAlias");
    public static T SetNoHealthcheck<T>(this T o, bool? v) where T : DockerRunSettings => OptionsChange.Set(o, "NoHealthcheck", v);
    public static T ResetNoHealthcheck<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "NoHealthcheck", null);
    public static T EnableNoHealthcheck<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "NoHealthcheck", true);
    public static T DisableNoHealthcheck<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "NoHealthcheck", false);
    public static T ToggleNoHealthcheck<T>(this T o) where T : DockerRunSettings => OptionsChange.Toggle(o, "NoHealthcheck");
    public static T SetOomKillDisable<T>(this T o, bool? v) where T : DockerRunSettings => OptionsChange.Set(o, "OomKillDisable", v);
    public static T ResetOomKillDisable<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "OomKillDisable", null);
    public static T EnableOomKillDisable<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "OomKillDisable", true);
    public static T DisableOomKillDisable<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "OomKillDisable", false);
    public static T ToggleOomKillDisable<T>(this T o) where T : DockerRunSettings => OptionsChange.Toggle(o, "OomKillDisable");
    public static T SetOomScoreAdj<T>(this T o, int? v) where T : DockerRunSettings => OptionsChange.Set(o, "OomScoreAdj", v);
    public static T ResetOomScoreAdj<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "OomScoreAdj", null);
    public static T SetPid<T>(this T o, string? v) where T : DockerRunSettings => OptionsChange.Set(o, "Pid", v);
    public static T ResetPid<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "Pid", null);
    public static T SetPidsLimit<T>(this T o, long? v) where T : DockerRunSettings => OptionsChange.Set(o, "PidsLimit", v);
    public static T ResetPidsLimit<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "PidsLimit", null);
    public static T SetPlatform<T>(this T o, string? v) where T : DockerRunSettings => OptionsChange.Set(o, "Platform", v);
    public static T ResetPlatform<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "Platform", null);
    public static T SetPrivileged<T>(this T o, bool? v) where T : DockerRunSettings => OptionsChange.Set(o, "Privileged", v);
    public static T ResetPrivileged<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "Privileged", null);
    public static T EnablePrivileged<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "Privileged", true);
    public static T DisablePrivileged<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "Privileged", false);
    public static T TogglePrivileged<T>(this T o) where T : DockerRunSettings => OptionsChange.Toggle(o, "Privileged");
    public static T SetPublish<T>(this T o, params string[]? v) where T : DockerRunSettings => OptionsChange.SetList(o, "Publish", v);
    public static T SetPublish<T>(this T o, IEnumerable<string>? v) where T : DockerRunSettings => OptionsChange.SetList(o, "Publish", v);
    public static T AddPublish<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.AddList(o, "Publish", v);
    public static T AddPublish<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.AddList(o, "Publish", v);
    public static T RemovePublish<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "Publish", v);
    public static T RemovePublish<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "Publish", v);
    public static T ClearPublish<T>(this T o) where T : DockerRunSettings => OptionsChange.ClearList<T, string>(o, "Publish");
    public static T SetPublishAll<T>(this T o, bool? v) where T : DockerRunSettings => OptionsChange.Set(o, "PublishAll", v);
    public static T ResetPublishAll<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "PublishAll", null);
    public static T EnablePublishAll<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "PublishAll", true);
    public static T DisablePublishAll<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "PublishAll", false);
    public static T TogglePublishAll<T>(this T o) where T : DockerRunSettings => OptionsChange.Toggle(o, "PublishAll");
    public static T SetReadOnly<T>(this T o, bool? v) where T : DockerRunSettings => OptionsChange.Set(o, "ReadOnly", v);
    public static T ResetReadOnly<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "ReadOnly", null);
    public static T EnableReadOnly<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "ReadOnly", true);
    public static T DisableReadOnly<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "ReadOnly", false);
    public static T ToggleReadOnly<T>(this T o) where T : DockerRunSettings => OptionsChange.Toggle(o, "ReadOnly");
    public static T SetRestart<T>(this T o, string? v) where T : DockerRunSettings => OptionsChange.Set(o, "Restart", v);
    public static T ResetRestart<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "Restart", null);
    public static T SetRm<T>(this T o, bool? v) where T : DockerRunSettings => OptionsChange.Set(o, "Rm", v);
    public static T ResetRm<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "Rm", null);
    public static T EnableRm<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "Rm", true);
    public static T DisableRm<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "Rm", false);
    public static T ToggleRm<T>(this T o) where T : DockerRunSettings => OptionsChange.Toggle(o, "Rm");
    public static T SetRuntime<T>(this T o, string? v) where T : DockerRunSettings => OptionsChange.Set(o, "Runtime", v);
    public static T ResetRuntime<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "Runtime", null);
    public static T SetSecurityOpt<T>(this T o, params string[]? v) where T : DockerRunSettings => OptionsChange.SetList(o, "SecurityOpt", v);
    public static T SetSecurityOpt<T>(this T o, IEnumerable<string>? v) where T : DockerRunSettings => OptionsChange.SetList(o, "SecurityOpt", v);
    public static T AddSecurityOpt<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.AddList(o, "SecurityOpt", v);
    public static T AddSecurityOpt<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.AddList(o, "SecurityOpt", v);
    public static T RemoveSecurityOpt<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "SecurityOpt", v);
    public static T RemoveSecurityOpt<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "SecurityOpt", v);
    public static T ClearSecurityOpt<T>(this T o) where T : DockerRunSettings => OptionsChange.ClearList<T, string>(o, "SecurityOpt");
    public static T SetShmSize<T>(this T o, long? v) where T : DockerRunSettings => OptionsChange.Set(o, "ShmSize", v);
    public static T ResetShmSize<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "ShmSize", null);
    public static T SetSigProxy<T>(this T o, bool? v) where T : DockerRunSettings => OptionsChange.Set(o, "SigProxy", v);
    public static T ResetSigProxy<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "SigProxy", null);
    public static T EnableSigProxy<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "SigProxy", true);
    public static T DisableSigProxy<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "SigProxy", false);
    public static T ToggleSigProxy<T>(this T o) where T : DockerRunSettings => OptionsChange.Toggle(o, "SigProxy");
    public static T SetStopSignal<T>(this T o, string? v) where T : DockerRunSettings => OptionsChange.Set(o, "StopSignal", v);
    public static T ResetStopSignal<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "StopSignal", null);
    public static T SetStopTimeout<T>(this T o, int? v) where T : DockerRunSettings => OptionsChange.Set(o, "StopTimeout", v);
    public static T ResetStopTimeout<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "StopTimeout", null);
    public static T SetStorageOpt<T>(this T o, params string[]? v) where T : DockerRunSettings => OptionsChange.SetList(o, "StorageOpt", v);
    public static T SetStorageOpt<T>(this T o, IEnumerable<string>? v) where T : DockerRunSettings => OptionsChange.SetList(o, "StorageOpt", v);
    public static T AddStorageOpt<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.AddList(o, "StorageOpt", v);
    public static T AddStorageOpt<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.AddList(o, "StorageOpt", v);
    public static T RemoveStorageOpt<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "StorageOpt", v);
    public static T RemoveStorageOpt<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "StorageOpt", v);
    public static T ClearStorageOpt<T>(this T o) where T : DockerRunSettings => OptionsChange.ClearList<T, string>(o, "StorageOpt");
    public static T SetSysctl<T>(this T o, IDictionary<string, string>? v) where T : DockerRunSettings => OptionsChange.SetPairs(o, "Sysctl", v);
    public static T SetSysctl<T>(this T o, string k, string? v) where T : DockerRunSettings => OptionsChange.SetPair(o, "Sysctl", k, v);
    public static T AddSysctl<T>(this T o, string k, string v) where T : DockerRunSettings => OptionsChange.AddPair(o, "Sysctl", k, v);
    public static T RemoveSysctl<T>(this T o, string k) where T : DockerRunSettings => OptionsChange.RemovePair<T, string>(o, "Sysctl", k);
    public static T ClearSysctl<T>(this T o) where T : DockerRunSettings => OptionsChange.ClearPairs<T, string>(o, "Sysctl");
    public static T SetTmpfs<T>(this T o, params string[]? v) where T : DockerRunSettings => OptionsChange.SetList(o, "Tmpfs", v);
    public static T SetTmpfs<T>(this T o, IEnumerable<string>? v) where T : DockerRunSettings => OptionsChange.SetList(o, "Tmpfs", v);
    public static T AddTmpfs<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.AddList(o, "Tmpfs", v);
    public static T AddTmpfs<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.AddList(o, "Tmpfs", v);
    public static T RemoveTmpfs<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "Tmpfs", v);
    public static T RemoveTmpfs<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "Tmpfs", v);
    public static T ClearTmpfs<T>(this T o) where T : DockerRunSettings => OptionsChange.ClearList<T, string>(o, "Tmpfs");
    public static T SetTty<T>(this T o, bool? v) where T : DockerRunSettings => OptionsChange.Set(o, "Tty", v);
    public static T ResetTty<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "Tty", null);
    public static T EnableTty<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "Tty", true);
    public static T DisableTty<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "Tty", false);
    public static T ToggleTty<T>(this T o) where T : DockerRunSettings => OptionsChange.Toggle(o, "Tty");
    public static T SetUlimit<T>(this T o, string? v) where T : DockerRunSettings => OptionsChange.Set(o, "Ulimit", v);
    public static T ResetUlimit<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "Ulimit", null);
    public static T SetUser<T>(this T o, string? v) where T : DockerRunSettings => OptionsChange.Set(o, "User", v);
    public static T ResetUser<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "User", null);
    public static T SetUserns<T>(this T o, string? v) where T : DockerRunSettings => OptionsChange.Set(o, "Userns", v);
    public static T ResetUserns<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "Userns", null);
    public static T SetUts<T>(this T o, string? v) where T : DockerRunSettings => OptionsChange.Set(o, "Uts", v);
    public static T ResetUts<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "Uts", null);
    public static T SetVolume<T>(this T o, params string[]? v) where T : DockerRunSettings => OptionsChange.SetList(o, "Volume", v);
    public static T SetVolume<T>(this T o, IEnumerable<string>? v) where T : DockerRunSettings => OptionsChange.SetList(o, "Volume", v);
    public static T AddVolume<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.AddList(o, "Volume", v);
    public static T AddVolume<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.AddList(o, "Volume", v);
    public static T RemoveVolume<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "Volume", v);
    public static T RemoveVolume<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "Volume", v);
    public static T ClearVolume<T>(this T o) where T : DockerRunSettings => OptionsChange.ClearList<T, string>(o, "Volume");
    public static T SetVolumeDriver<T>(this T o, string? v) where T : DockerRunSettings => OptionsChange.Set(o, "VolumeDriver", v);
    public static T ResetVolumeDriver<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "VolumeDriver", null);
    public static T SetVolumesFrom<T>(this T o, params string[]? v) where T : DockerRunSettings => OptionsChange.SetList(o, "VolumesFrom", v);
    public static T SetVolumesFrom<T>(this T o, IEnumerable<string>? v) where T : DockerRunSettings => OptionsChange.SetList(o, "VolumesFrom", v);
    public static T AddVolumesFrom<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.AddList(o, "VolumesFrom", v);
    public static T AddVolumesFrom<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.AddList(o, "VolumesFrom", v);
    public static T RemoveVolumesFrom<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "VolumesFrom", v);
    public static T RemoveVolumesFrom<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "VolumesFrom", v);
    public static T ClearVolumesFrom<T>(this T o) where T : DockerRunSettings => OptionsChange.ClearList<T, string>(o, "VolumesFrom");
    public static T SetWorkdir<T>(this T o, string? v) where T : DockerRunSettings => OptionsChange.Set(o, "Workdir", v);
    public static T ResetWorkdir<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "Workdir", null);
    public static T SetImage<T>(this T o, string? v) where T : DockerRunSettings => OptionsChange.Set(o, "Image", v);
    public static T ResetImage<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "Image", null);
    public static T SetCommand<T>(this T o, string? v) where T : DockerRunSettings => OptionsChange.Set(o, "Command", v);
    public static T ResetCommand<T>(this T o) where T : DockerRunSettings => OptionsChange.Set(o, "Command", null);
    public static T SetArgs<T>(this T o, params string[]? v) where T : DockerRunSettings => OptionsChange.SetList(o, "Args", v);
    public static T SetArgs<T>(this T o, IEnumerable<string>? v) where T : DockerRunSettings => OptionsChange.SetList(o, "Args", v);
    public static T AddArgs<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.AddList(o, "Args", v);
    public static T AddArgs<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.AddList(o, "Args", v);
    public static T RemoveArgs<T>(this T o, params string[] v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "Args", v);
    public static T RemoveArgs<T>(this T o, IEnumerable<string> v) where T : DockerRunSettings => OptionsChange.RemoveList(o, "Args", v);
    public static T ClearArgs<T>(this T o) where T : DockerRunSettings => OptionsChange.ClearList<T, string>(o, "Args");
}

/// <summary>Options of <c>docker push</c>.</summary>
[Command(Type = typeof(DockerTasks), Command = nameof(DockerTasks.DockerPush), Arguments = "push")]
public partial class DockerPushSettings : DockerOptionsBase
{
    [Argument(Format = "--all-tags")] public bool? AllTags => Get<bool?>();
    [Argument(Format = "--disable-content-trust")] public bool? DisableContentTrust => Get<bool?>();
    [Argument(Format = "{value}", Position = -1)] public string? Name => Get<string>();
}

/// <summary>Changes options of <c>docker push</c>.</summary>
public static partial class DockerPushSettingsExtensions
{
    public static T SetAllTags<T>(this T o, bool? v) where T : DockerPushSettings => OptionsChange.Set(o, "AllTags", v);
    public static T ResetAllTags<T>(this T o) where T : DockerPushSettings => OptionsChange.Set(o, "AllTags", null);
    public static T EnableAllTags<T>(this T o) where T : DockerPushSettings => OptionsChange.Set(o, "AllTags", true);
    public static T DisableAllTags<T>(this T o) where T : DockerPushSettings => OptionsChange.Set(o, "AllTags", false);
    public static T ToggleAllTags<T>(this T o) where T : DockerPushSettings => OptionsChange.Toggle(o, "AllTags");
    public static T SetDisableContentTrust<T>(this T o, bool? v) where T : DockerPushSettings => OptionsChange.Set(o, "DisableContentTrust", v);
    public static T ResetDisableContentTrust<T>(this T o) where T : DockerPushSettings => OptionsChange.Set(o, "DisableContentTrust", null);
    public static T EnableDisableContentTrust<T>(this T o) where T : DockerPushSettings => OptionsChange.Set(o, "DisableContentTrust", true);
    public static T DisableDisableContentTrust<T>(this T o) where T : DockerPushSettings => OptionsChange.Set(o, "DisableContentTrust", false);
    public static T ToggleDisableContentTrust<T>(this T o) where T : DockerPushSettings => OptionsChange.Toggle(o, "DisableContentTrust");
    public static T SetName<T>(this T o, string? v) where T : DockerPushSettings => OptionsChange.Set(o, "Name", v);
    public static T ResetName<T>(this T o) where T : DockerPushSettings => OptionsChange.Set(o, "Name", null);
}

/// <summary>Options of <c>docker pull</c>.</summary>
[Command(Type = typeof(DockerTasks), Command = nameof(DockerTasks.DockerPull), Arguments = "pull")]
public partial class DockerPullSettings : DockerOptionsBase
{
    [Argument(Format = "--all-tags")] public bool? AllTags => Get<bool?>();
    [Argument(Format = "--disable-content-trust")] public bool? DisableContentTrust => Get<bool?>();
    [Argument(Format = "--platform {value}")] public string? Platform => Get<string>();
    [Argument(Format = "--quiet")] public bool? Quiet => Get<bool?>();
    [Argument(Format = "{value}", Position = -1)] public string? Name => Get<string>();
}

/// <summary>Changes options of <c>docker pull</c>.</summary>
public static partial class DockerPullSettingsExtensions
{
    public static T SetAllTags<T>(this T o, bool? v) where T : DockerPullSettings => OptionsChange.Set(o, "AllTags", v);
    public static T ResetAllTags<T>(this T o) where T : DockerPullSettings => OptionsChange.Set(o, "AllTags", null);
    public static T EnableAllTags<T>(this T o) where T : DockerPullSettings => OptionsChange.Set(o, "AllTags", true);
    public static T DisableAllTags<T>(this T o) where T : DockerPullSettings => OptionsChange.Set(o, "AllTags", false);
    public static T ToggleAllTags<T>(this T o) where T : DockerPullSettings => OptionsChange.Toggle(o, "AllTags");
    public static T SetDisableContentTrust<T>(this T o, bool? v) where T : DockerPullSettings => OptionsChange.Set(o, "DisableContentTrust", v);
    public static T ResetDisableContentTrust<T>(this T o) where T : DockerPullSettings => OptionsChange.Set(o, "DisableContentTrust", null);
    public static T EnableDisableContentTrust<T>(this T o) where T : DockerPullSettings => OptionsChange.Set(o, "DisableContentTrust", true);
    public static T DisableDisableContentTrust<T>(this T o) where T : DockerPullSettings => OptionsChange.Set(o, "DisableContentTrust", false);
    public static T ToggleDisableContentTrust<T>(this T o) where T : DockerPullSettings => OptionsChange.Toggle(o, "DisableContentTrust");
    public static T SetPlatform<T>(this T o, string? v) where T : DockerPullSettings => OptionsChange.Set(o, "Platform", v);
    public static T ResetPlatform<T>(this T o) where T : DockerPullSettings => OptionsChange.Set(o, "Platform", null);
    public static T SetQuiet<T>(this T o, bool? v) where T : DockerPullSettings => OptionsChange.Set(o, "Quiet", v);
    public static T ResetQuiet<T>(this T o) where T : DockerPullSettings => OptionsChange.Set(o, "Quiet", null);
    public static T EnableQuiet<T>(this T o) where T : DockerPullSettings => OptionsChange.Set(o, "Quiet", true);
    public static T DisableQuiet<T>(this T o) where T : DockerPullSettings => OptionsChange.Set(o, "Quiet", false);
    public static T ToggleQuiet<T>(this T o) where T : DockerPullSettings => OptionsChange.Toggle(o, "Quiet");
    public static T SetName<T>(this T o, string? v) where T : DockerPullSettings => OptionsChange.Set(o, "Name", v);
    public static T ResetName<T>(this T o) where T : DockerPullSettings => OptionsChange.Set(o, "Name", null);
}

/// <summary>Options of <c>docker tag</c>.</summary>
[Command(Type = typeof(DockerTasks), Command = nameof(DockerTasks.DockerTag), Arguments = "tag")]
public partial class DockerTagSettings : DockerOptionsBase
{
    [Argument(Format = "{value}", Position = -2)] public string? SourceImage => Get<string>();
    [Argument(Format = "{value}", Position = -1)] public string? TargetImage => Get<string>();
}

/// <summary>Changes options of <c>docker tag</c>.</summary>
public static partial class DockerTagSettingsExtensions
{
    public static T SetSourceImage<T>(this T o, string? v) where T : DockerTagSettings => OptionsChange.Set(o, "SourceImage", v);
    public static T ResetSourceImage<T>(this T o) where T : DockerTagSettings => OptionsChange.Set(o, "SourceImage", null);
    public static T SetTargetImage<T>(this T o, string? v) where T : DockerTagSettings => OptionsChange.Set(o, "TargetImage", v);
    public static T ResetTargetImage<T>(this T o) where T : DockerTagSettings => OptionsChange.Set(o, "TargetImage", null);
}

/// <summary>Options of <c>docker login</c>.</summary>
[Command(Type = typeof(DockerTasks), Command = nameof(DockerTasks.DockerLogin), Arguments = "login")]
public partial class DockerLoginSettings : DockerOptionsBase
{
    [Argument(Format = "--password {value}", Secret = true)] public string? Password => Get<string>();
    [Argument(Format = "--username {value}")] public string? Username => Get<string>();
    [Argument(Format = "{value}", Position = -1)] public string? Server => Get<string>();
}

/// <summary>Changes options of <c>docker login</c>.</summary>
public static partial class DockerLoginSettingsExtensions
{
    public static T SetPassword<T>(this T o, [Secret] string? v) where T : DockerLoginSettings => OptionsChange.Set(o, "Password", v);
    public static T ResetPassword<T>(this T o) where T : DockerLoginSettings => OptionsChange.Set(o, "Password", null);
    public static T SetUsername<T>(this T o, string? v) where T : DockerLoginSettings => OptionsChange.Set(o, "Username", v);
    public static T ResetUsername<T>(this T o) where T : DockerLoginSettings => OptionsChange.Set(o, "Username", null);
    public static T SetServer<T>(this T o, string? v) where T : DockerLoginSettings => OptionsChange.Set(o, "Server", v);
    public static T ResetServer<T>(this T o) where T : DockerLoginSettings => OptionsChange.Set(o, "Server", null);
}

/// <summary>Options of <c>docker logout</c>.</summary>
[Command(Type = typeof(DockerTasks), Command = nameof(DockerTasks.DockerLogout), Arguments = "logout")]
public partial class DockerLogoutSettings : DockerOptionsBase
{
    [Argument(Format = "{value}")] public string? Server => Get<string>();
}

/// <summary>Changes options of <c>docker logout</c>.</summary>
public static partial class DockerLogoutSettingsExtensions
{
    public static T SetServer<T>(this T o, string? v) where T : DockerLogoutSettings => OptionsChange.Set(o, "Server", v);
    public static T ResetServer<T>(this T o) where T : DockerLogoutSettings => OptionsChange.Set(o, "Server", null);
}

/// <summary>Options of <c>docker save</c>.</summary>
[Command(Type = typeof(DockerTasks), Command = nameof(DockerTasks.DockerSave), Arguments = "save")]
public partial class DockerSaveSettings : DockerOptionsBase
{
    [Argument(Format = "--output {value}")] public string? Output => Get<string>();
    [Argument(Format = "{value}", Position = -1, Separator = " ")] public IReadOnlyList<string>? Images => Get<IReadOnlyList<string>>();
}

/// <summary>Changes options of <c>docker save</c>.</summary>
public static partial class DockerSaveSettingsExtensions
{
    public static T SetOutput<T>(this T o, string? v) where T : DockerSaveSettings => OptionsChange.Set(o, "Output", v);
    public static T ResetOutput<T>(this T o) where T : DockerSaveSettings => OptionsChange.Set(o, "Output", null);
    public static T SetImages<T>(this T o, params string[]? v) where T : DockerSaveSettings => OptionsChange.SetList(o, "Images", v);
    public static T SetImages<T>(this T o, IEnumerable<string>? v) where T : DockerSaveSettings => OptionsChange.SetList(o, "Images", v);
    public static T AddImages<T>(this T o, params string[] v) where T : DockerSaveSettings => OptionsChange.AddList(o, "Images", v);
    public static T AddImages<T>(this T o, IEnumerable<string> v) where T : DockerSaveSettings => OptionsChange.AddList(o, "Images", v);
    public static T RemoveImages<T>(this T o, params string[] v) where T : DockerSaveSettings => OptionsChange.RemoveList(o, "Images", v);
    public static T RemoveImages<T>(this T o, IEnumerable<string> v) where T : DockerSaveSettings => OptionsChange.RemoveList(o, "Images", v);
    public static T ClearImages<T>(this T o) where T : DockerSaveSettings => OptionsChange.ClearList<T, string>(o, "Images");
}

/// <summary>Options of <c>docker load</c>.</summary>
[Command(Type = typeof(DockerTasks), Command = nameof(DockerTasks.DockerLoad), Arguments = "load")]
public partial class DockerLoadSettings : DockerOptionsBase
{
    [Argument(Format = "--input {value}")] public string? Input => Get<string>();
    [Argument(Format = "--quiet")] public bool? Quiet => Get<bool?>();
}

/// <summary>Changes options of <c>docker load</c>.</summary>
public static partial class DockerLoadSettingsExtensions
{
    public static T SetInput<T>(this T o, string? v) where T : DockerLoadSettings => OptionsChange.Set(o, "Input", v);
    public static T ResetInput<T>(this T o) where T : DockerLoadSettings => OptionsChange.Set(o, "Input", null);
    public static T SetQuiet<T>(this T o, bool? v) where T : DockerLoadSettings => OptionsChange.Set(o, "Quiet", v);
    public static T ResetQuiet<T>(this T o) where T : DockerLoadSettings => OptionsChange.Set(o, "Quiet", null);
    public static T EnableQuiet<T>(this T o) where T : DockerLoadSettings => OptionsChange.Set(o, "Quiet", true);
    public static T DisableQuiet<T>(this T o) where T : DockerLoadSettings => OptionsChange.Set(o, "Quiet", false);
    public static T ToggleQuiet<T>(this T o) where T : DockerLoadSettings => OptionsChange.Toggle(o, "Quiet");
}

/// <summary>Options of <c>docker images</c>.</summary>
[Command(Type = typeof(DockerTasks), Command = nameof(DockerTasks.DockerImages), Arguments = "images")]
public partial class DockerImagesSettings : DockerOptionsBase
{
    [Argument(Format = "--all")] public bool? All => Get<bool?>();
    [Argument(Format = "--digests")] public bool? Digests => Get<bool?>();
    [Argument(Format = "--filter {value}")] public string? Filter => Get<string>();
    [Argument(Format = "--format {value}")] public string? Format => Get<string>();
    [Argument(Format = "--no-trunc")] public bool? NoTrunc => Get<bool?>();
    [Argument(Format = "--quiet")] public bool? Quiet => Get<bool?>();
    [Argument(Format = "{value}", Position = -1)] public string? Repository => Get<string>();
}

/// <summary>Changes options of <c>docker images</c>.</summary>
public static partial class DockerImagesSettingsExtensions
{
    public static T SetAll<T>(this T o, bool? v) where T : DockerImagesSettings => OptionsChange.Set(o, "All", v);
    public static T ResetAll<T>(this T o) where T : DockerImagesSettings => OptionsChange.Set(o, "All", null);
    public static T EnableAll<T>(this T o) where T : DockerImagesSettings => OptionsChange.Set(o, "All", true);
    public static T DisableAll<T>(this T o) where T : DockerImagesSettings => OptionsChange.Set(o, "All", false);
    public static T ToggleAll<T>(this T o) where T : DockerImagesSettings => OptionsChange.Toggle(o, "All");
    public static T SetDigests<T>(this T o, bool? v) where T : DockerImagesSettings => OptionsChange.Set(o, "Digests", v);
    public static T ResetDigests<T>(this T o) where T : DockerImagesSettings => OptionsChange.Set(o, "Digests", null);
    public static T EnableDigests<T>(this T o) where T : DockerImagesSettings => OptionsChange.Set(o, "Digests", true);
    public static T DisableDigests<T>(this T o) where T : DockerImagesSettings => OptionsChange.Set(o, "Digests", false);
    public static T ToggleDigests<T>(this T o) where T : DockerImagesSettings => OptionsChange.Toggle(o, "Digests");
    public static T SetFilter<T>(this T o, string? v) where T : DockerImagesSettings => OptionsChange.Set(o, "Filter", v);
    public static T ResetFilter<T>(this T o) where T : DockerImagesSettings => OptionsChange.Set(o, "Filter", null);
    public static T SetFormat<T>(this T o, string? v) where T : DockerImagesSettings => OptionsChange.Set(o, "Format", v);
    public static T ResetFormat<T>(this T o) where T : DockerImagesSettings => OptionsChange.Set(o, "Format", null);
    public static T SetNoTrunc<T>(this T o, bool? v) where T : DockerImagesSettings => OptionsChange.Set(o, "NoTrunc", v);
    public static T ResetNoTrunc<T>(this T o) where T : DockerImagesSettings => OptionsChange.Set(o, "NoTrunc", null);
    public static T EnableNoTrunc<T>(this T o) where T : DockerImagesSettings => OptionsChange.Set(o, "NoTrunc", true);
    public static T DisableNoTrunc<T>(this T o) where T : DockerImagesSettings => OptionsChange.Set(o, "NoTrunc", false);
    public static T ToggleNoTrunc<T>(this T o) where T : DockerImagesSettings => OptionsChange.Toggle(o, "NoTrunc");
    public static T SetQuiet<T>(this T o, bool? v) where T : DockerImagesSettings => OptionsChange.Set(o, "Quiet", v);
    public static T ResetQuiet<T>(this T o) where T : DockerImagesSettings => OptionsChange.Set(o, "Quiet", null);
    public static T EnableQuiet<T>(this T o) where T : DockerImagesSettings => OptionsChange.Set(o, "Quiet", true);
    public static T DisableQuiet<T>(this T o) where T : DockerImagesSettings => OptionsChange.Set(o, "Quiet", false);
    public static T ToggleQuiet<T>(this T o) where T : DockerImagesSettings => OptionsChange.Toggle(o, "Quiet");
    public static T SetRepository<T>(this T o, string? v) where T : DockerImagesSettings => OptionsChange.Set(o, "Repository", v);
    public static T ResetRepository<T>(this T o) where T : DockerImagesSettings => OptionsChange.Set(o, "Repository", null);
}

/// <summary>Options of <c>docker ps</c>.</summary>
[Command(Type = typeof(DockerTasks), Command = nameof(DockerTasks.DockerPs), Arguments = "ps")]
public partial class DockerPsSettings : DockerOptionsBase
{
    [Argument(Format = "--all")] public bool? All => Get<bool?>();
    [Argument(Format = "--filter {value}")] public string? Filter => Get<string>();
    [Argument(Format = "--format {value}")] public string? Format => Get<string>();
    [Argument(Format = "--last {value}")] public int? Last => Get<int?>();
    [Argument(Format = "--latest")] public bool? Latest => Get<bool?>();
    [Argument(Format = "--no-trunc")] public bool? NoTrunc => Get<bool?>();
    [Argument(Format = "--quiet")] public bool? Quiet => Get<bool?>();
    [Argument(Format = "--size")] public bool? Size => Get<bool?>();
}

/// <summary>Changes options of <c>docker ps</c>.</summary>
public static partial class DockerPsSettingsExtensions
{
    public static T SetAll<T>(this T o, bool? v) where T : DockerPsSettings => OptionsChange.Set(o, "All", v);
    public static T ResetAll<T>(this T o) where T : DockerPsSettings => OptionsChange.Set(o, "All", null);
    public static T EnableAll<T>(this T o) where T : DockerPsSettings => OptionsChange.Set(o, "All", true);
    public static T DisableAll<T>(this T o) where T : DockerPsSettings => OptionsChange.Set(o, "All", false);
    public static T ToggleAll<T>(this T o) where T : DockerPsSettings => OptionsChange.Toggle(o, "All");
    public static T SetFilter<T>(this T o, string? v) where T : DockerPsSettings => OptionsChange.Set(o, "Filter", v);
    public static T ResetFilter<T>(this T o) where T : DockerPsSettings => OptionsChange.Set(o, "Filter", null);
    public static T SetFormat<T>(this T o, string? v) where T : DockerPsSettings => OptionsChange.Set(o, "Format", v);
    public static T ResetFormat<T>(this T o) where T : DockerPsSettings => OptionsChange.Set(o, "Format", null);
    public static T SetLast<T>(this T o, int? v) where T : DockerPsSettings => OptionsChange.Set(o, "Last", v);
    public static T ResetLast<T>(this T o) where T : DockerPsSettings => OptionsChange.Set(o, "Last", null);
    public static T SetLatest<T>(this T o, bool? v) where T : DockerPsSettings => OptionsChange.Set(o, "Latest", v);
    public static T ResetLatest<T>(this T o) where T : DockerPsSettings => OptionsChange.Set(o, "Latest", null);
    public static T EnableLatest<T>(this T o) where T : DockerPsSettings => OptionsChange.Set(o, "Latest", true);
    public static T DisableLatest<T>(this T o) where T : DockerPsSettings => OptionsChange.Set(o, "Latest", false);
    public static T ToggleLatest<T>(this T o) where T : DockerPsSettings => OptionsChange.Toggle(o, "Latest");
    public static T SetNoTrunc<T>(this T o, bool? v) where T : DockerPsSettings => OptionsChange.Set(o, "NoTrunc", v);
    public static T ResetNoTrunc<T>(this T o) where T : DockerPsSettings => OptionsChange.Set(o, "NoTrunc", null);
    public static T EnableNoTrunc<T>(this T o) where T : DockerPsSettings => OptionsChange.Set(o, "NoTrunc", true);
    public static T DisableNoTrunc<T>(this T o) where T : DockerPsSettings => OptionsChange.Set(o, "NoTrunc", false);
    public static T ToggleNoTrunc<T>(this T o) where T : DockerPsSettings => OptionsChange.Toggle(o, "NoTrunc");
    public static T SetQuiet<T>(this T o, bool? v) where T : DockerPsSettings => OptionsChange.Set(o, "Quiet", v);
    public static T ResetQuiet<T>(this T o) where T : DockerPsSettings => OptionsChange.Set(o, "Quiet", null);
    public static T EnableQuiet<T>(this T o) where T : DockerPsSettings => OptionsChange.Set(o, "Quiet", true);
    public static T DisableQuiet<T>(this T o) where T : DockerPsSettings => OptionsChange.Set(o, "Quiet", false);
    public static T ToggleQuiet<T>(this T o) where T : DockerPsSettings => OptionsChange.Toggle(o, "Quiet");
    public static T SetSize<T>(this T o, bool? v) where T : DockerPsSettings => OptionsChange.Set(o, "Size", v);
    public static T ResetSize<T>(this T o) where T : DockerPsSettings => OptionsChange.Set(o, "Size", null);
    public static T EnableSize<T>(this T o) where T : DockerPsSettings => OptionsChange.Set(o, "Size", true);
    public static T DisableSize<T>(this T o) where T : DockerPsSettings => OptionsChange.Set(o, "Size", false);
    public static T ToggleSize<T>(this T o) where T : DockerPsSettings => OptionsChange.Toggle(o, "Size");
}

/// <summary>Options of <c>docker stop</c>.</summary>
[Command(Type = typeof(DockerTasks), Command = nameof(DockerTasks.DockerStop), Arguments = "stop")]
public partial class DockerStopSettings : DockerOptionsBase
{
    [Argument(Format = "--time {value}")] public int? Time => Get<int?>();
    [Argument(Format = "{value}", Position = -1, Separator = " ")] public IReadOnlyList<string>? Containers => Get<IReadOnlyList<string>>();
}

/// <summary>Changes options of <c>docker stop</c>.</summary>
public static partial class DockerStopSettingsExtensions
{
    public static T SetTime<T>(this T o, int? v) where T : DockerStopSettings => OptionsChange.Set(o, "Time", v);
    public static T ResetTime<T>(this T o) where T : DockerStopSettings => OptionsChange.Set(o, "Time", null);
    public static T SetContainers<T>(this T o, params string[]? v) where T : DockerStopSettings => OptionsChange.SetList(o, "Containers", v);
    public static T SetContainers<T>(this T o, IEnumerable<string>? v) where T : DockerStopSettings => OptionsChange.SetList(o, "Containers", v);
    public static T AddContainers<T>(this T o, params string[] v) where T : DockerStopSettings => OptionsChange.AddList(o, "Containers", v);
    public static T AddContainers<T>(this T o, IEnumerable<string> v) where T : DockerStopSettings => OptionsChange.AddList(o, "Containers", v);
    public static T RemoveContainers<T>(this T o, params string[] v) where T : DockerStopSettings => OptionsChange.RemoveList(o, "Containers", v);
    public static T RemoveContainers<T>(this T o, IEnumerable<string> v) where T : DockerStopSettings => OptionsChange.RemoveList(o, "Containers", v);
    public static T ClearContainers<T>(this T o) where T : DockerStopSettings => OptionsChange.ClearList<T, string>(o, "Containers");
}

/// <summary>Options of <c>docker rm</c>.</summary>
[Command(Type = typeof(DockerTasks), Command = nameof(DockerTasks.DockerRm), Arguments = "rm")]
public partial class DockerRmSettings : DockerOptionsBase
{
    [Argument(Format = "--force")] public bool? Force => Get<bool?>();
    [Argument(Format = "--link")] public bool? Link => Get<bool?>();
    [Argument(Format = "--volumes")] public bool? Volumes => Get<bool?>();
    [Argument(Format = "{value}", Position = -1, Separator = " ")] public IReadOnlyList<string>? Containers => Get<IReadOnlyList<string>>();
}

/// <summary>Changes options of <c>docker rm</c>.</summary>
public static partial class DockerRmSettingsExtensions
{
    public static T SetForce<T>(this T o, bool? v) where T : DockerRmSettings => OptionsChange.Set(o, "Force", v);
    public static T ResetForce<T>(this T o) where T : DockerRmSettings => OptionsChange.Set(o, "Force", null);
    public static T EnableForce<T>(this T o) where T : DockerRmSettings => OptionsChange.Set(o, "Force", true);
    public static T DisableForce<T>(this T o) where T : DockerRmSettings => OptionsChange.Set(o, "Force", false);
    public static T ToggleForce<T>(this T o) where T : DockerRmSettings => OptionsChange.Toggle(o, "Force");
    public static T SetLink<T>(this T o, bool? v) where T : DockerRmSettings => OptionsChange.Set(o, "Link", v);
    public static T ResetLink<T>(this T o) where T : DockerRmSettings => OptionsChange.Set(o, "Link", null);
    public static T EnableLink<T>(this T o) where T : DockerRmSettings => OptionsChange.Set(o, "Link", true);
    public static T DisableLink<T>(this T o) where T : DockerRmSettings => OptionsChange.Set(o, "Link", false);
    public static T ToggleLink<T>(this T o) where T : DockerRmSettings => OptionsChange.Toggle(o, "Link");
    public static T SetVolumes<T>(this T o, bool? v) where T : DockerRmSettings => OptionsChange.Set(o, "Volumes", v);
    public static T ResetVolumes<T>(this T o) where T : DockerRmSettings => OptionsChange.Set(o, "Volumes", null);
    public static T EnableVolumes<T>(this T o) where T : DockerRmSettings => OptionsChange.Set(o, "Volumes", true);
    public static T DisableVolumes<T>(this T o) where T : DockerRmSettings => OptionsChange.Set(o, "Volumes", false);
    public static T ToggleVolumes<T>(this T o) where T : DockerRmSettings => OptionsChange.Toggle(o, "Volumes");
    public static T SetContainers<T>(this T o, params string[]? v) where T : DockerRmSettings => OptionsChange.SetList(o, "Containers", v);
    public static T SetContainers<T>(this T o, IEnumerable<string>? v) where T : DockerRmSettings => OptionsChange.SetList(o, "Containers", v);
    public static T AddContainers<T>(this T o, params string[] v) where T : DockerRmSettings => OptionsChange.AddList(o, "Containers", v);
    public static T AddContainers<T>(this T o, IEnumerable<string> v) where T : DockerRmSettings => OptionsChange.AddList(o, "Containers", v);
    public static T RemoveContainers<T>(this T o, params string[] v) where T : DockerRmSettings => OptionsChange.RemoveList(o, "Containers", v);
    public static T RemoveContainers<T>(this T o, IEnumerable<string> v) where T : DockerRmSettings => OptionsChange.RemoveList(o, "Containers", v);
    public static T ClearContainers<T>(this T o) where T : DockerRmSettings => OptionsChange.ClearList<T, string>(o, "Containers");
}

/// <summary>Options of <c>docker rmi</c>.</summary>
[Command(Type = typeof(DockerTasks), Command = nameof(DockerTasks.DockerRmi), Arguments = "rmi")]
public partial class DockerRmiSettings : DockerOptionsBase
{
    [Argument(Format = "--force")] public bool? Force => Get<bool?>();
    [Argument(Format = "--no-prune")] public bool? NoPrune => Get<bool?>();
    [Argument(Format = "{value}", Position = -1, Separator = " ")] public IReadOnlyList<string>? Images => Get<IReadOnlyList<string>>();
}

/// <summary>Changes options of <c>docker rmi</c>.</summary>
public static partial class DockerRmiSettingsExtensions
{
    public static T SetForce<T>(this T o, bool? v) where T : DockerRmiSettings => OptionsChange.Set(o, "Force", v);
    public static T ResetForce<T>(this T o) where T : DockerRmiSettings => OptionsChange.Set(o, "Force", null);
    public static T EnableForce<T>(this T o) where T : DockerRmiSettings => OptionsChange.Set(o, "Force", true);
    public static T DisableForce<T>(this T o) where T : DockerRmiSettings => OptionsChange.Set(o, "Force", false);
    public static T ToggleForce<T>(this T o) where T : DockerRmiSettings => OptionsChange.Toggle(o, "Force");
    public static T SetNoPrune<T>(this T o, bool? v) where T : DockerRmiSettings => OptionsChange.Set(o, "NoPrune", v);
    public static T ResetNoPrune<T>(this T o) where T : DockerRmiSettings => OptionsChange.Set(o, "NoPrune", null);
    public static T EnableNoPrune<T>(this T o) where T : DockerRmiSettings => OptionsChange.Set(o, "NoPrune", true);
    public static T DisableNoPrune<T>(this T o) where T : DockerRmiSettings => OptionsChange.Set(o, "NoPrune", false);
    public static T ToggleNoPrune<T>(this T o) where T : DockerRmiSettings => OptionsChange.Toggle(o, "NoPrune");
    public static T SetImages<T>(this T o, params string[]? v) where T : DockerRmiSettings => OptionsChange.SetList(o, "Images", v);
    public static T SetImages<T>(this T o, IEnumerable<string>? v) where T : DockerRmiSettings => OptionsChange.SetList(o, "Images", v);
    public static T AddImages<T>(this T o, params string[] v) where T : DockerRmiSettings => OptionsChange.AddList(o, "Images", v);
    public static T AddImages<T>(this T o, IEnumerable<string> v) where T : DockerRmiSettings => OptionsChange.AddList(o, "Images", v);
    public static T RemoveImages<T>(this T o, params string[] v) where T : DockerRmiSettings => OptionsChange.RemoveList(o, "Images", v);
    public static T RemoveImages<T>(this T o, IEnumerable<string> v) where T : DockerRmiSettings => OptionsChange.RemoveList(o, "Images", v);
    public static T ClearImages<T>(this T o) where T : DockerRmiSettings => OptionsChange.ClearList<T, string>(o, "Images");
}

/// <summary>Options of <c>docker exec</c>.</summary>
[Command(Type = typeof(DockerTasks), Command = nameof(DockerTasks.DockerExec), Arguments = "exec")]
public partial class DockerExecSettings : DockerOptionsBase
{
    [Argument(Format = "--detach")] public bool? Detach => Get<bool?>();
    [Argument(Format = "--detach-keys {value}")] public string? DetachKeys => Get<string>();
    [Argument(Format = "--env {value}")] public IReadOnlyList<string>? Env => Get<IReadOnlyList<string>>();
    [Argument(Format = "--interactive")] public bool? Interactive => Get<bool?>();
    [Argument(Format = "--privileged")] public bool? Privileged => Get<bool?>();
    [Argument(Format = "--tty")] public bool? Tty => Get<bool?>();
    [Argument(Format = "--user {value}")] public string? User => Get<string>();
    [Argument(Format = "--workdir {value}")] public string? Workdir => Get<string>();
    [Argument(Format = "{value}", Position = -3)] public string? Container => Get<string>();
    [Argument(Format = "{value}", Position = -2)] public string? Command => Get<string>();
    [Argument(Format = "{value}", Position = -1, Separator = " ")] public IReadOnlyList<string>? Args => Get<IReadOnlyList<string>>();
}

/// <summary>Changes options of <c>docker exec</c>.</summary>
public static partial class DockerExecSettingsExtensions
{
    public static T SetDetach<T>(this T o, bool? v) where T : DockerExecSettings => OptionsChange.Set(o, "Detach", v);
    public static T ResetDetach<T>(this T o) where T : DockerExecSettings => OptionsChange.Set(o, "Detach", null);
    public static T EnableDetach<T>(this T o) where T : DockerExecSettings => OptionsChange.Set(o, "Detach", true);
    public static T DisableDetach<T>(this T o) where T : DockerExecSettings => OptionsChange.Set(o, "Detach", false);
    public static T ToggleDetach<T>(this T o) where T : DockerExecSettings => OptionsChange.Toggle(o, "Detach");
    public static T SetDetachKeys<T>(this T o, string? v) where T : DockerExecSettings => OptionsChange.Set(o, "DetachKeys", v);
    public static T ResetDetachKeys<T>(this T o) where T : DockerExecSettings => OptionsChange.Set(o, "DetachKeys", null);
    public static T SetEnv<T>(this T o, params string[]? v) where T : DockerExecSettings => OptionsChange.SetList(o, "Env", v);
    public static T SetEnv<T>(this T o, IEnumerable<string>? v) where T : DockerExecSettings => OptionsChange.SetList(o, "Env", v);
    public static T AddEnv<T>(this T o, params string[] v) where T : DockerExecSettings => OptionsChange.AddList(o, "Env", v);
    public static T AddEnv<T>(this T o, IEnumerable<string> v) where T : DockerExecSettings => OptionsChange.AddList(o, "Env", v);
    public static T RemoveEnv<T>(this T o, params string[] v) where T : DockerExecSettings => OptionsChange.RemoveList(o, "Env", v);
    public static T RemoveEnv<T>(this T o, IEnumerable<string> v) where T : DockerExecSettings => OptionsChange.RemoveList(o, "Env", v);
    public static T ClearEnv<T>(this T o) where T : DockerExecSettings => OptionsChange.ClearList<T, string>(o, "Env");
    public static T SetInteractive<T>(this T o, bool? v) where T : DockerExecSettings => OptionsChange.Set(o, "Interactive", v);
    public static T ResetInteractive<T>(this T o) where T : DockerExecSettings => OptionsChange.Set(o, "Interactive", null);
    public static T EnableInteractive<T>(this T o) where T : DockerExecSettings => OptionsChange.Set(o, "Interactive", true);
    public static T DisableInteractive<T>(this T o) where T : DockerExecSettings => OptionsChange.Set(o, "Interactive", false);
    public static T ToggleInteractive<T>(this T o) where T : DockerExecSettings => OptionsChange.Toggle(o, "Interactive");
    public static T SetPrivileged<T>(this T o, bool? v) where T : DockerExecSettings => OptionsChange.Set(o, "Privileged", v);
    public static T ResetPrivileged<T>(this T o) where T : DockerExecSettings => OptionsChange.Set(o, "Privileged", null);
    public static T EnablePrivileged<T>(this T o) where T : DockerExecSettings => OptionsChange.Set(o, "Privileged", true);
    public static T DisablePrivileged<T>(this T o) where T : DockerExecSettings => OptionsChange.Set(o, "Privileged", false);
    public static T TogglePrivileged<T>(this T o) where T : DockerExecSettings => OptionsChange.Toggle(o, "Privileged");
    public static T SetTty<T>(this T o, bool? v) where T : DockerExecSettings => OptionsChange.Set(o, "Tty", v);
    public static T ResetTty<T>(this T o) where T : DockerExecSettings => OptionsChange.Set(o, "Tty", null);
    public static T EnableTty<T>(this T o) where T : DockerExecSettings => OptionsChange.Set(o, "Tty", true);
    public static T DisableTty<T>(this T o) where T : DockerExecSettings => OptionsChange.Set(o, "Tty", false);
    public static T ToggleTty<T>(this T o) where T : DockerExecSettings => OptionsChange.Toggle(o, "Tty");
    public static T SetUser<T>(this T o, string? v) where T : DockerExecSettings => OptionsChange.Set(o, "User", v);
    public static T ResetUser<T>(this T o) where T : DockerExecSettings => OptionsChange.Set(o, "User", null);
    public static T SetWorkdir<T>(this T o, string? v) where T : DockerExecSettings => OptionsChange.Set(o, "Workdir", v);
    public static T ResetWorkdir<T>(this T o) where T : DockerExecSettings => OptionsChange.Set(o, "Workdir", null);
    public static T SetContainer<T>(this T o, string? v) where T : DockerExecSettings => OptionsChange.Set(o, "Container", v);
    public static T ResetContainer<T>(this T o) where T : DockerExecSettings => OptionsChange.Set(o, "Container", null);
    public static T SetCommand<T>(this T o, string? v) where T : DockerExecSettings => OptionsChange.Set(o, "Command", v);
    public static T ResetCommand<T>(this T o) where T : DockerExecSettings => OptionsChange.Set(o, "Command", null);
    public static T SetArgs<T>(this T o, params string[]? v) where T : DockerExecSettings => OptionsChange.SetList(o, "Args", v);
    public static T SetArgs<T>(this T o, IEnumerable<string>? v) where T : DockerExecSettings => OptionsChange.SetList(o, "Args", v);
    public static T AddArgs<T>(this T o, params string[] v) where T : DockerExecSettings => OptionsChange.AddList(o, "Args", v);
    public static T AddArgs<T>(this T o, IEnumerable<string> v) where T : DockerExecSettings => OptionsChange.AddList(o, "Args", v);
    public static T RemoveArgs<T>(this T o, params string[] v) where T : DockerExecSettings => OptionsChange.RemoveList(o, "Args", v);
    public static T RemoveArgs<T>(this T o, IEnumerable<string> v) where T : DockerExecSettings => OptionsChange.RemoveList(o, "Args", v);
    public static T ClearArgs<T>(this T o) where T : DockerExecSettings => OptionsChange.ClearList<T, string>(o, "Args");
}

/// <summary>Options of <c>docker logs</c>.</summary>
[Command(Type = typeof(DockerTasks), Command = nameof(DockerTasks.DockerLogs), Arguments = "logs")]
public partial class DockerLogsSettings : DockerOptionsBase
{
    [Argument(Format = "--details")] public bool? Details => Get<bool?>();
    [Argument(Format = "--follow")] public bool? Follow => Get<bool?>();
    [Argument(Format = "--since {value}")] public string? Since => Get<string>();
    [Argument(Format = "--tail {value}")] public string? Tail => Get<string>();
    [Argument(Format = "--timestamps")] public bool? Timestamps => Get<bool?>();
    [Argument(Format = "--until {value}")] public string? Until => Get<string>();
    [Argument(Format = "{value}", Position = -1)] public string? Container => Get<string>();
}

/// <summary>Changes options of <c>docker logs</c>.</summary>
public static partial class DockerLogsSettingsExtensions
{
    public static T SetDetails<T>(this T o, bool? v) where T : DockerLogsSettings => OptionsChange.Set(o, "Details", v);
    public static T ResetDetails<T>(this T o) where T : DockerLogsSettings => OptionsChange.Set(o, "Details", null);
    public static T EnableDetails<T>(this T o) where T : DockerLogsSettings => OptionsChange.Set(o, "Details", true);
    public static T DisableDetails<T>(this T o) where T : DockerLogsSettings => OptionsChange.Set(o, "Details", false);
    public static T ToggleDetails<T>(this T o) where T : DockerLogsSettings => OptionsChange.Toggle(o, "Details");
    public static T SetFollow<T>(this T o, bool? v) where T : DockerLogsSettings => OptionsChange.Set(o, "Follow", v);
    public static T ResetFollow<T>(this T o) where T : DockerLogsSettings => OptionsChange.Set(o, "Follow", null);
    public static T EnableFollow<T>(this T o) where T : DockerLogsSettings => OptionsChange.Set(o, "Follow", true);
    public static T DisableFollow<T>(this T o) where T : DockerLogsSettings => OptionsChange.Set(o, "Follow", false);
    public static T ToggleFollow<T>(this T o) where T : DockerLogsSettings => OptionsChange.Toggle(o, "Follow");
    public static T SetSince<T>(this T o, string? v) where T : DockerLogsSettings => OptionsChange.Set(o, "Since", v);
    public static T ResetSince<T>(this T o) where T : DockerLogsSettings => OptionsChange.Set(o, "Since", null);
    public static T SetTail<T>(this T o, string? v) where T : DockerLogsSettings => OptionsChange.Set(o, "Tail", v);
    public static T ResetTail<T>(this T o) where T : DockerLogsSettings => OptionsChange.Set(o, "Tail", null);
    public static T SetTimestamps<T>(this T o, bool? v) where T : DockerLogsSettings => OptionsChange.Set(o, "Timestamps", v);
    public static T ResetTimestamps<T>(this T o) where T : DockerLogsSettings => OptionsChange.Set(o, "Timestamps", null);
    public static T EnableTimestamps<T>(this T o) where T : DockerLogsSettings => OptionsChange.Set(o, "Timestamps", true);
    public static T DisableTimestamps<T>(this T o) where T : DockerLogsSettings => OptionsChange.Set(o, "Timestamps", false);
    public static T ToggleTimestamps<T>(this T o) where T : DockerLogsSettings => OptionsChange.Toggle(o, "Timestamps");
    public static T SetUntil<T>(this T o, string? v) where T : DockerLogsSettings => OptionsChange.Set(o, "Until", v);
    public static T ResetUntil<T>(this T o) where T : DockerLogsSettings => OptionsChange.Set(o, "Until", null);
    public static T SetContainer<T>(this T o, string? v) where T : DockerLogsSettings => OptionsChange.Set(o, "Container", v);
    public static T ResetContainer<T>(this T o) where T : DockerLogsSettings => OptionsChange.Set(o, "Container", null);
}

/// <summary>Options of <c>docker inspect</c>.</summary>
[Command(Type = typeof(DockerTasks), Command = nameof(DockerTasks.DockerInspect), Arguments = "inspect")]
public partial class DockerInspectSettings : DockerOptionsBase
{
    [Argument(Format = "--format {value}")] public string? Format => Get<string>();
    [Argument(Format = "--size")] public bool? Size => Get<bool?>();
    [Argument(Format = "--type {value}")] public string? Type => Get<string>();
    [Argument(Format = "{value}", Position = -1, Separator = " ")] public IReadOnlyList<string>? Names => Get<IReadOnlyList<string>>();
}

/// <summary>Changes options of <c>docker inspect</c>.</summary>
public static partial class DockerInspectSettingsExtensions
{
    public static T SetFormat<T>(this T o, string? v) where T : DockerInspectSettings => OptionsChange.Set(o, "Format", v);
    public static T ResetFormat<T>(this T o) where T : DockerInspectSettings => OptionsChange.Set(o, "Format", null);
    public static T SetSize<T>(this T o, bool? v) where T : DockerInspectSettings => OptionsChange.Set(o, "Size", v);
    public static T ResetSize<T>(this T o) where T : DockerInspectSettings => OptionsChange.Set(o, "Size", null);
    public static T EnableSize<T>(this T o) where T : DockerInspectSettings => OptionsChange.Set(o, "Size", true);
    public static T DisableSize<T>(this T o) where T : DockerInspectSettings => OptionsChange.Set(o, "Size", false);
    public static T ToggleSize<T>(this T o) where T : DockerInspectSettings => OptionsChange.Toggle(o, "Size");
    public static T SetType<T>(this T o, string? v) where T : DockerInspectSettings => OptionsChange.Set(o, "Type", v);
    public static T ResetType<T>(this T o) where T : DockerInspectSettings => OptionsChange.Set(o, "Type", null);
    public static T SetNames<T>(this T o, params string[]? v) where T : DockerInspectSettings => OptionsChange.SetList(o, "Names", v);
    public static T SetNames<T>(this T o, IEnumerable<string>? v) where T : DockerInspectSettings => OptionsChange.SetList(o, "Names", v);
    public static T AddNames<T>(this T o, params string[] v) where T : DockerInspectSettings => OptionsChange.AddList(o, "Names", v);
    public static T AddNames<T>(this T o, IEnumerable<string> v) where T : DockerInspectSettings => OptionsChange.AddList(o, "Names", v);
    public static T RemoveNames<T>(this T o, params string[] v) where T : DockerInspectSettings => OptionsChange.RemoveList(o, "Names", v);
    public static T RemoveNames<T>(this T o, IEnumerable<string> v) where T : DockerInspectSettings => OptionsChange.RemoveList(o, "Names", v);
    public static T ClearNames<T>(this T o) where T : DockerInspectSettings => OptionsChange.ClearList<T, string>(o, "Names");
}

/// <summary>Options of <c>docker image prune</c>.</summary>
[Command(Type = typeof(DockerTasks), Command = nameof(DockerTasks.DockerImagePrune), Arguments = "image prune")]
public partial class DockerImagePruneSettings : DockerOptionsBase
{
    [Argument(Format = "--all")] public bool? All => Get<bool?>();
    [Argument(Format = "--filter {value}")] public string? Filter => Get<string>();
    [Argument(Format = "--force")] public bool? Force => Get<bool?>();
}

/// <summary>Changes options of <c>docker image prune</c>.</summary>
public static partial class DockerImagePruneSettingsExtensions
{
    public static T SetAll<T>(this T o, bool? v) where T : DockerImagePruneSettings => OptionsChange.Set(o, "All", v);
    public static T ResetAll<T>(this T o) where T : DockerImagePruneSettings => OptionsChange.Set(o, "All", null);
    public static T EnableAll<T>(this T o) where T : DockerImagePruneSettings => OptionsChange.Set(o, "All", true);
    public static T DisableAll<T>(this T o) where T : DockerImagePruneSettings => OptionsChange.Set(o, "All", false);
    public static T ToggleAll<T>(this T o) where T : DockerImagePruneSettings => OptionsChange.Toggle(o, "All");
    public static T SetFilter<T>(this T o, string? v) where T : DockerImagePruneSettings => OptionsChange.Set(o, "Filter", v);
    public static T ResetFilter<T>(this T o) where T : DockerImagePruneSettings => OptionsChange.Set(o, "Filter", null);
    public static T SetForce<T>(this T o, bool? v) where T : DockerImagePruneSettings => OptionsChange.Set(o, "Force", v);
    public static T ResetForce<T>(this T o) where T : DockerImagePruneSettings => OptionsChange.Set(o, "Force", null);
    public static T EnableForce<T>(this T o) where T : DockerImagePruneSettings => OptionsChange.Set(o, "Force", true);
    public static T DisableForce<T>(this T o) where T : DockerImagePruneSettings => OptionsChange.Set(o, "Force", false);
    public static T ToggleForce<T>(this T o) where T : DockerImagePruneSettings => OptionsChange.Toggle(o, "Force");
}

/// <summary>Options of <c>docker network create</c>.</summary>
[Command(Type = typeof(DockerTasks), Command = nameof(DockerTasks.DockerNetworkCreate), Arguments = "network create")]
public partial class DockerNetworkCreateSettings : DockerOptionsBase
{
    [Argument(Format = "--attachable")] public bool? Attachable => Get<bool?>();
    [Argument(Format = "--aux-address {key}={value}")] public IReadOnlyDictionary<string, string>? AuxAddress => Get<IReadOnlyDictionary<string, string>>();
    [Argument(Format = "--config-from {value}")] public string? ConfigFrom => Get<string>();
    [Argument(Format = "--config-only")] public bool? ConfigOnly => Get<bool?>();
    [Argument(Format = "--driver {value}")] public string? Driver => Get<string>();
    [Argument(Format = "--gateway {value}")] public IReadOnlyList<string>? Gateway => Get<IReadOnlyList<string>>();
    [Argument(Format = "--ingress")] public bool? Ingress => Get<bool?>();
    [Argument(Format = "--internal")] public bool? Internal => Get<bool?>();
    [Argument(Format = "--ip-range {value}")] public IReadOnlyList<string>? IpRange => Get<IReadOnlyList<string>>();
    [Argument(Format = "--ipam-driver {value}")] public string? IpamDriver => Get<string>();
    [Argument(Format = "--ipam-opt {key}={value}")] public IReadOnlyDictionary<string, string>? IpamOpt => Get<IReadOnlyDictionary<string, string>>();
    [Argument(Format = "--ipv6")] public bool? Ipv6 => Get<bool?>();
    [Argument(Format = "--label {value}")] public IReadOnlyList<string>? Label => Get<IReadOnlyList<string>>();
    [Argument(Format = "--opt {key}={value}")] public IReadOnlyDictionary<string, string>? Opt => Get<IReadOnlyDictionary<string, string>>();
    [Argument(Format = "--scope {value}")] public string? Scope => Get<string>();
    [Argument(Format = "--subnet {value}")] public IReadOnlyList<string>? Subnet => Get<IReadOnlyList<string>>();
    [Argument(Format = "{value}", Position = -1)] public string? Network => Get<string>();
}

/// <summary>Changes options of <c>docker network create</c>.</summary>
public static partial class DockerNetworkCreateSettingsExtensions
{
    public static T SetAttachable<T>(this T o, bool? v) where T : DockerNetworkCreateSettings => OptionsChange.Set(o, "Attachable", v);
    public static T ResetAttachable<T>(this T o) where T : DockerNetworkCreateSettings => OptionsChange.Set(o, "Attachable", null);
    public static T EnableAttachable<T>(this T o) where T : DockerNetworkCreateSettings => OptionsChange.Set(o, "Attachable", true);
    public static T DisableAttachable<T>(this T o) where T : DockerNetworkCreateSettings => OptionsChange.Set(o, "Attachable", false);
    public static T ToggleAttachable<T>(this T o) where T : DockerNetworkCreateSettings => OptionsChange.Toggle(o, "Attachable");
    public static T SetAuxAddress<T>(this T o, IDictionary<string, string>? v) where T : DockerNetworkCreateSettings => OptionsChange.SetPairs(o, "AuxAddress", v);
    public static T SetAuxAddress<T>(this T o, string k, string? v) where T : DockerNetworkCreateSettings => OptionsChange.SetPair(o, "AuxAddress", k, v);
    public static T AddAuxAddress<T>(this T o, string k, string v) where T : DockerNetworkCreateSettings => OptionsChange.AddPair(o, "AuxAddress", k, v);
    public static T RemoveAuxAddress<T>(this T o, string k) where T : DockerNetworkCreateSettings => OptionsChange.RemovePair<T, string>(o, "AuxAddress", k);
    public static T ClearAuxAddress<T>(this T o) where T : DockerNetworkCreateSettings => OptionsChange.ClearPairs<T, string>(o, "AuxAddress");
    public static T SetConfigFrom<T>(this T o, string? v) where T : DockerNetworkCreateSettings => OptionsChange.Set(o, "ConfigFrom", v);
    public static T ResetConfigFrom<T>(this T o) where T : DockerNetworkCreateSettings => OptionsChange.Set(o, "ConfigFrom", null);
    public static T SetConfigOnly<T>(this T o, bool? v) where T : DockerNetworkCreateSettings => OptionsChange.Set(o, "ConfigOnly", v);
    public static T ResetConfigOnly<T>(this T o) where T : DockerNetworkCreateSettings => OptionsChange.Set(o, "ConfigOnly", null);
    public static T EnableConfigOnly<T>(this T o) where T : DockerNetworkCreateSettings => OptionsChange.Set(o, "ConfigOnly", true);
    public static T DisableConfigOnly<T>(this T o) where T : DockerNetworkCreateSettings => OptionsChange.Set(o, "ConfigOnly", false);
    public static T ToggleConfigOnly<T>(this T o) where T : DockerNetworkCreateSettings => OptionsChange.Toggle(o, "ConfigOnly");
    public static T SetDriver<T>(this T o, string? v) where T : DockerNetworkCreateSettings => OptionsChange.Set(o, "Driver", v);
    public static T ResetDriver<T>(this T o) where T : DockerNetworkCreateSettings => OptionsChange.Set(o, "Driver", null);
    public static T SetGateway<T>(this T o, params string[]? v) where T : DockerNetworkCreateSettings => OptionsChange.SetList(o, "Gateway", v);
    public static T SetGateway<T>(this T o, IEnumerable<string>? v) where T : DockerNetworkCreateSettings => OptionsChange.SetList(o, "Gateway", v);
    public static T AddGateway<T>(this T o, params string[] v) where T : DockerNetworkCreateSettings => OptionsChange.AddList(o, "Gateway", v);
    public static T AddGateway<T>(this T o, IEnumerable<string> v) where T : DockerNetworkCreateSettings => OptionsChange.AddList(o, "Gateway", v);
    public static T RemoveGateway<T>(this T o, params string[] v) where T : DockerNetworkCreateSettings => OptionsChange.RemoveList(o, "Gateway", v);
    public static T RemoveGateway<T>(this T o, IEnumerable<string> v) where T : DockerNetworkCreateSettings => OptionsChange.RemoveList(o, "Gateway", v);
    public static T ClearGateway<T>(this T o) where T : DockerNetworkCreateSettings => OptionsChange.ClearList<T, string>(o, "Gateway");
    public static T SetIngress<T>(this T o, bool? v) where T : DockerNetworkCreateSettings => OptionsChange.Set(o, "Ingress", v);
    public static T ResetIngress<T>(this T o) where T : DockerNetworkCreateSettings => OptionsChange.Set(o, "Ingress", null);
    public static T EnableIngress<T>(this T o) where T : DockerNetworkCreateSettings => OptionsChange.Set(o, "Ingress", true);
    public static T DisableIngress<T>(this T o) where T : DockerNetworkCreateSettings => OptionsChange.Set(o, "Ingress", false);
    public static T ToggleIngress<T>(this T o) where T : DockerNetworkCreateSettings => OptionsChange.Toggle(o, "Ingress");
    public static T SetInternal<T>(this T o, bool? v) where T : DockerNetworkCreateSettings => OptionsChange.Set(o, "Internal", v);
    public static T ResetInternal<T>(this T o) where T : DockerNetworkCreateSettings => OptionsChange.Set(o, "Internal", null);
    public static T EnableInternal<T>(this T o) where T : DockerNetworkCreateSettings => OptionsChange.Set(o, "Internal", true);
    public static T DisableInternal<T>(this T o) where T : DockerNetworkCreateSettings => OptionsChange.Set(o, "Internal", false);
    public static T ToggleInternal<T>(this T o) where T : DockerNetworkCreateSettings => OptionsChange.Toggle(o, "Internal");
    public static T SetIpRange<T>(this T o, params string[]? v) where T : DockerNetworkCreateSettings => OptionsChange.SetList(o, "IpRange", v);
    public static T SetIpRange<T>(this T o, IEnumerable<string>? v) where T : DockerNetworkCreateSettings => OptionsChange.SetList(o, "IpRange", v);
    public static T AddIpRange<T>(this T o, params string[] v) where T : DockerNetworkCreateSettings => OptionsChange.AddList(o, "IpRange", v);
    public static T AddIpRange<T>(this T o, IEnumerable<string> v) where T : DockerNetworkCreateSettings => OptionsChange.AddList(o, "IpRange", v);
    public static T RemoveIpRange<T>(this T o, params string[] v) where T : DockerNetworkCreateSettings => OptionsChange.RemoveList(o, "IpRange", v);
    public static T RemoveIpRange<T>(this T o, IEnumerable<string> v) where T : DockerNetworkCreateSettings => OptionsChange.RemoveList(o, "IpRange", v);
    public static T ClearIpRange<T>(this T o) where T : DockerNetworkCreateSettings => OptionsChange.ClearList<T, string>(o, "IpRange");
    public static T SetIpamDriver<T>(this T o, string? v) where T : DockerNetworkCreateSettings => OptionsChange.Set(o, "IpamDriver", v);
    public static T ResetIpamDriver<T>(this T o) where T : DockerNetworkCreateSettings => OptionsChange.Set(o, "IpamDriver", null);
    public static T SetIpamOpt<T>(this T o, IDictionary<string, string>? v) where T : DockerNetworkCreateSettings => OptionsChange.SetPairs(o, "IpamOpt", v);
    public static T SetIpamOpt<T>(this T o, string k, string? v) where T : DockerNetworkCreateSettings => OptionsChange.SetPair(o, "IpamOpt", k, v);
    public static T AddIpamOpt<T>(this T o, string k, string v) where T : DockerNetworkCreateSettings => OptionsChange.AddPair(o, "IpamOpt", k, v);
    public static T RemoveIpamOpt<T>(this T o, string k) where T : DockerNetworkCreateSettings => OptionsChange.RemovePair<T, string>(o, "IpamOpt", k);
    public static T ClearIpamOpt<T>(this T o) where T : DockerNetworkCreateSettings => OptionsChange.ClearPairs<T, string>(o, "IpamOpt");
    public static T SetIpv6<T>(this T o, bool? v) where T : DockerNetworkCreateSettings => OptionsChange.Set(o, "Ipv6", v);
    public static T ResetIpv6<T>(this T o) where T : DockerNetworkCreateSettings => OptionsChange.Set(o, "Ipv6", null);
    public static T EnableIpv6<T>(this T o) where T : DockerNetworkCreateSettings => OptionsChange.Set(o, "Ipv6", true);
    public static T DisableIpv6<T>(this T o) where T : DockerNetworkCreateSettings => OptionsChange.Set(o, "Ipv6", false);
    public static T ToggleIpv6<T>(this T o) where T : DockerNetworkCreateSettings => OptionsChange.Toggle(o, "Ipv6");
    public static T SetLabel<T>(this T o, params string[]? v) where T : DockerNetworkCreateSettings => OptionsChange.SetList(o, "Label", v);
    public static T SetLabel<T>(this T o, IEnumerable<string>? v) where T : DockerNetworkCreateSettings => OptionsChange.SetList(o, "Label", v);
    public static T AddLabel<T>(this T o, params string[] v) where T : DockerNetworkCreateSettings => OptionsChange.AddList(o, "Label", v);
    public static T AddLabel<T>(this T o, IEnumerable<string> v) where T : DockerNetworkCreateSettings => OptionsChange.AddList(o, "Label", v);
    public static T RemoveLabel<T>(this T o, params string[] v) where T : DockerNetworkCreateSettings => OptionsChange.RemoveList(o, "Label", v);
    public static T RemoveLabel<T>(this T o, IEnumerable<string> v) where T : DockerNetworkCreateSettings => OptionsChange.RemoveList(o, "Label", v);
    public static T ClearLabel<T>(this T o) where T : DockerNetworkCreateSettings => OptionsChange.ClearList<T, string>(o, "Label");
    public static T SetOpt<T>(this T o, IDictionary<string, string>? v) where T : DockerNetworkCreateSettings => OptionsChange.SetPairs(o, "Opt", v);
    public static T SetOpt<T>(this T o, string k, string? v) where T : DockerNetworkCreateSettings => OptionsChange.SetPair(o, "Opt", k, v);
    public static T AddOpt<T>(this T o, string k, string v) where T : DockerNetworkCreateSettings => OptionsChange.AddPair(o, "Opt", k, v);
    public static T RemoveOpt<T>(this T o, string k) where T : DockerNetworkCreateSettings => OptionsChange.RemovePair<T, string>(o, "Opt", k);
    public static T ClearOpt<T>(this T o) where T : DockerNetworkCreateSettings => OptionsChange.ClearPairs<T, string>(o, "Opt");
    public static T SetScope<T>(this T o, string? v) where T : DockerNetworkCreateSettings => OptionsChange.Set(o, "Scope", v);
    public static T ResetScope<T>(this T o) where T : DockerNetworkCreateSettings => OptionsChange.Set(o, "Scope", null);
    public static T SetSubnet<T>(this T o, params string[]? v) where T : DockerNetworkCreateSettings => OptionsChange.SetList(o, "Subnet", v);
    public static T SetSubnet<T>(this T o, IEnumerable<string>? v) where T : DockerNetworkCreateSettings => OptionsChange.SetList(o, "Subnet", v);
    public static T AddSubnet<T>(this T o, params string[] v) where T : DockerNetworkCreateSettings => OptionsChange.AddList(o, "Subnet", v);
    public static T AddSubnet<T>(this T o, IEnumerable<string> v) where T : DockerNetworkCreateSettings => OptionsChange.AddList(o, "Subnet", v);
    public static T RemoveSubnet<T>(this T o, params string[] v) where T : DockerNetworkCreateSettings => OptionsChange.RemoveList(o, "Subnet", v);
    public static T RemoveSubnet<T>(this T o, IEnumerable<string> v) where T : DockerNetworkCreateSettings => OptionsChange.RemoveList(o, "Subnet", v);
    public static T ClearSubnet<T>(this T o) where T : DockerNetworkCreateSettings => OptionsChange.ClearList<T, string>(o, "Subnet");
    public static T SetNetwork<T>(this T o, string? v) where T : DockerNetworkCreateSettings => OptionsChange.Set(o, "Network", v);
    public static T ResetNetwork<T>(this T o) where T : DockerNetworkCreateSettings => OptionsChange.Set(o, "Network", null);
}

/// <summary>Options of <c>docker manifest create</c>.</summary>
[Command(Type = typeof(DockerTasks), Command = nameof(DockerTasks.DockerManifestCreate), Arguments = "manifest create")]
public partial class DockerManifestCreateSettings : DockerOptionsBase
{
    [Argument(Format = "{value}", Position = -2)] public string? ManifestList => Get<string>();
    [Argument(Format = "{value}", Position = -1, Separator = " ")] public IReadOnlyList<string>? Manifests => Get<IReadOnlyList<string>>();
}

/// <summary>Changes options of <c>docker manifest create</c>.</summary>
public static partial class DockerManifestCreateSettingsExtensions
{
    public static T SetManifestList<T>(this T o, string? v) where T : DockerManifestCreateSettings => OptionsChange.Set(o, "ManifestList", v);
    public static T ResetManifestList<T>(this T o) where T : DockerManifestCreateSettings => OptionsChange.Set(o, "ManifestList", null);
    public static T SetManifests<T>(this T o, params string[]? v) where T : DockerManifestCreateSettings => OptionsChange.SetList(o, "Manifests", v);
    public static T SetManifests<T>(this T o, IEnumerable<string>? v) where T : DockerManifestCreateSettings => OptionsChange.SetList(o, "Manifests", v);
    public static T AddManifests<T>(this T o, params string[] v) where T : DockerManifestCreateSettings => OptionsChange.AddList(o, "Manifests", v);
    public static T AddManifests<T>(this T o, IEnumerable<string> v) where T : DockerManifestCreateSettings => OptionsChange.AddList(o, "Manifests", v);
    public static T RemoveManifests<T>(this T o, params string[] v) where T : DockerManifestCreateSettings => OptionsChange.RemoveList(o, "Manifests", v);
    public static T RemoveManifests<T>(this T o, IEnumerable<string> v) where T : DockerManifestCreateSettings => OptionsChange.RemoveList(o, "Manifests", v);
    public static T ClearManifests<T>(this T o) where T : DockerManifestCreateSettings => OptionsChange.ClearList<T, string>(o, "Manifests");
}

/// <summary>Options of <c>docker manifest push</c>.</summary>
[Command(Type = typeof(DockerTasks), Command = nameof(DockerTasks.DockerManifestPush), Arguments = "manifest push")]
public partial class DockerManifestPushSettings : DockerOptionsBase
{
    [Argument(Format = "--insecure")] public bool? Insecure => Get<bool?>();
    [Argument(Format = "--purge")] public bool? Purge => Get<bool?>();
    [Argument(Format = "{value}", Position = -1)] public string? ManifestList => Get<string>();
}

/// <summary>Changes options of <c>docker manifest push</c>.</summary>
public static partial class DockerManifestPushSettingsExtensions
{
    public static T SetInsecure<T>(this T o, bool? v) where T : DockerManifestPushSettings => OptionsChange.Set(o, "Insecure", v);
    public static T ResetInsecure<T>(this T o) where T : DockerManifestPushSettings => OptionsChange.Set(o, "Insecure", null);
    public static T EnableInsecure<T>(this T o) where T : DockerManifestPushSettings => OptionsChange.Set(o, "Insecure", true);
    public static T DisableInsecure<T>(this T o) where T : DockerManifestPushSettings => OptionsChange.Set(o, "Insecure", false);
    public static T ToggleInsecure<T>(this T o) where T : DockerManifestPushSettings => OptionsChange.Toggle(o, "Insecure");
    public static T SetPurge<T>(this T o, bool? v) where T : DockerManifestPushSettings => OptionsChange.Set(o, "Purge", v);
    public static T ResetPurge<T>(this T o) where T : DockerManifestPushSettings => OptionsChange.Set(o, "Purge", null);
    public static T EnablePurge<T>(this T o) where T : DockerManifestPushSettings => OptionsChange.Set(o, "Purge", true);
    public static T DisablePurge<T>(this T o) where T : DockerManifestPushSettings => OptionsChange.Set(o, "Purge", false);
    public static T TogglePurge<T>(this T o) where T : DockerManifestPushSettings => OptionsChange.Toggle(o, "Purge");
    public static T SetManifestList<T>(this T o, string? v) where T : DockerManifestPushSettings => OptionsChange.Set(o, "ManifestList", v);
    public static T ResetManifestList<T>(this T o) where T : DockerManifestPushSettings => OptionsChange.Set(o, "ManifestList", null);
}

/// <summary>debug, info, warn, error, fatal.</summary>
[TypeConverter(typeof(TypeConverter<DockerLogLevel>))]
public partial class DockerLogLevel : Enumeration
{
    public static DockerLogLevel debug = (DockerLogLevel)"debug";
    public static DockerLogLevel info = (DockerLogLevel)"info";
    public static DockerLogLevel warn = (DockerLogLevel)"warn";
    public static DockerLogLevel error = (DockerLogLevel)"error";
    public static DockerLogLevel fatal = (DockerLogLevel)"fatal";
    public static implicit operator DockerLogLevel(string value) => new() { Value = value };
}

/// <summary>auto, plain, tty.</summary>
[TypeConverter(typeof(TypeConverter<DockerProgressType>))]
public partial class DockerProgressType : Enumeration
{
    public static DockerProgressType auto = (DockerProgressType)"auto";
    public static DockerProgressType plain = (DockerProgressType)"plain";
    public static DockerProgressType tty = (DockerProgressType)"tty";
    public static implicit operator DockerProgressType(string value) => new() { Value = value };
}

/// <summary>docker-container, kubernetes, remote.</summary>
[TypeConverter(typeof(TypeConverter<DockerDriverType>))]
public partial class DockerDriverType : Enumeration
{
    public static DockerDriverType docker_container = (DockerDriverType)"docker-container";
    public static DockerDriverType kubernetes = (DockerDriverType)"kubernetes";
    public static DockerDriverType remote = (DockerDriverType)"remote";
    public static implicit operator DockerDriverType(string value) => new() { Value = value };
}
