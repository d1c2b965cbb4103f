using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ecr;

internal static class EcrRegistration
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<BlobStore>();
        services.AddSingleton<EcrRepositories>();
        services.AddSingleton<EcrTokens>();
        services.AddSingleton<EcrImages>();
        services.AddSingleton<EcrLayers>();
        services.AddSingleton<EcrPolicies>();
        services.AddSingleton<EcrTags>();
        services.AddSingleton<IAwsService, EcrService>();
        services.AddSingleton<IRegistryEndpoint, RegistryEndpoint>();
    }
}
