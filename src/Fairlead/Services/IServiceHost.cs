using Fairlead.Releases;

namespace Fairlead.Services;

/// <summary>Where the backend runs. Errors of the host reach the caller as <see cref="FairleadException"/>;
/// what a rollout can end with is an <see cref="Outcome"/>.</summary>
public interface IServiceHost
{
    /// <summary>Says what deploying the release would change. Reads only.</summary>
    Task<ServicePlan> PlanAsync(ServiceRelease release, CancellationToken cancellationToken);

    /// <summary>Runs a command once with the release's image and settings, and waits for its end. Joins one that an interrupted build left running.</summary>
    /// <param name="plan">The plan of the release.</param>
    /// <param name="command">The command.</param>
    /// <param name="beforeStart">Awaited right before the command starts, when nothing else that migrates runs any more; not where one that runs already is
    /// joined. What it throws is thrown, and nothing starts. Null for nothing.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Succeeded, with what the command said last as <see cref="Outcome.Output"/> where the host keeps it; Failed with the evidence; Unchanged where
    /// the host runs no commands, and its <see cref="ServiceOutputs.MigratedBy"/> says who does.</returns>
    /// <exception cref="OperationCanceledException">Cancelled; the command was told to stop.</exception>
    Task<Outcome> MigrateAsync(
        ServicePlan plan, IReadOnlyList<string> command, Func<CancellationToken, Task>? beforeStart, CancellationToken cancellationToken);

    /// <summary>Rolls the release out and waits for the end of that very rollout. Joins one that an interrupted
    /// build left in progress. A rollout that fails is undone.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; the rollout goes on, and a later call joins it.</exception>
    Task<ServiceResult> DeployAsync(ServicePlan plan, CancellationToken cancellationToken);

    /// <summary>Makes the service run an earlier revision and waits until it does. Idempotent.</summary>
    /// <returns>Succeeded, Unchanged or Failed.</returns>
    Task<ServiceResult> RollbackAsync(string revision, CancellationToken cancellationToken);

    /// <summary>What stands against deploying the release, all of it, before anything is changed; empty when nothing does.</summary>
    Task<IReadOnlyList<string>> FindProblemsAsync(ServicePlan plan, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>How long rolling the release out is likely to take, and what makes it needlessly slow. Reads only. Null where the host cannot tell, or nothing
    /// would change.</summary>
    Task<RolloutForecast?> ForecastAsync(ServicePlan plan, CancellationToken cancellationToken) => Task.FromResult<RolloutForecast?>(null);

    /// <summary>A last look before the release is recorded: whether what answered still runs. Null where the host has nothing to add.</summary>
    Task<Outcome?> LookLastAsync(CancellationToken cancellationToken) => Task.FromResult<Outcome?>(null);

    /// <summary>Why the service could not be brought back to the revision, as a sentence; null when it could.</summary>
    Task<string?> FindRestoreProblemAsync(string revision, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <summary>Removes revisions that nobody goes back to any more; never the one that the service runs. Idempotent. Does nothing where the host keeps none.</summary>
    Task RemoveRevisionsAsync(IReadOnlyList<string> revisions, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What the host has to say where the service runs as it should and does not answer as it should: events and ends of copies since a time, what its
    /// log said last, the likeliest cause. Reads only. Null where the host keeps nothing of the kind.</summary>
    Task<WhyBlock?> FindEvidenceAsync(DateTimeOffset since, CancellationToken cancellationToken) => Task.FromResult<WhyBlock?>(null);

    /// <summary>Reads what the service runs.</summary>
    Task<ServiceStatus> StatusAsync(CancellationToken cancellationToken);
}
