using Fairlead.LocalCloud.CloudFront;
using Fairlead.LocalCloud.Ecr;
using Fairlead.LocalCloud.Ecs;
using Fairlead.LocalCloud.LoadBalancing;
using Fairlead.LocalCloud.Logs;
using Fairlead.LocalCloud.S3;
using Fairlead.LocalCloud.SecretsManager;
using Fairlead.LocalCloud.Ssm;
using Fairlead.LocalCloud.Stacks;
using Fairlead.LocalCloud.State;
using Fairlead.LocalCloud.Sts;

namespace Fairlead.LocalCloud.Hosting;

/// <summary>The list of what this cloud is made of; each service registers itself in its own folder.</summary>
internal static class LocalCloudServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddS3();
        services.AddSts();
        services.AddSingleton<SealingKey>();
        SsmRegistration.Add(services);
        SecretsManagerRegistration.Add(services);
        LogsRegistration.Add(services);
        EcrRegistration.Add(services);
        LoadBalancingRegistration.Add(services);
        EcsRegistration.Add(services);
        services.AddCloudFront();
        services.AddStacks();
    }
}
