using Fairlead.Deployments;
using Fairlead.Releases;
using Xunit.Abstractions;

namespace Fairlead.IntegrationTests.Releases.OnLocalCloud;

/// <summary>What an unchanged deploy and a dry run ask, and that they write nothing.</summary>
[Trait("Category", "Integration")]
[Collection(ReleaseCloudCollection.Name)]
public sealed class FewCallsTests(ReleaseCloud cloud, ITestOutputHelper output)
{
    private const int MostCalls = 25;

    [ToolFact("busybox")]
    public async Task An_unchanged_deploy_makes_at_most_25_calls_and_writes_nothing()
    {
        await using var app = await TinyApp.CreateAsync(cloud, ["api"], ["web"]);
        (await app.DeployAsync()).IsSuccess.ShouldBeTrue();
        var before = await app.SnapshotAsync();
        app.Calls.Clear();

        var run = await app.DeployAsync();

        run.Results.ShouldAllBe(x => x.Outcome == null || x.Outcome.Kind == OutcomeKind.Unchanged, run.ToString());
        output.WriteLine($"{app.Calls.Calls.Count} calls:\n{string.Join('\n', app.Calls.Calls)}");
        app.Calls.Writes.ShouldBeEmpty();
        app.Calls.Calls.Count.ShouldBeLessThanOrEqualTo(MostCalls, string.Join('\n', app.Calls.Calls));
        (await app.SnapshotAsync()).ShouldBe(before);
    }

    [ToolFact("busybox")]
    public async Task A_dry_run_of_a_changed_deploy_says_what_would_change_and_writes_nothing()
    {
        await using var app = await TinyApp.CreateAsync(cloud, ["api"], ["web"]);
        (await app.DeployAsync()).IsSuccess.ShouldBeTrue();
        await app.ChangeAsync("two");
        var before = await app.SnapshotAsync();
        app.Calls.Clear();

        var run = await app.DeployAsync(isDryRun: true);

        run.Results.Where(x => x.Look.NeedsChange).Select(x => x.Step).ShouldBe(
            ["push api", "upload assets of web", "roll out api", "switch web", "invalidate web", "record"], ignoreOrder: true, run.ToString());
        run.Results.ShouldAllBe(x => x.Outcome == null && x.Look.Kind != LookKind.Impossible);
        app.Calls.Calls.ShouldNotBeEmpty();
        app.Calls.Writes.ShouldBeEmpty();
        (await app.SnapshotAsync()).ShouldBe(before);
    }
}
