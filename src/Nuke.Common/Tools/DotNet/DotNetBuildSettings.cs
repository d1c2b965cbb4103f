using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Options of <c>dotnet build</c>.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetBuild), Arguments = "build")]
public class DotNetBuildSettings : ToolOptions
{
    [Argument(Format = "{value}", Position = 1)] public string ProjectFile => Get<string>();
    [Argument(Format = "--configuration {value}")] public string Configuration => Get<string>();
    [Argument(Format = "--framework {value}")] public string Framework => Get<string>();
    [Argument(Format = "--no-incremental")] public bool? NoIncremental => Get<bool?>();
    [Argument(Format = "--no-restore")] public bool? NoRestore => Get<bool?>();
    [Argument(Format = "--output {value}")] public string OutputDirectory => Get<string>();
    [Argument(Format = "--self-contained {value}")] public bool? SelfContained => Get<bool?>();
    [Argument(Format = "--runtime {value}")] public string Runtime => Get<string>();
    [Argument(Format = "--verbosity {value}")] public DotNetVerbosity Verbosity => Get<DotNetVerbosity>();
    [Argument(Format = "--version-suffix {value}")] public string VersionSuffix => Get<string>();
    [Argument(Format = "/logger:{value}")] public IReadOnlyList<string> Loggers => Get<IReadOnlyList<string>>();
    [Argument(Format = "/noconsolelogger")] public bool? NoConsoleLogger => Get<bool?>();
    [Argument(Format = "--nologo")] public bool? NoLogo => Get<bool?>();
    [Argument(Format = "-bl:{value}")] public string BinaryLog => Get<string>();
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
