// Written by tools/ToolGenerator from Git.json. Change that and run: dotnet run --project tools/ToolGenerator

#nullable enable

using System.ComponentModel;
using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.Git;

/// <summary>Runs git. GIT_EXE overrides which one is used.</summary>
[PathTool(Executable = PathExecutable)]
public partial class GitTasks : ToolTasks, IRequirePathTool
{
    public const string PathExecutable = "git";
    public static string GitPath { get => new GitTasks().GetToolPathInternal(); set => new GitTasks().SetToolPath(value); }

    /// <summary>Runs any command.</summary>
    public static IReadOnlyCollection<Output> Git(ArgumentStringHandler arguments, string? workingDirectory = null, IReadOnlyDictionary<string, string>? environmentVariables = null, int? timeout = null, bool? logOutput = null, bool? logInvocation = null, Action<OutputType, string>? logger = null, Func<IProcess, object?>? exitHandler = null) => new GitTasks().Run(arguments, workingDirectory, environmentVariables, timeout, logOutput, logInvocation, logger, exitHandler);
}
