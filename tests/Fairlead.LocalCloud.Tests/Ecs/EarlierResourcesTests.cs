using Fairlead.LocalCloud.Ecs;
using Fairlead.LocalCloud.Ecs.Rules;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Tests.Ecs;

public sealed class EarlierResourcesTests
{
    [Fact]
    public void What_an_earlier_provisioner_made_is_completed_so_that_a_copy_of_it_is_taken()
    {
        var document = new EcsDocument();
        document.TaskDefinitions.Add(new TaskDefinitionRecord
        {
            Arn = "arn:aws:ecs:us-east-1:000000000000:task-definition/shop:1",
            Family = "shop",
            Revision = 1,
            RegisteredAt = DateTimeOffset.UnixEpoch,
            Definition = EcsHarness.Parse("""
                {
                  "family": "shop", "networkMode": "awsvpc", "requiresCompatibilities": ["FARGATE"], "cpu": "256", "memory": "512",
                  "containerDefinitions": [{
                    "name": "service", "image": "i",
                    "logConfiguration": { "logDriver": "awslogs", "options": { "awslogs-group": "g", "awslogs-stream-prefix": "p" } }
                  }]
                }
                """),
        });
        document.Services.Add(new ServiceRecord
        {
            Name = "shop",
            Arn = "arn:aws:ecs:us-east-1:000000000000:service/shop/shop",
            Cluster = "shop",
            TaskDefinition = "arn:aws:ecs:us-east-1:000000000000:task-definition/shop:1",
            CreatedAt = DateTimeOffset.UnixEpoch,
            Echo = EcsHarness.Parse("""{ "launchType": "FARGATE" }"""),
        });
        EarlierResources.AreIn(document).ShouldBeTrue();

        EarlierResources.Complete(document, new Account());

        var definition = document.TaskDefinitions.Single().Definition;
        Should.NotThrow(() => Rule<Registration>.Check([.. TaskDefinitionRules.All, .. FargateRules.All], new Registration(definition)));
        Should.NotThrow(() => Rule<Launch>.Check(ServiceRules.All, new Launch(document.Services.Single().Echo, definition)));
        EarlierResources.AreIn(document).ShouldBeFalse();
    }
}
