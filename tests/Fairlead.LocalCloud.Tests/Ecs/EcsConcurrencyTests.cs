using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Tests.Ecs;

/// <summary>Callers at the same moment: what one was answered, another does not undo.</summary>
public sealed class EcsConcurrencyTests
{
    [Fact]
    public async Task Every_registration_gets_a_number_of_its_own()
    {
        await using var ecs = EcsHarness.Create();

        var arns = await AtOnceAsync(20, _ => ecs.Register("good"));

        arns.Distinct().Count().ShouldBe(20);
    }

    [Fact]
    public async Task Nothing_is_made_in_a_cluster_that_is_deleted_meanwhile()
    {
        await using var ecs = EcsHarness.Create();
        var definition = ecs.Register("good");
        for (var round = 0; round < 30; round++)
        {
            var name = $"c{round}";
            ecs.Clusters.Ensure(name);

            var done = await AtOnceAsync(2, i => i == 0
                ? Tried(() => ecs.Clusters.Delete(EcsHarness.Parse($$"""{ "cluster": "{{name}}" }""")))
                : Tried(() => ecs.Services.Create(EcsHarness.Parse(
                    $$"""{ "cluster": "{{name}}", "serviceName": "s", "taskDefinition": "{{definition}}", "desiredCount": 0 }"""))));

            done.Count(x => x is null).ShouldBe(1, string.Join(", ", done));
            done.Single(x => x is not null).ShouldBeOneOf("ClusterContainsServicesException", "ClusterNotFoundException");
            ecs.Store.Read(x => x.Services.Exists(s => s.Cluster == name)).ShouldBe(ecs.Clusters.Exists(name));
        }
    }

    [Fact]
    public async Task Changes_of_a_service_are_all_made()
    {
        await using var ecs = EcsHarness.Create();
        await ecs.CreateServiceAsync("good", desiredCount: 0);

        await AtOnceAsync(3, i => ecs.UpdateService(i switch
        {
            0 => "\"desiredCount\": 2",
            1 => "\"healthCheckGracePeriodSeconds\": 7",
            _ => "\"deploymentConfiguration\": { \"minimumHealthyPercent\": 50 }",
        }));

        var service = ecs.Describe();
        ((int)service["desiredCount"]!, (int)service["healthCheckGracePeriodSeconds"]!).ShouldBe((2, 7));
        ((int)service["deploymentConfiguration"]!["minimumHealthyPercent"]!).ShouldBe(50);
    }

    [Fact]
    public async Task A_task_definition_that_was_deregistered_is_not_run_afterwards()
    {
        await using var ecs = EcsHarness.Create();
        for (var round = 0; round < 20; round++)
        {
            var definition = ecs.Register("good");
            await AtOnceAsync(2, i => i == 0
                ? Tried(() => ecs.Definitions.Deregister(definition))
                : Tried(() => ecs.Tasks.Run(EcsHarness.Parse($$"""{ "cluster": "shop", "taskDefinition": "{{definition}}" }"""))));

            Tried(() => ecs.Tasks.Run(EcsHarness.Parse($$"""{ "cluster": "shop", "taskDefinition": "{{definition}}" }"""))).ShouldBe("ClientException");
        }
    }

    private static string? Tried(Action call)
    {
        try
        {
            call();
            return null;
        }
        catch (AwsServiceException exception)
        {
            return exception.Code;
        }
    }

    private static async Task<T[]> AtOnceAsync<T>(int count, Func<int, T> call)
    {
        using var start = new Barrier(count);
        return await Task.WhenAll(Enumerable.Range(0, count).Select(i => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                return call(i);
            },
            TaskCreationOptions.LongRunning)));
    }
}
