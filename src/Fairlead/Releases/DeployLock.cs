using System.Globalization;
using Amazon.S3;
using Fairlead.Reporting;

namespace Fairlead.Releases;

/// <summary>
/// One deploy per place at a time: an object in the ledger's bucket, changed by conditional writes only and renewed in the background.
/// Giving the lock back leaves the object, marked as released. That keeps the fencing number growing with one object and one write, and
/// needs no conditional delete, which buckets and emulators have had for a short time or not at all.
/// </summary>
/// <remarks>
/// <para>One clock decides, the store's. Who looks measures the lock's age between two of the store's own words: when the object was written
/// (<c>Last-Modified</c>) and what time it is now (<c>Date</c>). Who holds it measures the lease from the moment at which it sent the last write that took
/// effect, which is before the store wrote it, so that it stops before anybody else may begin. No time of day of any machine is compared with another's.</para>
/// <para>A place without a lock's object begins at the store's time in seconds as fencing number, which is higher than any number that was counted up
/// before the object was lost.</para>
/// </remarks>
public sealed class DeployLock : IRunLock
{
    internal const string Name = "lock.json";
    private const int RenewalAttempts = 3;
    private static readonly TimeSpan LookLimit = TimeSpan.FromSeconds(5);
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
    private Lease _lease;
    private StoreClock _clock;
    private string? _lostReason;
    private string? _overtaker;
    private Task _renewal = Task.CompletedTask;
    private bool _toldClock;
    private bool _disposed;

    private DeployLock(
        LedgerStore store, LockOptions options, TimeProvider time, IReporter reporter, LockRecord record, string etag, Lease lease, StoreClock clock)
    {
        (_store, _options, _time, _reporter, _record, _etag, _lease, _clock) = (store, options, time, reporter, record, etag, lease, clock);
        Lost = _lost.Token;
        Fence = record.Fence;
    }

    /// <summary>Higher than that of everybody who held the lock before.</summary>
    public long Fence { get; }

    /// <summary>Cancelled as soon as the lock is known to be lost. Pass it to whatever has effects.</summary>
    public CancellationToken Lost { get; }

    /// <summary>Waits for the lock and takes it. Tells who holds it meanwhile.</summary>
    /// <exception cref="FairleadException">Somebody else held it for as long as we wait, this machine's clock is too far from the store's, or the lock's
    /// object is damaged.</exception>
    public static async Task<DeployLock> AcquireAsync(
        IAmazonS3 s3, string bucket, string prefix, LockOptions options, TimeProvider time, IReporter reporter, CancellationToken cancellationToken)
    {
        var store = new LedgerStore(s3, bucket, prefix);
        var began = time.GetTimestamp();
        string? told = null;
        while (true)
        {
            var look = await LookAsync(store, options, time, cancellationToken);
            if (look.State != LockState.Held)
            {
                if (await TryTakeAsync(store, look, options, time, reporter, cancellationToken) is { } taken)
                {
                    return taken;
                }

                // Somebody was faster: look who. The wait below keeps two that lose to each other from spinning.
                if (time.GetElapsedTime(began) < options.Wait)
                {
                    await Task.Delay(Shorter(TimeSpan.FromMilliseconds(50 + Random.Shared.Next(200)), options.PollEvery), time, cancellationToken);
                    continue;
                }

                look = await LookAsync(store, options, time, cancellationToken);
            }

            var found = look.Record;
            var waited = time.GetElapsedTime(began);
            if (waited >= options.Wait)
            {
                throw new FairleadException(
                    "The deploy did not begin.",
                    $"Another one works on the same place: {found?.Owner?.ToString() ?? "unknown"}, since {found?.Acquired:u}.",
                    $"Wait until it has ended and run this again, or wait longer with --lock-wait. If it is dead, its lock ({store.Describe(Name)}) can be "
                        + $"taken from {look.Free:u}.");
            }

            if (told != found?.Token)
            {
                told = found?.Token;
                reporter.Information($"Waiting for another deploy to end: {found?.Owner}, since {found?.Acquired:u}.");
            }

            reporter.Progress("Waiting for the lock", (long)waited.TotalSeconds, (long)options.Wait.TotalSeconds);
            await Task.Delay(Shorter(options.PollEvery, options.Wait - waited), time, cancellationToken);
        }
    }

