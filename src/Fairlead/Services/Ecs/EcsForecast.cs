using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.ElasticLoadBalancingV2.Model;

namespace Fairlead.Services.Ecs;

/// <summary>Computes how long a rollout takes from the settings of service and target group. Pure.</summary>
internal static class EcsForecast
{
    // Fargate finds a place, pulls and starts an image of some hundred MB in about this time.
    private static readonly TimeSpan Start = TimeSpan.FromSeconds(40);

    // Below these, there is nothing worth changing.
    private static readonly TimeSpan LongCheck = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongDrain = TimeSpan.FromSeconds(60);

    // https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html
    private const int DefaultDrainSeconds = 300;
    private const string DrainAttribute = "deregistration_delay.timeout_seconds";

    // https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html
    private const int DefaultIntervalSeconds = 30;
    private const int DefaultHealthyThreshold = 5;

    /// <param name="service">The service.</param>
    /// <param name="desiredCount">Tasks that are wanted.</param>
    /// <param name="group">Its target group; null without a load balancer.</param>
    /// <param name="attributes">Attributes of the group; null when they cannot be read, and then the default of AWS is taken.</param>
    public static RolloutForecast Of(Service service, int desiredCount, TargetGroup? group, IReadOnlyList<TargetGroupAttribute>? attributes)
    {
        var configuration = service.DeploymentConfiguration;
        var interval = TimeSpan.FromSeconds(group?.HealthCheckIntervalSeconds ?? DefaultIntervalSeconds);
        var threshold = group?.HealthyThresholdCount ?? DefaultHealthyThreshold;
        var check = group is null ? TimeSpan.Zero : interval * threshold;
        var drain = group is null ? TimeSpan.Zero : TimeSpan.FromSeconds(
            attributes?.FirstOrDefault(x => x.Key == DrainAttribute)?.Value is { } text && int.TryParse(text, out var seconds) ? seconds : DefaultDrainSeconds);
        var waits = Rollout.PlannedWaits(configuration);
        var advice = new List<string>();
        var rounds = Rounds(configuration, desiredCount, advice);
        if (check > LongCheck)
        {
            advice.Add(
                $"A new task serves only after {threshold} health checks in a row, {interval.TotalSeconds:0} s apart: "
                    + "with 2 checks 5 s apart (healthy_threshold, interval) a rollout is "
                    + $"{RolloutForecast.Length((check - TimeSpan.FromSeconds(10)) * rounds)} faster.");
        }

        if (drain > LongDrain)
        {
            advice.Add(
                $"An old task is kept for {drain.TotalSeconds:0} s after its last request ({DrainAttribute}): "
                    + "with 30 s, which is enough unless requests take longer, a rollout is "
                    + $"{RolloutForecast.Length((drain - TimeSpan.FromSeconds(30)) * rounds)} faster.");
        }

        var round = rounds == 1 ? "" : $", {rounds} times";
        (TimeSpan Time, string What)[] parts =
        [
            (Start * rounds, $"to start tasks{round}"),
            (check * rounds, $"until the load balancer counts them as healthy{round}"),
            (drain * rounds, $"until the old ones are drained{round}"),
            (waits, "of waits that the service is configured for"),
        ];
        return new RolloutForecast(
            parts.Aggregate(TimeSpan.Zero, (sum, x) => sum + x.Time),
            [.. parts.Where(x => x.Time > TimeSpan.Zero).OrderByDescending(x => x.Time).Select(x => $"{RolloutForecast.Length(x.Time)} {x.What}")],
            advice);
    }

    /// <summary>How many times tasks are replaced one batch after the other.
    /// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html</summary>
    private static int Rounds(DeploymentConfiguration? configuration, int desiredCount, List<string> advice)
    {
        if (configuration?.Strategy is { } strategy && strategy != DeploymentStrategy.ROLLING)
        {
            // All new tasks are started beside the old ones.
            return 1;
        }

        var desired = Math.Max(desiredCount, 1);
        var most = desired * (configuration?.MaximumPercent ?? 200) / 100;
        var least = (int)Math.Ceiling(desired * (configuration?.MinimumHealthyPercent ?? 100) / 100d);
        var batch = most - least;
        if (batch <= 0)
        {
            advice.Add(
                $"ECS can neither start a new task nor stop an old one: with {desired} tasks, minimumHealthyPercent {configuration?.MinimumHealthyPercent} and "
                    + $"maximumPercent {configuration?.MaximumPercent} leave no room. Raise maximumPercent to 200.");
            return 1;
        }

        return (desired + batch - 1) / batch;
    }
}
