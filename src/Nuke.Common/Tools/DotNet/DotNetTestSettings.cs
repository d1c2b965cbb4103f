using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Options of <c>dotnet test</c>.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetTest), Arguments = "test")]
public class DotNetTestSettings : ToolOptions
{
    [Argument(Format = "{value}", Position = 1)] public string ProjectFile => Get<string>();
    [Argument(Format = "--test-adapter-path {value}")] public string TestAdapterPath => Get<string>();
    [Argument(Format = "--configuration {value}")] public string Configuration => Get<string>();
    [Argument(Format = "--collect {value}")] public string DataCollector => Get<string>();
    [Argument(Format = "--diag {value}")] public string DiagnosticsFile => Get<string>();
    [Argument(Format = "--framework {value}")] public string Framework => Get<string>();
    [Argument(Format = "--filter {value}")] public string Filter => Get<string>();
    [Argument(Format = "--logger {value}")] public IReadOnlyList<string> Loggers => Get<IReadOnlyList<string>>();
    [Argument(Format = "--no-build")] public bool? NoBuild => Get<bool?>();
    [Argument(Format = "--no-restore")] public bool? NoRestore => Get<bool?>();
    [Argument(Format = "--output {value}")] public string Output => Get<string>();
    [Argument(Format = "--results-directory {value}")] public string ResultsDirectory => Get<string>();
    [Argument(Format = "--settings {value}")] public string SettingsFile => Get<string>();
    [Argument(Format = "--list-tests")] public bool? ListTests => Get<bool?>();
    [Argument(Format = "--verbosity {value}")] public DotNetVerbosity Verbosity => Get<DotNetVerbosity>();
    [Argument(Format = "/property:{key}={value}")] public IReadOnlyDictionary<string, object> Properties => Get<IReadOnlyDictionary<string, object>>();
    [Argument(Format = "--blame")] public bool? BlameMode => Get<bool?>();
    [Argument(Format = "--blame-crash")] public bool? BlameCrash => Get<bool?>();
    [Argument(Format = "--blame-crash-dump-type {value}")] public string BlameCrashDumpType => Get<string>();
    [Argument(Format = "--blame-crash-collect-always")] public bool? BlameCrashCollectAlways => Get<bool?>();
    [Argument(Format = "--blame-hang")] public bool? BlameHang => Get<bool?>();
    [Argument(Format = "--blame-hang-dump-type {value}")] public string BlameHangDumpType => Get<string>();
    [Argument(Format = "--blame-hang-timeout {value}")] public string BlameHangTimeout => Get<string>();
    [Argument(Format = "-- {key}={value}", Position = -1, Separator = " ")] public IReadOnlyDictionary<string, object> RunSettings => Get<IReadOnlyDictionary<string, object>>();
    [Argument(Format = "--nologo")] public bool? NoLogo => Get<bool?>();
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
    [Argument(Format = "--runtime {value}")] public string Runtime => Get<string>();
}
