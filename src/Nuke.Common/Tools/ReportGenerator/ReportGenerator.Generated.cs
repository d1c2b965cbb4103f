// Written by tools/ToolGenerator from ReportGenerator.json. Change that and run: dotnet run --project tools/ToolGenerator

#nullable enable

using System.ComponentModel;
using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.ReportGenerator;

/// <summary>ReportGenerator, from the package of that name.</summary>
[NuGetTool(Id = PackageId, Executable = PackageExecutable)]
public partial class ReportGeneratorTasks : ToolTasks, IRequireNuGetPackage
{
    public const string PackageId = "ReportGenerator";
    public const string PackageExecutable = "ReportGenerator.dll|ReportGenerator.exe";
    public static string ReportGeneratorPath { get => new ReportGeneratorTasks().GetToolPathInternal(); set => new ReportGeneratorTasks().SetToolPath(value); }

    /// <summary>Runs any command.</summary>
    public static IReadOnlyCollection<Output> ReportGenerator(ArgumentStringHandler arguments, string? workingDirectory = null, IReadOnlyDictionary<string, string>? environmentVariables = null, int? timeout = null, bool? logOutput = null, bool? logInvocation = null, Action<OutputType, string>? logger = null, Func<IProcess, object?>? exitHandler = null) => new ReportGeneratorTasks().Run(arguments, workingDirectory, environmentVariables, timeout, logOutput, logInvocation, logger, exitHandler);

