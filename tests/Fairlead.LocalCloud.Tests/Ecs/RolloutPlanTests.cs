using Fairlead.LocalCloud.Ecs;

namespace Fairlead.LocalCloud.Tests.Ecs;

public sealed class RolloutPlanTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;

    [Theory]
    [InlineData(1, 3)]
    [InlineData(6, 3)]
    [InlineData(7, 4)]
    [InlineData(25, 13)]
    [InlineData(1000, 200)]
    public void The_threshold_is_half_the_desired_count_within_3_and_200(int desired, int threshold)
        => RolloutPlan.FailureThreshold(desired).ShouldBe(threshold);

    [Fact]
    public void Never_more_tasks_than_the_maximum()
        => Decide(4, 50, 150, 0, 4).Starts.Count.ShouldBe(2);

    [Fact]
    public void No_more_start_at_once_than_on_Fargate_and_the_others_later()
    {
        Starts(100).ShouldBe((100, null));
        Starts(101).ShouldBe((100, Now.AddSeconds(5)));
        Starts(int.MaxValue).ShouldBe((100, Now.AddSeconds(5)));

        static (int Count, DateTimeOffset? Later) Starts(int desired)
        {
            var plan = RolloutPlan.Decide(new RolloutView(desired, 100, int.MaxValue, [new RolloutDeployment("new", false, Now)], [], Now));
            return (plan.Starts.Count, plan.WakeAt);
        }
    }

    [Fact]
    public void With_no_room_old_tasks_go_down_to_the_minimum()
    {
        var plan = Decide(4, 50, 100, 0, 4);

        plan.Starts.ShouldBeEmpty();
        plan.Stops.Count.ShouldBe(2);
    }

    [Fact]
    public void Old_tasks_stay_until_healthy_new_ones_have_taken_their_place()
    {
        Decide(2, 100, 200, 0, 2).Stops.ShouldBeEmpty();
        Decide(2, 100, 200, 2, 2, healthy: 1).Stops.Count.ShouldBe(1);
        Decide(2, 100, 200, 2, 2).Stops.Count.ShouldBe(2);
    }

    [Fact]
    public void A_start_that_is_held_back_says_when_it_is_due()
    {
        var plan = RolloutPlan.Decide(new RolloutView(1, 100, 200, [new RolloutDeployment("new", false, Now.AddSeconds(5))], [], Now));

        plan.Starts.ShouldBeEmpty();
        plan.WakeAt.ShouldBe(Now.AddSeconds(5));
    }

    [Fact]
    public void When_the_new_deployment_has_failed_lost_tasks_of_the_old_one_are_replaced()
    {
        var plan = RolloutPlan.Decide(new RolloutView(
            2,
            100,
            200,
            [new RolloutDeployment("new", true, Now), new RolloutDeployment("old", false, Now)],
            Tasks("old", 1, 1),
            Now));

        plan.Starts.ShouldBe(["old"]);
    }

    [Fact]
    public void An_old_deployment_is_never_given_more_tasks_than_it_had()
    {
        Old(had: 0, tasks: 0).ShouldNotContain("old");
        Old(had: 1, tasks: 0).Count(x => x == "old").ShouldBe(1);
        Old(had: 1, tasks: 1).ShouldNotContain("old");
        Old(had: 5, tasks: 1).Count(x => x == "old").ShouldBe(1);

        static IReadOnlyList<string> Old(int had, int tasks)
            => RolloutPlan.Decide(new RolloutView(
                2,
                100,
                200,
                [new RolloutDeployment("new", false, Now.AddDays(1)), new RolloutDeployment("old", false, Now, had)],
                Tasks("old", tasks, tasks),
                Now)).Starts;
    }

    [Fact]
    public void Of_two_old_deployments_each_is_kept_at_what_it_had()
    {
        var deployments = new[]
        {
            new RolloutDeployment("new", true, Now),
            new RolloutDeployment("middle", false, Now, 1),
            new RolloutDeployment("old", false, Now, 2)
        };

        RolloutPlan.Decide(new RolloutView(4, 100, 200, deployments, [], Now)).Starts.ShouldBe(["middle", "old", "old"]);
    }

    [Fact]
    public void Scaling_in_stops_the_newest_tasks()
    {
        var plan = RolloutPlan.Decide(new RolloutView(1, 100, 200, [new RolloutDeployment("new", false, Now)], Tasks("new", 3, 3), Now));

        plan.Stops.ShouldBe(["new1", "new2"]);
    }

    private static RolloutPlan Decide(int desired, int minimum, int maximum, int own, int old, int? healthy = null)
        => RolloutPlan.Decide(new RolloutView(
            desired,
            minimum,
            maximum,
            [new RolloutDeployment("new", false, Now), new RolloutDeployment("old", false, Now)],
            [.. Tasks("new", own, healthy ?? own), .. Tasks("old", old, old)],
            Now));

    private static RolloutTask[] Tasks(string deployment, int count, int healthy)
        => [.. Enumerable.Range(0, count).Select(x => new RolloutTask($"{deployment}{x}", deployment, x < healthy, Now.AddSeconds(x)))];
}
