using Amazon.ECS;
using Amazon.ECS.Model;

namespace Fairlead.Services.Ecs;

/// <summary>What deploying a release would change on an ECS service. Made by <see cref="EcsServiceHost.PlanAsync"/>.</summary>
public sealed record EcsServicePlan : ServicePlan
{
    private EcsServicePlan(ServiceRelease release, string? currentReleaseId)
        : base(release) => CurrentReleaseId = currentReleaseId;

    /// <summary>Name of the service.</summary>
    public required string Service { get; init; }

    /// <summary>The task definition that is needed.</summary>
    public required TaskDefinitionPlan TaskDefinition { get; init; }

    /// <summary>What happens to the service.</summary>
    public required ServiceChange Change { get; init; }

    /// <summary>ARN of the task definition that the service has now.</summary>
    public required string CurrentRevision { get; init; }

    /// <summary>ARN of the task definition to go back to when the rollout fails; null when nothing ever ran.</summary>
    public required string? PreviousRevision { get; init; }

    /// <summary>Number of tasks now.</summary>
    public required int CurrentDesiredCount { get; init; }

    /// <summary>Number of tasks after the deploy.</summary>
    public required int DesiredCount { get; init; }

    /// <summary>Name of the container that runs the service's image.</summary>
    public required string Container { get; init; }

    /// <summary>The service as it was found.</summary>
    public required Service Found { get; init; }

    public override bool IsUnchanged => Change == ServiceChange.Unchanged;

    public override string? CurrentReleaseId { get; }

    /// <summary>Plans from what ECS answered. Pure.</summary>
    public static EcsServicePlan Create(
        EcsServiceOptions options,
        ServiceRelease release,
        Service service,
        TaskDefinition current,
        IReadOnlyList<Tag>? tags,
        TaskDefinition? latest)
    {
        var definition = TaskDefinitionPlan.Create(current, tags, latest, options.Container, release);
        var desired = service.DesiredCount ?? 0;
        return new EcsServicePlan(release, TaskDefinitionPlan.Variable(current, options.Container, ReleaseVariables.ReleaseId))
        {
            Service = options.Service,
            Container = options.Container,
            Found = service,
            TaskDefinition = definition,
            Change = ChangeOf(service, definition),
            CurrentRevision = service.TaskDefinition ?? "",
            PreviousRevision = options.LastVerifiedRevision is { } verified && verified != definition.ReusedArn
                ? verified
                : Previous(service, definition.ReusedArn),
            CurrentDesiredCount = desired,
            DesiredCount = desired == 0 ? options.InitialDesiredCount : desired,
        };
    }

    public override IReadOnlyList<string> Describe()
    {
        var current = TaskDefinitionPlan.ShortName(CurrentRevision);
        var target = TaskDefinition.ReusedArn is { } arn
            ? TaskDefinitionPlan.ShortName(arn)
            : $"a new revision of {TaskDefinition.Registration.Family}";
        List<string> lines =
        [
            Change switch
            {
                ServiceChange.Unchanged => $"Service {Service}: unchanged, runs {current}.",
                ServiceChange.Resume => $"Service {Service}: joins the deployment of {current} that is in progress.",
                _ => $"Service {Service}: from {current} to {target} with {Release.ImageDigestUri}.",
            },
        ];
        if (CurrentDesiredCount != DesiredCount)
        {
            lines.Add($"Service {Service}: from {CurrentDesiredCount} to {DesiredCount} tasks.");
        }

        return lines;
    }

    /// <summary>The deployment that service users depend on besides the one of <paramref name="target"/>: one
    /// that completed with tasks, else one whose tasks run.</summary>
    internal static string? Previous(Service service, string? target)
    {
        var others = (service.Deployments ?? []).Where(d => d.TaskDefinition != target && d.RolloutState != DeploymentRolloutState.FAILED).ToList();
        var previous = others.Find(d => d.RolloutState == DeploymentRolloutState.COMPLETED && (d.DesiredCount > 0 || d.RunningCount > 0))
            ?? others.Find(d => d.RunningCount > 0);
        return previous?.TaskDefinition;
    }

    private static ServiceChange ChangeOf(Service service, TaskDefinitionPlan definition)
    {
        var primary = Rollout.Primary(service);
        if (definition.ReusedArn is null || primary?.TaskDefinition != definition.ReusedArn || service.DesiredCount is null or 0)
        {
            return ServiceChange.Update;
        }

        return Rollout.Read(service, primary.Id!, previousRevision: null) switch
        {
            RolloutState.Completed => ServiceChange.Unchanged,
            RolloutState.InProgress => ServiceChange.Resume,
            _ => ServiceChange.Update,
        };
    }
}
