namespace Fairlead.Components.Tests.Architecture;

/// <summary>The assemblies of this repository, as they were compiled for these tests.</summary>
internal static class Compiled
{
    private static readonly Lazy<CompiledAssembly> s_library = new(() => Read("Fairlead"));
    private static readonly Lazy<CompiledAssembly> s_components = new(() => Read("Fairlead.Components"));
    private static readonly Lazy<CompiledAssembly> s_localCloud = new(() => Read("Fairlead.LocalCloud"));
    private static readonly Lazy<CompiledAssembly> s_engine = new(() => Read("Nuke.Common"));
    private static readonly Lazy<CompiledAssembly> s_engineComponents = new(() => Read("Nuke.Components"));
    private static readonly Lazy<CompiledAssembly> s_build = new(() => Read("_build"));
    private static readonly Lazy<CompiledAssembly> s_tests = new(() => Read("Fairlead.Components.Tests"));

    public static CompiledAssembly Library => s_library.Value;

    public static CompiledAssembly Components => s_components.Value;

    public static CompiledAssembly LocalCloud => s_localCloud.Value;

    public static CompiledAssembly Engine => s_engine.Value;

    public static CompiledAssembly EngineComponents => s_engineComponents.Value;

    public static CompiledAssembly Build => s_build.Value;

    /// <summary>These tests, which have samples of what a rule finds.</summary>
    public static CompiledAssembly Tests => s_tests.Value;

    /// <summary>By name, as a test's argument.</summary>
    public static CompiledAssembly ByName(string name)
        => new[] { s_library, s_components, s_localCloud, s_engine, s_engineComponents, s_build, s_tests }.Select(x => x.Value).Single(x => x.Name == name);

    private static CompiledAssembly Read(string name) => CompiledAssembly.Read(Path.Combine(AppContext.BaseDirectory, $"{name}.dll"));
}
