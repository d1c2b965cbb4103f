using Fairlead.Deployments.Reports;
using Fairlead.Releases;

namespace Fairlead.Tests.Deployments.Reports;

public sealed class ReleaseHistoryTests
{
    private static readonly ReleaseManifest First = SomeRelease.Manifest(1, "1");

    [Fact]
    public void The_newest_release_comes_first_in_whatever_order_they_were_read()
    {
        var history = Of([Next(2), First, Next(3)], SomeRelease.Id(3));

        history.Releases.Select(x => x.Release).ShouldBe([SomeRelease.Id(3), SomeRelease.Id(2), SomeRelease.Id(1)]);
        history.Current!.Release.ShouldBe(SomeRelease.Id(3));
        history.Place!.Stack.ShouldBe("shop");
    }

    [Fact]
    public void A_release_is_compared_with_the_one_that_was_current_not_with_the_one_that_failed_before_it()
    {
        var failed = Next(2) with { Outcome = OutcomeKind.Failed, Verified = false };

        Of([First, failed, Next(3) with { PreviousRelease = First.Release }], SomeRelease.Id(3))
            .Releases[0].Changes.Previous.ShouldBe(First.Release);
    }

    [Fact]
    public void A_release_whose_predecessor_has_no_record_says_so()
    {
        var history = Of([Next(3)], SomeRelease.Id(3));

        history.Releases[0].Changes.Previous.ShouldBeNull();
        TextReleaseHistory.Write(history).ShouldContain($"after {SomeRelease.Id(2)}, whose record is not there");
        HtmlReleaseHistory.Write(history).ShouldContain("is not there: everything counts as new");
    }

    [Fact]
    public void Only_verified_releases_other_than_the_current_one_can_be_gone_back_to()
    {
        var untested = Next(2) with { Verified = false };
        var rolledBack = Next(3) with { Outcome = OutcomeKind.RolledBack, Verified = false };

        var history = Of([First, untested, rolledBack, Next(4)], SomeRelease.Id(4));

        history.Releases.Select(x => x.WhyNotRestorable).ShouldBe(
            [
                "It is the current release.",
                $"Release {SomeRelease.Id(3)} did not succeed: it ended RolledBack.",
                $"Release {SomeRelease.Id(2)} was never seen to serve: it was not smoke-tested.",
                null,
            ]);
        history.RollbackTarget!.Release.ShouldBe(First.Release);
        history.Releases[2].Word.ShouldBe("Succeeded (not smoke-tested)");
    }

    [Fact]
    public void What_was_pruned_cannot_be_gone_back_to()
    {
        var ledger = SomeHistory.InLedger(First, Next(2), Next(3)).Select(x => x with { IsPruned = x.Release == SomeRelease.Id(2) }).ToList();

        var history = ReleaseHistory.Of(ledger, SomeRelease.Id(3));

        history.Releases[1].WhyNotRestorable.ShouldNotBeNull().ShouldContain("was pruned");
        history.RollbackTarget!.Release.ShouldBe(First.Release);
    }

    [Fact]
    public void What_serves_already_is_nothing_to_go_back_to()
    {
        var again = Next(3) with { Content = First.Content, Restores = First.Release, Services = First.Services, Sites = First.Sites };

        var history = Of([First, Next(2), again], SomeRelease.Id(3));

        history.Releases[2].WhyNotRestorable.ShouldBe("Everything of it serves already.");
        history.Releases[0].SameContentAs.ShouldBe(First.Release);
        history.RollbackTarget!.Release.ShouldBe(SomeRelease.Id(2));
    }

