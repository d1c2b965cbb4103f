namespace Fairlead.IntegrationTests.Releases.OnLocalCloud;

/// <summary>The clock of a machine that nobody set: it runs as fast as others.</summary>
/// <param name="ahead">How far it is ahead; negative when it is behind.</param>
internal sealed class WrongClock(TimeSpan ahead) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}
