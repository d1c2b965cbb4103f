using Amazon.ECS.Model;
using Amazon.ElasticLoadBalancingV2.Model;
using Fairlead.Services.Ecs;

namespace Fairlead.Tests.Services;

public sealed class EcsForecastTests
{
    [Fact]
    public void What_the_load_balancer_is_set_to_is_what_a_rollout_takes()
    {
        var forecast = EcsForecast.Of(new Service(), 2, Group(5, 2), Drain(30));

        forecast.Expected.ShouldBe(TimeSpan.FromSeconds(40 + 10 + 30));
        forecast.Advice.ShouldBeEmpty();
        forecast.ToString().ShouldBe(
            "About 80 s: 40 s to start tasks, 30 s until the old ones are drained, 10 s until the load balancer counts them as healthy.");
    }

    [Fact]
    public void The_defaults_of_AWS_are_needlessly_slow_and_the_advice_says_what_to_set()
    {
        var forecast = EcsForecast.Of(new Service(), 1, new TargetGroup(), attributes: null);

        forecast.Expected.ShouldBe(TimeSpan.FromSeconds(40 + (30 * 5) + 300));
        forecast.Advice.ShouldBe(
        [
            "A new task serves only after 5 health checks in a row, 30 s apart: "
                + "with 2 checks 5 s apart (healthy_threshold, interval) a rollout is 2.3 min faster.",
            "An old task is kept for 300 s after its last request (deregistration_delay.timeout_seconds): "
                + "with 30 s, which is enough unless requests take longer, a rollout is 4.5 min faster.",
        ]);
    }

    [Fact]
    public void Tasks_that_are_replaced_one_after_the_other_take_as_many_times_as_long()
        => EcsForecast.Of(Service(100, 150), 4, Group(5, 2), Drain(30)).Expected.ShouldBe(TimeSpan.FromSeconds((40 + 10 + 30) * 2));

    [Fact]
    public void A_service_that_has_no_room_for_a_rollout_is_told()
        => EcsForecast.Of(Service(100, 100), 1, Group(5, 2), Drain(30)).Advice.ShouldHaveSingleItem().ShouldBe(
            "ECS can neither start a new task nor stop an old one: with 1 tasks, minimumHealthyPercent 100 and maximumPercent 100 leave no room. "
                + "Raise maximumPercent to 200.");

    [Fact]
    public void A_worker_without_a_load_balancer_only_starts()
        => EcsForecast.Of(new Service(), 3, null, null).Expected.ShouldBe(TimeSpan.FromSeconds(40));

    [Fact]
    public void Waits_that_the_service_is_configured_for_are_part_of_it()
    {
        var service = new Service { DeploymentConfiguration = new DeploymentConfiguration { Strategy = "BLUE_GREEN", BakeTimeInMinutes = 5 } };

        EcsForecast.Of(service, 4, Group(5, 2), Drain(30)).Expected.ShouldBe(TimeSpan.FromSeconds(40 + 10 + 30 + 300));
    }

    private static Service Service(int least, int most)
        => new() { DeploymentConfiguration = new DeploymentConfiguration { MinimumHealthyPercent = least, MaximumPercent = most } };

    private static TargetGroup Group(int interval, int threshold) => new() { HealthCheckIntervalSeconds = interval, HealthyThresholdCount = threshold };

    private static List<TargetGroupAttribute> Drain(int seconds)
        => [new TargetGroupAttribute { Key = "deregistration_delay.timeout_seconds", Value = $"{seconds}" }];
}
