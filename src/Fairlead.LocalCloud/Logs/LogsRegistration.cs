using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Logs;

internal static class LogsRegistration
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<LogGroups>();
        services.AddSingleton<LogTags>();
        services.AddSingleton<IAwsService, LogsService>();
    }
}
