using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.Npm;

/// <summary>Changes options of <c>npm run</c>.</summary>
public static class NpmRunSettingsExtensions
{
    public static T SetCommand<T>(this T o, string value) where T : NpmRunSettings => o.Set(nameof(NpmRunSettings.Command), value);
    public static T SetArguments<T>(this T o, params string[] v) where T : NpmRunSettings => o.SetList(nameof(NpmRunSettings.Arguments), v);
    public static T AddArguments<T>(this T o, params string[] v) where T : NpmRunSettings => o.AddList(nameof(NpmRunSettings.Arguments), v);
}
