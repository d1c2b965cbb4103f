using Amazon.S3;
using Fairlead.Reporting;

namespace Fairlead.Releases;

/// <summary>
/// One deploy per place at a time: an object in the ledger's bucket, changed by conditional writes only and renewed in the background.
/// Giving the lock back leaves the object, marked as released. That keeps the fencing number growing with one object and one write, and
/// needs no conditional delete, which buckets and emulators have had for a short time or not at all.
/// </summary>
public sealed class DeployLock : IRunLock
{
    private const string Name = "lock.json";
    private readonly LedgerStore _store;
    private readonly LockOptions _options;
    private readonly TimeProvider _time;
    private readonly IReporter _reporter;
    private readonly CancellationTokenSource _lost = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly Lock _state = new();
    private LockRecord _record;
    private string _etag;
    private string? _lostReason;
    private Task _renewal = Task.CompletedTask;
    private bool _disposed;

    private DeployLock(LedgerStore store, LockOptions options, TimeProvider time, IReporter reporter, LockRecord record, string etag)
    {
        (_store, _options, _time, _reporter, _record, _etag) = (store, options, time, reporter, record, etag);
        Lost = _lost.Token;
        Fence = record.Fence;
    }

    /// <summary>Higher than that of everybody who held the lock before.</summary>
    public long Fence { get; }

    /// <summary>Cancelled as soon as the lock is known to be lost. Pass it to whatever has effects.</summary>
    public CancellationToken Lost { get; }

    /// <summary>Waits for the lock and takes it. Tells who holds it meanwhile.</summary>
    /// <exception cref="FairleadException">Somebody else held it for as long as we wait.</exception>
    public static async Task<DeployLock> AcquireAsync(
        IAmazonS3 s3, string bucket, string prefix, LockOptions options, TimeProvider time, IReporter reporter, CancellationToken cancellationToken)
    {
        var store = new LedgerStore(s3, bucket, prefix);
        var began = time.GetUtcNow();
        string? told = null;
        while (true)
        {
            var stored = await store.ReadAsync(Name, cancellationToken);
            var found = stored is null ? null : store.Parse(Name, stored.Content, ReleaseJson.Readable.LockRecord, 1);
            var now = time.GetUtcNow();
            var state = found?.StateAt(now, options.ClockDifference, options.IsGone) ?? LockState.Released;
            if (state != LockState.Held)
            {
                var mine = new LockRecord((found?.Fence ?? 0) + 1, Guid.NewGuid().ToString("N"), options.Owner, now, now + options.Duration);
                if (await TryWriteAsync(store, mine, stored?.ETag, cancellationToken) is { } etag)
                {
                    if (state is LockState.Expired or LockState.Abandoned)
                    {
                        reporter.Warning($"Took over the lock of {found!.Owner}, held since {found.Acquired:u}, because "
                            + $"{(state == LockState.Expired ? "it expired" : "that process is gone")}.");
                    }

                    var taken = new DeployLock(store, options, time, reporter, mine, etag);
                    taken._renewal = taken.RenewInBackgroundAsync();
                    return taken;
                }

                // Somebody was faster: look who. The wait below keeps two that lose to each other from spinning.
                if (now - began < options.Wait)
                {
                    await Task.Delay(Shorter(TimeSpan.FromMilliseconds(50 + Random.Shared.Next(200)), options.PollEvery), time, cancellationToken);
                    continue;
                }

                stored = await store.ReadAsync(Name, cancellationToken);
                found = stored is null ? null : store.Parse(Name, stored.Content, ReleaseJson.Readable.LockRecord, 1);
            }

            var waited = now - began;
            if (waited >= options.Wait)
            {
                throw new FairleadException(
                    "The deploy did not begin.",
                    $"Another one works on the same place: {found?.Owner?.ToString() ?? "unknown"}, since {found?.Acquired:u}.",
                    $"Wait until it has ended and run this again, or wait longer with --lock-wait. If it is dead, its lock ({store.Describe(Name)}) can be "
                        + $"taken from {found?.Expires + options.ClockDifference:u}.");
            }

            if (told != found!.Token)
            {
                told = found.Token;
                reporter.Information($"Waiting for another deploy to end: {found.Owner}, since {found.Acquired:u}.");
            }

            reporter.Progress("Waiting for the lock", (long)waited.TotalSeconds, (long)options.Wait.TotalSeconds);
            await Task.Delay(Shorter(options.PollEvery, options.Wait - waited), time, cancellationToken);
        }
    }

