using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Changes options of <c>dotnet clean</c>. The options are documented at https://learn.microsoft.com/dotnet/core/tools.</summary>
public static class DotNetCleanSettingsExtensions
{
    public static T SetProject<T>(this T o, string value) where T : DotNetCleanSettings => o.Set(nameof(DotNetCleanSettings.Project), value);
    public static T ResetProject<T>(this T o) where T : DotNetCleanSettings => o.Set(nameof(DotNetCleanSettings.Project), null);
    public static T SetConfiguration<T>(this T o, string value) where T : DotNetCleanSettings => o.Set(nameof(DotNetCleanSettings.Configuration), value);
    public static T ResetConfiguration<T>(this T o) where T : DotNetCleanSettings => o.Set(nameof(DotNetCleanSettings.Configuration), null);
    public static T SetFramework<T>(this T o, string value) where T : DotNetCleanSettings => o.Set(nameof(DotNetCleanSettings.Framework), value);
    public static T ResetFramework<T>(this T o) where T : DotNetCleanSettings => o.Set(nameof(DotNetCleanSettings.Framework), null);
    public static T SetOutput<T>(this T o, string value) where T : DotNetCleanSettings => o.Set(nameof(DotNetCleanSettings.Output), value);
    public static T ResetOutput<T>(this T o) where T : DotNetCleanSettings => o.Set(nameof(DotNetCleanSettings.Output), null);
    public static T SetRuntime<T>(this T o, string value) where T : DotNetCleanSettings => o.Set(nameof(DotNetCleanSettings.Runtime), value);
    public static T ResetRuntime<T>(this T o) where T : DotNetCleanSettings => o.Set(nameof(DotNetCleanSettings.Runtime), null);
    public static T SetVerbosity<T>(this T o, DotNetVerbosity value) where T : DotNetCleanSettings => o.Set(nameof(DotNetCleanSettings.Verbosity), value);
    public static T ResetVerbosity<T>(this T o) where T : DotNetCleanSettings => o.Set(nameof(DotNetCleanSettings.Verbosity), null);
    public static T SetNoLogo<T>(this T o, bool? value) where T : DotNetCleanSettings => o.Set(nameof(DotNetCleanSettings.NoLogo), value);
    public static T EnableNoLogo<T>(this T o) where T : DotNetCleanSettings => o.Set(nameof(DotNetCleanSettings.NoLogo), true);
    public static T DisableNoLogo<T>(this T o) where T : DotNetCleanSettings => o.Set(nameof(DotNetCleanSettings.NoLogo), false);
    public static T SetArtifactsPath<T>(this T o, string value) where T : DotNetCleanSettings => o.Set(nameof(DotNetCleanSettings.ArtifactsPath), value);
    public static T ResetArtifactsPath<T>(this T o) where T : DotNetCleanSettings => o.Set(nameof(DotNetCleanSettings.ArtifactsPath), null);
    public static T SetProperty<T>(this T o, string key, object value) where T : DotNetCleanSettings => o.SetPair(nameof(DotNetCleanSettings.Properties), key, value);
    public static T AddProperty<T>(this T o, string key, object value) where T : DotNetCleanSettings => o.SetPair(nameof(DotNetCleanSettings.Properties), key, value);
    public static T RemoveProperty<T>(this T o, string key) where T : DotNetCleanSettings => o.RemovePair(nameof(DotNetCleanSettings.Properties), key);
}
