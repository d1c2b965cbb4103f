using Nuke.Common.Execution;
using Serilog.Events;

namespace Nuke.Common.ConsoleOutput;

/// <summary>The console of one run: takes what targets log and print, and hands it line by line to the layout that fits the host.</summary>
internal sealed class BuildOutput
{
    private static readonly IDisposable ProgressEnd = new BlockEnd(() => _isProgress = false);

    [ThreadStatic]
    private static bool _isProgress;

    private readonly BuildSession _session;
    private readonly OutputGate _gate;
    private readonly ConsoleScreen _screen;
    private readonly OutputLayout _layout;
    private readonly Dictionary<string, TargetBlock> _running = [];
    private readonly TargetBlock _outside = new("");
    private readonly Lazy<BuildLogFiles> _files;
    private NukeBuild? _build;
    private DisableDefaultOutputAttribute[] _disabling = [];
    private ITimer? _timer;
    private bool _isDirect;
    private int _started;
    private bool _isOver;
    private bool _isLogLossTold;
    private LogEventLevel? _threshold;
    private (int Columns, int Rows) _window;

    private BuildOutput(BuildSession session, OutputStyle style)
    {
        _session = session;
        _screen = new ConsoleScreen(session.Surroundings.Out, style, session.Secrets);
        _layout = style.IsLive
            ? new LiveLayout(session, style, _screen, OpenBlock)
            : new BlockLayout(session, style, _screen, OpenBlock);
        _files = new Lazy<BuildLogFiles>(() => new BuildLogFiles(session));
        _gate = new OutputGate(TakeRaw);
        RunnerCommands = new RunnerCommands(session);
    }

    public IssueList Issues { get; } = new();
    public RunnerCommands RunnerCommands { get; }
    public BuildResult Result { get; private set; } = new([], TimeSpan.Zero, IsFailed: false, IsCancelled: false);
    public string Color(string code, string text) => _screen.Color(code, text);

    // What is logged before there is a build, or in a program that has none, is nobody's run.
    private bool HasFiles => _build is not null && _session.Host is Terminal;

    /// <summary>The least level that the console shows. Files and the list at the end do not look at it.</summary>
    public LogEventLevel Threshold
    {
        get => _threshold ?? Execution.Logging.LevelOf(_session.Options.Verbosity);
        set => _threshold = value;
    }

    /// <summary>How long the target has run whose block is being printed at its end; null for one that streams.</summary>
    public TimeSpan? BlockAge { get; private set; }

    public static BuildOutput For(BuildSession session) => new(session, OutputStyle.For(session));

    /// <summary>Whether the run has come to its targets.</summary>
    public bool HasStarted { get; private set; }

    /// <summary>The build can turn parts of the output off.</summary>
    public void Attach(NukeBuild build)
    {
        _build = build;
        _disabling = (DisableDefaultOutputAttribute[])build.GetType().GetCustomAttributes(typeof(DisableDefaultOutputAttribute), inherit: true);
    }

    public bool IsEnabled(DefaultOutput part)
        => _disabling.Length == 0 || !_disabling.Any(x => x.DisabledOutputs.Contains(part) && x.IsApplicable(_build!));

    public void BuildStarted(bool noLogo)
    {
        var window = Window();
        using (_gate.Enter())
        {
            _window = window;
            HasStarted = true;
            if (!noLogo && IsEnabled(DefaultOutput.Logo))
            {
                Direct(_session.Host.WriteLogo);
            }

            if (_layout is LiveLayout live)
            {
                live.Plan = [.. _build?.ExecutionPlan ?? []];
            }

            AppDomain.CurrentDomain.ProcessExit += OnProcessEnd;
            AppDomain.CurrentDomain.UnhandledException += OnProcessEnd;
            _timer = _session.Time.CreateTimer(_ => Tick(), null, _layout.Period, Timeout.InfiniteTimeSpan);
        }
    }

    public void TargetStarted(string name)
    {
        using (_gate.Enter())
        {
            var block = new TargetBlock(name, TargetScope.Current, _session.Time.GetTimestamp(), _started++);
            _running[name] = block;
            _layout.Started(block);
        }
    }

    public void TargetFinished(string name)
    {
        using (_gate.Enter())
        {
            if (!_running.TryGetValue(name, out var block))
            {
                return;
            }

            if (block.Raw.Take() is { } rest)
            {
                RawLine(block, rest);
            }

            BlockAge = _session.Time.GetElapsedTime(block.Started);
            _layout.Finished(block);
            BlockAge = null;
            _running.Remove(name);
        }
    }

