namespace Fairlead.Components.Deployments;

/// <summary>A place that exists and does not run.</summary>
/// <param name="What">That it is stopped.</param>
/// <param name="Why">Where what it has is kept.</param>
/// <param name="Next">The command that starts it.</param>
internal sealed record StoppedPlace(string What, string Why, string Next)
{
    /// <summary>What to throw where something was to be told of the place, or changed.</summary>
    /// <param name="further">What else there is to say; null for nothing.</param>
    public FairleadException ToException(string? further = null) => new(What, further is null ? Why : $"{Why} {further}", $"{Next} Run this again then.");

    public override string ToString() => $"{What} {Why} {Next}";
}
