using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.Npm;

/// <summary>Changes options of <c>npm install</c>.</summary>
public static class NpmInstallSettingsExtensions
{
    public static T SetPackages<T>(this T o, params string[] v) where T : NpmInstallSettings => o.SetList(nameof(NpmInstallSettings.Packages), v);
    public static T AddPackages<T>(this T o, params string[] v) where T : NpmInstallSettings => o.AddList(nameof(NpmInstallSettings.Packages), v);
    public static T SetProduction<T>(this T o, bool? value) where T : NpmInstallSettings => o.Set(nameof(NpmInstallSettings.Production), value);
    public static T EnableProduction<T>(this T o) where T : NpmInstallSettings => o.Set(nameof(NpmInstallSettings.Production), true);
    public static T SetForce<T>(this T o, bool? value) where T : NpmInstallSettings => o.Set(nameof(NpmInstallSettings.Force), value);
    public static T EnableForce<T>(this T o) where T : NpmInstallSettings => o.Set(nameof(NpmInstallSettings.Force), true);
    public static T SetGlobal<T>(this T o, bool? value) where T : NpmInstallSettings => o.Set(nameof(NpmInstallSettings.Global), value);
    public static T EnableGlobal<T>(this T o) where T : NpmInstallSettings => o.Set(nameof(NpmInstallSettings.Global), true);
}
