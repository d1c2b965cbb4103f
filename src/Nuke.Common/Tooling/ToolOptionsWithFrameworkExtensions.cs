namespace Nuke.Common.Tooling;

/// <summary>Changes <see cref="IToolOptionsWithFramework"/>.</summary>
public static class ToolOptionsWithFrameworkExtensions
{
    public static T SetFramework<T>(this T o, string? v) where T : Options, IToolOptionsWithFramework => OptionsChange.Set(o, nameof(o.Framework), v);
}
