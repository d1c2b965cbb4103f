using Fairlead.Deployments;

namespace Fairlead.Tests.Deployments;

/// <summary>The lock of a place for work that is no release.</summary>
public sealed class PlaceLockTests : IAsyncLifetime
{
    private readonly Shop _shop = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    [Fact]
    public async Task The_work_is_done_while_the_lock_is_held_and_then_it_is_given_back()
    {
        var during = await HoldAsync(_ => Task.FromResult(Lock()));

        during.ShouldContain("\"owner\"");
        Lock().ShouldNotContain("\"owner\"");
    }

    [Fact]
    public async Task The_lock_is_given_back_however_the_work_ends()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => HoldAsync<int>(_ => throw new InvalidOperationException("It broke.")));

        Lock().ShouldNotContain("\"owner\"");
        (await HoldAsync(_ => Task.FromResult(7))).ShouldBe(7);
    }

    [Fact]
    public async Task No_deploy_begins_in_the_middle_of_it()
    {
        var results = await HoldAsync(_ => _shop.DeployAsync());

        results.Single().Outcome!.IsSuccess.ShouldBeFalse();
        _shop.Cloud.S3.Keys(SmallCloud.SiteBucket).ShouldBeEmpty();
        (await _shop.DeployAsync())[^1].Outcome!.IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task Whoever_cannot_have_it_does_nothing()
    {
        var hasRun = false;
        await HoldAsync(async _ =>
        {
            await Should.ThrowAsync<FairleadException>(() => HoldAsync(_ => Task.FromResult(hasRun = true)));
            return 0;
        });

        hasRun.ShouldBeFalse();
    }

    /// <summary>Another holder with a higher fence has taken it over: what was done then is no success.</summary>
    [Fact]
    public async Task Work_that_lost_the_lock_is_stopped_and_not_said_to_be_done()
    {
        var exception = await Should.ThrowAsync<FairleadException>(() => HoldAsync(async token =>
        {
            _shop.Cloud.S3.Put(SmallCloud.LedgerBucket, $"{Shop.Prefix}/lock.json", """
                { "version": 1, "fence": 99999999999, "token": "another", "owner": null,
                  "acquired": "2026-11-21T12:00:00+00:00", "expires": "2026-11-21T12:00:00+00:00" }
                """);
            var lost = new TaskCompletionSource();
            await using var registration = token.Register(lost.SetResult);
            _shop.Time.Advance(TimeSpan.FromMinutes(2));
            await lost.Task.WaitAsync(TimeSpan.FromMinutes(1), CancellationToken.None);
            return 0;
        }));

        exception.Message.ShouldContain("lock");
    }

    private Task<T> HoldAsync<T>(Func<CancellationToken, Task<T>> work)
        => PlaceLock.HoldAsync(_shop.NewPlace(), _shop.Settings, _shop.Reporter, _shop.Time, work, default);

    private string Lock() => _shop.Cloud.S3.Find(SmallCloud.LedgerBucket, $"{Shop.Prefix}/lock.json")!.Text;
}
