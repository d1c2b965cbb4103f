using Fairlead.Releases;
using Fairlead.Reporting;

namespace Fairlead.Deployments;

/// <summary>The lock of a place for work that is no release: what provisions it, and must not do so in the middle of a deploy.</summary>
public static class PlaceLock
{
    /// <summary>Takes the lock, works, and gives it back however the work ends.</summary>
    /// <param name="place">The place.</param>
    /// <param name="settings">How long to wait, and for whom.</param>
    /// <param name="reporter">Is told who holds it.</param>
    /// <param name="time">The clock.</param>
    /// <param name="work">Its token ends when the lock is lost.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="FairleadException">Somebody else holds it for as long as we wait.</exception>
    public static Task<T> HoldAsync<T>(
        Place place,
        DeploymentSettings settings,
        IReporter reporter,
        TimeProvider time,
        Func<CancellationToken, Task<T>> work,
        CancellationToken cancellationToken)
        => new Effects("lock", @lock: null, [], CancellationToken.None).RunAsync(async () =>
        {
            await using var held = await AcquireAsync(place, settings, reporter, time, cancellationToken);
            using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, held.Lost);
            var result = await work(ends.Token);
            held.ThrowIfLost();
            return result;
        });

    /// <summary>Waits for the lock and takes it. For whoever gives it back, and has effects to write it with.</summary>
    internal static Task<DeployLock> AcquireAsync(
        Place place, DeploymentSettings settings, IReporter reporter, TimeProvider time, CancellationToken cancellationToken)
        => DeployLock.AcquireAsync(
            place.Aws.S3, place.Outputs.LedgerBucket, place.Outputs.LedgerPrefix, settings.Lock, time, reporter, cancellationToken);
}
