namespace Fairlead.Reporting;

/// <summary>How long a target took when it last succeeded.</summary>
/// <param name="Target">Name of the target.</param>
/// <param name="Seconds">What its actions took.</param>
public sealed record TargetDuration(string Target, double Seconds);
