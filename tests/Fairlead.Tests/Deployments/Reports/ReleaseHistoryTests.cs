using Fairlead.Deployments.Reports;
using Fairlead.Releases;

namespace Fairlead.Tests.Deployments.Reports;

public sealed class ReleaseHistoryTests
{
    private static readonly ReleaseManifest First = SomeRelease.Manifest(1, "1");

    [Fact]
    public void The_newest_release_comes_first_in_whatever_order_they_were_read()
    {
        var history = ReleaseHistory.Of([Next(2), First, Next(3)], SomeRelease.Id(3));

        history.Releases.Select(x => x.Release).ShouldBe([SomeRelease.Id(3), SomeRelease.Id(2), SomeRelease.Id(1)]);
        history.Current!.Release.ShouldBe(SomeRelease.Id(3));
        history.Place!.Stack.ShouldBe("shop");
    }

    [Fact]
    public void A_release_is_compared_with_the_one_that_was_current_not_with_the_one_that_failed_before_it()
    {
        var failed = Next(2) with { Outcome = OutcomeKind.Failed, Verified = false };

        ReleaseHistory.Of([First, failed, Next(3) with { PreviousRelease = First.Release }], SomeRelease.Id(3))
            .Releases[0].Changes.Previous.ShouldBe(First.Release);
    }

    [Fact]
    public void A_release_whose_predecessor_has_no_record_says_so()
    {
        var history = ReleaseHistory.Of([Next(3)], SomeRelease.Id(3));

        history.Releases[0].Changes.Previous.ShouldBeNull();
        TextReleaseHistory.Write(history).ShouldContain($"after {SomeRelease.Id(2)}, whose record is not there");
        HtmlReleaseHistory.Write(history).ShouldContain("is not there: everything counts as new");
    }

    [Fact]
    public void Only_verified_releases_other_than_the_current_one_can_be_gone_back_to()
    {
        var untested = Next(2) with { Verified = false };
        var rolledBack = Next(3) with { Outcome = OutcomeKind.RolledBack, Verified = false };

        var history = ReleaseHistory.Of([First, untested, rolledBack, Next(4)], SomeRelease.Id(4));

        history.Releases.Select(x => x.WhyNotRestorable).ShouldBe(
            ["It is the current release.", "It did not succeed.", "It was never seen to serve: it was not smoke-tested.", null]);
        history.RollbackTarget!.Release.ShouldBe(First.Release);
        history.Releases[2].Word.ShouldBe("Succeeded (not smoke-tested)");
    }

    [Fact]
    public void Releases_older_than_what_is_kept_cannot_be_gone_back_to()
        => ReleaseHistory.Of([First, Next(2), Next(3), Next(4)], SomeRelease.Id(4), keep: 3).Releases.Select(x => x.IsRestorable)
            .ShouldBe([false, true, true, false]);

    [Fact]
    public void What_was_found_at_the_place_is_told()
        => ReleaseHistory.Of([First, Next(2)], SomeRelease.Id(2), problems: new Dictionary<ReleaseId, string> { [First.Release] = "Its image is gone." })
            .Releases[1].WhyNotRestorable.ShouldBe("Its image is gone.");

    [Theory]
    [InlineData(OutcomeKind.Succeeded, OutcomeKind.Succeeded, false)]
    [InlineData(OutcomeKind.RolledBack, OutcomeKind.Succeeded, false)]
    [InlineData(OutcomeKind.Failed, OutcomeKind.Failed, true)]
    [InlineData(OutcomeKind.Failed, null, true)]
    public void A_schema_that_cannot_go_back_stands_against_it_also_when_its_release_failed(OutcomeKind release, OutcomeKind? migration, bool isRestorable)
    {
        var schema = new ReleasedService { SchemaVersion = "12", OldestCompatibleSchema = "11" };
        var old = First with { Services = new Dictionary<string, ReleasedService> { ["api"] = new() { SchemaVersion = "9" } } };
        var migrated = Next(2) with
        {
            Outcome = release,
            Verified = release == OutcomeKind.Succeeded,
            Services = new Dictionary<string, ReleasedService> { ["api"] = schema },
            Steps = [new("migrate api", migration, "A reason.", 1)],
        };

        var history = ReleaseHistory.Of([old, migrated, Next(3) with { PreviousRelease = old.Release, Services = old.Services }], SomeRelease.Id(3));

        history.Releases[2].IsRestorable.ShouldBe(isRestorable);
        (history.Releases[2].WhyNotRestorable?.Contains("The schema of api cannot go back", StringComparison.Ordinal) ?? false).ShouldBe(!isRestorable);
    }

    [Fact]
    public void Content_that_comes_again_is_told()
    {
        var history = ReleaseHistory.Of([First, Next(2), Next(3) with { Content = First.Content }], SomeRelease.Id(3));

        history.Releases.Select(x => x.SameContentAs).ShouldBe([First.Release, null, null]);
        TextReleaseHistory.Write(history).ShouldContain($"the content of {First.Release} again");
        HtmlReleaseHistory.Write(history).ShouldContain("It is the content of <a");
    }

    [Theory]
    [InlineData("mira@desk", "mira@desk", null)]
    [InlineData("https://ci.example/1", "CI", "https://ci.example/1")]
    [InlineData("runner@ci, https://ci.example/1", "runner@ci", "https://ci.example/1")]
    [InlineData("mira@desk, javascript:alert(1)", "mira@desk, javascript:alert(1)", null)]
    public void Who_is_a_person_a_run_or_both(string who, string person, string? url)
    {
        var entry = ReleaseHistory.Of([First with { Who = who }], null).Releases[0];

        entry.Person.ShouldBe(person);
        entry.RunUrl.ShouldBe(url);
    }

    private static ReleaseManifest Next(int second)
        => SomeRelease.Manifest(second, second.ToString(System.Globalization.CultureInfo.InvariantCulture)) with { PreviousRelease = SomeRelease.Id(second - 1) };
}
