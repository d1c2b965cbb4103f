using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Sts;

internal static class StsServiceCollection
{
    public static void AddSts(this IServiceCollection services)
    {
        services.AddSingleton<WebIdentityTokens>();
        services.AddSingleton<IAwsService, StsService>();
    }
}
