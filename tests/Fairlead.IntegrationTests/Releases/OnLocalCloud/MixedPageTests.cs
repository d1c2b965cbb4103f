using System.Globalization;
using Fairlead.Releases;
using Fairlead.Verification;
using Xunit.Abstractions;

namespace Fairlead.IntegrationTests.Releases.OnLocalCloud;

/// <summary>What a visitor sees while releases come and go. <c>FAIRLEAD_MIXED_PAGE_ROUNDS</c> says for how long: five are 20 deploys, 5 rollbacks and 5 killed
/// runs.</summary>
[Trait("Category", "Integration")]
[Collection(ReleaseCloudCollection.Name)]
public sealed class MixedPageTests(ReleaseCloud cloud, ITestOutputHelper output)
{
    private const int RoundsInShort = 2;

    private static readonly string[] KilledBefore = ["record", "switch web", "invalidate web", "roll out api", "upload assets of web"];

    private static int Rounds
        => Environment.GetEnvironmentVariable("FAIRLEAD_MIXED_PAGE_ROUNDS") is { Length: > 0 } rounds
            ? int.Parse(rounds, CultureInfo.InvariantCulture)
            : RoundsInShort;

    [ToolFact("busybox")]
    public async Task A_page_is_never_newer_than_its_service_and_its_assets_are_there_during_deploys_rollbacks_and_killed_runs()
    {
        await using var app = await TinyApp.CreateAsync(cloud, ["api"], ["web"]);
        (await app.DeployAsync()).ShouldSatisfyAllConditions(x => x.IsSuccess.ShouldBeTrue(x.ToString()));
        using var end = new CancellationTokenSource();
        var watching = WatchAsync(app.Outputs.PublicUrl!, end.Token);
        try
        {
            for (var round = 1; round <= Rounds; round++)
            {
                await DeployAsync(app, $"{round} first");
                await DeployAsync(app, $"{round} second");
                await RollBackAsync(app);
                await DeployAsync(app, $"{round} third");
                if (round % 2 == 0)
                {
                    await FailAsync(app, $"{round} failing");
                }

                await KillAsync(app, KilledBefore[round % KilledBefore.Length], $"{round} killed");
            }
        }
        finally
        {
            await end.CancelAsync();
        }

        var seen = await watching;
        output.WriteLine(seen.ToString());
        seen.Visits.ShouldBeGreaterThan(50 * Rounds, seen.ToString());
        seen.Releases.Count.ShouldBeGreaterThanOrEqualTo(3 * Rounds, seen.ToString());
        (seen.Mixed.Count, seen.MissingChunks.Count, seen.Unanswered.Count).ShouldBe((0, 0, 0), seen.ToString());
    }

    private static async Task DeployAsync(TinyApp app, string version)
    {
        await app.ChangeAsync(version);
        var run = await app.DeployAsync();
        run.IsSuccess.ShouldBeTrue($"{version}: {run}");
    }

    private static async Task RollBackAsync(TinyApp app)
    {
        var run = await app.RollBackAsync();
        run.IsSuccess.ShouldBeTrue(run.ToString());
    }

    /// <summary>A run that dies; the same content is deployed again.</summary>
    private static async Task KillAsync(TinyApp app, string step, string version)
    {
        await app.ChangeAsync(version);
        var killer = Killer.Before(step);
        await app.DeployAsync(killer);
        killer.Where.ShouldNotBeNull();
        await app.LetTheOwnerBeGoneAsync();
        await DeployAsync(app, version);
    }

    /// <summary>A release that fails its checks after the switch, and is taken back.</summary>
    private static async Task FailAsync(TinyApp app, string version)
    {
        await app.ChangeAsync(version);
        app.Checks = [Smoke.Get("/").Contains("nobody says that")];
        (await app.DeployAsync()).Last.Outcome!.Kind.ShouldBe(OutcomeKind.RolledBack);
        app.Checks = null;
    }

    /// <summary>Visits as fast as it can: the page, then the service that it talks to, then what it names.</summary>
    private static async Task<Sightings> WatchAsync(Uri url, CancellationToken end)
    {
        var seen = new Sightings();
        using var visitor = new Visitor(url);
        while (!end.IsCancellationRequested)
        {
            seen.Visits++;
            var (page, assets) = await visitor.PageAsync();
            var service = await visitor.ServiceAsync();
            if (page is null || service is null)
            {
                seen.Unanswered.Add($"visit {seen.Visits}: page {page?.ToString() ?? "none"}, service {service?.ToString() ?? "none"}");
                continue;
            }

            seen.Releases.Add(page);
            if (page.CompareTo(service) > 0)
            {
                // The way back may lie between the two questions: then the page itself is of the earlier release by now.
                var again = (await visitor.PageAsync()).Release;
                (again == page ? seen.Mixed : seen.Straddled).Add($"visit {seen.Visits}: page {page}, then service {service}, then page {again}");
            }

            seen.MissingChunks.AddRange((await visitor.MissingAsync(assets)).Select(x => $"visit {seen.Visits}: {x} of {page}"));
        }

        return seen;
    }

    private sealed class Sightings
    {
        public int Visits { get; set; }

        public HashSet<ReleaseId> Releases { get; } = [];

        public List<string> Mixed { get; } = [];

        public List<string> Straddled { get; } = [];

        public List<string> MissingChunks { get; } = [];

        public List<string> Unanswered { get; } = [];

        public override string ToString() => string.Join(
            '\n',
            [
                $"{Visits} visits saw pages of {Releases.Count} releases; {Mixed.Count} mixed, {MissingChunks.Count} missing chunks, {Unanswered.Count} unanswered, "
                    + $"{Straddled.Count} in the middle of a way back.",
                .. Mixed.Concat(MissingChunks).Concat(Unanswered).Concat(Straddled).Take(20),
            ]);
    }
}
