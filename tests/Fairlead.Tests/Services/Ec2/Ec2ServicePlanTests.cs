using Amazon.SimpleSystemsManagement;
using Fairlead.Services;
using Fairlead.Services.Ec2;

namespace Fairlead.Tests.Services.Ec2;

public sealed class Ec2ServicePlanTests
{
    private static readonly Ec2ServiceOptions Options = new()
    {
        ReleaseBucket = "b",
        ReleasePrefix = "api",
        InstanceTagKey = "Service",
        InstanceTagValue = "shop"
    };
    private static readonly ServiceRelease Release = new() { ImageDigestUri = "", ReleaseId = "r2", Commit = "abc" };
    private static readonly Ec2ServiceState Running = new(
        ["i-1", "i-2"],
        new Ec2ReleaseRecord("r1", "000", "old"),
        "r1",
        IsStored: false,
        StoredContent: null,
        LocalContent: "new");

    [Fact]
    public void A_new_release_is_uploaded_and_the_one_before_is_what_to_go_back_to()
    {
        var plan = Ec2ServicePlan.Create(Options, Release, Running);

        (plan.IsUnchanged, plan.Uploads, plan.PreviousRelease, plan.Content).ShouldBe((false, true, "r1", "new"));
        plan.Describe().ShouldBe(["Service shop: uploads the archive of release r2.", "Service shop: from r1 to r2 on 2 instances, one after the other."]);
    }

    [Fact]
    public void A_release_that_all_instances_run_is_unchanged()
    {
        var plan = Ec2ServicePlan.Create(
            Options,
            Release,
            Running with { Record = new("r2", "abc", "new"), Marker = "r2", IsStored = true, StoredContent = "new" });

        plan.IsUnchanged.ShouldBeTrue();
        plan.Describe().ShouldBe(["Service shop: unchanged, runs r2."]);
    }

    [Fact]
    public void A_release_that_was_deployed_to_some_instances_only_is_deployed_again()
    {
        var interrupted = Running with { Marker = "r2", IsStored = true, StoredContent = "new" };

        Ec2ServicePlan.Create(Options, Release, interrupted).IsUnchanged.ShouldBeFalse();
        var back = Ec2ServicePlan.Create(Options, Release with { ReleaseId = "r1" }, interrupted with { LocalContent = null, StoredContent = "old" });
        (back.IsUnchanged, back.PreviousRelease).ShouldBe((false, "r2"));
    }

    [Fact]
    public void A_first_release_has_nothing_to_go_back_to()
    {
        var plan = Ec2ServicePlan.Create(Options, Release, Running with { Record = null, Marker = null, Instances = ["i-1"] });

        (plan.PreviousRelease, plan.CurrentReleaseId).ShouldBe((null, null));
        plan.Describe()[1].ShouldBe("Service shop: from no release to r2 on the instance i-1.");
    }

    [Fact]
    public void Without_an_archive_here_or_in_the_bucket_there_is_nothing_to_deploy()
        => Should
            .Throw<FairleadException>(() => Ec2ServicePlan.Create(Options, Release, Running with { LocalContent = null })).Why
            .ShouldContain("s3://b/api/r2.tar.gz");

    [Fact]
    public void Another_content_under_the_name_of_a_stored_release_is_refused()
        => Should
            .Throw<FairleadException>(() => Ec2ServicePlan.Create(Options, Release, Running with { IsStored = true, StoredContent = "other" })).Why
            .ShouldContain("different content");

    [Fact]
    public void Without_an_instance_that_answers_there_is_nowhere_to_deploy()
        => Should.Throw<FairleadException>(() => Ec2ServicePlan.Create(Options, Release, Running with { Instances = [] })).Why.ShouldContain("Service=shop");

    [Fact]
    public void Variables_that_instances_cannot_be_given_are_refused()
        => Should.Throw<FairleadException>(() => Ec2ServicePlan.Create(
            Options,
            Release with { Environment = new Dictionary<string, string> { ["MODE"] = "live" } },
            Running)).Why.ShouldContain("MODE");

    [Theory]
    [InlineData("r1; reboot")]
    [InlineData("$(reboot)")]
    [InlineData("--current")]
    [InlineData("r1\n")]
    [InlineData("")]
    public void A_release_id_that_is_not_safe_in_a_command_is_refused(string release)
        => Should.Throw<FairleadException>(() => Ec2ServicePlan.Create(Options, Release with { ReleaseId = release }, Running)).Why.ShouldContain("not safe");

    [Fact]
    public void Every_state_of_a_command_that_is_known_has_a_meaning()
    {
        var known = typeof(CommandStatus)
            .GetFields(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Static)
            .Select(field => field.GetValue(null))
            .OfType<CommandStatus>()
            .ToList();

        known.Count.ShouldBe(7);
        Ec2Command.States.Keys.ShouldBe(known, ignoreOrder: true);
        Ec2Command.States.Where(state => state.Value == true).ShouldHaveSingleItem().Key.ShouldBe(CommandStatus.Success);
    }
}
