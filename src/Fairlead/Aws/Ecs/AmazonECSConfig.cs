using Fairlead.Aws.Pipeline;

namespace Amazon.ECS;

/// <summary>Settings of <see cref="AmazonECSClient"/>.</summary>
public sealed class AmazonECSConfig : ServiceConfig
{
    public AmazonECSConfig()
        : base(new ServiceFacts("ECS", "ecs", "ecs", "2014-11-13"))
    {
    }
}
