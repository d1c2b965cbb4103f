using Nuke.Common;
using Nuke.Common.Execution;

namespace Fairlead.Components.Tests;

/// <summary>A build run in this process, with its own root directory, command line and console.</summary>
internal sealed class BuildInProcess : IDisposable
{
    private readonly StringWriter _text = new();
    private readonly TextWriter _out;

    public BuildInProcess()
    {
        _out = TextWriter.Synchronized(_text);
        Directory.CreateDirectory(Path.Combine(Root, ".nuke"));
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("components-").FullName;

    /// <summary>What was printed so far; also while a build runs.</summary>
    public string Output
    {
        get
        {
            // A synchronized writer locks itself.
            lock (_out)
            {
                return _text.ToString();
            }
        }
    }

    public string PathOf(string name) => Path.Combine(Root, name);

    /// <summary>Runs the build as a command line would.</summary>
    /// <returns>The exit code and the build, for a look at its targets.</returns>
    public (int ExitCode, T Build) Run<T>(params string[] arguments)
        where T : NukeBuild, new()
    {
        T? build = null;
        var session = new BuildSession(new BuildSurroundings
        {
            Arguments = [.. arguments, "--no-logo"],
            Variables = new Dictionary<string, string>(),
            WorkingDirectory = Root,
            Out = _out,
            IsTerminal = false,
            Time = TimeProvider.System,
        });
        var exitCode = BuildRunner.Run(session, () => build = new T(), []);
        return (exitCode, build!);
    }

    public static ExecutionStatus StatusOf(NukeBuild build, string target) => build.ExecutionPlan.Single(x => x.Name == target).Status;

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
