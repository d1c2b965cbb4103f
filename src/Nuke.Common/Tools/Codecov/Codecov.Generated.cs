// Written by tools/ToolGenerator from Codecov.json. Change that and run: dotnet run --project tools/ToolGenerator

#nullable enable

using System.ComponentModel;
using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.Codecov;

/// <summary>Codecov's uploader, from the package CodecovUploader.</summary>
[NuGetTool(Id = PackageId)]
public partial class CodecovTasks : ToolTasks, IRequireNuGetPackage
{
    public const string PackageId = "CodecovUploader";
    public static string CodecovPath { get => new CodecovTasks().GetToolPathInternal(); set => new CodecovTasks().SetToolPath(value); }

    /// <summary>Runs any command.</summary>
    public static IReadOnlyCollection<Output> Codecov(ArgumentStringHandler arguments, string? workingDirectory = null, IReadOnlyDictionary<string, string>? environmentVariables = null, int? timeout = null, bool? logOutput = null, bool? logInvocation = null, Action<OutputType, string>? logger = null, Func<IProcess, object?>? exitHandler = null) => new CodecovTasks().Run(arguments, workingDirectory, environmentVariables, timeout, logOutput, logInvocation, logger, exitHandler);

    /// <summary>Uploads coverage reports: https://docs.codecov.com/docs/codecov-uploader.</summary>
    public static IReadOnlyCollection<Output> Codecov(CodecovSettings? options = null) => new CodecovTasks().Run(options);
    /// <inheritdoc cref="Codecov(CodecovSettings)"/>
    public static IReadOnlyCollection<Output> Codecov(Configure<CodecovSettings> configurator) => new CodecovTasks().Run(configurator.Invoke(new CodecovSettings()));
    /// <inheritdoc cref="Codecov(CodecovSettings)"/>
    public static IEnumerable<(CodecovSettings Settings, IReadOnlyCollection<Output> Output)> Codecov(CombinatorialConfigure<CodecovSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(Codecov, degreeOfParallelism, completeOnFailure);
}

/// <summary>Options of <c>codecov</c>.</summary>
[Command(Type = typeof(CodecovTasks), Command = nameof(CodecovTasks.Codecov))]
public partial class CodecovSettings : ToolOptions
{
    [Argument(Format = "--branch {value}")] public string? Branch => Get<string>();
    [Argument(Format = "--build {value}")] public string? Build => Get<string>();
    [Argument(Format = "--sha {value}")] public string? Sha => Get<string>();
    [Argument(Format = "--disable-network")] public bool? DisableNetwork => Get<bool?>();
    [Argument(Format = "--dump")] public bool? Dump => Get<bool?>();
    [Argument(Format = "--env {value}", Separator = " ")] public IReadOnlyList<string>? EnvironmentVariables => Get<IReadOnlyList<string>>();
    [Argument(Format = "--feature {value}")] public IReadOnlyList<string>? Features => Get<IReadOnlyList<string>>();
    [Argument(Format = "--file {value}", Separator = " ")] public IReadOnlyList<string>? Files => Get<IReadOnlyList<string>>();
    [Argument(Format = "--flag {value}")] public string? Flags => Get<string>();
    [Argument(Format = "--name {value}")] public string? Name => Get<string>();
    [Argument(Format = "--no-color")] public bool? NoColor => Get<bool?>();
    [Argument(Format = "--pr {value}")] public string? PullRequest => Get<string>();
    [Argument(Format = "--root {value}")] public string? RepositoryRoot => Get<string>();
    [Argument(Format = "--required")] public bool? Required => Get<bool?>();
    [Argument(Format = "--slug {value}")] public string? Slug => Get<string>();
    [Argument(Format = "--tag {value}")] public string? Tag => Get<string>();
    [Argument(Format = "--token {value}", Secret = true)] public string? Token => Get<string>();
    [Argument(Format = "--url {value}")] public string? Url => Get<string>();
    [Argument(Format = "--verbose")] public bool? Verbose => Get<bool?>();
    public string? Framework => Get<string>();
}

/// <summary>Changes options of <c>codecov</c>.</summary>
public static partial class CodecovSettingsExtensions
{
    public static T SetBranch<T>(this T o, string? v) where T : CodecovSettings => OptionsChange.Set(o, "Branch", v);
    public static T ResetBranch<T>(this T o) where T : CodecovSettings => OptionsChange.Set(o, "Branch", null);
    public static T SetBuild<T>(this T o, string? v) where T : CodecovSettings => OptionsChange.Set(o, "Build", v);
    public static T ResetBuild<T>(this T o) where T : CodecovSettings => OptionsChange.Set(o, "Build", null);
    public static T SetSha<T>(this T o, string? v) where T : CodecovSettings => OptionsChange.Set(o, "Sha", v);
    public static T ResetSha<T>(this T o) where T : CodecovSettings => OptionsChange.Set(o, "Sha", null);
    public static T SetDisableNetwork<T>(this T o, bool? v) where T : CodecovSettings => OptionsChange.Set(o, "DisableNetwork", v);
    public static T ResetDisableNetwork<T>(this T o) where T : CodecovSettings => OptionsChange.Set(o, "DisableNetwork", null);
    public static T EnableDisableNetwork<T>(this T o) where T : CodecovSettings => OptionsChange.Set(o, "DisableNetwork", true);
    public static T DisableDisableNetwork<T>(this T o) where T : CodecovSettings => OptionsChange.Set(o, "DisableNetwork", false);
    public static T ToggleDisableNetwork<T>(this T o) where T : CodecovSettings => OptionsChange.Toggle(o, "DisableNetwork");
    public static T SetDump<T>(this T o, bool? v) where T : CodecovSettings => OptionsChange.Set(o, "Dump", v);
    public static T ResetDump<T>(this T o) where T : CodecovSettings => OptionsChange.Set(o, "Dump", null);
    public static T EnableDump<T>(this T o) where T : CodecovSettings => OptionsChange.Set(o, "Dump", true);
    public static T DisableDump<T>(this T o) where T : CodecovSettings => OptionsChange.Set(o, "Dump", false);
    public static T ToggleDump<T>(this T o) where T : CodecovSettings => OptionsChange.Toggle(o, "Dump");
    public static T SetEnvironmentVariables<T>(this T o, params string[]? v) where T : CodecovSettings => OptionsChange.SetList(o, "EnvironmentVariables", v);
    public static T SetEnvironmentVariables<T>(this T o, IEnumerable<string>? v) where T : CodecovSettings => OptionsChange.SetList(o, "EnvironmentVariables", v);
    public static T AddEnvironmentVariables<T>(this T o, params string[] v) where T : CodecovSettings => OptionsChange.AddList(o, "EnvironmentVariables", v);
    public static T AddEnvironmentVariables<T>(this T o, IEnumerable<string> v) where T : CodecovSettings => OptionsChange.AddList(o, "EnvironmentVariables", v);
    public static T RemoveEnvironmentVariables<T>(this T o, params string[] v) where T : CodecovSettings => OptionsChange.RemoveList(o, "EnvironmentVariables", v);
    public static T RemoveEnvironmentVariables<T>(this T o, IEnumerable<string> v) where T : CodecovSettings => OptionsChange.RemoveList(o, "EnvironmentVariables", v);
    public static T ClearEnvironmentVariables<T>(this T o) where T : CodecovSettings => OptionsChange.ClearList<T, string>(o, "EnvironmentVariables");
    public static T SetFeatures<T>(this T o, params string[]? v) where T : CodecovSettings => OptionsChange.SetList(o, "Features", v);
    public static T SetFeatures<T>(this T o, IEnumerable<string>? v) where T : CodecovSettings => OptionsChange.SetList(o, "Features", v);
    public static T AddFeatures<T>(this T o, params string[] v) where T : CodecovSettings => OptionsChange.AddList(o, "Features", v);
    public static T AddFeatures<T>(this T o, IEnumerable<string> v) where T : CodecovSettings => OptionsChange.AddList(o, "Features", v);
    public static T RemoveFeatures<T>(this T o, params string[] v) where T : CodecovSettings => OptionsChange.RemoveList(o, "Features", v);
    public static T RemoveFeatures<T>(this T o, IEnumerable<string> v) where T : CodecovSettings => OptionsChange.RemoveList(o, "Features", v);
    public static T ClearFeatures<T>(this T o) where T : CodecovSettings => OptionsChange.ClearList<T, string>(o, "Features");
    public static T SetFiles<T>(this T o, params string[]? v) where T : CodecovSettings => OptionsChange.SetList(o, "Files", v);
    public static T SetFiles<T>(this T o, IEnumerable<string>? v) where T : CodecovSettings => OptionsChange.SetList(o, "Files", v);
    public static T AddFiles<T>(this T o, params string[] v) where T : CodecovSettings => OptionsChange.AddList(o, "Files", v);
    public static T AddFiles<T>(this T o, IEnumerable<string> v) where T : CodecovSettings => OptionsChange.AddList(o, "Files", v);
    public static T RemoveFiles<T>(this T o, params string[] v) where T : CodecovSettings => OptionsChange.RemoveList(o, "Files", v);
    public static T RemoveFiles<T>(this T o, IEnumerable<string> v) where T : CodecovSettings => OptionsChange.RemoveList(o, "Files", v);
    public static T ClearFiles<T>(this T o) where T : CodecovSettings => OptionsChange.ClearList<T, string>(o, "Files");
    public static T SetFlags<T>(this T o, string? v) where T : CodecovSettings => OptionsChange.Set(o, "Flags", v);
    public static T ResetFlags<T>(this T o) where T : CodecovSettings => OptionsChange.Set(o, "Flags", null);
    public static T SetName<T>(this T o, string? v) where T : CodecovSettings => OptionsChange.Set(o, "Name", v);
    public static T ResetName<T>(this T o) where T : CodecovSettings => OptionsChange.Set(o, "Name", null);
    public static T SetNoColor<T>(this T o, bool? v) where T : CodecovSettings => OptionsChange.Set(o, "NoColor", v);
    public static T ResetNoColor<T>(this T o) where T : CodecovSettings => OptionsChange.Set(o, "NoColor", null);
    public static T EnableNoColor<T>(this T o) where T : CodecovSettings => OptionsChange.Set(o, "NoColor", true);
    public static T DisableNoColor<T>(this T o) where T : CodecovSettings => OptionsChange.Set(o, "NoColor", false);
    public static T ToggleNoColor<T>(this T o) where T : CodecovSettings => OptionsChange.Toggle(o, "NoColor");
    public static T SetPullRequest<T>(this T o, string? v) where T : CodecovSettings => OptionsChange.Set(o, "PullRequest", v);
    public static T ResetPullRequest<T>(this T o) where T : CodecovSettings => OptionsChange.Set(o, "PullRequest", null);
    public static T SetRepositoryRoot<T>(this T o, string? v) where T : CodecovSettings => OptionsChange.Set(o, "RepositoryRoot", v);
    public static T ResetRepositoryRoot<T>(this T o) where T : CodecovSettings => OptionsChange.Set(o, "RepositoryRoot", null);
    public static T SetRequired<T>(this T o, bool? v) where T : CodecovSettings => OptionsChange.Set(o, "Required", v);
    public static T ResetRequired<T>(this T o) where T : CodecovSettings => OptionsChange.Set(o, "Required", null);
    public static T EnableRequired<T>(this T o) where T : CodecovSettings => OptionsChange.Set(o, "Required", true);
    public static T DisableRequired<T>(this T o) where T : CodecovSettings => OptionsChange.Set(o, "Required", false);
    public static T ToggleRequired<T>(this T o) where T : CodecovSettings => OptionsChange.Toggle(o, "Required");
    public static T SetSlug<T>(this T o, string? v) where T : CodecovSettings => OptionsChange.Set(o, "Slug", v);
    public static T ResetSlug<T>(this T o) where T : CodecovSettings => OptionsChange.Set(o, "Slug", null);
    public static T SetTag<T>(this T o, string? v) where T : CodecovSettings => OptionsChange.Set(o, "Tag", v);
    public static T ResetTag<T>(this T o) where T : CodecovSettings => OptionsChange.Set(o, "Tag", null);
    public static T SetToken<T>(this T o, [Secret] string? v) where T : CodecovSettings => OptionsChange.Set(o, "Token", v);
    public static T ResetToken<T>(this T o) where T : CodecovSettings => OptionsChange.Set(o, "Token", null);
    public static T SetUrl<T>(this T o, string? v) where T : CodecovSettings => OptionsChange.Set(o, "Url", v);
    public static T ResetUrl<T>(this T o) where T : CodecovSettings => OptionsChange.Set(o, "Url", null);
    public static T SetVerbose<T>(this T o, bool? v) where T : CodecovSettings => OptionsChange.Set(o, "Verbose", v);
    public static T ResetVerbose<T>(this T o) where T : CodecovSettings => OptionsChange.Set(o, "Verbose", null);
    public static T EnableVerbose<T>(this T o) where T : CodecovSettings => OptionsChange.Set(o, "Verbose", true);
    public static T DisableVerbose<T>(this T o) where T : CodecovSettings => OptionsChange.Set(o, "Verbose", false);
    public static T ToggleVerbose<T>(this T o) where T : CodecovSettings => OptionsChange.Toggle(o, "Verbose");
    public static T SetFramework<T>(this T o, string? v) where T : CodecovSettings => OptionsChange.Set(o, "Framework", v);
    public static T ResetFramework<T>(this T o) where T : CodecovSettings => OptionsChange.Set(o, "Framework", null);
}
