using Fairlead.Releases;

namespace Fairlead.IntegrationTests.Releases;

/// <summary>What an object store must do for the lock. Run it on a store by calling these from a class that provides the fixture.</summary>
public abstract class LockContract(IObjectStoreFixture fixture) : IAsyncLifetime
{
    private static readonly LockOwner Other = new("noor@elsewhere", "https://ci.example.com/runs/7", "elsewhere", 4711, "1");
    private readonly TestClock _time = new(DateTimeOffset.UtcNow);
    private readonly RecordingReporter _listener = new();
    private string _bucket = "";

    // The store's clock is a real one, and the clocks of these tests are moved: the lock does not depend on what they say.
    private static readonly LockOptions Patient = new() { Wait = TimeSpan.FromMinutes(10), ClockDifference = TimeSpan.FromDays(1) };
    private static readonly LockOptions Impatient = Patient with { Wait = TimeSpan.Zero };

    public async Task InitializeAsync()
    {
        if (fixture.S3 is not null)
        {
            _bucket = await fixture.CreateBucketAsync();
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    protected async Task Check_one_holds_it_at_a_time_and_fencing_numbers_grow()
    {
        long first, second;
        await using (var one = await AcquireAsync(Impatient with { Owner = Other }))
        {
            first = one.Fence;
            var error = await Should.ThrowAsync<FairleadException>(() => AcquireAsync(Impatient));
            error.Why.ShouldContain(Other.RunUrl!);
            error.Next.ShouldContain("--lock-wait");
            one.ThrowIfLost();
        }

        await using (var two = await AcquireAsync(Impatient))
        {
            second = two.Fence;
        }

        second.ShouldBe(first + 1);
    }

    protected async Task Check_of_many_at_once_exactly_one_gets_it()
    {
        var tries = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            try
            {
                return await AcquireAsync(Impatient);
            }
            catch (FairleadException)
            {
                return null;
            }
        }));

        var winner = tries.OfType<DeployLock>().ShouldHaveSingleItem();
        await winner.DisposeAsync();
    }

    protected async Task Check_who_waits_is_told_for_whom_and_gets_it_when_it_is_given_back()
    {
        var held = await AcquireAsync(Patient with { Owner = Other });
        var waiting = AcquireAsync(Patient);
        await _time.TimersAsync(2);
        _listener.Lines.ShouldHaveSingleItem().ShouldContain(Other.Name);

        await held.DisposeAsync();
        _time.Advance(Patient.PollEvery);

        await using var taken = await waiting;
        taken.Fence.ShouldBe(held.Fence + 1);
    }

    protected async Task Check_waiting_has_an_end()
    {
        await using var held = await AcquireAsync(Patient with { Owner = Other, Duration = TimeSpan.FromHours(10) });
        var waiting = AcquireAsync(Patient with { Wait = TimeSpan.FromSeconds(7), PollEvery = TimeSpan.FromSeconds(5) });

        await _time.TimersAsync(2);
        _time.Advance(TimeSpan.FromSeconds(5));
        await _time.TimersAsync(2);
        _time.Advance(TimeSpan.FromSeconds(2));

        (await Should.ThrowAsync<FairleadException>(() => waiting)).Why.ShouldContain(Other.Name);
    }

    protected async Task Check_an_expired_lock_is_taken_over_and_its_holder_stops()
    {
        // The holder's clock stands still, as that of a laptop that sleeps. How old its lock is, the store says; who waits finds out.
        var sleeping = new TestClock(DateTimeOffset.UtcNow);
        var brief = Impatient with { Duration = TimeSpan.FromSeconds(2), Grace = TimeSpan.FromSeconds(2) };
        await using var held = await AcquireAsync(brief with { Owner = Other }, sleeping);
        await sleeping.TimersAsync(1);
        var lost = new TaskCompletionSource();
        held.Lost.Register(lost.SetResult);

        await Should.ThrowAsync<FairleadException>(() => AcquireAsync(brief));
        await using var taken = await AcquireAsync(
            brief with { Wait = TimeSpan.FromMinutes(1), PollEvery = TimeSpan.FromMilliseconds(200) }, TimeProvider.System);
        sleeping.Advance(brief.Duration / 3);
        await lost.Task.WaitAsync(TimeSpan.FromMinutes(2));

        taken.Fence.ShouldBe(held.Fence + 1);
        taken.ThrowIfLost();
        Should.Throw<FairleadException>(held.ThrowIfLost).Why.ShouldContain("took it over");
        (await held.RenewAsync(default)).ShouldBeFalse();
        (await taken.RenewAsync(default)).ShouldBeTrue();
    }

    protected async Task Check_a_machine_whose_clock_is_off_does_not_begin()
    {
        foreach (var minutes in new[] { -5, 5 })
        {
            var error = await Should.ThrowAsync<FairleadException>(
                () => AcquireAsync(new LockOptions { Wait = TimeSpan.Zero }, new TestClock(DateTimeOffset.UtcNow.AddMinutes(minutes))));
            error.Why.ShouldContain(minutes < 0 ? "behind" : "ahead of");
        }
    }

    protected async Task Check_a_lock_is_renewed_while_it_is_held()
    {
        await using var held = await AcquireAsync(Impatient with { Owner = Other });
        for (var i = 0; i < 9; i++)
        {
            await _time.TimersAsync(1);
            _time.Advance(Impatient.Duration / 3);
        }

        await _time.TimersAsync(1);
        held.ThrowIfLost();
        await Should.ThrowAsync<FairleadException>(() => AcquireAsync(Impatient));
    }

    protected async Task Check_a_holder_that_could_not_renew_stops_by_itself()
    {
        var clock = new TestClock(DateTimeOffset.UtcNow);
        await using var held = await AcquireAsync(Impatient, clock);

        // Its timers do not see it, as those of a laptop that slept.
        clock.AdjustTime(clock.GetUtcNow() + Impatient.Duration);

        Should.Throw<FairleadException>(held.ThrowIfLost).Why.ShouldContain("in time");
        held.Lost.IsCancellationRequested.ShouldBeTrue();
    }

    protected async Task Check_a_lock_of_a_process_of_this_machine_that_is_gone_is_taken_over_at_once()
    {
        var gone = LockOwner.Current() with { ProcessStart = "never" };
        await using var left = await AcquireAsync(Impatient with { Owner = gone });

        await using var taken = await AcquireAsync(Impatient);

        taken.Fence.ShouldBe(left.Fence + 1);
        _listener.Lines.ShouldContain(x => x.Contains("process is gone"));
    }

    protected async Task Check_giving_back_a_lost_lock_leaves_the_new_holder_alone()
    {
        var left = await AcquireAsync(Impatient with { Owner = LockOwner.Current() with { ProcessStart = "never" } });
        await using var taken = await AcquireAsync(Impatient);

        await left.DisposeAsync();

        (await taken.RenewAsync(default)).ShouldBeTrue();
        await Should.ThrowAsync<FairleadException>(() => AcquireAsync(Impatient));
    }

    private Task<DeployLock> AcquireAsync(LockOptions options, TimeProvider? time = null)
        => DeployLock.AcquireAsync(fixture.S3, _bucket, "ledger", options, time ?? _time, _listener, default);
}
