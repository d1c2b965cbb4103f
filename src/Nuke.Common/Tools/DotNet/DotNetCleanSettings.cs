using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Options of <c>dotnet clean</c>.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetClean), Arguments = "clean")]
public class DotNetCleanSettings : ToolOptions
{
    [Argument(Format = "{value}", Position = 1)] public string Project => Get<string>();
    [Argument(Format = "--configuration {value}")] public string Configuration => Get<string>();
    [Argument(Format = "--framework {value}")] public string Framework => Get<string>();
    [Argument(Format = "--output {value}")] public string Output => Get<string>();
    [Argument(Format = "--runtime {value}")] public string Runtime => Get<string>();
    [Argument(Format = "--verbosity {value}")] public DotNetVerbosity Verbosity => Get<DotNetVerbosity>();
    [Argument(Format = "--nologo")] public bool? NoLogo => Get<bool?>();
    [Argument(Format = "--artifacts-path {value}")] public string ArtifactsPath => Get<string>();
    [Argument(Format = "/property:{key}={value}")] public IReadOnlyDictionary<string, object> Properties => Get<IReadOnlyDictionary<string, object>>();
}
