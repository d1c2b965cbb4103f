namespace Fairlead.LocalCloud.LoadBalancing;

/// <summary>A target's health in the words of DescribeTargetHealth
/// (https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetHealth.html).</summary>
/// <param name="State"><c>initial</c>, <c>healthy</c>, <c>unhealthy</c>, <c>draining</c> or <c>unused</c>.</param>
/// <param name="Reason">Null when healthy.</param>
/// <param name="Description">Null when healthy.</param>
internal sealed record TargetHealth(string State, string? Reason, string? Description)
{
    public static readonly TargetHealth Initial = new("initial", "Elb.RegistrationInProgress", "Target registration is in progress");

    public static readonly TargetHealth Healthy = new("healthy", null, null);

    public static readonly TargetHealth Draining = new("draining", "Target.DeregistrationInProgress", "Target deregistration is in progress");

    public static readonly TargetHealth NotRegistered = new("unused", "Target.NotRegistered", "Target is not registered to the target group");

    public static TargetHealth Unhealthy(int? status) => status is null
        ? new TargetHealth("unhealthy", "Target.FailedHealthChecks", "Health checks failed")
        : new TargetHealth("unhealthy", "Target.ResponseCodeMismatch", $"Health checks failed with these codes: [{status}]");

    public static readonly TargetHealth TimedOut = new("unhealthy", "Target.Timeout", "Request timed out");
}
