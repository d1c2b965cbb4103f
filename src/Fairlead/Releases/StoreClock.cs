namespace Fairlead.Releases;

/// <summary>The store's clock, as its last answer told it. What is measured with it does not depend on the time that this machine believes in.</summary>
internal sealed class StoreClock
{
    // A Date header is cut to the second, and servers make it anew once in a second.
    private static readonly TimeSpan Imprecision = TimeSpan.FromSeconds(2);
    private readonly TimeProvider _time;
    private readonly DateTimeOffset _date;
    private readonly long _received;

    private StoreClock(TimeProvider time, DateTimeOffset sent, DateTimeOffset date)
    {
        (_time, _date, _received) = (time, date, time.GetTimestamp());
        Difference = DifferenceOf(sent, time.GetUtcNow(), date);
    }

    /// <summary>The time, at most two seconds late.</summary>
    public DateTimeOffset Now => _date + _time.GetElapsedTime(_received);

    /// <summary>How far this machine's clock is from the store's for certain, when the answer came; positive when the machine is ahead.</summary>
    public TimeSpan Difference { get; }

    /// <param name="time">This machine's clock.</param>
    /// <param name="sent">When the request was sent, by this machine's clock.</param>
    /// <param name="date">What the answer says.</param>
    /// <param name="place">The store, in a message.</param>
    /// <exception cref="FairleadException">The store does not say what time it is.</exception>
    public static StoreClock Read(TimeProvider time, DateTimeOffset sent, DateTimeOffset? date, string place)
        => new(time, sent, date ?? throw new FairleadException(
            "The deploy did not begin.",
            $"The store of {place} does not say what time it is: its answer has no Date header.",
            "Use a store that sends one, as S3 does, and see that no proxy on the way removes it."));

    /// <summary>The least difference that explains what was seen: the answer was made at some time between sending and receiving.</summary>
    public static TimeSpan DifferenceOf(DateTimeOffset sent, DateTimeOffset received, DateTimeOffset date)
        => sent - (date + Imprecision) is var ahead && ahead > TimeSpan.Zero ? ahead
            : received - date is var behind && behind < TimeSpan.Zero ? behind
            : TimeSpan.Zero;

    /// <summary><c>5 min 3 s behind</c></summary>
    public static string Describe(TimeSpan difference)
    {
        var size = difference.Duration();
        var text = size.TotalMinutes >= 1 ? $"{(long)size.TotalMinutes} min {size.Seconds} s" : $"{size.Seconds} s";
        return $"{text} {(difference < TimeSpan.Zero ? "behind" : "ahead of")}";
    }
}
