using Fairlead.Releases;

namespace Fairlead.Tests.Releases;

public sealed class ReleaseIdTests
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 21, 11, 15, 2, 999, TimeSpan.FromHours(1));

    [Fact]
    public void An_id_is_utc_time_and_short_commit()
    {
        var id = ReleaseId.Create(Morning, "6CEF224AABBCC");

        id.ToString().ShouldBe("20261121-101502-6cef224");
        id.Time.ShouldBe(new DateTimeOffset(2026, 11, 21, 10, 15, 2, TimeSpan.Zero));
        id.Commit.ShouldBe("6cef224");
        id.IsDirty.ShouldBeFalse();
    }

    [Fact]
    public void A_working_tree_that_is_no_commit_shows()
    {
        var id = ReleaseId.Create(Morning, "6cef224", isDirty: true);

        id.ToString().ShouldBe("20261121-101502-6cef224-dirty");
        id.IsDirty.ShouldBeTrue();
        ReleaseId.Parse(id.ToString()).ShouldBe(id);
    }

    [Fact]
    public void Source_without_version_control_has_an_id_too() => ReleaseId.Create(Morning, null).Commit.ShouldBe("0000000");

    [Fact]
    public void Ids_are_ordered_by_time()
        => new[] { ReleaseId.Create(Morning.AddYears(1), "0000000"), ReleaseId.Create(Morning, "fffffff"), ReleaseId.Create(Morning.AddSeconds(1), "1111111") }
            .Order().Select(x => x.Commit).ShouldBe(["fffffff", "1111111", "0000000"]);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("latest")]
    [InlineData("20261121-101502")]
    [InlineData("20261121-101502-6cef22")]
    [InlineData("20261121-101502-6cef2244")]
    [InlineData("20261121-101502-6CEF224")]
    [InlineData("20261321-101502-6cef224")]
    [InlineData("20261121-251502-6cef224")]
    [InlineData("20261121-101502-6cef224-clean")]
    [InlineData("20261121-101502-6cef224\n")]
    [InlineData("../20261121-101502-6cef224")]
    public void What_is_no_id_is_refused(string? text)
    {
        ReleaseId.TryParse(text, out _).ShouldBeFalse();
        var refused = Should.Throw<FairleadException>(() => ReleaseId.Parse(text!));
        refused.Why.ShouldContain("looks like");
        refused.Next.ShouldBe("./build.sh Releases lists those that there are.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("6cef22")]
    [InlineData("master!")]
    public void What_is_no_commit_is_refused(string commit) => Should.Throw<ArgumentException>(() => ReleaseId.Create(Morning, commit));
}