    /// <summary>Deployed, another one, back to the first, and the other one once more: its first release holds what serves.</summary>
    [Fact]
    public void What_is_recommended_is_what_a_rollback_takes_and_not_the_newest_that_is_restorable()
    {
        var back = First with { Release = SomeRelease.Id(3), Restores = First.Release, PreviousRelease = SomeRelease.Id(2) };
        var again = Next(4) with { Content = Next(2).Content, PreviousRelease = First.Release };

        var history = Of([First, Next(2), back, again], again.Release);

        history.Releases[2].IsRestorable.ShouldBeTrue();
        history.RollbackTarget!.Release.ShouldBe(First.Release);
        TextReleaseHistory.Write(history).ShouldContain($"What Rollback goes back to is {First.Release}:\n  ./build.sh Rollback --to {First.Release}\n");
        JsonReleaseHistory.Write(history).ShouldContain($"\"rollbackTarget\": \"{First.Release}\"");
        HtmlReleaseHistory.Write(history).ShouldContain($"<p>To <a class=\"id\" href=\"#{First.Release}\">");
    }

    [Fact]
    public void Back_at_the_first_release_a_rollback_has_none_before_it_although_a_newer_one_can_be_named()
    {
        var back = First with { Release = SomeRelease.Id(3), Restores = First.Release, PreviousRelease = SomeRelease.Id(2) };

        var history = Of([First, Next(2), back], First.Release);

        history.RollbackTarget.ShouldBeNull();
        history.Releases[1].IsRestorable.ShouldBeTrue();
        TextReleaseHistory.Write(history).ShouldContain("Before the current release there is none that Rollback could go back to; --to names another.\n");
    }

    [Fact]
    public void After_a_run_that_did_not_end_a_rollback_brings_the_current_release_back()
    {
        var history = ReleaseHistory.Of(SomeHistory.InLedger(First, Next(2)), SomeRelease.Id(2), interrupted: SomeRelease.Id(9));

        history.RollbackTarget!.Release.ShouldBe(SomeRelease.Id(2));
        TextReleaseHistory.Write(history).ShouldContain("A run did not end. What Rollback brings back is the current release");
        ReleaseHistory.Of(SomeHistory.InLedger(First, Next(2), Next(3)), SomeRelease.Id(3), interrupted: First.Release).RollbackTarget!.Release
            .ShouldBe(First.Release);
    }

    [Fact]
    public void A_record_that_is_lost_on_the_way_is_passed_over()
        => Of([First, Next(2), Next(4)], SomeRelease.Id(4)).RollbackTarget!.Release.ShouldBe(SomeRelease.Id(2));

    [Fact]
    public void That_only_the_record_was_asked_is_told()
    {
        var history = Of([First, Next(2), Next(3)], SomeRelease.Id(3), looks: new Dictionary<ReleaseId, string?> { [SomeRelease.Id(2)] = null });

        history.Releases.Select(x => x.IsLookedAt).ShouldBe([false, true, false]);
        TextReleaseHistory.Write(history).Split('\n').Where(x => x.Contains("restorable", StringComparison.Ordinal)).Select(x => x[(x.LastIndexOf("  ") + 2)..])
            .ShouldBe(["restorable", "restorable by its record"]);
        JsonReleaseHistory.Write(history).Split("\"isLookedAt\"").Length.ShouldBe(3);
        HtmlReleaseHistory.Write(history).Split("So says its record; the place was not asked.").Length.ShouldBe(2);
        HtmlReleaseHistory.Write(Of([First, Next(2)], SomeRelease.Id(2))).ShouldNotContain("So says its record");
    }

    [Fact]
    public void What_a_release_that_failed_did_not_come_to_change_is_told_as_what_it_was_to_change()
    {
        var failed = Next(2) with { Outcome = OutcomeKind.Failed, Verified = false, Commit = "1111111" };

        TextReleaseHistory.Write(Of([First, failed], First.Release)).ShouldContain("was to change: commit 1111111");
    }

    [Fact]
    public void A_record_that_cannot_be_read_is_told_with_what_mends_it()
    {
        var damaged = new LedgerEntry(SomeRelease.Id(2), null, new LedgerDamage("s3://b/releases/x.json", "it is not <JSON>"));

        foreach (var history in new[] { ReleaseHistory.Of([.. SomeHistory.InLedger(First), damaged], First.Release), ReleaseHistory.Of([damaged], null) })
        {
            TextReleaseHistory.Write(history)
                .ShouldContain("\ns3://b/releases/x.json is damaged: it is not <JSON>. Mend it with ./build.sh RepairLedger.\n");
            HtmlReleaseHistory.Write(history).ShouldContain("it is not &lt;JSON&gt;. Mend it with ./build.sh RepairLedger.</p>");
            JsonReleaseHistory.Write(history).ShouldContain("\"s3://b/releases/x.json is damaged: it is not <JSON>.\"");
        }
    }

