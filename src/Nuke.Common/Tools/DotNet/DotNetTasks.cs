using System.Text.RegularExpressions;
using Nuke.Common.Tooling;
using Serilog;

namespace Nuke.Common.Tools.DotNet;

/// <summary>The commands of the .NET SDK. DOTNET_EXE overrides which one is used.</summary>
public partial class DotNetTasks : ToolTasks, IRequirePathTool
{
    private static readonly DotNetTasks s_instance = new();
    private static string s_path;

    /// <summary>The dotnet host: DOTNET_EXE, else the one of DOTNET_ROOT, else the one on PATH.</summary>
    public static string DotNetPath
    {
        get => s_path ?? ToolPathResolver.TryGetEnvironmentExecutable("DOTNET_EXE") ?? OfRoot() ?? ToolPathResolver.GetPathExecutable("dotnet");
        set => s_path = value;
    }

    /// <summary>Runs any command.</summary>
    public static IReadOnlyCollection<Output> DotNet(
        ArgumentStringHandler arguments,
        string workingDirectory = null,
        IReadOnlyDictionary<string, string> environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string> logger = null,
        Func<IProcess, object> exitHandler = null) =>
        s_instance.Run(arguments, workingDirectory, environmentVariables, timeout, logOutput, logInvocation, logger, exitHandler);

    /// <summary>Restores packages.</summary>
    public static IReadOnlyCollection<Output> DotNetRestore(DotNetRestoreSettings options = null) => s_instance.Run(options);

    /// <inheritdoc cref="DotNetRestore(DotNetRestoreSettings)"/>
    public static IReadOnlyCollection<Output> DotNetRestore(Configure<DotNetRestoreSettings> configurator) =>
        s_instance.Run(configurator.InvokeSafe(new DotNetRestoreSettings()));