    /// <summary>To be called before each effect.</summary>
    /// <exception cref="FairleadException">The lock is lost, or is no longer valid.</exception>
    public void ThrowIfLost()
    {
        LockRecord record;
        lock (_state)
        {
            record = _record;
        }

        if (!Lost.IsCancellationRequested && _time.GetUtcNow() >= record.Expires)
        {
            Lose("it could not be renewed in time");
        }

        if (Lost.IsCancellationRequested)
        {
            throw new FairleadException(
                "The deploy stopped before its next effect.",
                $"Its lock is lost: {_lostReason}.",
                "Run the Status target to see who deploys now, then run the deploy again: it goes on where this one stopped.");
        }
    }

    /// <summary>Renews now, as the background does three times in the lock's duration.</summary>
    /// <returns>False when the lock is lost.</returns>
    public async Task<bool> RenewAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (Lost.IsCancellationRequested || _disposed)
            {
                return false;
            }

            var renewed = _record with { Expires = _time.GetUtcNow() + _options.Duration };
            if (await TryWriteAsync(_store, renewed, _etag, cancellationToken) is { } etag)
            {
                lock (_state)
                {
                    (_record, _etag) = (renewed, etag);
                }

                return true;
            }

            var stored = await _store.ReadAsync(Name, cancellationToken);
            var found = stored is null ? null : _store.Parse(Name, stored.Content, ReleaseJson.Readable.LockRecord, 1);
            if (found?.Token == _record.Token && found.Owner is not null)
            {
                // An earlier renewal whose answer was lost: the object is ours, only its ETag was not known.
                lock (_state)
                {
                    (_record, _etag) = (found, stored!.ETag);
                }

                return true;
            }

            Lose(found?.Owner is { } owner ? $"{owner} took it over at {found.Acquired:u}" : "somebody removed it");
            return false;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Gives the lock back. If that does not work, it expires.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        await _stop.CancelAsync();
        await _renewal;
        await _one.WaitAsync();
        _disposed = true;
        _one.Release();
        if (!Lost.IsCancellationRequested)
        {
            try
            {
                using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
                await TryWriteAsync(_store, _record with { Owner = null, Expires = _time.GetUtcNow() }, _etag, limit.Token);
            }
            catch (Exception e) when (e is FairleadException or OperationCanceledException)
            {
                _reporter.Warning($"The lock could not be given back; it expires at {_record.Expires:u}.");
            }
        }

        // The others hold no handle, and whoever still asks must get an answer.
        _stop.Dispose();
    }

    private async Task RenewInBackgroundAsync()
    {
        try
        {
            // A renewal that fails is tried again at the next turn; there are two more before the lock expires.
            while (!Lost.IsCancellationRequested)
            {
                await Task.Delay(_options.Duration / 3, _time, _stop.Token);
                try
                {
                    await RenewAsync(_stop.Token);
                }
                catch (FairleadException e)
                {
                    _reporter.Warning($"The lock could not be renewed. {e.Why}");
                    LoseIfExpired();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Given back.
        }
    }

    private void LoseIfExpired()
    {
        if (_time.GetUtcNow() >= _record.Expires)
        {
            Lose("it could not be renewed in time");
        }
    }

    private void Lose(string reason)
    {
        lock (_state)
        {
            _lostReason ??= reason;
        }

        _lost.Cancel();
    }

    // An attempt whose answer was lost looks like a refusal, because its retry finds the object changed: changed by itself.
    private static async Task<string?> TryWriteAsync(LedgerStore store, LockRecord record, string? expected, CancellationToken cancellationToken)
    {
        if (await store.TryWriteAsync(Name, LedgerStore.ToBytes(record, ReleaseJson.Readable.LockRecord), expected, cancellationToken) is { } etag)
        {
            return etag;
        }

        var stored = await store.ReadAsync(Name, cancellationToken);
        return stored is not null && store.Parse(Name, stored.Content, ReleaseJson.Readable.LockRecord, 1) == record ? stored.ETag : null;
    }

    private static TimeSpan Shorter(TimeSpan x, TimeSpan y) => x < y ? x : y;
}