    /// <summary>To be called before each effect.</summary>
    /// <exception cref="FairleadException">The lock is lost, or is no longer valid. The message names the run that has it now.</exception>
    public void ThrowIfLost()
    {
        LoseIfOver();
        if (Lost.IsCancellationRequested)
        {
            throw new FairleadException(
                "The deploy stopped before its next effect.",
                $"Its lock is lost: {string.Join(", and ", new[] { _lostReason, FindOvertaker() }.Where(x => x is not null))}.",
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
            for (var attempt = 1; !Lost.IsCancellationRequested && !_disposed; attempt++)
            {
                if (await TryRenewAsync(cancellationToken))
                {
                    return true;
                }

                var stored = await _store.ReadAsync(Name, cancellationToken);
                if (stored is null)
                {
                    Lose("somebody removed its object");
                }
                else if (!TryParse(_store, stored, out var found, out var damage))
                {
                    Lose($"somebody wrote over it, and now {damage.Reason}");
                }
                else if (found.Token != _record.Token || found.Owner is null)
                {
                    _overtaker = Overtaker(found);
                    Lose("it was not renewed in time");
                }
                else if (attempt == RenewalAttempts)
                {
                    throw new FairleadException(
                        "The lock could not be renewed.", "The store refuses to write it, although nobody else has.", "Run this again.");
                }
                else
                {
                    // An earlier renewal whose answer was lost: the object is ours, only its ETag was not known. When that was written is not known either.
                    _etag = stored.ETag;
                }
            }

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
                await TryWriteAsync(_store, _record with { Owner = null, Expires = _clock.Now }, _etag, limit.Token);
            }
            catch (Exception e) when (e is FairleadException or OperationCanceledException)
            {
                _reporter.Warning($"The lock could not be given back; it expires at {_record.Expires:u}.");
            }
        }

        // The others hold no handle, and whoever still asks must get an answer.
        _stop.Dispose();
    }

    /// <summary>Who works at the place at this moment; null when nobody holds its lock. Reads only.</summary>
    /// <exception cref="FairleadException">The lock is damaged, or this machine's clock is wrong.</exception>
    public static async Task<LockOwner?> FindHolderAsync(
        IAmazonS3 s3, string bucket, string prefix, TimeProvider time, CancellationToken cancellationToken)
    {
        var look = await LookAsync(new LedgerStore(s3, bucket, prefix), new LockOptions(), time, cancellationToken, "No deploy can begin from here.");
        return look.State == LockState.Held ? look.Record?.Owner : null;
    }

    /// <summary>What keeps the lock from being taken; null when nothing does, or there is none. Asks no clock.</summary>
    public static async Task<LedgerDamage?> FindDamageAsync(IAmazonS3 s3, string bucket, string prefix, CancellationToken cancellationToken)
    {
        var store = new LedgerStore(s3, bucket, prefix);
        return await store.ReadAsync(Name, cancellationToken) is { } stored && !TryParse(store, stored, out _, out var damage) ? damage : null;
    }

    internal static bool TryParse(
        LedgerStore store,
        StoredObject stored,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out LockRecord? record,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out LedgerDamage? damage)
        => store.TryParse(Name, stored.Content, ReleaseJson.Readable.LockRecord, 1, IsComplete, out record, out damage);

    private static bool IsComplete(LockRecord record)
        => record is { Fence: > 0, Token.Length: > 0 } and ({ Owner: null } or { Owner: { Name: not null, Machine: not null, ProcessStart: not null } })
            and ({ LeaseSeconds: null } or { LeaseSeconds: > 0 and < 1_000_000 });

