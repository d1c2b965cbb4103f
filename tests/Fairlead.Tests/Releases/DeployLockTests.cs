using System.Globalization;
using System.Text.Json;
using Amazon.S3;
using Fairlead.Releases;

namespace Fairlead.Tests.Releases;

public sealed class DeployLockTests : IDisposable
{
    private static readonly LockOwner Mira = new("mira@desk", null, "desk", 1, "1");
    private static readonly LockOwner Noor = new("noor@elsewhere", "https://ci.example.com/runs/7", "elsewhere", 2, "2");
    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);
    private static readonly LockOptions Impatient = new() { Wait = TimeSpan.Zero, Owner = Noor, IsGone = _ => false };

    /// <summary>To see that the lock itself does not go by a machine's clock, machines that are far off may begin.</summary>
    private static readonly LockOptions Careless = Impatient with { ClockDifference = TimeSpan.FromHours(1) };

    private readonly TestClock _store = new(SomeRelease.Noon);
    private readonly RecordingReporter _reporter = new();
    private readonly LedgerBucket _bucket;
    private readonly IAmazonS3 _s3;

    public DeployLockTests()
    {
        _bucket = new LedgerBucket(_store);
        _s3 = _bucket.Client();
    }

    public void Dispose() => _bucket.Dispose();

    [Theory]
    [InlineData(-300, "4 min 58 s behind", "5 min 0 s behind")]
    [InlineData(300, "4 min 58 s ahead of", "5 min 0 s ahead of")]
    public async Task A_machine_whose_clock_is_off_does_not_begin(int seconds, string least, string most)
    {
        var error = await Should.ThrowAsync<FairleadException>(() => AcquireAsync(Impatient, new SkewedClock(_store, TimeSpan.FromSeconds(seconds))));

        error.What.ShouldBe("The deploy did not begin.");
        new[] { least, most }.ShouldContain(x => error.Why.Contains(x));
        error.Why.ShouldContain("2026-11-21 12:00:00Z");
        error.Next.ShouldContain("NTP");
        _bucket.Keys.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(-30)]
    [InlineData(-29)]
    [InlineData(0)]
    [InlineData(29)]
    [InlineData(30)]
    public async Task A_machine_that_is_off_a_little_begins(int seconds)
    {
        await using var held = await AcquireAsync(Impatient, new SkewedClock(_store, TimeSpan.FromSeconds(seconds)));

        held.ThrowIfLost();
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0, 2, 0)]
    [InlineData(3, 3, 1)]
    [InlineData(-60, -1, -1)]
    public void A_clock_is_off_by_the_least_that_explains_what_was_seen(int sent, int received, int expected)
        => StoreClock.DifferenceOf(SomeRelease.Noon.AddSeconds(sent), SomeRelease.Noon.AddSeconds(received), SomeRelease.Noon)
            .ShouldBe(TimeSpan.FromSeconds(expected));

    [Fact]
    public async Task A_store_that_tells_no_time_is_refused()
    {
        _bucket.TellsTime = false;

        (await Should.ThrowAsync<FairleadException>(() => AcquireAsync(Impatient, _store))).Why.ShouldContain("Date");
    }

    [Theory]
    [InlineData(-5)]
    [InlineData(5)]
    public async Task A_machine_that_is_off_does_not_take_a_lock_that_is_alive(int minutes)
    {
        await using var held = await AcquireAsync(Careless with { Owner = Mira }, new TestClock(SomeRelease.Noon));

        // The holder's timers stand still, so that the lock becomes as old as it may.
        _store.Advance(Careless.Duration + Careless.Grace);
        var error = await Should.ThrowAsync<FairleadException>(() => AcquireAsync(Careless, new SkewedClock(_store, TimeSpan.FromMinutes(minutes))));

        error.Why.ShouldContain("mira@desk");
    }

    [Theory]
    [InlineData(-5)]
    [InlineData(5)]
    public async Task The_lock_of_a_machine_that_is_off_is_respected_and_of_a_killed_one_taken_after_the_lease(int minutes)
    {
        var killed = new SkewedClock(new TestClock(SomeRelease.Noon), TimeSpan.FromMinutes(minutes));
        await using var held = await AcquireAsync(Careless with { Owner = Mira }, killed);

        _store.Advance(Careless.Duration + Careless.Grace);
        await Should.ThrowAsync<FairleadException>(() => AcquireAsync(Careless, _store));
        _store.Advance(TimeSpan.FromSeconds(1));
        await using var taken = await AcquireAsync(Careless, _store);

        taken.Fence.ShouldBe(held.Fence + 1);
        _reporter.Warnings.ShouldHaveSingleItem().ShouldContain("because it expired");
    }

    [Fact]
    public async Task Whoever_holds_the_lock_is_found_until_it_is_given_back()
    {
        (await FindHolderAsync(_store)).ShouldBeNull();
        await using (await AcquireAsync(Impatient, _store))
        {
            (await FindHolderAsync(_store)).ShouldBe(Noor);
        }

        (await FindHolderAsync(_store)).ShouldBeNull();
    }

    [Fact]
    public async Task Whoever_was_killed_is_found_until_the_lock_has_expired()
    {
        await using var held = await AcquireAsync(Impatient, new TestClock(SomeRelease.Noon));
        _store.Advance(Impatient.Duration + Impatient.Grace);
        (await FindHolderAsync(_store)).ShouldBe(Noor);

        _store.Advance(TimeSpan.FromSeconds(1));

        (await FindHolderAsync(_store)).ShouldBeNull();
    }

    /// <summary>That nobody was found must not be taken for nobody being there.</summary>
    [Fact]
    public async Task Where_the_clock_is_off_or_the_lock_is_damaged_nobody_says_that_it_is_free()
    {
        await using var held = await AcquireAsync(Impatient, _store);

        (await Should.ThrowAsync<FairleadException>(() => FindHolderAsync(new SkewedClock(_store, FiveMinutes)))).Why.ShouldContain("clock");
        _bucket["lock.json"] = "{";
        (await Should.ThrowAsync<FairleadException>(() => FindHolderAsync(_store))).Message.ShouldContain("lock.json is damaged");
    }

    [Fact]
    public async Task A_run_that_was_overtaken_says_by_whom()
    {
        var asleep = new TestClock(SomeRelease.Noon);
        var held = await AcquireAsync(Impatient with { Owner = Mira }, asleep);
        _store.Advance(TimeSpan.FromSeconds(151));
        await using var taken = await AcquireAsync(Impatient, _store);

        // It wakes, and goes on with its next effect before its timers do anything.
        asleep.AdjustTime(_store.GetUtcNow());
        var error = Should.Throw<FairleadException>(held.ThrowIfLost);

        error.Why.ShouldBe("Its lock is lost: it could not be renewed in time, and noor@elsewhere, https://ci.example.com/runs/7 took it over at "
            + string.Create(CultureInfo.InvariantCulture, $"2026-11-21 12:02:31Z with fencing number {taken.Fence}."));
        held.Lost.IsCancellationRequested.ShouldBeTrue();
        await held.DisposeAsync();
        taken.ThrowIfLost();
        (await taken.RenewAsync(default)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_renewal_finds_out_who_overtook_the_run()
    {
        await using var held = await AcquireAsync(Impatient with { Owner = Mira }, new TestClock(SomeRelease.Noon));
        _store.Advance(TimeSpan.FromSeconds(151));
        var taken = await AcquireAsync(Impatient, _store);
        (await held.RenewAsync(default)).ShouldBeFalse();
        held.Lost.IsCancellationRequested.ShouldBeTrue();
        await taken.DisposeAsync();

        Should.Throw<FairleadException>(held.ThrowIfLost).Why.ShouldContain($"noor@elsewhere, https://ci.example.com/runs/7 took it over");
    }

    [Fact]
    public async Task A_run_that_was_overtaken_by_one_that_has_ended_says_so()
    {
        await using var held = await AcquireAsync(Impatient with { Owner = Mira }, new TestClock(SomeRelease.Noon));
        _store.Advance(TimeSpan.FromSeconds(151));
        var taken = await AcquireAsync(Impatient, _store);
        await taken.DisposeAsync();

        (await held.RenewAsync(default)).ShouldBeFalse();
        Should.Throw<FairleadException>(held.ThrowIfLost).Why.ShouldContain($"a run that has ended since took it over");
    }

    [Fact]
    public async Task A_run_whose_lock_was_removed_says_so()
    {
        await using var held = await AcquireAsync(Impatient, _store);
        _bucket.Remove("lock.json");

        (await held.RenewAsync(default)).ShouldBeFalse();
        Should.Throw<FairleadException>(held.ThrowIfLost).Why.ShouldBe("Its lock is lost: somebody removed its object.");
    }

    [Fact]
    public async Task A_clock_that_is_set_back_does_not_make_the_lease_longer()
    {
        var machine = new SkewedClock(_store, TimeSpan.Zero);
        await using var held = await AcquireAsync(Impatient, machine);
        await _store.TimersAsync(1);
        CutOff();

        machine.Offset = -FiveMinutes;
        _store.Advance(Impatient.Duration - TimeSpan.FromSeconds(1));
        held.ThrowIfLost();
        _store.Advance(TimeSpan.FromSeconds(1));

        Should.Throw<FairleadException>(held.ThrowIfLost).Why.ShouldContain("in time");
    }

    [Fact]
    public async Task A_store_that_does_not_answer_loses_the_lock_when_the_lease_ends()
    {
        await using var held = await AcquireAsync(Impatient, _store);
        var lost = new TaskCompletionSource();
        held.Lost.Register(lost.SetResult);
        CutOff();
        while (_store.GetUtcNow() < SomeRelease.Noon + Impatient.Duration)
        {
            await Task.WhenAny(_store.TimersAsync(1), lost.Task);
            _store.Advance(10);
        }

        await lost.Task.WaitAsync(TimeSpan.FromMinutes(1));
        _store.GetUtcNow().ShouldBe(SomeRelease.Noon + Impatient.Duration);
        _reporter.Warnings.ShouldContain(x => x.Contains("could not be renewed"));
    }

    [Fact]
    public async Task A_clock_that_goes_off_during_the_run_is_told_once_and_does_no_harm()
    {
        var machine = new SkewedClock(_store, TimeSpan.Zero);
        await using var held = await AcquireAsync(Impatient, machine);
        machine.Offset = TimeSpan.FromSeconds(-90);

        (await held.RenewAsync(default)).ShouldBeTrue();
        (await held.RenewAsync(default)).ShouldBeTrue();

        held.ThrowIfLost();
        _reporter.Warnings.ShouldHaveSingleItem().ShouldContain("1 min 30 s behind");
    }

    [Fact]
    public async Task A_renewal_whose_answer_was_lost_is_made_again()
    {
        await using var held = await AcquireAsync(Impatient, _store);
        var isLost = true;
        _bucket.After = what =>
        {
            if (what.StartsWith("PUT", StringComparison.Ordinal) && isLost)
            {
                isLost = false;
                throw new HttpRequestException("the connection was closed");
            }
        };

        (await held.RenewAsync(default)).ShouldBeTrue();
        (await held.RenewAsync(default)).ShouldBeTrue();
        held.ThrowIfLost();
    }

    [Fact]
    public async Task Fencing_numbers_grow_even_when_the_lock_was_deleted()
    {
        var first = await AcquireAsync(Impatient, _store);
        await first.DisposeAsync();
        var second = await AcquireAsync(Impatient, _store);
        await second.DisposeAsync();
        _bucket.Remove("lock.json");
        _store.Advance(TimeSpan.FromSeconds(10));

        await using var third = await AcquireAsync(Impatient, _store);

        second.Fence.ShouldBe(first.Fence + 1);
        third.Fence.ShouldBeGreaterThan(second.Fence);
    }

    /// <summary>Two machines, one five minutes ahead and one five behind, that sleep, wake, are killed, deploy and give back as chance will. Whenever one
    /// is let through to an effect, the lock is its own, and no earlier holder has an effect after a later one.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Two_machines_ten_minutes_apart_never_hold_the_lock_at_once(int seed)
    {
        var chance = new Random(seed);
        var log = new List<(string Machine, long Fence)>();
        Machine[] machines = [new(this, Mira, FiveMinutes), new(this, Noor, -FiveMinutes)];
        for (var turn = 0; turn < 250; turn++)
        {
            var machine = machines[chance.Next(2)];
            switch (chance.Next(10))
            {
                case < 4:
                    var passed = TimeSpan.FromSeconds(chance.Next(1, 60));
                    _store.Advance(passed);
                    foreach (var other in machines)
                    {
                        await other.PassAsync(passed);
                    }

                    break;
                case 4:
                    await machine.SleepOrWakeAsync();
                    break;
                case 5:
                    await machine.GiveBackAsync();
                    break;
                default:
                    if (await machine.WorkAsync() is { } fence)
                    {
                        using var stored = JsonDocument.Parse(_bucket["lock.json"]);
                        stored.RootElement.GetProperty("fence").GetInt64().ShouldBe(fence);
                        log.Add((machine.Owner.Name, fence));
                    }

                    break;
            }
        }

        foreach (var machine in machines)
        {
            await machine.GiveBackAsync();
        }

        log.Select(x => x.Fence).ShouldBeInOrder(SortDirection.Ascending);
        log.Select(x => x.Machine).Distinct().Count().ShouldBe(2);
        log.GroupBy(x => x.Fence).ShouldAllBe(x => x.Select(y => y.Machine).Distinct().Count() == 1);
        _reporter.Warnings.ShouldContain(x => x.Contains("because it expired"));
    }

    private Task<DeployLock> AcquireAsync(LockOptions options, TimeProvider time)
        => DeployLock.AcquireAsync(_s3, LedgerBucket.Name, LedgerBucket.Prefix, options, time, _reporter, default);

    private Task<LockOwner?> FindHolderAsync(TimeProvider time) => DeployLock.FindHolderAsync(_s3, LedgerBucket.Name, LedgerBucket.Prefix, time, default);

    private void CutOff() => _bucket.Before = _ => throw new OperationCanceledException("no answer");

    private sealed class Machine(DeployLockTests tests, LockOwner owner, TimeSpan offset)
    {
        private readonly TestClock _clock = new(SomeRelease.Noon);
        private DeployLock? _held;
        private Task _lost = Task.CompletedTask;
        private TimeSpan? _slept;

        public LockOwner Owner => owner;

        public async Task PassAsync(TimeSpan time)
        {
            if (_slept is { } slept)
            {
                _slept = slept + time;
                return;
            }

            _clock.Advance(time);
            await SettleAsync();
        }

        public async Task SleepOrWakeAsync()
        {
            if (_slept is not { } slept)
            {
                _slept = TimeSpan.Zero;
                return;
            }

            _slept = null;
            _clock.Advance(slept);
            await SettleAsync();
        }

        /// <summary>An effect, if the lock lets it through; the lock, if there is none. The fence of the effect.</summary>
        public async Task<long?> WorkAsync()
        {
            if (_slept is not null)
            {
                return null;
            }

            try
            {
                if (_held is null)
                {
                    _held = await tests.AcquireAsync(Careless with { Owner = owner }, new SkewedClock(_clock, offset));
                    var lost = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                    _held.Lost.Register(lost.SetResult);
                    _lost = lost.Task;
                }

                _held.ThrowIfLost();
                return _held.Fence;
            }
            catch (FairleadException)
            {
                await GiveBackAsync();
                return null;
            }
        }

        public async Task GiveBackAsync()
        {
            if (_held is { } held && _slept is null)
            {
                _held = null;
                await held.DisposeAsync();
            }
        }

        // Until its renewal, if one was due, has ended.
        private Task SettleAsync() => _held is null ? Task.CompletedTask : Task.WhenAny(_clock.TimersAsync(1), _lost);
    }
}
