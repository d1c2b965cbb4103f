using Nuke.Common.Execution;

namespace Nuke.Common.ConsoleOutput;

/// <summary>
/// On a terminal. Lines appear at once. While one target runs they stand below its header, as in NUKE; as soon as others run beside it, each
/// line has its target's name in front. Below them is an area with what is going on.
/// </summary>
internal sealed class LiveLayout(BuildSession session, OutputStyle style, ConsoleScreen screen, Func<string, IDisposable?> openBlock) : OutputLayout
{
    private const int WidestName = 20;

    // Whether others are about to start is only looked up in plans that a person can follow.
    private const int LargestPlan = 300;

    private readonly List<TargetBlock> _running = [];
    private TargetBlock? _below;
    private int _gutter;

    public override TimeSpan Period { get; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The targets of the run, known once it starts.</summary>
    public IReadOnlyList<ExecutableTarget> Plan { get; set; } = [];

    public override void Started(TargetBlock block)
    {
        _running.Add(block);
        if (_running.Count == 1 && !OthersAreReady(block.Target))
        {
            _below = block;
            openBlock(block.Name);
            return;
        }

        _below = null;
        Line(block, screen.Color(Ansi.Bold, "started"));
    }

    public override void Finished(TargetBlock block)
    {
        if (_below != block && block.Target is { Status: not ExecutionStatus.Running } target)
        {
            var took = DurationText.Of(session.Time.GetElapsedTime(block.Started));
            Line(block, screen.Color(SummaryWriter.StatusColor(target), $"{target.Status.ToString().ToLowerInvariant()} after {took}"));
        }

        _running.Remove(block);
        if (_below == block)
        {
            _below = null;
        }
    }

    public override void Line(TargetBlock? block, string line)
    {
        screen.Line(block is null || block == _below ? line : $"{screen.Color(block.Color, AnsiText.Fit(block.Name, Gutter()))} │ {line}");
    }

    public override void Tick((int Columns, int Rows) window)
    {
        if (!style.HasStatusArea || _running.Count == 0)
        {
            return;
        }

        screen.Paint(LiveArea.Rows(State(), window.Columns, window.Rows, screen), window.Columns);
    }

    public override void Close((int Columns, int Rows) window) => screen.Paint([], window.Columns);

    private LiveState State()
    {
        var visible = Plan.Where(x => x.Actions.Count > 0).ToList();
        return new LiveState(
            [.. _running.Select(x => new LiveTarget(x.Name, x.Color, session.Time.GetElapsedTime(x.Started), Doing(x)))],
            visible.Count(x => x.Status is not (ExecutionStatus.None or ExecutionStatus.Scheduled or ExecutionStatus.Running)),
            visible.Count,
            [.. visible.Where(x => x.Status == ExecutionStatus.Scheduled).Select(x => x.Name)],
            session.Cancellation.IsCancellationRequested);
    }

    private string Doing(TargetBlock block) => block.Raw.Partial is { Length: > 0 } partial ? session.Secrets.ApplyToPartial(partial) : block.LastLine;

    private bool OthersAreReady(ExecutableTarget? target)
        => session.Options.Parallel > 1
        && Plan.Count <= LargestPlan
        && Plan.Any(x => x != target && x.Status == ExecutionStatus.Scheduled && x.Actions.Count > 0 && x.AllDependencies.All(IsOver));

    // One that is not in the plan has no status.
    private static bool IsOver(ExecutableTarget target) => target.Status is not (ExecutionStatus.Scheduled or ExecutionStatus.Running);

    private int Gutter()
    {
        if (_gutter == 0)
        {
            _gutter = Math.Min(WidestName, Plan.Where(x => x.Actions.Count > 0).Select(x => AnsiText.Width(x.Name)).DefaultIfEmpty(WidestName).Max());
        }

        return _gutter;
    }
}
