namespace Fairlead.Tests.Testing;

/// <summary>What the test kit's clock does beyond the package's.</summary>
public sealed class TestClockTests
{
    [Fact]
    public void A_timer_sees_the_time_at_which_it_was_due()
    {
        var clock = new TestClock();
        var start = clock.GetUtcNow();
        var seen = new List<TimeSpan>();
        using var second = clock.CreateTimer(_ => seen.Add(clock.GetUtcNow() - start), null, TimeSpan.FromSeconds(2), Timeout.InfiniteTimeSpan);
        using var first = clock.CreateTimer(_ => seen.Add(clock.GetUtcNow() - start), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3));

        clock.Advance(5);

        seen.ShouldBe([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)]);
        (clock.GetUtcNow() - start).ShouldBe(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_wait_that_is_skipped_moves_the_clock_and_is_remembered()
    {
        var clock = TestClock.Skipping();
        var start = clock.GetUtcNow();
        var told = new List<TimeSpan>();
        clock.Waiting = told.Add;

        await Task.Delay(TimeSpan.FromHours(1), clock);
        await Task.Delay(TimeSpan.FromMinutes(1), clock);

        (clock.GetUtcNow() - start).ShouldBe(TimeSpan.FromMinutes(61));
        clock.Waits.ShouldBe([TimeSpan.FromHours(1), TimeSpan.FromMinutes(1)]);
        told.ShouldBe(clock.Waits);
    }

    [Fact]
    public async Task What_waits_for_longer_than_is_skipped_waits_until_the_clock_is_moved()
    {
        var clock = new TestClock { LongestSkip = TimeSpan.FromSeconds(5) };
        var waiting = Task.Delay(TimeSpan.FromSeconds(6), clock);
        await clock.TimersAsync(1);

        waiting.IsCompleted.ShouldBeFalse();
        clock.Waits.ShouldBeEmpty();
        clock.Advance(TimeSpan.FromSeconds(6));
        await waiting;
    }

    [Fact]
    public async Task Timers_that_wait_are_counted_until_they_fire_or_are_disposed()
    {
        var clock = new TestClock();
        var both = clock.TimersAsync(2);
        var fires = Task.Delay(TimeSpan.FromSeconds(1), clock);
        var disposed = clock.CreateTimer(_ => { }, null, TimeSpan.FromSeconds(9), Timeout.InfiniteTimeSpan);
        await both;

        clock.Advance(TimeSpan.FromSeconds(1));
        await fires;
        await disposed.DisposeAsync();

        clock.TimersAsync(1).IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public void A_jump_of_the_clock_fires_nothing()
    {
        var clock = new TestClock();
        var fired = false;
        using var timer = clock.CreateTimer(_ => fired = true, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);

        clock.AdjustTime(clock.GetUtcNow().AddHours(1));

        fired.ShouldBeFalse();
    }
}
