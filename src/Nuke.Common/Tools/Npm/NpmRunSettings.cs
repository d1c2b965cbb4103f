using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.Npm;

/// <summary>Options of <c>npm run</c>.</summary>
[Command(Type = typeof(NpmTasks), Command = nameof(NpmTasks.NpmRun), Arguments = "run")]
public class NpmRunSettings : ToolOptions
{
    [Argument(Format = "{value}", Position = 1)] public string Command => Get<string>();
    [Argument(Format = "-- {value}", Position = -1, Separator = " ")] public IReadOnlyList<string> Arguments => Get<IReadOnlyList<string>>();
}
