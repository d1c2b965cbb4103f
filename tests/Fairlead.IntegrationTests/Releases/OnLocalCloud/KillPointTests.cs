using System.Net;
using Xunit.Abstractions;

namespace Fairlead.IntegrationTests.Releases.OnLocalCloud;

/// <summary>
/// Kill points are effects: a deploy is killed before and after each of them on the real local cloud, which goes on with what it was told; and the next run
/// ends as if there had been no first: the release serves and is recorded, nothing is noted or held, and nothing runs besides the service's task.
/// </summary>
[Trait("Category", "Integration")]
[Collection(ReleaseCloudCollection.Name)]
public sealed class KillPointTests(ReleaseCloud cloud, ITestOutputHelper output)
{
    [Fact]
    public async Task A_site_killed_at_any_effect_is_finished_by_the_next_run()
    {
        await using var app = await TinyApp.CreateAsync(cloud, [], ["web"]);

        (await KillAtEveryAsync(app, 1)).ShouldBeGreaterThan(
            2 * 10, "At least: lock, intent, asset, two copies, two pages, invalidation, manifest, current, intent gone, lock.");
    }

    /// <summary>Every third point, because rollouts take their time.</summary>
    [ToolFact("busybox")]
    public async Task A_service_and_its_site_killed_at_any_effect_are_finished_by_the_next_run()
    {
        await using var app = await TinyApp.CreateAsync(cloud, ["api"], ["web"]);

        (await KillAtEveryAsync(app, 3)).ShouldBeGreaterThan(2 * 15, "At least those of a site, blobs, manifest, task definition and service.");
    }

    [ToolFact("busybox")]
    public async Task A_rollback_by_hand_killed_at_any_effect_is_finished_by_the_next()
    {
        await using var app = await TinyApp.CreateAsync(cloud, ["api"], ["web"]);
        (await app.DeployAsync()).IsSuccess.ShouldBeTrue();
        for (var point = 0; ; point += 5)
        {
            var target = (await app.CurrentAsync()).Release;
            await app.ChangeAsync($"forth {point}");
            (await app.DeployAsync()).ShouldSatisfyAllConditions(x => x.IsSuccess.ShouldBeTrue($"point {point}: {x}"));
            var killer = Killer.At(point);
            var killed = await app.RollBackAsync(observer: killer);
            if (killer.Where is not { } where)
            {
                killed.IsSuccess.ShouldBeTrue(killed.ToString());
                break;
            }

            output.WriteLine($"{point}: killed {where}");
            await app.LetTheOwnerBeGoneAsync();
            var next = await app.RollBackAsync(target);

            next.IsSuccess.ShouldBeTrue($"Killed {where}. {next}");
            (await app.CurrentAsync()).Release.ShouldBe(target, $"Killed {where}.");
            await IsWholeAsync(app, where, next);
        }
    }

    /// <returns>How many points there were.</returns>
    private async Task<int> KillAtEveryAsync(TinyApp app, int stride)
    {
        (await app.DeployAsync()).ShouldSatisfyAllConditions(x => x.IsSuccess.ShouldBeTrue(x.ToString()));
        for (var point = 0; ; point += stride)
        {
            await app.ChangeAsync($"kill {point}");
            var killer = Killer.At(point);
            var killed = await app.DeployAsync(killer);
            if (killer.Where is not { } where)
            {
                killed.IsSuccess.ShouldBeTrue(killed.ToString());
                return point;
            }

            output.WriteLine($"{point}: killed {where}");
            await app.LetTheOwnerBeGoneAsync();
            var next = await app.DeployAsync();

            next.IsSuccess.ShouldBeTrue($"Killed {where}. {next}");
            await IsWholeAsync(app, where, next);
        }
    }

    /// <summary>The end state, whatever happened before.</summary>
    private static async Task IsWholeAsync(TinyApp app, string where, DeployRun next)
    {
        var killed = $"Killed {where}.";
        var current = await app.CurrentAsync();
        current.Verified.ShouldBeTrue(killed);
        (await app.Ledger.ReadIntentAsync(CancellationToken.None)).ShouldBeNull(killed);

        // Where all was done but giving the lock back, the next run finds nothing to change and takes no lock. That of the dead keeps nobody out.
        var holder = (await app.LockAsync())!["owner"]?["processStart"]?.GetValue<string>();
        holder.ShouldBe(holder is null || next.Effects > 0 ? null : TinyApp.Gone, killed);
        foreach (var path in new[] { "/", "/about.html" })
        {
            var (named, assets) = await app.Visitor!.PageAsync(path);
            named.ShouldBe(current.Release, killed);
            (await app.Visitor.MissingAsync(assets)).ShouldBeEmpty(killed);
        }

        (await app.KeysAsync("web")).Where(x => !x.StartsWith("assets/", StringComparison.Ordinal)).ShouldBe(["about.html", "index.html"], killed);
        (await app.Visitor!.AskAsync("/never.html")).Status.ShouldNotBe(HttpStatusCode.OK, killed);
        if (app.Outputs.Services.Count > 0)
        {
            (await app.Visitor.ServiceAsync()).ShouldBe(current.Release, killed);
        }

        (await app.RunningAsync()).ShouldBe(current.Services.Values.Select(x => x.Revision!), killed);
        (await app.StatusAsync()).Differences.ShouldBeEmpty(killed);
    }
}
