namespace Fairlead.Tests.Releases;

/// <summary>The clock of a machine that believes in another time of day than the one that it follows. It runs as fast.</summary>
internal sealed class SkewedClock(TimeProvider truth, TimeSpan offset) : TimeProvider
{
    /// <summary>How far it is ahead.</summary>
    public TimeSpan Offset { get; set; } = offset;

    public override DateTimeOffset GetUtcNow() => truth.GetUtcNow() + Offset;

    public override long GetTimestamp() => truth.GetTimestamp();

    public override long TimestampFrequency => truth.TimestampFrequency;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        => truth.CreateTimer(callback, state, dueTime, period);
}
