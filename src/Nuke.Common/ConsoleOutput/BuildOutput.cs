using System.Globalization;
using System.Text;
using Nuke.Common.Execution;
using Serilog.Events;
using Serilog.Formatting.Display;

namespace Nuke.Common.ConsoleOutput;

/// <summary>
/// The console of one run. Off a terminal the lines of a target stay together: the first one that starts streams, the others are kept until
/// it is their turn, so that blocks never mix. On a terminal lines are written at once.
/// </summary>
internal sealed class BuildOutput(BuildSession session, OutputStyle style)
{
    private readonly MessageTemplateTextFormatter _message = new("{Message:l}", CultureInfo.InvariantCulture);
    private readonly Lock _gate = new();
    private readonly List<TargetBlock> _running = [];
    private readonly List<TargetBlock> _finished = [];
    private readonly List<OutputIssue> _issues = [];
    private TargetBlock _live;

    public static BuildOutput For(BuildSession session) => new(session, OutputStyle.For(session));

    public void BuildStarted(bool noLogo)
    {
        if (noLogo)
            return;
        lock (_gate)
        {
            var degree = session.Options.Parallel;
            Write(Color(Ansi.Bold, "Fairlead build engine")
                + $" · NUKE API 10.1 · {Environment.OSVersion.Platform}, .NET {Environment.Version} · "
                + (degree == 1 ? "targets run one by one" : $"up to {degree} targets at a time"));
            session.Surroundings.Out.Flush();
        }
    }

    public void TargetStarted(string name)
    {
        lock (_gate)
        {
            var block = new TargetBlock(name);
            _running.Add(block);
            if (style.IsLive)
                Write("", Color(Ansi.Bold, $"▶ {name}"));
            else if (_live is null)
                Promote(block);
        }
    }

    public void TargetFinished(string name)
    {
        lock (_gate)
        {
            var block = _running.Find(x => x.Name == name);
            if (block is null)
                return;
            if (block.TakePartial() is { } rest)
                Append(block, rest);
            _running.Remove(block);
            if (style.IsLive)
                return;
            if (block != _live)
            {
                _finished.Add(block);
                return;
            }

            Close();
            foreach (var waiting in _finished)
            {
                Promote(waiting);
                Close();
            }

            _finished.Clear();
            if (_running.Count > 0)
                Promote(_running[0]);
            session.Surroundings.Out.Flush();
        }
    }

    public void Log(LogEvent logEvent)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        _message.Format(logEvent, writer);
        if (logEvent.Exception is { } exception)
        {
            writer.Write(writer.GetStringBuilder().Length > 0 ? ": " : "");
            writer.Write(session.Options.Verbosity == Verbosity.Verbose ? exception.ToString() : ExceptionText.Of(exception));
        }

        var target = TargetScope.Current?.Name;
        var message = session.Secrets.Apply(writer.ToString());
        lock (_gate)
        {
            if (logEvent.Level >= LogEventLevel.Warning)
                _issues.Add(new OutputIssue(logEvent.Level, target, message));
            if (style.IsGitHub && logEvent.Level >= LogEventLevel.Warning)
            {
                var command = logEvent.Level >= LogEventLevel.Error ? "error" : "warning";
                Append(Block(target), $"::{command}::{GitHubCommand.Escape(message)}");
                return;
            }

            var time = session.Time.GetLocalNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture);
            var (level, color) = Level(logEvent.Level);
            var lines = message.Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                var text = lines[i].TrimEnd('\r');
                var prefix = i == 0 ? $"{Color(Ansi.Dim, time)} [{Color(color, level)}] " : "               ";
                Append(Block(target), prefix + (logEvent.Level >= LogEventLevel.Warning ? Color(color, text) : text));
            }
        }
    }

    /// <summary>What a target writes to the console directly; kept until its line is complete.</summary>
    public void WriteRaw(ReadOnlySpan<char> text)
    {
        lock (_gate)
        {
            var block = Block(TargetScope.Current?.Name) ?? TargetBlock.None;
            foreach (var line in block.Complete(text))
                Append(block == TargetBlock.None ? null : block, line);
        }
    }

    /// <summary>Sends Console.Out and Console.Error through this output, when that is where this output goes in the end.</summary>
    public IDisposable CaptureConsole() =>
        ReferenceEquals(session.Surroundings.Out, Console.Out) ? new ConsoleCapture(this) : new MemoryStream();

    public void BuildFinished(IReadOnlyList<ExecutableTarget> plan, TimeSpan total, bool failed, bool cancelled)
    {
        lock (_gate)
        {
            var summary = new SummaryWriter(Color);
            foreach (var line in summary.Issues(_issues).Concat(summary.Table(plan, total)))
                Write(line);
            var time = session.Time.GetLocalNow().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            Write("", cancelled ? Color(Ansi.Red, $"Build cancelled on {time}.")
                : failed ? Color(Ansi.Red, $"Build failed on {time}.")
                : Color(Ansi.Green, $"Build succeeded on {time}."));
            session.Surroundings.Out.Flush();
        }
    }

    private TargetBlock Block(string target) => target is null ? null : _running.Find(x => x.Name == target);

    private void Append(TargetBlock block, string line)
    {
        if (block is null)
        {
            Write(line);
        }
        else if (style.IsLive)
        {
            Write(_running.Count > 1 ? $"{Color(Ansi.Cyan, block.Name)} │ {line}" : line);
        }
        else if (block == _live)
        {
            Write(line);
        }
        else
        {
            block.Lines.Add(line);
        }

        session.Surroundings.Out.Flush();
    }

    private void Promote(TargetBlock block)
    {
        _live = block;
        if (style.IsGitHub)
            Write($"::group::{block.Name}");
        else
            Write("", $"══ {block.Name} {new string('═', Math.Max(3, 74 - block.Name.Length))}");
        foreach (var line in block.Lines)
            Write(line);
        block.Lines.Clear();
    }

    private void Close()
    {
        _live = null;
        if (style.IsGitHub)
            Write("::endgroup::");
    }

    private void Write(params ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
            session.Surroundings.Out.Write(session.Secrets.Apply(line) + "\n");
    }

    private string Color(string code, string text) => style.HasColor ? $"{code}{text}{Ansi.Reset}" : text;

    private static (string Name, string Color) Level(LogEventLevel level) => level switch
    {
        LogEventLevel.Verbose => ("VRB", Ansi.Dim),
        LogEventLevel.Debug => ("DBG", Ansi.Dim),
        LogEventLevel.Information => ("INF", Ansi.Cyan),
        LogEventLevel.Warning => ("WRN", Ansi.Yellow),
        _ => ("ERR", Ansi.Red),
    };
}
