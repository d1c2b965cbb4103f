using Fairlead.Releases;

namespace Fairlead.Tests.Releases;

public sealed class ReleaseIdentityTests
{
    private static readonly ContentDigest One = SomeRelease.Content("one");
    private static readonly ReleaseId Fresh = SomeRelease.Id(100);

    [Fact]
    public void Content_that_serves_is_the_release_that_serves()
        => Decide(Current("one", 1), Intent("one", 2), null).ShouldBe(new ReleaseIdentity(SomeRelease.Id(1), ReleaseIdentityKind.Current, Current("one", 1)));

    [Fact]
    public void Content_of_a_run_that_did_not_end_keeps_its_id()
        => Decide(Current("zero", 1), Intent("one", 2), null).ShouldBe(new ReleaseIdentity(SomeRelease.Id(2), ReleaseIdentityKind.Resumed, Current("zero", 1)));

    [Fact]
    public void A_run_that_was_killed_between_record_and_pointer_is_gone_on_with()
        => Decide(null, Intent("one", 2), SomeRelease.Manifest(2)).ShouldBe(new ReleaseIdentity(SomeRelease.Id(2), ReleaseIdentityKind.Resumed, null));

    [Fact]
    public void So_is_one_that_was_recorded_without_smoke_tests()
        => Decide(
            null,
            Intent("one", 2),
            SomeRelease.Manifest(2) with { Verified = false }).ShouldBe(new ReleaseIdentity(SomeRelease.Id(2), ReleaseIdentityKind.Resumed, null));

    [Fact]
    public void A_release_that_failed_is_over()
        => Decide(null, Intent("one", 2), SomeRelease.Manifest(2) with { Outcome = OutcomeKind.Failed, Verified = false })
            .ShouldBe(new ReleaseIdentity(Fresh, ReleaseIdentityKind.New, null));

    [Fact]
    public void Other_content_is_a_new_release()
        => Decide(Current("zero", 1), Intent("two", 2), null).ShouldBe(new ReleaseIdentity(Fresh, ReleaseIdentityKind.New, Current("zero", 1)));

    [Fact]
    public void A_clock_that_is_behind_does_not_make_the_newer_release_the_older_one()
    {
        Decide(Current("zero", 500), null, null).Release.ShouldBe(SomeRelease.Id(501));
        Decide(null, Intent("two", 100), null).Release.ShouldBe(SomeRelease.Id(101));
    }

    private static ReleaseIdentity Decide(CurrentRelease? current, ReleaseIntent? intent, ReleaseManifest? recorded)
        => ReleaseIdentity.Decide(One, current, intent, recorded, Fresh);

    private static CurrentRelease Current(string content, int second) => new(SomeRelease.Id(second), SomeRelease.Content(content), SomeRelease.Noon);

    private static ReleaseIntent Intent(string content, int second) => new(SomeRelease.Id(second), SomeRelease.Content(content), "mira@desk", SomeRelease.Noon);
}