    private static async Task<LockLook> LookAsync(
        LedgerStore store, LockOptions options, TimeProvider time, CancellationToken cancellationToken, string refusal = "The deploy did not begin.")
    {
        var sent = time.GetUtcNow();
        var answer = await store.ReadTimedAsync(Name, cancellationToken);
        var clock = StoreClock.Read(time, sent, answer.Date, store.Describe(Name));
        if (clock.Difference.Duration() > options.ClockDifference)
        {
            throw new FairleadException(
                refusal,
                $"This machine's clock is {StoreClock.Describe(clock.Difference)} the clock of the store of {store.Describe(Name)}, where it is {clock.Now:u}; "
                    + $"more than {options.ClockDifference.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s are too many.",
                "Let the machine set its clock by NTP (timedatectl set-ntp true; on Windows w32tm /resync), then run this again.");
        }

        if (answer.Value is not { } stored)
        {
            return new LockLook(null, null, LockState.Released, clock, clock.Now);
        }

        if (!TryParse(store, stored, out var record, out var damage))
        {
            throw damage.ToException();
        }

        // A store that does not say when it wrote the object: the holder said when the lease ends, by this store's clock.
        var lease = record.LeaseOr(options.Duration);
        var written = stored.LastModified ?? record.Expires - lease;
        return new LockLook(
            record, stored.ETag, record.StateAt(clock.Now - written, options.Duration, options.Grace, options.IsGone), clock, written + lease + options.Grace);
    }

    private static async Task<DeployLock?> TryTakeAsync(
        LedgerStore store, LockLook look, LockOptions options, TimeProvider time, IReporter reporter, CancellationToken cancellationToken)
    {
        var (found, now) = (look.Record, look.Clock.Now);
        var mine = new LockRecord(
            found is null ? now.ToUnixTimeSeconds() : found.Fence + 1, Guid.NewGuid().ToString("N"), options.Owner, now, now + options.Duration)
        {
            LeaseSeconds = options.Duration.TotalSeconds,
        };
        var lease = Lease.Begin(time, options.Duration);
        if (await TryWriteAsync(store, mine, look.ETag, cancellationToken) is not { } etag)
        {
            return null;
        }

        if (look.State is LockState.Expired or LockState.Abandoned)
        {
            reporter.Warning($"Took over the lock of {found!.Owner}, held since {found.Acquired:u}, because "
                + $"{(look.State == LockState.Expired ? "it expired" : "that process is gone")}.");
        }

        var taken = new DeployLock(store, options, time, reporter, mine, etag, lease, look.Clock);
        taken._renewal = taken.RenewInBackgroundAsync();
        return taken;
    }

    private async Task<bool> TryRenewAsync(CancellationToken cancellationToken)
    {
        var (sent, lease) = (_time.GetUtcNow(), Lease.Begin(_time, _options.Duration));
        var renewed = _record with { Expires = _clock.Now + _options.Duration };
        var answer = await _store.TryWriteTimedAsync(Name, LedgerStore.ToBytes(renewed, ReleaseJson.Readable.LockRecord), _etag, cancellationToken);
        if (answer.Value is not { } etag)
        {
            return false;
        }

        lock (_state)
        {
            (_record, _etag, _lease) = (renewed, etag, lease);
        }

        if (answer.Date is { } date)
        {
            _clock = StoreClock.Read(_time, sent, date, _store.Describe(Name));
            if (!_toldClock && _clock.Difference.Duration() > _options.ClockDifference)
            {
                _toldClock = true;
                _reporter.Warning($"This machine's clock is {StoreClock.Describe(_clock.Difference)} the store's by now. The lock does not depend on it; the "
                    + "next deploy from here does not begin.");
            }
        }

        return true;
    }

