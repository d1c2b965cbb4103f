using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.Npm;

/// <summary>Options of <c>npm install</c>.</summary>
[Command(Type = typeof(NpmTasks), Command = nameof(NpmTasks.NpmInstall), Arguments = "install")]
public class NpmInstallSettings : ToolOptions
{
    [Argument(Format = "{value}", Position = 1)] public IReadOnlyList<string> Packages => Get<IReadOnlyList<string>>();
    [Argument(Format = "--production")] public bool? Production => Get<bool?>();
    [Argument(Format = "--force")] public bool? Force => Get<bool?>();
    [Argument(Format = "--global")] public bool? Global => Get<bool?>();
}
