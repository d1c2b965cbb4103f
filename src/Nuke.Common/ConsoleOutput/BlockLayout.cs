using Nuke.Common.Execution;

namespace Nuke.Common.ConsoleOutput;

/// <summary>
/// Off a terminal. The only running target streams; while several run, each one's lines are kept until it ends and are then printed whole,
/// so that blocks do not mix and a failure is not held back by a target that takes longer.
/// </summary>
internal sealed class BlockLayout(BuildSession session, OutputStyle style, ConsoleScreen screen, Func<string, IDisposable?> openBlock) : OutputLayout
{
    // What a target prints must not fill the memory: past this its block is printed in parts.
    private const int LongestWait = 20_000;
    private const long LargestWait = 16 * 1024 * 1024;

    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(30);

    // Targets that start together do so within this; a target that is alone for longer stays alone, since only its end lets others start.
    private static readonly TimeSpan Settled = TimeSpan.FromMilliseconds(200);

    private readonly List<TargetBlock> _running = [];
    private TargetBlock? _open;
    private IDisposable? _header;
    private long _aloneSince;

    public override TimeSpan Period { get; } = TimeSpan.FromMilliseconds(250);

    public override void Started(TargetBlock block)
    {
        _running.Add(block);
        _aloneSince = block.Started;
        Stream();
    }

    public override void Finished(TargetBlock block)
    {
        if (_open != block)
        {
            Open(block);
        }

        End();
        _running.Remove(block);
        _aloneSince = session.Time.GetTimestamp();
    }

    public override void Line(TargetBlock? block, string line)
    {
        if (block is null)
        {
            screen.Line(line);
            return;
        }

        Stream();
        if (_open == block)
        {
            Print(block, line);
            return;
        }

        block.Lines.Add(line);
        block.Waiting += line.Length;
        if (block.Lines.Count < LongestWait && block.Waiting < LargestWait)
        {
            return;
        }

        Open(block);
        End();
    }

    public override void Tick((int Columns, int Rows) window)
    {
        Stream();
        foreach (var block in _running)
        {
            if (session.Time.GetElapsedTime(block.LastSeen) < Quiet)
            {
                continue;
            }

            block.LastSeen = session.Time.GetTimestamp();
            var text = $"{block.Name} has been running for {DurationText.Of(session.Time.GetElapsedTime(block.Started))}";
            var last = AnsiText.Truncate(block.LastLine.Trim(), 100);
            screen.Line(screen.Color(Ansi.Dim, last.Length > 0 ? $"… {text}: {last}" : $"… {text}"));
        }
    }

    public override void Close((int Columns, int Rows) window) => End();

    private void End()
    {
        _open = null;
        var header = _header;
        _header = null;
        header?.Dispose();
    }

    private void Stream()
    {
        if (_running is [var block] && _open != block
            && (session.Options.Parallel == 1 || session.Time.GetElapsedTime(_aloneSince) >= Settled))
        {
            Open(block);
        }
    }

    private void Open(TargetBlock block)
    {
        End();
        _open = block;
        _header = openBlock(block.WasOpened ? $"{block.Name} (continued)" : block.Name);
        block.WasOpened = true;
        foreach (var line in block.Lines)
        {
            Print(block, line);
        }

        block.Lines.Clear();
        block.Waiting = 0;
    }

    private void Print(TargetBlock block, string line)
    {
        block.LastSeen = session.Time.GetTimestamp();
        screen.Line(style.IsPrefixed ? $"{screen.Color(block.Color, $"[{block.Name}]")} {line}".TrimEnd() : line);
    }
}
