using Amazon.ECS.Model;
using Fairlead.Releases;
using Fairlead.Reporting;
using Task = System.Threading.Tasks.Task;

namespace Fairlead.Services.Ecs;

/// <summary>Whether what came up still runs, just before the release is recorded.</summary>
internal sealed class EcsLastLook(EcsServiceOptions options, EcsEvidence evidence, IReporter reporter, TimeProvider time)
{
    // A task that dies early in a long minimum is told early.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <param name="rolledOut">The rollout of this run; null when there was none.</param>
    /// <param name="reader">Reads the service where there was none.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Succeeded, or Failed with the evidence.</returns>
    public async Task<Outcome> LookAsync(RolledOut? rolledOut, EcsRollout reader, CancellationToken cancellationToken)
    {
        if (rolledOut is null)
        {
            return await LookOnceAsync(reader, cancellationToken);
        }

        var end = rolledOut.At + options.MinimumHealthyTime;
        var isTold = false;
        while (true)
        {
            if (end - time.GetUtcNow() is { Ticks: > 0 } remaining)
            {
                if (!isTold)
                {
                    isTold = true;
                    reporter.Information($"Watching the tasks of release {rolledOut.Release} for another {Math.Ceiling(remaining.TotalSeconds):0} s.");
                }

                await Task.Delay(remaining < LongestWait ? remaining : LongestWait, time, cancellationToken);
            }

            if (await FindFailureAsync(rolledOut, cancellationToken) is { } failure)
            {
                return failure;
            }

            if (time.GetUtcNow() >= end)
            {
                return Outcome.Succeeded($"The tasks of release {rolledOut.Release} run since {rolledOut.At:HH:mm:ss}, and none has stopped.");
            }
        }
    }

    private async Task<Outcome?> FindFailureAsync(RolledOut rolledOut, CancellationToken cancellationToken)
    {
        var service = await rolledOut.Rollout.LookAsync(cancellationToken);
        await rolledOut.Stopped.LookAsync(cancellationToken);
        var died = rolledOut.Stopped.Failed;
        var state = Rollout.Read(service, rolledOut.DeploymentId, previousRevision: null);
        var reason = died.Count > 0 ? $"{(died.Count == 1 ? "a task" : $"{died.Count} tasks")} stopped since ({EcsEvidence.Reason(died[^1])})"
            : state == RolloutState.Completed ? null
            : state == RolloutState.Replaced ? $"the service runs {TaskDefinitionPlan.ShortName(Rollout.Primary(service)?.TaskDefinition)} now"
            : $"its deployment {rolledOut.DeploymentId} is no longer complete";
        if (reason is null)
        {
            return null;
        }

        var deployment = service.Deployments?.Find(x => x.Id == rolledOut.DeploymentId) ?? new Deployment { Id = rolledOut.DeploymentId };
        var why = await evidence.OfDeploymentAsync(service, deployment, rolledOut.Revision, rolledOut.Rollout.Events, cancellationToken);
        return new Outcome(OutcomeKind.Failed, $"Release {rolledOut.Release} came up, and did not stay up: {reason}.", why);
    }

    private async Task<Outcome> LookOnceAsync(EcsRollout reader, CancellationToken cancellationToken)
    {
        var service = await reader.ReadServiceAsync(cancellationToken);
        var primary = Rollout.Primary(service);
        var state = primary?.Id is { } id ? Rollout.Read(service, id, previousRevision: null) : RolloutState.Missing;
        var reason = state == RolloutState.InProgress ? $"the deployment {primary!.Id} of {TaskDefinitionPlan.ShortName(primary.TaskDefinition)} is in progress"
            : state != RolloutState.Completed ? "its deployment is not complete"
            : service.DesiredCount > 0 && primary!.RunningCount is null or 0 ? "no task of it runs"
            : null;
        return reason is null
            ? Outcome.Succeeded($"The service {options.Service} runs {TaskDefinitionPlan.ShortName(service.TaskDefinition)}.")
            : new Outcome(
                OutcomeKind.Failed,
                $"The service {options.Service} is not as it was found: {reason}.",
                await evidence.OfDeploymentAsync(service, primary, service.TaskDefinition ?? "", [], cancellationToken));
    }
}
