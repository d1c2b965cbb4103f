using System.Text;
using Fairlead.Releases;
using static Fairlead.Tests.Releases.ChainedReleases;

namespace Fairlead.Tests.Releases;

public sealed class LedgerRepairTests : IDisposable
{
    private static readonly LockOptions Options = new() { Wait = TimeSpan.Zero };
    private readonly TestClock _time = new(SomeRelease.Noon.AddHours(1));
    private readonly RecordingReporter _reporter = new();
    private readonly LedgerBucket _bucket;
    private readonly Ledger _ledger;
    private readonly LedgerRepair _repair;
    private readonly Dictionary<string, string> _site = [];

    public LedgerRepairTests()
    {
        _bucket = new LedgerBucket(_time);
        _ledger = _bucket.Ledger();
        _repair = new LedgerRepair(_ledger, _time);
        for (var i = 1; i <= 3; i++)
        {
            _bucket.Record(Manifest(i));
            _bucket[$"releases/{SomeRelease.Id(i)}/site/index.html"] = Page(i);
        }

        _bucket.Point(Manifest(3));
    }

    [Fact]
    public async Task Nothing_is_wrong_with_a_ledger_that_is_as_it_was_written()
    {
        var plan = await PlanAsync(Serving(3));

        plan.IsEmpty.ShouldBeTrue();
        plan.ToString().ShouldBe("Nothing is wrong with the ledger.");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{\"version\": 1, \"rel")]
    public async Task The_current_release_is_found_again_from_what_serves(string? content)
    {
        Damage("current.json", content);

        // The newest was not deployed to the end: what serves is the one before it.
        var plan = await PlanAsync(Serving(2));
        await ApplyAsync(plan);

        (await _ledger.ReadCurrentAsync(default))!.Release.ShouldBe(SomeRelease.Id(2));
        (await PlanAsync(Serving(2))).IsEmpty.ShouldBeTrue();
        _bucket.Keys.Count(x => x.StartsWith("damaged/current.json.", StringComparison.Ordinal)).ShouldBe(content is null ? 0 : 1);
    }

    [Fact]
    public async Task What_was_moved_aside_is_the_same_to_the_byte()
    {
        _bucket["current.json"] = "no JSON, and not to be lost";

        await ApplyAsync(await PlanAsync(Serving(3)));

        _bucket[_bucket.Keys.Single(x => x.StartsWith("damaged/", StringComparison.Ordinal))].ShouldBe("no JSON, and not to be lost");
    }

    [Fact]
    public async Task Nothing_is_guessed_when_what_serves_is_no_verified_release()
    {
        _bucket.Remove("current.json");

        var mixed = await PlanAsync(new ServedReleases(
            new Dictionary<string, ReleaseId?> { ["web"] = SomeRelease.Id(3) }, new Dictionary<string, ReleaseId?> { ["api"] = SomeRelease.Id(2) }));
        mixed.Actions.ShouldBeEmpty();
        mixed.Refusal.ShouldBe("current.json cannot be found again (it is lost): what serves is no verified release, as the page of web names "
            + $"{SomeRelease.Id(3)}, api names {SomeRelease.Id(2)}. "
            + $"The newest verified releases are {SomeRelease.Id(3)}, {SomeRelease.Id(2)}, {SomeRelease.Id(1)}. "
            + "Say which one is current with ./build.sh RepairLedger --choose RELEASE.");

        (await PlanAsync(Serving(null))).Refusal.ShouldNotBeNull().ShouldContain("api could not be asked");
        (await PlanAsync(Serving(9))).Refusal.ShouldNotBeNull().ShouldContain($"api names {SomeRelease.Id(9)}");
        _bucket.Record(Manifest(3) with { Verified = false });
        (await PlanAsync(Serving(3))).Refusal.ShouldNotBeNull().ShouldContain($"The newest verified releases are {SomeRelease.Id(2)}, {SomeRelease.Id(1)}.");
        var refused = await Should.ThrowAsync<FairleadException>(() => ApplyAsync(mixed));
        refused.What.ShouldBe("The ledger is not mended.");
    }

    [Fact]
    public async Task The_user_may_choose_and_the_next_deploy_knows_that_other_things_may_be_there()
    {
        _bucket.Remove("current.json");

        await ApplyAsync(await PlanAsync(Serving(9), choose: 2));

        (await _ledger.ReadCurrentAsync(default))!.Release.ShouldBe(SomeRelease.Id(2));
        var intent = (await _ledger.ReadIntentAsync(default)).ShouldNotBeNull();
        (intent.Release, intent.EntryPoints).ShouldBe((SomeRelease.Id(2), null));
    }

