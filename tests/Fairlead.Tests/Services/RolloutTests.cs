using System.Reflection;
using Amazon.ECS;
using Amazon.ECS.Model;
using Fairlead.Services.Ecs;

namespace Fairlead.Tests.Services;

public sealed class RolloutTests
{
    [Fact]
    public void Every_rollout_state_that_ECS_has_means_something()
    {
        var vendors = typeof(DeploymentRolloutState)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => field.GetValue(null))
            .OfType<DeploymentRolloutState>();

        States().ShouldBe(vendors.Select(state => state.Value), ignoreOrder: true);
    }

    [Theory]
    [InlineData("COMPLETED", 0, "Completed")]
    [InlineData("FAILED", 0, "Failed")]
    [InlineData("IN_PROGRESS", 0, "InProgress")]
    [InlineData("IN_PROGRESS", 2, "InProgress")]
    [InlineData("IN_PROGRESS", 3, "Failed")]
    public void A_primary_deployment_is_what_ECS_says_unless_its_tasks_keep_failing(string rolloutState, int failedTasks, string expected)
        => Read(new Service
        {
            Deployments = [new Deployment
        {
            Id = "d",
            Status = "PRIMARY",
            RolloutState = rolloutState,
            FailedTasks = failedTasks,
            DesiredCount = 2
        }]
        })
            .ShouldBe(expected);

    [Fact]
    public void Every_state_that_ECS_gives_a_service_deployment_means_something()
    {
        var vendors = typeof(ServiceDeploymentStatus)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => field.GetValue(null))
            .OfType<ServiceDeploymentStatus>();

        Rollout.ServiceDeploymentStates.Keys.Select(state => state.Value).ShouldBe(vendors.Select(state => state.Value), ignoreOrder: true);
    }

    [Fact]
    public void A_state_that_is_not_known_is_an_error_that_names_it()
    {
        var service = new Service { Deployments = [new Deployment { Id = "d", Status = "PRIMARY", RolloutState = "SOMETHING_NEW" }] };

        Should.Throw<FairleadException>(() => Read(service)).Why.ShouldContain("SOMETHING_NEW");
        Should.Throw<FairleadException>(() => Rollout.Read(new ServiceDeployment { Status = "PAUSED_SOMEHOW" })).Why.ShouldContain("PAUSED_SOMEHOW");
    }

    [Theory]
    [InlineData("ROLLING", null, null, null, null, 0)]
    [InlineData("BLUE_GREEN", 5, null, null, null, 5)]
    [InlineData("LINEAR", 5, 25d, 2, null, 11)]
    [InlineData("LINEAR", null, null, null, null, 54)]
    [InlineData("CANARY", 5, null, null, 15, 20)]
    [InlineData("CANARY", null, null, null, null, 10)]
    public void The_waits_that_a_service_is_configured_for_are_not_held_against_a_rollout(
        string strategy, int? bake, double? stepPercent, int? step, int? canary, int minutes)
        => Rollout.PlannedWaits(new DeploymentConfiguration
        {
            Strategy = strategy,
            BakeTimeInMinutes = bake,
            LinearConfiguration = stepPercent is null ? null : new LinearConfiguration { StepPercent = stepPercent, StepBakeTimeInMinutes = step },
            CanaryConfiguration = canary is null ? null : new CanaryConfiguration { CanaryBakeTimeInMinutes = canary },
        }).ShouldBe(TimeSpan.FromMinutes(minutes));

    [Fact]
    public void With_the_circuit_breaker_on_it_is_ECS_that_gives_a_deployment_up()
        => Read(new Service
        {
            DeploymentConfiguration = new DeploymentConfiguration { DeploymentCircuitBreaker = new DeploymentCircuitBreaker { Enable = true } },
            Deployments = [new Deployment
            {
                Id = "d",
                Status = "PRIMARY",
                RolloutState = DeploymentRolloutState.IN_PROGRESS,
                FailedTasks = 50,
                DesiredCount = 2
            }],
        }).ShouldBe("InProgress");

    [Fact]
    public void A_big_service_may_lose_half_its_tasks_before_it_is_given_up()
        => Read(new Service
        {
            Deployments = [new Deployment
        {
            Id = "d",
            Status = "PRIMARY",
            RolloutState = DeploymentRolloutState.IN_PROGRESS,
            FailedTasks = 9,
            DesiredCount = 20
        }]
        })
            .ShouldBe("InProgress");

    [Theory]
    [InlineData("FAILED", null, "x:9", "RollingBack")]
    [InlineData("IN_PROGRESS", "ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/1.", "x:9", "RollingBack")]
    [InlineData("IN_PROGRESS", null, "x:1", "RollingBack")]
    [InlineData("IN_PROGRESS", null, "x:9", "Replaced")]
    public void A_deployment_that_is_no_longer_primary_was_undone_or_replaced(string ours, string? primaryReason, string primaryRevision, string expected)
        => Read(new Service
        {
            Deployments =
            [
                new Deployment
                {
                    Id = "e",
                    Status = "PRIMARY",
                    TaskDefinition = primaryRevision,
                    RolloutState = DeploymentRolloutState.IN_PROGRESS,
                    RolloutStateReason = primaryReason
                },
                new Deployment { Id = "d", Status = "ACTIVE", RolloutState = ours },
            ],
        }).ShouldBe(expected);

    [Fact]
    public void A_stable_service_says_nothing_about_a_deployment_that_is_gone()
        => Read(new Service
        {
            RunningCount = 2,
            DesiredCount = 2,
            Deployments = [new Deployment
            {
                Id = "e",
                Status = "PRIMARY",
                TaskDefinition = "x:9",
                RolloutState = DeploymentRolloutState.COMPLETED,
                RunningCount = 2
            }],
        }).ShouldBe("Replaced");

    [Theory]
    [InlineData(2, 2, false, "Completed")]
    [InlineData(1, 2, false, "InProgress")]
    [InlineData(2, 2, true, "InProgress")]
    public void Without_a_state_a_deployment_is_complete_when_it_runs_every_task_alone(int running, int desired, bool another, string expected)
    {
        var service = new Service
        {
            Deployments = [new Deployment
        {
            Id = "d",
            Status = "PRIMARY",
            RunningCount = running,
            DesiredCount = desired,
            PendingCount = 0
        }]
        };
        if (another)
        {
            service.Deployments.Add(new Deployment { Id = "e", Status = "ACTIVE", RunningCount = 1 });
        }

        Read(service).ShouldBe(expected);
    }

    private static string Read(Service service) => Rollout.Read(service, "d", "x:1").ToString();

    private static IEnumerable<string> States() => Rollout.States.Keys.Select(state => state.Value);
}
