using Nuke.Common;
using Nuke.Common.Execution;

namespace Fairlead.Testing;

/// <summary>A build run in this process, with its own root directory, command line, environment, clock and console.</summary>
public sealed class BuildInProcess : IDisposable
{
    private readonly TemporaryDirectory _directory = new("fairlead-build-");
    private readonly StringWriter _text = new();
    private readonly TextWriter _out;

    public BuildInProcess()
    {
        _out = TextWriter.Synchronized(_text);
        Directory.CreateDirectory(PathOf(".nuke"));
    }

    public string Root => _directory;

    /// <summary>The environment; empty unless the test puts something there.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>What was printed so far, by all runs; also while a build runs.</summary>
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

    public string PathOf(string name) => _directory.PathOf(name);

    public void Write(string path, string content) => _directory.Write(path, content);

    /// <summary>Runs the build as a command line would.</summary>
    /// <returns>The exit code and the build, for a look at its targets.</returns>
    public (int ExitCode, T Build) Run<T>(params string[] arguments)
        where T : NukeBuild, new()
        => Run(() => new T(), arguments);

    /// <summary>Runs the build as a command line would.</summary>
    /// <param name="create">Makes the build, once the run is set up.</param>
    /// <param name="arguments">Its command line.</param>
    public (int ExitCode, T Build) Run<T>(Func<T> create, params string[] arguments)
        where T : NukeBuild
    {
        T? build = null;
        var session = new BuildSession(new BuildSurroundings
        {
            Arguments = [.. arguments, "--no-logo"],
            Variables = Variables,
            WorkingDirectory = Root,
            Out = _out,
            IsTerminal = false,
            Time = Time,
        });
        var exitCode = BuildRunner.Run(session, () => build = create(), []);
        return (exitCode, build!);
    }

    /// <summary>How a target ended.</summary>
    public static ExecutionStatus StatusOf(NukeBuild build, string target) => build.ExecutionPlan.Single(x => x.Name == target).Status;

    /// <summary>What is known of a target of the build.</summary>
    public static ExecutableTarget TargetOf(NukeBuild build, string target) => build.Session.Targets.Single(x => x.Name == target);

    public void Dispose() => _directory.Dispose();
}
