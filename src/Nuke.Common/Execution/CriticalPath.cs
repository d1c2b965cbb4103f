namespace Nuke.Common.Execution;

/// <summary>
/// What a run could not have been faster than, however many slots it had: the chain of targets, each waiting for the one before, that
/// took longest. Pure: computed from the times that the targets carry.
/// </summary>
internal sealed class CriticalPath
{
    private readonly Dictionary<ExecutableTarget, TimeSpan> _slack = [];

    private CriticalPath() { }

    /// <summary>The chain in the order in which it ran, without targets that took no slot.</summary>
    public IReadOnlyList<ExecutableTarget> Targets { get; private init; } = [];

    /// <summary>The sum of their times.</summary>
    public TimeSpan Length { get; private init; }

    /// <summary>How much longer the target could have taken without making the critical path longer; zero on the path.</summary>
    public TimeSpan Slack(ExecutableTarget target) => _slack.GetValueOrDefault(target);

    /// <summary>The time between the last predecessor's end and the target's start: it was ready, and all slots were taken.</summary>
    public static TimeSpan WaitForSlot(ExecutableTarget target)
        => target.StartedAfter is { } started && target.ReadyAfter is { } ready && started > ready ? started - ready : TimeSpan.Zero;

    /// <summary>The time that the target kept its slot; zero when it had none.</summary>
    public static TimeSpan Occupied(ExecutableTarget target)
        => target.StartedAfter is { } started && target.EndedAfter is { } ended ? ended - started : TimeSpan.Zero;

    /// <param name="plan">The targets of a run, each after those that it waited for.</param>
    public static CriticalPath Of(IReadOnlyList<ExecutableTarget> plan)
    {
        var finish = new Dictionary<ExecutableTarget, TimeSpan>(plan.Count);
        var before = new Dictionary<ExecutableTarget, ExecutableTarget>();
        ExecutableTarget? last = null;
        foreach (var target in plan)
        {
            var start = TimeSpan.Zero;
            foreach (var predecessor in target.WaitedFor)
            {
                if (finish.TryGetValue(predecessor, out var end) && (end > start || !before.ContainsKey(target)))
                {
                    start = end;
                    before[target] = predecessor;
                }
            }

            finish[target] = start + Occupied(target);
            if (last is null || finish[target] > finish[last])
            {
                last = target;
            }
        }

        var length = last is null ? TimeSpan.Zero : finish[last];
        var path = new List<ExecutableTarget>();
        for (var target = last; target is not null; target = before.GetValueOrDefault(target))
        {
            if (target.StartedAfter is not null)
            {
                path.Add(target);
            }
        }

        path.Reverse();
        var result = new CriticalPath { Targets = path, Length = length };
        result.ComputeSlack(plan, finish);
        return result;
    }

    private void ComputeSlack(IReadOnlyList<ExecutableTarget> plan, Dictionary<ExecutableTarget, TimeSpan> finish)
    {
        // The longest time that still follows once a target has ended.
        var tail = new Dictionary<ExecutableTarget, TimeSpan>(plan.Count);
        for (var i = plan.Count - 1; i >= 0; i--)
        {
            var target = plan[i];
            var following = tail.GetValueOrDefault(target);
            _slack[target] = Length - finish[target] - following;
            foreach (var predecessor in target.WaitedFor)
            {
                var through = following + Occupied(target);
                if (through > tail.GetValueOrDefault(predecessor))
                {
                    tail[predecessor] = through;
                }
            }
        }
    }
}
