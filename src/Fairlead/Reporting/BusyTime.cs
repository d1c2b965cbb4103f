namespace Fairlead.Reporting;

/// <summary>When as many targets ran at the same time as ever did in the run: then no slot was free, as far as can be seen.</summary>
internal sealed class BusyTime
{
    private readonly List<Moment> _moments = [];

    private BusyTime()
    {
    }

    /// <summary>Most targets that ran at the same time.</summary>
    public int Slots { get; private set; }

    public static BusyTime Of(RunRecord record)
    {
        var busy = new BusyTime();
        foreach (var target in record.Targets)
        {
            if (target is { Start: { } start, End: { } end })
            {
                busy._moments.Add(new Moment(start, 1));
                busy._moments.Add(new Moment(end, -1));
            }
        }

        // One that ends makes room for one that starts at the same moment.
        busy._moments.Sort((x, y) => x.At != y.At ? x.At.CompareTo(y.At) : x.Change.CompareTo(y.Change));
        var running = 0;
        foreach (var moment in busy._moments)
        {
            running += moment.Change;
            busy.Slots = Math.Max(busy.Slots, running);
        }

        return busy;
    }

    /// <summary>Seconds between the two times in which no slot was free.</summary>
    public double Within(double from, double to)
    {
        var (seconds, running, since) = (0d, 0, 0d);
        foreach (var moment in _moments)
        {
            if (running == Slots)
            {
                seconds += Math.Max(0, Math.Min(moment.At, to) - Math.Max(since, from));
            }

            running += moment.Change;
            since = moment.At;
        }

        return seconds;
    }

    private sealed record Moment(double At, int Change);
}
