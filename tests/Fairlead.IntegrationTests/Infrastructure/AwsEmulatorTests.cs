using Amazon.ECS.Model;
using Task = System.Threading.Tasks.Task;

namespace Fairlead.IntegrationTests.Infrastructure;

/// <summary>The emulator as the other tests use it.</summary>
[Trait("Category", "Integration")]
public sealed class AwsEmulatorTests
{
    [ToolFact("moto_server")]
    public async Task A_call_is_recorded_with_the_resource_that_a_policy_would_name()
    {
        await using var emulator = await AwsEmulator.StartAsync();
        using var aws = emulator.CreateClients();

        await Should.ThrowAsync<Amazon.ECS.AmazonECSException>(() => aws.Ecs.DescribeServicesAsync(new DescribeServicesRequest
        {
            Cluster = "quiz",
            Services = ["api"]
        }));

        var call = (await emulator.CallsAsync()).ShouldHaveSingleItem();
        (call.Service, call.Action, call.AccessKey).ShouldBe(("ecs", "DescribeServices", "test"));
        call.Resources.ShouldBe(["arn:aws:ecs:us-east-1:123456789012:service/quiz/api"]);
        await emulator.ForgetCallsAsync();
        (await emulator.CallsAsync()).ShouldBeEmpty();
    }
}