    /// <summary>Makes readable reports of coverage: https://reportgenerator.io/usage.</summary>
    public static IReadOnlyCollection<Output> ReportGenerator(ReportGeneratorSettings? options = null) => new ReportGeneratorTasks().Run(options);
    /// <inheritdoc cref="ReportGenerator(ReportGeneratorSettings)"/>
    public static IReadOnlyCollection<Output> ReportGenerator(Configure<ReportGeneratorSettings> configurator) => new ReportGeneratorTasks().Run(configurator.Invoke(new ReportGeneratorSettings()));
    /// <inheritdoc cref="ReportGenerator(ReportGeneratorSettings)"/>
    public static IEnumerable<(ReportGeneratorSettings Settings, IReadOnlyCollection<Output> Output)> ReportGenerator(CombinatorialConfigure<ReportGeneratorSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke(ReportGenerator, degreeOfParallelism, completeOnFailure);
}

/// <summary>Options of <c>ReportGenerator</c>.</summary>
[Command(Type = typeof(ReportGeneratorTasks), Command = nameof(ReportGeneratorTasks.ReportGenerator))]
public partial class ReportGeneratorSettings : ToolOptions, IToolOptionsWithFramework
{
    [Argument(Format = "-reports:{value}", Separator = ";")] public IReadOnlyList<string>? Reports => Get<IReadOnlyList<string>>();
    [Argument(Format = "-targetdir:{value}")] public string? TargetDirectory => Get<string>();
    [Argument(Format = "-reporttypes:{value}", Separator = ";")] public IReadOnlyList<ReportTypes>? ReportTypes => Get<IReadOnlyList<ReportTypes>>();
    [Argument(Format = "-sourcedirs:{value}", Separator = ";")] public IReadOnlyList<string>? SourceDirectories => Get<IReadOnlyList<string>>();
    [Argument(Format = "-historydir:{value}")] public string? HistoryDirectory => Get<string>();
    [Argument(Format = "-assemblyfilters:{value}", Separator = ";")] public IReadOnlyList<string>? AssemblyFilters => Get<IReadOnlyList<string>>();
    [Argument(Format = "-classfilters:{value}", Separator = ";")] public IReadOnlyList<string>? ClassFilters => Get<IReadOnlyList<string>>();
    [Argument(Format = "-filefilters:{value}", Separator = ";")] public IReadOnlyList<string>? FileFilters => Get<IReadOnlyList<string>>();
    [Argument(Format = "-tag:{value}")] public string? Tag => Get<string>();
    [Argument(Format = "-verbosity:{value}")] public ReportGeneratorVerbosity? Verbosity => Get<ReportGeneratorVerbosity>();
}

/// <summary>Changes options of <c>ReportGenerator</c>.</summary>
public static partial class ReportGeneratorSettingsExtensions
{
    public static T SetReports<T>(this T o, params string[]? v) where T : ReportGeneratorSettings => OptionsChange.SetList(o, "Reports", v);
    public static T SetReports<T>(this T o, IEnumerable<string>? v) where T : ReportGeneratorSettings => OptionsChange.SetList(o, "Reports", v);
    public static T AddReports<T>(this T o, params string[] v) where T : ReportGeneratorSettings => OptionsChange.AddList(o, "Reports", v);
    public static T AddReports<T>(this T o, IEnumerable<string> v) where T : ReportGeneratorSettings => OptionsChange.AddList(o, "Reports", v);
    public static T RemoveReports<T>(this T o, params string[] v) where T : ReportGeneratorSettings => OptionsChange.RemoveList(o, "Reports", v);
    public static T RemoveReports<T>(this T o, IEnumerable<string> v) where T : ReportGeneratorSettings => OptionsChange.RemoveList(o, "Reports", v);
    public static T ClearReports<T>(this T o) where T : ReportGeneratorSettings => OptionsChange.ClearList<T, string>(o, "Reports");
    public static T SetTargetDirectory<T>(this T o, string? v) where T : ReportGeneratorSettings => OptionsChange.Set(o, "TargetDirectory", v);
    public static T ResetTargetDirectory<T>(this T o) where T : ReportGeneratorSettings => OptionsChange.Set(o, "TargetDirectory", null);
    public static T SetReportTypes<T>(this T o, params ReportTypes[]? v) where T : ReportGeneratorSettings => OptionsChange.SetList(o, "ReportTypes", v);
    public static T SetReportTypes<T>(this T o, IEnumerable<ReportTypes>? v) where T : ReportGeneratorSettings => OptionsChange.SetList(o, "ReportTypes", v);
    public static T AddReportTypes<T>(this T o, params ReportTypes[] v) where T : ReportGeneratorSettings => OptionsChange.AddList(o, "ReportTypes", v);
    public static T AddReportTypes<T>(this T o, IEnumerable<ReportTypes> v) where T : ReportGeneratorSettings => OptionsChange.AddList(o, "ReportTypes", v);
    public static T RemoveReportTypes<T>(this T o, params ReportTypes[] v) where T : ReportGeneratorSettings => OptionsChange.RemoveList(o, "ReportTypes", v);
    public static T RemoveReportTypes<T>(this T o, IEnumerable<ReportTypes> v) where T : ReportGeneratorSettings => OptionsChange.RemoveList(o, "ReportTypes", v);
    public static T ClearReportTypes<T>(this T o) where T : ReportGeneratorSettings => OptionsChange.ClearList<T, ReportTypes>(o, "ReportTypes");
    public static T SetSourceDirectories<T>(this T o, params string[]? v) where T : ReportGeneratorSettings => OptionsChange.SetList(o, "SourceDirectories", v);
    public static T SetSourceDirectories<T>(this T o, IEnumerable<string>? v) where T : ReportGeneratorSettings => OptionsChange.SetList(o, "SourceDirectories", v);
    public static T AddSourceDirectories<T>(this T o, params string[] v) where T : ReportGeneratorSettings => OptionsChange.AddList(o, "SourceDirectories", v);
    public static T AddSourceDirectories<T>(this T o, IEnumerable<string> v) where T : ReportGeneratorSettings => OptionsChange.AddList(o, "SourceDirectories", v);
    public static T RemoveSourceDirectories<T>(this T o, params string[] v) where T : ReportGeneratorSettings => OptionsChange.RemoveList(o, "SourceDirectories", v);
    public static T RemoveSourceDirectories<T>(this T o, IEnumerable<string> v) where T : ReportGeneratorSettings => OptionsChange.RemoveList(o, "SourceDirectories", v);
    public static T ClearSourceDirectories<T>(this T o) where T : ReportGeneratorSettings => OptionsChange.ClearList<T, string>(o, "SourceDirectories");
    public static T SetHistoryDirectory<T>(this T o, string? v) where T : ReportGeneratorSettings => OptionsChange.Set(o, "HistoryDirectory", v);
    public static T ResetHistoryDirectory<T>(this T o) where T : ReportGeneratorSettings => OptionsChange.Set(o, "HistoryDirectory", null);
    public static T SetAssemblyFilters<T>(this T o, params string[]? v) where T : ReportGeneratorSettings => OptionsChange.SetList(o, "AssemblyFilters", v);
    public static T SetAssemblyFilters<T>(this T o, IEnumerable<string>? v) where T : ReportGeneratorSettings => OptionsChange.SetList(o, "AssemblyFilters", v);
    public static T AddAssemblyFilters<T>(this T o, params string[] v) where T : ReportGeneratorSettings => OptionsChange.AddList(o, "AssemblyFilters", v);
    public static T AddAssemblyFilters<T>(this T o, IEnumerable<string> v) where T : ReportGeneratorSettings => OptionsChange.AddList(o, "AssemblyFilters", v);
    public static T RemoveAssemblyFilters<T>(this T o, params string[] v) where T : ReportGeneratorSettings => OptionsChange.RemoveList(o, "AssemblyFilters", v);
    public static T RemoveAssemblyFilters<T>(this T o, IEnumerable<string> v) where T : ReportGeneratorSettings => OptionsChange.RemoveList(o, "AssemblyFilters", v);
    public static T ClearAssemblyFilters<T>(this T o) where T : ReportGeneratorSettings => OptionsChange.ClearList<T, string>(o, "AssemblyFilters");
    public static T SetClassFilters<T>(this T o, params string[]? v) where T : ReportGeneratorSettings => OptionsChange.SetList(o, "ClassFilters", v);
    public static T SetClassFilters<T>(this T o, IEnumerable<string>? v) where T : ReportGeneratorSettings => OptionsChange.SetList(o, "ClassFilters", v);
    public static T AddClassFilters<T>(this T o, params string[] v) where T : ReportGeneratorSettings => OptionsChange.AddList(o, "ClassFilters", v);
    public static T AddClassFilters<T>(this T o, IEnumerable<string> v) where T : ReportGeneratorSettings => OptionsChange.AddList(o, "ClassFilters", v);
    public static T RemoveClassFilters<T>(this T o, params string[] v) where T : ReportGeneratorSettings => OptionsChange.RemoveList(o, "ClassFilters", v);
    public static T RemoveClassFilters<T>(this T o, IEnumerable<string> v) where T : ReportGeneratorSettings => OptionsChange.RemoveList(o, "ClassFilters", v);
    public static T ClearClassFilters<T>(this T o) where T : ReportGeneratorSettings => OptionsChange.ClearList<T, string>(o, "ClassFilters");
    public static T SetFileFilters<T>(this T o, params string[]? v) where T : ReportGeneratorSettings => OptionsChange.SetList(o, "FileFilters", v);
    public static T SetFileFilters<T>(this T o, IEnumerable<string>? v) where T : ReportGeneratorSettings => OptionsChange.SetList(o, "FileFilters", v);
    public static T AddFileFilters<T>(this T o, params string[] v) where T : ReportGeneratorSettings => OptionsChange.AddList(o, "FileFilters", v);
    public static T AddFileFilters<T>(this T o, IEnumerable<string> v) where T : ReportGeneratorSettings => OptionsChange.AddList(o, "FileFilters", v);
    public static T RemoveFileFilters<T>(this T o, params string[] v) where T : ReportGeneratorSettings => OptionsChange.RemoveList(o, "FileFilters", v);
    public static T RemoveFileFilters<T>(this T o, IEnumerable<string> v) where T : ReportGeneratorSettings => OptionsChange.RemoveList(o, "FileFilters", v);
    public static T ClearFileFilters<T>(this T o) where T : ReportGeneratorSettings => OptionsChange.ClearList<T, string>(o, "FileFilters");
    public static T SetTag<T>(this T o, string? v) where T : ReportGeneratorSettings => OptionsChange.Set(o, "Tag", v);
    public static T ResetTag<T>(this T o) where T : ReportGeneratorSettings => OptionsChange.Set(o, "Tag", null);
    public static T SetVerbosity<T>(this T o, ReportGeneratorVerbosity? v) where T : ReportGeneratorSettings => OptionsChange.Set(o, "Verbosity", v);
    public static T ResetVerbosity<T>(this T o) where T : ReportGeneratorSettings => OptionsChange.Set(o, "Verbosity", null);
}

/// <summary>Badges, Cobertura, Clover, CsvSummary, Html, Html_Light, Html_Dark, Html_BlueRed, HtmlInline, HtmlInline_AzurePipelines, HtmlInline_AzurePipelines_Light, HtmlInline_AzurePipelines_Dark, HtmlChart, HtmlSummary, Html_BlueRed_Summary, JsonSummary, Latex, LatexSummary, lcov, MarkdownSummary, MarkdownSummaryGithub, MarkdownDeltaSummary, OpenCover, MHtml, PngChart, TextSummary, Xml, XmlSummary, SonarQube, TeamCitySummary.</summary>
[TypeConverter(typeof(TypeConverter<ReportTypes>))]
public partial class ReportTypes : Enumeration
{
    public static ReportTypes Badges = (ReportTypes)"Badges";
    public static ReportTypes Cobertura = (ReportTypes)"Cobertura";
    public static ReportTypes Clover = (ReportTypes)"Clover";
    public static ReportTypes CsvSummary = (ReportTypes)"CsvSummary";
    public static ReportTypes Html = (ReportTypes)"Html";
    public static ReportTypes Html_Light = (ReportTypes)"Html_Light";
    public static ReportTypes Html_Dark = (ReportTypes)"Html_Dark";
    public static ReportTypes Html_BlueRed = (ReportTypes)"Html_BlueRed";
    public static ReportTypes HtmlInline = (ReportTypes)"HtmlInline";
    public static ReportTypes HtmlInline_AzurePipelines = (ReportTypes)"HtmlInline_AzurePipelines";
    public static ReportTypes HtmlInline_AzurePipelines_Light = (ReportTypes)"HtmlInline_AzurePipelines_Light";
    public static ReportTypes HtmlInline_AzurePipelines_Dark = (ReportTypes)"HtmlInline_AzurePipelines_Dark";
    public static ReportTypes HtmlChart = (ReportTypes)"HtmlChart";
    public static ReportTypes HtmlSummary = (ReportTypes)"HtmlSummary";
    public static ReportTypes Html_BlueRed_Summary = (ReportTypes)"Html_BlueRed_Summary";
    public static ReportTypes JsonSummary = (ReportTypes)"JsonSummary";
    public static ReportTypes Latex = (ReportTypes)"Latex";
    public static ReportTypes LatexSummary = (ReportTypes)"LatexSummary";
    public static ReportTypes lcov = (ReportTypes)"lcov";
    public static ReportTypes MarkdownSummary = (ReportTypes)"MarkdownSummary";
    public static ReportTypes MarkdownSummaryGithub = (ReportTypes)"MarkdownSummaryGithub";
    public static ReportTypes MarkdownDeltaSummary = (ReportTypes)"MarkdownDeltaSummary";
    public static ReportTypes OpenCover = (ReportTypes)"OpenCover";
    public static ReportTypes MHtml = (ReportTypes)"MHtml";
    public static ReportTypes PngChart = (ReportTypes)"PngChart";
    public static ReportTypes TextSummary = (ReportTypes)"TextSummary";
    public static ReportTypes Xml = (ReportTypes)"Xml";
    public static ReportTypes XmlSummary = (ReportTypes)"XmlSummary";
    public static ReportTypes SonarQube = (ReportTypes)"SonarQube";
    public static ReportTypes TeamCitySummary = (ReportTypes)"TeamCitySummary";
    public static implicit operator ReportTypes(string value) => new() { Value = value };
}

/// <summary>Off, Verbose, Info, Warning, Error.</summary>
[TypeConverter(typeof(TypeConverter<ReportGeneratorVerbosity>))]
public partial class ReportGeneratorVerbosity : Enumeration
{
    public static ReportGeneratorVerbosity Off = (ReportGeneratorVerbosity)"Off";
    public static ReportGeneratorVerbosity Verbose = (ReportGeneratorVerbosity)"Verbose";
    public static ReportGeneratorVerbosity Info = (ReportGeneratorVerbosity)"Info";
    public static ReportGeneratorVerbosity Warning = (ReportGeneratorVerbosity)"Warning";
    public static ReportGeneratorVerbosity Error = (ReportGeneratorVerbosity)"Error";
    public static implicit operator ReportGeneratorVerbosity(string value) => new() { Value = value };
}
