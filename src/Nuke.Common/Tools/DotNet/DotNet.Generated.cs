// Written by tools/ToolGenerator from DotNet.json. Change that and run: dotnet run --project tools/ToolGenerator

#nullable enable

using System.ComponentModel;
using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>The commands of the .NET SDK. DOTNET_EXE overrides which one is used.</summary>
[PathTool(Executable = PathExecutable)]
public partial class DotNetTasks : ToolTasks, IRequirePathTool
{
    public const string PathExecutable = "dotnet";
    public static string DotNetPath { get => new DotNetTasks().GetToolPathInternal(); set => new DotNetTasks().SetToolPath(value); }

    /// <summary>Runs any command.</summary>
    public static IReadOnlyCollection<Output> DotNet(ArgumentStringHandler arguments, string? workingDirectory = null, IReadOnlyDictionary<string, string>? environmentVariables = null, int? timeout = null, bool? logOutput = null, bool? logInvocation = null, Action<OutputType, string>? logger = null, Func<IProcess, object?>? exitHandler = null) => new DotNetTasks().Run(arguments, workingDirectory, environmentVariables, timeout, logOutput, logInvocation, logger, exitHandler);

    /// <summary>Runs tests.</summary>
    public static IReadOnlyCollection<Output> DotNetTest(DotNetTestSettings? options = null) => new DotNetTasks().Run(options);
    /// <inheritdoc cref="DotNetTest(DotNetTestSettings)"/>
    public static IReadOnlyCollection<Output> DotNetTest(Configure<DotNetTestSettings> configurator) => new DotNetTasks().Run(configurator.Invoke(new DotNetTestSettings()));
    /// <inheritdoc cref="DotNetTest(DotNetTestSettings)"/>
    public static IEnumerable<(DotNetTestSettings Settings, IReadOnlyCollection<Output> Output)> DotNetTest(CombinatorialConfigure<DotNetTestSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DotNetTest, degreeOfParallelism, completeOnFailure);

    /// <summary>Runs a project.</summary>
    public static IReadOnlyCollection<Output> DotNetRun(DotNetRunSettings? options = null) => new DotNetTasks().Run(options);
    /// <inheritdoc cref="DotNetRun(DotNetRunSettings)"/>
    public static IReadOnlyCollection<Output> DotNetRun(Configure<DotNetRunSettings> configurator) => new DotNetTasks().Run(configurator.Invoke(new DotNetRunSettings()));
    /// <inheritdoc cref="DotNetRun(DotNetRunSettings)"/>
    public static IEnumerable<(DotNetRunSettings Settings, IReadOnlyCollection<Output> Output)> DotNetRun(CombinatorialConfigure<DotNetRunSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DotNetRun, degreeOfParallelism, completeOnFailure);

    /// <summary>Restores packages.</summary>
    public static IReadOnlyCollection<Output> DotNetRestore(DotNetRestoreSettings? options = null) => new DotNetTasks().Run(options);
    /// <inheritdoc cref="DotNetRestore(DotNetRestoreSettings)"/>
    public static IReadOnlyCollection<Output> DotNetRestore(Configure<DotNetRestoreSettings> configurator) => new DotNetTasks().Run(configurator.Invoke(new DotNetRestoreSettings()));
    /// <inheritdoc cref="DotNetRestore(DotNetRestoreSettings)"/>
    public static IEnumerable<(DotNetRestoreSettings Settings, IReadOnlyCollection<Output> Output)> DotNetRestore(CombinatorialConfigure<DotNetRestoreSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DotNetRestore, degreeOfParallelism, completeOnFailure);

    /// <summary>Makes a NuGet package.</summary>
    public static IReadOnlyCollection<Output> DotNetPack(DotNetPackSettings? options = null) => new DotNetTasks().Run(options);
    /// <inheritdoc cref="DotNetPack(DotNetPackSettings)"/>
    public static IReadOnlyCollection<Output> DotNetPack(Configure<DotNetPackSettings> configurator) => new DotNetTasks().Run(configurator.Invoke(new DotNetPackSettings()));
    /// <inheritdoc cref="DotNetPack(DotNetPackSettings)"/>
    public static IEnumerable<(DotNetPackSettings Settings, IReadOnlyCollection<Output> Output)> DotNetPack(CombinatorialConfigure<DotNetPackSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DotNetPack, degreeOfParallelism, completeOnFailure);

    /// <summary>Compiles.</summary>
    public static IReadOnlyCollection<Output> DotNetBuild(DotNetBuildSettings? options = null) => new DotNetTasks().Run(options);
    /// <inheritdoc cref="DotNetBuild(DotNetBuildSettings)"/>
    public static IReadOnlyCollection<Output> DotNetBuild(Configure<DotNetBuildSettings> configurator) => new DotNetTasks().Run(configurator.Invoke(new DotNetBuildSettings()));
    /// <inheritdoc cref="DotNetBuild(DotNetBuildSettings)"/>
    public static IEnumerable<(DotNetBuildSettings Settings, IReadOnlyCollection<Output> Output)> DotNetBuild(CombinatorialConfigure<DotNetBuildSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DotNetBuild, degreeOfParallelism, completeOnFailure);

    /// <summary>Runs MSBuild targets.</summary>
    public static IReadOnlyCollection<Output> DotNetMSBuild(DotNetMSBuildSettings? options = null) => new DotNetTasks().Run(options);
    /// <inheritdoc cref="DotNetMSBuild(DotNetMSBuildSettings)"/>
    public static IReadOnlyCollection<Output> DotNetMSBuild(Configure<DotNetMSBuildSettings> configurator) => new DotNetTasks().Run(configurator.Invoke(new DotNetMSBuildSettings()));
    /// <inheritdoc cref="DotNetMSBuild(DotNetMSBuildSettings)"/>
    public static IEnumerable<(DotNetMSBuildSettings Settings, IReadOnlyCollection<Output> Output)> DotNetMSBuild(CombinatorialConfigure<DotNetMSBuildSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DotNetMSBuild, degreeOfParallelism, completeOnFailure);

    /// <summary>Removes what a build left.</summary>
    public static IReadOnlyCollection<Output> DotNetClean(DotNetCleanSettings? options = null) => new DotNetTasks().Run(options);
    /// <inheritdoc cref="DotNetClean(DotNetCleanSettings)"/>
    public static IReadOnlyCollection<Output> DotNetClean(Configure<DotNetCleanSettings> configurator) => new DotNetTasks().Run(configurator.Invoke(new DotNetCleanSettings()));
    /// <inheritdoc cref="DotNetClean(DotNetCleanSettings)"/>
    public static IEnumerable<(DotNetCleanSettings Settings, IReadOnlyCollection<Output> Output)> DotNetClean(CombinatorialConfigure<DotNetCleanSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DotNetClean, degreeOfParallelism, completeOnFailure);

    /// <summary>Formats code, or checks that it is formatted.</summary>
    public static IReadOnlyCollection<Output> DotNetFormat(DotNetFormatSettings? options = null) => new DotNetTasks().Run(options);
    /// <inheritdoc cref="DotNetFormat(DotNetFormatSettings)"/>
    public static IReadOnlyCollection<Output> DotNetFormat(Configure<DotNetFormatSettings> configurator) => new DotNetTasks().Run(configurator.Invoke(new DotNetFormatSettings()));
    /// <inheritdoc cref="DotNetFormat(DotNetFormatSettings)"/>
    public static IEnumerable<(DotNetFormatSettings Settings, IReadOnlyCollection<Output> Output)> DotNetFormat(CombinatorialConfigure<DotNetFormatSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DotNetFormat, degreeOfParallelism, completeOnFailure);

    /// <summary>Publishes an application.</summary>
    public static IReadOnlyCollection<Output> DotNetPublish(DotNetPublishSettings? options = null) => new DotNetTasks().Run(options);
    /// <inheritdoc cref="DotNetPublish(DotNetPublishSettings)"/>
    public static IReadOnlyCollection<Output> DotNetPublish(Configure<DotNetPublishSettings> configurator) => new DotNetTasks().Run(configurator.Invoke(new DotNetPublishSettings()));
    /// <inheritdoc cref="DotNetPublish(DotNetPublishSettings)"/>
    public static IEnumerable<(DotNetPublishSettings Settings, IReadOnlyCollection<Output> Output)> DotNetPublish(CombinatorialConfigure<DotNetPublishSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DotNetPublish, degreeOfParallelism, completeOnFailure);

    /// <summary>Pushes a package to a feed.</summary>
    public static IReadOnlyCollection<Output> DotNetNuGetPush(DotNetNuGetPushSettings? options = null) => new DotNetTasks().Run(options);
    /// <inheritdoc cref="DotNetNuGetPush(DotNetNuGetPushSettings)"/>
    public static IReadOnlyCollection<Output> DotNetNuGetPush(Configure<DotNetNuGetPushSettings> configurator) => new DotNetTasks().Run(configurator.Invoke(new DotNetNuGetPushSettings()));
    /// <inheritdoc cref="DotNetNuGetPush(DotNetNuGetPushSettings)"/>
    public static IEnumerable<(DotNetNuGetPushSettings Settings, IReadOnlyCollection<Output> Output)> DotNetNuGetPush(CombinatorialConfigure<DotNetNuGetPushSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DotNetNuGetPush, degreeOfParallelism, completeOnFailure);

    /// <summary>Deletes or unlists a package of a feed.</summary>
    public static IReadOnlyCollection<Output> DotNetNuGetDelete(DotNetNuGetDeleteSettings? options = null) => new DotNetTasks().Run(options);
    /// <inheritdoc cref="DotNetNuGetDelete(DotNetNuGetDeleteSettings)"/>
    public static IReadOnlyCollection<Output> DotNetNuGetDelete(Configure<DotNetNuGetDeleteSettings> configurator) => new DotNetTasks().Run(configurator.Invoke(new DotNetNuGetDeleteSettings()));
    /// <inheritdoc cref="DotNetNuGetDelete(DotNetNuGetDeleteSettings)"/>
    public static IEnumerable<(DotNetNuGetDeleteSettings Settings, IReadOnlyCollection<Output> Output)> DotNetNuGetDelete(CombinatorialConfigure<DotNetNuGetDeleteSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DotNetNuGetDelete, degreeOfParallelism, completeOnFailure);

    /// <summary>Signs packages.</summary>
    public static IReadOnlyCollection<Output> DotNetNuGetSign(DotNetNuGetSignSettings? options = null) => new DotNetTasks().Run(options);
    /// <inheritdoc cref="DotNetNuGetSign(DotNetNuGetSignSettings)"/>
    public static IReadOnlyCollection<Output> DotNetNuGetSign(Configure<DotNetNuGetSignSettings> configurator) => new DotNetTasks().Run(configurator.Invoke(new DotNetNuGetSignSettings()));
    /// <inheritdoc cref="DotNetNuGetSign(DotNetNuGetSignSettings)"/>
    public static IEnumerable<(DotNetNuGetSignSettings Settings, IReadOnlyCollection<Output> Output)> DotNetNuGetSign(CombinatorialConfigure<DotNetNuGetSignSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DotNetNuGetSign, degreeOfParallelism, completeOnFailure);

    /// <summary>Checks the signature of packages.</summary>
    public static IReadOnlyCollection<Output> DotNetNuGetVerify(DotNetNuGetVerifySettings? options = null) => new DotNetTasks().Run(options);
    /// <inheritdoc cref="DotNetNuGetVerify(DotNetNuGetVerifySettings)"/>
    public static IReadOnlyCollection<Output> DotNetNuGetVerify(Configure<DotNetNuGetVerifySettings> configurator) => new DotNetTasks().Run(configurator.Invoke(new DotNetNuGetVerifySettings()));
    /// <inheritdoc cref="DotNetNuGetVerify(DotNetNuGetVerifySettings)"/>
    public static IEnumerable<(DotNetNuGetVerifySettings Settings, IReadOnlyCollection<Output> Output)> DotNetNuGetVerify(CombinatorialConfigure<DotNetNuGetVerifySettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DotNetNuGetVerify, degreeOfParallelism, completeOnFailure);

    /// <summary>Adds a package source to the NuGet configuration.</summary>
    public static IReadOnlyCollection<Output> DotNetNuGetAddSource(DotNetNuGetAddSourceSettings? options = null) => new DotNetTasks().Run(options);
    /// <inheritdoc cref="DotNetNuGetAddSource(DotNetNuGetAddSourceSettings)"/>
    public static IReadOnlyCollection<Output> DotNetNuGetAddSource(Configure<DotNetNuGetAddSourceSettings> configurator) => new DotNetTasks().Run(configurator.Invoke(new DotNetNuGetAddSourceSettings()));
    /// <inheritdoc cref="DotNetNuGetAddSource(DotNetNuGetAddSourceSettings)"/>
    public static IEnumerable<(DotNetNuGetAddSourceSettings Settings, IReadOnlyCollection<Output> Output)> DotNetNuGetAddSource(CombinatorialConfigure<DotNetNuGetAddSourceSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DotNetNuGetAddSource, degreeOfParallelism, completeOnFailure);

    /// <summary>Changes a package source of the NuGet configuration.</summary>
    public static IReadOnlyCollection<Output> DotNetNuGetUpdateSource(DotNetNuGetUpdateSourceSettings? options = null) => new DotNetTasks().Run(options);
    /// <inheritdoc cref="DotNetNuGetUpdateSource(DotNetNuGetUpdateSourceSettings)"/>
    public static IReadOnlyCollection<Output> DotNetNuGetUpdateSource(Configure<DotNetNuGetUpdateSourceSettings> configurator) => new DotNetTasks().Run(configurator.Invoke(new DotNetNuGetUpdateSourceSettings()));
    /// <inheritdoc cref="DotNetNuGetUpdateSource(DotNetNuGetUpdateSourceSettings)"/>
    public static IEnumerable<(DotNetNuGetUpdateSourceSettings Settings, IReadOnlyCollection<Output> Output)> DotNetNuGetUpdateSource(CombinatorialConfigure<DotNetNuGetUpdateSourceSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DotNetNuGetUpdateSource, degreeOfParallelism, completeOnFailure);

    /// <summary>Installs a .NET tool.</summary>
    public static IReadOnlyCollection<Output> DotNetToolInstall(DotNetToolInstallSettings? options = null) => new DotNetTasks().Run(options);
    /// <inheritdoc cref="DotNetToolInstall(DotNetToolInstallSettings)"/>
    public static IReadOnlyCollection<Output> DotNetToolInstall(Configure<DotNetToolInstallSettings> configurator) => new DotNetTasks().Run(configurator.Invoke(new DotNetToolInstallSettings()));
    /// <inheritdoc cref="DotNetToolInstall(DotNetToolInstallSettings)"/>
    public static IEnumerable<(DotNetToolInstallSettings Settings, IReadOnlyCollection<Output> Output)> DotNetToolInstall(CombinatorialConfigure<DotNetToolInstallSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DotNetToolInstall, degreeOfParallelism, completeOnFailure);

    /// <summary>Installs the .NET tools of the manifest.</summary>
    public static IReadOnlyCollection<Output> DotNetToolRestore(DotNetToolRestoreSettings? options = null) => new DotNetTasks().Run(options);
    /// <inheritdoc cref="DotNetToolRestore(DotNetToolRestoreSettings)"/>
    public static IReadOnlyCollection<Output> DotNetToolRestore(Configure<DotNetToolRestoreSettings> configurator) => new DotNetTasks().Run(configurator.Invoke(new DotNetToolRestoreSettings()));
    /// <inheritdoc cref="DotNetToolRestore(DotNetToolRestoreSettings)"/>
    public static IEnumerable<(DotNetToolRestoreSettings Settings, IReadOnlyCollection<Output> Output)> DotNetToolRestore(CombinatorialConfigure<DotNetToolRestoreSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DotNetToolRestore, degreeOfParallelism, completeOnFailure);

    /// <summary>Removes a .NET tool.</summary>
    public static IReadOnlyCollection<Output> DotNetToolUninstall(DotNetToolUninstallSettings? options = null) => new DotNetTasks().Run(options);
    /// <inheritdoc cref="DotNetToolUninstall(DotNetToolUninstallSettings)"/>
    public static IReadOnlyCollection<Output> DotNetToolUninstall(Configure<DotNetToolUninstallSettings> configurator) => new DotNetTasks().Run(configurator.Invoke(new DotNetToolUninstallSettings()));
    /// <inheritdoc cref="DotNetToolUninstall(DotNetToolUninstallSettings)"/>
    public static IEnumerable<(DotNetToolUninstallSettings Settings, IReadOnlyCollection<Output> Output)> DotNetToolUninstall(CombinatorialConfigure<DotNetToolUninstallSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DotNetToolUninstall, degreeOfParallelism, completeOnFailure);

    /// <summary>Updates a .NET tool.</summary>
    public static IReadOnlyCollection<Output> DotNetToolUpdate(DotNetToolUpdateSettings? options = null) => new DotNetTasks().Run(options);
    /// <inheritdoc cref="DotNetToolUpdate(DotNetToolUpdateSettings)"/>
    public static IReadOnlyCollection<Output> DotNetToolUpdate(Configure<DotNetToolUpdateSettings> configurator) => new DotNetTasks().Run(configurator.Invoke(new DotNetToolUpdateSettings()));
    /// <inheritdoc cref="DotNetToolUpdate(DotNetToolUpdateSettings)"/>
    public static IEnumerable<(DotNetToolUpdateSettings Settings, IReadOnlyCollection<Output> Output)> DotNetToolUpdate(CombinatorialConfigure<DotNetToolUpdateSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DotNetToolUpdate, degreeOfParallelism, completeOnFailure);

    /// <summary>Installs workloads.</summary>
    public static IReadOnlyCollection<Output> DotNetWorkloadInstall(DotNetWorkloadInstallSettings? options = null) => new DotNetTasks().Run(options);
    /// <inheritdoc cref="DotNetWorkloadInstall(DotNetWorkloadInstallSettings)"/>
    public static IReadOnlyCollection<Output> DotNetWorkloadInstall(Configure<DotNetWorkloadInstallSettings> configurator) => new DotNetTasks().Run(configurator.Invoke(new DotNetWorkloadInstallSettings()));
    /// <inheritdoc cref="DotNetWorkloadInstall(DotNetWorkloadInstallSettings)"/>
    public static IEnumerable<(DotNetWorkloadInstallSettings Settings, IReadOnlyCollection<Output> Output)> DotNetWorkloadInstall(CombinatorialConfigure<DotNetWorkloadInstallSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DotNetWorkloadInstall, degreeOfParallelism, completeOnFailure);

    /// <summary>Removes workloads.</summary>
    public static IReadOnlyCollection<Output> DotNetWorkloadUninstall(DotNetWorkloadUninstallSettings? options = null) => new DotNetTasks().Run(options);
    /// <inheritdoc cref="DotNetWorkloadUninstall(DotNetWorkloadUninstallSettings)"/>
    public static IReadOnlyCollection<Output> DotNetWorkloadUninstall(Configure<DotNetWorkloadUninstallSettings> configurator) => new DotNetTasks().Run(configurator.Invoke(new DotNetWorkloadUninstallSettings()));
    /// <inheritdoc cref="DotNetWorkloadUninstall(DotNetWorkloadUninstallSettings)"/>
    public static IEnumerable<(DotNetWorkloadUninstallSettings Settings, IReadOnlyCollection<Output> Output)> DotNetWorkloadUninstall(CombinatorialConfigure<DotNetWorkloadUninstallSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DotNetWorkloadUninstall, degreeOfParallelism, completeOnFailure);

    /// <summary>Installs the workloads that a project needs.</summary>
    public static IReadOnlyCollection<Output> DotNetWorkloadRestore(DotNetWorkloadRestoreSettings? options = null) => new DotNetTasks().Run(options);
    /// <inheritdoc cref="DotNetWorkloadRestore(DotNetWorkloadRestoreSettings)"/>
    public static IReadOnlyCollection<Output> DotNetWorkloadRestore(Configure<DotNetWorkloadRestoreSettings> configurator) => new DotNetTasks().Run(configurator.Invoke(new DotNetWorkloadRestoreSettings()));
    /// <inheritdoc cref="DotNetWorkloadRestore(DotNetWorkloadRestoreSettings)"/>
    public static IEnumerable<(DotNetWorkloadRestoreSettings Settings, IReadOnlyCollection<Output> Output)> DotNetWorkloadRestore(CombinatorialConfigure<DotNetWorkloadRestoreSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DotNetWorkloadRestore, degreeOfParallelism, completeOnFailure);

    /// <summary>Updates the installed workloads.</summary>
    public static IReadOnlyCollection<Output> DotNetWorkloadUpdate(DotNetWorkloadUpdateSettings? options = null) => new DotNetTasks().Run(options);
    /// <inheritdoc cref="DotNetWorkloadUpdate(DotNetWorkloadUpdateSettings)"/>
    public static IReadOnlyCollection<Output> DotNetWorkloadUpdate(Configure<DotNetWorkloadUpdateSettings> configurator) => new DotNetTasks().Run(configurator.Invoke(new DotNetWorkloadUpdateSettings()));
    /// <inheritdoc cref="DotNetWorkloadUpdate(DotNetWorkloadUpdateSettings)"/>
    public static IEnumerable<(DotNetWorkloadUpdateSettings Settings, IReadOnlyCollection<Output> Output)> DotNetWorkloadUpdate(CombinatorialConfigure<DotNetWorkloadUpdateSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DotNetWorkloadUpdate, degreeOfParallelism, completeOnFailure);

    /// <summary>Repairs the installed workloads.</summary>
    public static IReadOnlyCollection<Output> DotNetWorkloadRepair(DotNetWorkloadRepairSettings? options = null) => new DotNetTasks().Run(options);
    /// <inheritdoc cref="DotNetWorkloadRepair(DotNetWorkloadRepairSettings)"/>
    public static IReadOnlyCollection<Output> DotNetWorkloadRepair(Configure<DotNetWorkloadRepairSettings> configurator) => new DotNetTasks().Run(configurator.Invoke(new DotNetWorkloadRepairSettings()));
    /// <inheritdoc cref="DotNetWorkloadRepair(DotNetWorkloadRepairSettings)"/>
    public static IEnumerable<(DotNetWorkloadRepairSettings Settings, IReadOnlyCollection<Output> Output)> DotNetWorkloadRepair(CombinatorialConfigure<DotNetWorkloadRepairSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(DotNetWorkloadRepair, degreeOfParallelism, completeOnFailure);
}

/// <summary>Options of <c>dotnet test</c>.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetTest), Arguments = "test")]
public partial class DotNetTestSettings : ToolOptions
{
    [Argument(Format = "{value}", Position = 1)] public string? ProjectFile => Get<string>();
    [Argument(Format = "--test-adapter-path {value}")] public string? TestAdapterPath => Get<string>();
    [Argument(Format = "--configuration {value}")] public string? Configuration => Get<string>();
    [Argument(Format = "--collect {value}")] public string? DataCollector => Get<string>();
    [Argument(Format = "--diag {value}")] public string? DiagnosticsFile => Get<string>();
    [Argument(Format = "--framework {value}")] public string? Framework => Get<string>();
    [Argument(Format = "--filter {value}")] public string? Filter => Get<string>();
    [Argument(Format = "--logger {value}")] public IReadOnlyList<string>? Loggers => Get<IReadOnlyList<string>>();
    [Argument(Format = "--no-build")] public bool? NoBuild => Get<bool?>();
    [Argument(Format = "--no-restore")] public bool? NoRestore => Get<bool?>();
    [Argument(Format = "--output {value}")] public string? Output => Get<string>();
    [Argument(Format = "--results-directory {value}")] public string? ResultsDirectory => Get<string>();
    [Argument(Format = "--settings {value}")] public string? SettingsFile => Get<string>();
    [Argument(Format = "--list-tests")] public bool? ListTests => Get<bool?>();
    [Argument(Format = "--verbosity {value}")] public DotNetVerbosity? Verbosity => Get<DotNetVerbosity>();
    [Argument(Format = "/property:{key}={value}")] public IReadOnlyDictionary<string, object>? Properties => Get<IReadOnlyDictionary<string, object>>();
    [Argument(Format = "--blame")] public bool? BlameMode => Get<bool?>();
    [Argument(Format = "--blame-crash")] public bool? BlameCrash => Get<bool?>();
    [Argument(Format = "--blame-crash-dump-type {value}")] public string? BlameCrashDumpType => Get<string>();
    [Argument(Format = "--blame-crash-collect-always")] public bool? BlameCrashCollectAlways => Get<bool?>();
    [Argument(Format = "--blame-hang")] public bool? BlameHang => Get<bool?>();
    [Argument(Format = "--blame-hang-dump-type {value}")] public string? BlameHangDumpType => Get<string>();
    [Argument(Format = "--blame-hang-timeout {value}")] public string? BlameHangTimeout => Get<string>();
    [Argument(Format = "-- {key}={value}", Position = -1, Separator = " ")] public IReadOnlyDictionary<string, object>? RunSettings => Get<IReadOnlyDictionary<string, object>>();
    [Argument(Format = "--nologo")] public bool? NoLogo => Get<bool?>();
    [Argument(Format = "--artifacts-path {value}")] public string? ArtifactsPath => Get<string>();
    [Argument(Format = "--disable-parallel")] public bool? DisableParallel => Get<bool?>();
    [Argument(Format = "--force")] public bool? Force => Get<bool?>();
    [Argument(Format = "--ignore-failed-sources")] public bool? IgnoreFailedSources => Get<bool?>();
    [Argument(Format = "--no-cache")] public bool? NoCache => Get<bool?>();
    [Argument(Format = "--no-dependencies")] public bool? NoDependencies => Get<bool?>();
    [Argument(Format = "--packages {value}")] public string? PackageDirectory => Get<string>();
    [Argument(Format = "--source {value}")] public IReadOnlyList<string>? Sources => Get<IReadOnlyList<string>>();
    [Argument(Format = "--use-lock-file")] public bool? UseLockFile => Get<bool?>();
    [Argument(Format = "--locked-mode")] public bool? LockedMode => Get<bool?>();
    [Argument(Format = "--lock-file-path {value}")] public string? LockFilePath => Get<string>();
    [Argument(Format = "--force-evaluate")] public bool? ForceEvaluate => Get<bool?>();
    [Argument(Format = "--runtime {value}")] public string? Runtime => Get<string>();
}

/// <summary>Changes options of <c>dotnet test</c>.</summary>
public static partial class DotNetTestSettingsExtensions
{
    public static T SetProjectFile<T>(this T o, string? v) where T : DotNetTestSettings => OptionsChange.Set(o, "ProjectFile", v);
    public static T ResetProjectFile<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "ProjectFile", null);
    public static T SetTestAdapterPath<T>(this T o, string? v) where T : DotNetTestSettings => OptionsChange.Set(o, "TestAdapterPath", v);
    public static T ResetTestAdapterPath<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "TestAdapterPath", null);
    public static T SetConfiguration<T>(this T o, string? v) where T : DotNetTestSettings => OptionsChange.Set(o, "Configuration", v);
    public static T ResetConfiguration<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "Configuration", null);
    public static T SetDataCollector<T>(this T o, string? v) where T : DotNetTestSettings => OptionsChange.Set(o, "DataCollector", v);
    public static T ResetDataCollector<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "DataCollector", null);
    public static T SetDiagnosticsFile<T>(this T o, string? v) where T : DotNetTestSettings => OptionsChange.Set(o, "DiagnosticsFile", v);
    public static T ResetDiagnosticsFile<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "DiagnosticsFile", null);
    public static T SetFramework<T>(this T o, string? v) where T : DotNetTestSettings => OptionsChange.Set(o, "Framework", v);
    public static T ResetFramework<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "Framework", null);
    public static T SetFilter<T>(this T o, string? v) where T : DotNetTestSettings => OptionsChange.Set(o, "Filter", v);
    public static T ResetFilter<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "Filter", null);
    public static T SetLoggers<T>(this T o, params string[]? v) where T : DotNetTestSettings => OptionsChange.SetList(o, "Loggers", v);
    public static T SetLoggers<T>(this T o, IEnumerable<string>? v) where T : DotNetTestSettings => OptionsChange.SetList(o, "Loggers", v);
    public static T AddLoggers<T>(this T o, params string[] v) where T : DotNetTestSettings => OptionsChange.AddList(o, "Loggers", v);
    public static T AddLoggers<T>(this T o, IEnumerable<string> v) where T : DotNetTestSettings => OptionsChange.AddList(o, "Loggers", v);
    public static T RemoveLoggers<T>(this T o, params string[] v) where T : DotNetTestSettings => OptionsChange.RemoveList(o, "Loggers", v);
    public static T RemoveLoggers<T>(this T o, IEnumerable<string> v) where T : DotNetTestSettings => OptionsChange.RemoveList(o, "Loggers", v);
    public static T ClearLoggers<T>(this T o) where T : DotNetTestSettings => OptionsChange.ClearList<T, string>(o, "Loggers");
    public static T SetNoBuild<T>(this T o, bool? v) where T : DotNetTestSettings => OptionsChange.Set(o, "NoBuild", v);
    public static T ResetNoBuild<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "NoBuild", null);
    public static T EnableNoBuild<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "NoBuild", true);
    public static T DisableNoBuild<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "NoBuild", false);
    public static T ToggleNoBuild<T>(this T o) where T : DotNetTestSettings => OptionsChange.Toggle(o, "NoBuild");
    public static T SetNoRestore<T>(this T o, bool? v) where T : DotNetTestSettings => OptionsChange.Set(o, "NoRestore", v);
    public static T ResetNoRestore<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "NoRestore", null);
    public static T EnableNoRestore<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "NoRestore", true);
    public static T DisableNoRestore<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "NoRestore", false);
    public static T ToggleNoRestore<T>(this T o) where T : DotNetTestSettings => OptionsChange.Toggle(o, "NoRestore");
    public static T SetOutput<T>(this T o, string? v) where T : DotNetTestSettings => OptionsChange.Set(o, "Output", v);
    public static T ResetOutput<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "Output", null);
    public static T SetResultsDirectory<T>(this T o, string? v) where T : DotNetTestSettings => OptionsChange.Set(o, "ResultsDirectory", v);
    public static T ResetResultsDirectory<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "ResultsDirectory", null);
    public static T SetSettingsFile<T>(this T o, string? v) where T : DotNetTestSettings => OptionsChange.Set(o, "SettingsFile", v);
    public static T ResetSettingsFile<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "SettingsFile", null);
    public static T SetListTests<T>(this T o, bool? v) where T : DotNetTestSettings => OptionsChange.Set(o, "ListTests", v);
    public static T ResetListTests<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "ListTests", null);
    public static T EnableListTests<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "ListTests", true);
    public static T DisableListTests<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "ListTests", false);
    public static T ToggleListTests<T>(this T o) where T : DotNetTestSettings => OptionsChange.Toggle(o, "ListTests");
    public static T SetVerbosity<T>(this T o, DotNetVerbosity? v) where T : DotNetTestSettings => OptionsChange.Set(o, "Verbosity", v);
    public static T ResetVerbosity<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "Verbosity", null);
    public static T SetProperties<T>(this T o, IDictionary<string, object>? v) where T : DotNetTestSettings => OptionsChange.SetPairs(o, "Properties", v);
    public static T SetProperty<T>(this T o, string k, object? v) where T : DotNetTestSettings => OptionsChange.SetPair(o, "Properties", k, v);
    public static T AddProperty<T>(this T o, string k, object v) where T : DotNetTestSettings => OptionsChange.AddPair(o, "Properties", k, v);
    public static T RemoveProperty<T>(this T o, string k) where T : DotNetTestSettings => OptionsChange.RemovePair<T, object>(o, "Properties", k);
    public static T ClearProperties<T>(this T o) where T : DotNetTestSettings => OptionsChange.ClearPairs<T, object>(o, "Properties");
    public static T SetBlameMode<T>(this T o, bool? v) where T : DotNetTestSettings => OptionsChange.Set(o, "BlameMode", v);
    public static T ResetBlameMode<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "BlameMode", null);
    public static T EnableBlameMode<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "BlameMode", true);
    public static T DisableBlameMode<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "BlameMode", false);
    public static T ToggleBlameMode<T>(this T o) where T : DotNetTestSettings => OptionsChange.Toggle(o, "BlameMode");
    public static T SetBlameCrash<T>(this T o, bool? v) where T : DotNetTestSettings => OptionsChange.Set(o, "BlameCrash", v);
    public static T ResetBlameCrash<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "BlameCrash", null);
    public static T EnableBlameCrash<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "BlameCrash", true);
    public static T DisableBlameCrash<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "BlameCrash", false);
    public static T ToggleBlameCrash<T>(this T o) where T : DotNetTestSettings => OptionsChange.Toggle(o, "BlameCrash");
    public static T SetBlameCrashDumpType<T>(this T o, string? v) where T : DotNetTestSettings => OptionsChange.Set(o, "BlameCrashDumpType", v);
    public static T ResetBlameCrashDumpType<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "BlameCrashDumpType", null);
    public static T SetBlameCrashCollectAlways<T>(this T o, bool? v) where T : DotNetTestSettings => OptionsChange.Set(o, "BlameCrashCollectAlways", v);
    public static T ResetBlameCrashCollectAlways<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "BlameCrashCollectAlways", null);
    public static T EnableBlameCrashCollectAlways<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "BlameCrashCollectAlways", true);
    public static T DisableBlameCrashCollectAlways<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "BlameCrashCollectAlways", false);
    public static T ToggleBlameCrashCollectAlways<T>(this T o) where T : DotNetTestSettings => OptionsChange.Toggle(o, "BlameCrashCollectAlways");
    public static T SetBlameHang<T>(this T o, bool? v) where T : DotNetTestSettings => OptionsChange.Set(o, "BlameHang", v);
    public static T ResetBlameHang<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "BlameHang", null);
    public static T EnableBlameHang<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "BlameHang", true);
    public static T DisableBlameHang<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "BlameHang", false);
    public static T ToggleBlameHang<T>(this T o) where T : DotNetTestSettings => OptionsChange.Toggle(o, "BlameHang");
    public static T SetBlameHangDumpType<T>(this T o, string? v) where T : DotNetTestSettings => OptionsChange.Set(o, "BlameHangDumpType", v);
    public static T ResetBlameHangDumpType<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "BlameHangDumpType", null);
    public static T SetBlameHangTimeout<T>(this T o, string? v) where T : DotNetTestSettings => OptionsChange.Set(o, "BlameHangTimeout", v);
    public static T ResetBlameHangTimeout<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "BlameHangTimeout", null);
    public static T SetRunSettings<T>(this T o, IDictionary<string, object>? v) where T : DotNetTestSettings => OptionsChange.SetPairs(o, "RunSettings", v);
    public static T SetRunSetting<T>(this T o, string k, object? v) where T : DotNetTestSettings => OptionsChange.SetPair(o, "RunSettings", k, v);
    public static T AddRunSetting<T>(this T o, string k, object v) where T : DotNetTestSettings => OptionsChange.AddPair(o, "RunSettings", k, v);
    public static T RemoveRunSetting<T>(this T o, string k) where T : DotNetTestSettings => OptionsChange.RemovePair<T, object>(o, "RunSettings", k);
    public static T ClearRunSettings<T>(this T o) where T : DotNetTestSettings => OptionsChange.ClearPairs<T, object>(o, "RunSettings");
    public static T SetNoLogo<T>(this T o, bool? v) where T : DotNetTestSettings => OptionsChange.Set(o, "NoLogo", v);
    public static T ResetNoLogo<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "NoLogo", null);
    public static T EnableNoLogo<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "NoLogo", true);
    public static T DisableNoLogo<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "NoLogo", false);
    public static T ToggleNoLogo<T>(this T o) where T : DotNetTestSettings => OptionsChange.Toggle(o, "NoLogo");
    public static T SetArtifactsPath<T>(this T o, string? v) where T : DotNetTestSettings => OptionsChange.Set(o, "ArtifactsPath", v);
    public static T ResetArtifactsPath<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "ArtifactsPath", null);
    public static T SetDisableParallel<T>(this T o, bool? v) where T : DotNetTestSettings => OptionsChange.Set(o, "DisableParallel", v);
    public static T ResetDisableParallel<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "DisableParallel", null);
    public static T EnableDisableParallel<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "DisableParallel", true);
    public static T DisableDisableParallel<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "DisableParallel", false);
    public static T ToggleDisableParallel<T>(this T o) where T : DotNetTestSettings => OptionsChange.Toggle(o, "DisableParallel");
    public static T SetForce<T>(this T o, bool? v) where T : DotNetTestSettings => OptionsChange.Set(o, "Force", v);
    public static T ResetForce<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "Force", null);
    public static T EnableForce<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "Force", true);
    public static T DisableForce<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "Force", false);
    public static T ToggleForce<T>(this T o) where T : DotNetTestSettings => OptionsChange.Toggle(o, "Force");
    public static T SetIgnoreFailedSources<T>(this T o, bool? v) where T : DotNetTestSettings => OptionsChange.Set(o, "IgnoreFailedSources", v);
    public static T ResetIgnoreFailedSources<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "IgnoreFailedSources", null);
    public static T EnableIgnoreFailedSources<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "IgnoreFailedSources", true);
    public static T DisableIgnoreFailedSources<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "IgnoreFailedSources", false);
    public static T ToggleIgnoreFailedSources<T>(this T o) where T : DotNetTestSettings => OptionsChange.Toggle(o, "IgnoreFailedSources");
    public static T SetNoCache<T>(this T o, bool? v) where T : DotNetTestSettings => OptionsChange.Set(o, "NoCache", v);
    public static T ResetNoCache<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "NoCache", null);
    public static T EnableNoCache<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "NoCache", true);
    public static T DisableNoCache<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "NoCache", false);
    public static T ToggleNoCache<T>(this T o) where T : DotNetTestSettings => OptionsChange.Toggle(o, "NoCache");
    public static T SetNoDependencies<T>(this T o, bool? v) where T : DotNetTestSettings => OptionsChange.Set(o, "NoDependencies", v);
    public static T ResetNoDependencies<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "NoDependencies", null);
    public static T EnableNoDependencies<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "NoDependencies", true);
    public static T DisableNoDependencies<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "NoDependencies", false);
    public static T ToggleNoDependencies<T>(this T o) where T : DotNetTestSettings => OptionsChange.Toggle(o, "NoDependencies");
    public static T SetPackageDirectory<T>(this T o, string? v) where T : DotNetTestSettings => OptionsChange.Set(o, "PackageDirectory", v);
    public static T ResetPackageDirectory<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "PackageDirectory", null);
    public static T SetSources<T>(this T o, params string[]? v) where T : DotNetTestSettings => OptionsChange.SetList(o, "Sources", v);
    public static T SetSources<T>(this T o, IEnumerable<string>? v) where T : DotNetTestSettings => OptionsChange.SetList(o, "Sources", v);
    public static T AddSources<T>(this T o, params string[] v) where T : DotNetTestSettings => OptionsChange.AddList(o, "Sources", v);
    public static T AddSources<T>(this T o, IEnumerable<string> v) where T : DotNetTestSettings => OptionsChange.AddList(o, "Sources", v);
    public static T RemoveSources<T>(this T o, params string[] v) where T : DotNetTestSettings => OptionsChange.RemoveList(o, "Sources", v);
    public static T RemoveSources<T>(this T o, IEnumerable<string> v) where T : DotNetTestSettings => OptionsChange.RemoveList(o, "Sources", v);
    public static T ClearSources<T>(this T o) where T : DotNetTestSettings => OptionsChange.ClearList<T, string>(o, "Sources");
    public static T SetUseLockFile<T>(this T o, bool? v) where T : DotNetTestSettings => OptionsChange.Set(o, "UseLockFile", v);
    public static T ResetUseLockFile<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "UseLockFile", null);
    public static T EnableUseLockFile<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "UseLockFile", true);
    public static T DisableUseLockFile<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "UseLockFile", false);
    public static T ToggleUseLockFile<T>(this T o) where T : DotNetTestSettings => OptionsChange.Toggle(o, "UseLockFile");
    public static T SetLockedMode<T>(this T o, bool? v) where T : DotNetTestSettings => OptionsChange.Set(o, "LockedMode", v);
    public static T ResetLockedMode<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "LockedMode", null);
    public static T EnableLockedMode<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "LockedMode", true);
    public static T DisableLockedMode<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "LockedMode", false);
    public static T ToggleLockedMode<T>(this T o) where T : DotNetTestSettings => OptionsChange.Toggle(o, "LockedMode");
    public static T SetLockFilePath<T>(this T o, string? v) where T : DotNetTestSettings => OptionsChange.Set(o, "LockFilePath", v);
    public static T ResetLockFilePath<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "LockFilePath", null);
    public static T SetForceEvaluate<T>(this T o, bool? v) where T : DotNetTestSettings => OptionsChange.Set(o, "ForceEvaluate", v);
    public static T ResetForceEvaluate<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "ForceEvaluate", null);
    public static T EnableForceEvaluate<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "ForceEvaluate", true);
    public static T DisableForceEvaluate<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "ForceEvaluate", false);
    public static T ToggleForceEvaluate<T>(this T o) where T : DotNetTestSettings => OptionsChange.Toggle(o, "ForceEvaluate");
    public static T SetRuntime<T>(this T o, string? v) where T : DotNetTestSettings => OptionsChange.Set(o, "Runtime", v);
    public static T ResetRuntime<T>(this T o) where T : DotNetTestSettings => OptionsChange.Set(o, "Runtime", null);
}

/// <summary>Options of <c>dotnet run</c>.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetRun), Arguments = "run")]
public partial class DotNetRunSettings : ToolOptions
{
    [Argument(Format = "--arch {value}")] public string? Architecture => Get<string>();
    [Argument(Format = "--configuration {value}")] public string? Configuration => Get<string>();
    [Argument(Format = "--disable-build-servers")] public bool? DisableBuildServers => Get<bool?>();
    [Argument(Format = "--framework {value}")] public string? Framework => Get<string>();
    [Argument(Format = "--launch-profile {value}")] public string? LaunchProfile => Get<string>();
    [Argument(Format = "--interactive")] public bool? Interactive => Get<bool?>();
    [Argument(Format = "--no-build")] public bool? NoBuild => Get<bool?>();
    [Argument(Format = "--no-launch-profile")] public bool? NoLaunchProfile => Get<bool?>();
    [Argument(Format = "--no-restore")] public bool? NoRestore => Get<bool?>();
    [Argument(Format = "--no-self-contained")] public bool? NoSelfContained => Get<bool?>();
    [Argument(Format = "--os {value}")] public string? OperatingSystem => Get<string>();
    [Argument(Format = "--project {value}")] public string? ProjectFile => Get<string>();
    [Argument(Format = "--runtime {value}")] public string? Runtime => Get<string>();
    [Argument(Format = "--self-contained {value}")] public bool? SelfContained => Get<bool?>();
    [Argument(Format = "--verbosity {value}")] public DotNetVerbosity? Verbosity => Get<DotNetVerbosity>();
    [Argument(Format = "-- {value}", Position = -1, Separator = " ")] public IReadOnlyList<string>? ApplicationArguments => Get<IReadOnlyList<string>>();
    [Argument(Format = "--artifacts-path {value}")] public string? ArtifactsPath => Get<string>();
    [Argument(Format = "--disable-parallel")] public bool? DisableParallel => Get<bool?>();
    [Argument(Format = "--force")] public bool? Force => Get<bool?>();
    [Argument(Format = "--ignore-failed-sources")] public bool? IgnoreFailedSources => Get<bool?>();
    [Argument(Format = "--no-cache")] public bool? NoCache => Get<bool?>();
    [Argument(Format = "--no-dependencies")] public bool? NoDependencies => Get<bool?>();
    [Argument(Format = "--packages {value}")] public string? PackageDirectory => Get<string>();
    [Argument(Format = "--source {value}")] public IReadOnlyList<string>? Sources => Get<IReadOnlyList<string>>();
    [Argument(Format = "--use-lock-file")] public bool? UseLockFile => Get<bool?>();
    [Argument(Format = "--locked-mode")] public bool? LockedMode => Get<bool?>();
    [Argument(Format = "--lock-file-path {value}")] public string? LockFilePath => Get<string>();
    [Argument(Format = "--force-evaluate")] public bool? ForceEvaluate => Get<bool?>();
    [Argument(Format = "--property:{key}={value}")] public IReadOnlyDictionary<string, object>? Properties => Get<IReadOnlyDictionary<string, object>>();
}

/// <summary>Changes options of <c>dotnet run</c>.</summary>
public static partial class DotNetRunSettingsExtensions
{
    public static T SetArchitecture<T>(this T o, string? v) where T : DotNetRunSettings => OptionsChange.Set(o, "Architecture", v);
    public static T ResetArchitecture<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "Architecture", null);
    public static T SetConfiguration<T>(this T o, string? v) where T : DotNetRunSettings => OptionsChange.Set(o, "Configuration", v);
    public static T ResetConfiguration<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "Configuration", null);
    public static T SetDisableBuildServers<T>(this T o, bool? v) where T : DotNetRunSettings => OptionsChange.Set(o, "DisableBuildServers", v);
    public static T ResetDisableBuildServers<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "DisableBuildServers", null);
    public static T EnableDisableBuildServers<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "DisableBuildServers", true);
    public static T DisableDisableBuildServers<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "DisableBuildServers", false);
    public static T ToggleDisableBuildServers<T>(this T o) where T : DotNetRunSettings => OptionsChange.Toggle(o, "DisableBuildServers");
    public static T SetFramework<T>(this T o, string? v) where T : DotNetRunSettings => OptionsChange.Set(o, "Framework", v);
    public static T ResetFramework<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "Framework", null);
    public static T SetLaunchProfile<T>(this T o, string? v) where T : DotNetRunSettings => OptionsChange.Set(o, "LaunchProfile", v);
    public static T ResetLaunchProfile<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "LaunchProfile", null);
    public static T SetInteractive<T>(this T o, bool? v) where T : DotNetRunSettings => OptionsChange.Set(o, "Interactive", v);
    public static T ResetInteractive<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "Interactive", null);
    public static T EnableInteractive<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "Interactive", true);
    public static T DisableInteractive<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "Interactive", false);
    public static T ToggleInteractive<T>(this T o) where T : DotNetRunSettings => OptionsChange.Toggle(o, "Interactive");
    public static T SetNoBuild<T>(this T o, bool? v) where T : DotNetRunSettings => OptionsChange.Set(o, "NoBuild", v);
    public static T ResetNoBuild<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "NoBuild", null);
    public static T EnableNoBuild<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "NoBuild", true);
    public static T DisableNoBuild<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "NoBuild", false);
    public static T ToggleNoBuild<T>(this T o) where T : DotNetRunSettings => OptionsChange.Toggle(o, "NoBuild");
    public static T SetNoLaunchProfile<T>(this T o, bool? v) where T : DotNetRunSettings => OptionsChange.Set(o, "NoLaunchProfile", v);
    public static T ResetNoLaunchProfile<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "NoLaunchProfile", null);
    public static T EnableNoLaunchProfile<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "NoLaunchProfile", true);
    public static T DisableNoLaunchProfile<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "NoLaunchProfile", false);
    public static T ToggleNoLaunchProfile<T>(this T o) where T : DotNetRunSettings => OptionsChange.Toggle(o, "NoLaunchProfile");
    public static T SetNoRestore<T>(this T o, bool? v) where T : DotNetRunSettings => OptionsChange.Set(o, "NoRestore", v);
    public static T ResetNoRestore<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "NoRestore", null);
    public static T EnableNoRestore<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "NoRestore", true);
    public static T DisableNoRestore<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "NoRestore", false);
    public static T ToggleNoRestore<T>(this T o) where T : DotNetRunSettings => OptionsChange.Toggle(o, "NoRestore");
    public static T SetNoSelfContained<T>(this T o, bool? v) where T : DotNetRunSettings => OptionsChange.Set(o, "NoSelfContained", v);
    public static T ResetNoSelfContained<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "NoSelfContained", null);
    public static T EnableNoSelfContained<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "NoSelfContained", true);
    public static T DisableNoSelfContained<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "NoSelfContained", false);
    public static T ToggleNoSelfContained<T>(this T o) where T : DotNetRunSettings => OptionsChange.Toggle(o, "NoSelfContained");
    public static T SetOperatingSystem<T>(this T o, string? v) where T : DotNetRunSettings => OptionsChange.Set(o, "OperatingSystem", v);
    public static T ResetOperatingSystem<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "OperatingSystem", null);
    public static T SetProjectFile<T>(this T o, string? v) where T : DotNetRunSettings => OptionsChange.Set(o, "ProjectFile", v);
    public static T ResetProjectFile<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "ProjectFile", null);
    public static T SetRuntime<T>(this T o, string? v) where T : DotNetRunSettings => OptionsChange.Set(o, "Runtime", v);
    public static T ResetRuntime<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "Runtime", null);
    public static T SetSelfContained<T>(this T o, bool? v) where T : DotNetRunSettings => OptionsChange.Set(o, "SelfContained", v);
    public static T ResetSelfContained<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "SelfContained", null);
    public static T EnableSelfContained<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "SelfContained", true);
    public static T DisableSelfContained<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "SelfContained", false);
    public static T ToggleSelfContained<T>(this T o) where T : DotNetRunSettings => OptionsChange.Toggle(o, "SelfContained");
    public static T SetVerbosity<T>(this T o, DotNetVerbosity? v) where T : DotNetRunSettings => OptionsChange.Set(o, "Verbosity", v);
    public static T ResetVerbosity<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "Verbosity", null);
    public static T SetApplicationArguments<T>(this T o, params string[]? v) where T : DotNetRunSettings => OptionsChange.SetList(o, "ApplicationArguments", v);
    public static T SetApplicationArguments<T>(this T o, IEnumerable<string>? v) where T : DotNetRunSettings => OptionsChange.SetList(o, "ApplicationArguments", v);
    public static T AddApplicationArguments<T>(this T o, params string[] v) where T : DotNetRunSettings => OptionsChange.AddList(o, "ApplicationArguments", v);
    public static T AddApplicationArguments<T>(this T o, IEnumerable<string> v) where T : DotNetRunSettings => OptionsChange.AddList(o, "ApplicationArguments", v);
    public static T RemoveApplicationArguments<T>(this T o, params string[] v) where T : DotNetRunSettings => OptionsChange.RemoveList(o, "ApplicationArguments", v);
    public static T RemoveApplicationArguments<T>(this T o, IEnumerable<string> v) where T : DotNetRunSettings => OptionsChange.RemoveList(o, "ApplicationArguments", v);
    public static T ClearApplicationArguments<T>(this T o) where T : DotNetRunSettings => OptionsChange.ClearList<T, string>(o, "ApplicationArguments");
    public static T SetArtifactsPath<T>(this T o, string? v) where T : DotNetRunSettings => OptionsChange.Set(o, "ArtifactsPath", v);
    public static T ResetArtifactsPath<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "ArtifactsPath", null);
    public static T SetDisableParallel<T>(this T o, bool? v) where T : DotNetRunSettings => OptionsChange.Set(o, "DisableParallel", v);
    public static T ResetDisableParallel<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "DisableParallel", null);
    public static T EnableDisableParallel<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "DisableParallel", true);
    public static T DisableDisableParallel<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "DisableParallel", false);
    public static T ToggleDisableParallel<T>(this T o) where T : DotNetRunSettings => OptionsChange.Toggle(o, "DisableParallel");
    public static T SetForce<T>(this T o, bool? v) where T : DotNetRunSettings => OptionsChange.Set(o, "Force", v);
    public static T ResetForce<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "Force", null);
    public static T EnableForce<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "Force", true);
    public static T DisableForce<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "Force", false);
    public static T ToggleForce<T>(this T o) where T : DotNetRunSettings => OptionsChange.Toggle(o, "Force");
    public static T SetIgnoreFailedSources<T>(this T o, bool? v) where T : DotNetRunSettings => OptionsChange.Set(o, "IgnoreFailedSources", v);
    public static T ResetIgnoreFailedSources<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "IgnoreFailedSources", null);
    public static T EnableIgnoreFailedSources<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "IgnoreFailedSources", true);
    public static T DisableIgnoreFailedSources<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "IgnoreFailedSources", false);
    public static T ToggleIgnoreFailedSources<T>(this T o) where T : DotNetRunSettings => OptionsChange.Toggle(o, "IgnoreFailedSources");
    public static T SetNoCache<T>(this T o, bool? v) where T : DotNetRunSettings => OptionsChange.Set(o, "NoCache", v);
    public static T ResetNoCache<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "NoCache", null);
    public static T EnableNoCache<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "NoCache", true);
    public static T DisableNoCache<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "NoCache", false);
    public static T ToggleNoCache<T>(this T o) where T : DotNetRunSettings => OptionsChange.Toggle(o, "NoCache");
    public static T SetNoDependencies<T>(this T o, bool? v) where T : DotNetRunSettings => OptionsChange.Set(o, "NoDependencies", v);
    public static T ResetNoDependencies<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "NoDependencies", null);
    public static T EnableNoDependencies<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "NoDependencies", true);
    public static T DisableNoDependencies<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "NoDependencies", false);
    public static T ToggleNoDependencies<T>(this T o) where T : DotNetRunSettings => OptionsChange.Toggle(o, "NoDependencies");
    public static T SetPackageDirectory<T>(this T o, string? v) where T : DotNetRunSettings => OptionsChange.Set(o, "PackageDirectory", v);
    public static T ResetPackageDirectory<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "PackageDirectory", null);
    public static T SetSources<T>(this T o, params string[]? v) where T : DotNetRunSettings => OptionsChange.SetList(o, "Sources", v);
    public static T SetSources<T>(this T o, IEnumerable<string>? v) where T : DotNetRunSettings => OptionsChange.SetList(o, "Sources", v);
    public static T AddSources<T>(this T o, params string[] v) where T : DotNetRunSettings => OptionsChange.AddList(o, "Sources", v);
    public static T AddSources<T>(this T o, IEnumerable<string> v) where T : DotNetRunSettings => OptionsChange.AddList(o, "Sources", v);
    public static T RemoveSources<T>(this T o, params string[] v) where T : DotNetRunSettings => OptionsChange.RemoveList(o, "Sources", v);
    public static T RemoveSources<T>(this T o, IEnumerable<string> v) where T : DotNetRunSettings => OptionsChange.RemoveList(o, "Sources", v);
    public static T ClearSources<T>(this T o) where T : DotNetRunSettings => OptionsChange.ClearList<T, string>(o, "Sources");
    public static T SetUseLockFile<T>(this T o, bool? v) where T : DotNetRunSettings => OptionsChange.Set(o, "UseLockFile", v);
    public static T ResetUseLockFile<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "UseLockFile", null);
    public static T EnableUseLockFile<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "UseLockFile", true);
    public static T DisableUseLockFile<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "UseLockFile", false);
    public static T ToggleUseLockFile<T>(this T o) where T : DotNetRunSettings => OptionsChange.Toggle(o, "UseLockFile");
    public static T SetLockedMode<T>(this T o, bool? v) where T : DotNetRunSettings => OptionsChange.Set(o, "LockedMode", v);
    public static T ResetLockedMode<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "LockedMode", null);
    public static T EnableLockedMode<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "LockedMode", true);
    public static T DisableLockedMode<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "LockedMode", false);
    public static T ToggleLockedMode<T>(this T o) where T : DotNetRunSettings => OptionsChange.Toggle(o, "LockedMode");
    public static T SetLockFilePath<T>(this T o, string? v) where T : DotNetRunSettings => OptionsChange.Set(o, "LockFilePath", v);
    public static T ResetLockFilePath<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "LockFilePath", null);
    public static T SetForceEvaluate<T>(this T o, bool? v) where T : DotNetRunSettings => OptionsChange.Set(o, "ForceEvaluate", v);
    public static T ResetForceEvaluate<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "ForceEvaluate", null);
    public static T EnableForceEvaluate<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "ForceEvaluate", true);
    public static T DisableForceEvaluate<T>(this T o) where T : DotNetRunSettings => OptionsChange.Set(o, "ForceEvaluate", false);
    public static T ToggleForceEvaluate<T>(this T o) where T : DotNetRunSettings => OptionsChange.Toggle(o, "ForceEvaluate");
    public static T SetProperties<T>(this T o, IDictionary<string, object>? v) where T : DotNetRunSettings => OptionsChange.SetPairs(o, "Properties", v);
    public static T SetProperty<T>(this T o, string k, object? v) where T : DotNetRunSettings => OptionsChange.SetPair(o, "Properties", k, v);
    public static T AddProperty<T>(this T o, string k, object v) where T : DotNetRunSettings => OptionsChange.AddPair(o, "Properties", k, v);
    public static T RemoveProperty<T>(this T o, string k) where T : DotNetRunSettings => OptionsChange.RemovePair<T, object>(o, "Properties", k);
    public static T ClearProperties<T>(this T o) where T : DotNetRunSettings => OptionsChange.ClearPairs<T, object>(o, "Properties");
    public static T SetRunCodeAnalysis<T>(this T o, bool? v) where T : DotNetRunSettings => OptionsChange.SetPair<T, object>(o, "Properties", "RunCodeAnalysis", v);
    public static T ResetRunCodeAnalysis<T>(this T o) where T : DotNetRunSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "RunCodeAnalysis");
    public static T EnableRunCodeAnalysis<T>(this T o) where T : DotNetRunSettings => OptionsChange.SetPair<T, object>(o, "Properties", "RunCodeAnalysis", true);
    public static T DisableRunCodeAnalysis<T>(this T o) where T : DotNetRunSettings => OptionsChange.SetPair<T, object>(o, "Properties", "RunCodeAnalysis", false);
    public static T ToggleRunCodeAnalysis<T>(this T o) where T : DotNetRunSettings => OptionsChange.TogglePair(o, "Properties", "RunCodeAnalysis");
    public static T SetNoWarns<T>(this T o, params int[] v) where T : DotNetRunSettings => OptionsChange.SetJoined(o, "Properties", "NoWarn", ";", v);
    public static T SetNoWarns<T>(this T o, IEnumerable<int> v) where T : DotNetRunSettings => OptionsChange.SetJoined(o, "Properties", "NoWarn", ";", v);
    public static T AddNoWarns<T>(this T o, params int[] v) where T : DotNetRunSettings => OptionsChange.AddJoined(o, "Properties", "NoWarn", ";", v);
    public static T AddNoWarns<T>(this T o, IEnumerable<int> v) where T : DotNetRunSettings => OptionsChange.AddJoined(o, "Properties", "NoWarn", ";", v);
    public static T RemoveNoWarns<T>(this T o, params int[] v) where T : DotNetRunSettings => OptionsChange.RemoveJoined(o, "Properties", "NoWarn", ";", v);
    public static T RemoveNoWarns<T>(this T o, IEnumerable<int> v) where T : DotNetRunSettings => OptionsChange.RemoveJoined(o, "Properties", "NoWarn", ";", v);
    public static T ResetNoWarn<T>(this T o) where T : DotNetRunSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "NoWarn");
    public static T SetWarningsAsErrors<T>(this T o, params int[] v) where T : DotNetRunSettings => OptionsChange.SetJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T SetWarningsAsErrors<T>(this T o, IEnumerable<int> v) where T : DotNetRunSettings => OptionsChange.SetJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T AddWarningsAsErrors<T>(this T o, params int[] v) where T : DotNetRunSettings => OptionsChange.AddJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T AddWarningsAsErrors<T>(this T o, IEnumerable<int> v) where T : DotNetRunSettings => OptionsChange.AddJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T RemoveWarningsAsErrors<T>(this T o, params int[] v) where T : DotNetRunSettings => OptionsChange.RemoveJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T RemoveWarningsAsErrors<T>(this T o, IEnumerable<int> v) where T : DotNetRunSettings => OptionsChange.RemoveJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T ResetWarningsAsErrors<T>(this T o) where T : DotNetRunSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "WarningsAsErrors");
    public static T SetWarningLevel<T>(this T o, int? v) where T : DotNetRunSettings => OptionsChange.SetPair<T, object>(o, "Properties", "WarningLevel", v);
    public static T ResetWarningLevel<T>(this T o) where T : DotNetRunSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "WarningLevel");
    public static T SetTreatWarningsAsErrors<T>(this T o, bool? v) where T : DotNetRunSettings => OptionsChange.SetPair<T, object>(o, "Properties", "TreatWarningsAsErrors", v);
    public static T ResetTreatWarningsAsErrors<T>(this T o) where T : DotNetRunSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "TreatWarningsAsErrors");
    public static T EnableTreatWarningsAsErrors<T>(this T o) where T : DotNetRunSettings => OptionsChange.SetPair<T, object>(o, "Properties", "TreatWarningsAsErrors", true);
    public static T DisableTreatWarningsAsErrors<T>(this T o) where T : DotNetRunSettings => OptionsChange.SetPair<T, object>(o, "Properties", "TreatWarningsAsErrors", false);
    public static T ToggleTreatWarningsAsErrors<T>(this T o) where T : DotNetRunSettings => OptionsChange.TogglePair(o, "Properties", "TreatWarningsAsErrors");
    public static T SetAssemblyVersion<T>(this T o, string? v) where T : DotNetRunSettings => OptionsChange.SetPair<T, object>(o, "Properties", "AssemblyVersion", v);
    public static T ResetAssemblyVersion<T>(this T o) where T : DotNetRunSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "AssemblyVersion");
    public static T SetFileVersion<T>(this T o, string? v) where T : DotNetRunSettings => OptionsChange.SetPair<T, object>(o, "Properties", "FileVersion", v);
    public static T ResetFileVersion<T>(this T o) where T : DotNetRunSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "FileVersion");
    public static T SetInformationalVersion<T>(this T o, string? v) where T : DotNetRunSettings => OptionsChange.SetPair<T, object>(o, "Properties", "InformationalVersion", v);
    public static T ResetInformationalVersion<T>(this T o) where T : DotNetRunSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "InformationalVersion");
    public static T SetPackageId<T>(this T o, string? v) where T : DotNetRunSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageId", v);
    public static T ResetPackageId<T>(this T o) where T : DotNetRunSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageId");
    public static T SetVersion<T>(this T o, string? v) where T : DotNetRunSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Version", v);
    public static T ResetVersion<T>(this T o) where T : DotNetRunSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Version");
    public static T SetVersionPrefix<T>(this T o, string? v) where T : DotNetRunSettings => OptionsChange.SetPair<T, object>(o, "Properties", "VersionPrefix", v);
    public static T ResetVersionPrefix<T>(this T o) where T : DotNetRunSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "VersionPrefix");
    public static T SetAuthors<T>(this T o, params string[] v) where T : DotNetRunSettings => OptionsChange.SetJoined(o, "Properties", "Authors", ",", v);
    public static T SetAuthors<T>(this T o, IEnumerable<string> v) where T : DotNetRunSettings => OptionsChange.SetJoined(o, "Properties", "Authors", ",", v);
    public static T AddAuthors<T>(this T o, params string[] v) where T : DotNetRunSettings => OptionsChange.AddJoined(o, "Properties", "Authors", ",", v);
    public static T AddAuthors<T>(this T o, IEnumerable<string> v) where T : DotNetRunSettings => OptionsChange.AddJoined(o, "Properties", "Authors", ",", v);
    public static T RemoveAuthors<T>(this T o, params string[] v) where T : DotNetRunSettings => OptionsChange.RemoveJoined(o, "Properties", "Authors", ",", v);
    public static T RemoveAuthors<T>(this T o, IEnumerable<string> v) where T : DotNetRunSettings => OptionsChange.RemoveJoined(o, "Properties", "Authors", ",", v);
    public static T ResetAuthors<T>(this T o) where T : DotNetRunSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Authors");
    public static T SetTitle<T>(this T o, string? v) where T : DotNetRunSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Title", v);
    public static T ResetTitle<T>(this T o) where T : DotNetRunSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Title");
    public static T SetDescription<T>(this T o, string? v) where T : DotNetRunSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Description", v);
    public static T ResetDescription<T>(this T o) where T : DotNetRunSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Description");
    public static T SetCopyright<T>(this T o, string? v) where T : DotNetRunSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Copyright", v);
    public static T ResetCopyright<T>(this T o) where T : DotNetRunSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Copyright");
    public static T SetPackageRequireLicenseAcceptance<T>(this T o, bool? v) where T : DotNetRunSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageRequireLicenseAcceptance", v);
    public static T ResetPackageRequireLicenseAcceptance<T>(this T o) where T : DotNetRunSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageRequireLicenseAcceptance");
    public static T EnablePackageRequireLicenseAcceptance<T>(this T o) where T : DotNetRunSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageRequireLicenseAcceptance", true);
    public static T DisablePackageRequireLicenseAcceptance<T>(this T o) where T : DotNetRunSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageRequireLicenseAcceptance", false);
    public static T TogglePackageRequireLicenseAcceptance<T>(this T o) where T : DotNetRunSettings => OptionsChange.TogglePair(o, "Properties", "PackageRequireLicenseAcceptance");
    public static T SetPackageLicenseUrl<T>(this T o, string? v) where T : DotNetRunSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageLicenseUrl", v);
    public static T ResetPackageLicenseUrl<T>(this T o) where T : DotNetRunSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageLicenseUrl");
    public static T SetPackageProjectUrl<T>(this T o, string? v) where T : DotNetRunSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageProjectUrl", v);
    public static T ResetPackageProjectUrl<T>(this T o) where T : DotNetRunSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageProjectUrl");
    public static T SetPackageIconUrl<T>(this T o, string? v) where T : DotNetRunSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageIconUrl", v);
    public static T ResetPackageIconUrl<T>(this T o) where T : DotNetRunSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageIconUrl");
    public static T SetPackageTags<T>(this T o, params string[] v) where T : DotNetRunSettings => OptionsChange.SetJoined(o, "Properties", "PackageTags", " ", v);
    public static T SetPackageTags<T>(this T o, IEnumerable<string> v) where T : DotNetRunSettings => OptionsChange.SetJoined(o, "Properties", "PackageTags", " ", v);
    public static T AddPackageTags<T>(this T o, params string[] v) where T : DotNetRunSettings => OptionsChange.AddJoined(o, "Properties", "PackageTags", " ", v);
    public static T AddPackageTags<T>(this T o, IEnumerable<string> v) where T : DotNetRunSettings => OptionsChange.AddJoined(o, "Properties", "PackageTags", " ", v);
    public static T RemovePackageTags<T>(this T o, params string[] v) where T : DotNetRunSettings => OptionsChange.RemoveJoined(o, "Properties", "PackageTags", " ", v);
    public static T RemovePackageTags<T>(this T o, IEnumerable<string> v) where T : DotNetRunSettings => OptionsChange.RemoveJoined(o, "Properties", "PackageTags", " ", v);
    public static T ResetPackageTags<T>(this T o) where T : DotNetRunSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageTags");
    public static T SetPackageReleaseNotes<T>(this T o, string? v) where T : DotNetRunSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageReleaseNotes", v);
    public static T ResetPackageReleaseNotes<T>(this T o) where T : DotNetRunSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageReleaseNotes");
    public static T SetRepositoryUrl<T>(this T o, string? v) where T : DotNetRunSettings => OptionsChange.SetPair<T, object>(o, "Properties", "RepositoryUrl", v);
    public static T ResetRepositoryUrl<T>(this T o) where T : DotNetRunSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "RepositoryUrl");
    public static T SetRepositoryType<T>(this T o, string? v) where T : DotNetRunSettings => OptionsChange.SetPair<T, object>(o, "Properties", "RepositoryType", v);
    public static T ResetRepositoryType<T>(this T o) where T : DotNetRunSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "RepositoryType");
    public static T SetSymbolPackageFormat<T>(this T o, DotNetSymbolPackageFormat? v) where T : DotNetRunSettings => OptionsChange.SetPair<T, object>(o, "Properties", "SymbolPackageFormat", v);
    public static T ResetSymbolPackageFormat<T>(this T o) where T : DotNetRunSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "SymbolPackageFormat");
    public static T SetPublishReadyToRun<T>(this T o, bool? v) where T : DotNetRunSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishReadyToRun", v);
    public static T ResetPublishReadyToRun<T>(this T o) where T : DotNetRunSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PublishReadyToRun");
    public static T EnablePublishReadyToRun<T>(this T o) where T : DotNetRunSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishReadyToRun", true);
    public static T DisablePublishReadyToRun<T>(this T o) where T : DotNetRunSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishReadyToRun", false);
    public static T TogglePublishReadyToRun<T>(this T o) where T : DotNetRunSettings => OptionsChange.TogglePair(o, "Properties", "PublishReadyToRun");
    public static T SetPublishSingleFile<T>(this T o, bool? v) where T : DotNetRunSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishSingleFile", v);
    public static T ResetPublishSingleFile<T>(this T o) where T : DotNetRunSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PublishSingleFile");
    public static T EnablePublishSingleFile<T>(this T o) where T : DotNetRunSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishSingleFile", true);
    public static T DisablePublishSingleFile<T>(this T o) where T : DotNetRunSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishSingleFile", false);
    public static T TogglePublishSingleFile<T>(this T o) where T : DotNetRunSettings => OptionsChange.TogglePair(o, "Properties", "PublishSingleFile");
    public static T SetPublishTrimmed<T>(this T o, bool? v) where T : DotNetRunSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishTrimmed", v);
    public static T ResetPublishTrimmed<T>(this T o) where T : DotNetRunSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PublishTrimmed");
    public static T EnablePublishTrimmed<T>(this T o) where T : DotNetRunSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishTrimmed", true);
    public static T DisablePublishTrimmed<T>(this T o) where T : DotNetRunSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishTrimmed", false);
    public static T TogglePublishTrimmed<T>(this T o) where T : DotNetRunSettings => OptionsChange.TogglePair(o, "Properties", "PublishTrimmed");
    public static T SetPublishProfile<T>(this T o, string? v) where T : DotNetRunSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishProfile", v);
    public static T ResetPublishProfile<T>(this T o) where T : DotNetRunSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PublishProfile");
    public static T SetPlatform<T>(this T o, string? v) where T : DotNetRunSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Platform", v);
    public static T ResetPlatform<T>(this T o) where T : DotNetRunSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Platform");
    public static T SetContinuousIntegrationBuild<T>(this T o, bool? v) where T : DotNetRunSettings => OptionsChange.SetPair<T, object>(o, "Properties", "ContinuousIntegrationBuild", v);
    public static T ResetContinuousIntegrationBuild<T>(this T o) where T : DotNetRunSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "ContinuousIntegrationBuild");
    public static T EnableContinuousIntegrationBuild<T>(this T o) where T : DotNetRunSettings => OptionsChange.SetPair<T, object>(o, "Properties", "ContinuousIntegrationBuild", true);
    public static T DisableContinuousIntegrationBuild<T>(this T o) where T : DotNetRunSettings => OptionsChange.SetPair<T, object>(o, "Properties", "ContinuousIntegrationBuild", false);
    public static T ToggleContinuousIntegrationBuild<T>(this T o) where T : DotNetRunSettings => OptionsChange.TogglePair(o, "Properties", "ContinuousIntegrationBuild");
    public static T SetDeterministicSourcePaths<T>(this T o, bool? v) where T : DotNetRunSettings => OptionsChange.SetPair<T, object>(o, "Properties", "DeterministicSourcePaths", v);
    public static T ResetDeterministicSourcePaths<T>(this T o) where T : DotNetRunSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "DeterministicSourcePaths");
    public static T EnableDeterministicSourcePaths<T>(this T o) where T : DotNetRunSettings => OptionsChange.SetPair<T, object>(o, "Properties", "DeterministicSourcePaths", true);
    public static T DisableDeterministicSourcePaths<T>(this T o) where T : DotNetRunSettings => OptionsChange.SetPair<T, object>(o, "Properties", "DeterministicSourcePaths", false);
    public static T ToggleDeterministicSourcePaths<T>(this T o) where T : DotNetRunSettings => OptionsChange.TogglePair(o, "Properties", "DeterministicSourcePaths");
    public static T SetDeterministic<T>(this T o, bool? v) where T : DotNetRunSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Deterministic", v);
    public static T ResetDeterministic<T>(this T o) where T : DotNetRunSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Deterministic");
    public static T EnableDeterministic<T>(this T o) where T : DotNetRunSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Deterministic", true);
    public static T DisableDeterministic<T>(this T o) where T : DotNetRunSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Deterministic", false);
    public static T ToggleDeterministic<T>(this T o) where T : DotNetRunSettings => OptionsChange.TogglePair(o, "Properties", "Deterministic");
}

/// <summary>Options of <c>dotnet restore</c>.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetRestore), Arguments = "restore")]
public partial class DotNetRestoreSettings : ToolOptions
{
    [Argument(Format = "{value}", Position = 1)] public string? ProjectFile => Get<string>();
    [Argument(Format = "--configfile {value}")] public string? ConfigFile => Get<string>();
    [Argument(Format = "--verbosity {value}")] public DotNetVerbosity? Verbosity => Get<DotNetVerbosity>();
    [Argument(Format = "--disable-parallel")] public bool? DisableParallel => Get<bool?>();
    [Argument(Format = "--force")] public bool? Force => Get<bool?>();
    [Argument(Format = "--ignore-failed-sources")] public bool? IgnoreFailedSources => Get<bool?>();
    [Argument(Format = "--no-cache")] public bool? NoCache => Get<bool?>();
    [Argument(Format = "--no-dependencies")] public bool? NoDependencies => Get<bool?>();
    [Argument(Format = "--packages {value}")] public string? PackageDirectory => Get<string>();
    [Argument(Format = "--source {value}")] public IReadOnlyList<string>? Sources => Get<IReadOnlyList<string>>();
    [Argument(Format = "--use-lock-file")] public bool? UseLockFile => Get<bool?>();
    [Argument(Format = "--locked-mode")] public bool? LockedMode => Get<bool?>();
    [Argument(Format = "--lock-file-path {value}")] public string? LockFilePath => Get<string>();
    [Argument(Format = "--force-evaluate")] public bool? ForceEvaluate => Get<bool?>();
    [Argument(Format = "--runtime {value}")] public string? Runtime => Get<string>();
    [Argument(Format = "--property:{key}={value}")] public IReadOnlyDictionary<string, object>? Properties => Get<IReadOnlyDictionary<string, object>>();
}

/// <summary>Changes options of <c>dotnet restore</c>.</summary>
public static partial class DotNetRestoreSettingsExtensions
{
    public static T SetProjectFile<T>(this T o, string? v) where T : DotNetRestoreSettings => OptionsChange.Set(o, "ProjectFile", v);
    public static T ResetProjectFile<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.Set(o, "ProjectFile", null);
    public static T SetConfigFile<T>(this T o, string? v) where T : DotNetRestoreSettings => OptionsChange.Set(o, "ConfigFile", v);
    public static T ResetConfigFile<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.Set(o, "ConfigFile", null);
    public static T SetVerbosity<T>(this T o, DotNetVerbosity? v) where T : DotNetRestoreSettings => OptionsChange.Set(o, "Verbosity", v);
    public static T ResetVerbosity<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.Set(o, "Verbosity", null);
    public static T SetDisableParallel<T>(this T o, bool? v) where T : DotNetRestoreSettings => OptionsChange.Set(o, "DisableParallel", v);
    public static T ResetDisableParallel<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.Set(o, "DisableParallel", null);
    public static T EnableDisableParallel<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.Set(o, "DisableParallel", true);
    public static T DisableDisableParallel<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.Set(o, "DisableParallel", false);
    public static T ToggleDisableParallel<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.Toggle(o, "DisableParallel");
    public static T SetForce<T>(this T o, bool? v) where T : DotNetRestoreSettings => OptionsChange.Set(o, "Force", v);
    public static T ResetForce<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.Set(o, "Force", null);
    public static T EnableForce<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.Set(o, "Force", true);
    public static T DisableForce<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.Set(o, "Force", false);
    public static T ToggleForce<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.Toggle(o, "Force");
    public static T SetIgnoreFailedSources<T>(this T o, bool? v) where T : DotNetRestoreSettings => OptionsChange.Set(o, "IgnoreFailedSources", v);
    public static T ResetIgnoreFailedSources<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.Set(o, "IgnoreFailedSources", null);
    public static T EnableIgnoreFailedSources<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.Set(o, "IgnoreFailedSources", true);
    public static T DisableIgnoreFailedSources<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.Set(o, "IgnoreFailedSources", false);
    public static T ToggleIgnoreFailedSources<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.Toggle(o, "IgnoreFailedSources");
    public static T SetNoCache<T>(this T o, bool? v) where T : DotNetRestoreSettings => OptionsChange.Set(o, "NoCache", v);
    public static T ResetNoCache<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.Set(o, "NoCache", null);
    public static T EnableNoCache<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.Set(o, "NoCache", true);
    public static T DisableNoCache<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.Set(o, "NoCache", false);
    public static T ToggleNoCache<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.Toggle(o, "NoCache");
    public static T SetNoDependencies<T>(this T o, bool? v) where T : DotNetRestoreSettings => OptionsChange.Set(o, "NoDependencies", v);
    public static T ResetNoDependencies<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.Set(o, "NoDependencies", null);
    public static T EnableNoDependencies<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.Set(o, "NoDependencies", true);
    public static T DisableNoDependencies<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.Set(o, "NoDependencies", false);
    public static T ToggleNoDependencies<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.Toggle(o, "NoDependencies");
    public static T SetPackageDirectory<T>(this T o, string? v) where T : DotNetRestoreSettings => OptionsChange.Set(o, "PackageDirectory", v);
    public static T ResetPackageDirectory<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.Set(o, "PackageDirectory", null);
    public static T SetSources<T>(this T o, params string[]? v) where T : DotNetRestoreSettings => OptionsChange.SetList(o, "Sources", v);
    public static T SetSources<T>(this T o, IEnumerable<string>? v) where T : DotNetRestoreSettings => OptionsChange.SetList(o, "Sources", v);
    public static T AddSources<T>(this T o, params string[] v) where T : DotNetRestoreSettings => OptionsChange.AddList(o, "Sources", v);
    public static T AddSources<T>(this T o, IEnumerable<string> v) where T : DotNetRestoreSettings => OptionsChange.AddList(o, "Sources", v);
    public static T RemoveSources<T>(this T o, params string[] v) where T : DotNetRestoreSettings => OptionsChange.RemoveList(o, "Sources", v);
    public static T RemoveSources<T>(this T o, IEnumerable<string> v) where T : DotNetRestoreSettings => OptionsChange.RemoveList(o, "Sources", v);
    public static T ClearSources<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.ClearList<T, string>(o, "Sources");
    public static T SetUseLockFile<T>(this T o, bool? v) where T : DotNetRestoreSettings => OptionsChange.Set(o, "UseLockFile", v);
    public static T ResetUseLockFile<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.Set(o, "UseLockFile", null);
    public static T EnableUseLockFile<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.Set(o, "UseLockFile", true);
    public static T DisableUseLockFile<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.Set(o, "UseLockFile", false);
    public static T ToggleUseLockFile<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.Toggle(o, "UseLockFile");
    public static T SetLockedMode<T>(this T o, bool? v) where T : DotNetRestoreSettings => OptionsChange.Set(o, "LockedMode", v);
    public static T ResetLockedMode<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.Set(o, "LockedMode", null);
    public static T EnableLockedMode<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.Set(o, "LockedMode", true);
    public static T DisableLockedMode<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.Set(o, "LockedMode", false);
    public static T ToggleLockedMode<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.Toggle(o, "LockedMode");
    public static T SetLockFilePath<T>(this T o, string? v) where T : DotNetRestoreSettings => OptionsChange.Set(o, "LockFilePath", v);
    public static T ResetLockFilePath<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.Set(o, "LockFilePath", null);
    public static T SetForceEvaluate<T>(this T o, bool? v) where T : DotNetRestoreSettings => OptionsChange.Set(o, "ForceEvaluate", v);
    public static T ResetForceEvaluate<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.Set(o, "ForceEvaluate", null);
    public static T EnableForceEvaluate<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.Set(o, "ForceEvaluate", true);
    public static T DisableForceEvaluate<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.Set(o, "ForceEvaluate", false);
    public static T ToggleForceEvaluate<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.Toggle(o, "ForceEvaluate");
    public static T SetRuntime<T>(this T o, string? v) where T : DotNetRestoreSettings => OptionsChange.Set(o, "Runtime", v);
    public static T ResetRuntime<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.Set(o, "Runtime", null);
    public static T SetProperties<T>(this T o, IDictionary<string, object>? v) where T : DotNetRestoreSettings => OptionsChange.SetPairs(o, "Properties", v);
    public static T SetProperty<T>(this T o, string k, object? v) where T : DotNetRestoreSettings => OptionsChange.SetPair(o, "Properties", k, v);
    public static T AddProperty<T>(this T o, string k, object v) where T : DotNetRestoreSettings => OptionsChange.AddPair(o, "Properties", k, v);
    public static T RemoveProperty<T>(this T o, string k) where T : DotNetRestoreSettings => OptionsChange.RemovePair<T, object>(o, "Properties", k);
    public static T ClearProperties<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.ClearPairs<T, object>(o, "Properties");
    public static T SetRunCodeAnalysis<T>(this T o, bool? v) where T : DotNetRestoreSettings => OptionsChange.SetPair<T, object>(o, "Properties", "RunCodeAnalysis", v);
    public static T ResetRunCodeAnalysis<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "RunCodeAnalysis");
    public static T EnableRunCodeAnalysis<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.SetPair<T, object>(o, "Properties", "RunCodeAnalysis", true);
    public static T DisableRunCodeAnalysis<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.SetPair<T, object>(o, "Properties", "RunCodeAnalysis", false);
    public static T ToggleRunCodeAnalysis<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.TogglePair(o, "Properties", "RunCodeAnalysis");
    public static T SetNoWarns<T>(this T o, params int[] v) where T : DotNetRestoreSettings => OptionsChange.SetJoined(o, "Properties", "NoWarn", ";", v);
    public static T SetNoWarns<T>(this T o, IEnumerable<int> v) where T : DotNetRestoreSettings => OptionsChange.SetJoined(o, "Properties", "NoWarn", ";", v);
    public static T AddNoWarns<T>(this T o, params int[] v) where T : DotNetRestoreSettings => OptionsChange.AddJoined(o, "Properties", "NoWarn", ";", v);
    public static T AddNoWarns<T>(this T o, IEnumerable<int> v) where T : DotNetRestoreSettings => OptionsChange.AddJoined(o, "Properties", "NoWarn", ";", v);
    public static T RemoveNoWarns<T>(this T o, params int[] v) where T : DotNetRestoreSettings => OptionsChange.RemoveJoined(o, "Properties", "NoWarn", ";", v);
    public static T RemoveNoWarns<T>(this T o, IEnumerable<int> v) where T : DotNetRestoreSettings => OptionsChange.RemoveJoined(o, "Properties", "NoWarn", ";", v);
    public static T ResetNoWarn<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "NoWarn");
    public static T SetWarningsAsErrors<T>(this T o, params int[] v) where T : DotNetRestoreSettings => OptionsChange.SetJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T SetWarningsAsErrors<T>(this T o, IEnumerable<int> v) where T : DotNetRestoreSettings => OptionsChange.SetJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T AddWarningsAsErrors<T>(this T o, params int[] v) where T : DotNetRestoreSettings => OptionsChange.AddJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T AddWarningsAsErrors<T>(this T o, IEnumerable<int> v) where T : DotNetRestoreSettings => OptionsChange.AddJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T RemoveWarningsAsErrors<T>(this T o, params int[] v) where T : DotNetRestoreSettings => OptionsChange.RemoveJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T RemoveWarningsAsErrors<T>(this T o, IEnumerable<int> v) where T : DotNetRestoreSettings => OptionsChange.RemoveJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T ResetWarningsAsErrors<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "WarningsAsErrors");
    public static T SetWarningLevel<T>(this T o, int? v) where T : DotNetRestoreSettings => OptionsChange.SetPair<T, object>(o, "Properties", "WarningLevel", v);
    public static T ResetWarningLevel<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "WarningLevel");
    public static T SetTreatWarningsAsErrors<T>(this T o, bool? v) where T : DotNetRestoreSettings => OptionsChange.SetPair<T, object>(o, "Properties", "TreatWarningsAsErrors", v);
    public static T ResetTreatWarningsAsErrors<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "TreatWarningsAsErrors");
    public static T EnableTreatWarningsAsErrors<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.SetPair<T, object>(o, "Properties", "TreatWarningsAsErrors", true);
    public static T DisableTreatWarningsAsErrors<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.SetPair<T, object>(o, "Properties", "TreatWarningsAsErrors", false);
    public static T ToggleTreatWarningsAsErrors<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.TogglePair(o, "Properties", "TreatWarningsAsErrors");
    public static T SetAssemblyVersion<T>(this T o, string? v) where T : DotNetRestoreSettings => OptionsChange.SetPair<T, object>(o, "Properties", "AssemblyVersion", v);
    public static T ResetAssemblyVersion<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "AssemblyVersion");
    public static T SetFileVersion<T>(this T o, string? v) where T : DotNetRestoreSettings => OptionsChange.SetPair<T, object>(o, "Properties", "FileVersion", v);
    public static T ResetFileVersion<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "FileVersion");
    public static T SetInformationalVersion<T>(this T o, string? v) where T : DotNetRestoreSettings => OptionsChange.SetPair<T, object>(o, "Properties", "InformationalVersion", v);
    public static T ResetInformationalVersion<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "InformationalVersion");
    public static T SetPackageId<T>(this T o, string? v) where T : DotNetRestoreSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageId", v);
    public static T ResetPackageId<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageId");
    public static T SetVersion<T>(this T o, string? v) where T : DotNetRestoreSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Version", v);
    public static T ResetVersion<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Version");
    public static T SetVersionPrefix<T>(this T o, string? v) where T : DotNetRestoreSettings => OptionsChange.SetPair<T, object>(o, "Properties", "VersionPrefix", v);
    public static T ResetVersionPrefix<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "VersionPrefix");
    public static T SetAuthors<T>(this T o, params string[] v) where T : DotNetRestoreSettings => OptionsChange.SetJoined(o, "Properties", "Authors", ",", v);
    public static T SetAuthors<T>(this T o, IEnumerable<string> v) where T : DotNetRestoreSettings => OptionsChange.SetJoined(o, "Properties", "Authors", ",", v);
    public static T AddAuthors<T>(this T o, params string[] v) where T : DotNetRestoreSettings => OptionsChange.AddJoined(o, "Properties", "Authors", ",", v);
    public static T AddAuthors<T>(this T o, IEnumerable<string> v) where T : DotNetRestoreSettings => OptionsChange.AddJoined(o, "Properties", "Authors", ",", v);
    public static T RemoveAuthors<T>(this T o, params string[] v) where T : DotNetRestoreSettings => OptionsChange.RemoveJoined(o, "Properties", "Authors", ",", v);
    public static T RemoveAuthors<T>(this T o, IEnumerable<string> v) where T : DotNetRestoreSettings => OptionsChange.RemoveJoined(o, "Properties", "Authors", ",", v);
    public static T ResetAuthors<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Authors");
    public static T SetTitle<T>(this T o, string? v) where T : DotNetRestoreSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Title", v);
    public static T ResetTitle<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Title");
    public static T SetDescription<T>(this T o, string? v) where T : DotNetRestoreSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Description", v);
    public static T ResetDescription<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Description");
    public static T SetCopyright<T>(this T o, string? v) where T : DotNetRestoreSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Copyright", v);
    public static T ResetCopyright<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Copyright");
    public static T SetPackageRequireLicenseAcceptance<T>(this T o, bool? v) where T : DotNetRestoreSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageRequireLicenseAcceptance", v);
    public static T ResetPackageRequireLicenseAcceptance<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageRequireLicenseAcceptance");
    public static T EnablePackageRequireLicenseAcceptance<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageRequireLicenseAcceptance", true);
    public static T DisablePackageRequireLicenseAcceptance<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageRequireLicenseAcceptance", false);
    public static T TogglePackageRequireLicenseAcceptance<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.TogglePair(o, "Properties", "PackageRequireLicenseAcceptance");
    public static T SetPackageLicenseUrl<T>(this T o, string? v) where T : DotNetRestoreSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageLicenseUrl", v);
    public static T ResetPackageLicenseUrl<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageLicenseUrl");
    public static T SetPackageProjectUrl<T>(this T o, string? v) where T : DotNetRestoreSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageProjectUrl", v);
    public static T ResetPackageProjectUrl<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageProjectUrl");
    public static T SetPackageIconUrl<T>(this T o, string? v) where T : DotNetRestoreSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageIconUrl", v);
    public static T ResetPackageIconUrl<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageIconUrl");
    public static T SetPackageTags<T>(this T o, params string[] v) where T : DotNetRestoreSettings => OptionsChange.SetJoined(o, "Properties", "PackageTags", " ", v);
    public static T SetPackageTags<T>(this T o, IEnumerable<string> v) where T : DotNetRestoreSettings => OptionsChange.SetJoined(o, "Properties", "PackageTags", " ", v);
    public static T AddPackageTags<T>(this T o, params string[] v) where T : DotNetRestoreSettings => OptionsChange.AddJoined(o, "Properties", "PackageTags", " ", v);
    public static T AddPackageTags<T>(this T o, IEnumerable<string> v) where T : DotNetRestoreSettings => OptionsChange.AddJoined(o, "Properties", "PackageTags", " ", v);
    public static T RemovePackageTags<T>(this T o, params string[] v) where T : DotNetRestoreSettings => OptionsChange.RemoveJoined(o, "Properties", "PackageTags", " ", v);
    public static T RemovePackageTags<T>(this T o, IEnumerable<string> v) where T : DotNetRestoreSettings => OptionsChange.RemoveJoined(o, "Properties", "PackageTags", " ", v);
    public static T ResetPackageTags<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageTags");
    public static T SetPackageReleaseNotes<T>(this T o, string? v) where T : DotNetRestoreSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageReleaseNotes", v);
    public static T ResetPackageReleaseNotes<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageReleaseNotes");
    public static T SetRepositoryUrl<T>(this T o, string? v) where T : DotNetRestoreSettings => OptionsChange.SetPair<T, object>(o, "Properties", "RepositoryUrl", v);
    public static T ResetRepositoryUrl<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "RepositoryUrl");
    public static T SetRepositoryType<T>(this T o, string? v) where T : DotNetRestoreSettings => OptionsChange.SetPair<T, object>(o, "Properties", "RepositoryType", v);
    public static T ResetRepositoryType<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "RepositoryType");
    public static T SetSymbolPackageFormat<T>(this T o, DotNetSymbolPackageFormat? v) where T : DotNetRestoreSettings => OptionsChange.SetPair<T, object>(o, "Properties", "SymbolPackageFormat", v);
    public static T ResetSymbolPackageFormat<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "SymbolPackageFormat");
    public static T SetPublishReadyToRun<T>(this T o, bool? v) where T : DotNetRestoreSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishReadyToRun", v);
    public static T ResetPublishReadyToRun<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PublishReadyToRun");
    public static T EnablePublishReadyToRun<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishReadyToRun", true);
    public static T DisablePublishReadyToRun<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishReadyToRun", false);
    public static T TogglePublishReadyToRun<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.TogglePair(o, "Properties", "PublishReadyToRun");
    public static T SetPublishSingleFile<T>(this T o, bool? v) where T : DotNetRestoreSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishSingleFile", v);
    public static T ResetPublishSingleFile<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PublishSingleFile");
    public static T EnablePublishSingleFile<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishSingleFile", true);
    public static T DisablePublishSingleFile<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishSingleFile", false);
    public static T TogglePublishSingleFile<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.TogglePair(o, "Properties", "PublishSingleFile");
    public static T SetPublishTrimmed<T>(this T o, bool? v) where T : DotNetRestoreSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishTrimmed", v);
    public static T ResetPublishTrimmed<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PublishTrimmed");
    public static T EnablePublishTrimmed<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishTrimmed", true);
    public static T DisablePublishTrimmed<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishTrimmed", false);
    public static T TogglePublishTrimmed<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.TogglePair(o, "Properties", "PublishTrimmed");
    public static T SetPublishProfile<T>(this T o, string? v) where T : DotNetRestoreSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishProfile", v);
    public static T ResetPublishProfile<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PublishProfile");
    public static T SetPlatform<T>(this T o, string? v) where T : DotNetRestoreSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Platform", v);
    public static T ResetPlatform<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Platform");
    public static T SetContinuousIntegrationBuild<T>(this T o, bool? v) where T : DotNetRestoreSettings => OptionsChange.SetPair<T, object>(o, "Properties", "ContinuousIntegrationBuild", v);
    public static T ResetContinuousIntegrationBuild<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "ContinuousIntegrationBuild");
    public static T EnableContinuousIntegrationBuild<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.SetPair<T, object>(o, "Properties", "ContinuousIntegrationBuild", true);
    public static T DisableContinuousIntegrationBuild<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.SetPair<T, object>(o, "Properties", "ContinuousIntegrationBuild", false);
    public static T ToggleContinuousIntegrationBuild<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.TogglePair(o, "Properties", "ContinuousIntegrationBuild");
    public static T SetDeterministicSourcePaths<T>(this T o, bool? v) where T : DotNetRestoreSettings => OptionsChange.SetPair<T, object>(o, "Properties", "DeterministicSourcePaths", v);
    public static T ResetDeterministicSourcePaths<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "DeterministicSourcePaths");
    public static T EnableDeterministicSourcePaths<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.SetPair<T, object>(o, "Properties", "DeterministicSourcePaths", true);
    public static T DisableDeterministicSourcePaths<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.SetPair<T, object>(o, "Properties", "DeterministicSourcePaths", false);
    public static T ToggleDeterministicSourcePaths<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.TogglePair(o, "Properties", "DeterministicSourcePaths");
    public static T SetDeterministic<T>(this T o, bool? v) where T : DotNetRestoreSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Deterministic", v);
    public static T ResetDeterministic<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Deterministic");
    public static T EnableDeterministic<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Deterministic", true);
    public static T DisableDeterministic<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Deterministic", false);
    public static T ToggleDeterministic<T>(this T o) where T : DotNetRestoreSettings => OptionsChange.TogglePair(o, "Properties", "Deterministic");
}

/// <summary>Options of <c>dotnet pack</c>.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetPack), Arguments = "pack")]
public partial class DotNetPackSettings : ToolOptions
{
    [Argument(Format = "{value}", Position = 1)] public string? Project => Get<string>();
    [Argument(Format = "--configuration {value}")] public string? Configuration => Get<string>();
    [Argument(Format = "--include-source")] public bool? IncludeSource => Get<bool?>();
    [Argument(Format = "--include-symbols")] public bool? IncludeSymbols => Get<bool?>();
    [Argument(Format = "--no-build")] public bool? NoBuild => Get<bool?>();
    [Argument(Format = "--no-restore")] public bool? NoRestore => Get<bool?>();
    [Argument(Format = "--output {value}")] public string? OutputDirectory => Get<string>();
    [Argument(Format = "--serviceable")] public bool? Serviceable => Get<bool?>();
    [Argument(Format = "--verbosity {value}")] public DotNetVerbosity? Verbosity => Get<DotNetVerbosity>();
    [Argument(Format = "--version-suffix {value}")] public string? VersionSuffix => Get<string>();
    [Argument(Format = "--nologo")] public bool? NoLogo => Get<bool?>();
    [Argument(Format = "--artifacts-path {value}")] public string? ArtifactsPath => Get<string>();
    [Argument(Format = "--disable-parallel")] public bool? DisableParallel => Get<bool?>();
    [Argument(Format = "--force")] public bool? Force => Get<bool?>();
    [Argument(Format = "--ignore-failed-sources")] public bool? IgnoreFailedSources => Get<bool?>();
    [Argument(Format = "--no-cache")] public bool? NoCache => Get<bool?>();
    [Argument(Format = "--no-dependencies")] public bool? NoDependencies => Get<bool?>();
    [Argument(Format = "--packages {value}")] public string? PackageDirectory => Get<string>();
    [Argument(Format = "--source {value}")] public IReadOnlyList<string>? Sources => Get<IReadOnlyList<string>>();
    [Argument(Format = "--use-lock-file")] public bool? UseLockFile => Get<bool?>();
    [Argument(Format = "--locked-mode")] public bool? LockedMode => Get<bool?>();
    [Argument(Format = "--lock-file-path {value}")] public string? LockFilePath => Get<string>();
    [Argument(Format = "--force-evaluate")] public bool? ForceEvaluate => Get<bool?>();
    [Argument(Format = "--runtime {value}")] public string? Runtime => Get<string>();
    [Argument(Format = "--property:{key}={value}")] public IReadOnlyDictionary<string, object>? Properties => Get<IReadOnlyDictionary<string, object>>();
}

/// <summary>Changes options of <c>dotnet pack</c>.</summary>
public static partial class DotNetPackSettingsExtensions
{
    public static T SetProject<T>(this T o, string? v) where T : DotNetPackSettings => OptionsChange.Set(o, "Project", v);
    public static T ResetProject<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "Project", null);
    public static T SetConfiguration<T>(this T o, string? v) where T : DotNetPackSettings => OptionsChange.Set(o, "Configuration", v);
    public static T ResetConfiguration<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "Configuration", null);
    public static T SetIncludeSource<T>(this T o, bool? v) where T : DotNetPackSettings => OptionsChange.Set(o, "IncludeSource", v);
    public static T ResetIncludeSource<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "IncludeSource", null);
    public static T EnableIncludeSource<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "IncludeSource", true);
    public static T DisableIncludeSource<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "IncludeSource", false);
    public static T ToggleIncludeSource<T>(this T o) where T : DotNetPackSettings => OptionsChange.Toggle(o, "IncludeSource");
    public static T SetIncludeSymbols<T>(this T o, bool? v) where T : DotNetPackSettings => OptionsChange.Set(o, "IncludeSymbols", v);
    public static T ResetIncludeSymbols<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "IncludeSymbols", null);
    public static T EnableIncludeSymbols<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "IncludeSymbols", true);
    public static T DisableIncludeSymbols<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "IncludeSymbols", false);
    public static T ToggleIncludeSymbols<T>(this T o) where T : DotNetPackSettings => OptionsChange.Toggle(o, "IncludeSymbols");
    public static T SetNoBuild<T>(this T o, bool? v) where T : DotNetPackSettings => OptionsChange.Set(o, "NoBuild", v);
    public static T ResetNoBuild<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "NoBuild", null);
    public static T EnableNoBuild<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "NoBuild", true);
    public static T DisableNoBuild<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "NoBuild", false);
    public static T ToggleNoBuild<T>(this T o) where T : DotNetPackSettings => OptionsChange.Toggle(o, "NoBuild");
    public static T SetNoRestore<T>(this T o, bool? v) where T : DotNetPackSettings => OptionsChange.Set(o, "NoRestore", v);
    public static T ResetNoRestore<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "NoRestore", null);
    public static T EnableNoRestore<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "NoRestore", true);
    public static T DisableNoRestore<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "NoRestore", false);
    public static T ToggleNoRestore<T>(this T o) where T : DotNetPackSettings => OptionsChange.Toggle(o, "NoRestore");
    public static T SetOutputDirectory<T>(this T o, string? v) where T : DotNetPackSettings => OptionsChange.Set(o, "OutputDirectory", v);
    public static T ResetOutputDirectory<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "OutputDirectory", null);
    public static T SetServiceable<T>(this T o, bool? v) where T : DotNetPackSettings => OptionsChange.Set(o, "Serviceable", v);
    public static T ResetServiceable<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "Serviceable", null);
    public static T EnableServiceable<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "Serviceable", true);
    public static T DisableServiceable<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "Serviceable", false);
    public static T ToggleServiceable<T>(this T o) where T : DotNetPackSettings => OptionsChange.Toggle(o, "Serviceable");
    public static T SetVerbosity<T>(this T o, DotNetVerbosity? v) where T : DotNetPackSettings => OptionsChange.Set(o, "Verbosity", v);
    public static T ResetVerbosity<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "Verbosity", null);
    public static T SetVersionSuffix<T>(this T o, string? v) where T : DotNetPackSettings => OptionsChange.Set(o, "VersionSuffix", v);
    public static T ResetVersionSuffix<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "VersionSuffix", null);
    public static T SetNoLogo<T>(this T o, bool? v) where T : DotNetPackSettings => OptionsChange.Set(o, "NoLogo", v);
    public static T ResetNoLogo<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "NoLogo", null);
    public static T EnableNoLogo<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "NoLogo", true);
    public static T DisableNoLogo<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "NoLogo", false);
    public static T ToggleNoLogo<T>(this T o) where T : DotNetPackSettings => OptionsChange.Toggle(o, "NoLogo");
    public static T SetArtifactsPath<T>(this T o, string? v) where T : DotNetPackSettings => OptionsChange.Set(o, "ArtifactsPath", v);
    public static T ResetArtifactsPath<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "ArtifactsPath", null);
    public static T SetDisableParallel<T>(this T o, bool? v) where T : DotNetPackSettings => OptionsChange.Set(o, "DisableParallel", v);
    public static T ResetDisableParallel<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "DisableParallel", null);
    public static T EnableDisableParallel<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "DisableParallel", true);
    public static T DisableDisableParallel<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "DisableParallel", false);
    public static T ToggleDisableParallel<T>(this T o) where T : DotNetPackSettings => OptionsChange.Toggle(o, "DisableParallel");
    public static T SetForce<T>(this T o, bool? v) where T : DotNetPackSettings => OptionsChange.Set(o, "Force", v);
    public static T ResetForce<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "Force", null);
    public static T EnableForce<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "Force", true);
    public static T DisableForce<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "Force", false);
    public static T ToggleForce<T>(this T o) where T : DotNetPackSettings => OptionsChange.Toggle(o, "Force");
    public static T SetIgnoreFailedSources<T>(this T o, bool? v) where T : DotNetPackSettings => OptionsChange.Set(o, "IgnoreFailedSources", v);
    public static T ResetIgnoreFailedSources<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "IgnoreFailedSources", null);
    public static T EnableIgnoreFailedSources<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "IgnoreFailedSources", true);
    public static T DisableIgnoreFailedSources<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "IgnoreFailedSources", false);
    public static T ToggleIgnoreFailedSources<T>(this T o) where T : DotNetPackSettings => OptionsChange.Toggle(o, "IgnoreFailedSources");
    public static T SetNoCache<T>(this T o, bool? v) where T : DotNetPackSettings => OptionsChange.Set(o, "NoCache", v);
    public static T ResetNoCache<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "NoCache", null);
    public static T EnableNoCache<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "NoCache", true);
    public static T DisableNoCache<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "NoCache", false);
    public static T ToggleNoCache<T>(this T o) where T : DotNetPackSettings => OptionsChange.Toggle(o, "NoCache");
    public static T SetNoDependencies<T>(this T o, bool? v) where T : DotNetPackSettings => OptionsChange.Set(o, "NoDependencies", v);
    public static T ResetNoDependencies<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "NoDependencies", null);
    public static T EnableNoDependencies<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "NoDependencies", true);
    public static T DisableNoDependencies<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "NoDependencies", false);
    public static T ToggleNoDependencies<T>(this T o) where T : DotNetPackSettings => OptionsChange.Toggle(o, "NoDependencies");
    public static T SetPackageDirectory<T>(this T o, string? v) where T : DotNetPackSettings => OptionsChange.Set(o, "PackageDirectory", v);
    public static T ResetPackageDirectory<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "PackageDirectory", null);
    public static T SetSources<T>(this T o, params string[]? v) where T : DotNetPackSettings => OptionsChange.SetList(o, "Sources", v);
    public static T SetSources<T>(this T o, IEnumerable<string>? v) where T : DotNetPackSettings => OptionsChange.SetList(o, "Sources", v);
    public static T AddSources<T>(this T o, params string[] v) where T : DotNetPackSettings => OptionsChange.AddList(o, "Sources", v);
    public static T AddSources<T>(this T o, IEnumerable<string> v) where T : DotNetPackSettings => OptionsChange.AddList(o, "Sources", v);
    public static T RemoveSources<T>(this T o, params string[] v) where T : DotNetPackSettings => OptionsChange.RemoveList(o, "Sources", v);
    public static T RemoveSources<T>(this T o, IEnumerable<string> v) where T : DotNetPackSettings => OptionsChange.RemoveList(o, "Sources", v);
    public static T ClearSources<T>(this T o) where T : DotNetPackSettings => OptionsChange.ClearList<T, string>(o, "Sources");
    public static T SetUseLockFile<T>(this T o, bool? v) where T : DotNetPackSettings => OptionsChange.Set(o, "UseLockFile", v);
    public static T ResetUseLockFile<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "UseLockFile", null);
    public static T EnableUseLockFile<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "UseLockFile", true);
    public static T DisableUseLockFile<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "UseLockFile", false);
    public static T ToggleUseLockFile<T>(this T o) where T : DotNetPackSettings => OptionsChange.Toggle(o, "UseLockFile");
    public static T SetLockedMode<T>(this T o, bool? v) where T : DotNetPackSettings => OptionsChange.Set(o, "LockedMode", v);
    public static T ResetLockedMode<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "LockedMode", null);
    public static T EnableLockedMode<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "LockedMode", true);
    public static T DisableLockedMode<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "LockedMode", false);
    public static T ToggleLockedMode<T>(this T o) where T : DotNetPackSettings => OptionsChange.Toggle(o, "LockedMode");
    public static T SetLockFilePath<T>(this T o, string? v) where T : DotNetPackSettings => OptionsChange.Set(o, "LockFilePath", v);
    public static T ResetLockFilePath<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "LockFilePath", null);
    public static T SetForceEvaluate<T>(this T o, bool? v) where T : DotNetPackSettings => OptionsChange.Set(o, "ForceEvaluate", v);
    public static T ResetForceEvaluate<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "ForceEvaluate", null);
    public static T EnableForceEvaluate<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "ForceEvaluate", true);
    public static T DisableForceEvaluate<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "ForceEvaluate", false);
    public static T ToggleForceEvaluate<T>(this T o) where T : DotNetPackSettings => OptionsChange.Toggle(o, "ForceEvaluate");
    public static T SetRuntime<T>(this T o, string? v) where T : DotNetPackSettings => OptionsChange.Set(o, "Runtime", v);
    public static T ResetRuntime<T>(this T o) where T : DotNetPackSettings => OptionsChange.Set(o, "Runtime", null);
    public static T SetProperties<T>(this T o, IDictionary<string, object>? v) where T : DotNetPackSettings => OptionsChange.SetPairs(o, "Properties", v);
    public static T SetProperty<T>(this T o, string k, object? v) where T : DotNetPackSettings => OptionsChange.SetPair(o, "Properties", k, v);
    public static T AddProperty<T>(this T o, string k, object v) where T : DotNetPackSettings => OptionsChange.AddPair(o, "Properties", k, v);
    public static T RemoveProperty<T>(this T o, string k) where T : DotNetPackSettings => OptionsChange.RemovePair<T, object>(o, "Properties", k);
    public static T ClearProperties<T>(this T o) where T : DotNetPackSettings => OptionsChange.ClearPairs<T, object>(o, "Properties");
    public static T SetRunCodeAnalysis<T>(this T o, bool? v) where T : DotNetPackSettings => OptionsChange.SetPair<T, object>(o, "Properties", "RunCodeAnalysis", v);
    public static T ResetRunCodeAnalysis<T>(this T o) where T : DotNetPackSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "RunCodeAnalysis");
    public static T EnableRunCodeAnalysis<T>(this T o) where T : DotNetPackSettings => OptionsChange.SetPair<T, object>(o, "Properties", "RunCodeAnalysis", true);
    public static T DisableRunCodeAnalysis<T>(this T o) where T : DotNetPackSettings => OptionsChange.SetPair<T, object>(o, "Properties", "RunCodeAnalysis", false);
    public static T ToggleRunCodeAnalysis<T>(this T o) where T : DotNetPackSettings => OptionsChange.TogglePair(o, "Properties", "RunCodeAnalysis");
    public static T SetNoWarns<T>(this T o, params int[] v) where T : DotNetPackSettings => OptionsChange.SetJoined(o, "Properties", "NoWarn", ";", v);
    public static T SetNoWarns<T>(this T o, IEnumerable<int> v) where T : DotNetPackSettings => OptionsChange.SetJoined(o, "Properties", "NoWarn", ";", v);
    public static T AddNoWarns<T>(this T o, params int[] v) where T : DotNetPackSettings => OptionsChange.AddJoined(o, "Properties", "NoWarn", ";", v);
    public static T AddNoWarns<T>(this T o, IEnumerable<int> v) where T : DotNetPackSettings => OptionsChange.AddJoined(o, "Properties", "NoWarn", ";", v);
    public static T RemoveNoWarns<T>(this T o, params int[] v) where T : DotNetPackSettings => OptionsChange.RemoveJoined(o, "Properties", "NoWarn", ";", v);
    public static T RemoveNoWarns<T>(this T o, IEnumerable<int> v) where T : DotNetPackSettings => OptionsChange.RemoveJoined(o, "Properties", "NoWarn", ";", v);
    public static T ResetNoWarn<T>(this T o) where T : DotNetPackSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "NoWarn");
    public static T SetWarningsAsErrors<T>(this T o, params int[] v) where T : DotNetPackSettings => OptionsChange.SetJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T SetWarningsAsErrors<T>(this T o, IEnumerable<int> v) where T : DotNetPackSettings => OptionsChange.SetJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T AddWarningsAsErrors<T>(this T o, params int[] v) where T : DotNetPackSettings => OptionsChange.AddJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T AddWarningsAsErrors<T>(this T o, IEnumerable<int> v) where T : DotNetPackSettings => OptionsChange.AddJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T RemoveWarningsAsErrors<T>(this T o, params int[] v) where T : DotNetPackSettings => OptionsChange.RemoveJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T RemoveWarningsAsErrors<T>(this T o, IEnumerable<int> v) where T : DotNetPackSettings => OptionsChange.RemoveJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T ResetWarningsAsErrors<T>(this T o) where T : DotNetPackSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "WarningsAsErrors");
    public static T SetWarningLevel<T>(this T o, int? v) where T : DotNetPackSettings => OptionsChange.SetPair<T, object>(o, "Properties", "WarningLevel", v);
    public static T ResetWarningLevel<T>(this T o) where T : DotNetPackSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "WarningLevel");
    public static T SetTreatWarningsAsErrors<T>(this T o, bool? v) where T : DotNetPackSettings => OptionsChange.SetPair<T, object>(o, "Properties", "TreatWarningsAsErrors", v);
    public static T ResetTreatWarningsAsErrors<T>(this T o) where T : DotNetPackSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "TreatWarningsAsErrors");
    public static T EnableTreatWarningsAsErrors<T>(this T o) where T : DotNetPackSettings => OptionsChange.SetPair<T, object>(o, "Properties", "TreatWarningsAsErrors", true);
    public static T DisableTreatWarningsAsErrors<T>(this T o) where T : DotNetPackSettings => OptionsChange.SetPair<T, object>(o, "Properties", "TreatWarningsAsErrors", false);
    public static T ToggleTreatWarningsAsErrors<T>(this T o) where T : DotNetPackSettings => OptionsChange.TogglePair(o, "Properties", "TreatWarningsAsErrors");
    public static T SetAssemblyVersion<T>(this T o, string? v) where T : DotNetPackSettings => OptionsChange.SetPair<T, object>(o, "Properties", "AssemblyVersion", v);
    public static T ResetAssemblyVersion<T>(this T o) where T : DotNetPackSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "AssemblyVersion");
    public static T SetFileVersion<T>(this T o, string? v) where T : DotNetPackSettings => OptionsChange.SetPair<T, object>(o, "Properties", "FileVersion", v);
    public static T ResetFileVersion<T>(this T o) where T : DotNetPackSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "FileVersion");
    public static T SetInformationalVersion<T>(this T o, string? v) where T : DotNetPackSettings => OptionsChange.SetPair<T, object>(o, "Properties", "InformationalVersion", v);
    public static T ResetInformationalVersion<T>(this T o) where T : DotNetPackSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "InformationalVersion");
    public static T SetPackageId<T>(this T o, string? v) where T : DotNetPackSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageId", v);
    public static T ResetPackageId<T>(this T o) where T : DotNetPackSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageId");
    public static T SetVersion<T>(this T o, string? v) where T : DotNetPackSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Version", v);
    public static T ResetVersion<T>(this T o) where T : DotNetPackSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Version");
    public static T SetVersionPrefix<T>(this T o, string? v) where T : DotNetPackSettings => OptionsChange.SetPair<T, object>(o, "Properties", "VersionPrefix", v);
    public static T ResetVersionPrefix<T>(this T o) where T : DotNetPackSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "VersionPrefix");
    public static T SetAuthors<T>(this T o, params string[] v) where T : DotNetPackSettings => OptionsChange.SetJoined(o, "Properties", "Authors", ",", v);
    public static T SetAuthors<T>(this T o, IEnumerable<string> v) where T : DotNetPackSettings => OptionsChange.SetJoined(o, "Properties", "Authors", ",", v);
    public static T AddAuthors<T>(this T o, params string[] v) where T : DotNetPackSettings => OptionsChange.AddJoined(o, "Properties", "Authors", ",", v);
    public static T AddAuthors<T>(this T o, IEnumerable<string> v) where T : DotNetPackSettings => OptionsChange.AddJoined(o, "Properties", "Authors", ",", v);
    public static T RemoveAuthors<T>(this T o, params string[] v) where T : DotNetPackSettings => OptionsChange.RemoveJoined(o, "Properties", "Authors", ",", v);
    public static T RemoveAuthors<T>(this T o, IEnumerable<string> v) where T : DotNetPackSettings => OptionsChange.RemoveJoined(o, "Properties", "Authors", ",", v);
    public static T ResetAuthors<T>(this T o) where T : DotNetPackSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Authors");
    public static T SetTitle<T>(this T o, string? v) where T : DotNetPackSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Title", v);
    public static T ResetTitle<T>(this T o) where T : DotNetPackSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Title");
    public static T SetDescription<T>(this T o, string? v) where T : DotNetPackSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Description", v);
    public static T ResetDescription<T>(this T o) where T : DotNetPackSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Description");
    public static T SetCopyright<T>(this T o, string? v) where T : DotNetPackSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Copyright", v);
    public static T ResetCopyright<T>(this T o) where T : DotNetPackSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Copyright");
    public static T SetPackageRequireLicenseAcceptance<T>(this T o, bool? v) where T : DotNetPackSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageRequireLicenseAcceptance", v);
    public static T ResetPackageRequireLicenseAcceptance<T>(this T o) where T : DotNetPackSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageRequireLicenseAcceptance");
    public static T EnablePackageRequireLicenseAcceptance<T>(this T o) where T : DotNetPackSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageRequireLicenseAcceptance", true);
    public static T DisablePackageRequireLicenseAcceptance<T>(this T o) where T : DotNetPackSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageRequireLicenseAcceptance", false);
    public static T TogglePackageRequireLicenseAcceptance<T>(this T o) where T : DotNetPackSettings => OptionsChange.TogglePair(o, "Properties", "PackageRequireLicenseAcceptance");
    public static T SetPackageLicenseUrl<T>(this T o, string? v) where T : DotNetPackSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageLicenseUrl", v);
    public static T ResetPackageLicenseUrl<T>(this T o) where T : DotNetPackSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageLicenseUrl");
    public static T SetPackageProjectUrl<T>(this T o, string? v) where T : DotNetPackSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageProjectUrl", v);
    public static T ResetPackageProjectUrl<T>(this T o) where T : DotNetPackSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageProjectUrl");
    public static T SetPackageIconUrl<T>(this T o, string? v) where T : DotNetPackSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageIconUrl", v);
    public static T ResetPackageIconUrl<T>(this T o) where T : DotNetPackSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageIconUrl");
    public static T SetPackageTags<T>(this T o, params string[] v) where T : DotNetPackSettings => OptionsChange.SetJoined(o, "Properties", "PackageTags", " ", v);
    public static T SetPackageTags<T>(this T o, IEnumerable<string> v) where T : DotNetPackSettings => OptionsChange.SetJoined(o, "Properties", "PackageTags", " ", v);
    public static T AddPackageTags<T>(this T o, params string[] v) where T : DotNetPackSettings => OptionsChange.AddJoined(o, "Properties", "PackageTags", " ", v);
    public static T AddPackageTags<T>(this T o, IEnumerable<string> v) where T : DotNetPackSettings => OptionsChange.AddJoined(o, "Properties", "PackageTags", " ", v);
    public static T RemovePackageTags<T>(this T o, params string[] v) where T : DotNetPackSettings => OptionsChange.RemoveJoined(o, "Properties", "PackageTags", " ", v);
    public static T RemovePackageTags<T>(this T o, IEnumerable<string> v) where T : DotNetPackSettings => OptionsChange.RemoveJoined(o, "Properties", "PackageTags", " ", v);
    public static T ResetPackageTags<T>(this T o) where T : DotNetPackSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageTags");
    public static T SetPackageReleaseNotes<T>(this T o, string? v) where T : DotNetPackSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageReleaseNotes", v);
    public static T ResetPackageReleaseNotes<T>(this T o) where T : DotNetPackSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageReleaseNotes");
    public static T SetRepositoryUrl<T>(this T o, string? v) where T : DotNetPackSettings => OptionsChange.SetPair<T, object>(o, "Properties", "RepositoryUrl", v);
    public static T ResetRepositoryUrl<T>(this T o) where T : DotNetPackSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "RepositoryUrl");
    public static T SetRepositoryType<T>(this T o, string? v) where T : DotNetPackSettings => OptionsChange.SetPair<T, object>(o, "Properties", "RepositoryType", v);
    public static T ResetRepositoryType<T>(this T o) where T : DotNetPackSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "RepositoryType");
    public static T SetSymbolPackageFormat<T>(this T o, DotNetSymbolPackageFormat? v) where T : DotNetPackSettings => OptionsChange.SetPair<T, object>(o, "Properties", "SymbolPackageFormat", v);
    public static T ResetSymbolPackageFormat<T>(this T o) where T : DotNetPackSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "SymbolPackageFormat");
    public static T SetPublishReadyToRun<T>(this T o, bool? v) where T : DotNetPackSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishReadyToRun", v);
    public static T ResetPublishReadyToRun<T>(this T o) where T : DotNetPackSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PublishReadyToRun");
    public static T EnablePublishReadyToRun<T>(this T o) where T : DotNetPackSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishReadyToRun", true);
    public static T DisablePublishReadyToRun<T>(this T o) where T : DotNetPackSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishReadyToRun", false);
    public static T TogglePublishReadyToRun<T>(this T o) where T : DotNetPackSettings => OptionsChange.TogglePair(o, "Properties", "PublishReadyToRun");
    public static T SetPublishSingleFile<T>(this T o, bool? v) where T : DotNetPackSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishSingleFile", v);
    public static T ResetPublishSingleFile<T>(this T o) where T : DotNetPackSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PublishSingleFile");
    public static T EnablePublishSingleFile<T>(this T o) where T : DotNetPackSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishSingleFile", true);
    public static T DisablePublishSingleFile<T>(this T o) where T : DotNetPackSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishSingleFile", false);
    public static T TogglePublishSingleFile<T>(this T o) where T : DotNetPackSettings => OptionsChange.TogglePair(o, "Properties", "PublishSingleFile");
    public static T SetPublishTrimmed<T>(this T o, bool? v) where T : DotNetPackSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishTrimmed", v);
    public static T ResetPublishTrimmed<T>(this T o) where T : DotNetPackSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PublishTrimmed");
    public static T EnablePublishTrimmed<T>(this T o) where T : DotNetPackSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishTrimmed", true);
    public static T DisablePublishTrimmed<T>(this T o) where T : DotNetPackSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishTrimmed", false);
    public static T TogglePublishTrimmed<T>(this T o) where T : DotNetPackSettings => OptionsChange.TogglePair(o, "Properties", "PublishTrimmed");
    public static T SetPublishProfile<T>(this T o, string? v) where T : DotNetPackSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishProfile", v);
    public static T ResetPublishProfile<T>(this T o) where T : DotNetPackSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PublishProfile");
    public static T SetPlatform<T>(this T o, string? v) where T : DotNetPackSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Platform", v);
    public static T ResetPlatform<T>(this T o) where T : DotNetPackSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Platform");
    public static T SetContinuousIntegrationBuild<T>(this T o, bool? v) where T : DotNetPackSettings => OptionsChange.SetPair<T, object>(o, "Properties", "ContinuousIntegrationBuild", v);
    public static T ResetContinuousIntegrationBuild<T>(this T o) where T : DotNetPackSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "ContinuousIntegrationBuild");
    public static T EnableContinuousIntegrationBuild<T>(this T o) where T : DotNetPackSettings => OptionsChange.SetPair<T, object>(o, "Properties", "ContinuousIntegrationBuild", true);
    public static T DisableContinuousIntegrationBuild<T>(this T o) where T : DotNetPackSettings => OptionsChange.SetPair<T, object>(o, "Properties", "ContinuousIntegrationBuild", false);
    public static T ToggleContinuousIntegrationBuild<T>(this T o) where T : DotNetPackSettings => OptionsChange.TogglePair(o, "Properties", "ContinuousIntegrationBuild");
    public static T SetDeterministicSourcePaths<T>(this T o, bool? v) where T : DotNetPackSettings => OptionsChange.SetPair<T, object>(o, "Properties", "DeterministicSourcePaths", v);
    public static T ResetDeterministicSourcePaths<T>(this T o) where T : DotNetPackSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "DeterministicSourcePaths");
    public static T EnableDeterministicSourcePaths<T>(this T o) where T : DotNetPackSettings => OptionsChange.SetPair<T, object>(o, "Properties", "DeterministicSourcePaths", true);
    public static T DisableDeterministicSourcePaths<T>(this T o) where T : DotNetPackSettings => OptionsChange.SetPair<T, object>(o, "Properties", "DeterministicSourcePaths", false);
    public static T ToggleDeterministicSourcePaths<T>(this T o) where T : DotNetPackSettings => OptionsChange.TogglePair(o, "Properties", "DeterministicSourcePaths");
    public static T SetDeterministic<T>(this T o, bool? v) where T : DotNetPackSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Deterministic", v);
    public static T ResetDeterministic<T>(this T o) where T : DotNetPackSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Deterministic");
    public static T EnableDeterministic<T>(this T o) where T : DotNetPackSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Deterministic", true);
    public static T DisableDeterministic<T>(this T o) where T : DotNetPackSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Deterministic", false);
    public static T ToggleDeterministic<T>(this T o) where T : DotNetPackSettings => OptionsChange.TogglePair(o, "Properties", "Deterministic");
}

/// <summary>Options of <c>dotnet build</c>.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetBuild), Arguments = "build")]
public partial class DotNetBuildSettings : ToolOptions
{
    [Argument(Format = "{value}", Position = 1)] public string? ProjectFile => Get<string>();
    [Argument(Format = "--configuration {value}")] public string? Configuration => Get<string>();
    [Argument(Format = "--framework {value}")] public string? Framework => Get<string>();
    [Argument(Format = "--no-incremental")] public bool? NoIncremental => Get<bool?>();
    [Argument(Format = "--no-restore")] public bool? NoRestore => Get<bool?>();
    [Argument(Format = "--output {value}")] public string? OutputDirectory => Get<string>();
    [Argument(Format = "--self-contained {value}")] public bool? SelfContained => Get<bool?>();
    [Argument(Format = "--runtime {value}")] public string? Runtime => Get<string>();
    [Argument(Format = "--verbosity {value}")] public DotNetVerbosity? Verbosity => Get<DotNetVerbosity>();
    [Argument(Format = "--version-suffix {value}")] public string? VersionSuffix => Get<string>();
    [Argument(Format = "/logger:{value}")] public IReadOnlyList<string>? Loggers => Get<IReadOnlyList<string>>();
    [Argument(Format = "/noconsolelogger")] public bool? NoConsoleLogger => Get<bool?>();
    [Argument(Format = "--nologo")] public bool? NoLogo => Get<bool?>();
    [Argument(Format = "-bl:{value}")] public string? BinaryLog => Get<string>();
    [Argument(Format = "--artifacts-path {value}")] public string? ArtifactsPath => Get<string>();
    [Argument(Format = "--disable-parallel")] public bool? DisableParallel => Get<bool?>();
    [Argument(Format = "--force")] public bool? Force => Get<bool?>();
    [Argument(Format = "--ignore-failed-sources")] public bool? IgnoreFailedSources => Get<bool?>();
    [Argument(Format = "--no-cache")] public bool? NoCache => Get<bool?>();
    [Argument(Format = "--no-dependencies")] public bool? NoDependencies => Get<bool?>();
    [Argument(Format = "--packages {value}")] public string? PackageDirectory => Get<string>();
    [Argument(Format = "--source {value}")] public IReadOnlyList<string>? Sources => Get<IReadOnlyList<string>>();
    [Argument(Format = "--use-lock-file")] public bool? UseLockFile => Get<bool?>();
    [Argument(Format = "--locked-mode")] public bool? LockedMode => Get<bool?>();
    [Argument(Format = "--lock-file-path {value}")] public string? LockFilePath => Get<string>();
    [Argument(Format = "--force-evaluate")] public bool? ForceEvaluate => Get<bool?>();
    [Argument(Format = "--property:{key}={value}")] public IReadOnlyDictionary<string, object>? Properties => Get<IReadOnlyDictionary<string, object>>();
}

/// <summary>Changes options of <c>dotnet build</c>.</summary>
public static partial class DotNetBuildSettingsExtensions
{
    public static T SetProjectFile<T>(this T o, string? v) where T : DotNetBuildSettings => OptionsChange.Set(o, "ProjectFile", v);
    public static T ResetProjectFile<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "ProjectFile", null);
    public static T SetConfiguration<T>(this T o, string? v) where T : DotNetBuildSettings => OptionsChange.Set(o, "Configuration", v);
    public static T ResetConfiguration<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "Configuration", null);
    public static T SetFramework<T>(this T o, string? v) where T : DotNetBuildSettings => OptionsChange.Set(o, "Framework", v);
    public static T ResetFramework<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "Framework", null);
    public static T SetNoIncremental<T>(this T o, bool? v) where T : DotNetBuildSettings => OptionsChange.Set(o, "NoIncremental", v);
    public static T ResetNoIncremental<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "NoIncremental", null);
    public static T EnableNoIncremental<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "NoIncremental", true);
    public static T DisableNoIncremental<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "NoIncremental", false);
    public static T ToggleNoIncremental<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Toggle(o, "NoIncremental");
    public static T SetNoRestore<T>(this T o, bool? v) where T : DotNetBuildSettings => OptionsChange.Set(o, "NoRestore", v);
    public static T ResetNoRestore<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "NoRestore", null);
    public static T EnableNoRestore<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "NoRestore", true);
    public static T DisableNoRestore<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "NoRestore", false);
    public static T ToggleNoRestore<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Toggle(o, "NoRestore");
    public static T SetOutputDirectory<T>(this T o, string? v) where T : DotNetBuildSettings => OptionsChange.Set(o, "OutputDirectory", v);
    public static T ResetOutputDirectory<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "OutputDirectory", null);
    public static T SetSelfContained<T>(this T o, bool? v) where T : DotNetBuildSettings => OptionsChange.Set(o, "SelfContained", v);
    public static T ResetSelfContained<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "SelfContained", null);
    public static T EnableSelfContained<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "SelfContained", true);
    public static T DisableSelfContained<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "SelfContained", false);
    public static T ToggleSelfContained<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Toggle(o, "SelfContained");
    public static T SetRuntime<T>(this T o, string? v) where T : DotNetBuildSettings => OptionsChange.Set(o, "Runtime", v);
    public static T ResetRuntime<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "Runtime", null);
    public static T SetVerbosity<T>(this T o, DotNetVerbosity? v) where T : DotNetBuildSettings => OptionsChange.Set(o, "Verbosity", v);
    public static T ResetVerbosity<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "Verbosity", null);
    public static T SetVersionSuffix<T>(this T o, string? v) where T : DotNetBuildSettings => OptionsChange.Set(o, "VersionSuffix", v);
    public static T ResetVersionSuffix<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "VersionSuffix", null);
    public static T SetLoggers<T>(this T o, params string[]? v) where T : DotNetBuildSettings => OptionsChange.SetList(o, "Loggers", v);
    public static T SetLoggers<T>(this T o, IEnumerable<string>? v) where T : DotNetBuildSettings => OptionsChange.SetList(o, "Loggers", v);
    public static T AddLoggers<T>(this T o, params string[] v) where T : DotNetBuildSettings => OptionsChange.AddList(o, "Loggers", v);
    public static T AddLoggers<T>(this T o, IEnumerable<string> v) where T : DotNetBuildSettings => OptionsChange.AddList(o, "Loggers", v);
    public static T RemoveLoggers<T>(this T o, params string[] v) where T : DotNetBuildSettings => OptionsChange.RemoveList(o, "Loggers", v);
    public static T RemoveLoggers<T>(this T o, IEnumerable<string> v) where T : DotNetBuildSettings => OptionsChange.RemoveList(o, "Loggers", v);
    public static T ClearLoggers<T>(this T o) where T : DotNetBuildSettings => OptionsChange.ClearList<T, string>(o, "Loggers");
    public static T SetNoConsoleLogger<T>(this T o, bool? v) where T : DotNetBuildSettings => OptionsChange.Set(o, "NoConsoleLogger", v);
    public static T ResetNoConsoleLogger<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "NoConsoleLogger", null);
    public static T EnableNoConsoleLogger<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "NoConsoleLogger", true);
    public static T DisableNoConsoleLogger<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "NoConsoleLogger", false);
    public static T ToggleNoConsoleLogger<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Toggle(o, "NoConsoleLogger");
    public static T SetNoLogo<T>(this T o, bool? v) where T : DotNetBuildSettings => OptionsChange.Set(o, "NoLogo", v);
    public static T ResetNoLogo<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "NoLogo", null);
    public static T EnableNoLogo<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "NoLogo", true);
    public static T DisableNoLogo<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "NoLogo", false);
    public static T ToggleNoLogo<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Toggle(o, "NoLogo");
    public static T SetBinaryLog<T>(this T o, string? v) where T : DotNetBuildSettings => OptionsChange.Set(o, "BinaryLog", v);
    public static T ResetBinaryLog<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "BinaryLog", null);
    public static T SetArtifactsPath<T>(this T o, string? v) where T : DotNetBuildSettings => OptionsChange.Set(o, "ArtifactsPath", v);
    public static T ResetArtifactsPath<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "ArtifactsPath", null);
    public static T SetDisableParallel<T>(this T o, bool? v) where T : DotNetBuildSettings => OptionsChange.Set(o, "DisableParallel", v);
    public static T ResetDisableParallel<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "DisableParallel", null);
    public static T EnableDisableParallel<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "DisableParallel", true);
    public static T DisableDisableParallel<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "DisableParallel", false);
    public static T ToggleDisableParallel<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Toggle(o, "DisableParallel");
    public static T SetForce<T>(this T o, bool? v) where T : DotNetBuildSettings => OptionsChange.Set(o, "Force", v);
    public static T ResetForce<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "Force", null);
    public static T EnableForce<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "Force", true);
    public static T DisableForce<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "Force", false);
    public static T ToggleForce<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Toggle(o, "Force");
    public static T SetIgnoreFailedSources<T>(this T o, bool? v) where T : DotNetBuildSettings => OptionsChange.Set(o, "IgnoreFailedSources", v);
    public static T ResetIgnoreFailedSources<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "IgnoreFailedSources", null);
    public static T EnableIgnoreFailedSources<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "IgnoreFailedSources", true);
    public static T DisableIgnoreFailedSources<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "IgnoreFailedSources", false);
    public static T ToggleIgnoreFailedSources<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Toggle(o, "IgnoreFailedSources");
    public static T SetNoCache<T>(this T o, bool? v) where T : DotNetBuildSettings => OptionsChange.Set(o, "NoCache", v);
    public static T ResetNoCache<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "NoCache", null);
    public static T EnableNoCache<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "NoCache", true);
    public static T DisableNoCache<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "NoCache", false);
    public static T ToggleNoCache<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Toggle(o, "NoCache");
    public static T SetNoDependencies<T>(this T o, bool? v) where T : DotNetBuildSettings => OptionsChange.Set(o, "NoDependencies", v);
    public static T ResetNoDependencies<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "NoDependencies", null);
    public static T EnableNoDependencies<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "NoDependencies", true);
    public static T DisableNoDependencies<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "NoDependencies", false);
    public static T ToggleNoDependencies<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Toggle(o, "NoDependencies");
    public static T SetPackageDirectory<T>(this T o, string? v) where T : DotNetBuildSettings => OptionsChange.Set(o, "PackageDirectory", v);
    public static T ResetPackageDirectory<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "PackageDirectory", null);
    public static T SetSources<T>(this T o, params string[]? v) where T : DotNetBuildSettings => OptionsChange.SetList(o, "Sources", v);
    public static T SetSources<T>(this T o, IEnumerable<string>? v) where T : DotNetBuildSettings => OptionsChange.SetList(o, "Sources", v);
    public static T AddSources<T>(this T o, params string[] v) where T : DotNetBuildSettings => OptionsChange.AddList(o, "Sources", v);
    public static T AddSources<T>(this T o, IEnumerable<string> v) where T : DotNetBuildSettings => OptionsChange.AddList(o, "Sources", v);
    public static T RemoveSources<T>(this T o, params string[] v) where T : DotNetBuildSettings => OptionsChange.RemoveList(o, "Sources", v);
    public static T RemoveSources<T>(this T o, IEnumerable<string> v) where T : DotNetBuildSettings => OptionsChange.RemoveList(o, "Sources", v);
    public static T ClearSources<T>(this T o) where T : DotNetBuildSettings => OptionsChange.ClearList<T, string>(o, "Sources");
    public static T SetUseLockFile<T>(this T o, bool? v) where T : DotNetBuildSettings => OptionsChange.Set(o, "UseLockFile", v);
    public static T ResetUseLockFile<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "UseLockFile", null);
    public static T EnableUseLockFile<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "UseLockFile", true);
    public static T DisableUseLockFile<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "UseLockFile", false);
    public static T ToggleUseLockFile<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Toggle(o, "UseLockFile");
    public static T SetLockedMode<T>(this T o, bool? v) where T : DotNetBuildSettings => OptionsChange.Set(o, "LockedMode", v);
    public static T ResetLockedMode<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "LockedMode", null);
    public static T EnableLockedMode<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "LockedMode", true);
    public static T DisableLockedMode<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "LockedMode", false);
    public static T ToggleLockedMode<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Toggle(o, "LockedMode");
    public static T SetLockFilePath<T>(this T o, string? v) where T : DotNetBuildSettings => OptionsChange.Set(o, "LockFilePath", v);
    public static T ResetLockFilePath<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "LockFilePath", null);
    public static T SetForceEvaluate<T>(this T o, bool? v) where T : DotNetBuildSettings => OptionsChange.Set(o, "ForceEvaluate", v);
    public static T ResetForceEvaluate<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "ForceEvaluate", null);
    public static T EnableForceEvaluate<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "ForceEvaluate", true);
    public static T DisableForceEvaluate<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Set(o, "ForceEvaluate", false);
    public static T ToggleForceEvaluate<T>(this T o) where T : DotNetBuildSettings => OptionsChange.Toggle(o, "ForceEvaluate");
    public static T SetProperties<T>(this T o, IDictionary<string, object>? v) where T : DotNetBuildSettings => OptionsChange.SetPairs(o, "Properties", v);
    public static T SetProperty<T>(this T o, string k, object? v) where T : DotNetBuildSettings => OptionsChange.SetPair(o, "Properties", k, v);
    public static T AddProperty<T>(this T o, string k, object v) where T : DotNetBuildSettings => OptionsChange.AddPair(o, "Properties", k, v);
    public static T RemoveProperty<T>(this T o, string k) where T : DotNetBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", k);
    public static T ClearProperties<T>(this T o) where T : DotNetBuildSettings => OptionsChange.ClearPairs<T, object>(o, "Properties");
    public static T SetRunCodeAnalysis<T>(this T o, bool? v) where T : DotNetBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "RunCodeAnalysis", v);
    public static T ResetRunCodeAnalysis<T>(this T o) where T : DotNetBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "RunCodeAnalysis");
    public static T EnableRunCodeAnalysis<T>(this T o) where T : DotNetBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "RunCodeAnalysis", true);
    public static T DisableRunCodeAnalysis<T>(this T o) where T : DotNetBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "RunCodeAnalysis", false);
    public static T ToggleRunCodeAnalysis<T>(this T o) where T : DotNetBuildSettings => OptionsChange.TogglePair(o, "Properties", "RunCodeAnalysis");
    public static T SetNoWarns<T>(this T o, params int[] v) where T : DotNetBuildSettings => OptionsChange.SetJoined(o, "Properties", "NoWarn", ";", v);
    public static T SetNoWarns<T>(this T o, IEnumerable<int> v) where T : DotNetBuildSettings => OptionsChange.SetJoined(o, "Properties", "NoWarn", ";", v);
    public static T AddNoWarns<T>(this T o, params int[] v) where T : DotNetBuildSettings => OptionsChange.AddJoined(o, "Properties", "NoWarn", ";", v);
    public static T AddNoWarns<T>(this T o, IEnumerable<int> v) where T : DotNetBuildSettings => OptionsChange.AddJoined(o, "Properties", "NoWarn", ";", v);
    public static T RemoveNoWarns<T>(this T o, params int[] v) where T : DotNetBuildSettings => OptionsChange.RemoveJoined(o, "Properties", "NoWarn", ";", v);
    public static T RemoveNoWarns<T>(this T o, IEnumerable<int> v) where T : DotNetBuildSettings => OptionsChange.RemoveJoined(o, "Properties", "NoWarn", ";", v);
    public static T ResetNoWarn<T>(this T o) where T : DotNetBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "NoWarn");
    public static T SetWarningsAsErrors<T>(this T o, params int[] v) where T : DotNetBuildSettings => OptionsChange.SetJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T SetWarningsAsErrors<T>(this T o, IEnumerable<int> v) where T : DotNetBuildSettings => OptionsChange.SetJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T AddWarningsAsErrors<T>(this T o, params int[] v) where T : DotNetBuildSettings => OptionsChange.AddJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T AddWarningsAsErrors<T>(this T o, IEnumerable<int> v) where T : DotNetBuildSettings => OptionsChange.AddJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T RemoveWarningsAsErrors<T>(this T o, params int[] v) where T : DotNetBuildSettings => OptionsChange.RemoveJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T RemoveWarningsAsErrors<T>(this T o, IEnumerable<int> v) where T : DotNetBuildSettings => OptionsChange.RemoveJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T ResetWarningsAsErrors<T>(this T o) where T : DotNetBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "WarningsAsErrors");
    public static T SetWarningLevel<T>(this T o, int? v) where T : DotNetBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "WarningLevel", v);
    public static T ResetWarningLevel<T>(this T o) where T : DotNetBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "WarningLevel");
    public static T SetTreatWarningsAsErrors<T>(this T o, bool? v) where T : DotNetBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "TreatWarningsAsErrors", v);
    public static T ResetTreatWarningsAsErrors<T>(this T o) where T : DotNetBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "TreatWarningsAsErrors");
    public static T EnableTreatWarningsAsErrors<T>(this T o) where T : DotNetBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "TreatWarningsAsErrors", true);
    public static T DisableTreatWarningsAsErrors<T>(this T o) where T : DotNetBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "TreatWarningsAsErrors", false);
    public static T ToggleTreatWarningsAsErrors<T>(this T o) where T : DotNetBuildSettings => OptionsChange.TogglePair(o, "Properties", "TreatWarningsAsErrors");
    public static T SetAssemblyVersion<T>(this T o, string? v) where T : DotNetBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "AssemblyVersion", v);
    public static T ResetAssemblyVersion<T>(this T o) where T : DotNetBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "AssemblyVersion");
    public static T SetFileVersion<T>(this T o, string? v) where T : DotNetBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "FileVersion", v);
    public static T ResetFileVersion<T>(this T o) where T : DotNetBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "FileVersion");
    public static T SetInformationalVersion<T>(this T o, string? v) where T : DotNetBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "InformationalVersion", v);
    public static T ResetInformationalVersion<T>(this T o) where T : DotNetBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "InformationalVersion");
    public static T SetPackageId<T>(this T o, string? v) where T : DotNetBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageId", v);
    public static T ResetPackageId<T>(this T o) where T : DotNetBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageId");
    public static T SetVersion<T>(this T o, string? v) where T : DotNetBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Version", v);
    public static T ResetVersion<T>(this T o) where T : DotNetBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Version");
    public static T SetVersionPrefix<T>(this T o, string? v) where T : DotNetBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "VersionPrefix", v);
    public static T ResetVersionPrefix<T>(this T o) where T : DotNetBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "VersionPrefix");
    public static T SetAuthors<T>(this T o, params string[] v) where T : DotNetBuildSettings => OptionsChange.SetJoined(o, "Properties", "Authors", ",", v);
    public static T SetAuthors<T>(this T o, IEnumerable<string> v) where T : DotNetBuildSettings => OptionsChange.SetJoined(o, "Properties", "Authors", ",", v);
    public static T AddAuthors<T>(this T o, params string[] v) where T : DotNetBuildSettings => OptionsChange.AddJoined(o, "Properties", "Authors", ",", v);
    public static T AddAuthors<T>(this T o, IEnumerable<string> v) where T : DotNetBuildSettings => OptionsChange.AddJoined(o, "Properties", "Authors", ",", v);
    public static T RemoveAuthors<T>(this T o, params string[] v) where T : DotNetBuildSettings => OptionsChange.RemoveJoined(o, "Properties", "Authors", ",", v);
    public static T RemoveAuthors<T>(this T o, IEnumerable<string> v) where T : DotNetBuildSettings => OptionsChange.RemoveJoined(o, "Properties", "Authors", ",", v);
    public static T ResetAuthors<T>(this T o) where T : DotNetBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Authors");
    public static T SetTitle<T>(this T o, string? v) where T : DotNetBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Title", v);
    public static T ResetTitle<T>(this T o) where T : DotNetBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Title");
    public static T SetDescription<T>(this T o, string? v) where T : DotNetBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Description", v);
    public static T ResetDescription<T>(this T o) where T : DotNetBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Description");
    public static T SetCopyright<T>(this T o, string? v) where T : DotNetBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Copyright", v);
    public static T ResetCopyright<T>(this T o) where T : DotNetBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Copyright");
    public static T SetPackageRequireLicenseAcceptance<T>(this T o, bool? v) where T : DotNetBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageRequireLicenseAcceptance", v);
    public static T ResetPackageRequireLicenseAcceptance<T>(this T o) where T : DotNetBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageRequireLicenseAcceptance");
    public static T EnablePackageRequireLicenseAcceptance<T>(this T o) where T : DotNetBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageRequireLicenseAcceptance", true);
    public static T DisablePackageRequireLicenseAcceptance<T>(this T o) where T : DotNetBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageRequireLicenseAcceptance", false);
    public static T TogglePackageRequireLicenseAcceptance<T>(this T o) where T : DotNetBuildSettings => OptionsChange.TogglePair(o, "Properties", "PackageRequireLicenseAcceptance");
    public static T SetPackageLicenseUrl<T>(this T o, string? v) where T : DotNetBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageLicenseUrl", v);
    public static T ResetPackageLicenseUrl<T>(this T o) where T : DotNetBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageLicenseUrl");
    public static T SetPackageProjectUrl<T>(this T o, string? v) where T : DotNetBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageProjectUrl", v);
    public static T ResetPackageProjectUrl<T>(this T o) where T : DotNetBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageProjectUrl");
    public static T SetPackageIconUrl<T>(this T o, string? v) where T : DotNetBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageIconUrl", v);
    public static T ResetPackageIconUrl<T>(this T o) where T : DotNetBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageIconUrl");
    public static T SetPackageTags<T>(this T o, params string[] v) where T : DotNetBuildSettings => OptionsChange.SetJoined(o, "Properties", "PackageTags", " ", v);
    public static T SetPackageTags<T>(this T o, IEnumerable<string> v) where T : DotNetBuildSettings => OptionsChange.SetJoined(o, "Properties", "PackageTags", " ", v);
    public static T AddPackageTags<T>(this T o, params string[] v) where T : DotNetBuildSettings => OptionsChange.AddJoined(o, "Properties", "PackageTags", " ", v);
    public static T AddPackageTags<T>(this T o, IEnumerable<string> v) where T : DotNetBuildSettings => OptionsChange.AddJoined(o, "Properties", "PackageTags", " ", v);
    public static T RemovePackageTags<T>(this T o, params string[] v) where T : DotNetBuildSettings => OptionsChange.RemoveJoined(o, "Properties", "PackageTags", " ", v);
    public static T RemovePackageTags<T>(this T o, IEnumerable<string> v) where T : DotNetBuildSettings => OptionsChange.RemoveJoined(o, "Properties", "PackageTags", " ", v);
    public static T ResetPackageTags<T>(this T o) where T : DotNetBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageTags");
    public static T SetPackageReleaseNotes<T>(this T o, string? v) where T : DotNetBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageReleaseNotes", v);
    public static T ResetPackageReleaseNotes<T>(this T o) where T : DotNetBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageReleaseNotes");
    public static T SetRepositoryUrl<T>(this T o, string? v) where T : DotNetBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "RepositoryUrl", v);
    public static T ResetRepositoryUrl<T>(this T o) where T : DotNetBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "RepositoryUrl");
    public static T SetRepositoryType<T>(this T o, string? v) where T : DotNetBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "RepositoryType", v);
    public static T ResetRepositoryType<T>(this T o) where T : DotNetBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "RepositoryType");
    public static T SetSymbolPackageFormat<T>(this T o, DotNetSymbolPackageFormat? v) where T : DotNetBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "SymbolPackageFormat", v);
    public static T ResetSymbolPackageFormat<T>(this T o) where T : DotNetBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "SymbolPackageFormat");
    public static T SetPublishReadyToRun<T>(this T o, bool? v) where T : DotNetBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishReadyToRun", v);
    public static T ResetPublishReadyToRun<T>(this T o) where T : DotNetBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PublishReadyToRun");
    public static T EnablePublishReadyToRun<T>(this T o) where T : DotNetBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishReadyToRun", true);
    public static T DisablePublishReadyToRun<T>(this T o) where T : DotNetBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishReadyToRun", false);
    public static T TogglePublishReadyToRun<T>(this T o) where T : DotNetBuildSettings => OptionsChange.TogglePair(o, "Properties", "PublishReadyToRun");
    public static T SetPublishSingleFile<T>(this T o, bool? v) where T : DotNetBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishSingleFile", v);
    public static T ResetPublishSingleFile<T>(this T o) where T : DotNetBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PublishSingleFile");
    public static T EnablePublishSingleFile<T>(this T o) where T : DotNetBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishSingleFile", true);
    public static T DisablePublishSingleFile<T>(this T o) where T : DotNetBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishSingleFile", false);
    public static T TogglePublishSingleFile<T>(this T o) where T : DotNetBuildSettings => OptionsChange.TogglePair(o, "Properties", "PublishSingleFile");
    public static T SetPublishTrimmed<T>(this T o, bool? v) where T : DotNetBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishTrimmed", v);
    public static T ResetPublishTrimmed<T>(this T o) where T : DotNetBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PublishTrimmed");
    public static T EnablePublishTrimmed<T>(this T o) where T : DotNetBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishTrimmed", true);
    public static T DisablePublishTrimmed<T>(this T o) where T : DotNetBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishTrimmed", false);
    public static T TogglePublishTrimmed<T>(this T o) where T : DotNetBuildSettings => OptionsChange.TogglePair(o, "Properties", "PublishTrimmed");
    public static T SetPublishProfile<T>(this T o, string? v) where T : DotNetBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishProfile", v);
    public static T ResetPublishProfile<T>(this T o) where T : DotNetBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PublishProfile");
    public static T SetPlatform<T>(this T o, string? v) where T : DotNetBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Platform", v);
    public static T ResetPlatform<T>(this T o) where T : DotNetBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Platform");
    public static T SetContinuousIntegrationBuild<T>(this T o, bool? v) where T : DotNetBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "ContinuousIntegrationBuild", v);
    public static T ResetContinuousIntegrationBuild<T>(this T o) where T : DotNetBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "ContinuousIntegrationBuild");
    public static T EnableContinuousIntegrationBuild<T>(this T o) where T : DotNetBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "ContinuousIntegrationBuild", true);
    public static T DisableContinuousIntegrationBuild<T>(this T o) where T : DotNetBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "ContinuousIntegrationBuild", false);
    public static T ToggleContinuousIntegrationBuild<T>(this T o) where T : DotNetBuildSettings => OptionsChange.TogglePair(o, "Properties", "ContinuousIntegrationBuild");
    public static T SetDeterministicSourcePaths<T>(this T o, bool? v) where T : DotNetBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "DeterministicSourcePaths", v);
    public static T ResetDeterministicSourcePaths<T>(this T o) where T : DotNetBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "DeterministicSourcePaths");
    public static T EnableDeterministicSourcePaths<T>(this T o) where T : DotNetBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "DeterministicSourcePaths", true);
    public static T DisableDeterministicSourcePaths<T>(this T o) where T : DotNetBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "DeterministicSourcePaths", false);
    public static T ToggleDeterministicSourcePaths<T>(this T o) where T : DotNetBuildSettings => OptionsChange.TogglePair(o, "Properties", "DeterministicSourcePaths");
    public static T SetDeterministic<T>(this T o, bool? v) where T : DotNetBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Deterministic", v);
    public static T ResetDeterministic<T>(this T o) where T : DotNetBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Deterministic");
    public static T EnableDeterministic<T>(this T o) where T : DotNetBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Deterministic", true);
    public static T DisableDeterministic<T>(this T o) where T : DotNetBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Deterministic", false);
    public static T ToggleDeterministic<T>(this T o) where T : DotNetBuildSettings => OptionsChange.TogglePair(o, "Properties", "Deterministic");
}

/// <summary>Options of <c>dotnet msbuild</c>.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetMSBuild), Arguments = "msbuild")]
public partial class DotNetMSBuildSettings : ToolOptions
{
    [Argument(Format = "{value}", Position = 1)] public string? TargetPath => Get<string>();
    [Argument(Format = "/detailedsummary")] public bool? DetailedSummary => Get<bool?>();
    [Argument(Format = "/maxcpucount:{value}")] public int? MaxCpuCount => Get<int?>();
    [Argument(Format = "/nodeReuse:{value}")] public bool? NodeReuse => Get<bool?>();
    [Argument(Format = "/nologo")] public bool? NoLogo => Get<bool?>();
    [Argument(Format = "/restore")] public bool? Restore => Get<bool?>();
    [Argument(Format = "/target:{value}", Separator = ";")] public IReadOnlyList<string>? Targets => Get<IReadOnlyList<string>>();
    [Argument(Format = "/verbosity:{value}")] public DotNetVerbosity? Verbosity => Get<DotNetVerbosity>();
    [Argument(Format = "/logger:{value}")] public IReadOnlyList<string>? Loggers => Get<IReadOnlyList<string>>();
    [Argument(Format = "/noconsolelogger")] public bool? NoConsoleLogger => Get<bool?>();
    [Argument(Format = "/property:Configuration={value}")] public string? Configuration => Get<string>();
    [Argument(Format = "/graphBuild")] public bool? GraphBuild => Get<bool?>();
    [Argument(Format = "-bl:{value}")] public string? BinaryLog => Get<string>();
    [Argument(Format = "/property:{key}={value}")] public IReadOnlyDictionary<string, object>? Properties => Get<IReadOnlyDictionary<string, object>>();
}

/// <summary>Changes options of <c>dotnet msbuild</c>.</summary>
public static partial class DotNetMSBuildSettingsExtensions
{
    public static T SetTargetPath<T>(this T o, string? v) where T : DotNetMSBuildSettings => OptionsChange.Set(o, "TargetPath", v);
    public static T ResetTargetPath<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.Set(o, "TargetPath", null);
    public static T SetDetailedSummary<T>(this T o, bool? v) where T : DotNetMSBuildSettings => OptionsChange.Set(o, "DetailedSummary", v);
    public static T ResetDetailedSummary<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.Set(o, "DetailedSummary", null);
    public static T EnableDetailedSummary<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.Set(o, "DetailedSummary", true);
    public static T DisableDetailedSummary<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.Set(o, "DetailedSummary", false);
    public static T ToggleDetailedSummary<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.Toggle(o, "DetailedSummary");
    public static T SetMaxCpuCount<T>(this T o, int? v) where T : DotNetMSBuildSettings => OptionsChange.Set(o, "MaxCpuCount", v);
    public static T ResetMaxCpuCount<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.Set(o, "MaxCpuCount", null);
    public static T SetNodeReuse<T>(this T o, bool? v) where T : DotNetMSBuildSettings => OptionsChange.Set(o, "NodeReuse", v);
    public static T ResetNodeReuse<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.Set(o, "NodeReuse", null);
    public static T EnableNodeReuse<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.Set(o, "NodeReuse", true);
    public static T DisableNodeReuse<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.Set(o, "NodeReuse", false);
    public static T ToggleNodeReuse<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.Toggle(o, "NodeReuse");
    public static T SetNoLogo<T>(this T o, bool? v) where T : DotNetMSBuildSettings => OptionsChange.Set(o, "NoLogo", v);
    public static T ResetNoLogo<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.Set(o, "NoLogo", null);
    public static T EnableNoLogo<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.Set(o, "NoLogo", true);
    public static T DisableNoLogo<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.Set(o, "NoLogo", false);
    public static T ToggleNoLogo<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.Toggle(o, "NoLogo");
    public static T SetRestore<T>(this T o, bool? v) where T : DotNetMSBuildSettings => OptionsChange.Set(o, "Restore", v);
    public static T ResetRestore<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.Set(o, "Restore", null);
    public static T EnableRestore<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.Set(o, "Restore", true);
    public static T DisableRestore<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.Set(o, "Restore", false);
    public static T ToggleRestore<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.Toggle(o, "Restore");
    public static T SetTargets<T>(this T o, params string[]? v) where T : DotNetMSBuildSettings => OptionsChange.SetList(o, "Targets", v);
    public static T SetTargets<T>(this T o, IEnumerable<string>? v) where T : DotNetMSBuildSettings => OptionsChange.SetList(o, "Targets", v);
    public static T AddTargets<T>(this T o, params string[] v) where T : DotNetMSBuildSettings => OptionsChange.AddList(o, "Targets", v);
    public static T AddTargets<T>(this T o, IEnumerable<string> v) where T : DotNetMSBuildSettings => OptionsChange.AddList(o, "Targets", v);
    public static T RemoveTargets<T>(this T o, params string[] v) where T : DotNetMSBuildSettings => OptionsChange.RemoveList(o, "Targets", v);
    public static T RemoveTargets<T>(this T o, IEnumerable<string> v) where T : DotNetMSBuildSettings => OptionsChange.RemoveList(o, "Targets", v);
    public static T ClearTargets<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.ClearList<T, string>(o, "Targets");
    public static T SetVerbosity<T>(this T o, DotNetVerbosity? v) where T : DotNetMSBuildSettings => OptionsChange.Set(o, "Verbosity", v);
    public static T ResetVerbosity<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.Set(o, "Verbosity", null);
    public static T SetLoggers<T>(this T o, params string[]? v) where T : DotNetMSBuildSettings => OptionsChange.SetList(o, "Loggers", v);
    public static T SetLoggers<T>(this T o, IEnumerable<string>? v) where T : DotNetMSBuildSettings => OptionsChange.SetList(o, "Loggers", v);
    public static T AddLoggers<T>(this T o, params string[] v) where T : DotNetMSBuildSettings => OptionsChange.AddList(o, "Loggers", v);
    public static T AddLoggers<T>(this T o, IEnumerable<string> v) where T : DotNetMSBuildSettings => OptionsChange.AddList(o, "Loggers", v);
    public static T RemoveLoggers<T>(this T o, params string[] v) where T : DotNetMSBuildSettings => OptionsChange.RemoveList(o, "Loggers", v);
    public static T RemoveLoggers<T>(this T o, IEnumerable<string> v) where T : DotNetMSBuildSettings => OptionsChange.RemoveList(o, "Loggers", v);
    public static T ClearLoggers<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.ClearList<T, string>(o, "Loggers");
    public static T SetNoConsoleLogger<T>(this T o, bool? v) where T : DotNetMSBuildSettings => OptionsChange.Set(o, "NoConsoleLogger", v);
    public static T ResetNoConsoleLogger<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.Set(o, "NoConsoleLogger", null);
    public static T EnableNoConsoleLogger<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.Set(o, "NoConsoleLogger", true);
    public static T DisableNoConsoleLogger<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.Set(o, "NoConsoleLogger", false);
    public static T ToggleNoConsoleLogger<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.Toggle(o, "NoConsoleLogger");
    public static T SetConfiguration<T>(this T o, string? v) where T : DotNetMSBuildSettings => OptionsChange.Set(o, "Configuration", v);
    public static T ResetConfiguration<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.Set(o, "Configuration", null);
    public static T SetGraphBuild<T>(this T o, bool? v) where T : DotNetMSBuildSettings => OptionsChange.Set(o, "GraphBuild", v);
    public static T ResetGraphBuild<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.Set(o, "GraphBuild", null);
    public static T EnableGraphBuild<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.Set(o, "GraphBuild", true);
    public static T DisableGraphBuild<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.Set(o, "GraphBuild", false);
    public static T ToggleGraphBuild<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.Toggle(o, "GraphBuild");
    public static T SetBinaryLog<T>(this T o, string? v) where T : DotNetMSBuildSettings => OptionsChange.Set(o, "BinaryLog", v);
    public static T ResetBinaryLog<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.Set(o, "BinaryLog", null);
    public static T SetProperties<T>(this T o, IDictionary<string, object>? v) where T : DotNetMSBuildSettings => OptionsChange.SetPairs(o, "Properties", v);
    public static T SetProperty<T>(this T o, string k, object? v) where T : DotNetMSBuildSettings => OptionsChange.SetPair(o, "Properties", k, v);
    public static T AddProperty<T>(this T o, string k, object v) where T : DotNetMSBuildSettings => OptionsChange.AddPair(o, "Properties", k, v);
    public static T RemoveProperty<T>(this T o, string k) where T : DotNetMSBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", k);
    public static T ClearProperties<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.ClearPairs<T, object>(o, "Properties");
    public static T SetRunCodeAnalysis<T>(this T o, bool? v) where T : DotNetMSBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "RunCodeAnalysis", v);
    public static T ResetRunCodeAnalysis<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "RunCodeAnalysis");
    public static T EnableRunCodeAnalysis<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "RunCodeAnalysis", true);
    public static T DisableRunCodeAnalysis<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "RunCodeAnalysis", false);
    public static T ToggleRunCodeAnalysis<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.TogglePair(o, "Properties", "RunCodeAnalysis");
    public static T SetNoWarns<T>(this T o, params int[] v) where T : DotNetMSBuildSettings => OptionsChange.SetJoined(o, "Properties", "NoWarn", ";", v);
    public static T SetNoWarns<T>(this T o, IEnumerable<int> v) where T : DotNetMSBuildSettings => OptionsChange.SetJoined(o, "Properties", "NoWarn", ";", v);
    public static T AddNoWarns<T>(this T o, params int[] v) where T : DotNetMSBuildSettings => OptionsChange.AddJoined(o, "Properties", "NoWarn", ";", v);
    public static T AddNoWarns<T>(this T o, IEnumerable<int> v) where T : DotNetMSBuildSettings => OptionsChange.AddJoined(o, "Properties", "NoWarn", ";", v);
    public static T RemoveNoWarns<T>(this T o, params int[] v) where T : DotNetMSBuildSettings => OptionsChange.RemoveJoined(o, "Properties", "NoWarn", ";", v);
    public static T RemoveNoWarns<T>(this T o, IEnumerable<int> v) where T : DotNetMSBuildSettings => OptionsChange.RemoveJoined(o, "Properties", "NoWarn", ";", v);
    public static T ResetNoWarn<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "NoWarn");
    public static T SetWarningsAsErrors<T>(this T o, params int[] v) where T : DotNetMSBuildSettings => OptionsChange.SetJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T SetWarningsAsErrors<T>(this T o, IEnumerable<int> v) where T : DotNetMSBuildSettings => OptionsChange.SetJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T AddWarningsAsErrors<T>(this T o, params int[] v) where T : DotNetMSBuildSettings => OptionsChange.AddJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T AddWarningsAsErrors<T>(this T o, IEnumerable<int> v) where T : DotNetMSBuildSettings => OptionsChange.AddJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T RemoveWarningsAsErrors<T>(this T o, params int[] v) where T : DotNetMSBuildSettings => OptionsChange.RemoveJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T RemoveWarningsAsErrors<T>(this T o, IEnumerable<int> v) where T : DotNetMSBuildSettings => OptionsChange.RemoveJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T ResetWarningsAsErrors<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "WarningsAsErrors");
    public static T SetWarningLevel<T>(this T o, int? v) where T : DotNetMSBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "WarningLevel", v);
    public static T ResetWarningLevel<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "WarningLevel");
    public static T SetTreatWarningsAsErrors<T>(this T o, bool? v) where T : DotNetMSBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "TreatWarningsAsErrors", v);
    public static T ResetTreatWarningsAsErrors<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "TreatWarningsAsErrors");
    public static T EnableTreatWarningsAsErrors<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "TreatWarningsAsErrors", true);
    public static T DisableTreatWarningsAsErrors<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "TreatWarningsAsErrors", false);
    public static T ToggleTreatWarningsAsErrors<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.TogglePair(o, "Properties", "TreatWarningsAsErrors");
    public static T SetAssemblyVersion<T>(this T o, string? v) where T : DotNetMSBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "AssemblyVersion", v);
    public static T ResetAssemblyVersion<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "AssemblyVersion");
    public static T SetFileVersion<T>(this T o, string? v) where T : DotNetMSBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "FileVersion", v);
    public static T ResetFileVersion<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "FileVersion");
    public static T SetInformationalVersion<T>(this T o, string? v) where T : DotNetMSBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "InformationalVersion", v);
    public static T ResetInformationalVersion<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "InformationalVersion");
    public static T SetPackageId<T>(this T o, string? v) where T : DotNetMSBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageId", v);
    public static T ResetPackageId<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageId");
    public static T SetVersion<T>(this T o, string? v) where T : DotNetMSBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Version", v);
    public static T ResetVersion<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Version");
    public static T SetVersionPrefix<T>(this T o, string? v) where T : DotNetMSBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "VersionPrefix", v);
    public static T ResetVersionPrefix<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "VersionPrefix");
    public static T SetAuthors<T>(this T o, params string[] v) where T : DotNetMSBuildSettings => OptionsChange.SetJoined(o, "Properties", "Authors", ",", v);
    public static T SetAuthors<T>(this T o, IEnumerable<string> v) where T : DotNetMSBuildSettings => OptionsChange.SetJoined(o, "Properties", "Authors", ",", v);
    public static T AddAuthors<T>(this T o, params string[] v) where T : DotNetMSBuildSettings => OptionsChange.AddJoined(o, "Properties", "Authors", ",", v);
    public static T AddAuthors<T>(this T o, IEnumerable<string> v) where T : DotNetMSBuildSettings => OptionsChange.AddJoined(o, "Properties", "Authors", ",", v);
    public static T RemoveAuthors<T>(this T o, params string[] v) where T : DotNetMSBuildSettings => OptionsChange.RemoveJoined(o, "Properties", "Authors", ",", v);
    public static T RemoveAuthors<T>(this T o, IEnumerable<string> v) where T : DotNetMSBuildSettings => OptionsChange.RemoveJoined(o, "Properties", "Authors", ",", v);
    public static T ResetAuthors<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Authors");
    public static T SetTitle<T>(this T o, string? v) where T : DotNetMSBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Title", v);
    public static T ResetTitle<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Title");
    public static T SetDescription<T>(this T o, string? v) where T : DotNetMSBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Description", v);
    public static T ResetDescription<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Description");
    public static T SetCopyright<T>(this T o, string? v) where T : DotNetMSBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Copyright", v);
    public static T ResetCopyright<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Copyright");
    public static T SetPackageRequireLicenseAcceptance<T>(this T o, bool? v) where T : DotNetMSBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageRequireLicenseAcceptance", v);
    public static T ResetPackageRequireLicenseAcceptance<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageRequireLicenseAcceptance");
    public static T EnablePackageRequireLicenseAcceptance<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageRequireLicenseAcceptance", true);
    public static T DisablePackageRequireLicenseAcceptance<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageRequireLicenseAcceptance", false);
    public static T TogglePackageRequireLicenseAcceptance<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.TogglePair(o, "Properties", "PackageRequireLicenseAcceptance");
    public static T SetPackageLicenseUrl<T>(this T o, string? v) where T : DotNetMSBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageLicenseUrl", v);
    public static T ResetPackageLicenseUrl<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageLicenseUrl");
    public static T SetPackageProjectUrl<T>(this T o, string? v) where T : DotNetMSBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageProjectUrl", v);
    public static T ResetPackageProjectUrl<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageProjectUrl");
    public static T SetPackageIconUrl<T>(this T o, string? v) where T : DotNetMSBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageIconUrl", v);
    public static T ResetPackageIconUrl<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageIconUrl");
    public static T SetPackageTags<T>(this T o, params string[] v) where T : DotNetMSBuildSettings => OptionsChange.SetJoined(o, "Properties", "PackageTags", " ", v);
    public static T SetPackageTags<T>(this T o, IEnumerable<string> v) where T : DotNetMSBuildSettings => OptionsChange.SetJoined(o, "Properties", "PackageTags", " ", v);
    public static T AddPackageTags<T>(this T o, params string[] v) where T : DotNetMSBuildSettings => OptionsChange.AddJoined(o, "Properties", "PackageTags", " ", v);
    public static T AddPackageTags<T>(this T o, IEnumerable<string> v) where T : DotNetMSBuildSettings => OptionsChange.AddJoined(o, "Properties", "PackageTags", " ", v);
    public static T RemovePackageTags<T>(this T o, params string[] v) where T : DotNetMSBuildSettings => OptionsChange.RemoveJoined(o, "Properties", "PackageTags", " ", v);
    public static T RemovePackageTags<T>(this T o, IEnumerable<string> v) where T : DotNetMSBuildSettings => OptionsChange.RemoveJoined(o, "Properties", "PackageTags", " ", v);
    public static T ResetPackageTags<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageTags");
    public static T SetPackageReleaseNotes<T>(this T o, string? v) where T : DotNetMSBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageReleaseNotes", v);
    public static T ResetPackageReleaseNotes<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageReleaseNotes");
    public static T SetRepositoryUrl<T>(this T o, string? v) where T : DotNetMSBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "RepositoryUrl", v);
    public static T ResetRepositoryUrl<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "RepositoryUrl");
    public static T SetRepositoryType<T>(this T o, string? v) where T : DotNetMSBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "RepositoryType", v);
    public static T ResetRepositoryType<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "RepositoryType");
    public static T SetSymbolPackageFormat<T>(this T o, DotNetSymbolPackageFormat? v) where T : DotNetMSBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "SymbolPackageFormat", v);
    public static T ResetSymbolPackageFormat<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "SymbolPackageFormat");
    public static T SetPublishReadyToRun<T>(this T o, bool? v) where T : DotNetMSBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishReadyToRun", v);
    public static T ResetPublishReadyToRun<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PublishReadyToRun");
    public static T EnablePublishReadyToRun<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishReadyToRun", true);
    public static T DisablePublishReadyToRun<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishReadyToRun", false);
    public static T TogglePublishReadyToRun<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.TogglePair(o, "Properties", "PublishReadyToRun");
    public static T SetPublishSingleFile<T>(this T o, bool? v) where T : DotNetMSBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishSingleFile", v);
    public static T ResetPublishSingleFile<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PublishSingleFile");
    public static T EnablePublishSingleFile<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishSingleFile", true);
    public static T DisablePublishSingleFile<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishSingleFile", false);
    public static T TogglePublishSingleFile<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.TogglePair(o, "Properties", "PublishSingleFile");
    public static T SetPublishTrimmed<T>(this T o, bool? v) where T : DotNetMSBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishTrimmed", v);
    public static T ResetPublishTrimmed<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PublishTrimmed");
    public static T EnablePublishTrimmed<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishTrimmed", true);
    public static T DisablePublishTrimmed<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishTrimmed", false);
    public static T TogglePublishTrimmed<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.TogglePair(o, "Properties", "PublishTrimmed");
    public static T SetPublishProfile<T>(this T o, string? v) where T : DotNetMSBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishProfile", v);
    public static T ResetPublishProfile<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PublishProfile");
    public static T SetPlatform<T>(this T o, string? v) where T : DotNetMSBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Platform", v);
    public static T ResetPlatform<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Platform");
    public static T SetContinuousIntegrationBuild<T>(this T o, bool? v) where T : DotNetMSBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "ContinuousIntegrationBuild", v);
    public static T ResetContinuousIntegrationBuild<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "ContinuousIntegrationBuild");
    public static T EnableContinuousIntegrationBuild<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "ContinuousIntegrationBuild", true);
    public static T DisableContinuousIntegrationBuild<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "ContinuousIntegrationBuild", false);
    public static T ToggleContinuousIntegrationBuild<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.TogglePair(o, "Properties", "ContinuousIntegrationBuild");
    public static T SetDeterministicSourcePaths<T>(this T o, bool? v) where T : DotNetMSBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "DeterministicSourcePaths", v);
    public static T ResetDeterministicSourcePaths<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "DeterministicSourcePaths");
    public static T EnableDeterministicSourcePaths<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "DeterministicSourcePaths", true);
    public static T DisableDeterministicSourcePaths<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "DeterministicSourcePaths", false);
    public static T ToggleDeterministicSourcePaths<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.TogglePair(o, "Properties", "DeterministicSourcePaths");
    public static T SetDeterministic<T>(this T o, bool? v) where T : DotNetMSBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Deterministic", v);
    public static T ResetDeterministic<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Deterministic");
    public static T EnableDeterministic<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Deterministic", true);
    public static T DisableDeterministic<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Deterministic", false);
    public static T ToggleDeterministic<T>(this T o) where T : DotNetMSBuildSettings => OptionsChange.TogglePair(o, "Properties", "Deterministic");
}

/// <summary>Options of <c>dotnet clean</c>.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetClean), Arguments = "clean")]
public partial class DotNetCleanSettings : ToolOptions
{
    [Argument(Format = "{value}", Position = 1)] public string? Project => Get<string>();
    [Argument(Format = "--configuration {value}")] public string? Configuration => Get<string>();
    [Argument(Format = "--framework {value}")] public string? Framework => Get<string>();
    [Argument(Format = "--output {value}")] public string? Output => Get<string>();
    [Argument(Format = "--runtime {value}")] public string? Runtime => Get<string>();
    [Argument(Format = "--verbosity {value}")] public DotNetVerbosity? Verbosity => Get<DotNetVerbosity>();
    [Argument(Format = "--nologo")] public bool? NoLogo => Get<bool?>();
    [Argument(Format = "--artifacts-path {value}")] public string? ArtifactsPath => Get<string>();
    [Argument(Format = "--property:{key}={value}")] public IReadOnlyDictionary<string, object>? Properties => Get<IReadOnlyDictionary<string, object>>();
}

/// <summary>Changes options of <c>dotnet clean</c>.</summary>
public static partial class DotNetCleanSettingsExtensions
{
    public static T SetProject<T>(this T o, string? v) where T : DotNetCleanSettings => OptionsChange.Set(o, "Project", v);
    public static T ResetProject<T>(this T o) where T : DotNetCleanSettings => OptionsChange.Set(o, "Project", null);
    public static T SetConfiguration<T>(this T o, string? v) where T : DotNetCleanSettings => OptionsChange.Set(o, "Configuration", v);
    public static T ResetConfiguration<T>(this T o) where T : DotNetCleanSettings => OptionsChange.Set(o, "Configuration", null);
    public static T SetFramework<T>(this T o, string? v) where T : DotNetCleanSettings => OptionsChange.Set(o, "Framework", v);
    public static T ResetFramework<T>(this T o) where T : DotNetCleanSettings => OptionsChange.Set(o, "Framework", null);
    public static T SetOutput<T>(this T o, string? v) where T : DotNetCleanSettings => OptionsChange.Set(o, "Output", v);
    public static T ResetOutput<T>(this T o) where T : DotNetCleanSettings => OptionsChange.Set(o, "Output", null);
    public static T SetRuntime<T>(this T o, string? v) where T : DotNetCleanSettings => OptionsChange.Set(o, "Runtime", v);
    public static T ResetRuntime<T>(this T o) where T : DotNetCleanSettings => OptionsChange.Set(o, "Runtime", null);
    public static T SetVerbosity<T>(this T o, DotNetVerbosity? v) where T : DotNetCleanSettings => OptionsChange.Set(o, "Verbosity", v);
    public static T ResetVerbosity<T>(this T o) where T : DotNetCleanSettings => OptionsChange.Set(o, "Verbosity", null);
    public static T SetNoLogo<T>(this T o, bool? v) where T : DotNetCleanSettings => OptionsChange.Set(o, "NoLogo", v);
    public static T ResetNoLogo<T>(this T o) where T : DotNetCleanSettings => OptionsChange.Set(o, "NoLogo", null);
    public static T EnableNoLogo<T>(this T o) where T : DotNetCleanSettings => OptionsChange.Set(o, "NoLogo", true);
    public static T DisableNoLogo<T>(this T o) where T : DotNetCleanSettings => OptionsChange.Set(o, "NoLogo", false);
    public static T ToggleNoLogo<T>(this T o) where T : DotNetCleanSettings => OptionsChange.Toggle(o, "NoLogo");
    public static T SetArtifactsPath<T>(this T o, string? v) where T : DotNetCleanSettings => OptionsChange.Set(o, "ArtifactsPath", v);
    public static T ResetArtifactsPath<T>(this T o) where T : DotNetCleanSettings => OptionsChange.Set(o, "ArtifactsPath", null);
    public static T SetProperties<T>(this T o, IDictionary<string, object>? v) where T : DotNetCleanSettings => OptionsChange.SetPairs(o, "Properties", v);
    public static T SetProperty<T>(this T o, string k, object? v) where T : DotNetCleanSettings => OptionsChange.SetPair(o, "Properties", k, v);
    public static T AddProperty<T>(this T o, string k, object v) where T : DotNetCleanSettings => OptionsChange.AddPair(o, "Properties", k, v);
    public static T RemoveProperty<T>(this T o, string k) where T : DotNetCleanSettings => OptionsChange.RemovePair<T, object>(o, "Properties", k);
    public static T ClearProperties<T>(this T o) where T : DotNetCleanSettings => OptionsChange.ClearPairs<T, object>(o, "Properties");
    public static T SetRunCodeAnalysis<T>(this T o, bool? v) where T : DotNetCleanSettings => OptionsChange.SetPair<T, object>(o, "Properties", "RunCodeAnalysis", v);
    public static T ResetRunCodeAnalysis<T>(this T o) where T : DotNetCleanSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "RunCodeAnalysis");
    public static T EnableRunCodeAnalysis<T>(this T o) where T : DotNetCleanSettings => OptionsChange.SetPair<T, object>(o, "Properties", "RunCodeAnalysis", true);
    public static T DisableRunCodeAnalysis<T>(this T o) where T : DotNetCleanSettings => OptionsChange.SetPair<T, object>(o, "Properties", "RunCodeAnalysis", false);
    public static T ToggleRunCodeAnalysis<T>(this T o) where T : DotNetCleanSettings => OptionsChange.TogglePair(o, "Properties", "RunCodeAnalysis");
    public static T SetNoWarns<T>(this T o, params int[] v) where T : DotNetCleanSettings => OptionsChange.SetJoined(o, "Properties", "NoWarn", ";", v);
    public static T SetNoWarns<T>(this T o, IEnumerable<int> v) where T : DotNetCleanSettings => OptionsChange.SetJoined(o, "Properties", "NoWarn", ";", v);
    public static T AddNoWarns<T>(this T o, params int[] v) where T : DotNetCleanSettings => OptionsChange.AddJoined(o, "Properties", "NoWarn", ";", v);
    public static T AddNoWarns<T>(this T o, IEnumerable<int> v) where T : DotNetCleanSettings => OptionsChange.AddJoined(o, "Properties", "NoWarn", ";", v);
    public static T RemoveNoWarns<T>(this T o, params int[] v) where T : DotNetCleanSettings => OptionsChange.RemoveJoined(o, "Properties", "NoWarn", ";", v);
    public static T RemoveNoWarns<T>(this T o, IEnumerable<int> v) where T : DotNetCleanSettings => OptionsChange.RemoveJoined(o, "Properties", "NoWarn", ";", v);
    public static T ResetNoWarn<T>(this T o) where T : DotNetCleanSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "NoWarn");
    public static T SetWarningsAsErrors<T>(this T o, params int[] v) where T : DotNetCleanSettings => OptionsChange.SetJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T SetWarningsAsErrors<T>(this T o, IEnumerable<int> v) where T : DotNetCleanSettings => OptionsChange.SetJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T AddWarningsAsErrors<T>(this T o, params int[] v) where T : DotNetCleanSettings => OptionsChange.AddJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T AddWarningsAsErrors<T>(this T o, IEnumerable<int> v) where T : DotNetCleanSettings => OptionsChange.AddJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T RemoveWarningsAsErrors<T>(this T o, params int[] v) where T : DotNetCleanSettings => OptionsChange.RemoveJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T RemoveWarningsAsErrors<T>(this T o, IEnumerable<int> v) where T : DotNetCleanSettings => OptionsChange.RemoveJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T ResetWarningsAsErrors<T>(this T o) where T : DotNetCleanSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "WarningsAsErrors");
    public static T SetWarningLevel<T>(this T o, int? v) where T : DotNetCleanSettings => OptionsChange.SetPair<T, object>(o, "Properties", "WarningLevel", v);
    public static T ResetWarningLevel<T>(this T o) where T : DotNetCleanSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "WarningLevel");
    public static T SetTreatWarningsAsErrors<T>(this T o, bool? v) where T : DotNetCleanSettings => OptionsChange.SetPair<T, object>(o, "Properties", "TreatWarningsAsErrors", v);
    public static T ResetTreatWarningsAsErrors<T>(this T o) where T : DotNetCleanSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "TreatWarningsAsErrors");
    public static T EnableTreatWarningsAsErrors<T>(this T o) where T : DotNetCleanSettings => OptionsChange.SetPair<T, object>(o, "Properties", "TreatWarningsAsErrors", true);
    public static T DisableTreatWarningsAsErrors<T>(this T o) where T : DotNetCleanSettings => OptionsChange.SetPair<T, object>(o, "Properties", "TreatWarningsAsErrors", false);
    public static T ToggleTreatWarningsAsErrors<T>(this T o) where T : DotNetCleanSettings => OptionsChange.TogglePair(o, "Properties", "TreatWarningsAsErrors");
    public static T SetAssemblyVersion<T>(this T o, string? v) where T : DotNetCleanSettings => OptionsChange.SetPair<T, object>(o, "Properties", "AssemblyVersion", v);
    public static T ResetAssemblyVersion<T>(this T o) where T : DotNetCleanSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "AssemblyVersion");
    public static T SetFileVersion<T>(this T o, string? v) where T : DotNetCleanSettings => OptionsChange.SetPair<T, object>(o, "Properties", "FileVersion", v);
    public static T ResetFileVersion<T>(this T o) where T : DotNetCleanSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "FileVersion");
    public static T SetInformationalVersion<T>(this T o, string? v) where T : DotNetCleanSettings => OptionsChange.SetPair<T, object>(o, "Properties", "InformationalVersion", v);
    public static T ResetInformationalVersion<T>(this T o) where T : DotNetCleanSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "InformationalVersion");
    public static T SetPackageId<T>(this T o, string? v) where T : DotNetCleanSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageId", v);
    public static T ResetPackageId<T>(this T o) where T : DotNetCleanSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageId");
    public static T SetVersion<T>(this T o, string? v) where T : DotNetCleanSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Version", v);
    public static T ResetVersion<T>(this T o) where T : DotNetCleanSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Version");
    public static T SetVersionPrefix<T>(this T o, string? v) where T : DotNetCleanSettings => OptionsChange.SetPair<T, object>(o, "Properties", "VersionPrefix", v);
    public static T ResetVersionPrefix<T>(this T o) where T : DotNetCleanSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "VersionPrefix");
    public static T SetAuthors<T>(this T o, params string[] v) where T : DotNetCleanSettings => OptionsChange.SetJoined(o, "Properties", "Authors", ",", v);
    public static T SetAuthors<T>(this T o, IEnumerable<string> v) where T : DotNetCleanSettings => OptionsChange.SetJoined(o, "Properties", "Authors", ",", v);
    public static T AddAuthors<T>(this T o, params string[] v) where T : DotNetCleanSettings => OptionsChange.AddJoined(o, "Properties", "Authors", ",", v);
    public static T AddAuthors<T>(this T o, IEnumerable<string> v) where T : DotNetCleanSettings => OptionsChange.AddJoined(o, "Properties", "Authors", ",", v);
    public static T RemoveAuthors<T>(this T o, params string[] v) where T : DotNetCleanSettings => OptionsChange.RemoveJoined(o, "Properties", "Authors", ",", v);
    public static T RemoveAuthors<T>(this T o, IEnumerable<string> v) where T : DotNetCleanSettings => OptionsChange.RemoveJoined(o, "Properties", "Authors", ",", v);
    public static T ResetAuthors<T>(this T o) where T : DotNetCleanSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Authors");
    public static T SetTitle<T>(this T o, string? v) where T : DotNetCleanSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Title", v);
    public static T ResetTitle<T>(this T o) where T : DotNetCleanSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Title");
    public static T SetDescription<T>(this T o, string? v) where T : DotNetCleanSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Description", v);
    public static T ResetDescription<T>(this T o) where T : DotNetCleanSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Description");
    public static T SetCopyright<T>(this T o, string? v) where T : DotNetCleanSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Copyright", v);
    public static T ResetCopyright<T>(this T o) where T : DotNetCleanSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Copyright");
    public static T SetPackageRequireLicenseAcceptance<T>(this T o, bool? v) where T : DotNetCleanSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageRequireLicenseAcceptance", v);
    public static T ResetPackageRequireLicenseAcceptance<T>(this T o) where T : DotNetCleanSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageRequireLicenseAcceptance");
    public static T EnablePackageRequireLicenseAcceptance<T>(this T o) where T : DotNetCleanSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageRequireLicenseAcceptance", true);
    public static T DisablePackageRequireLicenseAcceptance<T>(this T o) where T : DotNetCleanSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageRequireLicenseAcceptance", false);
    public static T TogglePackageRequireLicenseAcceptance<T>(this T o) where T : DotNetCleanSettings => OptionsChange.TogglePair(o, "Properties", "PackageRequireLicenseAcceptance");
    public static T SetPackageLicenseUrl<T>(this T o, string? v) where T : DotNetCleanSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageLicenseUrl", v);
    public static T ResetPackageLicenseUrl<T>(this T o) where T : DotNetCleanSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageLicenseUrl");
    public static T SetPackageProjectUrl<T>(this T o, string? v) where T : DotNetCleanSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageProjectUrl", v);
    public static T ResetPackageProjectUrl<T>(this T o) where T : DotNetCleanSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageProjectUrl");
    public static T SetPackageIconUrl<T>(this T o, string? v) where T : DotNetCleanSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageIconUrl", v);
    public static T ResetPackageIconUrl<T>(this T o) where T : DotNetCleanSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageIconUrl");
    public static T SetPackageTags<T>(this T o, params string[] v) where T : DotNetCleanSettings => OptionsChange.SetJoined(o, "Properties", "PackageTags", " ", v);
    public static T SetPackageTags<T>(this T o, IEnumerable<string> v) where T : DotNetCleanSettings => OptionsChange.SetJoined(o, "Properties", "PackageTags", " ", v);
    public static T AddPackageTags<T>(this T o, params string[] v) where T : DotNetCleanSettings => OptionsChange.AddJoined(o, "Properties", "PackageTags", " ", v);
    public static T AddPackageTags<T>(this T o, IEnumerable<string> v) where T : DotNetCleanSettings => OptionsChange.AddJoined(o, "Properties", "PackageTags", " ", v);
    public static T RemovePackageTags<T>(this T o, params string[] v) where T : DotNetCleanSettings => OptionsChange.RemoveJoined(o, "Properties", "PackageTags", " ", v);
    public static T RemovePackageTags<T>(this T o, IEnumerable<string> v) where T : DotNetCleanSettings => OptionsChange.RemoveJoined(o, "Properties", "PackageTags", " ", v);
    public static T ResetPackageTags<T>(this T o) where T : DotNetCleanSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageTags");
    public static T SetPackageReleaseNotes<T>(this T o, string? v) where T : DotNetCleanSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageReleaseNotes", v);
    public static T ResetPackageReleaseNotes<T>(this T o) where T : DotNetCleanSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageReleaseNotes");
    public static T SetRepositoryUrl<T>(this T o, string? v) where T : DotNetCleanSettings => OptionsChange.SetPair<T, object>(o, "Properties", "RepositoryUrl", v);
    public static T ResetRepositoryUrl<T>(this T o) where T : DotNetCleanSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "RepositoryUrl");
    public static T SetRepositoryType<T>(this T o, string? v) where T : DotNetCleanSettings => OptionsChange.SetPair<T, object>(o, "Properties", "RepositoryType", v);
    public static T ResetRepositoryType<T>(this T o) where T : DotNetCleanSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "RepositoryType");
    public static T SetSymbolPackageFormat<T>(this T o, DotNetSymbolPackageFormat? v) where T : DotNetCleanSettings => OptionsChange.SetPair<T, object>(o, "Properties", "SymbolPackageFormat", v);
    public static T ResetSymbolPackageFormat<T>(this T o) where T : DotNetCleanSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "SymbolPackageFormat");
    public static T SetPublishReadyToRun<T>(this T o, bool? v) where T : DotNetCleanSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishReadyToRun", v);
    public static T ResetPublishReadyToRun<T>(this T o) where T : DotNetCleanSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PublishReadyToRun");
    public static T EnablePublishReadyToRun<T>(this T o) where T : DotNetCleanSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishReadyToRun", true);
    public static T DisablePublishReadyToRun<T>(this T o) where T : DotNetCleanSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishReadyToRun", false);
    public static T TogglePublishReadyToRun<T>(this T o) where T : DotNetCleanSettings => OptionsChange.TogglePair(o, "Properties", "PublishReadyToRun");
    public static T SetPublishSingleFile<T>(this T o, bool? v) where T : DotNetCleanSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishSingleFile", v);
    public static T ResetPublishSingleFile<T>(this T o) where T : DotNetCleanSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PublishSingleFile");
    public static T EnablePublishSingleFile<T>(this T o) where T : DotNetCleanSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishSingleFile", true);
    public static T DisablePublishSingleFile<T>(this T o) where T : DotNetCleanSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishSingleFile", false);
    public static T TogglePublishSingleFile<T>(this T o) where T : DotNetCleanSettings => OptionsChange.TogglePair(o, "Properties", "PublishSingleFile");
    public static T SetPublishTrimmed<T>(this T o, bool? v) where T : DotNetCleanSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishTrimmed", v);
    public static T ResetPublishTrimmed<T>(this T o) where T : DotNetCleanSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PublishTrimmed");
    public static T EnablePublishTrimmed<T>(this T o) where T : DotNetCleanSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishTrimmed", true);
    public static T DisablePublishTrimmed<T>(this T o) where T : DotNetCleanSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishTrimmed", false);
    public static T TogglePublishTrimmed<T>(this T o) where T : DotNetCleanSettings => OptionsChange.TogglePair(o, "Properties", "PublishTrimmed");
    public static T SetPublishProfile<T>(this T o, string? v) where T : DotNetCleanSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishProfile", v);
    public static T ResetPublishProfile<T>(this T o) where T : DotNetCleanSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PublishProfile");
    public static T SetPlatform<T>(this T o, string? v) where T : DotNetCleanSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Platform", v);
    public static T ResetPlatform<T>(this T o) where T : DotNetCleanSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Platform");
    public static T SetContinuousIntegrationBuild<T>(this T o, bool? v) where T : DotNetCleanSettings => OptionsChange.SetPair<T, object>(o, "Properties", "ContinuousIntegrationBuild", v);
    public static T ResetContinuousIntegrationBuild<T>(this T o) where T : DotNetCleanSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "ContinuousIntegrationBuild");
    public static T EnableContinuousIntegrationBuild<T>(this T o) where T : DotNetCleanSettings => OptionsChange.SetPair<T, object>(o, "Properties", "ContinuousIntegrationBuild", true);
    public static T DisableContinuousIntegrationBuild<T>(this T o) where T : DotNetCleanSettings => OptionsChange.SetPair<T, object>(o, "Properties", "ContinuousIntegrationBuild", false);
    public static T ToggleContinuousIntegrationBuild<T>(this T o) where T : DotNetCleanSettings => OptionsChange.TogglePair(o, "Properties", "ContinuousIntegrationBuild");
    public static T SetDeterministicSourcePaths<T>(this T o, bool? v) where T : DotNetCleanSettings => OptionsChange.SetPair<T, object>(o, "Properties", "DeterministicSourcePaths", v);
    public static T ResetDeterministicSourcePaths<T>(this T o) where T : DotNetCleanSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "DeterministicSourcePaths");
    public static T EnableDeterministicSourcePaths<T>(this T o) where T : DotNetCleanSettings => OptionsChange.SetPair<T, object>(o, "Properties", "DeterministicSourcePaths", true);
    public static T DisableDeterministicSourcePaths<T>(this T o) where T : DotNetCleanSettings => OptionsChange.SetPair<T, object>(o, "Properties", "DeterministicSourcePaths", false);
    public static T ToggleDeterministicSourcePaths<T>(this T o) where T : DotNetCleanSettings => OptionsChange.TogglePair(o, "Properties", "DeterministicSourcePaths");
    public static T SetDeterministic<T>(this T o, bool? v) where T : DotNetCleanSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Deterministic", v);
    public static T ResetDeterministic<T>(this T o) where T : DotNetCleanSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Deterministic");
    public static T EnableDeterministic<T>(this T o) where T : DotNetCleanSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Deterministic", true);
    public static T DisableDeterministic<T>(this T o) where T : DotNetCleanSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Deterministic", false);
    public static T ToggleDeterministic<T>(this T o) where T : DotNetCleanSettings => OptionsChange.TogglePair(o, "Properties", "Deterministic");
}

/// <summary>Options of <c>dotnet format</c>.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetFormat), Arguments = "format")]
public partial class DotNetFormatSettings : ToolOptions
{
    [Argument(Format = "{value}", Position = 1)] public string? Project => Get<string>();
    [Argument(Format = "--severity {value}")] public DotNetFormatSeverity? Severity => Get<DotNetFormatSeverity>();
    [Argument(Format = "--no-restore")] public bool? NoRestore => Get<bool?>();
    [Argument(Format = "--verify-no-changes")] public bool? VerifyNoChanges => Get<bool?>();
    [Argument(Format = "--include {value}")] public IReadOnlyList<string>? Include => Get<IReadOnlyList<string>>();
    [Argument(Format = "--exclude {value}")] public IReadOnlyList<string>? Exclude => Get<IReadOnlyList<string>>();
    [Argument(Format = "--include-generated")] public bool? IncludeGenerated => Get<bool?>();
    [Argument(Format = "--verbosity {value}")] public DotNetVerbosity? Verbosity => Get<DotNetVerbosity>();
    [Argument(Format = "--binarylog {value}")] public string? BinaryLog => Get<string>();
    [Argument(Format = "--report {value}")] public string? Report => Get<string>();
    [Argument(Format = "--property:{key}={value}")] public IReadOnlyDictionary<string, object>? Properties => Get<IReadOnlyDictionary<string, object>>();
}

/// <summary>Changes options of <c>dotnet format</c>.</summary>
public static partial class DotNetFormatSettingsExtensions
{
    public static T SetProject<T>(this T o, string? v) where T : DotNetFormatSettings => OptionsChange.Set(o, "Project", v);
    public static T ResetProject<T>(this T o) where T : DotNetFormatSettings => OptionsChange.Set(o, "Project", null);
    public static T SetSeverity<T>(this T o, DotNetFormatSeverity? v) where T : DotNetFormatSettings => OptionsChange.Set(o, "Severity", v);
    public static T ResetSeverity<T>(this T o) where T : DotNetFormatSettings => OptionsChange.Set(o, "Severity", null);
    public static T SetNoRestore<T>(this T o, bool? v) where T : DotNetFormatSettings => OptionsChange.Set(o, "NoRestore", v);
    public static T ResetNoRestore<T>(this T o) where T : DotNetFormatSettings => OptionsChange.Set(o, "NoRestore", null);
    public static T EnableNoRestore<T>(this T o) where T : DotNetFormatSettings => OptionsChange.Set(o, "NoRestore", true);
    public static T DisableNoRestore<T>(this T o) where T : DotNetFormatSettings => OptionsChange.Set(o, "NoRestore", false);
    public static T ToggleNoRestore<T>(this T o) where T : DotNetFormatSettings => OptionsChange.Toggle(o, "NoRestore");
    public static T SetVerifyNoChanges<T>(this T o, bool? v) where T : DotNetFormatSettings => OptionsChange.Set(o, "VerifyNoChanges", v);
    public static T ResetVerifyNoChanges<T>(this T o) where T : DotNetFormatSettings => OptionsChange.Set(o, "VerifyNoChanges", null);
    public static T EnableVerifyNoChanges<T>(this T o) where T : DotNetFormatSettings => OptionsChange.Set(o, "VerifyNoChanges", true);
    public static T DisableVerifyNoChanges<T>(this T o) where T : DotNetFormatSettings => OptionsChange.Set(o, "VerifyNoChanges", false);
    public static T ToggleVerifyNoChanges<T>(this T o) where T : DotNetFormatSettings => OptionsChange.Toggle(o, "VerifyNoChanges");
    public static T SetInclude<T>(this T o, params string[]? v) where T : DotNetFormatSettings => OptionsChange.SetList(o, "Include", v);
    public static T SetInclude<T>(this T o, IEnumerable<string>? v) where T : DotNetFormatSettings => OptionsChange.SetList(o, "Include", v);
    public static T AddInclude<T>(this T o, params string[] v) where T : DotNetFormatSettings => OptionsChange.AddList(o, "Include", v);
    public static T AddInclude<T>(this T o, IEnumerable<string> v) where T : DotNetFormatSettings => OptionsChange.AddList(o, "Include", v);
    public static T RemoveInclude<T>(this T o, params string[] v) where T : DotNetFormatSettings => OptionsChange.RemoveList(o, "Include", v);
    public static T RemoveInclude<T>(this T o, IEnumerable<string> v) where T : DotNetFormatSettings => OptionsChange.RemoveList(o, "Include", v);
    public static T ClearInclude<T>(this T o) where T : DotNetFormatSettings => OptionsChange.ClearList<T, string>(o, "Include");
    public static T SetExclude<T>(this T o, params string[]? v) where T : DotNetFormatSettings => OptionsChange.SetList(o, "Exclude", v);
    public static T SetExclude<T>(this T o, IEnumerable<string>? v) where T : DotNetFormatSettings => OptionsChange.SetList(o, "Exclude", v);
    public static T AddExclude<T>(this T o, params string[] v) where T : DotNetFormatSettings => OptionsChange.AddList(o, "Exclude", v);
    public static T AddExclude<T>(this T o, IEnumerable<string> v) where T : DotNetFormatSettings => OptionsChange.AddList(o, "Exclude", v);
    public static T RemoveExclude<T>(this T o, params string[] v) where T : DotNetFormatSettings => OptionsChange.RemoveList(o, "Exclude", v);
    public static T RemoveExclude<T>(this T o, IEnumerable<string> v) where T : DotNetFormatSettings => OptionsChange.RemoveList(o, "Exclude", v);
    public static T ClearExclude<T>(this T o) where T : DotNetFormatSettings => OptionsChange.ClearList<T, string>(o, "Exclude");
    public static T SetIncludeGenerated<T>(this T o, bool? v) where T : DotNetFormatSettings => OptionsChange.Set(o, "IncludeGenerated", v);
    public static T ResetIncludeGenerated<T>(this T o) where T : DotNetFormatSettings => OptionsChange.Set(o, "IncludeGenerated", null);
    public static T EnableIncludeGenerated<T>(this T o) where T : DotNetFormatSettings => OptionsChange.Set(o, "IncludeGenerated", true);
    public static T DisableIncludeGenerated<T>(this T o) where T : DotNetFormatSettings => OptionsChange.Set(o, "IncludeGenerated", false);
    public static T ToggleIncludeGenerated<T>(this T o) where T : DotNetFormatSettings => OptionsChange.Toggle(o, "IncludeGenerated");
    public static T SetVerbosity<T>(this T o, DotNetVerbosity? v) where T : DotNetFormatSettings => OptionsChange.Set(o, "Verbosity", v);
    public static T ResetVerbosity<T>(this T o) where T : DotNetFormatSettings => OptionsChange.Set(o, "Verbosity", null);
    public static T SetBinaryLog<T>(this T o, string? v) where T : DotNetFormatSettings => OptionsChange.Set(o, "BinaryLog", v);
    public static T ResetBinaryLog<T>(this T o) where T : DotNetFormatSettings => OptionsChange.Set(o, "BinaryLog", null);
    public static T SetReport<T>(this T o, string? v) where T : DotNetFormatSettings => OptionsChange.Set(o, "Report", v);
    public static T ResetReport<T>(this T o) where T : DotNetFormatSettings => OptionsChange.Set(o, "Report", null);
    public static T SetProperties<T>(this T o, IDictionary<string, object>? v) where T : DotNetFormatSettings => OptionsChange.SetPairs(o, "Properties", v);
    public static T SetProperty<T>(this T o, string k, object? v) where T : DotNetFormatSettings => OptionsChange.SetPair(o, "Properties", k, v);
    public static T AddProperty<T>(this T o, string k, object v) where T : DotNetFormatSettings => OptionsChange.AddPair(o, "Properties", k, v);
    public static T RemoveProperty<T>(this T o, string k) where T : DotNetFormatSettings => OptionsChange.RemovePair<T, object>(o, "Properties", k);
    public static T ClearProperties<T>(this T o) where T : DotNetFormatSettings => OptionsChange.ClearPairs<T, object>(o, "Properties");
    public static T SetRunCodeAnalysis<T>(this T o, bool? v) where T : DotNetFormatSettings => OptionsChange.SetPair<T, object>(o, "Properties", "RunCodeAnalysis", v);
    public static T ResetRunCodeAnalysis<T>(this T o) where T : DotNetFormatSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "RunCodeAnalysis");
    public static T EnableRunCodeAnalysis<T>(this T o) where T : DotNetFormatSettings => OptionsChange.SetPair<T, object>(o, "Properties", "RunCodeAnalysis", true);
    public static T DisableRunCodeAnalysis<T>(this T o) where T : DotNetFormatSettings => OptionsChange.SetPair<T, object>(o, "Properties", "RunCodeAnalysis", false);
    public static T ToggleRunCodeAnalysis<T>(this T o) where T : DotNetFormatSettings => OptionsChange.TogglePair(o, "Properties", "RunCodeAnalysis");
    public static T SetNoWarns<T>(this T o, params int[] v) where T : DotNetFormatSettings => OptionsChange.SetJoined(o, "Properties", "NoWarn", ";", v);
    public static T SetNoWarns<T>(this T o, IEnumerable<int> v) where T : DotNetFormatSettings => OptionsChange.SetJoined(o, "Properties", "NoWarn", ";", v);
    public static T AddNoWarns<T>(this T o, params int[] v) where T : DotNetFormatSettings => OptionsChange.AddJoined(o, "Properties", "NoWarn", ";", v);
    public static T AddNoWarns<T>(this T o, IEnumerable<int> v) where T : DotNetFormatSettings => OptionsChange.AddJoined(o, "Properties", "NoWarn", ";", v);
    public static T RemoveNoWarns<T>(this T o, params int[] v) where T : DotNetFormatSettings => OptionsChange.RemoveJoined(o, "Properties", "NoWarn", ";", v);
    public static T RemoveNoWarns<T>(this T o, IEnumerable<int> v) where T : DotNetFormatSettings => OptionsChange.RemoveJoined(o, "Properties", "NoWarn", ";", v);
    public static T ResetNoWarn<T>(this T o) where T : DotNetFormatSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "NoWarn");
    public static T SetWarningsAsErrors<T>(this T o, params int[] v) where T : DotNetFormatSettings => OptionsChange.SetJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T SetWarningsAsErrors<T>(this T o, IEnumerable<int> v) where T : DotNetFormatSettings => OptionsChange.SetJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T AddWarningsAsErrors<T>(this T o, params int[] v) where T : DotNetFormatSettings => OptionsChange.AddJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T AddWarningsAsErrors<T>(this T o, IEnumerable<int> v) where T : DotNetFormatSettings => OptionsChange.AddJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T RemoveWarningsAsErrors<T>(this T o, params int[] v) where T : DotNetFormatSettings => OptionsChange.RemoveJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T RemoveWarningsAsErrors<T>(this T o, IEnumerable<int> v) where T : DotNetFormatSettings => OptionsChange.RemoveJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T ResetWarningsAsErrors<T>(this T o) where T : DotNetFormatSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "WarningsAsErrors");
    public static T SetWarningLevel<T>(this T o, int? v) where T : DotNetFormatSettings => OptionsChange.SetPair<T, object>(o, "Properties", "WarningLevel", v);
    public static T ResetWarningLevel<T>(this T o) where T : DotNetFormatSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "WarningLevel");
    public static T SetTreatWarningsAsErrors<T>(this T o, bool? v) where T : DotNetFormatSettings => OptionsChange.SetPair<T, object>(o, "Properties", "TreatWarningsAsErrors", v);
    public static T ResetTreatWarningsAsErrors<T>(this T o) where T : DotNetFormatSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "TreatWarningsAsErrors");
    public static T EnableTreatWarningsAsErrors<T>(this T o) where T : DotNetFormatSettings => OptionsChange.SetPair<T, object>(o, "Properties", "TreatWarningsAsErrors", true);
    public static T DisableTreatWarningsAsErrors<T>(this T o) where T : DotNetFormatSettings => OptionsChange.SetPair<T, object>(o, "Properties", "TreatWarningsAsErrors", false);
    public static T ToggleTreatWarningsAsErrors<T>(this T o) where T : DotNetFormatSettings => OptionsChange.TogglePair(o, "Properties", "TreatWarningsAsErrors");
    public static T SetAssemblyVersion<T>(this T o, string? v) where T : DotNetFormatSettings => OptionsChange.SetPair<T, object>(o, "Properties", "AssemblyVersion", v);
    public static T ResetAssemblyVersion<T>(this T o) where T : DotNetFormatSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "AssemblyVersion");
    public static T SetFileVersion<T>(this T o, string? v) where T : DotNetFormatSettings => OptionsChange.SetPair<T, object>(o, "Properties", "FileVersion", v);
    public static T ResetFileVersion<T>(this T o) where T : DotNetFormatSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "FileVersion");
    public static T SetInformationalVersion<T>(this T o, string? v) where T : DotNetFormatSettings => OptionsChange.SetPair<T, object>(o, "Properties", "InformationalVersion", v);
    public static T ResetInformationalVersion<T>(this T o) where T : DotNetFormatSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "InformationalVersion");
    public static T SetPackageId<T>(this T o, string? v) where T : DotNetFormatSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageId", v);
    public static T ResetPackageId<T>(this T o) where T : DotNetFormatSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageId");
    public static T SetVersion<T>(this T o, string? v) where T : DotNetFormatSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Version", v);
    public static T ResetVersion<T>(this T o) where T : DotNetFormatSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Version");
    public static T SetVersionPrefix<T>(this T o, string? v) where T : DotNetFormatSettings => OptionsChange.SetPair<T, object>(o, "Properties", "VersionPrefix", v);
    public static T ResetVersionPrefix<T>(this T o) where T : DotNetFormatSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "VersionPrefix");
    public static T SetAuthors<T>(this T o, params string[] v) where T : DotNetFormatSettings => OptionsChange.SetJoined(o, "Properties", "Authors", ",", v);
    public static T SetAuthors<T>(this T o, IEnumerable<string> v) where T : DotNetFormatSettings => OptionsChange.SetJoined(o, "Properties", "Authors", ",", v);
    public static T AddAuthors<T>(this T o, params string[] v) where T : DotNetFormatSettings => OptionsChange.AddJoined(o, "Properties", "Authors", ",", v);
    public static T AddAuthors<T>(this T o, IEnumerable<string> v) where T : DotNetFormatSettings => OptionsChange.AddJoined(o, "Properties", "Authors", ",", v);
    public static T RemoveAuthors<T>(this T o, params string[] v) where T : DotNetFormatSettings => OptionsChange.RemoveJoined(o, "Properties", "Authors", ",", v);
    public static T RemoveAuthors<T>(this T o, IEnumerable<string> v) where T : DotNetFormatSettings => OptionsChange.RemoveJoined(o, "Properties", "Authors", ",", v);
    public static T ResetAuthors<T>(this T o) where T : DotNetFormatSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Authors");
    public static T SetTitle<T>(this T o, string? v) where T : DotNetFormatSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Title", v);
    public static T ResetTitle<T>(this T o) where T : DotNetFormatSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Title");
    public static T SetDescription<T>(this T o, string? v) where T : DotNetFormatSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Description", v);
    public static T ResetDescription<T>(this T o) where T : DotNetFormatSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Description");
    public static T SetCopyright<T>(this T o, string? v) where T : DotNetFormatSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Copyright", v);
    public static T ResetCopyright<T>(this T o) where T : DotNetFormatSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Copyright");
    public static T SetPackageRequireLicenseAcceptance<T>(this T o, bool? v) where T : DotNetFormatSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageRequireLicenseAcceptance", v);
    public static T ResetPackageRequireLicenseAcceptance<T>(this T o) where T : DotNetFormatSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageRequireLicenseAcceptance");
    public static T EnablePackageRequireLicenseAcceptance<T>(this T o) where T : DotNetFormatSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageRequireLicenseAcceptance", true);
    public static T DisablePackageRequireLicenseAcceptance<T>(this T o) where T : DotNetFormatSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageRequireLicenseAcceptance", false);
    public static T TogglePackageRequireLicenseAcceptance<T>(this T o) where T : DotNetFormatSettings => OptionsChange.TogglePair(o, "Properties", "PackageRequireLicenseAcceptance");
    public static T SetPackageLicenseUrl<T>(this T o, string? v) where T : DotNetFormatSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageLicenseUrl", v);
    public static T ResetPackageLicenseUrl<T>(this T o) where T : DotNetFormatSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageLicenseUrl");
    public static T SetPackageProjectUrl<T>(this T o, string? v) where T : DotNetFormatSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageProjectUrl", v);
    public static T ResetPackageProjectUrl<T>(this T o) where T : DotNetFormatSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageProjectUrl");
    public static T SetPackageIconUrl<T>(this T o, string? v) where T : DotNetFormatSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageIconUrl", v);
    public static T ResetPackageIconUrl<T>(this T o) where T : DotNetFormatSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageIconUrl");
    public static T SetPackageTags<T>(this T o, params string[] v) where T : DotNetFormatSettings => OptionsChange.SetJoined(o, "Properties", "PackageTags", " ", v);
    public static T SetPackageTags<T>(this T o, IEnumerable<string> v) where T : DotNetFormatSettings => OptionsChange.SetJoined(o, "Properties", "PackageTags", " ", v);
    public static T AddPackageTags<T>(this T o, params string[] v) where T : DotNetFormatSettings => OptionsChange.AddJoined(o, "Properties", "PackageTags", " ", v);
    public static T AddPackageTags<T>(this T o, IEnumerable<string> v) where T : DotNetFormatSettings => OptionsChange.AddJoined(o, "Properties", "PackageTags", " ", v);
    public static T RemovePackageTags<T>(this T o, params string[] v) where T : DotNetFormatSettings => OptionsChange.RemoveJoined(o, "Properties", "PackageTags", " ", v);
    public static T RemovePackageTags<T>(this T o, IEnumerable<string> v) where T : DotNetFormatSettings => OptionsChange.RemoveJoined(o, "Properties", "PackageTags", " ", v);
    public static T ResetPackageTags<T>(this T o) where T : DotNetFormatSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageTags");
    public static T SetPackageReleaseNotes<T>(this T o, string? v) where T : DotNetFormatSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageReleaseNotes", v);
    public static T ResetPackageReleaseNotes<T>(this T o) where T : DotNetFormatSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageReleaseNotes");
    public static T SetRepositoryUrl<T>(this T o, string? v) where T : DotNetFormatSettings => OptionsChange.SetPair<T, object>(o, "Properties", "RepositoryUrl", v);
    public static T ResetRepositoryUrl<T>(this T o) where T : DotNetFormatSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "RepositoryUrl");
    public static T SetRepositoryType<T>(this T o, string? v) where T : DotNetFormatSettings => OptionsChange.SetPair<T, object>(o, "Properties", "RepositoryType", v);
    public static T ResetRepositoryType<T>(this T o) where T : DotNetFormatSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "RepositoryType");
    public static T SetSymbolPackageFormat<T>(this T o, DotNetSymbolPackageFormat? v) where T : DotNetFormatSettings => OptionsChange.SetPair<T, object>(o, "Properties", "SymbolPackageFormat", v);
    public static T ResetSymbolPackageFormat<T>(this T o) where T : DotNetFormatSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "SymbolPackageFormat");
    public static T SetPublishReadyToRun<T>(this T o, bool? v) where T : DotNetFormatSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishReadyToRun", v);
    public static T ResetPublishReadyToRun<T>(this T o) where T : DotNetFormatSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PublishReadyToRun");
    public static T EnablePublishReadyToRun<T>(this T o) where T : DotNetFormatSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishReadyToRun", true);
    public static T DisablePublishReadyToRun<T>(this T o) where T : DotNetFormatSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishReadyToRun", false);
    public static T TogglePublishReadyToRun<T>(this T o) where T : DotNetFormatSettings => OptionsChange.TogglePair(o, "Properties", "PublishReadyToRun");
    public static T SetPublishSingleFile<T>(this T o, bool? v) where T : DotNetFormatSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishSingleFile", v);
    public static T ResetPublishSingleFile<T>(this T o) where T : DotNetFormatSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PublishSingleFile");
    public static T EnablePublishSingleFile<T>(this T o) where T : DotNetFormatSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishSingleFile", true);
    public static T DisablePublishSingleFile<T>(this T o) where T : DotNetFormatSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishSingleFile", false);
    public static T TogglePublishSingleFile<T>(this T o) where T : DotNetFormatSettings => OptionsChange.TogglePair(o, "Properties", "PublishSingleFile");
    public static T SetPublishTrimmed<T>(this T o, bool? v) where T : DotNetFormatSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishTrimmed", v);
    public static T ResetPublishTrimmed<T>(this T o) where T : DotNetFormatSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PublishTrimmed");
    public static T EnablePublishTrimmed<T>(this T o) where T : DotNetFormatSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishTrimmed", true);
    public static T DisablePublishTrimmed<T>(this T o) where T : DotNetFormatSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishTrimmed", false);
    public static T TogglePublishTrimmed<T>(this T o) where T : DotNetFormatSettings => OptionsChange.TogglePair(o, "Properties", "PublishTrimmed");
    public static T SetPublishProfile<T>(this T o, string? v) where T : DotNetFormatSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishProfile", v);
    public static T ResetPublishProfile<T>(this T o) where T : DotNetFormatSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PublishProfile");
    public static T SetPlatform<T>(this T o, string? v) where T : DotNetFormatSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Platform", v);
    public static T ResetPlatform<T>(this T o) where T : DotNetFormatSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Platform");
    public static T SetContinuousIntegrationBuild<T>(this T o, bool? v) where T : DotNetFormatSettings => OptionsChange.SetPair<T, object>(o, "Properties", "ContinuousIntegrationBuild", v);
    public static T ResetContinuousIntegrationBuild<T>(this T o) where T : DotNetFormatSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "ContinuousIntegrationBuild");
    public static T EnableContinuousIntegrationBuild<T>(this T o) where T : DotNetFormatSettings => OptionsChange.SetPair<T, object>(o, "Properties", "ContinuousIntegrationBuild", true);
    public static T DisableContinuousIntegrationBuild<T>(this T o) where T : DotNetFormatSettings => OptionsChange.SetPair<T, object>(o, "Properties", "ContinuousIntegrationBuild", false);
    public static T ToggleContinuousIntegrationBuild<T>(this T o) where T : DotNetFormatSettings => OptionsChange.TogglePair(o, "Properties", "ContinuousIntegrationBuild");
    public static T SetDeterministicSourcePaths<T>(this T o, bool? v) where T : DotNetFormatSettings => OptionsChange.SetPair<T, object>(o, "Properties", "DeterministicSourcePaths", v);
    public static T ResetDeterministicSourcePaths<T>(this T o) where T : DotNetFormatSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "DeterministicSourcePaths");
    public static T EnableDeterministicSourcePaths<T>(this T o) where T : DotNetFormatSettings => OptionsChange.SetPair<T, object>(o, "Properties", "DeterministicSourcePaths", true);
    public static T DisableDeterministicSourcePaths<T>(this T o) where T : DotNetFormatSettings => OptionsChange.SetPair<T, object>(o, "Properties", "DeterministicSourcePaths", false);
    public static T ToggleDeterministicSourcePaths<T>(this T o) where T : DotNetFormatSettings => OptionsChange.TogglePair(o, "Properties", "DeterministicSourcePaths");
    public static T SetDeterministic<T>(this T o, bool? v) where T : DotNetFormatSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Deterministic", v);
    public static T ResetDeterministic<T>(this T o) where T : DotNetFormatSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Deterministic");
    public static T EnableDeterministic<T>(this T o) where T : DotNetFormatSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Deterministic", true);
    public static T DisableDeterministic<T>(this T o) where T : DotNetFormatSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Deterministic", false);
    public static T ToggleDeterministic<T>(this T o) where T : DotNetFormatSettings => OptionsChange.TogglePair(o, "Properties", "Deterministic");
}

/// <summary>Options of <c>dotnet publish</c>.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetPublish), Arguments = "publish")]
public partial class DotNetPublishSettings : ToolOptions
{
    [Argument(Format = "{value}", Position = 1)] public string? Project => Get<string>();
    [Argument(Format = "--arch {value}")] public string? Architecture => Get<string>();
    [Argument(Format = "--configuration {value}")] public string? Configuration => Get<string>();
    [Argument(Format = "--framework {value}")] public string? Framework => Get<string>();
    [Argument(Format = "--manifest {value}")] public string? Manifest => Get<string>();
    [Argument(Format = "--no-restore")] public bool? NoRestore => Get<bool?>();
    [Argument(Format = "--no-build")] public bool? NoBuild => Get<bool?>();
    [Argument(Format = "--output {value}")] public string? Output => Get<string>();
    [Argument(Format = "--os {value}")] public string? OperatingSystem => Get<string>();
    [Argument(Format = "--self-contained {value}")] public bool? SelfContained => Get<bool?>();
    [Argument(Format = "--runtime {value}")] public string? Runtime => Get<string>();
    [Argument(Format = "--verbosity {value}")] public DotNetVerbosity? Verbosity => Get<DotNetVerbosity>();
    [Argument(Format = "--version-suffix {value}")] public string? VersionSuffix => Get<string>();
    [Argument(Format = "--nologo")] public bool? NoLogo => Get<bool?>();
    [Argument(Format = "/t:{value}", Separator = ";")] public IReadOnlyList<string>? Targets => Get<IReadOnlyList<string>>();
    [Argument(Format = "--artifacts-path {value}")] public string? ArtifactsPath => Get<string>();
    [Argument(Format = "--disable-parallel")] public bool? DisableParallel => Get<bool?>();
    [Argument(Format = "--force")] public bool? Force => Get<bool?>();
    [Argument(Format = "--ignore-failed-sources")] public bool? IgnoreFailedSources => Get<bool?>();
    [Argument(Format = "--no-cache")] public bool? NoCache => Get<bool?>();
    [Argument(Format = "--no-dependencies")] public bool? NoDependencies => Get<bool?>();
    [Argument(Format = "--packages {value}")] public string? PackageDirectory => Get<string>();
    [Argument(Format = "--source {value}")] public IReadOnlyList<string>? Sources => Get<IReadOnlyList<string>>();
    [Argument(Format = "--use-lock-file")] public bool? UseLockFile => Get<bool?>();
    [Argument(Format = "--locked-mode")] public bool? LockedMode => Get<bool?>();
    [Argument(Format = "--lock-file-path {value}")] public string? LockFilePath => Get<string>();
    [Argument(Format = "--force-evaluate")] public bool? ForceEvaluate => Get<bool?>();
    [Argument(Format = "--property:{key}={value}")] public IReadOnlyDictionary<string, object>? Properties => Get<IReadOnlyDictionary<string, object>>();
}

/// <summary>Changes options of <c>dotnet publish</c>.</summary>
public static partial class DotNetPublishSettingsExtensions
{
    public static T SetProject<T>(this T o, string? v) where T : DotNetPublishSettings => OptionsChange.Set(o, "Project", v);
    public static T ResetProject<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "Project", null);
    public static T SetArchitecture<T>(this T o, string? v) where T : DotNetPublishSettings => OptionsChange.Set(o, "Architecture", v);
    public static T ResetArchitecture<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "Architecture", null);
    public static T SetConfiguration<T>(this T o, string? v) where T : DotNetPublishSettings => OptionsChange.Set(o, "Configuration", v);
    public static T ResetConfiguration<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "Configuration", null);
    public static T SetFramework<T>(this T o, string? v) where T : DotNetPublishSettings => OptionsChange.Set(o, "Framework", v);
    public static T ResetFramework<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "Framework", null);
    public static T SetManifest<T>(this T o, string? v) where T : DotNetPublishSettings => OptionsChange.Set(o, "Manifest", v);
    public static T ResetManifest<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "Manifest", null);
    public static T SetNoRestore<T>(this T o, bool? v) where T : DotNetPublishSettings => OptionsChange.Set(o, "NoRestore", v);
    public static T ResetNoRestore<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "NoRestore", null);
    public static T EnableNoRestore<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "NoRestore", true);
    public static T DisableNoRestore<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "NoRestore", false);
    public static T ToggleNoRestore<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Toggle(o, "NoRestore");
    public static T SetNoBuild<T>(this T o, bool? v) where T : DotNetPublishSettings => OptionsChange.Set(o, "NoBuild", v);
    public static T ResetNoBuild<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "NoBuild", null);
    public static T EnableNoBuild<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "NoBuild", true);
    public static T DisableNoBuild<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "NoBuild", false);
    public static T ToggleNoBuild<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Toggle(o, "NoBuild");
    public static T SetOutput<T>(this T o, string? v) where T : DotNetPublishSettings => OptionsChange.Set(o, "Output", v);
    public static T ResetOutput<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "Output", null);
    public static T SetOperatingSystem<T>(this T o, string? v) where T : DotNetPublishSettings => OptionsChange.Set(o, "OperatingSystem", v);
    public static T ResetOperatingSystem<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "OperatingSystem", null);
    public static T SetSelfContained<T>(this T o, bool? v) where T : DotNetPublishSettings => OptionsChange.Set(o, "SelfContained", v);
    public static T ResetSelfContained<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "SelfContained", null);
    public static T EnableSelfContained<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "SelfContained", true);
    public static T DisableSelfContained<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "SelfContained", false);
    public static T ToggleSelfContained<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Toggle(o, "SelfContained");
    public static T SetRuntime<T>(this T o, string? v) where T : DotNetPublishSettings => OptionsChange.Set(o, "Runtime", v);
    public static T ResetRuntime<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "Runtime", null);
    public static T SetVerbosity<T>(this T o, DotNetVerbosity? v) where T : DotNetPublishSettings => OptionsChange.Set(o, "Verbosity", v);
    public static T ResetVerbosity<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "Verbosity", null);
    public static T SetVersionSuffix<T>(this T o, string? v) where T : DotNetPublishSettings => OptionsChange.Set(o, "VersionSuffix", v);
    public static T ResetVersionSuffix<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "VersionSuffix", null);
    public static T SetNoLogo<T>(this T o, bool? v) where T : DotNetPublishSettings => OptionsChange.Set(o, "NoLogo", v);
    public static T ResetNoLogo<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "NoLogo", null);
    public static T EnableNoLogo<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "NoLogo", true);
    public static T DisableNoLogo<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "NoLogo", false);
    public static T ToggleNoLogo<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Toggle(o, "NoLogo");
    public static T SetTargets<T>(this T o, params string[]? v) where T : DotNetPublishSettings => OptionsChange.SetList(o, "Targets", v);
    public static T SetTargets<T>(this T o, IEnumerable<string>? v) where T : DotNetPublishSettings => OptionsChange.SetList(o, "Targets", v);
    public static T AddTargets<T>(this T o, params string[] v) where T : DotNetPublishSettings => OptionsChange.AddList(o, "Targets", v);
    public static T AddTargets<T>(this T o, IEnumerable<string> v) where T : DotNetPublishSettings => OptionsChange.AddList(o, "Targets", v);
    public static T RemoveTargets<T>(this T o, params string[] v) where T : DotNetPublishSettings => OptionsChange.RemoveList(o, "Targets", v);
    public static T RemoveTargets<T>(this T o, IEnumerable<string> v) where T : DotNetPublishSettings => OptionsChange.RemoveList(o, "Targets", v);
    public static T ClearTargets<T>(this T o) where T : DotNetPublishSettings => OptionsChange.ClearList<T, string>(o, "Targets");
    public static T SetArtifactsPath<T>(this T o, string? v) where T : DotNetPublishSettings => OptionsChange.Set(o, "ArtifactsPath", v);
    public static T ResetArtifactsPath<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "ArtifactsPath", null);
    public static T SetDisableParallel<T>(this T o, bool? v) where T : DotNetPublishSettings => OptionsChange.Set(o, "DisableParallel", v);
    public static T ResetDisableParallel<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "DisableParallel", null);
    public static T EnableDisableParallel<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "DisableParallel", true);
    public static T DisableDisableParallel<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "DisableParallel", false);
    public static T ToggleDisableParallel<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Toggle(o, "DisableParallel");
    public static T SetForce<T>(this T o, bool? v) where T : DotNetPublishSettings => OptionsChange.Set(o, "Force", v);
    public static T ResetForce<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "Force", null);
    public static T EnableForce<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "Force", true);
    public static T DisableForce<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "Force", false);
    public static T ToggleForce<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Toggle(o, "Force");
    public static T SetIgnoreFailedSources<T>(this T o, bool? v) where T : DotNetPublishSettings => OptionsChange.Set(o, "IgnoreFailedSources", v);
    public static T ResetIgnoreFailedSources<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "IgnoreFailedSources", null);
    public static T EnableIgnoreFailedSources<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "IgnoreFailedSources", true);
    public static T DisableIgnoreFailedSources<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "IgnoreFailedSources", false);
    public static T ToggleIgnoreFailedSources<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Toggle(o, "IgnoreFailedSources");
    public static T SetNoCache<T>(this T o, bool? v) where T : DotNetPublishSettings => OptionsChange.Set(o, "NoCache", v);
    public static T ResetNoCache<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "NoCache", null);
    public static T EnableNoCache<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "NoCache", true);
    public static T DisableNoCache<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "NoCache", false);
    public static T ToggleNoCache<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Toggle(o, "NoCache");
    public static T SetNoDependencies<T>(this T o, bool? v) where T : DotNetPublishSettings => OptionsChange.Set(o, "NoDependencies", v);
    public static T ResetNoDependencies<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "NoDependencies", null);
    public static T EnableNoDependencies<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "NoDependencies", true);
    public static T DisableNoDependencies<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "NoDependencies", false);
    public static T ToggleNoDependencies<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Toggle(o, "NoDependencies");
    public static T SetPackageDirectory<T>(this T o, string? v) where T : DotNetPublishSettings => OptionsChange.Set(o, "PackageDirectory", v);
    public static T ResetPackageDirectory<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "PackageDirectory", null);
    public static T SetSources<T>(this T o, params string[]? v) where T : DotNetPublishSettings => OptionsChange.SetList(o, "Sources", v);
    public static T SetSources<T>(this T o, IEnumerable<string>? v) where T : DotNetPublishSettings => OptionsChange.SetList(o, "Sources", v);
    public static T AddSources<T>(this T o, params string[] v) where T : DotNetPublishSettings => OptionsChange.AddList(o, "Sources", v);
    public static T AddSources<T>(this T o, IEnumerable<string> v) where T : DotNetPublishSettings => OptionsChange.AddList(o, "Sources", v);
    public static T RemoveSources<T>(this T o, params string[] v) where T : DotNetPublishSettings => OptionsChange.RemoveList(o, "Sources", v);
    public static T RemoveSources<T>(this T o, IEnumerable<string> v) where T : DotNetPublishSettings => OptionsChange.RemoveList(o, "Sources", v);
    public static T ClearSources<T>(this T o) where T : DotNetPublishSettings => OptionsChange.ClearList<T, string>(o, "Sources");
    public static T SetUseLockFile<T>(this T o, bool? v) where T : DotNetPublishSettings => OptionsChange.Set(o, "UseLockFile", v);
    public static T ResetUseLockFile<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "UseLockFile", null);
    public static T EnableUseLockFile<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "UseLockFile", true);
    public static T DisableUseLockFile<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "UseLockFile", false);
    public static T ToggleUseLockFile<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Toggle(o, "UseLockFile");
    public static T SetLockedMode<T>(this T o, bool? v) where T : DotNetPublishSettings => OptionsChange.Set(o, "LockedMode", v);
    public static T ResetLockedMode<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "LockedMode", null);
    public static T EnableLockedMode<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "LockedMode", true);
    public static T DisableLockedMode<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "LockedMode", false);
    public static T ToggleLockedMode<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Toggle(o, "LockedMode");
    public static T SetLockFilePath<T>(this T o, string? v) where T : DotNetPublishSettings => OptionsChange.Set(o, "LockFilePath", v);
    public static T ResetLockFilePath<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "LockFilePath", null);
    public static T SetForceEvaluate<T>(this T o, bool? v) where T : DotNetPublishSettings => OptionsChange.Set(o, "ForceEvaluate", v);
    public static T ResetForceEvaluate<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "ForceEvaluate", null);
    public static T EnableForceEvaluate<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "ForceEvaluate", true);
    public static T DisableForceEvaluate<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Set(o, "ForceEvaluate", false);
    public static T ToggleForceEvaluate<T>(this T o) where T : DotNetPublishSettings => OptionsChange.Toggle(o, "ForceEvaluate");
    public static T SetProperties<T>(this T o, IDictionary<string, object>? v) where T : DotNetPublishSettings => OptionsChange.SetPairs(o, "Properties", v);
    public static T SetProperty<T>(this T o, string k, object? v) where T : DotNetPublishSettings => OptionsChange.SetPair(o, "Properties", k, v);
    public static T AddProperty<T>(this T o, string k, object v) where T : DotNetPublishSettings => OptionsChange.AddPair(o, "Properties", k, v);
    public static T RemoveProperty<T>(this T o, string k) where T : DotNetPublishSettings => OptionsChange.RemovePair<T, object>(o, "Properties", k);
    public static T ClearProperties<T>(this T o) where T : DotNetPublishSettings => OptionsChange.ClearPairs<T, object>(o, "Properties");
    public static T SetRunCodeAnalysis<T>(this T o, bool? v) where T : DotNetPublishSettings => OptionsChange.SetPair<T, object>(o, "Properties", "RunCodeAnalysis", v);
    public static T ResetRunCodeAnalysis<T>(this T o) where T : DotNetPublishSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "RunCodeAnalysis");
    public static T EnableRunCodeAnalysis<T>(this T o) where T : DotNetPublishSettings => OptionsChange.SetPair<T, object>(o, "Properties", "RunCodeAnalysis", true);
    public static T DisableRunCodeAnalysis<T>(this T o) where T : DotNetPublishSettings => OptionsChange.SetPair<T, object>(o, "Properties", "RunCodeAnalysis", false);
    public static T ToggleRunCodeAnalysis<T>(this T o) where T : DotNetPublishSettings => OptionsChange.TogglePair(o, "Properties", "RunCodeAnalysis");
    public static T SetNoWarns<T>(this T o, params int[] v) where T : DotNetPublishSettings => OptionsChange.SetJoined(o, "Properties", "NoWarn", ";", v);
    public static T SetNoWarns<T>(this T o, IEnumerable<int> v) where T : DotNetPublishSettings => OptionsChange.SetJoined(o, "Properties", "NoWarn", ";", v);
    public static T AddNoWarns<T>(this T o, params int[] v) where T : DotNetPublishSettings => OptionsChange.AddJoined(o, "Properties", "NoWarn", ";", v);
    public static T AddNoWarns<T>(this T o, IEnumerable<int> v) where T : DotNetPublishSettings => OptionsChange.AddJoined(o, "Properties", "NoWarn", ";", v);
    public static T RemoveNoWarns<T>(this T o, params int[] v) where T : DotNetPublishSettings => OptionsChange.RemoveJoined(o, "Properties", "NoWarn", ";", v);
    public static T RemoveNoWarns<T>(this T o, IEnumerable<int> v) where T : DotNetPublishSettings => OptionsChange.RemoveJoined(o, "Properties", "NoWarn", ";", v);
    public static T ResetNoWarn<T>(this T o) where T : DotNetPublishSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "NoWarn");
    public static T SetWarningsAsErrors<T>(this T o, params int[] v) where T : DotNetPublishSettings => OptionsChange.SetJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T SetWarningsAsErrors<T>(this T o, IEnumerable<int> v) where T : DotNetPublishSettings => OptionsChange.SetJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T AddWarningsAsErrors<T>(this T o, params int[] v) where T : DotNetPublishSettings => OptionsChange.AddJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T AddWarningsAsErrors<T>(this T o, IEnumerable<int> v) where T : DotNetPublishSettings => OptionsChange.AddJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T RemoveWarningsAsErrors<T>(this T o, params int[] v) where T : DotNetPublishSettings => OptionsChange.RemoveJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T RemoveWarningsAsErrors<T>(this T o, IEnumerable<int> v) where T : DotNetPublishSettings => OptionsChange.RemoveJoined(o, "Properties", "WarningsAsErrors", ";", v);
    public static T ResetWarningsAsErrors<T>(this T o) where T : DotNetPublishSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "WarningsAsErrors");
    public static T SetWarningLevel<T>(this T o, int? v) where T : DotNetPublishSettings => OptionsChange.SetPair<T, object>(o, "Properties", "WarningLevel", v);
    public static T ResetWarningLevel<T>(this T o) where T : DotNetPublishSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "WarningLevel");
    public static T SetTreatWarningsAsErrors<T>(this T o, bool? v) where T : DotNetPublishSettings => OptionsChange.SetPair<T, object>(o, "Properties", "TreatWarningsAsErrors", v);
    public static T ResetTreatWarningsAsErrors<T>(this T o) where T : DotNetPublishSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "TreatWarningsAsErrors");
    public static T EnableTreatWarningsAsErrors<T>(this T o) where T : DotNetPublishSettings => OptionsChange.SetPair<T, object>(o, "Properties", "TreatWarningsAsErrors", true);
    public static T DisableTreatWarningsAsErrors<T>(this T o) where T : DotNetPublishSettings => OptionsChange.SetPair<T, object>(o, "Properties", "TreatWarningsAsErrors", false);
    public static T ToggleTreatWarningsAsErrors<T>(this T o) where T : DotNetPublishSettings => OptionsChange.TogglePair(o, "Properties", "TreatWarningsAsErrors");
    public static T SetAssemblyVersion<T>(this T o, string? v) where T : DotNetPublishSettings => OptionsChange.SetPair<T, object>(o, "Properties", "AssemblyVersion", v);
    public static T ResetAssemblyVersion<T>(this T o) where T : DotNetPublishSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "AssemblyVersion");
    public static T SetFileVersion<T>(this T o, string? v) where T : DotNetPublishSettings => OptionsChange.SetPair<T, object>(o, "Properties", "FileVersion", v);
    public static T ResetFileVersion<T>(this T o) where T : DotNetPublishSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "FileVersion");
    public static T SetInformationalVersion<T>(this T o, string? v) where T : DotNetPublishSettings => OptionsChange.SetPair<T, object>(o, "Properties", "InformationalVersion", v);
    public static T ResetInformationalVersion<T>(this T o) where T : DotNetPublishSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "InformationalVersion");
    public static T SetPackageId<T>(this T o, string? v) where T : DotNetPublishSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageId", v);
    public static T ResetPackageId<T>(this T o) where T : DotNetPublishSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageId");
    public static T SetVersion<T>(this T o, string? v) where T : DotNetPublishSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Version", v);
    public static T ResetVersion<T>(this T o) where T : DotNetPublishSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Version");
    public static T SetVersionPrefix<T>(this T o, string? v) where T : DotNetPublishSettings => OptionsChange.SetPair<T, object>(o, "Properties", "VersionPrefix", v);
    public static T ResetVersionPrefix<T>(this T o) where T : DotNetPublishSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "VersionPrefix");
    public static T SetAuthors<T>(this T o, params string[] v) where T : DotNetPublishSettings => OptionsChange.SetJoined(o, "Properties", "Authors", ",", v);
    public static T SetAuthors<T>(this T o, IEnumerable<string> v) where T : DotNetPublishSettings => OptionsChange.SetJoined(o, "Properties", "Authors", ",", v);
    public static T AddAuthors<T>(this T o, params string[] v) where T : DotNetPublishSettings => OptionsChange.AddJoined(o, "Properties", "Authors", ",", v);
    public static T AddAuthors<T>(this T o, IEnumerable<string> v) where T : DotNetPublishSettings => OptionsChange.AddJoined(o, "Properties", "Authors", ",", v);
    public static T RemoveAuthors<T>(this T o, params string[] v) where T : DotNetPublishSettings => OptionsChange.RemoveJoined(o, "Properties", "Authors", ",", v);
    public static T RemoveAuthors<T>(this T o, IEnumerable<string> v) where T : DotNetPublishSettings => OptionsChange.RemoveJoined(o, "Properties", "Authors", ",", v);
    public static T ResetAuthors<T>(this T o) where T : DotNetPublishSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Authors");
    public static T SetTitle<T>(this T o, string? v) where T : DotNetPublishSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Title", v);
    public static T ResetTitle<T>(this T o) where T : DotNetPublishSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Title");
    public static T SetDescription<T>(this T o, string? v) where T : DotNetPublishSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Description", v);
    public static T ResetDescription<T>(this T o) where T : DotNetPublishSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Description");
    public static T SetCopyright<T>(this T o, string? v) where T : DotNetPublishSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Copyright", v);
    public static T ResetCopyright<T>(this T o) where T : DotNetPublishSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Copyright");
    public static T SetPackageRequireLicenseAcceptance<T>(this T o, bool? v) where T : DotNetPublishSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageRequireLicenseAcceptance", v);
    public static T ResetPackageRequireLicenseAcceptance<T>(this T o) where T : DotNetPublishSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageRequireLicenseAcceptance");
    public static T EnablePackageRequireLicenseAcceptance<T>(this T o) where T : DotNetPublishSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageRequireLicenseAcceptance", true);
    public static T DisablePackageRequireLicenseAcceptance<T>(this T o) where T : DotNetPublishSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageRequireLicenseAcceptance", false);
    public static T TogglePackageRequireLicenseAcceptance<T>(this T o) where T : DotNetPublishSettings => OptionsChange.TogglePair(o, "Properties", "PackageRequireLicenseAcceptance");
    public static T SetPackageLicenseUrl<T>(this T o, string? v) where T : DotNetPublishSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageLicenseUrl", v);
    public static T ResetPackageLicenseUrl<T>(this T o) where T : DotNetPublishSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageLicenseUrl");
    public static T SetPackageProjectUrl<T>(this T o, string? v) where T : DotNetPublishSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageProjectUrl", v);
    public static T ResetPackageProjectUrl<T>(this T o) where T : DotNetPublishSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageProjectUrl");
    public static T SetPackageIconUrl<T>(this T o, string? v) where T : DotNetPublishSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageIconUrl", v);
    public static T ResetPackageIconUrl<T>(this T o) where T : DotNetPublishSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageIconUrl");
    public static T SetPackageTags<T>(this T o, params string[] v) where T : DotNetPublishSettings => OptionsChange.SetJoined(o, "Properties", "PackageTags", " ", v);
    public static T SetPackageTags<T>(this T o, IEnumerable<string> v) where T : DotNetPublishSettings => OptionsChange.SetJoined(o, "Properties", "PackageTags", " ", v);
    public static T AddPackageTags<T>(this T o, params string[] v) where T : DotNetPublishSettings => OptionsChange.AddJoined(o, "Properties", "PackageTags", " ", v);
    public static T AddPackageTags<T>(this T o, IEnumerable<string> v) where T : DotNetPublishSettings => OptionsChange.AddJoined(o, "Properties", "PackageTags", " ", v);
    public static T RemovePackageTags<T>(this T o, params string[] v) where T : DotNetPublishSettings => OptionsChange.RemoveJoined(o, "Properties", "PackageTags", " ", v);
    public static T RemovePackageTags<T>(this T o, IEnumerable<string> v) where T : DotNetPublishSettings => OptionsChange.RemoveJoined(o, "Properties", "PackageTags", " ", v);
    public static T ResetPackageTags<T>(this T o) where T : DotNetPublishSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageTags");
    public static T SetPackageReleaseNotes<T>(this T o, string? v) where T : DotNetPublishSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PackageReleaseNotes", v);
    public static T ResetPackageReleaseNotes<T>(this T o) where T : DotNetPublishSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PackageReleaseNotes");
    public static T SetRepositoryUrl<T>(this T o, string? v) where T : DotNetPublishSettings => OptionsChange.SetPair<T, object>(o, "Properties", "RepositoryUrl", v);
    public static T ResetRepositoryUrl<T>(this T o) where T : DotNetPublishSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "RepositoryUrl");
    public static T SetRepositoryType<T>(this T o, string? v) where T : DotNetPublishSettings => OptionsChange.SetPair<T, object>(o, "Properties", "RepositoryType", v);
    public static T ResetRepositoryType<T>(this T o) where T : DotNetPublishSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "RepositoryType");
    public static T SetSymbolPackageFormat<T>(this T o, DotNetSymbolPackageFormat? v) where T : DotNetPublishSettings => OptionsChange.SetPair<T, object>(o, "Properties", "SymbolPackageFormat", v);
    public static T ResetSymbolPackageFormat<T>(this T o) where T : DotNetPublishSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "SymbolPackageFormat");
    public static T SetPublishReadyToRun<T>(this T o, bool? v) where T : DotNetPublishSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishReadyToRun", v);
    public static T ResetPublishReadyToRun<T>(this T o) where T : DotNetPublishSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PublishReadyToRun");
    public static T EnablePublishReadyToRun<T>(this T o) where T : DotNetPublishSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishReadyToRun", true);
    public static T DisablePublishReadyToRun<T>(this T o) where T : DotNetPublishSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishReadyToRun", false);
    public static T TogglePublishReadyToRun<T>(this T o) where T : DotNetPublishSettings => OptionsChange.TogglePair(o, "Properties", "PublishReadyToRun");
    public static T SetPublishSingleFile<T>(this T o, bool? v) where T : DotNetPublishSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishSingleFile", v);
    public static T ResetPublishSingleFile<T>(this T o) where T : DotNetPublishSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PublishSingleFile");
    public static T EnablePublishSingleFile<T>(this T o) where T : DotNetPublishSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishSingleFile", true);
    public static T DisablePublishSingleFile<T>(this T o) where T : DotNetPublishSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishSingleFile", false);
    public static T TogglePublishSingleFile<T>(this T o) where T : DotNetPublishSettings => OptionsChange.TogglePair(o, "Properties", "PublishSingleFile");
    public static T SetPublishTrimmed<T>(this T o, bool? v) where T : DotNetPublishSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishTrimmed", v);
    public static T ResetPublishTrimmed<T>(this T o) where T : DotNetPublishSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PublishTrimmed");
    public static T EnablePublishTrimmed<T>(this T o) where T : DotNetPublishSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishTrimmed", true);
    public static T DisablePublishTrimmed<T>(this T o) where T : DotNetPublishSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishTrimmed", false);
    public static T TogglePublishTrimmed<T>(this T o) where T : DotNetPublishSettings => OptionsChange.TogglePair(o, "Properties", "PublishTrimmed");
    public static T SetPublishProfile<T>(this T o, string? v) where T : DotNetPublishSettings => OptionsChange.SetPair<T, object>(o, "Properties", "PublishProfile", v);
    public static T ResetPublishProfile<T>(this T o) where T : DotNetPublishSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "PublishProfile");
    public static T SetPlatform<T>(this T o, string? v) where T : DotNetPublishSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Platform", v);
    public static T ResetPlatform<T>(this T o) where T : DotNetPublishSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Platform");
    public static T SetContinuousIntegrationBuild<T>(this T o, bool? v) where T : DotNetPublishSettings => OptionsChange.SetPair<T, object>(o, "Properties", "ContinuousIntegrationBuild", v);
    public static T ResetContinuousIntegrationBuild<T>(this T o) where T : DotNetPublishSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "ContinuousIntegrationBuild");
    public static T EnableContinuousIntegrationBuild<T>(this T o) where T : DotNetPublishSettings => OptionsChange.SetPair<T, object>(o, "Properties", "ContinuousIntegrationBuild", true);
    public static T DisableContinuousIntegrationBuild<T>(this T o) where T : DotNetPublishSettings => OptionsChange.SetPair<T, object>(o, "Properties", "ContinuousIntegrationBuild", false);
    public static T ToggleContinuousIntegrationBuild<T>(this T o) where T : DotNetPublishSettings => OptionsChange.TogglePair(o, "Properties", "ContinuousIntegrationBuild");
    public static T SetDeterministicSourcePaths<T>(this T o, bool? v) where T : DotNetPublishSettings => OptionsChange.SetPair<T, object>(o, "Properties", "DeterministicSourcePaths", v);
    public static T ResetDeterministicSourcePaths<T>(this T o) where T : DotNetPublishSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "DeterministicSourcePaths");
    public static T EnableDeterministicSourcePaths<T>(this T o) where T : DotNetPublishSettings => OptionsChange.SetPair<T, object>(o, "Properties", "DeterministicSourcePaths", true);
    public static T DisableDeterministicSourcePaths<T>(this T o) where T : DotNetPublishSettings => OptionsChange.SetPair<T, object>(o, "Properties", "DeterministicSourcePaths", false);
    public static T ToggleDeterministicSourcePaths<T>(this T o) where T : DotNetPublishSettings => OptionsChange.TogglePair(o, "Properties", "DeterministicSourcePaths");
    public static T SetDeterministic<T>(this T o, bool? v) where T : DotNetPublishSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Deterministic", v);
    public static T ResetDeterministic<T>(this T o) where T : DotNetPublishSettings => OptionsChange.RemovePair<T, object>(o, "Properties", "Deterministic");
    public static T EnableDeterministic<T>(this T o) where T : DotNetPublishSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Deterministic", true);
    public static T DisableDeterministic<T>(this T o) where T : DotNetPublishSettings => OptionsChange.SetPair<T, object>(o, "Properties", "Deterministic", false);
    public static T ToggleDeterministic<T>(this T o) where T : DotNetPublishSettings => OptionsChange.TogglePair(o, "Properties", "Deterministic");
}

/// <summary>Options of <c>dotnet nuget push</c>.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetNuGetPush), Arguments = "nuget push")]
public partial class DotNetNuGetPushSettings : ToolOptions
{
    [Argument(Format = "{value}", Position = 1)] public string? TargetPath => Get<string>();
    [Argument(Format = "--source {value}")] public string? Source => Get<string>();
    [Argument(Format = "--symbol-source {value}")] public string? SymbolSource => Get<string>();
    [Argument(Format = "--timeout {value}")] public int? Timeout => Get<int?>();
    [Argument(Format = "--api-key {value}", Secret = true)] public string? ApiKey => Get<string>();
    [Argument(Format = "--symbol-api-key {value}", Secret = true)] public string? SymbolApiKey => Get<string>();
    [Argument(Format = "--disable-buffering")] public bool? DisableBuffering => Get<bool?>();
    [Argument(Format = "--no-symbols")] public bool? NoSymbols => Get<bool?>();
    [Argument(Format = "--force-english-output")] public bool? ForceEnglishOutput => Get<bool?>();
    [Argument(Format = "--skip-duplicate")] public bool? SkipDuplicate => Get<bool?>();
    [Argument(Format = "--no-service-endpoint")] public bool? NoServiceEndpoint => Get<bool?>();
}

/// <summary>Changes options of <c>dotnet nuget push</c>.</summary>
public static partial class DotNetNuGetPushSettingsExtensions
{
    public static T SetTargetPath<T>(this T o, string? v) where T : DotNetNuGetPushSettings => OptionsChange.Set(o, "TargetPath", v);
    public static T ResetTargetPath<T>(this T o) where T : DotNetNuGetPushSettings => OptionsChange.Set(o, "TargetPath", null);
    public static T SetSource<T>(this T o, string? v) where T : DotNetNuGetPushSettings => OptionsChange.Set(o, "Source", v);
    public static T ResetSource<T>(this T o) where T : DotNetNuGetPushSettings => OptionsChange.Set(o, "Source", null);
    public static T SetSymbolSource<T>(this T o, string? v) where T : DotNetNuGetPushSettings => OptionsChange.Set(o, "SymbolSource", v);
    public static T ResetSymbolSource<T>(this T o) where T : DotNetNuGetPushSettings => OptionsChange.Set(o, "SymbolSource", null);
    public static T SetTimeout<T>(this T o, int? v) where T : DotNetNuGetPushSettings => OptionsChange.Set(o, "Timeout", v);
    public static T ResetTimeout<T>(this T o) where T : DotNetNuGetPushSettings => OptionsChange.Set(o, "Timeout", null);
    public static T SetApiKey<T>(this T o, [Secret] string? v) where T : DotNetNuGetPushSettings => OptionsChange.Set(o, "ApiKey", v);
    public static T ResetApiKey<T>(this T o) where T : DotNetNuGetPushSettings => OptionsChange.Set(o, "ApiKey", null);
    public static T SetSymbolApiKey<T>(this T o, [Secret] string? v) where T : DotNetNuGetPushSettings => OptionsChange.Set(o, "SymbolApiKey", v);
    public static T ResetSymbolApiKey<T>(this T o) where T : DotNetNuGetPushSettings => OptionsChange.Set(o, "SymbolApiKey", null);
    public static T SetDisableBuffering<T>(this T o, bool? v) where T : DotNetNuGetPushSettings => OptionsChange.Set(o, "DisableBuffering", v);
    public static T ResetDisableBuffering<T>(this T o) where T : DotNetNuGetPushSettings => OptionsChange.Set(o, "DisableBuffering", null);
    public static T EnableDisableBuffering<T>(this T o) where T : DotNetNuGetPushSettings => OptionsChange.Set(o, "DisableBuffering", true);
    public static T DisableDisableBuffering<T>(this T o) where T : DotNetNuGetPushSettings => OptionsChange.Set(o, "DisableBuffering", false);
    public static T ToggleDisableBuffering<T>(this T o) where T : DotNetNuGetPushSettings => OptionsChange.Toggle(o, "DisableBuffering");
    public static T SetNoSymbols<T>(this T o, bool? v) where T : DotNetNuGetPushSettings => OptionsChange.Set(o, "NoSymbols", v);
    public static T ResetNoSymbols<T>(this T o) where T : DotNetNuGetPushSettings => OptionsChange.Set(o, "NoSymbols", null);
    public static T EnableNoSymbols<T>(this T o) where T : DotNetNuGetPushSettings => OptionsChange.Set(o, "NoSymbols", true);
    public static T DisableNoSymbols<T>(this T o) where T : DotNetNuGetPushSettings => OptionsChange.Set(o, "NoSymbols", false);
    public static T ToggleNoSymbols<T>(this T o) where T : DotNetNuGetPushSettings => OptionsChange.Toggle(o, "NoSymbols");
    public static T SetForceEnglishOutput<T>(this T o, bool? v) where T : DotNetNuGetPushSettings => OptionsChange.Set(o, "ForceEnglishOutput", v);
    public static T ResetForceEnglishOutput<T>(this T o) where T : DotNetNuGetPushSettings => OptionsChange.Set(o, "ForceEnglishOutput", null);
    public static T EnableForceEnglishOutput<T>(this T o) where T : DotNetNuGetPushSettings => OptionsChange.Set(o, "ForceEnglishOutput", true);
    public static T DisableForceEnglishOutput<T>(this T o) where T : DotNetNuGetPushSettings => OptionsChange.Set(o, "ForceEnglishOutput", false);
    public static T ToggleForceEnglishOutput<T>(this T o) where T : DotNetNuGetPushSettings => OptionsChange.Toggle(o, "ForceEnglishOutput");
    public static T SetSkipDuplicate<T>(this T o, bool? v) where T : DotNetNuGetPushSettings => OptionsChange.Set(o, "SkipDuplicate", v);
    public static T ResetSkipDuplicate<T>(this T o) where T : DotNetNuGetPushSettings => OptionsChange.Set(o, "SkipDuplicate", null);
    public static T EnableSkipDuplicate<T>(this T o) where T : DotNetNuGetPushSettings => OptionsChange.Set(o, "SkipDuplicate", true);
    public static T DisableSkipDuplicate<T>(this T o) where T : DotNetNuGetPushSettings => OptionsChange.Set(o, "SkipDuplicate", false);
    public static T ToggleSkipDuplicate<T>(this T o) where T : DotNetNuGetPushSettings => OptionsChange.Toggle(o, "SkipDuplicate");
    public static T SetNoServiceEndpoint<T>(this T o, bool? v) where T : DotNetNuGetPushSettings => OptionsChange.Set(o, "NoServiceEndpoint", v);
    public static T ResetNoServiceEndpoint<T>(this T o) where T : DotNetNuGetPushSettings => OptionsChange.Set(o, "NoServiceEndpoint", null);
    public static T EnableNoServiceEndpoint<T>(this T o) where T : DotNetNuGetPushSettings => OptionsChange.Set(o, "NoServiceEndpoint", true);
    public static T DisableNoServiceEndpoint<T>(this T o) where T : DotNetNuGetPushSettings => OptionsChange.Set(o, "NoServiceEndpoint", false);
    public static T ToggleNoServiceEndpoint<T>(this T o) where T : DotNetNuGetPushSettings => OptionsChange.Toggle(o, "NoServiceEndpoint");
}

/// <summary>Options of <c>dotnet nuget delete</c>.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetNuGetDelete), Arguments = "nuget delete")]
public partial class DotNetNuGetDeleteSettings : ToolOptions
{
    [Argument(Format = "{value}", Position = 1)] public string? PackageId => Get<string>();
    [Argument(Format = "{value}", Position = 2)] public string? PackageVersion => Get<string>();
    [Argument(Format = "--source {value}")] public string? Source => Get<string>();
    [Argument(Format = "--api-key {value}", Secret = true)] public string? ApiKey => Get<string>();
    [Argument(Format = "--force-english-output")] public bool? ForceEnglishOutput => Get<bool?>();
    [Argument(Format = "--no-service-endpoint")] public bool? NoServiceEndpoint => Get<bool?>();
    [Argument(Format = "--interactive")] public bool? Interactive => Get<bool?>();
    [Argument(Format = "--non-interactive")] public bool? NonInteractive => Get<bool?>();
}

/// <summary>Changes options of <c>dotnet nuget delete</c>.</summary>
public static partial class DotNetNuGetDeleteSettingsExtensions
{
    public static T SetPackageId<T>(this T o, string? v) where T : DotNetNuGetDeleteSettings => OptionsChange.Set(o, "PackageId", v);
    public static T ResetPackageId<T>(this T o) where T : DotNetNuGetDeleteSettings => OptionsChange.Set(o, "PackageId", null);
    public static T SetPackageVersion<T>(this T o, string? v) where T : DotNetNuGetDeleteSettings => OptionsChange.Set(o, "PackageVersion", v);
    public static T ResetPackageVersion<T>(this T o) where T : DotNetNuGetDeleteSettings => OptionsChange.Set(o, "PackageVersion", null);
    public static T SetSource<T>(this T o, string? v) where T : DotNetNuGetDeleteSettings => OptionsChange.Set(o, "Source", v);
    public static T ResetSource<T>(this T o) where T : DotNetNuGetDeleteSettings => OptionsChange.Set(o, "Source", null);
    public static T SetApiKey<T>(this T o, [Secret] string? v) where T : DotNetNuGetDeleteSettings => OptionsChange.Set(o, "ApiKey", v);
    public static T ResetApiKey<T>(this T o) where T : DotNetNuGetDeleteSettings => OptionsChange.Set(o, "ApiKey", null);
    public static T SetForceEnglishOutput<T>(this T o, bool? v) where T : DotNetNuGetDeleteSettings => OptionsChange.Set(o, "ForceEnglishOutput", v);
    public static T ResetForceEnglishOutput<T>(this T o) where T : DotNetNuGetDeleteSettings => OptionsChange.Set(o, "ForceEnglishOutput", null);
    public static T EnableForceEnglishOutput<T>(this T o) where T : DotNetNuGetDeleteSettings => OptionsChange.Set(o, "ForceEnglishOutput", true);
    public static T DisableForceEnglishOutput<T>(this T o) where T : DotNetNuGetDeleteSettings => OptionsChange.Set(o, "ForceEnglishOutput", false);
    public static T ToggleForceEnglishOutput<T>(this T o) where T : DotNetNuGetDeleteSettings => OptionsChange.Toggle(o, "ForceEnglishOutput");
    public static T SetNoServiceEndpoint<T>(this T o, bool? v) where T : DotNetNuGetDeleteSettings => OptionsChange.Set(o, "NoServiceEndpoint", v);
    public static T ResetNoServiceEndpoint<T>(this T o) where T : DotNetNuGetDeleteSettings => OptionsChange.Set(o, "NoServiceEndpoint", null);
    public static T EnableNoServiceEndpoint<T>(this T o) where T : DotNetNuGetDeleteSettings => OptionsChange.Set(o, "NoServiceEndpoint", true);
    public static T DisableNoServiceEndpoint<T>(this T o) where T : DotNetNuGetDeleteSettings => OptionsChange.Set(o, "NoServiceEndpoint", false);
    public static T ToggleNoServiceEndpoint<T>(this T o) where T : DotNetNuGetDeleteSettings => OptionsChange.Toggle(o, "NoServiceEndpoint");
    public static T SetInteractive<T>(this T o, bool? v) where T : DotNetNuGetDeleteSettings => OptionsChange.Set(o, "Interactive", v);
    public static T ResetInteractive<T>(this T o) where T : DotNetNuGetDeleteSettings => OptionsChange.Set(o, "Interactive", null);
    public static T EnableInteractive<T>(this T o) where T : DotNetNuGetDeleteSettings => OptionsChange.Set(o, "Interactive", true);
    public static T DisableInteractive<T>(this T o) where T : DotNetNuGetDeleteSettings => OptionsChange.Set(o, "Interactive", false);
    public static T ToggleInteractive<T>(this T o) where T : DotNetNuGetDeleteSettings => OptionsChange.Toggle(o, "Interactive");
    public static T SetNonInteractive<T>(this T o, bool? v) where T : DotNetNuGetDeleteSettings => OptionsChange.Set(o, "NonInteractive", v);
    public static T ResetNonInteractive<T>(this T o) where T : DotNetNuGetDeleteSettings => OptionsChange.Set(o, "NonInteractive", null);
    public static T EnableNonInteractive<T>(this T o) where T : DotNetNuGetDeleteSettings => OptionsChange.Set(o, "NonInteractive", true);
    public static T DisableNonInteractive<T>(this T o) where T : DotNetNuGetDeleteSettings => OptionsChange.Set(o, "NonInteractive", false);
    public static T ToggleNonInteractive<T>(this T o) where T : DotNetNuGetDeleteSettings => OptionsChange.Toggle(o, "NonInteractive");
}

/// <summary>Options of <c>dotnet nuget sign</c>.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetNuGetSign), Arguments = "nuget sign")]
public partial class DotNetNuGetSignSettings : ToolOptions
{
    [Argument(Format = "{value}", Position = 1)] public string? TargetPath => Get<string>();
    [Argument(Format = "--certificate-path {value}")] public string? CertificatePath => Get<string>();
    [Argument(Format = "--certificate-store-name {value}")] public string? CertificateStoreName => Get<string>();
    [Argument(Format = "--certificate-store-location {value}")] public string? CertificateStoreLocation => Get<string>();
    [Argument(Format = "--certificate-subject-name {value}")] public string? CertificateSubjectName => Get<string>();
    [Argument(Format = "--certificate-fingerprint {value}")] public string? CertificateFingerprint => Get<string>();
    [Argument(Format = "--certificate-password {value}", Secret = true)] public string? CertificatePassword => Get<string>();
    [Argument(Format = "--hash-algorithm {value}")] public DotNetNuGetSignHashAlgorithm? HashAlgorithm => Get<DotNetNuGetSignHashAlgorithm>();
    [Argument(Format = "--output {value}")] public string? Output => Get<string>();
    [Argument(Format = "--overwrite")] public bool? Overwrite => Get<bool?>();
    [Argument(Format = "--timestamp-hash-algorithm {value}")] public DotNetNuGetSignHashAlgorithm? TimestampHashAlgorithm => Get<DotNetNuGetSignHashAlgorithm>();
    [Argument(Format = "--timestamper {value}")] public string? Timestamper => Get<string>();
    [Argument(Format = "--verbosity {value}")] public DotNetVerbosity? Verbosity => Get<DotNetVerbosity>();
}

/// <summary>Changes options of <c>dotnet nuget sign</c>.</summary>
public static partial class DotNetNuGetSignSettingsExtensions
{
    public static T SetTargetPath<T>(this T o, string? v) where T : DotNetNuGetSignSettings => OptionsChange.Set(o, "TargetPath", v);
    public static T ResetTargetPath<T>(this T o) where T : DotNetNuGetSignSettings => OptionsChange.Set(o, "TargetPath", null);
    public static T SetCertificatePath<T>(this T o, string? v) where T : DotNetNuGetSignSettings => OptionsChange.Set(o, "CertificatePath", v);
    public static T ResetCertificatePath<T>(this T o) where T : DotNetNuGetSignSettings => OptionsChange.Set(o, "CertificatePath", null);
    public static T SetCertificateStoreName<T>(this T o, string? v) where T : DotNetNuGetSignSettings => OptionsChange.Set(o, "CertificateStoreName", v);
    public static T ResetCertificateStoreName<T>(this T o) where T : DotNetNuGetSignSettings => OptionsChange.Set(o, "CertificateStoreName", null);
    public static T SetCertificateStoreLocation<T>(this T o, string? v) where T : DotNetNuGetSignSettings => OptionsChange.Set(o, "CertificateStoreLocation", v);
    public static T ResetCertificateStoreLocation<T>(this T o) where T : DotNetNuGetSignSettings => OptionsChange.Set(o, "CertificateStoreLocation", null);
    public static T SetCertificateSubjectName<T>(this T o, string? v) where T : DotNetNuGetSignSettings => OptionsChange.Set(o, "CertificateSubjectName", v);
    public static T ResetCertificateSubjectName<T>(this T o) where T : DotNetNuGetSignSettings => OptionsChange.Set(o, "CertificateSubjectName", null);
    public static T SetCertificateFingerprint<T>(this T o, string? v) where T : DotNetNuGetSignSettings => OptionsChange.Set(o, "CertificateFingerprint", v);
    public static T ResetCertificateFingerprint<T>(this T o) where T : DotNetNuGetSignSettings => OptionsChange.Set(o, "CertificateFingerprint", null);
    public static T SetCertificatePassword<T>(this T o, [Secret] string? v) where T : DotNetNuGetSignSettings => OptionsChange.Set(o, "CertificatePassword", v);
    public static T ResetCertificatePassword<T>(this T o) where T : DotNetNuGetSignSettings => OptionsChange.Set(o, "CertificatePassword", null);
    public static T SetHashAlgorithm<T>(this T o, DotNetNuGetSignHashAlgorithm? v) where T : DotNetNuGetSignSettings => OptionsChange.Set(o, "HashAlgorithm", v);
    public static T ResetHashAlgorithm<T>(this T o) where T : DotNetNuGetSignSettings => OptionsChange.Set(o, "HashAlgorithm", null);
    public static T SetOutput<T>(this T o, string? v) where T : DotNetNuGetSignSettings => OptionsChange.Set(o, "Output", v);
    public static T ResetOutput<T>(this T o) where T : DotNetNuGetSignSettings => OptionsChange.Set(o, "Output", null);
    public static T SetOverwrite<T>(this T o, bool? v) where T : DotNetNuGetSignSettings => OptionsChange.Set(o, "Overwrite", v);
    public static T ResetOverwrite<T>(this T o) where T : DotNetNuGetSignSettings => OptionsChange.Set(o, "Overwrite", null);
    public static T EnableOverwrite<T>(this T o) where T : DotNetNuGetSignSettings => OptionsChange.Set(o, "Overwrite", true);
    public static T DisableOverwrite<T>(this T o) where T : DotNetNuGetSignSettings => OptionsChange.Set(o, "Overwrite", false);
    public static T ToggleOverwrite<T>(this T o) where T : DotNetNuGetSignSettings => OptionsChange.Toggle(o, "Overwrite");
    public static T SetTimestampHashAlgorithm<T>(this T o, DotNetNuGetSignHashAlgorithm? v) where T : DotNetNuGetSignSettings => OptionsChange.Set(o, "TimestampHashAlgorithm", v);
    public static T ResetTimestampHashAlgorithm<T>(this T o) where T : DotNetNuGetSignSettings => OptionsChange.Set(o, "TimestampHashAlgorithm", null);
    public static T SetTimestamper<T>(this T o, string? v) where T : DotNetNuGetSignSettings => OptionsChange.Set(o, "Timestamper", v);
    public static T ResetTimestamper<T>(this T o) where T : DotNetNuGetSignSettings => OptionsChange.Set(o, "Timestamper", null);
    public static T SetVerbosity<T>(this T o, DotNetVerbosity? v) where T : DotNetNuGetSignSettings => OptionsChange.Set(o, "Verbosity", v);
    public static T ResetVerbosity<T>(this T o) where T : DotNetNuGetSignSettings => OptionsChange.Set(o, "Verbosity", null);
}

/// <summary>Options of <c>dotnet nuget verify</c>.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetNuGetVerify), Arguments = "nuget verify")]
public partial class DotNetNuGetVerifySettings : ToolOptions
{
    [Argument(Format = "{value}", Position = 1)] public string? TargetPath => Get<string>();
    [Argument(Format = "--certificate-fingerprint {value}")] public string? CertificateFingerprint => Get<string>();
    [Argument(Format = "--configfile {value}")] public string? ConfigFile => Get<string>();
    [Argument(Format = "--verbosity {value}")] public DotNetVerbosity? Verbosity => Get<DotNetVerbosity>();
}

/// <summary>Changes options of <c>dotnet nuget verify</c>.</summary>
public static partial class DotNetNuGetVerifySettingsExtensions
{
    public static T SetTargetPath<T>(this T o, string? v) where T : DotNetNuGetVerifySettings => OptionsChange.Set(o, "TargetPath", v);
    public static T ResetTargetPath<T>(this T o) where T : DotNetNuGetVerifySettings => OptionsChange.Set(o, "TargetPath", null);
    public static T SetCertificateFingerprint<T>(this T o, string? v) where T : DotNetNuGetVerifySettings => OptionsChange.Set(o, "CertificateFingerprint", v);
    public static T ResetCertificateFingerprint<T>(this T o) where T : DotNetNuGetVerifySettings => OptionsChange.Set(o, "CertificateFingerprint", null);
    public static T SetConfigFile<T>(this T o, string? v) where T : DotNetNuGetVerifySettings => OptionsChange.Set(o, "ConfigFile", v);
    public static T ResetConfigFile<T>(this T o) where T : DotNetNuGetVerifySettings => OptionsChange.Set(o, "ConfigFile", null);
    public static T SetVerbosity<T>(this T o, DotNetVerbosity? v) where T : DotNetNuGetVerifySettings => OptionsChange.Set(o, "Verbosity", v);
    public static T ResetVerbosity<T>(this T o) where T : DotNetNuGetVerifySettings => OptionsChange.Set(o, "Verbosity", null);
}

/// <summary>Options of <c>dotnet nuget add source</c>.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetNuGetAddSource), Arguments = "nuget add source")]
public partial class DotNetNuGetAddSourceSettings : ToolOptions
{
    [Argument(Format = "{value}", Position = 1)] public string? Source => Get<string>();
    [Argument(Format = "--name {value}")] public string? Name => Get<string>();
    [Argument(Format = "--username {value}")] public string? Username => Get<string>();
    [Argument(Format = "--password {value}", Secret = true)] public string? Password => Get<string>();
    [Argument(Format = "--store-password-in-clear-text")] public bool? StorePasswordInClearText => Get<bool?>();
    [Argument(Format = "--valid-authentication-types {value}", Separator = ",")] public IReadOnlyList<DotNetNuGetAuthentication>? ValidAuthenticationTypes => Get<IReadOnlyList<DotNetNuGetAuthentication>>();
    [Argument(Format = "--configfile {value}")] public string? ConfigFile => Get<string>();
}

/// <summary>Changes options of <c>dotnet nuget add source</c>.</summary>
public static partial class DotNetNuGetAddSourceSettingsExtensions
{
    public static T SetSource<T>(this T o, string? v) where T : DotNetNuGetAddSourceSettings => OptionsChange.Set(o, "Source", v);
    public static T ResetSource<T>(this T o) where T : DotNetNuGetAddSourceSettings => OptionsChange.Set(o, "Source", null);
    public static T SetName<T>(this T o, string? v) where T : DotNetNuGetAddSourceSettings => OptionsChange.Set(o, "Name", v);
    public static T ResetName<T>(this T o) where T : DotNetNuGetAddSourceSettings => OptionsChange.Set(o, "Name", null);
    public static T SetUsername<T>(this T o, string? v) where T : DotNetNuGetAddSourceSettings => OptionsChange.Set(o, "Username", v);
    public static T ResetUsername<T>(this T o) where T : DotNetNuGetAddSourceSettings => OptionsChange.Set(o, "Username", null);
    public static T SetPassword<T>(this T o, [Secret] string? v) where T : DotNetNuGetAddSourceSettings => OptionsChange.Set(o, "Password", v);
    public static T ResetPassword<T>(this T o) where T : DotNetNuGetAddSourceSettings => OptionsChange.Set(o, "Password", null);
    public static T SetStorePasswordInClearText<T>(this T o, bool? v) where T : DotNetNuGetAddSourceSettings => OptionsChange.Set(o, "StorePasswordInClearText", v);
    public static T ResetStorePasswordInClearText<T>(this T o) where T : DotNetNuGetAddSourceSettings => OptionsChange.Set(o, "StorePasswordInClearText", null);
    public static T EnableStorePasswordInClearText<T>(this T o) where T : DotNetNuGetAddSourceSettings => OptionsChange.Set(o, "StorePasswordInClearText", true);
    public static T DisableStorePasswordInClearText<T>(this T o) where T : DotNetNuGetAddSourceSettings => OptionsChange.Set(o, "StorePasswordInClearText", false);
    public static T ToggleStorePasswordInClearText<T>(this T o) where T : DotNetNuGetAddSourceSettings => OptionsChange.Toggle(o, "StorePasswordInClearText");
    public static T SetValidAuthenticationTypes<T>(this T o, params DotNetNuGetAuthentication[]? v) where T : DotNetNuGetAddSourceSettings => OptionsChange.SetList(o, "ValidAuthenticationTypes", v);
    public static T SetValidAuthenticationTypes<T>(this T o, IEnumerable<DotNetNuGetAuthentication>? v) where T : DotNetNuGetAddSourceSettings => OptionsChange.SetList(o, "ValidAuthenticationTypes", v);
    public static T AddValidAuthenticationTypes<T>(this T o, params DotNetNuGetAuthentication[] v) where T : DotNetNuGetAddSourceSettings => OptionsChange.AddList(o, "ValidAuthenticationTypes", v);
    public static T AddValidAuthenticationTypes<T>(this T o, IEnumerable<DotNetNuGetAuthentication> v) where T : DotNetNuGetAddSourceSettings => OptionsChange.AddList(o, "ValidAuthenticationTypes", v);
    public static T RemoveValidAuthenticationTypes<T>(this T o, params DotNetNuGetAuthentication[] v) where T : DotNetNuGetAddSourceSettings => OptionsChange.RemoveList(o, "ValidAuthenticationTypes", v);
    public static T RemoveValidAuthenticationTypes<T>(this T o, IEnumerable<DotNetNuGetAuthentication> v) where T : DotNetNuGetAddSourceSettings => OptionsChange.RemoveList(o, "ValidAuthenticationTypes", v);
    public static T ClearValidAuthenticationTypes<T>(this T o) where T : DotNetNuGetAddSourceSettings => OptionsChange.ClearList<T, DotNetNuGetAuthentication>(o, "ValidAuthenticationTypes");
    public static T SetConfigFile<T>(this T o, string? v) where T : DotNetNuGetAddSourceSettings => OptionsChange.Set(o, "ConfigFile", v);
    public static T ResetConfigFile<T>(this T o) where T : DotNetNuGetAddSourceSettings => OptionsChange.Set(o, "ConfigFile", null);
}

/// <summary>Options of <c>dotnet nuget update source</c>.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetNuGetUpdateSource), Arguments = "nuget update source")]
public partial class DotNetNuGetUpdateSourceSettings : ToolOptions
{
    [Argument(Format = "{value}", Position = 1)] public string? Name => Get<string>();
    [Argument(Format = "--source {value}")] public string? Source => Get<string>();
    [Argument(Format = "--username {value}")] public string? Username => Get<string>();
    [Argument(Format = "--password {value}", Secret = true)] public string? Password => Get<string>();
    [Argument(Format = "--store-password-in-clear-text")] public bool? StorePasswordInClearText => Get<bool?>();
    [Argument(Format = "--valid-authentication-types {value}", Separator = ",")] public IReadOnlyList<DotNetNuGetAuthentication>? ValidAuthenticationTypes => Get<IReadOnlyList<DotNetNuGetAuthentication>>();
    [Argument(Format = "--configfile {value}")] public string? ConfigFile => Get<string>();
}

/// <summary>Changes options of <c>dotnet nuget update source</c>.</summary>
public static partial class DotNetNuGetUpdateSourceSettingsExtensions
{
    public static T SetName<T>(this T o, string? v) where T : DotNetNuGetUpdateSourceSettings => OptionsChange.Set(o, "Name", v);
    public static T ResetName<T>(this T o) where T : DotNetNuGetUpdateSourceSettings => OptionsChange.Set(o, "Name", null);
    public static T SetSource<T>(this T o, string? v) where T : DotNetNuGetUpdateSourceSettings => OptionsChange.Set(o, "Source", v);
    public static T ResetSource<T>(this T o) where T : DotNetNuGetUpdateSourceSettings => OptionsChange.Set(o, "Source", null);
    public static T SetUsername<T>(this T o, string? v) where T : DotNetNuGetUpdateSourceSettings => OptionsChange.Set(o, "Username", v);
    public static T ResetUsername<T>(this T o) where T : DotNetNuGetUpdateSourceSettings => OptionsChange.Set(o, "Username", null);
    public static T SetPassword<T>(this T o, [Secret] string? v) where T : DotNetNuGetUpdateSourceSettings => OptionsChange.Set(o, "Password", v);
    public static T ResetPassword<T>(this T o) where T : DotNetNuGetUpdateSourceSettings => OptionsChange.Set(o, "Password", null);
    public static T SetStorePasswordInClearText<T>(this T o, bool? v) where T : DotNetNuGetUpdateSourceSettings => OptionsChange.Set(o, "StorePasswordInClearText", v);
    public static T ResetStorePasswordInClearText<T>(this T o) where T : DotNetNuGetUpdateSourceSettings => OptionsChange.Set(o, "StorePasswordInClearText", null);
    public static T EnableStorePasswordInClearText<T>(this T o) where T : DotNetNuGetUpdateSourceSettings => OptionsChange.Set(o, "StorePasswordInClearText", true);
    public static T DisableStorePasswordInClearText<T>(this T o) where T : DotNetNuGetUpdateSourceSettings => OptionsChange.Set(o, "StorePasswordInClearText", false);
    public static T ToggleStorePasswordInClearText<T>(this T o) where T : DotNetNuGetUpdateSourceSettings => OptionsChange.Toggle(o, "StorePasswordInClearText");
    public static T SetValidAuthenticationTypes<T>(this T o, params DotNetNuGetAuthentication[]? v) where T : DotNetNuGetUpdateSourceSettings => OptionsChange.SetList(o, "ValidAuthenticationTypes", v);
    public static T SetValidAuthenticationTypes<T>(this T o, IEnumerable<DotNetNuGetAuthentication>? v) where T : DotNetNuGetUpdateSourceSettings => OptionsChange.SetList(o, "ValidAuthenticationTypes", v);
    public static T AddValidAuthenticationTypes<T>(this T o, params DotNetNuGetAuthentication[] v) where T : DotNetNuGetUpdateSourceSettings => OptionsChange.AddList(o, "ValidAuthenticationTypes", v);
    public static T AddValidAuthenticationTypes<T>(this T o, IEnumerable<DotNetNuGetAuthentication> v) where T : DotNetNuGetUpdateSourceSettings => OptionsChange.AddList(o, "ValidAuthenticationTypes", v);
    public static T RemoveValidAuthenticationTypes<T>(this T o, params DotNetNuGetAuthentication[] v) where T : DotNetNuGetUpdateSourceSettings => OptionsChange.RemoveList(o, "ValidAuthenticationTypes", v);
    public static T RemoveValidAuthenticationTypes<T>(this T o, IEnumerable<DotNetNuGetAuthentication> v) where T : DotNetNuGetUpdateSourceSettings => OptionsChange.RemoveList(o, "ValidAuthenticationTypes", v);
    public static T ClearValidAuthenticationTypes<T>(this T o) where T : DotNetNuGetUpdateSourceSettings => OptionsChange.ClearList<T, DotNetNuGetAuthentication>(o, "ValidAuthenticationTypes");
    public static T SetConfigFile<T>(this T o, string? v) where T : DotNetNuGetUpdateSourceSettings => OptionsChange.Set(o, "ConfigFile", v);
    public static T ResetConfigFile<T>(this T o) where T : DotNetNuGetUpdateSourceSettings => OptionsChange.Set(o, "ConfigFile", null);
}

/// <summary>Options of <c>dotnet tool install</c>.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetToolInstall), Arguments = "tool install")]
public partial class DotNetToolInstallSettings : ToolOptions
{
    [Argument(Format = "{value}", Position = 1)] public string? PackageName => Get<string>();
    [Argument(Format = "--add-source {value}")] public IReadOnlyList<string>? Sources => Get<IReadOnlyList<string>>();
    [Argument(Format = "--configfile {value}")] public string? ConfigFile => Get<string>();
    [Argument(Format = "--framework {value}")] public string? Framework => Get<string>();
    [Argument(Format = "--global")] public bool? Global => Get<bool?>();
    [Argument(Format = "--tool-path {value}")] public string? ToolInstallationPath => Get<string>();
    [Argument(Format = "--verbosity {value}")] public DotNetVerbosity? Verbosity => Get<DotNetVerbosity>();
    [Argument(Format = "--version {value}")] public string? Version => Get<string>();
}

/// <summary>Changes options of <c>dotnet tool install</c>.</summary>
public static partial class DotNetToolInstallSettingsExtensions
{
    public static T SetPackageName<T>(this T o, string? v) where T : DotNetToolInstallSettings => OptionsChange.Set(o, "PackageName", v);
    public static T ResetPackageName<T>(this T o) where T : DotNetToolInstallSettings => OptionsChange.Set(o, "PackageName", null);
    public static T SetSources<T>(this T o, params string[]? v) where T : DotNetToolInstallSettings => OptionsChange.SetList(o, "Sources", v);
    public static T SetSources<T>(this T o, IEnumerable<string>? v) where T : DotNetToolInstallSettings => OptionsChange.SetList(o, "Sources", v);
    public static T AddSources<T>(this T o, params string[] v) where T : DotNetToolInstallSettings => OptionsChange.AddList(o, "Sources", v);
    public static T AddSources<T>(this T o, IEnumerable<string> v) where T : DotNetToolInstallSettings => OptionsChange.AddList(o, "Sources", v);
    public static T RemoveSources<T>(this T o, params string[] v) where T : DotNetToolInstallSettings => OptionsChange.RemoveList(o, "Sources", v);
    public static T RemoveSources<T>(this T o, IEnumerable<string> v) where T : DotNetToolInstallSettings => OptionsChange.RemoveList(o, "Sources", v);
    public static T ClearSources<T>(this T o) where T : DotNetToolInstallSettings => OptionsChange.ClearList<T, string>(o, "Sources");
    public static T SetConfigFile<T>(this T o, string? v) where T : DotNetToolInstallSettings => OptionsChange.Set(o, "ConfigFile", v);
    public static T ResetConfigFile<T>(this T o) where T : DotNetToolInstallSettings => OptionsChange.Set(o, "ConfigFile", null);
    public static T SetFramework<T>(this T o, string? v) where T : DotNetToolInstallSettings => OptionsChange.Set(o, "Framework", v);
    public static T ResetFramework<T>(this T o) where T : DotNetToolInstallSettings => OptionsChange.Set(o, "Framework", null);
    public static T SetGlobal<T>(this T o, bool? v) where T : DotNetToolInstallSettings => OptionsChange.Set(o, "Global", v);
    public static T ResetGlobal<T>(this T o) where T : DotNetToolInstallSettings => OptionsChange.Set(o, "Global", null);
    public static T EnableGlobal<T>(this T o) where T : DotNetToolInstallSettings => OptionsChange.Set(o, "Global", true);
    public static T DisableGlobal<T>(this T o) where T : DotNetToolInstallSettings => OptionsChange.Set(o, "Global", false);
    public static T ToggleGlobal<T>(this T o) where T : DotNetToolInstallSettings => OptionsChange.Toggle(o, "Global");
    public static T SetToolInstallationPath<T>(this T o, string? v) where T : DotNetToolInstallSettings => OptionsChange.Set(o, "ToolInstallationPath", v);
    public static T ResetToolInstallationPath<T>(this T o) where T : DotNetToolInstallSettings => OptionsChange.Set(o, "ToolInstallationPath", null);
    public static T SetVerbosity<T>(this T o, DotNetVerbosity? v) where T : DotNetToolInstallSettings => OptionsChange.Set(o, "Verbosity", v);
    public static T ResetVerbosity<T>(this T o) where T : DotNetToolInstallSettings => OptionsChange.Set(o, "Verbosity", null);
    public static T SetVersion<T>(this T o, string? v) where T : DotNetToolInstallSettings => OptionsChange.Set(o, "Version", v);
    public static T ResetVersion<T>(this T o) where T : DotNetToolInstallSettings => OptionsChange.Set(o, "Version", null);
}

/// <summary>Options of <c>dotnet tool restore</c>.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetToolRestore), Arguments = "tool restore")]
public partial class DotNetToolRestoreSettings : ToolOptions
{
    [Argument(Format = "--configfile {value}")] public string? ConfigFile => Get<string>();
    [Argument(Format = "--add-source {value}")] public IReadOnlyList<string>? Sources => Get<IReadOnlyList<string>>();
    [Argument(Format = "--tool-manifest {value}")] public string? ToolManifest => Get<string>();
    [Argument(Format = "--disable-parallel")] public bool? DisableParallel => Get<bool?>();
    [Argument(Format = "--ignore-failed-sources")] public bool? IgnoreFailedSources => Get<bool?>();
    [Argument(Format = "--no-cache")] public bool? NoCache => Get<bool?>();
    [Argument(Format = "--interactive")] public bool? Interactive => Get<bool?>();
}

/// <summary>Changes options of <c>dotnet tool restore</c>.</summary>
public static partial class DotNetToolRestoreSettingsExtensions
{
    public static T SetConfigFile<T>(this T o, string? v) where T : DotNetToolRestoreSettings => OptionsChange.Set(o, "ConfigFile", v);
    public static T ResetConfigFile<T>(this T o) where T : DotNetToolRestoreSettings => OptionsChange.Set(o, "ConfigFile", null);
    public static T SetSources<T>(this T o, params string[]? v) where T : DotNetToolRestoreSettings => OptionsChange.SetList(o, "Sources", v);
    public static T SetSources<T>(this T o, IEnumerable<string>? v) where T : DotNetToolRestoreSettings => OptionsChange.SetList(o, "Sources", v);
    public static T AddSources<T>(this T o, params string[] v) where T : DotNetToolRestoreSettings => OptionsChange.AddList(o, "Sources", v);
    public static T AddSources<T>(this T o, IEnumerable<string> v) where T : DotNetToolRestoreSettings => OptionsChange.AddList(o, "Sources", v);
    public static T RemoveSources<T>(this T o, params string[] v) where T : DotNetToolRestoreSettings => OptionsChange.RemoveList(o, "Sources", v);
    public static T RemoveSources<T>(this T o, IEnumerable<string> v) where T : DotNetToolRestoreSettings => OptionsChange.RemoveList(o, "Sources", v);
    public static T ClearSources<T>(this T o) where T : DotNetToolRestoreSettings => OptionsChange.ClearList<T, string>(o, "Sources");
    public static T SetToolManifest<T>(this T o, string? v) where T : DotNetToolRestoreSettings => OptionsChange.Set(o, "ToolManifest", v);
    public static T ResetToolManifest<T>(this T o) where T : DotNetToolRestoreSettings => OptionsChange.Set(o, "ToolManifest", null);
    public static T SetDisableParallel<T>(this T o, bool? v) where T : DotNetToolRestoreSettings => OptionsChange.Set(o, "DisableParallel", v);
    public static T ResetDisableParallel<T>(this T o) where T : DotNetToolRestoreSettings => OptionsChange.Set(o, "DisableParallel", null);
    public static T EnableDisableParallel<T>(this T o) where T : DotNetToolRestoreSettings => OptionsChange.Set(o, "DisableParallel", true);
    public static T DisableDisableParallel<T>(this T o) where T : DotNetToolRestoreSettings => OptionsChange.Set(o, "DisableParallel", false);
    public static T ToggleDisableParallel<T>(this T o) where T : DotNetToolRestoreSettings => OptionsChange.Toggle(o, "DisableParallel");
    public static T SetIgnoreFailedSources<T>(this T o, bool? v) where T : DotNetToolRestoreSettings => OptionsChange.Set(o, "IgnoreFailedSources", v);
    public static T ResetIgnoreFailedSources<T>(this T o) where T : DotNetToolRestoreSettings => OptionsChange.Set(o, "IgnoreFailedSources", null);
    public static T EnableIgnoreFailedSources<T>(this T o) where T : DotNetToolRestoreSettings => OptionsChange.Set(o, "IgnoreFailedSources", true);
    public static T DisableIgnoreFailedSources<T>(this T o) where T : DotNetToolRestoreSettings => OptionsChange.Set(o, "IgnoreFailedSources", false);
    public static T ToggleIgnoreFailedSources<T>(this T o) where T : DotNetToolRestoreSettings => OptionsChange.Toggle(o, "IgnoreFailedSources");
    public static T SetNoCache<T>(this T o, bool? v) where T : DotNetToolRestoreSettings => OptionsChange.Set(o, "NoCache", v);
    public static T ResetNoCache<T>(this T o) where T : DotNetToolRestoreSettings => OptionsChange.Set(o, "NoCache", null);
    public static T EnableNoCache<T>(this T o) where T : DotNetToolRestoreSettings => OptionsChange.Set(o, "NoCache", true);
    public static T DisableNoCache<T>(this T o) where T : DotNetToolRestoreSettings => OptionsChange.Set(o, "NoCache", false);
    public static T ToggleNoCache<T>(this T o) where T : DotNetToolRestoreSettings => OptionsChange.Toggle(o, "NoCache");
    public static T SetInteractive<T>(this T o, bool? v) where T : DotNetToolRestoreSettings => OptionsChange.Set(o, "Interactive", v);
    public static T ResetInteractive<T>(this T o) where T : DotNetToolRestoreSettings => OptionsChange.Set(o, "Interactive", null);
    public static T EnableInteractive<T>(this T o) where T : DotNetToolRestoreSettings => OptionsChange.Set(o, "Interactive", true);
    public static T DisableInteractive<T>(this T o) where T : DotNetToolRestoreSettings => OptionsChange.Set(o, "Interactive", false);
    public static T ToggleInteractive<T>(this T o) where T : DotNetToolRestoreSettings => OptionsChange.Toggle(o, "Interactive");
}

/// <summary>Options of <c>dotnet tool uninstall</c>.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetToolUninstall), Arguments = "tool uninstall")]
public partial class DotNetToolUninstallSettings : ToolOptions
{
    [Argument(Format = "{value}", Position = 1)] public string? PackageName => Get<string>();
    [Argument(Format = "--global")] public bool? Global => Get<bool?>();
    [Argument(Format = "--tool-path {value}")] public string? ToolInstallationPath => Get<string>();
    [Argument(Format = "--verbosity {value}")] public DotNetVerbosity? Verbosity => Get<DotNetVerbosity>();
}

/// <summary>Changes options of <c>dotnet tool uninstall</c>.</summary>
public static partial class DotNetToolUninstallSettingsExtensions
{
    public static T SetPackageName<T>(this T o, string? v) where T : DotNetToolUninstallSettings => OptionsChange.Set(o, "PackageName", v);
    public static T ResetPackageName<T>(this T o) where T : DotNetToolUninstallSettings => OptionsChange.Set(o, "PackageName", null);
    public static T SetGlobal<T>(this T o, bool? v) where T : DotNetToolUninstallSettings => OptionsChange.Set(o, "Global", v);
    public static T ResetGlobal<T>(this T o) where T : DotNetToolUninstallSettings => OptionsChange.Set(o, "Global", null);
    public static T EnableGlobal<T>(this T o) where T : DotNetToolUninstallSettings => OptionsChange.Set(o, "Global", true);
    public static T DisableGlobal<T>(this T o) where T : DotNetToolUninstallSettings => OptionsChange.Set(o, "Global", false);
    public static T ToggleGlobal<T>(this T o) where T : DotNetToolUninstallSettings => OptionsChange.Toggle(o, "Global");
    public static T SetToolInstallationPath<T>(this T o, string? v) where T : DotNetToolUninstallSettings => OptionsChange.Set(o, "ToolInstallationPath", v);
    public static T ResetToolInstallationPath<T>(this T o) where T : DotNetToolUninstallSettings => OptionsChange.Set(o, "ToolInstallationPath", null);
    public static T SetVerbosity<T>(this T o, DotNetVerbosity? v) where T : DotNetToolUninstallSettings => OptionsChange.Set(o, "Verbosity", v);
    public static T ResetVerbosity<T>(this T o) where T : DotNetToolUninstallSettings => OptionsChange.Set(o, "Verbosity", null);
}

/// <summary>Options of <c>dotnet tool update</c>.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetToolUpdate), Arguments = "tool update")]
public partial class DotNetToolUpdateSettings : ToolOptions
{
    [Argument(Format = "{value}", Position = 1)] public string? PackageName => Get<string>();
    [Argument(Format = "--add-source {value}")] public IReadOnlyList<string>? Sources => Get<IReadOnlyList<string>>();
    [Argument(Format = "--configfile {value}")] public string? ConfigFile => Get<string>();
    [Argument(Format = "--framework {value}")] public string? Framework => Get<string>();
    [Argument(Format = "--global")] public bool? Global => Get<bool?>();
    [Argument(Format = "--tool-path {value}")] public string? ToolInstallationPath => Get<string>();
    [Argument(Format = "--verbosity {value}")] public DotNetVerbosity? Verbosity => Get<DotNetVerbosity>();
    [Argument(Format = "--version {value}")] public string? Version => Get<string>();
}

/// <summary>Changes options of <c>dotnet tool update</c>.</summary>
public static partial class DotNetToolUpdateSettingsExtensions
{
    public static T SetPackageName<T>(this T o, string? v) where T : DotNetToolUpdateSettings => OptionsChange.Set(o, "PackageName", v);
    public static T ResetPackageName<T>(this T o) where T : DotNetToolUpdateSettings => OptionsChange.Set(o, "PackageName", null);
    public static T SetSources<T>(this T o, params string[]? v) where T : DotNetToolUpdateSettings => OptionsChange.SetList(o, "Sources", v);
    public static T SetSources<T>(this T o, IEnumerable<string>? v) where T : DotNetToolUpdateSettings => OptionsChange.SetList(o, "Sources", v);
    public static T AddSources<T>(this T o, params string[] v) where T : DotNetToolUpdateSettings => OptionsChange.AddList(o, "Sources", v);
    public static T AddSources<T>(this T o, IEnumerable<string> v) where T : DotNetToolUpdateSettings => OptionsChange.AddList(o, "Sources", v);
    public static T RemoveSources<T>(this T o, params string[] v) where T : DotNetToolUpdateSettings => OptionsChange.RemoveList(o, "Sources", v);
    public static T RemoveSources<T>(this T o, IEnumerable<string> v) where T : DotNetToolUpdateSettings => OptionsChange.RemoveList(o, "Sources", v);
    public static T ClearSources<T>(this T o) where T : DotNetToolUpdateSettings => OptionsChange.ClearList<T, string>(o, "Sources");
    public static T SetConfigFile<T>(this T o, string? v) where T : DotNetToolUpdateSettings => OptionsChange.Set(o, "ConfigFile", v);
    public static T ResetConfigFile<T>(this T o) where T : DotNetToolUpdateSettings => OptionsChange.Set(o, "ConfigFile", null);
    public static T SetFramework<T>(this T o, string? v) where T : DotNetToolUpdateSettings => OptionsChange.Set(o, "Framework", v);
    public static T ResetFramework<T>(this T o) where T : DotNetToolUpdateSettings => OptionsChange.Set(o, "Framework", null);
    public static T SetGlobal<T>(this T o, bool? v) where T : DotNetToolUpdateSettings => OptionsChange.Set(o, "Global", v);
    public static T ResetGlobal<T>(this T o) where T : DotNetToolUpdateSettings => OptionsChange.Set(o, "Global", null);
    public static T EnableGlobal<T>(this T o) where T : DotNetToolUpdateSettings => OptionsChange.Set(o, "Global", true);
    public static T DisableGlobal<T>(this T o) where T : DotNetToolUpdateSettings => OptionsChange.Set(o, "Global", false);
    public static T ToggleGlobal<T>(this T o) where T : DotNetToolUpdateSettings => OptionsChange.Toggle(o, "Global");
    public static T SetToolInstallationPath<T>(this T o, string? v) where T : DotNetToolUpdateSettings => OptionsChange.Set(o, "ToolInstallationPath", v);
    public static T ResetToolInstallationPath<T>(this T o) where T : DotNetToolUpdateSettings => OptionsChange.Set(o, "ToolInstallationPath", null);
    public static T SetVerbosity<T>(this T o, DotNetVerbosity? v) where T : DotNetToolUpdateSettings => OptionsChange.Set(o, "Verbosity", v);
    public static T ResetVerbosity<T>(this T o) where T : DotNetToolUpdateSettings => OptionsChange.Set(o, "Verbosity", null);
    public static T SetVersion<T>(this T o, string? v) where T : DotNetToolUpdateSettings => OptionsChange.Set(o, "Version", v);
    public static T ResetVersion<T>(this T o) where T : DotNetToolUpdateSettings => OptionsChange.Set(o, "Version", null);
}

/// <summary>Options of <c>dotnet workload install</c>.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetWorkloadInstall), Arguments = "workload install")]
public partial class DotNetWorkloadInstallSettings : ToolOptions
{
    [Argument(Format = "{value}", Position = 1)] public IReadOnlyList<string>? WorkloadId => Get<IReadOnlyList<string>>();
    [Argument(Format = "--configFile {value}")] public string? ConfigFile => Get<string>();
    [Argument(Format = "--disable-parallel")] public bool? DisableParallel => Get<bool?>();
    [Argument(Format = "--ignore-failed-sources")] public bool? IgnoreFailedSources => Get<bool?>();
    [Argument(Format = "--include-previews")] public bool? IncludePreviews => Get<bool?>();
    [Argument(Format = "--interactive")] public bool? Interactive => Get<bool?>();
    [Argument(Format = "--no-cache")] public bool? NoCache => Get<bool?>();
    [Argument(Format = "--skip-manifest-update")] public bool? SkipManifestUpdate => Get<bool?>();
    [Argument(Format = "--skip-sign-check")] public bool? SkipSignCheck => Get<bool?>();
    [Argument(Format = "--source {value}")] public string? Source => Get<string>();
    [Argument(Format = "--temp-dir {value}")] public string? TempDir => Get<string>();
    [Argument(Format = "--verbosity {value}")] public DotNetVerbosity? Verbosity => Get<DotNetVerbosity>();
}

/// <summary>Changes options of <c>dotnet workload install</c>.</summary>
public static partial class DotNetWorkloadInstallSettingsExtensions
{
    public static T SetWorkloadId<T>(this T o, params string[]? v) where T : DotNetWorkloadInstallSettings => OptionsChange.SetList(o, "WorkloadId", v);
    public static T SetWorkloadId<T>(this T o, IEnumerable<string>? v) where T : DotNetWorkloadInstallSettings => OptionsChange.SetList(o, "WorkloadId", v);
    public static T AddWorkloadId<T>(this T o, params string[] v) where T : DotNetWorkloadInstallSettings => OptionsChange.AddList(o, "WorkloadId", v);
    public static T AddWorkloadId<T>(this T o, IEnumerable<string> v) where T : DotNetWorkloadInstallSettings => OptionsChange.AddList(o, "WorkloadId", v);
    public static T RemoveWorkloadId<T>(this T o, params string[] v) where T : DotNetWorkloadInstallSettings => OptionsChange.RemoveList(o, "WorkloadId", v);
    public static T RemoveWorkloadId<T>(this T o, IEnumerable<string> v) where T : DotNetWorkloadInstallSettings => OptionsChange.RemoveList(o, "WorkloadId", v);
    public static T ClearWorkloadId<T>(this T o) where T : DotNetWorkloadInstallSettings => OptionsChange.ClearList<T, string>(o, "WorkloadId");
    public static T SetConfigFile<T>(this T o, string? v) where T : DotNetWorkloadInstallSettings => OptionsChange.Set(o, "ConfigFile", v);
    public static T ResetConfigFile<T>(this T o) where T : DotNetWorkloadInstallSettings => OptionsChange.Set(o, "ConfigFile", null);
    public static T SetDisableParallel<T>(this T o, bool? v) where T : DotNetWorkloadInstallSettings => OptionsChange.Set(o, "DisableParallel", v);
    public static T ResetDisableParallel<T>(this T o) where T : DotNetWorkloadInstallSettings => OptionsChange.Set(o, "DisableParallel", null);
    public static T EnableDisableParallel<T>(this T o) where T : DotNetWorkloadInstallSettings => OptionsChange.Set(o, "DisableParallel", true);
    public static T DisableDisableParallel<T>(this T o) where T : DotNetWorkloadInstallSettings => OptionsChange.Set(o, "DisableParallel", false);
    public static T ToggleDisableParallel<T>(this T o) where T : DotNetWorkloadInstallSettings => OptionsChange.Toggle(o, "DisableParallel");
    public static T SetIgnoreFailedSources<T>(this T o, bool? v) where T : DotNetWorkloadInstallSettings => OptionsChange.Set(o, "IgnoreFailedSources", v);
    public static T ResetIgnoreFailedSources<T>(this T o) where T : DotNetWorkloadInstallSettings => OptionsChange.Set(o, "IgnoreFailedSources", null);
    public static T EnableIgnoreFailedSources<T>(this T o) where T : DotNetWorkloadInstallSettings => OptionsChange.Set(o, "IgnoreFailedSources", true);
    public static T DisableIgnoreFailedSources<T>(this T o) where T : DotNetWorkloadInstallSettings => OptionsChange.Set(o, "IgnoreFailedSources", false);
    public static T ToggleIgnoreFailedSources<T>(this T o) where T : DotNetWorkloadInstallSettings => OptionsChange.Toggle(o, "IgnoreFailedSources");
    public static T SetIncludePreviews<T>(this T o, bool? v) where T : DotNetWorkloadInstallSettings => OptionsChange.Set(o, "IncludePreviews", v);
    public static T ResetIncludePreviews<T>(this T o) where T : DotNetWorkloadInstallSettings => OptionsChange.Set(o, "IncludePreviews", null);
    public static T EnableIncludePreviews<T>(this T o) where T : DotNetWorkloadInstallSettings => OptionsChange.Set(o, "IncludePreviews", true);
    public static T DisableIncludePreviews<T>(this T o) where T : DotNetWorkloadInstallSettings => OptionsChange.Set(o, "IncludePreviews", false);
    public static T ToggleIncludePreviews<T>(this T o) where T : DotNetWorkloadInstallSettings => OptionsChange.Toggle(o, "IncludePreviews");
    public static T SetInteractive<T>(this T o, bool? v) where T : DotNetWorkloadInstallSettings => OptionsChange.Set(o, "Interactive", v);
    public static T ResetInteractive<T>(this T o) where T : DotNetWorkloadInstallSettings => OptionsChange.Set(o, "Interactive", null);
    public static T EnableInteractive<T>(this T o) where T : DotNetWorkloadInstallSettings => OptionsChange.Set(o, "Interactive", true);
    public static T DisableInteractive<T>(this T o) where T : DotNetWorkloadInstallSettings => OptionsChange.Set(o, "Interactive", false);
    public static T ToggleInteractive<T>(this T o) where T : DotNetWorkloadInstallSettings => OptionsChange.Toggle(o, "Interactive");
    public static T SetNoCache<T>(this T o, bool? v) where T : DotNetWorkloadInstallSettings => OptionsChange.Set(o, "NoCache", v);
    public static T ResetNoCache<T>(this T o) where T : DotNetWorkloadInstallSettings => OptionsChange.Set(o, "NoCache", null);
    public static T EnableNoCache<T>(this T o) where T : DotNetWorkloadInstallSettings => OptionsChange.Set(o, "NoCache", true);
    public static T DisableNoCache<T>(this T o) where T : DotNetWorkloadInstallSettings => OptionsChange.Set(o, "NoCache", false);
    public static T ToggleNoCache<T>(this T o) where T : DotNetWorkloadInstallSettings => OptionsChange.Toggle(o, "NoCache");
    public static T SetSkipManifestUpdate<T>(this T o, bool? v) where T : DotNetWorkloadInstallSettings => OptionsChange.Set(o, "SkipManifestUpdate", v);
    public static T ResetSkipManifestUpdate<T>(this T o) where T : DotNetWorkloadInstallSettings => OptionsChange.Set(o, "SkipManifestUpdate", null);
    public static T EnableSkipManifestUpdate<T>(this T o) where T : DotNetWorkloadInstallSettings => OptionsChange.Set(o, "SkipManifestUpdate", true);
    public static T DisableSkipManifestUpdate<T>(this T o) where T : DotNetWorkloadInstallSettings => OptionsChange.Set(o, "SkipManifestUpdate", false);
    public static T ToggleSkipManifestUpdate<T>(this T o) where T : DotNetWorkloadInstallSettings => OptionsChange.Toggle(o, "SkipManifestUpdate");
    public static T SetSkipSignCheck<T>(this T o, bool? v) where T : DotNetWorkloadInstallSettings => OptionsChange.Set(o, "SkipSignCheck", v);
    public static T ResetSkipSignCheck<T>(this T o) where T : DotNetWorkloadInstallSettings => OptionsChange.Set(o, "SkipSignCheck", null);
    public static T EnableSkipSignCheck<T>(this T o) where T : DotNetWorkloadInstallSettings => OptionsChange.Set(o, "SkipSignCheck", true);
    public static T DisableSkipSignCheck<T>(this T o) where T : DotNetWorkloadInstallSettings => OptionsChange.Set(o, "SkipSignCheck", false);
    public static T ToggleSkipSignCheck<T>(this T o) where T : DotNetWorkloadInstallSettings => OptionsChange.Toggle(o, "SkipSignCheck");
    public static T SetSource<T>(this T o, string? v) where T : DotNetWorkloadInstallSettings => OptionsChange.Set(o, "Source", v);
    public static T ResetSource<T>(this T o) where T : DotNetWorkloadInstallSettings => OptionsChange.Set(o, "Source", null);
    public static T SetTempDir<T>(this T o, string? v) where T : DotNetWorkloadInstallSettings => OptionsChange.Set(o, "TempDir", v);
    public static T ResetTempDir<T>(this T o) where T : DotNetWorkloadInstallSettings => OptionsChange.Set(o, "TempDir", null);
    public static T SetVerbosity<T>(this T o, DotNetVerbosity? v) where T : DotNetWorkloadInstallSettings => OptionsChange.Set(o, "Verbosity", v);
    public static T ResetVerbosity<T>(this T o) where T : DotNetWorkloadInstallSettings => OptionsChange.Set(o, "Verbosity", null);
}

/// <summary>Options of <c>dotnet workload uninstall</c>.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetWorkloadUninstall), Arguments = "workload uninstall")]
public partial class DotNetWorkloadUninstallSettings : ToolOptions
{
    [Argument(Format = "{value}")] public IReadOnlyList<string>? WorkloadId => Get<IReadOnlyList<string>>();
}

/// <summary>Changes options of <c>dotnet workload uninstall</c>.</summary>
public static partial class DotNetWorkloadUninstallSettingsExtensions
{
    public static T SetWorkloadId<T>(this T o, params string[]? v) where T : DotNetWorkloadUninstallSettings => OptionsChange.SetList(o, "WorkloadId", v);
    public static T SetWorkloadId<T>(this T o, IEnumerable<string>? v) where T : DotNetWorkloadUninstallSettings => OptionsChange.SetList(o, "WorkloadId", v);
    public static T AddWorkloadId<T>(this T o, params string[] v) where T : DotNetWorkloadUninstallSettings => OptionsChange.AddList(o, "WorkloadId", v);
    public static T AddWorkloadId<T>(this T o, IEnumerable<string> v) where T : DotNetWorkloadUninstallSettings => OptionsChange.AddList(o, "WorkloadId", v);
    public static T RemoveWorkloadId<T>(this T o, params string[] v) where T : DotNetWorkloadUninstallSettings => OptionsChange.RemoveList(o, "WorkloadId", v);
    public static T RemoveWorkloadId<T>(this T o, IEnumerable<string> v) where T : DotNetWorkloadUninstallSettings => OptionsChange.RemoveList(o, "WorkloadId", v);
    public static T ClearWorkloadId<T>(this T o) where T : DotNetWorkloadUninstallSettings => OptionsChange.ClearList<T, string>(o, "WorkloadId");
}

/// <summary>Options of <c>dotnet workload restore</c>.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetWorkloadRestore), Arguments = "workload restore")]
public partial class DotNetWorkloadRestoreSettings : ToolOptions
{
    [Argument(Format = "{value}", Position = 1)] public string? Project => Get<string>();
    [Argument(Format = "--configFile {value}")] public string? ConfigFile => Get<string>();
    [Argument(Format = "--disable-parallel")] public bool? DisableParallel => Get<bool?>();
    [Argument(Format = "--ignore-failed-sources")] public bool? IgnoreFailedSources => Get<bool?>();
    [Argument(Format = "--include-previews")] public bool? IncludePreviews => Get<bool?>();
    [Argument(Format = "--interactive")] public bool? Interactive => Get<bool?>();
    [Argument(Format = "--no-cache")] public bool? NoCache => Get<bool?>();
    [Argument(Format = "--skip-manifest-update")] public bool? SkipManifestUpdate => Get<bool?>();
    [Argument(Format = "--skip-sign-check")] public bool? SkipSignCheck => Get<bool?>();
    [Argument(Format = "--source {value}")] public string? Source => Get<string>();
    [Argument(Format = "--temp-dir {value}")] public string? TempDir => Get<string>();
    [Argument(Format = "--verbosity {value}")] public DotNetVerbosity? Verbosity => Get<DotNetVerbosity>();
}

/// <summary>Changes options of <c>dotnet workload restore</c>.</summary>
public static partial class DotNetWorkloadRestoreSettingsExtensions
{
    public static T SetProject<T>(this T o, string? v) where T : DotNetWorkloadRestoreSettings => OptionsChange.Set(o, "Project", v);
    public static T ResetProject<T>(this T o) where T : DotNetWorkloadRestoreSettings => OptionsChange.Set(o, "Project", null);
    public static T SetConfigFile<T>(this T o, string? v) where T : DotNetWorkloadRestoreSettings => OptionsChange.Set(o, "ConfigFile", v);
    public static T ResetConfigFile<T>(this T o) where T : DotNetWorkloadRestoreSettings => OptionsChange.Set(o, "ConfigFile", null);
    public static T SetDisableParallel<T>(this T o, bool? v) where T : DotNetWorkloadRestoreSettings => OptionsChange.Set(o, "DisableParallel", v);
    public static T ResetDisableParallel<T>(this T o) where T : DotNetWorkloadRestoreSettings => OptionsChange.Set(o, "DisableParallel", null);
    public static T EnableDisableParallel<T>(this T o) where T : DotNetWorkloadRestoreSettings => OptionsChange.Set(o, "DisableParallel", true);
    public static T DisableDisableParallel<T>(this T o) where T : DotNetWorkloadRestoreSettings => OptionsChange.Set(o, "DisableParallel", false);
    public static T ToggleDisableParallel<T>(this T o) where T : DotNetWorkloadRestoreSettings => OptionsChange.Toggle(o, "DisableParallel");
    public static T SetIgnoreFailedSources<T>(this T o, bool? v) where T : DotNetWorkloadRestoreSettings => OptionsChange.Set(o, "IgnoreFailedSources", v);
    public static T ResetIgnoreFailedSources<T>(this T o) where T : DotNetWorkloadRestoreSettings => OptionsChange.Set(o, "IgnoreFailedSources", null);
    public static T EnableIgnoreFailedSources<T>(this T o) where T : DotNetWorkloadRestoreSettings => OptionsChange.Set(o, "IgnoreFailedSources", true);
    public static T DisableIgnoreFailedSources<T>(this T o) where T : DotNetWorkloadRestoreSettings => OptionsChange.Set(o, "IgnoreFailedSources", false);
    public static T ToggleIgnoreFailedSources<T>(this T o) where T : DotNetWorkloadRestoreSettings => OptionsChange.Toggle(o, "IgnoreFailedSources");
    public static T SetIncludePreviews<T>(this T o, bool? v) where T : DotNetWorkloadRestoreSettings => OptionsChange.Set(o, "IncludePreviews", v);
    public static T ResetIncludePreviews<T>(this T o) where T : DotNetWorkloadRestoreSettings => OptionsChange.Set(o, "IncludePreviews", null);
    public static T EnableIncludePreviews<T>(this T o) where T : DotNetWorkloadRestoreSettings => OptionsChange.Set(o, "IncludePreviews", true);
    public static T DisableIncludePreviews<T>(this T o) where T : DotNetWorkloadRestoreSettings => OptionsChange.Set(o, "IncludePreviews", false);
    public static T ToggleIncludePreviews<T>(this T o) where T : DotNetWorkloadRestoreSettings => OptionsChange.Toggle(o, "IncludePreviews");
    public static T SetInteractive<T>(this T o, bool? v) where T : DotNetWorkloadRestoreSettings => OptionsChange.Set(o, "Interactive", v);
    public static T ResetInteractive<T>(this T o) where T : DotNetWorkloadRestoreSettings => OptionsChange.Set(o, "Interactive", null);
    public static T EnableInteractive<T>(this T o) where T : DotNetWorkloadRestoreSettings => OptionsChange.Set(o, "Interactive", true);
    public static T DisableInteractive<T>(this T o) where T : DotNetWorkloadRestoreSettings => OptionsChange.Set(o, "Interactive", false);
    public static T ToggleInteractive<T>(this T o) where T : DotNetWorkloadRestoreSettings => OptionsChange.Toggle(o, "Interactive");
    public static T SetNoCache<T>(this T o, bool? v) where T : DotNetWorkloadRestoreSettings => OptionsChange.Set(o, "NoCache", v);
    public static T ResetNoCache<T>(this T o) where T : DotNetWorkloadRestoreSettings => OptionsChange.Set(o, "NoCache", null);
    public static T EnableNoCache<T>(this T o) where T : DotNetWorkloadRestoreSettings => OptionsChange.Set(o, "NoCache", true);
    public static T DisableNoCache<T>(this T o) where T : DotNetWorkloadRestoreSettings => OptionsChange.Set(o, "NoCache", false);
    public static T ToggleNoCache<T>(this T o) where T : DotNetWorkloadRestoreSettings => OptionsChange.Toggle(o, "NoCache");
    public static T SetSkipManifestUpdate<T>(this T o, bool? v) where T : DotNetWorkloadRestoreSettings => OptionsChange.Set(o, "SkipManifestUpdate", v);
    public static T ResetSkipManifestUpdate<T>(this T o) where T : DotNetWorkloadRestoreSettings => OptionsChange.Set(o, "SkipManifestUpdate", null);
    public static T EnableSkipManifestUpdate<T>(this T o) where T : DotNetWorkloadRestoreSettings => OptionsChange.Set(o, "SkipManifestUpdate", true);
    public static T DisableSkipManifestUpdate<T>(this T o) where T : DotNetWorkloadRestoreSettings => OptionsChange.Set(o, "SkipManifestUpdate", false);
    public static T ToggleSkipManifestUpdate<T>(this T o) where T : DotNetWorkloadRestoreSettings => OptionsChange.Toggle(o, "SkipManifestUpdate");
    public static T SetSkipSignCheck<T>(this T o, bool? v) where T : DotNetWorkloadRestoreSettings => OptionsChange.Set(o, "SkipSignCheck", v);
    public static T ResetSkipSignCheck<T>(this T o) where T : DotNetWorkloadRestoreSettings => OptionsChange.Set(o, "SkipSignCheck", null);
    public static T EnableSkipSignCheck<T>(this T o) where T : DotNetWorkloadRestoreSettings => OptionsChange.Set(o, "SkipSignCheck", true);
    public static T DisableSkipSignCheck<T>(this T o) where T : DotNetWorkloadRestoreSettings => OptionsChange.Set(o, "SkipSignCheck", false);
    public static T ToggleSkipSignCheck<T>(this T o) where T : DotNetWorkloadRestoreSettings => OptionsChange.Toggle(o, "SkipSignCheck");
    public static T SetSource<T>(this T o, string? v) where T : DotNetWorkloadRestoreSettings => OptionsChange.Set(o, "Source", v);
    public static T ResetSource<T>(this T o) where T : DotNetWorkloadRestoreSettings => OptionsChange.Set(o, "Source", null);
    public static T SetTempDir<T>(this T o, string? v) where T : DotNetWorkloadRestoreSettings => OptionsChange.Set(o, "TempDir", v);
    public static T ResetTempDir<T>(this T o) where T : DotNetWorkloadRestoreSettings => OptionsChange.Set(o, "TempDir", null);
    public static T SetVerbosity<T>(this T o, DotNetVerbosity? v) where T : DotNetWorkloadRestoreSettings => OptionsChange.Set(o, "Verbosity", v);
    public static T ResetVerbosity<T>(this T o) where T : DotNetWorkloadRestoreSettings => OptionsChange.Set(o, "Verbosity", null);
}

/// <summary>Options of <c>dotnet workload update</c>.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetWorkloadUpdate), Arguments = "workload update")]
public partial class DotNetWorkloadUpdateSettings : ToolOptions
{
    [Argument(Format = "--advertising-manifests-only")] public bool? AdvertisingManifestsOnly => Get<bool?>();
    [Argument(Format = "--configFile {value}")] public string? ConfigFile => Get<string>();
    [Argument(Format = "--disable-parallel")] public bool? DisableParallel => Get<bool?>();
    [Argument(Format = "--from-previous-sdk")] public bool? FromPreviousSdk => Get<bool?>();
    [Argument(Format = "--ignore-failed-sources")] public bool? IgnoreFailedSources => Get<bool?>();
    [Argument(Format = "--include-previews")] public bool? IncludePreviews => Get<bool?>();
    [Argument(Format = "--interactive")] public bool? Interactive => Get<bool?>();
    [Argument(Format = "--no-cache")] public bool? NoCache => Get<bool?>();
    [Argument(Format = "--skip-sign-check")] public bool? SkipSignCheck => Get<bool?>();
    [Argument(Format = "--source {value}")] public string? Source => Get<string>();
    [Argument(Format = "--temp-dir {value}")] public string? TempDir => Get<string>();
    [Argument(Format = "--verbosity {value}")] public DotNetVerbosity? Verbosity => Get<DotNetVerbosity>();
}

/// <summary>Changes options of <c>dotnet workload update</c>.</summary>
public static partial class DotNetWorkloadUpdateSettingsExtensions
{
    public static T SetAdvertisingManifestsOnly<T>(this T o, bool? v) where T : DotNetWorkloadUpdateSettings => OptionsChange.Set(o, "AdvertisingManifestsOnly", v);
    public static T ResetAdvertisingManifestsOnly<T>(this T o) where T : DotNetWorkloadUpdateSettings => OptionsChange.Set(o, "AdvertisingManifestsOnly", null);
    public static T EnableAdvertisingManifestsOnly<T>(this T o) where T : DotNetWorkloadUpdateSettings => OptionsChange.Set(o, "AdvertisingManifestsOnly", true);
    public static T DisableAdvertisingManifestsOnly<T>(this T o) where T : DotNetWorkloadUpdateSettings => OptionsChange.Set(o, "AdvertisingManifestsOnly", false);
    public static T ToggleAdvertisingManifestsOnly<T>(this T o) where T : DotNetWorkloadUpdateSettings => OptionsChange.Toggle(o, "AdvertisingManifestsOnly");
    public static T SetConfigFile<T>(this T o, string? v) where T : DotNetWorkloadUpdateSettings => OptionsChange.Set(o, "ConfigFile", v);
    public static T ResetConfigFile<T>(this T o) where T : DotNetWorkloadUpdateSettings => OptionsChange.Set(o, "ConfigFile", null);
    public static T SetDisableParallel<T>(this T o, bool? v) where T : DotNetWorkloadUpdateSettings => OptionsChange.Set(o, "DisableParallel", v);
    public static T ResetDisableParallel<T>(this T o) where T : DotNetWorkloadUpdateSettings => OptionsChange.Set(o, "DisableParallel", null);
    public static T EnableDisableParallel<T>(this T o) where T : DotNetWorkloadUpdateSettings => OptionsChange.Set(o, "DisableParallel", true);
    public static T DisableDisableParallel<T>(this T o) where T : DotNetWorkloadUpdateSettings => OptionsChange.Set(o, "DisableParallel", false);
    public static T ToggleDisableParallel<T>(this T o) where T : DotNetWorkloadUpdateSettings => OptionsChange.Toggle(o, "DisableParallel");
    public static T SetFromPreviousSdk<T>(this T o, bool? v) where T : DotNetWorkloadUpdateSettings => OptionsChange.Set(o, "FromPreviousSdk", v);
    public static T ResetFromPreviousSdk<T>(this T o) where T : DotNetWorkloadUpdateSettings => OptionsChange.Set(o, "FromPreviousSdk", null);
    public static T EnableFromPreviousSdk<T>(this T o) where T : DotNetWorkloadUpdateSettings => OptionsChange.Set(o, "FromPreviousSdk", true);
    public static T DisableFromPreviousSdk<T>(this T o) where T : DotNetWorkloadUpdateSettings => OptionsChange.Set(o, "FromPreviousSdk", false);
    public static T ToggleFromPreviousSdk<T>(this T o) where T : DotNetWorkloadUpdateSettings => OptionsChange.Toggle(o, "FromPreviousSdk");
    public static T SetIgnoreFailedSources<T>(this T o, bool? v) where T : DotNetWorkloadUpdateSettings => OptionsChange.Set(o, "IgnoreFailedSources", v);
    public static T ResetIgnoreFailedSources<T>(this T o) where T : DotNetWorkloadUpdateSettings => OptionsChange.Set(o, "IgnoreFailedSources", null);
    public static T EnableIgnoreFailedSources<T>(this T o) where T : DotNetWorkloadUpdateSettings => OptionsChange.Set(o, "IgnoreFailedSources", true);
    public static T DisableIgnoreFailedSources<T>(this T o) where T : DotNetWorkloadUpdateSettings => OptionsChange.Set(o, "IgnoreFailedSources", false);
    public static T ToggleIgnoreFailedSources<T>(this T o) where T : DotNetWorkloadUpdateSettings => OptionsChange.Toggle(o, "IgnoreFailedSources");
    public static T SetIncludePreviews<T>(this T o, bool? v) where T : DotNetWorkloadUpdateSettings => OptionsChange.Set(o, "IncludePreviews", v);
    public static T ResetIncludePreviews<T>(this T o) where T : DotNetWorkloadUpdateSettings => OptionsChange.Set(o, "IncludePreviews", null);
    public static T EnableIncludePreviews<T>(this T o) where T : DotNetWorkloadUpdateSettings => OptionsChange.Set(o, "IncludePreviews", true);
    public static T DisableIncludePreviews<T>(this T o) where T : DotNetWorkloadUpdateSettings => OptionsChange.Set(o, "IncludePreviews", false);
    public static T ToggleIncludePreviews<T>(this T o) where T : DotNetWorkloadUpdateSettings => OptionsChange.Toggle(o, "IncludePreviews");
    public static T SetInteractive<T>(this T o, bool? v) where T : DotNetWorkloadUpdateSettings => OptionsChange.Set(o, "Interactive", v);
    public static T ResetInteractive<T>(this T o) where T : DotNetWorkloadUpdateSettings => OptionsChange.Set(o, "Interactive", null);
    public static T EnableInteractive<T>(this T o) where T : DotNetWorkloadUpdateSettings => OptionsChange.Set(o, "Interactive", true);
    public static T DisableInteractive<T>(this T o) where T : DotNetWorkloadUpdateSettings => OptionsChange.Set(o, "Interactive", false);
    public static T ToggleInteractive<T>(this T o) where T : DotNetWorkloadUpdateSettings => OptionsChange.Toggle(o, "Interactive");
    public static T SetNoCache<T>(this T o, bool? v) where T : DotNetWorkloadUpdateSettings => OptionsChange.Set(o, "NoCache", v);
    public static T ResetNoCache<T>(this T o) where T : DotNetWorkloadUpdateSettings => OptionsChange.Set(o, "NoCache", null);
    public static T EnableNoCache<T>(this T o) where T : DotNetWorkloadUpdateSettings => OptionsChange.Set(o, "NoCache", true);
    public static T DisableNoCache<T>(this T o) where T : DotNetWorkloadUpdateSettings => OptionsChange.Set(o, "NoCache", false);
    public static T ToggleNoCache<T>(this T o) where T : DotNetWorkloadUpdateSettings => OptionsChange.Toggle(o, "NoCache");
    public static T SetSkipSignCheck<T>(this T o, bool? v) where T : DotNetWorkloadUpdateSettings => OptionsChange.Set(o, "SkipSignCheck", v);
    public static T ResetSkipSignCheck<T>(this T o) where T : DotNetWorkloadUpdateSettings => OptionsChange.Set(o, "SkipSignCheck", null);
    public static T EnableSkipSignCheck<T>(this T o) where T : DotNetWorkloadUpdateSettings => OptionsChange.Set(o, "SkipSignCheck", true);
    public static T DisableSkipSignCheck<T>(this T o) where T : DotNetWorkloadUpdateSettings => OptionsChange.Set(o, "SkipSignCheck", false);
    public static T ToggleSkipSignCheck<T>(this T o) where T : DotNetWorkloadUpdateSettings => OptionsChange.Toggle(o, "SkipSignCheck");
    public static T SetSource<T>(this T o, string? v) where T : DotNetWorkloadUpdateSettings => OptionsChange.Set(o, "Source", v);
    public static T ResetSource<T>(this T o) where T : DotNetWorkloadUpdateSettings => OptionsChange.Set(o, "Source", null);
    public static T SetTempDir<T>(this T o, string? v) where T : DotNetWorkloadUpdateSettings => OptionsChange.Set(o, "TempDir", v);
    public static T ResetTempDir<T>(this T o) where T : DotNetWorkloadUpdateSettings => OptionsChange.Set(o, "TempDir", null);
    public static T SetVerbosity<T>(this T o, DotNetVerbosity? v) where T : DotNetWorkloadUpdateSettings => OptionsChange.Set(o, "Verbosity", v);
    public static T ResetVerbosity<T>(this T o) where T : DotNetWorkloadUpdateSettings => OptionsChange.Set(o, "Verbosity", null);
}

/// <summary>Options of <c>dotnet workload repair</c>.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetWorkloadRepair), Arguments = "workload repair")]
public partial class DotNetWorkloadRepairSettings : ToolOptions
{
    [Argument(Format = "--configFile {value}")] public string? ConfigFile => Get<string>();
    [Argument(Format = "--disable-parallel")] public bool? DisableParallel => Get<bool?>();
    [Argument(Format = "--ignore-failed-sources")] public bool? IgnoreFailedSources => Get<bool?>();
    [Argument(Format = "--include-previews")] public bool? IncludePreviews => Get<bool?>();
    [Argument(Format = "--interactive")] public bool? Interactive => Get<bool?>();
    [Argument(Format = "--no-cache")] public bool? NoCache => Get<bool?>();
    [Argument(Format = "--skip-sign-check")] public bool? SkipSignCheck => Get<bool?>();
    [Argument(Format = "--source {value}")] public string? Source => Get<string>();
    [Argument(Format = "--temp-dir {value}")] public string? TempDir => Get<string>();
    [Argument(Format = "--verbosity {value}")] public DotNetVerbosity? Verbosity => Get<DotNetVerbosity>();
}

/// <summary>Changes options of <c>dotnet workload repair</c>.</summary>
public static partial class DotNetWorkloadRepairSettingsExtensions
{
    public static T SetConfigFile<T>(this T o, string? v) where T : DotNetWorkloadRepairSettings => OptionsChange.Set(o, "ConfigFile", v);
    public static T ResetConfigFile<T>(this T o) where T : DotNetWorkloadRepairSettings => OptionsChange.Set(o, "ConfigFile", null);
    public static T SetDisableParallel<T>(this T o, bool? v) where T : DotNetWorkloadRepairSettings => OptionsChange.Set(o, "DisableParallel", v);
    public static T ResetDisableParallel<T>(this T o) where T : DotNetWorkloadRepairSettings => OptionsChange.Set(o, "DisableParallel", null);
    public static T EnableDisableParallel<T>(this T o) where T : DotNetWorkloadRepairSettings => OptionsChange.Set(o, "DisableParallel", true);
    public static T DisableDisableParallel<T>(this T o) where T : DotNetWorkloadRepairSettings => OptionsChange.Set(o, "DisableParallel", false);
    public static T ToggleDisableParallel<T>(this T o) where T : DotNetWorkloadRepairSettings => OptionsChange.Toggle(o, "DisableParallel");
    public static T SetIgnoreFailedSources<T>(this T o, bool? v) where T : DotNetWorkloadRepairSettings => OptionsChange.Set(o, "IgnoreFailedSources", v);
    public static T ResetIgnoreFailedSources<T>(this T o) where T : DotNetWorkloadRepairSettings => OptionsChange.Set(o, "IgnoreFailedSources", null);
    public static T EnableIgnoreFailedSources<T>(this T o) where T : DotNetWorkloadRepairSettings => OptionsChange.Set(o, "IgnoreFailedSources", true);
    public static T DisableIgnoreFailedSources<T>(this T o) where T : DotNetWorkloadRepairSettings => OptionsChange.Set(o, "IgnoreFailedSources", false);
    public static T ToggleIgnoreFailedSources<T>(this T o) where T : DotNetWorkloadRepairSettings => OptionsChange.Toggle(o, "IgnoreFailedSources");
    public static T SetIncludePreviews<T>(this T o, bool? v) where T : DotNetWorkloadRepairSettings => OptionsChange.Set(o, "IncludePreviews", v);
    public static T ResetIncludePreviews<T>(this T o) where T : DotNetWorkloadRepairSettings => OptionsChange.Set(o, "IncludePreviews", null);
    public static T EnableIncludePreviews<T>(this T o) where T : DotNetWorkloadRepairSettings => OptionsChange.Set(o, "IncludePreviews", true);
    public static T DisableIncludePreviews<T>(this T o) where T : DotNetWorkloadRepairSettings => OptionsChange.Set(o, "IncludePreviews", false);
    public static T ToggleIncludePreviews<T>(this T o) where T : DotNetWorkloadRepairSettings => OptionsChange.Toggle(o, "IncludePreviews");
    public static T SetInteractive<T>(this T o, bool? v) where T : DotNetWorkloadRepairSettings => OptionsChange.Set(o, "Interactive", v);
    public static T ResetInteractive<T>(this T o) where T : DotNetWorkloadRepairSettings => OptionsChange.Set(o, "Interactive", null);
    public static T EnableInteractive<T>(this T o) where T : DotNetWorkloadRepairSettings => OptionsChange.Set(o, "Interactive", true);
    public static T DisableInteractive<T>(this T o) where T : DotNetWorkloadRepairSettings => OptionsChange.Set(o, "Interactive", false);
    public static T ToggleInteractive<T>(this T o) where T : DotNetWorkloadRepairSettings => OptionsChange.Toggle(o, "Interactive");
    public static T SetNoCache<T>(this T o, bool? v) where T : DotNetWorkloadRepairSettings => OptionsChange.Set(o, "NoCache", v);
    public static T ResetNoCache<T>(this T o) where T : DotNetWorkloadRepairSettings => OptionsChange.Set(o, "NoCache", null);
    public static T EnableNoCache<T>(this T o) where T : DotNetWorkloadRepairSettings => OptionsChange.Set(o, "NoCache", true);
    public static T DisableNoCache<T>(this T o) where T : DotNetWorkloadRepairSettings => OptionsChange.Set(o, "NoCache", false);
    public static T ToggleNoCache<T>(this T o) where T : DotNetWorkloadRepairSettings => OptionsChange.Toggle(o, "NoCache");
    public static T SetSkipSignCheck<T>(this T o, bool? v) where T : DotNetWorkloadRepairSettings => OptionsChange.Set(o, "SkipSignCheck", v);
    public static T ResetSkipSignCheck<T>(this T o) where T : DotNetWorkloadRepairSettings => OptionsChange.Set(o, "SkipSignCheck", null);
    public static T EnableSkipSignCheck<T>(this T o) where T : DotNetWorkloadRepairSettings => OptionsChange.Set(o, "SkipSignCheck", true);
    public static T DisableSkipSignCheck<T>(this T o) where T : DotNetWorkloadRepairSettings => OptionsChange.Set(o, "SkipSignCheck", false);
    public static T ToggleSkipSignCheck<T>(this T o) where T : DotNetWorkloadRepairSettings => OptionsChange.Toggle(o, "SkipSignCheck");
    public static T SetSource<T>(this T o, string? v) where T : DotNetWorkloadRepairSettings => OptionsChange.Set(o, "Source", v);
    public static T ResetSource<T>(this T o) where T : DotNetWorkloadRepairSettings => OptionsChange.Set(o, "Source", null);
    public static T SetTempDir<T>(this T o, string? v) where T : DotNetWorkloadRepairSettings => OptionsChange.Set(o, "TempDir", v);
    public static T ResetTempDir<T>(this T o) where T : DotNetWorkloadRepairSettings => OptionsChange.Set(o, "TempDir", null);
    public static T SetVerbosity<T>(this T o, DotNetVerbosity? v) where T : DotNetWorkloadRepairSettings => OptionsChange.Set(o, "Verbosity", v);
    public static T ResetVerbosity<T>(this T o) where T : DotNetWorkloadRepairSettings => OptionsChange.Set(o, "Verbosity", null);
}

/// <summary>quiet, minimal, normal, detailed, diagnostic.</summary>
[TypeConverter(typeof(TypeConverter<DotNetVerbosity>))]
public partial class DotNetVerbosity : Enumeration
{
    public static DotNetVerbosity quiet = (DotNetVerbosity)"quiet";
    public static DotNetVerbosity minimal = (DotNetVerbosity)"minimal";
    public static DotNetVerbosity normal = (DotNetVerbosity)"normal";
    public static DotNetVerbosity detailed = (DotNetVerbosity)"detailed";
    public static DotNetVerbosity diagnostic = (DotNetVerbosity)"diagnostic";
    public static implicit operator DotNetVerbosity(string value) => new() { Value = value };
}

/// <summary>symbols.nupkg, snupkg.</summary>
[TypeConverter(typeof(TypeConverter<DotNetSymbolPackageFormat>))]
public partial class DotNetSymbolPackageFormat : Enumeration
{
    public static DotNetSymbolPackageFormat symbols_nupkg = (DotNetSymbolPackageFormat)"symbols.nupkg";
    public static DotNetSymbolPackageFormat snupkg = (DotNetSymbolPackageFormat)"snupkg";
    public static implicit operator DotNetSymbolPackageFormat(string value) => new() { Value = value };
}

/// <summary>basic, negotiate, kerberos, ntlm, digest.</summary>
[TypeConverter(typeof(TypeConverter<DotNetNuGetAuthentication>))]
public partial class DotNetNuGetAuthentication : Enumeration
{
    public static DotNetNuGetAuthentication basic = (DotNetNuGetAuthentication)"basic";
    public static DotNetNuGetAuthentication negotiate = (DotNetNuGetAuthentication)"negotiate";
    public static DotNetNuGetAuthentication kerberos = (DotNetNuGetAuthentication)"kerberos";
    public static DotNetNuGetAuthentication ntlm = (DotNetNuGetAuthentication)"ntlm";
    public static DotNetNuGetAuthentication digest = (DotNetNuGetAuthentication)"digest";
    public static implicit operator DotNetNuGetAuthentication(string value) => new() { Value = value };
}

/// <summary>info, warn, error.</summary>
[TypeConverter(typeof(TypeConverter<DotNetFormatSeverity>))]
public partial class DotNetFormatSeverity : Enumeration
{
    public static DotNetFormatSeverity info = (DotNetFormatSeverity)"info";
    public static DotNetFormatSeverity warn = (DotNetFormatSeverity)"warn";
    public static DotNetFormatSeverity error = (DotNetFormatSeverity)"error";
    public static implicit operator DotNetFormatSeverity(string value) => new() { Value = value };
}

/// <summary>sha256, sha384, sha512.</summary>
[TypeConverter(typeof(TypeConverter<DotNetNuGetSignHashAlgorithm>))]
public partial class DotNetNuGetSignHashAlgorithm : Enumeration
{
    public static DotNetNuGetSignHashAlgorithm sha256 = (DotNetNuGetSignHashAlgorithm)"sha256";
    public static DotNetNuGetSignHashAlgorithm sha384 = (DotNetNuGetSignHashAlgorithm)"sha384";
    public static DotNetNuGetSignHashAlgorithm sha512 = (DotNetNuGetSignHashAlgorithm)"sha512";
    public static implicit operator DotNetNuGetSignHashAlgorithm(string value) => new() { Value = value };
}