    [Fact]
    public void Without_a_current_release_there_is_no_way_back()
        => Of([First, Next(2)], null).Releases.Select(x => x.WhyNotRestorable).Distinct().ShouldBe(["No release is current, or its record is not there."]);

    [Fact]
    public void What_was_found_at_the_place_is_told()
        => Of([First, Next(2)], SomeRelease.Id(2), looks: new Dictionary<ReleaseId, string?> { [First.Release] = "Its image is gone." })
            .Releases[1].WhyNotRestorable.ShouldBe("Its image is gone.");

    [Theory]
    [InlineData(OutcomeKind.Succeeded, OutcomeKind.Succeeded, false)]
    [InlineData(OutcomeKind.RolledBack, OutcomeKind.Succeeded, false)]
    [InlineData(OutcomeKind.Failed, OutcomeKind.Failed, true)]
    [InlineData(OutcomeKind.Failed, null, true)]
    public void A_schema_that_cannot_go_back_stands_against_it_also_when_its_release_failed(OutcomeKind release, OutcomeKind? migration, bool isRestorable)
    {
        var schema = new ReleasedService { Revision = "shop:2", SchemaVersion = "12", OldestCompatibleSchema = "11" };
        var old = First with { Services = Api("shop:1") };
        var migrated = Next(2) with
        {
            Outcome = release,
            Verified = release == OutcomeKind.Succeeded,
            Services = new Dictionary<string, ReleasedService> { ["api"] = schema },
            Steps = [new("migrate api", migration, "A reason.", 1)],
        };

        var history = Of([old, migrated, Next(3) with { PreviousRelease = old.Release, Services = Api("shop:3") }], SomeRelease.Id(3));

        history.Releases[2].IsRestorable.ShouldBe(isRestorable);
        (history.Releases[2].WhyNotRestorable?.Contains("The schema of api cannot go back", StringComparison.Ordinal) ?? false).ShouldBe(!isRestorable);

        static Dictionary<string, ReleasedService> Api(string revision) => new() { ["api"] = new ReleasedService { Revision = revision, SchemaVersion = "9" } };
    }

    [Fact]
    public void Content_that_comes_again_is_told()
    {
        var history = Of([First, Next(2), Next(3) with { Content = First.Content }], SomeRelease.Id(3));

        history.Releases.Select(x => x.SameContentAs).ShouldBe([First.Release, null, null]);
        TextReleaseHistory.Write(history).ShouldContain($"the content of {First.Release} again");
        HtmlReleaseHistory.Write(history).ShouldContain("It is the content of <a");
    }

    [Theory]
    [InlineData("mira@desk", "mira@desk", null)]
    [InlineData("https://ci.example/1", "CI", "https://ci.example/1")]
    [InlineData("runner@ci, https://ci.example/1", "runner@ci", "https://ci.example/1")]
    [InlineData("runner@ci, https://user:hidden@ci.example/1", "runner@ci", "https://ci.example/1")]
    [InlineData("mira@desk, javascript:alert(1)", "mira@desk, javascript:alert(1)", null)]
    public void Who_is_a_person_a_run_or_both(string who, string person, string? url)
    {
        var entry = Of([First with { Who = who }], null).Releases[0];

        entry.Person.ShouldBe(person);
        entry.RunUrl.ShouldBe(url);
    }

    private static ReleaseHistory Of(
        IEnumerable<ReleaseManifest> manifests, ReleaseId? current, IReadOnlyDictionary<ReleaseId, string?>? looks = null)
        => ReleaseHistory.Of(SomeHistory.InLedger(manifests), current, looks);

    private static ReleaseManifest Next(int second)
        => SomeRelease.Manifest(second, $"{second}") with { PreviousRelease = SomeRelease.Id(second - 1) };
}
