using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Changes options of <c>dotnet restore</c>. The options are documented at https://learn.microsoft.com/dotnet/core/tools.</summary>
public static class DotNetRestoreSettingsExtensions
{
    public static T SetProjectFile<T>(this T o, string value) where T : DotNetRestoreSettings => o.Set(nameof(DotNetRestoreSettings.ProjectFile), value);
    public static T ResetProjectFile<T>(this T o) where T : DotNetRestoreSettings => o.Set(nameof(DotNetRestoreSettings.ProjectFile), null);
    public static T SetConfigFile<T>(this T o, string value) where T : DotNetRestoreSettings => o.Set(nameof(DotNetRestoreSettings.ConfigFile), value);
    public static T ResetConfigFile<T>(this T o) where T : DotNetRestoreSettings => o.Set(nameof(DotNetRestoreSettings.ConfigFile), null);
    public static T SetVerbosity<T>(this T o, DotNetVerbosity value) where T : DotNetRestoreSettings => o.Set(nameof(DotNetRestoreSettings.Verbosity), value);
    public static T ResetVerbosity<T>(this T o) where T : DotNetRestoreSettings => o.Set(nameof(DotNetRestoreSettings.Verbosity), null);
    public static T SetDisableParallel<T>(this T o, bool? value) where T : DotNetRestoreSettings => o.Set(nameof(DotNetRestoreSettings.DisableParallel), value);
    public static T EnableDisableParallel<T>(this T o) where T : DotNetRestoreSettings => o.Set(nameof(DotNetRestoreSettings.DisableParallel), true);
    public static T DisableDisableParallel<T>(this T o) where T : DotNetRestoreSettings => o.Set(nameof(DotNetRestoreSettings.DisableParallel), false);
    public static T SetForce<T>(this T o, bool? value) where T : DotNetRestoreSettings => o.Set(nameof(DotNetRestoreSettings.Force), value);
    public static T EnableForce<T>(this T o) where T : DotNetRestoreSettings => o.Set(nameof(DotNetRestoreSettings.Force), true);
    public static T DisableForce<T>(this T o) where T : DotNetRestoreSettings => o.Set(nameof(DotNetRestoreSettings.Force), false);
    public static T SetIgnoreFailedSources<T>(this T o, bool? value) where T : DotNetRestoreSettings => o.Set(nameof(DotNetRestoreSettings.IgnoreFailedSources), value);
    public static T EnableIgnoreFailedSources<T>(this T o) where T : DotNetRestoreSettings => o.Set(nameof(DotNetRestoreSettings.IgnoreFailedSources), true);
    public static T DisableIgnoreFailedSources<T>(this T o) where T : DotNetRestoreSettings => o.Set(nameof(DotNetRestoreSettings.IgnoreFailedSources), false);
    public static T SetNoCache<T>(this T o, bool? value) where T : DotNetRestoreSettings => o.Set(nameof(DotNetRestoreSettings.NoCache), value);
    public static T EnableNoCache<T>(this T o) where T : DotNetRestoreSettings => o.Set(nameof(DotNetRestoreSettings.NoCache), true);
    public static T DisableNoCache<T>(this T o) where T : DotNetRestoreSettings => o.Set(nameof(DotNetRestoreSettings.NoCache), false);
    public static T SetNoDependencies<T>(this T o, bool? value) where T : DotNetRestoreSettings => o.Set(nameof(DotNetRestoreSettings.NoDependencies), value);
    public static T EnableNoDependencies<T>(this T o) where T : DotNetRestoreSettings => o.Set(nameof(DotNetRestoreSettings.NoDependencies), true);
    public static T DisableNoDependencies<T>(this T o) where T : DotNetRestoreSettings => o.Set(nameof(DotNetRestoreSettings.NoDependencies), false);
    public static T SetPackageDirectory<T>(this T o, string value) where T : DotNetRestoreSettings => o.Set(nameof(DotNetRestoreSettings.PackageDirectory), value);
    public static T ResetPackageDirectory<T>(this T o) where T : DotNetRestoreSettings => o.Set(nameof(DotNetRestoreSettings.PackageDirectory), null);
    public static T SetSources<T>(this T o, params string[] v) where T : DotNetRestoreSettings => o.SetList(nameof(DotNetRestoreSettings.Sources), v);
    public static T SetSources<T>(this T o, IEnumerable<string> v) where T : DotNetRestoreSettings => o.SetList(nameof(DotNetRestoreSettings.Sources), v);
    public static T AddSources<T>(this T o, params string[] v) where T : DotNetRestoreSettings => o.AddList(nameof(DotNetRestoreSettings.Sources), v);
    public static T AddSources<T>(this T o, IEnumerable<string> v) where T : DotNetRestoreSettings => o.AddList(nameof(DotNetRestoreSettings.Sources), v);
    public static T ClearSources<T>(this T o) where T : DotNetRestoreSettings => o.Set(nameof(DotNetRestoreSettings.Sources), null);
    public static T SetUseLockFile<T>(this T o, bool? value) where T : DotNetRestoreSettings => o.Set(nameof(DotNetRestoreSettings.UseLockFile), value);
    public static T EnableUseLockFile<T>(this T o) where T : DotNetRestoreSettings => o.Set(nameof(DotNetRestoreSettings.UseLockFile), true);
    public static T DisableUseLockFile<T>(this T o) where T : DotNetRestoreSettings => o.Set(nameof(DotNetRestoreSettings.UseLockFile), false);
    public static T SetLockedMode<T>(this T o, bool? value) where T : DotNetRestoreSettings => o.Set(nameof(DotNetRestoreSettings.LockedMode), value);
    public static T EnableLockedMode<T>(this T o) where T : DotNetRestoreSettings => o.Set(nameof(DotNetRestoreSettings.LockedMode), true);
    public static T DisableLockedMode<T>(this T o) where T : DotNetRestoreSettings => o.Set(nameof(DotNetRestoreSettings.LockedMode), false);
    public static T SetLockFilePath<T>(this T o, string value) where T : DotNetRestoreSettings => o.Set(nameof(DotNetRestoreSettings.LockFilePath), value);
    public static T ResetLockFilePath<T>(this T o) where T : DotNetRestoreSettings => o.Set(nameof(DotNetRestoreSettings.LockFilePath), null);
    public static T SetForceEvaluate<T>(this T o, bool? value) where T : DotNetRestoreSettings => o.Set(nameof(DotNetRestoreSettings.ForceEvaluate), value);
    public static T EnableForceEvaluate<T>(this T o) where T : DotNetRestoreSettings => o.Set(nameof(DotNetRestoreSettings.ForceEvaluate), true);
    public static T DisableForceEvaluate<T>(this T o) where T : DotNetRestoreSettings => o.Set(nameof(DotNetRestoreSettings.ForceEvaluate), false);
    public static T SetRuntime<T>(this T o, string value) where T : DotNetRestoreSettings => o.Set(nameof(DotNetRestoreSettings.Runtime), value);
    public static T ResetRuntime<T>(this T o) where T : DotNetRestoreSettings => o.Set(nameof(DotNetRestoreSettings.Runtime), null);
    public static T SetProperty<T>(this T o, string key, object value) where T : DotNetRestoreSettings => o.SetPair(nameof(DotNetRestoreSettings.Properties), key, value);
    public static T AddProperty<T>(this T o, string key, object value) where T : DotNetRestoreSettings => o.SetPair(nameof(DotNetRestoreSettings.Properties), key, value);
    public static T RemoveProperty<T>(this T o, string key) where T : DotNetRestoreSettings => o.RemovePair(nameof(DotNetRestoreSettings.Properties), key);
    public static T SetContinuousIntegrationBuild<T>(this T o, bool? value) where T : DotNetRestoreSettings => o.SetProperty("ContinuousIntegrationBuild", value);
}
