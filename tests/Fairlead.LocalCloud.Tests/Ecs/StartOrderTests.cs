using Fairlead.LocalCloud.Ecs;

namespace Fairlead.LocalCloud.Tests.Ecs;

public sealed class StartOrderTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    /// <summary>What is waited for, the other container, and whether the one that waits may start.</summary>
    public static TheoryData<string, string, bool> Conditions => new()
    {
        { "START", "waiting", false },
        { "START", "running", true },
        { "START", "failed", true },
        { "COMPLETE", "running", false },
        { "COMPLETE", "failed", true },
        { "COMPLETE", "succeeded", true },
        { "SUCCESS", "running", false },
        { "SUCCESS", "succeeded", true },
        { "HEALTHY", "running", false },
        { "HEALTHY", "unhealthy", false },
        { "HEALTHY", "healthy", true },
    };

    /// <summary>What is waited for, the other container, and why it is waited for no longer.</summary>
    public static TheoryData<string, string, string> Ends => new()
    {
        {
            "SUCCESS",
            "failed",
            "dependency graph: failed to resolve container ordering dependency [db(shop/db) (STOPPED->RUNNING) - Exit: 1] for target "
                + "[api(shop/api) (PULLED->RUNNING)] as dependency did not exit successfully."
        },
        { "START", "given up", "because dependency will never start" },
        { "HEALTHY", "succeeded", "failed to resolve the container ordering dependency [db(" },
        {
            "HEALTHY",
            "late",
            "dependency graph: container ordering dependency [db(shop/db) (RUNNING->RUNNING)] for target [api(shop/api) (PULLED->RUNNING)] has timed out."
        },
        { "COMPLETE", "late", "has timed out" },
        { "SUCCESS", "late", "has timed out" },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void A_container_starts_when_its_condition_is_reached(string condition, string other, bool isReady)
    {
        var order = Decide(condition, Other(other));

        order.WhyNever.ShouldBeNull();
        order.IsReady.ShouldBe(isReady);
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public void A_condition_that_cannot_be_reached_any_more_is_told_in_the_words_of_the_agent(string condition, string other, string words)
        => Decide(condition, Other(other)).WhyNever.ShouldNotBeNull().ShouldContain(words);

    [Fact]
    public void A_start_has_no_limit_and_everything_else_the_start_timeout_of_what_is_waited_for()
    {
        Decide("START", Other("waiting")).GivesUpAt.ShouldBeNull();
        Decide("HEALTHY", Other("running") with { StartTimeout = TimeSpan.FromSeconds(5) }).GivesUpAt.ShouldBe(Now.AddSeconds(4));
        Decide("HEALTHY", Other("running")).GivesUpAt.ShouldBe(Now.AddHours(3).AddSeconds(-1));
        Decide("HEALTHY", Other("running") with { StartTimeout = TimeSpan.FromDays(1) }).GivesUpAt.ShouldBe(Now.AddHours(3).AddSeconds(-1));
    }

    private static StartOrder Decide(string condition, StartView other)
    {
        var target = new StartView("api", "shop/api") { DependsOn = [new ContainerDependency("db", condition)] };
        return StartOrder.Decide(target, new Dictionary<string, StartView> { ["api"] = target, ["db"] = other }, Now);
    }

    private static StartView Other(string state)
    {
        var waiting = new StartView("db", "shop/db");
        var running = waiting with { StartedAt = Now.AddSeconds(-1) };
        return state switch
        {
            "waiting" => waiting,
            "given up" => waiting with { IsGivenUp = true },
            "running" => running,
            "late" => running with { StartTimeout = TimeSpan.FromSeconds(1) },
            "healthy" => running with { Health = "HEALTHY" },
            "unhealthy" => running with { Health = "UNHEALTHY" },
            "succeeded" => running with { ExitCode = 0 },
            "failed" => running with { ExitCode = 1 },
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
    }
}
