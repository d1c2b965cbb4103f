using Fairlead.Components.Deployments;
using Fairlead.Releases;

namespace Fairlead.Components.Tests.Deployments;

public sealed class DeploymentFailureTests
{
    private static readonly RollbackProgress Nothing = new(SchemaMigrated: false, ServiceChanged: false, EntryPointsChanged: false);

    [Fact]
    public void A_run_without_a_failure_has_nothing_to_record()
        => DeploymentFailure.OutcomeOf(null, []).ShouldBeNull();

    [Fact]
    public void What_a_target_said_is_recorded()
    {
        var said = new Outcome(OutcomeKind.RolledBack, "The lamp is out of oil.");

        DeploymentFailure.OutcomeOf(said, ["DeployService"]).ShouldBe(said);
    }

    [Fact]
    public void A_target_that_broke_off_is_recorded_by_name()
    {
        var outcome = DeploymentFailure.OutcomeOf(null, ["PushEcr"]);

        outcome!.Kind.ShouldBe(OutcomeKind.Failed);
        outcome.Reason.ShouldBe("PushEcr failed.");
    }

    [Fact]
    public void A_failure_before_the_service_was_changed_leaves_nothing_behind()
        => DeploymentFailure.LeavesNothingBehind(new Outcome(OutcomeKind.Failed, ""), Nothing with { SchemaMigrated = true }).ShouldBeTrue();

    [Fact]
    public void What_was_rolled_back_leaves_nothing_behind()
        => DeploymentFailure.LeavesNothingBehind(new Outcome(OutcomeKind.RolledBack, ""), Nothing with { ServiceChanged = true }).ShouldBeTrue();

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void A_failure_that_was_not_rolled_back_is_remembered_as_work_to_undo(bool service, bool entryPoints)
        => DeploymentFailure
            .LeavesNothingBehind(new Outcome(OutcomeKind.Failed, ""), Nothing with { ServiceChanged = service, EntryPointsChanged = entryPoints })
            .ShouldBeFalse();
}