    private async Task RenewInBackgroundAsync()
    {
        var wait = _options.Duration / 3;
        try
        {
            while (!Lost.IsCancellationRequested)
            {
                await Task.Delay(wait, _time, _stop.Token);

                // An answer that never comes must not keep the lock from being known as lost.
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
                limit.CancelAfter(_options.Duration / 3);
                try
                {
                    await RenewAsync(limit.Token);
                    wait = _options.Duration / 3;
                    continue;
                }
                catch (FairleadException e)
                {
                    _reporter.Warning($"The lock could not be renewed. {e.Why}");
                }
                catch (OperationCanceledException) when (!_stop.IsCancellationRequested)
                {
                    _reporter.Warning("The lock could not be renewed. The store did not answer.");
                }

                LoseIfOver();
                wait = Shorter(_options.Duration / 12, Longer(_lease.Left(), TimeSpan.FromMilliseconds(1)));
            }
        }
        catch (OperationCanceledException)
        {
            // Given back.
        }
    }

    private void LoseIfOver()
    {
        Lease lease;
        lock (_state)
        {
            lease = _lease;
        }

        if (!Lost.IsCancellationRequested && lease.Left() <= TimeSpan.Zero)
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

    // Whoever asks is about to stop, and should know for whom: so a last, short look. The store need not answer.
    private string? FindOvertaker()
        => _overtaker ??= Task.Run(async () =>
        {
            try
            {
                using var limit = new CancellationTokenSource(LookLimit);
                return await _store.ReadAsync(Name, limit.Token) is { } stored && TryParse(_store, stored, out var found, out _) ? Overtaker(found) : null;
            }
            catch (Exception e) when (e is FairleadException or OperationCanceledException)
            {
                return null;
            }
        }).GetAwaiter().GetResult();

    private string? Overtaker(LockRecord found)
        => found.Token == _record.Token ? null
            : found.Owner is { } owner ? $"{owner} took it over at {found.Acquired:u} with fencing number {found.Fence}"
            : $"a run that has ended since took it over at {found.Acquired:u} with fencing number {found.Fence}";

    // An attempt whose answer was lost looks like a refusal, because its retry finds the object changed: changed by itself.
    private static async Task<string?> TryWriteAsync(LedgerStore store, LockRecord record, string? expected, CancellationToken cancellationToken)
    {
        if (await store.TryWriteAsync(Name, LedgerStore.ToBytes(record, ReleaseJson.Readable.LockRecord), expected, cancellationToken) is { } etag)
        {
            return etag;
        }

        var stored = await store.ReadAsync(Name, cancellationToken);
        return stored is not null && TryParse(store, stored, out var found, out _) && found == record ? stored.ETag : null;
    }

    private static TimeSpan Shorter(TimeSpan x, TimeSpan y) => x < y ? x : y;

    private static TimeSpan Longer(TimeSpan x, TimeSpan y) => x > y ? x : y;

    /// <param name="Record">What the object says; null when there is none.</param>
    /// <param name="ETag">The object's; null when there is none.</param>
    /// <param name="State">As the store measures it.</param>
    /// <param name="Clock">The store's clock.</param>
    /// <param name="Free">When it may be taken over, by the store's clock, if it is not renewed.</param>
    private sealed record LockLook(LockRecord? Record, string? ETag, LockState State, StoreClock Clock, DateTimeOffset Free);

    /// <summary>How long the lock is ours, from the moment at which a write was sent. Two measures, and the shorter time left counts: the clock that only runs
    /// forward stands still while a laptop sleeps, and the time of day can be set back.</summary>
    private sealed record Lease(TimeProvider Time, TimeSpan Duration, long Began, DateTimeOffset BeganAt)
    {
        public static Lease Begin(TimeProvider time, TimeSpan duration) => new(time, duration, time.GetTimestamp(), time.GetUtcNow());

        public TimeSpan Left() => Duration - Longer(Time.GetElapsedTime(Began), Time.GetUtcNow() - BeganAt);
    }
}
