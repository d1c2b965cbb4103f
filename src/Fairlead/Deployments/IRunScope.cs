using Fairlead.Releases;

namespace Fairlead.Deployments;

/// <summary>The place that a run works on, as far as the run itself asks it: lock, intent, way back, record.</summary>
public interface IRunScope
{
    /// <summary>Waits for the lock and takes it.</summary>
    /// <exception cref="FairleadException">Somebody else holds it for as long as we wait.</exception>
    Task<IRunLock> LockAsync(CancellationToken cancellationToken);

    /// <summary>Looks again which release this is, now that nobody else can change it, and notes that it is being made.</summary>
    /// <returns>Whether what was seen before the lock was taken still holds: no other run has changed the place meanwhile.</returns>
    Task<bool> BeginAsync(Effects effects, CancellationToken cancellationToken);

    /// <summary>Brings back what may have been changed, by this run or by one that was interrupted before it, and says what serves.</summary>
    /// <param name="failure">Why.</param>
    /// <param name="touched">What this run may have changed.</param>
    /// <param name="effects">Through which everything is written.</param>
    /// <param name="cancellationToken">Ends when the lock is lost.</param>
    /// <returns>The failure, as it stands now: rolled back, or failed with what stands in the way.</returns>
    Task<Outcome> RollBackAsync(Outcome failure, IReadOnlySet<Touch> touched, Effects effects, CancellationToken cancellationToken);

    /// <summary>Records that the release failed.</summary>
    Task RecordFailureAsync(Outcome failure, Effects effects, CancellationToken cancellationToken);
}