    /// <inheritdoc cref="DotNetRestore(DotNetRestoreSettings)"/>
    public static IEnumerable<(DotNetRestoreSettings Settings, IReadOnlyCollection<Output> Output)> DotNetRestore(
        CombinatorialConfigure<DotNetRestoreSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        configurator.Invoke(DotNetRestore, degreeOfParallelism, completeOnFailure);

    /// <summary>Compiles.</summary>
    public static IReadOnlyCollection<Output> DotNetBuild(DotNetBuildSettings options = null) => s_instance.Run(options);

    /// <inheritdoc cref="DotNetBuild(DotNetBuildSettings)"/>
    public static IReadOnlyCollection<Output> DotNetBuild(Configure<DotNetBuildSettings> configurator) =>
        s_instance.Run(configurator.InvokeSafe(new DotNetBuildSettings()));

    /// <inheritdoc cref="DotNetBuild(DotNetBuildSettings)"/>
    public static IEnumerable<(DotNetBuildSettings Settings, IReadOnlyCollection<Output> Output)> DotNetBuild(
        CombinatorialConfigure<DotNetBuildSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        configurator.Invoke(DotNetBuild, degreeOfParallelism, completeOnFailure);

    /// <summary>Runs tests.</summary>
    public static IReadOnlyCollection<Output> DotNetTest(DotNetTestSettings options = null) => s_instance.Run(options);

    /// <inheritdoc cref="DotNetTest(DotNetTestSettings)"/>
    public static IReadOnlyCollection<Output> DotNetTest(Configure<DotNetTestSettings> configurator) =>
        s_instance.Run(configurator.InvokeSafe(new DotNetTestSettings()));

    /// <inheritdoc cref="DotNetTest(DotNetTestSettings)"/>
    public static IEnumerable<(DotNetTestSettings Settings, IReadOnlyCollection<Output> Output)> DotNetTest(
        CombinatorialConfigure<DotNetTestSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        configurator.Invoke(DotNetTest, degreeOfParallelism, completeOnFailure);

    /// <summary>Publishes an application.</summary>
    public static IReadOnlyCollection<Output> DotNetPublish(DotNetPublishSettings options = null) => s_instance.Run(options);

    /// <inheritdoc cref="DotNetPublish(DotNetPublishSettings)"/>
    public static IReadOnlyCollection<Output> DotNetPublish(Configure<DotNetPublishSettings> configurator) =>
        s_instance.Run(configurator.InvokeSafe(new DotNetPublishSettings()));

    /// <inheritdoc cref="DotNetPublish(DotNetPublishSettings)"/>
    public static IEnumerable<(DotNetPublishSettings Settings, IReadOnlyCollection<Output> Output)> DotNetPublish(
        CombinatorialConfigure<DotNetPublishSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        configurator.Invoke(DotNetPublish, degreeOfParallelism, completeOnFailure);

    /// <summary>Makes a NuGet package.</summary>
    public static IReadOnlyCollection<Output> DotNetPack(DotNetPackSettings options = null) => s_instance.Run(options);

    /// <inheritdoc cref="DotNetPack(DotNetPackSettings)"/>
    public static IReadOnlyCollection<Output> DotNetPack(Configure<DotNetPackSettings> configurator) =>
        s_instance.Run(configurator.InvokeSafe(new DotNetPackSettings()));

    /// <inheritdoc cref="DotNetPack(DotNetPackSettings)"/>
    public static IEnumerable<(DotNetPackSettings Settings, IReadOnlyCollection<Output> Output)> DotNetPack(
        CombinatorialConfigure<DotNetPackSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        configurator.Invoke(DotNetPack, degreeOfParallelism, completeOnFailure);

    /// <summary>Removes what a build left.</summary>
    public static IReadOnlyCollection<Output> DotNetClean(DotNetCleanSettings options = null) => s_instance.Run(options);

    /// <inheritdoc cref="DotNetClean(DotNetCleanSettings)"/>
    public static IReadOnlyCollection<Output> DotNetClean(Configure<DotNetCleanSettings> configurator) =>
        s_instance.Run(configurator.InvokeSafe(new DotNetCleanSettings()));

    /// <inheritdoc cref="DotNetClean(DotNetCleanSettings)"/>
    public static IEnumerable<(DotNetCleanSettings Settings, IReadOnlyCollection<Output> Output)> DotNetClean(
        CombinatorialConfigure<DotNetCleanSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        configurator.Invoke(DotNetClean, degreeOfParallelism, completeOnFailure);

    /// <summary>Runs a project.</summary>
    public static IReadOnlyCollection<Output> DotNetRun(DotNetRunSettings options = null) => s_instance.Run(options);

    /// <inheritdoc cref="DotNetRun(DotNetRunSettings)"/>
    public static IReadOnlyCollection<Output> DotNetRun(Configure<DotNetRunSettings> configurator) =>
        s_instance.Run(configurator.InvokeSafe(new DotNetRunSettings()));

    /// <inheritdoc cref="DotNetRun(DotNetRunSettings)"/>
    public static IEnumerable<(DotNetRunSettings Settings, IReadOnlyCollection<Output> Output)> DotNetRun(
        CombinatorialConfigure<DotNetRunSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        configurator.Invoke(DotNetRun, degreeOfParallelism, completeOnFailure);

    protected override string GetToolPath(ToolOptions options = null) => DotNetPath;

    protected override Action<OutputType, string> GetLogger(ToolOptions options = null) => LogLine;

    private static void LogLine(OutputType type, string line)
    {
        // src/App/Program.cs(3,5): error CS1002: ; expected [src/App/App.csproj]
        if (IssuePattern().Match(line) is { Success: true } match)
        {
            if (match.Groups[1].ValueSpan is "error")
                Log.Error("{Line}", line);
            else
                Log.Warning("{Line}", line);
        }
        else
        {
            ProcessTasks.DefaultLogger(type, line);
        }
    }

    private static string OfRoot() =>
        Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } root
        && Path.Combine(root, EnvironmentInfo.IsWin ? "dotnet.exe" : "dotnet") is var host
        && File.Exists(host) && Directory.Exists(Path.Combine(root, "sdk"))
            ? host
            : null;

    [GeneratedRegex(@"(?:^|[\s:])(error|warning) [A-Z]+\d+\s*:")]
    private static partial Regex IssuePattern();
}
