using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Options of <c>dotnet nuget push</c>.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetNuGetPush), Arguments = "nuget push")]
public class DotNetNuGetPushSettings : ToolOptions
{
    [Argument(Format = "{value}", Position = 1)] public string TargetPath => Get<string>();
    [Argument(Format = "--source {value}")] public string Source => Get<string>();
    [Argument(Format = "--symbol-source {value}")] public string SymbolSource => Get<string>();
    [Argument(Format = "--timeout {value}")] public int? Timeout => Get<int?>();
    [Argument(Format = "--api-key {value}", Secret = true)] public string ApiKey => Get<string>();
    [Argument(Format = "--symbol-api-key {value}", Secret = true)] public string SymbolApiKey => Get<string>();
    [Argument(Format = "--disable-buffering")] public bool? DisableBuffering => Get<bool?>();
    [Argument(Format = "--no-symbols")] public bool? NoSymbols => Get<bool?>();
    [Argument(Format = "--force-english-output")] public bool? ForceEnglishOutput => Get<bool?>();
    [Argument(Format = "--skip-duplicate")] public bool? SkipDuplicate => Get<bool?>();
    [Argument(Format = "--no-service-endpoint")] public bool? NoServiceEndpoint => Get<bool?>();
}
