using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.SecretsManager;

internal static class SecretsManagerRegistration
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<SecretStore>();
        services.AddSingleton<IAwsService, SecretsManagerService>();
    }
}
