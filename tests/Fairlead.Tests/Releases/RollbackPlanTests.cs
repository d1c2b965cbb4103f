using Fairlead.Releases;

namespace Fairlead.Tests.Releases;

public sealed class RollbackPlanTests
{
    private static readonly RollbackProgress Everything = new(SchemaMigrated: false, ServiceChanged: true, EntryPointsChanged: true);

    private static readonly ReleaseManifest Previous = SomeRelease.Manifest(1) with
    {
        Site = new Dictionary<string, SiteFile>
        {
            ["index.html"] = SomeRelease.EntryPoint('1'),
            ["sw.js"] = SomeRelease.EntryPoint('2'),
            ["about.html"] = SomeRelease.EntryPoint('3'),
            ["assets/a-1.js"] = SomeRelease.EntryPoint('4') with { IsEntryPoint = false },
        },
        SchemaVersion = "9",
    };

    private static readonly ReleaseManifest Failed = SomeRelease.Manifest(2) with
    {
        Site = new Dictionary<string, SiteFile>
        {
            ["index.html"] = SomeRelease.EntryPoint('5'),
            ["about.html"] = SomeRelease.EntryPoint('3'),
            ["new.html"] = SomeRelease.EntryPoint('6'),
        },
        SchemaVersion = "11",
    };

    [Fact]
    public void Everything_goes_back_service_first_and_index_last()
        => RollbackPlan.Create(Failed, Previous, Everything).ToString().ShouldBe("""
            Release 20261121-120002-6cef224 goes back to 20261121-120001-6cef224:
            1. Bring the service back to task-definition/shop:1.
            2. Bring sw.js back to release 20261121-120001-6cef224.
            3. Bring index.html back to release 20261121-120001-6cef224.
            4. Remove new.html, which the earlier release did not have.
            5. Invalidate /sw.js, /index.html, /new.html, /.
            6. Check that release 20261121-120001-6cef224 serves.
            """.ReplaceLineEndings("\n"));

    [Fact]
    public void Before_the_switch_only_the_service_goes_back()
        => RollbackPlan.Create(Failed, Previous, Everything with { EntryPointsChanged = false }).Steps
            .ShouldBe([new RollbackStep.ServiceBack("task-definition/shop:1"), new RollbackStep.Verify(Previous.Release)]);

    [Fact]
    public void Nothing_changed_means_nothing_to_do()
        => RollbackPlan.Create(Failed, null, new RollbackProgress(true, false, false)).IsEmpty.ShouldBeTrue();

    [Fact]
    public void The_first_release_has_nothing_to_go_back_to()
        => RollbackPlan.Create(Failed, null, Everything)
            .ToString()
            .ShouldBe("Release 20261121-120002-6cef224 is not rolled back. There is no earlier release to go back to.");

    [Fact]
    public void A_release_that_was_never_verified_is_not_gone_back_to()
        => RollbackPlan.Create(Failed, Previous with { Verified = false }, Everything).Refusal!.ShouldContain("never seen to serve");

    [Fact]
    public void Rollback_refuses_when_the_schema_cannot_go_back()
    {
        var plan = RollbackPlan.Create(Failed with { OldestCompatibleSchema = "10" }, Previous, Everything with { SchemaMigrated = true });

        plan.IsPossible.ShouldBeFalse();
        plan.Steps.ShouldBeEmpty();
        plan.ToString().ShouldContain("The schema cannot go back: it is at 11, which works with code from 10 on");
    }

    [Theory]
    [InlineData("9", true, true)]
    [InlineData("8", true, true)]
    [InlineData(null, true, true)]
    [InlineData("10", false, true)]
    [InlineData("10", true, false)]
    public void Rollback_goes_by_the_oldest_schema_that_still_works(string? oldest, bool migrated, bool possible)
        => RollbackPlan
            .Create(Failed with { OldestCompatibleSchema = oldest }, Previous, Everything with { SchemaMigrated = migrated }).IsPossible
            .ShouldBe(possible);

    [Theory]
    [InlineData("20260101_init", "20260102_orders", false)]
    [InlineData("20260102_orders", "20260101_init", true)]
    [InlineData("v1", "v2", false)]
    [InlineData(null, "1", false)]
    public void Schema_versions_compare_as_numbers_first_and_as_text_otherwise(string? previous, string oldest, bool possible)
        => RollbackPlan
            .Create(Failed with { OldestCompatibleSchema = oldest }, Previous with { SchemaVersion = previous }, Everything with { SchemaMigrated = true })
            .IsPossible.ShouldBe(possible);

    [Fact]
    public void The_revision_that_ran_before_is_taken_when_the_earlier_release_does_not_say()
    {
        var unknown = Previous with { ServiceRevision = null };

        RollbackPlan
            .Create(Failed with { PreviousServiceRevision = "task-definition/shop:0" }, unknown, Everything).Steps[0]
            .ShouldBe(new RollbackStep.ServiceBack("task-definition/shop:0"));
        RollbackPlan.Create(Failed, unknown, Everything).IsPossible.ShouldBeFalse();
    }
}
