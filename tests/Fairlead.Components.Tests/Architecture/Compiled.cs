namespace Fairlead.Components.Tests.Architecture;

/// <summary>The assemblies of this repository, as they were compiled for these tests.</summary>
internal static class Compiled
{
    private static readonly Lazy<CompiledAssembly> ReadLibrary = new(() => Read("Fairlead"));
    private static readonly Lazy<CompiledAssembly> ReadComponents = new(() => Read("Fairlead.Components"));
    private static readonly Lazy<CompiledAssembly> ReadLocalCloud = new(() => Read("Fairlead.LocalCloud"));
    private static readonly Lazy<CompiledAssembly> ReadEngine = new(() => Read("Nuke.Common"));
    private static readonly Lazy<CompiledAssembly> ReadEngineComponents = new(() => Read("Nuke.Components"));
    private static readonly Lazy<CompiledAssembly> ReadHttp = new(() => Read("Fairlead.Http"));
    private static readonly Lazy<CompiledAssembly> ReadJson = new(() => Read("Fairlead.Json"));
    private static readonly Lazy<CompiledAssembly> ReadSecrets = new(() => Read("Fairlead.Secrets"));
    private static readonly Lazy<CompiledAssembly> ReadBuild = new(() => Read("_build"));
    private static readonly Lazy<CompiledAssembly> ReadTests = new(() => Read("Fairlead.Components.Tests"));

    public static CompiledAssembly Library => ReadLibrary.Value;

    public static CompiledAssembly Components => ReadComponents.Value;

    public static CompiledAssembly LocalCloud => ReadLocalCloud.Value;

    public static CompiledAssembly Engine => ReadEngine.Value;

    public static CompiledAssembly EngineComponents => ReadEngineComponents.Value;

    public static CompiledAssembly Build => ReadBuild.Value;

    /// <summary>These tests, which have samples of what a rule finds.</summary>
    public static CompiledAssembly Tests => ReadTests.Value;

    /// <summary>By name, as a test's argument.</summary>
    public static CompiledAssembly ByName(string name)
        => new[] { ReadLibrary, ReadComponents, ReadLocalCloud, ReadEngine, ReadEngineComponents, ReadHttp, ReadJson, ReadSecrets, ReadBuild, ReadTests }
            .Select(x => x.Value)
            .Single(x => x.Name == name);

    private static CompiledAssembly Read(string name) => CompiledAssembly.Read(Path.Combine(AppContext.BaseDirectory, $"{name}.dll"));
}
