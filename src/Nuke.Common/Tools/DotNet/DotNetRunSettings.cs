using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Options of <c>dotnet run</c>.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetRun), Arguments = "run")]
public class DotNetRunSettings : ToolOptions
{
    [Argument(Format = "--arch {value}")] public string Architecture => Get<string>();
    [Argument(Format = "--configuration {value}")] public string Configuration => Get<string>();
    [Argument(Format = "--disable-build-servers")] public bool? DisableBuildServers => Get<bool?>();
    [Argument(Format = "--framework {value}")] public string Framework => Get<string>();
    [Argument(Format = "--launch-profile {value}")] public string LaunchProfile => Get<string>();
    [Argument(Format = "--interactive")] public bool? Interactive => Get<bool?>();
    [Argument(Format = "--no-build")] public bool? NoBuild => Get<bool?>();
    [Argument(Format = "--no-launch-profile")] public bool? NoLaunchProfile => Get<bool?>();
    [Argument(Format = "--no-restore")] public bool? NoRestore => Get<bool?>();
    [Argument(Format = "--no-self-contained")] public bool? NoSelfContained => Get<bool?>();
    [Argument(Format = "--os {value}")] public string OperatingSystem => Get<string>();
    [Argument(Format = "--project {value}")] public string ProjectFile => Get<string>();
    [Argument(Format = "--runtime {value}")] public string Runtime => Get<string>();
    [Argument(Format = "--self-contained {value}")] public bool? SelfContained => Get<bool?>();
    [Argument(Format = "--verbosity {value}")] public DotNetVerbosity Verbosity => Get<DotNetVerbosity>();
    [Argument(Format = "-- {value}", Position = -1, Separator = " ")] public IReadOnlyList<string> ApplicationArguments => Get<IReadOnlyList<string>>();
    [Argument(Format = "--artifacts-path {value}")] public string ArtifactsPath => Get<string>();
    [Argument(Format = "--disable-parallel")] public bool? DisableParallel => Get<bool?>();
    [Argument(Format = "--force")] public bool? Force => Get<bool?>();
    [Argument(Format = "--ignore-failed-sources")] public bool? IgnoreFailedSources => Get<bool?>();
    [Argument(Format = "--no-cache")] public bool? NoCache => Get<bool?>();
    [Argument(Format = "--no-dependencies")] public bool? NoDependencies => Get<bool?>();
    [Argument(Format = "--packages {value}")] public string PackageDirectory => Get<string>();
    [Argument(Format = "--source {value}")] public IReadOnlyList<string> Sources => Get<IReadOnlyList<string>>();
    [Argument(Format = "--use-lock-file")] public bool? UseLockFile => Get<bool?>();
    [Argument(Format = "--locked-mode")] public bool? LockedMode => Get<bool?>();
    [Argument(Format = "--lock-file-path {value}")] public string LockFilePath => Get<string>();
    [Argument(Format = "--force-evaluate")] public bool? ForceEvaluate => Get<bool?>();
    [Argument(Format = "/property:{key}={value}")] public IReadOnlyDictionary<string, object> Properties => Get<IReadOnlyDictionary<string, object>>();
}
