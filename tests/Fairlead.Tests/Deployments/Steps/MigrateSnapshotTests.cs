using Fairlead.Deployments;
using Fairlead.Releases;

namespace Fairlead.Tests.Deployments.Steps;

/// <summary>A snapshot of the database is taken before a migration, where it is asked for, and never after it.</summary>
public sealed class MigrateSnapshotTests : IAsyncLifetime
{
    private readonly Shop _shop;
    private readonly ScriptedRds _rds = new();

    public MigrateSnapshotTests() => _shop = NewShop(_rds);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    [Fact]
    public async Task It_is_taken_before_the_migration_and_told_and_recorded()
    {
        var log = new EffectLog();

        var results = await DeployAsync(observer: log);

        var current = await _shop.CurrentAsync();
        var name = $"fairlead-shop-api-{current.Release}";
        log.Begun.Where(x => x.StartsWith("migrate api", StringComparison.Ordinal)).Take(2)
            .ShouldBe(["migrate api: CreateDBSnapshot", "migrate api: migrate api"]);
        _rds.Made.ShouldBe([name]);
        results.Single(x => x.Step == "migrate api").Reason.ShouldBe($"It migrated. The snapshot {name} was taken before it.");
        current.Services["api"].Snapshot.ShouldBe(name);
        (await _shop.Ledger.ReadMigrationAsync(current.Release, "api", default))!.Snapshot.ShouldBe(name);
        current.Steps.Single(x => x.Name == "migrate api").Reason.ShouldContain(name);
    }

