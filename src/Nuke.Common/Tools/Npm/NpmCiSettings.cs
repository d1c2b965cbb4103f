using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.Npm;

/// <summary>Options of <c>npm ci</c>.</summary>
[Command(Type = typeof(NpmTasks), Command = nameof(NpmTasks.NpmCi), Arguments = "ci")]
public class NpmCiSettings : ToolOptions;
