using Nuke.Common.ConsoleOutput;
using Nuke.Common.Execution;
using Serilog.Events;
using Serilog.Parsing;

namespace Nuke.Common.Tests.ConsoleOutput;

/// <summary>An output without a build: the test plays the targets, in whatever order it likes.</summary>
internal sealed class OutputRun : IDisposable
{
    private readonly Dictionary<string, ExecutableTarget> _targets = [];
    private readonly Shop _build;

    public OutputRun(string[] targets, TextWriter writer, bool isTerminal, int parallel = 4, bool noLogo = true, params (string Name, string Value)[] variables)
    {
        Directory.CreateDirectory(Path.Combine(Root, ".nuke"));
        Session = new BuildSession(new BuildSurroundings
        {
            Arguments = ["--parallel", $"{parallel}"],
            Variables = variables.ToDictionary(x => x.Name, x => x.Value),
            WorkingDirectory = Root,
            Out = writer,
            IsTerminal = isTerminal,
            WindowSize = () => AskWindow is { } ask ? ask() : Window,
            Time = Time,
        });
        Session.Activate();
        _build = new Shop();
        foreach (var name in targets)
        {
            var target = new ExecutableTarget { Name = name, Status = ExecutionStatus.Scheduled };
            target.Actions.Add(() => { });
            _targets[name] = target;
        }

        _build.ExecutionPlan = [.. _targets.Values];
        Session.Output.Attach(_build);
        Session.Output.BuildStarted(noLogo);
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("output-").FullName;
    public TestClock Time { get; } = new();
    public BuildSession Session { get; }
    public BuildOutput Output => Session.Output;
    public (int Columns, int Rows) Window { get; set; } = (60, 20);

    /// <summary>Answers in the place of <see cref="Window"/>.</summary>
    public Func<(int Columns, int Rows)>? AskWindow { get; set; }


    public void Start(params string[] names)
    {
        foreach (var name in names)
        {
            // As in a run: all that start together are running before one of them is seen alone.
            _targets[name].Status = ExecutionStatus.Running;
            As(name, () => Output.TargetStarted(name));
        }
    }

    public void End(string name, ExecutionStatus status = ExecutionStatus.Succeeded)
    {
        _targets[name].Status = status;
        As(name, () => Output.TargetFinished(name));
    }

    public void Log(string? name, string text, LogEventLevel level = LogEventLevel.Debug) => As(name, () => Output.Log(
        new LogEvent(Time.GetLocalNow(), level, null, new MessageTemplate([new TextToken(text)]), []), LogParts.All));

    public void Write(string name, string text) => As(name, () => Output.WriteRaw(text));

    public void After(string name, string dependency) => _targets[name].ExecutionDependencies.Add(_targets[dependency]);

    public void End(bool failed = false) => Output.BuildFinished([.. _targets.Values], TimeSpan.FromSeconds(1), failed, cancelled: false);

    public void Dispose()
    {
        Output.Close();
        Directory.Delete(Root, recursive: true);
    }

    private void As(string? name, Action action)
    {
        TargetScope.Current = name is null ? null : _targets[name];
        action();
        TargetScope.Current = null;
    }

    private sealed class Shop : NukeBuild;
}