    public void Log(LogEvent logEvent, LogParts parts)
    {
        if (_isProgress)
        {
            ShowProgress(LogText.Of(logEvent, wholeException: false));
            return;
        }

        var verbose = _session.Options.Verbosity == Verbosity.Verbose;
        var target = Execution.Logging.TargetName;
        var isError = logEvent.Level >= LogEventLevel.Error;
        var text = _session.Secrets.Apply(LogText.Of(logEvent, verbose));
        if (parts.HasFlag(LogParts.Files) && HasFiles)
        {
            _files.Value.Write(logEvent.Level, target, _session.Secrets.Apply(AnsiText.Clean(LogText.Of(logEvent, wholeException: true), keepColor: false)));
        }

        if (logEvent.Level < LogEventLevel.Warning)
        {
            if (parts.HasFlag(LogParts.Console) && logEvent.Level >= Threshold)
            {
                Show(logEvent, text);
            }

            return;
        }

        bool isNew;
        var report = text;
        using (_gate.Enter())
        {
            if (isError)
            {
                text = Issues.WithoutRepeated(target, text);
            }

            isNew = !parts.HasFlag(LogParts.Memory) || Issues.Add(logEvent.Level, target, text);
            report = IssueList.Clean(text);
        }

        var isReported = isNew && parts.HasFlag(LogParts.Host);
        if (isReported && isError)
        {
            _session.Host.ReportError(report, Details(logEvent)!);
        }
        else if (isReported)
        {
            _session.Host.ReportWarning(report, Details(logEvent)!);
        }

        if (parts.HasFlag(LogParts.Console) && logEvent.Level >= Threshold && !(isReported && _session.Host.ShowsReports))
        {
            Show(logEvent, text);
        }
    }

    /// <summary>What a target writes to the console directly; kept until its line is complete.</summary>
    public void WriteRaw(string text) => _gate.Post(TargetScope.Current?.Name, RunnerCommands.DisarmPiece(text));

    /// <summary>What the calling thread logs until the result is disposed is seen in the status area only: a tool is painting over it.</summary>
    public static IDisposable? AsProgress(bool isProgress)
    {
        _isProgress = isProgress;
        return isProgress ? ProgressEnd : null;
    }

    /// <summary>Leaves the console to the caller, who asks a question, until the result is disposed. Lines wait that long.</summary>
    public IDisposable Pause()
    {
        var window = Window();
        using (_gate.Enter())
        {
            _window = window;
            _screen.Pause(_window.Columns);
        }

        return new BlockEnd(() =>
        {
            using (_gate.Enter())
            {
                _screen.Resume();
            }
        });
    }

    /// <summary>A line of the engine itself. It may tell what a child said, and is no command.</summary>
    public void Print(string? color, string line) => Write(color, RunnerCommands.Disarm(_session.Secrets.Apply(line)));

    /// <summary>A command to the CI server's runner. What it holds of others is escaped.</summary>
    public void PrintCommand(string line) => Write(null, line);

    private void Write(string? color, string line)
    {
        using (_gate.Enter())
        {
            line = color is null ? line : _screen.Color(color, line);
            if (_isDirect)
            {
                _screen.Line(line);
            }
            else
            {
                _layout.Line(Current(), line);
            }
        }
    }

    /// <summary>Sends Console.Out and Console.Error through this output, unless the run has nothing to do with them.</summary>
    public IDisposable? CaptureConsole()
        => _session.Surroundings.OwnsConsole ? new ConsoleCapture(this) : null;

    public void BuildFinished(IReadOnlyList<ExecutableTarget> plan, TimeSpan total, bool failed, bool cancelled)
    {
        _timer?.Dispose();
        var window = Window();
        using (_gate.Enter())
        {
            _window = window;
            _isOver = true;
            _screen.Resume();
            if (_outside.Raw.Take() is { } rest)
            {
                RawLine(null, rest);
            }

            _layout.Close(_window);
            Result = new BuildResult(plan, total, failed, cancelled);
            if (IsEnabled(DefaultOutput.ErrorsAndWarnings))
            {
                Direct(_session.Host.WriteErrorsAndWarnings);
            }

            if (IsEnabled(DefaultOutput.TargetOutcome))
            {
                Direct(() => _session.Host.WriteTargetOutcome(_build!));
            }

            if (IsEnabled(DefaultOutput.BuildOutcome))
            {
                Direct(() => _session.Host.WriteBuildOutcome(_build!));
            }

            if (HasFiles)
            {
                _files.Value.Flush();
                _files.Value.Forget();
                TellLogLoss();
            }
        }
    }

