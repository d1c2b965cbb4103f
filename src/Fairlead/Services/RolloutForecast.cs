namespace Fairlead.Services;

/// <summary>How long a rollout is likely to take.</summary>
/// <param name="Expected">The time, when nothing fails.</param>
/// <param name="Parts">What it is made of, longest first, each as <c>2.5 min until the load balancer counts a task as healthy</c>.</param>
/// <param name="Advice">What makes it needlessly slow, each as a sentence with what to set; empty when nothing does.</param>
public sealed record RolloutForecast(TimeSpan Expected, IReadOnlyList<string> Parts, IReadOnlyList<string> Advice)
{
    public override string ToString() => $"About {Length(Expected)}: {string.Join(", ", Parts)}.";

    internal static string Length(TimeSpan time)
        => time < TimeSpan.FromMinutes(2) ? $"{Math.Ceiling(time.TotalSeconds):0} s" : FormattableString.Invariant($"{time.TotalMinutes:0.#} min");
}
