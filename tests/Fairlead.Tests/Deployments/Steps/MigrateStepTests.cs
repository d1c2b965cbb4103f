using Fairlead.Containers;
using Fairlead.Deployments;
using Fairlead.Releases;
using Fairlead.Tests.Containers;

namespace Fairlead.Tests.Deployments.Steps;

/// <summary>Whether migrations run is decided from what was recorded of them, not from what was asked for.</summary>
public sealed class MigrateStepTests : IAsyncLifetime
{
    private readonly Shop _shop = new() { MigrateCommand = ["dotnet", "Shop.dll", "migrate"] };
    private readonly PublishOutput _output = new();
    private OciImage _image = null!;

    public async Task InitializeAsync()
    {
        _image = await BuildAsync("one");
        _shop.ImageDirectory = _image.LayoutDirectory;
    }

    public async Task DisposeAsync()
    {
        _output.Dispose();
        await _shop.DisposeAsync();
    }

    [Fact]
    public async Task The_first_release_migrates_before_the_service_changes()
    {
        var log = new EffectLog();

        var results = await _shop.DeployAsync(observer: log);

        results.Single(x => x.Step == "migrate api").Outcome!.Kind.ShouldBe(OutcomeKind.Succeeded);
        log.Begun.Where(x => x.EndsWith(" api", StringComparison.Ordinal)).ShouldBe(["migrate api: migrate api", "roll out api: update api"]);
        _shop.Service.Migrations.ShouldBe([$"dotnet Shop.dll migrate with 123456789012.dkr.ecr.us-east-1.amazonaws.com/shop@{_image.ManifestDigest}"]);
    }

    [Fact]
    public async Task Migrations_of_an_image_that_ran_are_not_run_again_however_often_that_was_found()
    {
        await _shop.DeployAsync();
        var first = (await _shop.CurrentAsync()).Release;
        _shop.Change("Sale");
        var second = await MigrationAsync();
        _shop.Change("Other");
        var third = await MigrationAsync();

        second.Outcome.ShouldBe(Outcome.Unchanged($"The migrations of this image ran with release {first}, or before it; --force runs them again."));
        third.Outcome!.Kind.ShouldBe(OutcomeKind.Unchanged);
        _shop.Service.Migrations.Count.ShouldBe(1);
    }

    /// <summary>The database may be another one by now: restored, emptied, moved.</summary>
    [Fact]
    public async Task They_run_again_where_that_is_asked_for()
    {
        await _shop.DeployAsync();

        var results = await _shop.DeployAsync(settings: x => x with { MigratesAgain = true });

        results.Single(x => x.Step == "migrate api").Outcome!.Kind.ShouldBe(OutcomeKind.Succeeded);
        results[^1].Outcome!.IsSuccess.ShouldBeTrue();
        _shop.Service.Migrations.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Migrations_that_were_left_out_run_with_the_next_release()
    {
        await _shop.DeployAsync(without: ["migrate"]);
        (await _shop.CurrentAsync()).Steps.ShouldNotContain(x => x.Name == "migrate api");
        _shop.Change("Sale");

        (await MigrationAsync()).Outcome!.Kind.ShouldBe(OutcomeKind.Succeeded);

        _shop.Service.Migrations.Count.ShouldBe(1);
    }

    /// <summary>The same release, deployed once more, makes up for what it left out.</summary>
    [Fact]
    public async Task Migrations_that_were_left_out_run_when_the_same_is_deployed_again()
    {
        await _shop.DeployAsync(without: ["migrate"]);

        (await MigrationAsync()).Outcome!.Kind.ShouldBe(OutcomeKind.Succeeded);

        _shop.Service.Migrations.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Another_image_has_migrations_of_its_own()
    {
        await _shop.DeployAsync();
        _shop.ImageDirectory = (await BuildAsync("two")).LayoutDirectory;
        _shop.Change("Sale");

        (await MigrationAsync()).Outcome!.Kind.ShouldBe(OutcomeKind.Succeeded);

        _shop.Service.Migrations.Count.ShouldBe(2);
    }

    /// <summary>An earlier program recorded a release only when every step of it had succeeded.</summary>
    [Fact]
    public async Task A_record_of_version_1_says_that_the_migrations_of_its_image_ran()
    {
        var release = SomeRelease.Id(-60);
        _shop.Cloud.S3.Put(SmallCloud.LedgerBucket, $"{Shop.Prefix}/current.json", $$"""
            { "release": "{{release}}", "content": "{{SomeRelease.Content()}}", "since": "2026-11-21T11:59:30+00:00", "version": 1 }
            """);
        _shop.Cloud.S3.Put(SmallCloud.LedgerBucket, $"{Shop.Prefix}/releases/{release}.json", $$"""
            {
              "version": 1,
              "release": "{{release}}",
              "content": "{{SomeRelease.Content()}}",
              "imageDigest": "{{_image.ManifestDigest}}",
              "site": {},
              "who": "mira@desk",
              "where": { "stack": "shop", "region": "us-east-1", "account": "123456789012", "publicUrl": "https://shop.example.com" },
              "started": "2026-11-21T11:59:00+00:00",
              "finished": "2026-11-21T11:59:30+00:00",
              "outcome": "Succeeded",
              "reason": "It serves.",
              "verified": true
            }
            """);

        (await MigrationAsync()).Outcome.ShouldBe(
            Outcome.Unchanged($"The migrations of this image ran with release {release}, or before it; --force runs them again."));

        _shop.Service.Migrations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_migration_that_fails_stops_the_service_and_the_site()
    {
        await _shop.DeployAsync();
        var before = await _shop.CurrentAsync();
        _shop.ImageDirectory = (await BuildAsync("two")).LayoutDirectory;
        _shop.Change("Sale");
        _shop.Service.NextMigration = new Outcome(OutcomeKind.Failed, "The migration ended with exit code 7.");

        var results = await _shop.DeployAsync();

        results[^1].Step.ShouldBe("migrate api");
        results[^1].Outcome!.Kind.ShouldBe(OutcomeKind.Failed);
        results[^1].Outcome!.Reason.ShouldStartWith("The migration ended with exit code 7. Asked now, ");
        results[^1].Outcome!.Reason.ShouldContain($"names release {before.Release}");
        _shop.Service.Revision.ShouldBe("api:2");
        (await _shop.VisitAsync()).ShouldContain(before.Release.ToString());
    }

    [Fact]
    public async Task Where_the_build_names_no_command_there_is_nothing_to_migrate()
    {
        _shop.MigrateCommand = [];

        var result = await MigrationAsync();

        (result.Outcome, result.Reason).ShouldBe((null, "The build names no command that migrates."));
    }

    [Fact]
    public async Task Where_others_migrate_the_deploy_does_not()
    {
        await using var shop = new Shop("The instances migrate when they deploy.") { MigrateCommand = ["migrate"] };

        var result = (await shop.DeployAsync()).Single(x => x.Step == "migrate api");

        (result.Outcome, result.Reason, shop.Service.Migrations.Count).ShouldBe((null, "The instances migrate when they deploy.", 0));
    }

    private async Task<StepResult> MigrationAsync() => (await _shop.DeployAsync()).Single(x => x.Step == "migrate api");

    private async Task<OciImage> BuildAsync(string content)
    {
        _output.Write("Shop.Api.dll", content);
        return (await new ImageBuilder().BuildAsync(_output.Options, _output.Layout(content))).Image;
    }
}
