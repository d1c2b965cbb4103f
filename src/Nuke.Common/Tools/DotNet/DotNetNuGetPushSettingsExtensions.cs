using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Changes options of <c>dotnet nuget push</c>. The options are documented at https://learn.microsoft.com/dotnet/core/tools.</summary>
public static class DotNetNuGetPushSettingsExtensions
{
    public static T SetTargetPath<T>(this T o, string v) where T : DotNetNuGetPushSettings => o.Set(nameof(DotNetNuGetPushSettings.TargetPath), v);
    public static T SetSource<T>(this T o, string v) where T : DotNetNuGetPushSettings => o.Set(nameof(DotNetNuGetPushSettings.Source), v);
    public static T SetApiKey<T>(this T o, string v) where T : DotNetNuGetPushSettings => o.Set(nameof(DotNetNuGetPushSettings.ApiKey), v);
    public static T EnableSkipDuplicate<T>(this T o) where T : DotNetNuGetPushSettings => o.Set(nameof(DotNetNuGetPushSettings.SkipDuplicate), true);
}
