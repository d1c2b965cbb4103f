namespace Fairlead.Reporting;

/// <summary>Where the time of a run went. Pure.</summary>
public sealed class RunTimeline
{
    private RunTimeline(IReadOnlyList<TimelineBar> bars, IReadOnlyList<string> criticalPath, double criticalSeconds, double seconds, int slots)
    {
        Bars = bars;
        CriticalPath = criticalPath;
        CriticalSeconds = criticalSeconds;
        Seconds = seconds;
        Slots = slots;
        IdleSeconds = Math.Max(0, seconds - Covered(bars));
        foreach (var bar in bars)
        {
            WaitingSeconds += bar.IsOnLongestWay ? bar.Waiting : 0;
        }
    }

    /// <summary>One for each target that had its turn, in the order of the plan.</summary>
    public IReadOnlyList<TimelineBar> Bars { get; }

    /// <summary>The chain of targets, each waiting for the one before, that takes longest: no run of this graph can be shorter.</summary>
    public IReadOnlyList<string> CriticalPath { get; }

    /// <summary>What the targets of the critical path took together.</summary>
    public double CriticalSeconds { get; }

    /// <summary>Wall time.</summary>
    public double Seconds { get; }

    /// <summary>Most targets that ran at the same time.</summary>
    public int Slots { get; }

    /// <summary>Time in which nothing ran: start, end and what the engine does between targets.</summary>
    public double IdleSeconds { get; }

    /// <summary>Time in which the targets that decided how long the run took were ready but all slots were taken.</summary>
    public double WaitingSeconds { get; }

    /// <summary>Wall time per time of the critical path; 1 cannot be beaten. 0 when nothing ran.</summary>
    public double Ratio => CriticalSeconds > 0 ? Seconds / CriticalSeconds : 0;

    public static RunTimeline Of(RunRecord record)
    {
        // Loops over classes: generic code over numbers and tuples would have to be compiled in every run.
        var full = BusyTime.Of(record);
        var bars = new List<TimelineBar>();
        var byName = new Dictionary<string, TimelineBar>();
        foreach (var target in record.Targets)
        {
            var ready = 0d;
            TimelineBar? longest = null;
            foreach (var name in target.WaitsFor)
            {
                if (byName.TryGetValue(name, out var wait))
                {
                    ready = Math.Max(ready, wait.End);
                    longest = longest is null || wait.ChainWork > longest.ChainWork ? wait : longest;
                }
            }

            // A target that did not run was out of the way as soon as all that it waited for was.
            var end = target.End ?? ready;
            var start = target.Start ?? end;
            var bar = new TimelineBar(target, Math.Min(ready, start), start, end, full.Within(ready, start)) { ChainBefore = longest };
            bar.ChainWork = bar.Work + (longest?.ChainWork ?? 0);
            byName[target.Name] = bar;
            if (target.End is not null)
            {
                bars.Add(bar);
            }
        }

        var path = Critical(bars);
        MarkLongestWay(bars, byName);
        return new RunTimeline(bars, path, bars.Where(x => x.IsCritical).LastOrDefault()?.ChainWork ?? 0, record.Seconds, full.Slots);
    }

    private static List<string> Critical(List<TimelineBar> bars)
    {
        TimelineBar? end = null;
        foreach (var bar in bars)
        {
            end = end is null || bar.ChainWork > end.ChainWork ? bar : end;
        }

        var path = new List<string>();
        for (; end is not null; end = end.ChainBefore)
        {
            if (end.Target.End is not null)
            {
                end.IsCritical = true;
                path.Add(end.Target.Name);
            }
        }

        path.Reverse();
        return path;
    }

    /// <summary>From the target that ended last back to the one that each waited for last.</summary>
    private static void MarkLongestWay(List<TimelineBar> bars, Dictionary<string, TimelineBar> byName)
    {
        TimelineBar? next = null;
        foreach (var bar in bars)
        {
            next = next is null || bar.End > next.End ? bar : next;
        }

        while (next is { IsOnLongestWay: false } bar)
        {
            bar.IsOnLongestWay = true;
            next = null;
            foreach (var name in bar.Target.WaitsFor)
            {
                next = byName.TryGetValue(name, out var wait) && (next is null || wait.End > next.End) ? wait : next;
            }
        }
    }

    private static double Covered(IReadOnlyList<TimelineBar> bars)
    {
        var (covered, until) = (0d, 0d);
        var sorted = new List<TimelineBar>(bars);
        sorted.Sort((x, y) => (x.Start - x.Deciding).CompareTo(y.Start - y.Deciding));
        foreach (var bar in sorted)
        {
            covered += Math.Max(0, bar.End - Math.Max(bar.Start - bar.Deciding, until));
            until = Math.Max(until, bar.End);
        }

        return covered;
    }
}
