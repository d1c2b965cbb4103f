using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ssm;

internal static class SsmRegistration
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<ParameterStore>();
        services.AddSingleton<IAwsService, SsmService>();
    }
}
