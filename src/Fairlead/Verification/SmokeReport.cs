using System.Globalization;

namespace Fairlead.Verification;

/// <summary>What became of a check.</summary>
public enum SmokeStatus
{
    Passed,
    Failed,

    /// <summary>Not run: it writes and writing was not asked for, or it needs what another check did not give.</summary>
    Skipped,
}

/// <param name="Check">Method and path.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Duration">All attempts together.</param>
/// <param name="Attempts">Requests made.</param>
/// <param name="Detail">Of a failed check the last attempt's failure, of a skipped one the reason; null of one that passed.</param>
public sealed record SmokeCheckResult(string Check, SmokeStatus Status, TimeSpan Duration, int Attempts, string? Detail);

/// <param name="Checks">Every check, in the order in which they were declared.</param>
public sealed record SmokeReport(IReadOnlyList<SmokeCheckResult> Checks)
{
    /// <summary>No check failed, and at least one ran.</summary>
    public bool IsSuccess => Checks.All(x => x.Status != SmokeStatus.Failed) && Checks.Any(x => x.Status == SmokeStatus.Passed);

    public IEnumerable<SmokeCheckResult> Failures => Checks.Where(x => x.Status == SmokeStatus.Failed);

    /// <summary>One line per check.</summary>
    public override string ToString() => string.Join(Environment.NewLine, Checks.Select(x => string.Create(
        CultureInfo.InvariantCulture,
        $"{(x.Status switch { SmokeStatus.Passed => "ok     ", SmokeStatus.Failed => "failed ", _ => "skipped" })} {x.Check} "
            + $"({x.Duration.TotalMilliseconds:0} ms){(x.Detail is null ? "" : " " + x.Detail)}")));
}
