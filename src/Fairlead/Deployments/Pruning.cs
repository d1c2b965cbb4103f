using Fairlead.Deployments.Steps;
using Fairlead.Releases;
using Fairlead.Reporting;

namespace Fairlead.Deployments;

/// <summary>Takes away what only releases need that nobody goes back to any more, under the lock of the place. Never what serves.</summary>
/// <param name="deployment">The place with all its parts; nothing of a build.</param>
/// <param name="keep">How many verified releases stay restorable.</param>
public sealed class Pruning(Deployment deployment, int keep) : IRunScope
{
    /// <summary>What a place keeps of its releases.</summary>
    public static Pruning Of(Place place, int keep, DeploymentSettings settings, IReporter reporter, TimeProvider time)
        => new(new Deployment(place, ReleaseParts.Of(place.Outputs), settings, reporter, time), keep);

    /// <summary>What it does.</summary>
    public IReadOnlyList<ReleaseStep> Steps() => [new PruneStep(deployment, keep)];

    /// <inheritdoc/>
    public Task<IRunLock> LockAsync(CancellationToken cancellationToken) => deployment.LockAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> BeginAsync(Effects effects, CancellationToken cancellationToken)
    {
        var before = await deployment.CurrentAsync(cancellationToken);
        deployment.Forget();
        return before?.Release == (await deployment.CurrentAsync(cancellationToken))?.Release;
    }

    /// <inheritdoc/>
    public Task<Outcome> RollBackAsync(Outcome failure, IReadOnlySet<Touch> touched, Effects effects, CancellationToken cancellationToken)
        => Task.FromResult(failure with { Reason = $"{failure.Reason} Nothing that is kept was touched; run Prune again when the cause is mended." });

    /// <inheritdoc/>
    public Task RecordFailureAsync(Outcome failure, Effects effects, CancellationToken cancellationToken) => Task.CompletedTask;
}