    [Fact]
    public async Task Only_a_release_that_is_recorded_as_a_success_can_be_chosen()
    {
        _bucket.Remove("current.json");
        _bucket.Record(Manifest(2) with { Outcome = OutcomeKind.Failed, Verified = false });

        (await PlanAsync(Serving(9), choose: 8)).Refusal.ShouldNotBeNull().ShouldContain("has no record");
        (await PlanAsync(Serving(9), choose: 2)).Refusal.ShouldNotBeNull().ShouldContain("did not succeed");
    }

    [Fact]
    public async Task Nobody_chooses_where_nothing_is_wrong()
        => (await PlanAsync(Serving(3), choose: 1)).Refusal.ShouldNotBeNull().ShouldContain($"./build.sh Rollback --to {SomeRelease.Id(1)}");

    [Fact]
    public async Task A_damaged_record_is_moved_aside_and_never_deleted()
    {
        var name = $"releases/{SomeRelease.Id(1)}.json";
        _bucket[name] = "{";

        var plan = await PlanAsync(Serving(3));
        plan.ToString().ShouldBe($"""
            1. Move {name} aside to damaged/, because it ends in the middle.
            Release {SomeRelease.Id(1)} can no longer be gone back to: its record is lost.
            """.ReplaceLineEndings("\n"));
        await ApplyAsync(plan);

        _bucket.Keys.ShouldNotContain(name);
        _bucket.Keys.ShouldContain(x => x.StartsWith($"damaged/{name}.", StringComparison.Ordinal));
        (await _ledger.ListAsync(default)).ShouldBe([SomeRelease.Id(3), SomeRelease.Id(2)]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{")]
    public async Task When_the_record_of_the_current_release_is_gone_the_user_must_choose(string? content)
    {
        Damage($"releases/{SomeRelease.Id(3)}.json", content);

        (await PlanAsync(Serving(3))).Refusal.ShouldNotBeNull().ShouldContain($"it names {SomeRelease.Id(3)}, whose record is");
        await ApplyAsync(await PlanAsync(Serving(3), choose: 2));

        (await _ledger.ReadCurrentManifestAsync(default))!.Release.ShouldBe(SomeRelease.Id(2));
        (await _ledger.ReadIntentAsync(default)).ShouldNotBeNull().Release.ShouldBe(SomeRelease.Id(2));
    }

    [Fact]
    public async Task A_damaged_note_of_an_interrupted_run_becomes_one_that_says_that_nothing_is_known()
    {
        _bucket["in-progress.json"] = "{\"version\"";

        await ApplyAsync(await PlanAsync(Serving(3)));

        var intent = (await _ledger.ReadIntentAsync(default)).ShouldNotBeNull();
        (intent.Release, intent.Content, intent.EntryPoints).ShouldBe((SomeRelease.Id(3), Manifest(3).Content, null));
        (await PlanAsync(Serving(3))).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task A_release_that_serves_and_that_no_record_knows_was_made_by_a_run_whose_note_is_lost()
    {
        await ApplyAsync(await PlanAsync(Serving(9)));

        (await _ledger.ReadCurrentAsync(default))!.Release.ShouldBe(SomeRelease.Id(3));
        (await _ledger.ReadIntentAsync(default)).ShouldNotBeNull().Release.ShouldBe(SomeRelease.Id(3));
    }

    [Fact]
    public async Task A_damaged_lock_is_replaced_when_it_is_older_than_the_lease_by_the_stores_clock()
    {
        _bucket["lock.json"] = "{\"version\": 1, \"fence\": 4000000000000, \"tok";
        _time.Advance(150);
        var young = await PlanAsync(Serving(3));
        young.Refusal.ShouldNotBeNull().ShouldContain("It was written 150 s ago, and somebody may hold it.");
        young.Actions.ShouldBeEmpty();

        _time.Advance(1);
        await ApplyAsync(await PlanAsync(Serving(3)));

        await using var taken = await TakeLockAsync(default);
        taken.Fence.ShouldBe(4000000000002);
    }

    [Fact]
    public async Task A_lock_that_says_nothing_at_all_is_replaced_by_one_with_a_higher_number_than_any_before()
    {
        await using (await TakeLockAsync(default))
        {
        }

        _bucket["lock.json"] = "";
        _time.Advance(151);
        await ApplyAsync(await PlanAsync(Serving(3)));

        await using var taken = await TakeLockAsync(default);
        taken.Fence.ShouldBe(_time.GetUtcNow().ToUnixTimeSeconds() + 1);
    }

    [Fact]
    public async Task What_a_newer_program_wrote_is_left_alone()
    {
        _bucket[$"releases/{SomeRelease.Id(1)}.json"] = """{"version": 3}""";
        _bucket.Remove("current.json");

        var plan = await PlanAsync(Serving(3));

        plan.Actions.ShouldBeEmpty();
        plan.Refusal.ShouldNotBeNull().ShouldContain("Use the newer Fairlead here, too.");
    }

    [Fact]
    public async Task A_copy_of_an_entry_point_is_kept_again_where_the_site_serves_the_same_bytes()
    {
        _bucket[$"releases/{SomeRelease.Id(3)}/site/index.html"] = "<html";
        _bucket.Remove($"releases/{SomeRelease.Id(2)}/site/index.html");
        _site["index.html"] = Page(3);

        var plan = await PlanAsync(Serving(3));
        plan.Findings.ShouldBe([$"Release {SomeRelease.Id(2)} can no longer be gone back to: the copy of index.html of web is lost."]);
        await ApplyAsync(plan);

        (await _ledger.FindEntryPointDamageAsync(Manifest(3), default)).ShouldBeEmpty();
        (await _ledger.FindEntryPointDamageAsync(Manifest(2), default)).ShouldHaveSingleItem();
        _bucket.Keys.Count(x => x.StartsWith("damaged/", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task An_object_that_changed_since_it_was_looked_at_is_left_alone()
    {
        _bucket["current.json"] = "{";
        var plan = await PlanAsync(Serving(3));
        _bucket.Point(Manifest(2));

        (await Should.ThrowAsync<FairleadException>(() => ApplyAsync(plan))).Why.ShouldContain("changed since it was looked at");

        (await _ledger.ReadCurrentAsync(default))!.Release.ShouldBe(SomeRelease.Id(2));
    }

    [Fact]
    public async Task A_repair_waits_for_the_lock_and_writes_nothing_without_it()
    {
        _bucket["current.json"] = "{";
        var plan = await PlanAsync(Serving(3));
        await using var held = await TakeLockAsync(default);

        await Should.ThrowAsync<FairleadException>(() => ApplyAsync(plan));

        _bucket["current.json"].ShouldBe("{");
    }

    [Fact]
    public async Task Everything_at_once_is_mended_in_one_go()
    {
        _bucket["current.json"] = "";
        _bucket["in-progress.json"] = "x";
        _bucket["lock.json"] = "<xml/>";
        _bucket[$"releases/{SomeRelease.Id(1)}.json"] = "{";
        _bucket[$"releases/{SomeRelease.Id(2)}/site/index.html"] = "";
        _time.Advance(TimeSpan.FromMinutes(10));

        await ApplyAsync(await PlanAsync(Serving(3)));

        var rest = await PlanAsync(Serving(3));
        rest.Actions.ShouldBeEmpty();
        rest.Findings.ShouldHaveSingleItem().ShouldContain("the copy of index.html of web is lost");
        (await _ledger.ReadCurrentManifestAsync(default))!.Release.ShouldBe(SomeRelease.Id(3));
        _bucket.Keys.Count(x => x.StartsWith("damaged/", StringComparison.Ordinal)).ShouldBe(4);
    }

    public void Dispose() => _bucket.Dispose();

    private void Damage(string name, string? content)
    {
        if (content is null)
        {
            _bucket.Remove(name);
        }
        else
        {
            _bucket[name] = content;
        }
    }

    private async Task<LedgerRepairPlan> PlanAsync(ServedReleases served, int? choose = null)
    {
        var contents = await _repair.ReadAsync(Options, LiveAsync, default);
        return LedgerRepairPlan.Create(contents, served, choose is { } second ? SomeRelease.Id(second) : null, "mira@desk");
    }

    private Task<EntryPointCopy?> LiveAsync(string site, string path, CancellationToken cancellationToken)
        => Task.FromResult(_site.TryGetValue(path, out var content) ? new EntryPointCopy(Encoding.UTF8.GetBytes(content), "text/html", "no-cache") : null);

    private Task ApplyAsync(LedgerRepairPlan plan) => _repair.ApplyAsync(plan, async x => await TakeLockAsync(x), _reporter, default);

    private Task<DeployLock> TakeLockAsync(CancellationToken cancellationToken)
        => DeployLock.AcquireAsync(_bucket.Client(), LedgerBucket.Name, LedgerBucket.Prefix, Options, _time, _reporter, cancellationToken);
}
