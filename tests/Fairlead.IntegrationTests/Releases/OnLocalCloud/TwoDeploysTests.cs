using Fairlead.Releases;

namespace Fairlead.IntegrationTests.Releases.OnLocalCloud;

/// <summary>Two working copies that deploy to one place at the same time, each with other content.</summary>
[Trait("Category", "Integration")]
[Collection(ReleaseCloudCollection.Name)]
public sealed class TwoDeploysTests(ReleaseCloud cloud)
{
    [ToolTheory("busybox")]
    [InlineData(-5, "behind")]
    [InlineData(5, "ahead of")]
    public async Task A_machine_whose_clock_is_five_minutes_off_is_refused_and_the_other_deploys(int minutes, string told)
    {
        await using var app = await TinyApp.CreateAsync(cloud, ["api"], ["web"]);
        (await app.DeployAsync()).IsSuccess.ShouldBeTrue();
        await using var other = app.Clone();
        await app.ChangeAsync("right");
        await other.ChangeAsync("wrong");
        var log = new EffectLog();

        var right = app.DeployAsync(log.Of("right"));
        var wrong = await other.DeployAsync(log.Of("wrong"), new WrongClock(TimeSpan.FromMinutes(minutes)));

        (await right).ShouldSatisfyAllConditions(x => x.IsSuccess.ShouldBeTrue(x.ToString()));
        wrong.Last.Outcome!.Kind.ShouldBe(OutcomeKind.Failed);
        wrong.Last.Reason.ShouldMatch($@"^The deploy did not begin\. This machine's clock is (4 min 5\d|5 min \d) s {told} the clock of the store of s3://");
        log.Effects.ShouldAllBe(x => x.Run == "right");
        other.Calls.Writes.ShouldBeEmpty();
        (await app.StatusAsync()).Differences.ShouldBeEmpty();
    }

    [ToolFact("busybox")]
    public async Task Two_with_right_clocks_come_one_after_the_other()
    {
        await using var app = await TinyApp.CreateAsync(cloud, ["api"], ["web"]);
        (await app.DeployAsync()).IsSuccess.ShouldBeTrue();
        var before = (await app.CurrentAsync()).Release;
        await using var other = app.Clone();
        await app.ChangeAsync("left");
        await other.ChangeAsync("right");
        var log = new EffectLog();

        var runs = await Task.WhenAll(app.DeployAsync(log.Of("left")), other.DeployAsync(log.Of("right")));

        runs.ShouldAllBe(x => x.IsSuccess, string.Join("\n\n", runs.Select(x => x.ToString())));
        var effects = log.Effects;
        var turns = effects.Where(x => x.Fence > 0).Select(x => (x.Run, x.Fence)).ToList();
        var order = turns.Distinct().ToList();
        order.Count.ShouldBe(2, Told(effects));
        turns.ShouldBe([.. turns.OrderBy(x => x.Fence)], customMessage: Told(effects));
        foreach (var (run, fence) in order)
        {
            // What takes the lock and gives it back has no fence yet, or no more.
            var own = effects.Select((x, i) => (Effect: x, At: i)).Where(x => x.Effect.Run == run).ToList();
            var (first, last) = (own.First(x => x.Effect.Fence == fence).At, own.Last(x => x.Effect.Fence == fence).At);
            var taken = own.Last(x => x.Effect is { Fence: 0, IsEnd: true } && x.At < first).At;
            var given = own.First(x => x.Effect is { Fence: 0, IsEnd: false } && x.At > last).At;
            effects.Take(taken..given).ShouldAllBe(x => x.Run == run || x.Fence == 0, Told(effects));
        }

        // Both were made, one upon the other.
        var current = await app.CurrentAsync();
        var middle = (await app.Ledger.ReadAsync(current.PreviousRelease!, CancellationToken.None)).ShouldNotBeNull();
        (middle.Outcome, middle.PreviousRelease).ShouldBe((OutcomeKind.Succeeded, before));
        (await app.StatusAsync()).Differences.ShouldBeEmpty();
        (await app.RunningAsync()).ShouldBe(current.Services.Values.Select(x => x.Revision!));
    }

    private static string Told(IEnumerable<LoggedEffect> effects) => string.Join('\n', effects);
}
