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
        WaitingSeconds = bars.Where(x => x.IsOnLongestWay).Sum(x => x.Waiting);
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
        var ends = Ends(record);
        var executions = record.Targets.Where(x => x is { Start: not null, End: not null }).Select(x => (Start: x.Start!.Value, End: x.End!.Value)).ToList();
        var moments = executions.SelectMany(x => new[] { (At: x.Start, Change: 1), (At: x.End, Change: -1) }).OrderBy(x => x.At).ThenBy(x => x.Change).ToList();
        var slots = Peak(moments);
        var full = Full(moments, slots);
        var bars = new List<TimelineBar>();
        foreach (var target in record.Targets.Where(x => x.End is not null))
        {
            var ready = target.WaitsFor.Select(x => ends.GetValueOrDefault(x)).DefaultIfEmpty(0).Max();
            var start = target.Start ?? target.End!.Value;
            var waiting = full.Sum(x => Math.Max(0, Math.Min(x.End, start) - Math.Max(x.Start, ready)));
            bars.Add(new TimelineBar(target, Math.Min(ready, start), start, target.End!.Value, waiting));
        }

        var path = LongestChain(bars);
        var way = LongestWay(bars);
        return new RunTimeline(
            [.. bars.Select(x => x with { IsCritical = path.Contains(x.Target.Name), IsOnLongestWay = way.Contains(x.Target.Name) })],
            path,
            bars.Where(x => path.Contains(x.Target.Name)).Sum(x => x.Work),
            record.Seconds,
            slots);
    }

    /// <summary>A target that did not run was out of the way as soon as all that it waited for was.</summary>
    private static Dictionary<string, double> Ends(RunRecord record)
    {
        var ends = new Dictionary<string, double>();
        foreach (var target in record.Targets)
        {
            ends[target.Name] = target.End ?? target.WaitsFor.Select(x => ends.GetValueOrDefault(x)).DefaultIfEmpty(0).Max();
        }

        return ends;
    }

    private static int Peak(List<(double At, int Change)> moments)
    {
        var (running, peak) = (0, 0);
        foreach (var (_, change) in moments)
        {
            running += change;
            peak = Math.Max(peak, running);
        }

        return peak;
    }

    /// <summary>The times in which as many targets ran as ever did.</summary>
    private static List<(double Start, double End)> Full(List<(double At, int Change)> moments, int slots)
    {
        var full = new List<(double, double)>();
        var running = 0;
        double? since = null;
        foreach (var (at, change) in moments)
        {
            running += change;
            if (running == slots && change > 0)
            {
                since = at;
            }
            else if (since is { } start)
            {
                full.Add((start, at));
                since = null;
            }
        }

        return full;
    }

    private static List<string> LongestChain(List<TimelineBar> bars)
    {
        var chains = new Dictionary<string, (double Work, string? Before)>();
        foreach (var bar in bars)
        {
            var before = bar.Target.WaitsFor.Where(chains.ContainsKey).MaxBy(x => chains[x].Work);
            chains[bar.Target.Name] = ((before is null ? 0 : chains[before].Work) + bar.Work, before);
        }

        var path = new List<string>();
        for (var name = chains.Count == 0 ? null : chains.MaxBy(x => x.Value.Work).Key; name is not null; name = chains[name].Before)
        {
            path.Add(name);
        }

        path.Reverse();
        return path;
    }

    /// <summary>From the target that ended last back to the one that each waited for last.</summary>
    private static HashSet<string> LongestWay(List<TimelineBar> bars)
    {
        var named = bars.ToDictionary(x => x.Target.Name);
        var way = new HashSet<string>();
        for (var bar = bars.MaxBy(x => x.End); bar is not null && way.Add(bar.Target.Name);)
        {
            bar = bar.Target.WaitsFor.Where(named.ContainsKey).Select(x => named[x]).MaxBy(x => x.End);
        }

        return way;
    }

    private static double Covered(IReadOnlyList<TimelineBar> bars)
    {
        var (covered, until) = (0d, 0d);
        foreach (var (start, end) in bars.Select(x => (Start: x.Start - x.Deciding, x.End)).OrderBy(x => x.Start))
        {
            covered += Math.Max(0, end - Math.Max(start, until));
            until = Math.Max(until, end);
        }

        return covered;
    }
}
