using Fairlead.Containers;
using Fairlead.Deployments;
using Fairlead.Releases;
using Fairlead.Tests.Containers;
using Fairlead.Verification;

namespace Fairlead.Tests.Deployments;

/// <summary>What migrations say of the schema is kept with the release, and decides what can be gone back to.</summary>
public sealed class SchemaTests : IAsyncLifetime
{
    private readonly Shop _shop = new() { MigrateCommand = ["migrate"] };
    private readonly PublishOutput _output = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        _output.Dispose();
        await _shop.DisposeAsync();
    }

    [Fact]
    public async Task What_a_migration_said_is_recorded_and_told()
    {
        var results = await ReleaseAsync("one", null, "8", "7");

        results.Single(x => x.Step == "migrate api").Reason.ShouldBe("It migrated. Schema none -> 8, for code from 7 on.");
        Schema(await _shop.CurrentAsync()).ShouldBe((null, "8", null, "7"));
    }

    [Fact]
    public async Task A_release_that_does_not_migrate_has_what_the_one_before_recorded()
    {
        await ReleaseAsync("one", "7", "8", "7");
        _shop.Change("Sale");

        var results = await _shop.DeployAsync();

        results.Single(x => x.Step == "migrate api").Outcome!.Kind.ShouldBe(OutcomeKind.Unchanged);
        Schema(await _shop.CurrentAsync()).ShouldBe((null, "8", null, "7"));
        _shop.Change("Other");
        await _shop.DeployAsync(without: ["migrate"]);
        Schema(await _shop.CurrentAsync()).ShouldBe((null, "8", null, "7"));
    }

    [Fact]
    public async Task A_migration_that_says_nothing_leaves_nothing_known_but_what_may_not_be_gone_below()
    {
        await ReleaseAsync("one", "7", "8", "7");
        _shop.Service.MigrationOutput = ["Done."];

        await ReleaseAsync("two");

        Schema(await _shop.CurrentAsync()).ShouldBe((null, null, null, "7"));
    }

    [Fact]
    public async Task A_line_that_is_not_of_the_form_is_warned_of()
    {
        _shop.Service.MigrationOutput = ["fairlead-schema: 8"];

        await ReleaseAsync("one");

        _shop.Reporter.Warnings.ShouldContain(x => x.StartsWith("The migration's line about its schema is not of the form", StringComparison.Ordinal));
        Schema(await _shop.CurrentAsync()).ShouldBe((null, null, null, null));
    }

    [Fact]
    public async Task Migrations_that_were_left_out_are_made_up_for_once_and_noted()
    {
        Says("7", "8", "7");
        await ReleaseAsync("one", without: ["migrate"]);
        Schema(await _shop.CurrentAsync()).ShouldBe((null, null, null, null));
        var release = (await _shop.CurrentAsync()).Release;

        (await MigrationAsync()).Outcome!.Kind.ShouldBe(OutcomeKind.Succeeded);
        (await MigrationAsync()).Outcome.ShouldBe(
            Outcome.Unchanged($"The migrations of this image ran with release {release}, or before it; --force runs them again."));
        (await _shop.DeployAsync()).ShouldAllBe(x => x.Outcome == null || x.Outcome.Kind == OutcomeKind.Unchanged);

        _shop.Service.Migrations.Count.ShouldBe(1);
        var current = (await _shop.NewDeployment().CurrentAsync(default))!;
        Schema(current).ShouldBe(("7", "8", null, "7"));
        _shop.Change("Sale");
        (await MigrationAsync()).Outcome!.Kind.ShouldBe(OutcomeKind.Unchanged);
        Schema(await _shop.CurrentAsync()).ShouldBe((null, "8", null, "7"));
    }

    /// <summary>Leaving them out again and again is never taken for having run them.</summary>
    [Fact]
    public async Task However_often_migrations_are_left_out_they_have_not_run()
    {
        await ReleaseAsync("one", without: ["migrate"]);
        await _shop.DeployAsync(without: ["migrate"]);
        _shop.Change("Sale");
        await _shop.DeployAsync(without: ["migrate"]);

        (await MigrationAsync()).Outcome!.Kind.ShouldBe(OutcomeKind.Succeeded);

        _shop.Service.Migrations.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_migration_that_failed_is_not_noted()
    {
        await ReleaseAsync("one", without: ["migrate"]);
        _shop.Service.NextMigration = new Outcome(OutcomeKind.Failed, "Exit code 1.");

        (await MigrationAsync()).Outcome!.Kind.ShouldBe(OutcomeKind.Failed);
        (await MigrationAsync()).Outcome!.Kind.ShouldBe(OutcomeKind.Succeeded);

        _shop.Service.Migrations.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_note_that_is_damaged_lets_them_run_once_more_and_is_mended_by_that()
    {
        await ReleaseAsync("one", without: ["migrate"]);
        await MigrationAsync();
        var note = $"{Shop.Prefix}/releases/{(await _shop.CurrentAsync()).Release}/migrated-api.json";
        _shop.Cloud.S3.Put(SmallCloud.LedgerBucket, note, "{");

        (await MigrationAsync()).Outcome!.Kind.ShouldBe(OutcomeKind.Succeeded);
        (await MigrationAsync()).Outcome!.Kind.ShouldBe(OutcomeKind.Unchanged);
    }

    [Fact]
    public async Task What_an_interrupted_run_migrated_is_not_migrated_again_and_recorded()
    {
        Says("7", "8", "7");
        await ReleaseAsync("one", without: ["roll out", "switch", "invalidate", "smoke test", "record"]);

        var result = await MigrationAsync();

        result.Outcome!.Kind.ShouldBe(OutcomeKind.Unchanged);
        result.Reason.ShouldStartWith("The migrations of this release ran on ");
        _shop.Service.Migrations.Count.ShouldBe(1);
        Schema(await _shop.CurrentAsync()).ShouldBe(("7", "8", null, "7"));
    }

    /// <summary>The current release is of an older schema; what the interrupted run left of its own release is not what was left of another's.</summary>
    [Fact]
    public async Task A_release_that_is_gone_on_with_is_recorded_with_the_schema_that_the_interrupted_run_made_for_it()
    {
        await ReleaseAsync("one", null, "8", "7");
        Says("8", "9", "8");
        await ReleaseAsync("two", without: ["switch", "invalidate", "smoke test", "record"]);
        var interrupted = (await _shop.Ledger.ReadIntentAsync(default))!.Release;

        var result = await MigrationAsync();

        result.Outcome!.Kind.ShouldBe(OutcomeKind.Unchanged);
        _shop.Service.Migrations.Count.ShouldBe(2);
        var current = await _shop.CurrentAsync();
        (current.Release, Schema(current)).ShouldBe((interrupted, ("8", "9", null, "8")));
    }

    /// <summary>Killed before and after each effect: however far the migration had come, the schema is that of the release, and code that was made for the one
    /// before it can still be gone back to.</summary>
    [Fact]
    public async Task Killed_at_any_effect_the_schema_is_recorded_with_the_release_that_is_gone_on_with()
    {
        var (points, unchanged) = (0, 0);
        for (; ; points++)
        {
            await using var shop = new Shop { MigrateCommand = ["migrate"] };
            await ReleaseAsync(shop, "one", null, "8", "7");
            var first = (await shop.CurrentAsync()).Release;
            var kill = new KillAt(points);
            await ReleaseAsync(shop, "two", "8", "9", "8", kill);
            if (!kill.HasKilled)
            {
                break;
            }

            shop.Cloud.S3.Remove(SmallCloud.LedgerBucket, $"{Shop.Prefix}/lock.json");
            var next = await shop.DeployAsync();

            next.ShouldAllBe(x => x.MayGoOn, $"point {points}: {next[^1].Reason}");
            unchanged += next.Single(x => x.Step == "migrate api").Outcome!.Kind == OutcomeKind.Unchanged ? 1 : 0;
            Schema(await shop.CurrentAsync()).ShouldBe(("8", "9", null, "8"), $"point {points}");
            shop.Time.Advance(60);
            (await shop.GoBackAsync())[^1].Outcome!.Word.ShouldBe("Succeeded", $"point {points}");
            (await shop.CurrentAsync()).Release.ShouldBe(first, $"point {points}");
        }

        points.ShouldBeGreaterThan(2 * 10, "At least: lock, intent, copy, migration, note, service, page, invalidation, manifest, current, intent gone, lock.");
        unchanged.ShouldBeGreaterThan(2 * 6, "From the note of the migration on.");
    }

    /// <summary>Left out of the run that goes on, the migration ran all the same: whoever goes by the record has to know.</summary>
    [Fact]
    public async Task A_release_that_is_gone_on_with_without_its_migrations_is_known_to_have_them()
    {
        await ReleaseAsync("one", null, "8", "7");
        Says("8", "9", "9");
        await ReleaseAsync("two", without: ["switch", "invalidate", "smoke test", "record"]);
        (await _shop.DeployAsync(without: ["migrate"]))[^1].Outcome!.Word.ShouldBe("Succeeded");
        var release = (await _shop.CurrentAsync()).Release;

        Schema((await _shop.NewDeployment().CurrentAsync(default))!).ShouldBe(("8", "9", null, "9"));
        (await _shop.GoBackAsync()).Single().Reason.ShouldStartWith("The schema of api cannot go back: it is at 9, which works with code from 9 on");
        await ReleaseAsync("three", "9", "10", "9");
        var back = await _shop.GoBackAsync();
        back[^1].Outcome!.Word.ShouldBe("Succeeded", back[^1].Reason);
        (await _shop.CurrentAsync()).Release.ShouldBe(release);
    }

    [Fact]
    public async Task A_release_that_fails_after_a_schema_that_cannot_go_back_is_not_rolled_back()
    {
        await ReleaseAsync("one", null, "8", "8");
        _shop.Checks = [Smoke.Get("/").Contains("nobody says that")];

        var results = await ReleaseAsync("two", "8", "9", "9");

        results[^1].Outcome!.Kind.ShouldBe(OutcomeKind.Failed);
        results[^1].Outcome!.Reason.ShouldContain("The schema of api cannot go back: it is at 9, which works with code from 9 on");
        _shop.Service.Revision.ShouldBe("api:3");
    }

    [Fact]
    public async Task A_release_that_fails_after_a_schema_that_can_go_back_is()
    {
        await ReleaseAsync("one", null, "8", "8");
        _shop.Checks = [Smoke.Get("/").Contains("nobody says that")];

        (await ReleaseAsync("two", "8", "9", "8"))[^1].Outcome!.Kind.ShouldBe(OutcomeKind.RolledBack);
    }

    /// <summary>The run that was killed has no record; its migration has left its mark all the same.</summary>
    [Fact]
    public async Task A_schema_that_an_interrupted_run_left_counts_on_the_way_back_by_itself_and_by_hand()
    {
        await ReleaseAsync("one", null, "8", "8");
        Says("8", "9", "9");
        await ReleaseAsync("two", without: ["switch", "invalidate", "smoke test", "record"]);

        var byHand = (await _shop.GoBackAsync()).Single();

        byHand.Outcome!.Kind.ShouldBe(OutcomeKind.Failed);
        byHand.Reason.ShouldStartWith("The schema of api cannot go back: it is at 9");
        Says("9", "9", "9");
        _shop.Service.NextRollout = new Outcome(OutcomeKind.RolledBack, "It exits at once.");
        var byItself = await ReleaseAsync("three", without: ["migrate"]);
        byItself[^1].Outcome!.Reason.ShouldContain("The schema of api cannot go back: it is at 9");
        (await _shop.GoBackAsync()).Single().Reason.ShouldStartWith("The schema of api cannot go back: it is at 9");
    }

    /// <summary>It was brought back, and its record is not that of the current release; its schema stays.</summary>
    [Fact]
    public async Task A_schema_of_a_release_that_failed_counts_too()
    {
        await ReleaseAsync("one", null, "7", "7");
        await ReleaseAsync("two", "7", "8", "7");
        _shop.Checks = [Smoke.Get("/").Contains("nobody says that")];
        (await ReleaseAsync("three", "8", "9", "8"))[^1].Outcome!.Kind.ShouldBe(OutcomeKind.RolledBack);

        (await _shop.GoBackAsync()).Single().Reason.ShouldStartWith("The schema of api cannot go back: it is at 9, which works with code from 8 on");
    }

    [Fact]
    public async Task Going_back_by_hand_is_refused_where_the_schema_cannot()
    {
        await ReleaseAsync("one", null, "8", "8");
        await ReleaseAsync("two", "8", "9", "9");

        (await _shop.GoBackAsync()).Single().Reason.ShouldStartWith("The schema of api cannot go back: it is at 9, which works with code from 9 on");
    }

    /// <summary>Code went back to 9, and its database stays at 10: whoever goes further back, or makes a release from there, has to know of that.</summary>
    [Fact]
    public async Task After_a_way_back_the_database_is_still_at_what_the_later_release_left()
    {
        await ReleaseAsync("one", null, "8", "8");
        var oldest = (await _shop.CurrentAsync()).Release;
        await ReleaseAsync("two", "8", "9", "8");
        await ReleaseAsync("three", "9", "10", "9");

        (await _shop.GoBackAsync())[^1].Outcome!.Word.ShouldBe("Succeeded");

        var record = (await _shop.Ledger.ReadAsync((await _shop.Ledger.ListAsync(default))[0], default))!;
        Schema(record).ShouldBe((null, "9", "10", "9"));
        (await _shop.GoBackAsync(oldest)).Single().Reason.ShouldStartWith(
            "The schema of api cannot go back: it is at 10, which works with code from 9 on, and release");
        await BuildAsync("two");
        _shop.Change("Sale");
        (await MigrationAsync()).Outcome!.Kind.ShouldBe(OutcomeKind.Unchanged);
        Schema(await _shop.CurrentAsync()).ShouldBe((null, "9", "10", "9"));
    }

    private static (string? Before, string? After, string? Database, string? Oldest) Schema(ReleaseManifest manifest)
        => manifest.Services["api"] is var api
            ? (api.PreviousSchemaVersion, api.SchemaVersion, api.DatabaseSchemaVersion, api.OldestCompatibleSchema)
            : default;

    private void Says(string? before, string after, string oldest) => _shop.Service.MigrationOutput = Output(before, after, oldest);

    private static IReadOnlyList<string> Output(string? before, string after, string oldest)
        =>
        [
            "Migrating.",
            $$"""fairlead-schema: {"before":{{(before is null ? "null" : $"\"{before}\"")}},"after":"{{after}}","oldest":"{{oldest}}"}""",
        ];

    private Task<IReadOnlyList<StepResult>> ReleaseAsync(string image, string? before, string after, string oldest)
    {
        Says(before, after, oldest);
        return ReleaseAsync(image);
    }

    private async Task<IReadOnlyList<StepResult>> ReleaseAsync(string image, IReadOnlyList<string>? without = null)
    {
        await BuildAsync(image);
        _shop.Change(image);
        var results = await _shop.DeployAsync(without);
        _shop.Time.Advance(60);
        return results;
    }

    private async Task ReleaseAsync(Shop shop, string image, string? before, string after, string oldest, IEffectObserver? observer = null)
    {
        await BuildAsync(image);
        shop.ImageDirectory = _shop.ImageDirectory;
        shop.Service.MigrationOutput = Output(before, after, oldest);
        shop.Change(image);
        await shop.DeployAsync(observer: observer);
        shop.Time.Advance(60);
    }

    private async Task BuildAsync(string image)
    {
        var layout = _output.Layout(image);
        if (!Directory.Exists(layout))
        {
            _output.Write("Shop.Api.dll", image);
            await new ImageBuilder().BuildAsync(_output.Options, layout);
        }

        _shop.ImageDirectory = layout;
    }

    private async Task<StepResult> MigrationAsync() => (await _shop.DeployAsync()).Single(x => x.Step == "migrate api");
}