    /// <summary>Ends the run's use of the console and closes its files.</summary>
    public void Close()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnProcessEnd;
        AppDomain.CurrentDomain.UnhandledException -= OnProcessEnd;
        _timer?.Dispose();
        var window = Window();
        using (_gate.Enter())
        {
            _window = window;
            _isOver = true;
            _screen.Resume();
            _layout.Close(_window);
            if (_files.IsValueCreated)
            {
                _files.Value.Dispose();
                TellLogLoss();
            }
        }
    }

    /// <summary>What the log files lack, where it could not be told on standard output; null when nothing.</summary>
    public string? LogLoss { get; private set; }

    private void TellLogLoss()
    {
        if (_files.Value.Problem is { } problem && !_isLogLossTold)
        {
            _isLogLossTold = true;
            if (HasStarted)
            {
                _screen.Line(_screen.Color(Ansi.Yellow, problem));
            }
            else
            {
                // Standard output belongs to an answer that a program may read, such as the plan as JSON.
                LogLoss = problem;
            }
        }
    }

    private string? Details(LogEvent logEvent) => logEvent.Exception is { } exception ? _session.Secrets.Apply(exception.ToString()) : null;

    private void ShowProgress(string text)
    {
        using (_gate.Enter())
        {
            if (Current() is { } block)
            {
                block.LastLine = RunnerCommands.Disarm(_session.Secrets.ApplyToPartial(AnsiText.Clean(text, keepColor: false)));
            }
        }
    }

    private void Tick()
    {
        var window = Window();
        using (_gate.Enter())
        {
            if (_isOver)
            {
                return;
            }

            _window = window;
            _layout.Tick(_window);
            if (_files.IsValueCreated)
            {
                _files.Value.Flush();
            }
        }

        // One shot at a time: a terminal that is paused must not pile up frames.
        _timer?.Change(_layout.Period, Timeout.InfiniteTimeSpan);
    }

    // The process may end on a thread that holds the lock.
    private void OnProcessEnd(object? sender, EventArgs e)
    {
        if (!_gate.TryEnter(TimeSpan.FromSeconds(1), out var inside))
        {
            return;
        }

        using (inside)
        {
            // A frame that comes after this one would stay on the screen.
            _isOver = true;
            _screen.Resume();
            _layout.Close(_window);
            if (_files.IsValueCreated)
            {
                _files.Value.Flush();
            }
        }
    }

    // Never inside of the gate: the console of a Unix process answers under the monitor of Console.Out.
    private (int Columns, int Rows) Window() => _layout is LiveLayout ? _session.Surroundings.WindowSize() : default;

    private void TakeRaw(string? target, string text)
    {
        var block = target is null ? null : _running.GetValueOrDefault(target);
        foreach (var line in (block ?? _outside).Raw.Add(text))
        {
            RawLine(block, line);
        }
    }

    /// <summary>What the host prints by itself goes to the console and not into the block of whoever made it print.</summary>
    private T Direct<T>(Func<T> print)
    {
        var before = _isDirect;
        _isDirect = true;
        try
        {
            return print();
        }
        finally
        {
            _isDirect = before;
        }
    }

    private void Direct(Action print) => Direct(() =>
    {
        print();
        return true;
    });

    private IDisposable? OpenBlock(string name)
    {
        if (!IsEnabled(_session.Host.Folds ? DefaultOutput.TargetCollapse : DefaultOutput.TargetHeader))
        {
            return null;
        }

        var end = Direct(() => _session.Host.WriteBlock(name));
        return end is null ? null : new BlockEnd(() => Direct(end.Dispose));
    }

    private TargetBlock? Current() => TargetScope.Current is { } target ? _running.GetValueOrDefault(target.Name) : null;

    private void RawLine(TargetBlock? block, string line)
    {
        var text = RunnerCommands.DisarmLine(AnsiText.Clean(line, _screen.HasColor));
        if (_isDirect)
        {
            _screen.Line(text);
            return;
        }

        if (HasFiles)
        {
            _files.Value.Write(LogEventLevel.Debug, block?.Name, AnsiText.Clean(text, keepColor: false));
        }

        Append(block, text, text);
    }

    private void Show(LogEvent logEvent, string text)
    {
        DateTimeOffset? time = IsEnabled(DefaultOutput.Timestamps) ? _session.Time.GetLocalNow() : null;
        using (_gate.Enter())
        {
            var block = Current();
            foreach (var (shown, plain) in LogLines.Of(logEvent, text, time, _screen))
            {
                Append(block, RunnerCommands.Disarm(shown), RunnerCommands.Disarm(plain));
            }
        }
    }

    private void Append(TargetBlock? block, string line, string plain)
    {
        if (block is not null)
        {
            block.LastLine = plain;
        }

        _layout.Line(block, line);
    }

    private sealed class BlockEnd(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
