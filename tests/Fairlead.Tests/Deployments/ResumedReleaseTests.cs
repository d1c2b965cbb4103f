using Fairlead.Releases;

namespace Fairlead.Tests.Deployments;

/// <summary>Releases that a run began, and another one ended.</summary>
public sealed class ResumedReleaseTests
{
    /// <summary>A commit of documents alone: the content is the same, so it is the release that was begun, and nothing of it is done twice.</summary>
    [Fact]
    public async Task Killed_at_any_effect_the_next_run_of_a_later_commit_with_the_same_content_ends_the_release_that_was_begun()
    {
        var (resumed, kept) = (0, 0);
        for (var point = 0; ; point++)
        {
            await using var shop = new Shop();
            await shop.DeployAsync();
            shop.Change("Sale");
            var begun = await shop.CommitAsync("Sale");
            var kill = new KillAt(point);
            await shop.DeployAsync(observer: kill);
            if (!kill.HasKilled)
            {
                break;
            }

            shop.Cloud.S3.Remove(SmallCloud.LedgerBucket, $"{Shop.Prefix}/lock.json");
            var interrupted = (await shop.Ledger.ReadIntentAsync(default))?.Release ?? (await shop.CurrentAsync()).Release;
            var recorded = await shop.Ledger.ReadAsync(interrupted, default);
            shop.Time.Advance(60);
            var later = await shop.CommitAsync("Documents");
            later.ShouldNotBe(begun);

            var next = await shop.DeployAsync();

            next.ShouldAllBe(x => x.MayGoOn, $"point {point}: {next[^1].Reason}");
            var current = await shop.CurrentAsync();
            var isBegun = interrupted.Commit == begun[..7];
            (current.Outcome, current.Verified).ShouldBe((OutcomeKind.Succeeded, true), $"point {point}");
            current.Commit.ShouldBe(isBegun && recorded is not null ? begun : later, $"point {point}");
            current.Release.Commit.ShouldBe((isBegun ? begun : later)[..7], $"point {point}");
            (shop.Service.Revision, shop.Cloud.ServedRelease).ShouldBe(("api:3", current.Release.ToString()), $"point {point}");
            (await shop.VisitAsync()).ShouldContain($"content=\"{current.Release}\"", customMessage: $"point {point}");
            (await shop.Ledger.ReadIntentAsync(default)).ShouldBeNull($"point {point}");
            if (isBegun)
            {
                current.Release.ShouldBe(interrupted, $"point {point}");
                (resumed, kept) = (resumed + 1, kept + (recorded is null ? 0 : 1));
            }
        }

        resumed.ShouldBeGreaterThan(2 * 8, "From the intent on: copy, service, page, invalidation, manifest, current, intent gone, lock.");
        kept.ShouldBeGreaterThan(2, "From the manifest on.");
    }
}
