using System.Linq.Expressions;
using Nuke.Common.Execution;
using Nuke.Common.Prompts;

namespace Nuke.Common.Tests;

/// <summary>A build run in this process, with its own root directory, environment, clock and console.</summary>
internal sealed class TestRun : IDisposable
{
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();
    private NukeBuild? _build;
    private BuildSession? _session;

    public TestRun() => Directory.CreateDirectory(Path.Combine(Root, ".nuke"));

    public string Root { get; } = Directory.CreateTempSubdirectory("engine-").FullName;
    public Dictionary<string, string> Variables { get; } = [];
    public bool IsTerminal { get; init; }
    public (int Columns, int Rows) WindowSize { get; init; } = (100, 30);
    public TimeProvider Time { get; init; } = new TestClock();

    /// <summary>In the place of what <see cref="Output"/> is read from.</summary>
    public TextWriter? Out { get; init; }

    /// <summary>Answers questions; null when nobody is there.</summary>
    public IKeyboard? Keyboard { get; init; }

    public string Output => _out.ToString().Replace(Root, "ROOT").TrimEnd();
    /// <summary>What was written to standard error.</summary>
    public string Error => _error.ToString();

    /// <summary>Of the last run.</summary>
    public NukeBuild Build => _build ?? throw new InvalidOperationException("Nothing was run.");

    /// <inheritdoc cref="Build"/>
    public BuildSession Session => _session ?? throw new InvalidOperationException("Nothing was run.");

    public IReadOnlyList<string> Names(ExecutionStatus status)
        => [.. Build.ExecutionPlan.Where(x => x.Status == status).Select(x => x.Name)];

    public void Write(string path, string content)
    {
        var file = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }

    /// <summary>Runs the build; the first argument words are targets, as on a command line.</summary>
    public int Run<T>(string arguments, Action<T>? prepare = null, string[]? defaults = null)
        where T : NukeBuild, new()
        => Run([.. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--no-logo"], prepare, defaults);

    /// <summary>Runs the build with exactly these arguments.</summary>
    public int Run<T>(IReadOnlyList<string> arguments, Action<T>? prepare = null, string[]? defaults = null)
        where T : NukeBuild, new()
    {
        Activate(arguments);
        return BuildRunner.Run(Session, () => Create(prepare), defaults ?? []);
    }

    /// <summary>Runs the targets that the expressions name, as a Main without arguments does.</summary>
    public int RunWithDefaults<T>(params Expression<Func<T, Target>>[] defaults)
        where T : NukeBuild, new()
    {
        Activate(["--no-logo"]);
        return BuildRunner.Run(Session, () => Create<T>(null), () => NukeBuild.DefaultTargets(defaults));
    }

    private void Activate(IReadOnlyList<string> arguments)
    {
        _session = new BuildSession(new BuildSurroundings
        {
            Arguments = arguments,
            Variables = Variables,
            WorkingDirectory = Root,
            Out = Out ?? _out,
            Error = _error,
            IsTerminal = IsTerminal,
            Keyboard = Keyboard,
            WindowSize = () => WindowSize,
            Time = Time,
        });
    }

    private T Create<T>(Action<T>? prepare)
        where T : NukeBuild, new()
    {
        var build = new T();
        _build = build;
        prepare?.Invoke(build);
        return build;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