    [Fact]
    public async Task Without_being_asked_for_nobody_asks_RDS()
    {
        await _shop.DeployAsync();

        _rds.Calls.ShouldBeEmpty();
        (await _shop.CurrentAsync()).Services["api"].Snapshot.ShouldBeNull();
        _shop.Service.Migrations.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_release_that_does_not_migrate_takes_none_and_records_none()
    {
        _shop.MigrateCommand = [];

        await DeployAsync();

        _rds.Calls.ShouldBeEmpty();
        (await _shop.CurrentAsync()).Services["api"].Snapshot.ShouldBeNull();
    }

    [Fact]
    public async Task Where_others_migrate_it_is_said_that_there_is_none()
    {
        await using var shop = NewShop(_rds, "The instances migrate when they deploy.");

        var result = (await shop.DeployAsync(settings: Snapshots)).Single(x => x.Step == "migrate api");

        result.Reason.ShouldBe("The instances migrate when they deploy. No snapshot is taken before that.");
        _rds.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stack_that_names_no_database_is_refused_before_anything_is_changed()
    {
        var stack = _shop.Stack;
        _shop.Stack = x => stack(x) with { Services = [.. x.Services.Select(y => y with { DatabaseInstance = null })] };

        var results = await DeployAsync();

        results[^1].Step.ShouldBe("upload assets of web");
        results[^1].Outcome!.Kind.ShouldBe(OutcomeKind.Failed);
        results[^1].Reason.ShouldContain("No snapshot of the database of api can be taken: the outputs of stack shop name none. "
            + "Hand the identifier of its RDS instance out as database_instance, or deploy without --snapshot.");
        NothingWasChanged();
    }

    [Fact]
    public async Task A_database_that_RDS_does_not_know_is_refused_before_anything_is_changed()
    {
        _rds.Instance = "another-db";

        var results = await DeployAsync();

        results[^1].Reason.ShouldContain("No snapshot of the database of api can be taken: RDS knows no database instance shop-db.");
        NothingWasChanged();
    }

    [Fact]
    public async Task A_dry_run_lists_it_and_takes_none()
    {
        var deployment = _shop.NewDeployment(Snapshots);
        await using var run = _shop.Open(deployment, observer: null, isDryRun: true);

        var look = (await Shop.RunAsync(run, ReleaseSteps.Migrate(deployment)))[^1].Look;

        var release = (await deployment.ReleaseAsync()).Release;
        look.Changes.ShouldBe(
        [
            new PlannedChange(ChangeAction.Create, "snapshot of shop-db", $"fairlead-shop-api-{release}"),
            new PlannedChange(ChangeAction.Run, "migration of api", "migrate"),
        ]);
        _rds.Made.ShouldBeEmpty();
        Written.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_dry_run_says_that_it_is_impossible_and_what_to_do()
    {
        _rds.Cluster = "shop";
        var deployment = _shop.NewDeployment(Snapshots);
        await using var run = _shop.Open(deployment, observer: null, isDryRun: true);

        var look = (await Shop.RunAsync(run, ReleaseSteps.Migrate(deployment)))[^1].Look;

        look.Kind.ShouldBe(LookKind.Impossible);
        look.Problems.ShouldHaveSingleItem().Next.ShouldContain("without --snapshot");
    }

    [Fact]
    public async Task One_that_fails_ends_the_release_before_the_migration_began()
    {
        _rds.Course = [("creating", 0), ("failed", 0)];

        var results = await DeployAsync();

        results[^1].Step.ShouldBe("migrate api");
        results[^1].Outcome!.Kind.ShouldBe(OutcomeKind.Failed);
        results[^1].Reason.ShouldContain("was not made, and the migration did not begin. RDS says that it is failed.");
        _shop.Service.Migrations.ShouldBeEmpty();
        _shop.Service.Revision.ShouldBe("api:1");
    }

    [Fact]
    public async Task A_migration_that_fails_names_the_snapshot_and_so_does_its_record()
    {
        _shop.Service.NextMigration = new Outcome(OutcomeKind.Failed, "The migration ended with exit code 7.");

        var results = await DeployAsync();

        var name = _rds.Made.ShouldHaveSingleItem();
        results[^1].Reason.ShouldStartWith($"The migration ended with exit code 7. The snapshot {name} was taken before it.");
        var failed = (await _shop.Ledger.ListAsync(default)).ShouldHaveSingleItem();
        (await _shop.Ledger.ReadAsync(failed, default))!.Services["api"].Snapshot.ShouldBe(name);
    }

    [Fact]
    public async Task A_migration_that_breaks_off_names_the_snapshot()
    {
        _shop.Service.MigrationError = new FairleadException("Could not follow the migration.", "ECS does not answer.", "Try again.");

        var results = await DeployAsync();

        results[^1].Outcome!.Kind.ShouldBe(OutcomeKind.Failed);
        results[^1].Reason.ShouldStartWith(
            $"Could not follow the migration. ECS does not answer. Try again. The snapshot {_rds.Made.ShouldHaveSingleItem()} was taken before it.");
    }

    /// <summary>The migration ran. That RDS does not say what was before it must not have it run once more.</summary>
    [Fact]
    public async Task Where_a_migration_was_joined_an_RDS_that_does_not_answer_does_not_fail_it()
    {
        _shop.Service.IsMigrating = true;
        _rds.Instead = action => action == "DescribeDBSnapshots" ? ScriptedRds.Error("AccessDenied", "No.", 403) : null;

        (await DeployAsync()).ShouldAllBe(x => x.MayGoOn);

        _shop.Reporter.Lines.ShouldContain(x => x.StartsWith("warning: Could not read the snapshot fairlead-shop-api-", StringComparison.Ordinal));
    }

    /// <summary>Killed at any of its effects, the next run takes the snapshot that is there, if there is one, and never one after the migration.</summary>
    [Fact]
    public async Task Killed_at_any_effect_there_is_one_snapshot_and_it_is_older_than_the_migration()
    {
        var resumed = 0;
        for (var point = 0; ; point++)
        {
            var rds = new ScriptedRds();
            await using var shop = NewShop(rds);
            var kill = new KillAt(point);
            await shop.DeployAsync(settings: Snapshots, observer: kill);
            if (!kill.HasKilled)
            {
                break;
            }

            var hadMigrated = shop.Service.Migrations.Count;
            var made = rds.Made.Count;
            shop.Cloud.S3.Remove(SmallCloud.LedgerBucket, $"{Shop.Prefix}/lock.json");
            shop.Time.Advance(60);

            (await shop.DeployAsync(settings: Snapshots)).ShouldAllBe(x => x.MayGoOn, $"point {point}");

            var current = await shop.CurrentAsync();
            current.Services["api"].Snapshot.ShouldBe($"fairlead-shop-api-{current.Release}", $"point {point}");
            rds.Made.Distinct().ShouldBe([$"fairlead-shop-api-{current.Release}"], $"point {point}");
            rds.Made.Count.ShouldBe(1, $"point {point}");
            if (hadMigrated > 0)
            {
                made.ShouldBe(1, $"point {point}: the migration had run, so the snapshot was taken before");
                resumed++;
            }
        }

        resumed.ShouldBeGreaterThan(4, "From the migration on.");
    }

    /// <summary>The run before took none, and its migration runs: what is taken now would not be from before it.</summary>
    [Fact]
    public async Task Where_a_migration_is_joined_none_is_taken_any_more()
    {
        _shop.Service.IsMigrating = true;

        var results = await DeployAsync();

        _rds.Made.ShouldBeEmpty();
        results.Single(x => x.Step == "migrate api").Reason.ShouldBe("It migrated.");
        _shop.Reporter.Lines.ShouldContain("warning: No snapshot of the database of api is known: an interrupted run had started the migration.");
        (await _shop.CurrentAsync()).Services["api"].Snapshot.ShouldBeNull();
    }

    [Fact]
    public async Task Where_a_migration_is_joined_the_snapshot_of_the_run_that_started_it_is_recorded()
    {
        var deployment = _shop.NewDeployment(Snapshots);
        var name = $"fairlead-shop-api-{(await deployment.ReleaseAsync()).Release}";
        _rds.Add(name);
        _rds.Course = [("available", 100)];
        _shop.Service.IsMigrating = true;
        await using var run = _shop.Open(deployment);

        await _shop.RunAsync(deployment, run, []);

        (await _shop.CurrentAsync()).Services["api"].Snapshot.ShouldBe(name);
        _rds.Made.ShouldBeEmpty();
    }

    /// <summary>The same release, deployed once more, makes up for the migration; its record is beside the manifest.</summary>
    [Fact]
    public async Task Where_a_migration_is_made_up_for_the_next_release_knows_its_snapshot()
    {
        await _shop.DeployAsync(without: ["migrate"], settings: Snapshots);

        await DeployAsync();

        var deployment = _shop.NewDeployment();
        (await deployment.CurrentAsync(default))!.Services["api"].Snapshot.ShouldBe(_rds.Made.ShouldHaveSingleItem());
    }

    /// <summary>The database may be another one by now, of which the first snapshot says nothing.</summary>
    [Fact]
    public async Task Where_migrations_run_once_more_there_is_a_snapshot_of_then_and_the_release_names_it()
    {
        await DeployAsync();
        var first = _rds.Made.ShouldHaveSingleItem();
        _shop.Time.Advance(3600);

        var results = await _shop.DeployAsync(settings: x => Snapshots(x) with { MigratesAgain = true });

        _rds.Made.Count.ShouldBe(2);
        _rds.Made[1].ShouldStartWith($"{first}-again-");
        results.Single(x => x.Step == "migrate api").Reason.ShouldContain(_rds.Made[1]);
        (await _shop.CurrentAsync()).Services["api"].Snapshot.ShouldBe(_rds.Made[1]);
    }

    [Fact]
    public async Task A_way_back_has_no_snapshot_of_its_own()
    {
        await DeployAsync();
        var first = await _shop.CurrentAsync();
        _shop.Change("Sale");
        await DeployAsync();

        await _shop.GoBackAsync(first.Release);

        var records = await Task.WhenAll((await _shop.Ledger.ListAsync(default)).Select(x => _shop.Ledger.ReadAsync(x, default)));
        records.Single(x => x!.Restores == first.Release)!.Services["api"].Snapshot.ShouldBeNull();
        first.Services["api"].Snapshot.ShouldNotBeNull();
    }

    /// <summary>What was written, but to RDS, which is only ever posted to.</summary>
    private IEnumerable<string> Written => _shop.Cloud.Writes.Where(x => x != "POST /");

    private Task<IReadOnlyList<StepResult>> DeployAsync(IEffectObserver? observer = null) => _shop.DeployAsync(settings: Snapshots, observer: observer);

    private void NothingWasChanged()
    {
        _rds.Made.ShouldBeEmpty();
        _shop.Service.Migrations.ShouldBeEmpty();
        Written.ShouldAllBe(x => x.EndsWith("/lock.json", StringComparison.Ordinal));
    }

    private static DeploymentSettings Snapshots(DeploymentSettings settings) => settings with { SnapshotsDatabase = true };

    private static Shop NewShop(ScriptedRds rds, string? migratedBy = null)
    {
        var shop = new Shop(migratedBy) { MigrateCommand = ["migrate"] };
        shop.Stack = x => x with { Services = [.. x.Services.Select(y => y with { DatabaseInstance = "shop-db" })] };
        shop.Cloud.Instead = rds.Answer;
        return shop;
    }
}
