using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Sts;

internal static class StsServiceCollection
{
    public static void AddSts(this IServiceCollection services)
    {
        services.AddSingleton<StsService>();
        services.AddSingleton<IAwsService>(provider => provider.GetRequiredService<StsService>());
    }
}
