using Fairlead.Deployments;
using Fairlead.Releases;
using Fairlead.Verification;

namespace Fairlead.Tests.Deployments;

/// <summary>What is otherwise by now than a release was recorded with, although it is still the same release.</summary>
public sealed class CorrectionTests : IAsyncLifetime
{
    private const string First = "18e51ce4-89cf-536b-42bb-e0276b20643d";
    private static readonly TerraformState State = new(3, First);
    private readonly Shop _shop = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    [Fact]
    public async Task The_revision_that_a_mended_service_runs_is_the_one_that_status_and_the_way_back_know()
    {
        await _shop.DeployAsync();
        _shop.Service.Run(1);
        (await _shop.DeployAsync())[^1].Outcome!.Word.ShouldBe("Succeeded (mended: service api)");

        _shop.Service.Revision.ShouldBe("api:3");
        (await _shop.CurrentAsync()).Services["api"].ShouldSatisfyAllConditions(
            x => x.Revision.ShouldBe("api:3"),
            x => x.PreviousRevision.ShouldBe("api:2"));
        (await DifferencesAsync()).ShouldBeEmpty();
        (await _shop.DeployAsync()).ShouldAllBe(x => x.Outcome == null || x.Outcome.Kind == OutcomeKind.Unchanged);

        _shop.Change("two");
        await _shop.DeployAsync();
        (await _shop.GoBackAsync())[^1].Outcome!.IsSuccess.ShouldBeTrue();
        _shop.Service.Revision.ShouldBe("api:3");
        (await DifferencesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_failed_deploy_after_it_goes_back_to_that_revision_too()
    {
        await _shop.DeployAsync();
        _shop.Service.Run(1);
        await _shop.DeployAsync();
        _shop.Change("two");
        _shop.Checks = [Smoke.Get("/").Contains("nobody says that")];

        (await _shop.DeployAsync())[^1].Outcome!.Kind.ShouldBe(OutcomeKind.RolledBack);

        _shop.Service.Revision.ShouldBe("api:3");
        (await DifferencesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_run_that_was_killed_before_it_could_note_that_leaves_it_to_the_next()
    {
        await _shop.DeployAsync();
        _shop.Service.Run(1);
        await _shop.DeployAsync();
        _shop.Cloud.S3.Remove(SmallCloud.LedgerBucket, Correction(await _shop.CurrentAsync()));

        (await DifferencesAsync()).ShouldBe(["api: it runs api:3, and the release recorded api:2."]);
        (await _shop.DeployAsync())[^1].Outcome!.Kind.ShouldBe(OutcomeKind.Succeeded);
        (await DifferencesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_note_that_is_damaged_is_written_anew()
    {
        await _shop.DeployAsync();
        _shop.Service.Run(1);
        await _shop.DeployAsync();
        _shop.Cloud.S3.Put(SmallCloud.LedgerBucket, Correction(await _shop.CurrentAsync()), """{"version":1,"release":null,"revisions":{"api":null}}""");

        (await _shop.DeployAsync())[^1].Outcome!.Kind.ShouldBe(OutcomeKind.Succeeded);

        (await _shop.CurrentAsync()).Services["api"].Revision.ShouldBe("api:3");
        (await _shop.DeployAsync()).ShouldAllBe(x => x.Outcome == null || x.Outcome.Kind == OutcomeKind.Unchanged);
    }

    [Fact]
    public async Task The_revisions_that_no_kept_release_runs_by_now_are_pruned_and_those_that_one_runs_are_not()
    {
        await _shop.DeployAsync();
        _shop.Service.Run(1);
        await _shop.DeployAsync();
        _shop.Change("two");
        await _shop.DeployAsync();
        _shop.Change("three");
        await _shop.DeployAsync();

        (await _shop.PruneAsync(keep: 1)).Outcome!.IsSuccess.ShouldBeTrue();

        // api:4 is what the kept release replaced.
        _shop.Service.Removed.ShouldBe(["api:3"]);
    }

    [Fact]
    public async Task The_version_of_terraforms_state_is_recorded_and_a_later_one_is_a_difference_until_a_deploy_has_seen_it()
    {
        _shop.State = State;
        await _shop.DeployAsync();
        (await _shop.CurrentAsync()).TerraformState.ShouldBe(State);
        (await ReadAsync()).ShouldSatisfyAllConditions(
            x => x.Differences.ShouldBeEmpty(),
            x => x.Lines.ShouldContain($"State     Terraform's state {State.Lineage} is at serial 3"));

        _shop.State = State with { Serial = 5 };
        (await DifferencesAsync()).ShouldBe(["Terraform's state is at serial 5, and the release recorded 3: the infrastructure was changed since."]);
        (await _shop.DeployAsync())[^1].Outcome!.Kind.ShouldBe(OutcomeKind.Succeeded);

        (await _shop.CurrentAsync()).TerraformState.ShouldBe(_shop.State);
        (await DifferencesAsync()).ShouldBeEmpty();
        (await _shop.DeployAsync()).ShouldAllBe(x => x.Outcome == null || x.Outcome.Kind == OutcomeKind.Unchanged);
    }

    [Theory]
    [InlineData(2, First, "Terraform's state is at serial 2, and the release recorded 3: an older state was put in its place.")]
    [InlineData(3, "another", $"Terraform's state is another one: its lineage is another, and the release recorded {First}.")]
    public async Task An_older_state_and_another_one_are_told(long serial, string lineage, string difference)
    {
        _shop.State = State;
        await _shop.DeployAsync();

        _shop.State = new TerraformState(serial, lineage);

        (await DifferencesAsync()).ShouldBe([difference]);
    }

    [Fact]
    public async Task A_rollback_by_hand_leaves_the_infrastructure_as_it_is_and_notes_which_that_was()
    {
        _shop.State = State;
        await _shop.DeployAsync();
        _shop.Change("two");
        _shop.State = State with { Serial = 4 };
        await _shop.DeployAsync();

        (await _shop.GoBackAsync())[^1].Outcome!.IsSuccess.ShouldBeTrue();

        (await DifferencesAsync()).ShouldBeEmpty();
    }

    /// <summary>What Terraform applied for the release that failed stays applied, and the place is as recorded all the same.</summary>
    [Fact]
    public async Task After_a_deploy_that_went_back_the_state_that_it_applied_is_no_difference()
    {
        _shop.State = State;
        await _shop.DeployAsync();
        _shop.Change("two");
        _shop.State = State with { Serial = 4 };
        _shop.Checks = [Smoke.Get("/").Contains("nobody says that")];

        (await _shop.DeployAsync())[^1].Outcome!.Kind.ShouldBe(OutcomeKind.RolledBack);

        (await DifferencesAsync()).ShouldBeEmpty();
        (await _shop.CurrentAsync()).TerraformState.ShouldBe(_shop.State);
    }

    [Fact]
    public async Task What_a_rollback_by_hand_records_does_not_say_that_state_and_commits_went_back()
    {
        _shop.State = State;
        await _shop.DeployAsync();
        _shop.Change("two");
        _shop.State = State with { Serial = 4 };
        await _shop.DeployAsync();
        await _shop.GoBackAsync();

        var record = (await _shop.Ledger.ReadAsync((await _shop.Ledger.ListAsync(default))[0], default)).ShouldNotBeNull();

        record.Restores.ShouldNotBeNull();
        (record.TerraformState, record.Commits).ShouldBe((_shop.State, null));
    }

    /// <summary>What is noted of a service is noted under the name that its record has, whatever it is called by then.</summary>
    [Fact]
    public async Task Of_services_that_swapped_their_names_each_keeps_its_own_revision()
    {
        var worker = _shop.AddService("worker");
        var jobs = _shop.AddService("jobs");
        _shop.State = State;
        await _shop.DeployAsync();
        worker.Run(1);
        await _shop.DeployAsync();
        var first = (await _shop.CurrentAsync()).Release;
        _shop.Change("two");
        _shop.Rename("worker", "interim");
        _shop.Rename("jobs", "worker");
        _shop.Rename("interim", "jobs");
        _shop.State = State with { Serial = 4 };
        await _shop.DeployAsync();

        (await _shop.GoBackAsync())[^1].Outcome!.IsSuccess.ShouldBeTrue();

        (worker.Revision, jobs.Revision).ShouldBe(("worker:3", "jobs:2"));
        var record = (await _shop.Ledger.ReadAsync(first, default)).ShouldNotBeNull();
        (record.Services["worker"].Revision, record.Services["jobs"].Revision, record.TerraformState).ShouldBe(("worker:3", "jobs:2", _shop.State));
        (await DifferencesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_note_of_a_newer_program_is_not_read_past()
    {
        await _shop.DeployAsync();
        _shop.Cloud.S3.Put(SmallCloud.LedgerBucket, Correction(await _shop.CurrentAsync()), """{"version":2}""");

        (await DifferencesAsync()).ShouldContain(x => x.Contains("corrected.json", StringComparison.Ordinal) && x.Contains("newer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_release_does_not_fail_because_the_state_cannot_be_read_and_status_says_so()
    {
        _shop.StateProblem = new FairleadException("The state is not there.", "The bucket is gone.", "");

        (await _shop.DeployAsync())[^1].Outcome!.IsSuccess.ShouldBeTrue();

        _shop.Reporter.Warnings.ShouldContain(x => x.StartsWith("The version of Terraform's state is not recorded", StringComparison.Ordinal));
        (await DifferencesAsync()).ShouldHaveSingleItem().ShouldStartWith("Terraform's state cannot be read. The state is not there.");
    }

    private static string Correction(ReleaseManifest manifest) => $"{Shop.Prefix}/releases/{manifest.Release}.corrected.json";

    private async Task<IReadOnlyList<string>> DifferencesAsync() => (await ReadAsync()).Differences;

    private Task<PlaceStatus> ReadAsync() => PlaceStatus.ReadAsync(_shop.NewPlace(), TimeProvider.System, default);
}
