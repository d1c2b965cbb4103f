// Written by tools/ToolGenerator from Npm.json. Change that and run: dotnet run --project tools/ToolGenerator

#nullable enable

using System.ComponentModel;
using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.Npm;

/// <summary>The commands of npm. NPM_EXE overrides which one is used.</summary>
[PathTool(Executable = PathExecutable)]
public partial class NpmTasks : ToolTasks, IRequirePathTool
{
    public const string PathExecutable = "npm";
    public static string NpmPath { get => new NpmTasks().GetToolPathInternal(); set => new NpmTasks().SetToolPath(value); }

    /// <summary>Runs any command.</summary>
    public static IReadOnlyCollection<Output> Npm(ArgumentStringHandler arguments, string? workingDirectory = null, IReadOnlyDictionary<string, string>? environmentVariables = null, int? timeout = null, bool? logOutput = null, bool? logInvocation = null, Action<OutputType, string>? logger = null, Func<IProcess, object?>? exitHandler = null) => new NpmTasks().Run(arguments, workingDirectory, environmentVariables, timeout, logOutput, logInvocation, logger, exitHandler);

    /// <summary>Installs exactly what the lock file says.</summary>
    public static IReadOnlyCollection<Output> NpmCi(NpmCiSettings? options = null) => new NpmTasks().Run(options);
    /// <inheritdoc cref="NpmCi(NpmCiSettings)"/>
    public static IReadOnlyCollection<Output> NpmCi(Configure<NpmCiSettings> configurator) => new NpmTasks().Run(configurator.Invoke(new NpmCiSettings()));
    /// <inheritdoc cref="NpmCi(NpmCiSettings)"/>
    public static IEnumerable<(NpmCiSettings Settings, IReadOnlyCollection<Output> Output)> NpmCi(CombinatorialConfigure<NpmCiSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(NpmCi, degreeOfParallelism, completeOnFailure);

    /// <summary>Installs packages.</summary>
    public static IReadOnlyCollection<Output> NpmInstall(NpmInstallSettings? options = null) => new NpmTasks().Run(options);
    /// <inheritdoc cref="NpmInstall(NpmInstallSettings)"/>
    public static IReadOnlyCollection<Output> NpmInstall(Configure<NpmInstallSettings> configurator) => new NpmTasks().Run(configurator.Invoke(new NpmInstallSettings()));
    /// <inheritdoc cref="NpmInstall(NpmInstallSettings)"/>
    public static IEnumerable<(NpmInstallSettings Settings, IReadOnlyCollection<Output> Output)> NpmInstall(CombinatorialConfigure<NpmInstallSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(NpmInstall, degreeOfParallelism, completeOnFailure);

    /// <summary>Runs a script of package.json.</summary>
    public static IReadOnlyCollection<Output> NpmRun(NpmRunSettings? options = null) => new NpmTasks().Run(options);
    /// <inheritdoc cref="NpmRun(NpmRunSettings)"/>
    public static IReadOnlyCollection<Output> NpmRun(Configure<NpmRunSettings> configurator) => new NpmTasks().Run(configurator.Invoke(new NpmRunSettings()));
    /// <inheritdoc cref="NpmRun(NpmRunSettings)"/>
    public static IEnumerable<(NpmRunSettings Settings, IReadOnlyCollection<Output> Output)> NpmRun(CombinatorialConfigure<NpmRunSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(NpmRun, degreeOfParallelism, completeOnFailure);
}

/// <summary>Options of <c>npm ci</c>.</summary>
[Command(Type = typeof(NpmTasks), Command = nameof(NpmTasks.NpmCi), Arguments = "ci")]
public partial class NpmCiSettings : ToolOptions
{
}

/// <summary>Changes options of <c>npm ci</c>.</summary>
public static partial class NpmCiSettingsExtensions
{
}

/// <summary>Options of <c>npm install</c>.</summary>
[Command(Type = typeof(NpmTasks), Command = nameof(NpmTasks.NpmInstall), Arguments = "install")]
public partial class NpmInstallSettings : ToolOptions
{
    [Argument(Format = "{value}", Position = 1)] public IReadOnlyList<string>? Packages => Get<IReadOnlyList<string>>();
    [Argument(Format = "--production")] public bool? Production => Get<bool?>();
    [Argument(Format = "--force")] public bool? Force => Get<bool?>();
    [Argument(Format = "--global")] public bool? Global => Get<bool?>();
    [Argument(Format = "--global-style")] public bool? GlobalStyle => Get<bool?>();
    [Argument(Format = "--ignore-scripts")] public bool? IgnoreScripts => Get<bool?>();
    [Argument(Format = "--legacy-bundling")] public bool? LegacyBundling => Get<bool?>();
    [Argument(Format = "--link")] public bool? Link => Get<bool?>();
    [Argument(Format = "--no-bin-links")] public bool? NoBinLinks => Get<bool?>();
    [Argument(Format = "--no-optional")] public bool? NoOptional => Get<bool?>();
    [Argument(Format = "--no-shrinkwrap")] public bool? NoShrinkWrap => Get<bool?>();
    [Argument(Format = "--nodedir={value}")] public string? NodeDir => Get<string>();
    [Argument(Format = "--only={value}")] public NpmOnlyMode? Only => Get<NpmOnlyMode>();
}

/// <summary>Changes options of <c>npm install</c>.</summary>
public static partial class NpmInstallSettingsExtensions
{
    public static T SetPackages<T>(this T o, params string[]? v) where T : NpmInstallSettings => OptionsChange.SetList(o, "Packages", v);
    public static T SetPackages<T>(this T o, IEnumerable<string>? v) where T : NpmInstallSettings => OptionsChange.SetList(o, "Packages", v);
    public static T AddPackages<T>(this T o, params string[] v) where T : NpmInstallSettings => OptionsChange.AddList(o, "Packages", v);
    public static T AddPackages<T>(this T o, IEnumerable<string> v) where T : NpmInstallSettings => OptionsChange.AddList(o, "Packages", v);
    public static T RemovePackages<T>(this T o, params string[] v) where T : NpmInstallSettings => OptionsChange.RemoveList(o, "Packages", v);
    public static T RemovePackages<T>(this T o, IEnumerable<string> v) where T : NpmInstallSettings => OptionsChange.RemoveList(o, "Packages", v);
    public static T ClearPackages<T>(this T o) where T : NpmInstallSettings => OptionsChange.ClearList<T, string>(o, "Packages");
    public static T SetProduction<T>(this T o, bool? v) where T : NpmInstallSettings => OptionsChange.Set(o, "Production", v);
    public static T ResetProduction<T>(this T o) where T : NpmInstallSettings => OptionsChange.Set(o, "Production", null);
    public static T EnableProduction<T>(this T o) where T : NpmInstallSettings => OptionsChange.Set(o, "Production", true);
    public static T DisableProduction<T>(this T o) where T : NpmInstallSettings => OptionsChange.Set(o, "Production", false);
    public static T ToggleProduction<T>(this T o) where T : NpmInstallSettings => OptionsChange.Toggle(o, "Production");
    public static T SetForce<T>(this T o, bool? v) where T : NpmInstallSettings => OptionsChange.Set(o, "Force", v);
    public static T ResetForce<T>(this T o) where T : NpmInstallSettings => OptionsChange.Set(o, "Force", null);
    public static T EnableForce<T>(this T o) where T : NpmInstallSettings => OptionsChange.Set(o, "Force", true);
    public static T DisableForce<T>(this T o) where T : NpmInstallSettings => OptionsChange.Set(o, "Force", false);
    public static T ToggleForce<T>(this T o) where T : NpmInstallSettings => OptionsChange.Toggle(o, "Force");
    public static T SetGlobal<T>(this T o, bool? v) where T : NpmInstallSettings => OptionsChange.Set(o, "Global", v);
    public static T ResetGlobal<T>(this T o) where T : NpmInstallSettings => OptionsChange.Set(o, "Global", null);
    public static T EnableGlobal<T>(this T o) where T : NpmInstallSettings => OptionsChange.Set(o, "Global", true);
    public static T DisableGlobal<T>(this T o) where T : NpmInstallSettings => OptionsChange.Set(o, "Global", false);
    public static T ToggleGlobal<T>(this T o) where T : NpmInstallSettings => OptionsChange.Toggle(o, "Global");
    public static T SetGlobalStyle<T>(this T o, bool? v) where T : NpmInstallSettings => OptionsChange.Set(o, "GlobalStyle", v);
    public static T ResetGlobalStyle<T>(this T o) where T : NpmInstallSettings => OptionsChange.Set(o, "GlobalStyle", null);
    public static T EnableGlobalStyle<T>(this T o) where T : NpmInstallSettings => OptionsChange.Set(o, "GlobalStyle", true);
    public static T DisableGlobalStyle<T>(this T o) where T : NpmInstallSettings => OptionsChange.Set(o, "GlobalStyle", false);
    public static T ToggleGlobalStyle<T>(this T o) where T : NpmInstallSettings => OptionsChange.Toggle(o, "GlobalStyle");
    public static T SetIgnoreScripts<T>(this T o, bool? v) where T : NpmInstallSettings => OptionsChange.Set(o, "IgnoreScripts", v);
    public static T ResetIgnoreScripts<T>(this T o) where T : NpmInstallSettings => OptionsChange.Set(o, "IgnoreScripts", null);
    public static T EnableIgnoreScripts<T>(this T o) where T : NpmInstallSettings => OptionsChange.Set(o, "IgnoreScripts", true);
    public static T DisableIgnoreScripts<T>(this T o) where T : NpmInstallSettings => OptionsChange.Set(o, "IgnoreScripts", false);
    public static T ToggleIgnoreScripts<T>(this T o) where T : NpmInstallSettings => OptionsChange.Toggle(o, "IgnoreScripts");
    public static T SetLegacyBundling<T>(this T o, bool? v) where T : NpmInstallSettings => OptionsChange.Set(o, "LegacyBundling", v);
    public static T ResetLegacyBundling<T>(this T o) where T : NpmInstallSettings => OptionsChange.Set(o, "LegacyBundling", null);
    public static T EnableLegacyBundling<T>(this T o) where T : NpmInstallSettings => OptionsChange.Set(o, "LegacyBundling", true);
    public static T DisableLegacyBundling<T>(this T o) where T : NpmInstallSettings => OptionsChange.Set(o, "LegacyBundling", false);
    public static T ToggleLegacyBundling<T>(this T o) where T : NpmInstallSettings => OptionsChange.Toggle(o, "LegacyBundling");
    public static T SetLink<T>(this T o, bool? v) where T : NpmInstallSettings => OptionsChange.Set(o, "Link", v);
    public static T ResetLink<T>(this T o) where T : NpmInstallSettings => OptionsChange.Set(o, "Link", null);
    public static T EnableLink<T>(this T o) where T : NpmInstallSettings => OptionsChange.Set(o, "Link", true);
    public static T DisableLink<T>(this T o) where T : NpmInstallSettings => OptionsChange.Set(o, "Link", false);
    public static T ToggleLink<T>(this T o) where T : NpmInstallSettings => OptionsChange.Toggle(o, "Link");
    public static T SetNoBinLinks<T>(this T o, bool? v) where T : NpmInstallSettings => OptionsChange.Set(o, "NoBinLinks", v);
    public static T ResetNoBinLinks<T>(this T o) where T : NpmInstallSettings => OptionsChange.Set(o, "NoBinLinks", null);
    public static T EnableNoBinLinks<T>(this T o) where T : NpmInstallSettings => OptionsChange.Set(o, "NoBinLinks", true);
    public static T DisableNoBinLinks<T>(this T o) where T : NpmInstallSettings => OptionsChange.Set(o, "NoBinLinks", false);
    public static T ToggleNoBinLinks<T>(this T o) where T : NpmInstallSettings => OptionsChange.Toggle(o, "NoBinLinks");
    public static T SetNoOptional<T>(this T o, bool? v) where T : NpmInstallSettings => OptionsChange.Set(o, "NoOptional", v);
    public static T ResetNoOptional<T>(this T o) where T : NpmInstallSettings => OptionsChange.Set(o, "NoOptional", null);
    public static T EnableNoOptional<T>(this T o) where T : NpmInstallSettings => OptionsChange.Set(o, "NoOptional", true);
    public static T DisableNoOptional<T>(this T o) where T : NpmInstallSettings => OptionsChange.Set(o, "NoOptional", false);
    public static T ToggleNoOptional<T>(this T o) where T : NpmInstallSettings => OptionsChange.Toggle(o, "NoOptional");
    public static T SetNoShrinkWrap<T>(this T o, bool? v) where T : NpmInstallSettings => OptionsChange.Set(o, "NoShrinkWrap", v);
    public static T ResetNoShrinkWrap<T>(this T o) where T : NpmInstallSettings => OptionsChange.Set(o, "NoShrinkWrap", null);
    public static T EnableNoShrinkWrap<T>(this T o) where T : NpmInstallSettings => OptionsChange.Set(o, "NoShrinkWrap", true);
    public static T DisableNoShrinkWrap<T>(this T o) where T : NpmInstallSettings => OptionsChange.Set(o, "NoShrinkWrap", false);
    public static T ToggleNoShrinkWrap<T>(this T o) where T : NpmInstallSettings => OptionsChange.Toggle(o, "NoShrinkWrap");
    public static T SetNodeDir<T>(this T o, string? v) where T : NpmInstallSettings => OptionsChange.Set(o, "NodeDir", v);
    public static T ResetNodeDir<T>(this T o) where T : NpmInstallSettings => OptionsChange.Set(o, "NodeDir", null);
    public static T SetOnly<T>(this T o, NpmOnlyMode? v) where T : NpmInstallSettings => OptionsChange.Set(o, "Only", v);
    public static T ResetOnly<T>(this T o) where T : NpmInstallSettings => OptionsChange.Set(o, "Only", null);
}

/// <summary>Options of <c>npm run</c>.</summary>
[Command(Type = typeof(NpmTasks), Command = nameof(NpmTasks.NpmRun), Arguments = "run")]
public partial class NpmRunSettings : ToolOptions
{
    [Argument(Format = "{value}", Position = 1)] public string? Command => Get<string>();
    [Argument(Format = "-- {value}", Position = -1, Separator = " ")] public IReadOnlyList<string>? Arguments => Get<IReadOnlyList<string>>();
}

/// <summary>Changes options of <c>npm run</c>.</summary>
public static partial class NpmRunSettingsExtensions
{
    public static T SetCommand<T>(this T o, string? v) where T : NpmRunSettings => OptionsChange.Set(o, "Command", v);
    public static T ResetCommand<T>(this T o) where T : NpmRunSettings => OptionsChange.Set(o, "Command", null);
    public static T SetArguments<T>(this T o, params string[]? v) where T : NpmRunSettings => OptionsChange.SetList(o, "Arguments", v);
    public static T SetArguments<T>(this T o, IEnumerable<string>? v) where T : NpmRunSettings => OptionsChange.SetList(o, "Arguments", v);
    public static T AddArguments<T>(this T o, params string[] v) where T : NpmRunSettings => OptionsChange.AddList(o, "Arguments", v);
    public static T AddArguments<T>(this T o, IEnumerable<string> v) where T : NpmRunSettings => OptionsChange.AddList(o, "Arguments", v);
    public static T RemoveArguments<T>(this T o, params string[] v) where T : NpmRunSettings => OptionsChange.RemoveList(o, "Arguments", v);
    public static T RemoveArguments<T>(this T o, IEnumerable<string> v) where T : NpmRunSettings => OptionsChange.RemoveList(o, "Arguments", v);
    public static T ClearArguments<T>(this T o) where T : NpmRunSettings => OptionsChange.ClearList<T, string>(o, "Arguments");
}

/// <summary>production, development.</summary>
[TypeConverter(typeof(TypeConverter<NpmOnlyMode>))]
public partial class NpmOnlyMode : Enumeration
{
    public static NpmOnlyMode production = (NpmOnlyMode)"production";
    public static NpmOnlyMode development = (NpmOnlyMode)"development";
    public static implicit operator NpmOnlyMode(string value) => new() { Value = value };
}
