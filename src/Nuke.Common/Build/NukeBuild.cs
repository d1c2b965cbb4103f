using System.Linq.Expressions;
using Nuke.Common.CI;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Tooling;

namespace Nuke.Common;

/// <summary>Base class of a build: <c>class Build : NukeBuild { public static int Main() =&gt; Execute&lt;Build&gt;(x =&gt; x.Compile); }</c>.</summary>
public abstract partial class NukeBuild : INukeBuild
{
    private readonly BuildSession _session = BuildSession.Current;

    internal BuildSession Session => _session;

    public IReadOnlyCollection<ExecutableTarget> ExecutionPlan { get; set; } = [];

    [Parameter("Targets to run; default is the build's own", Name = "Target", Separator = "+")]
    public IReadOnlyCollection<ExecutableTarget> InvokedTargets => [.. ExecutionPlan.Where(x => x.Invoked)];

    [Parameter("Targets to skip; without a name, everything but the invoked ones", Name = "Skip", Separator = "+")]
    public IReadOnlyCollection<ExecutableTarget> SkippedTargets => WithStatus(ExecutionStatus.Skipped);

    public IReadOnlyCollection<ExecutableTarget> ScheduledTargets => WithStatus(ExecutionStatus.Scheduled);
    public IReadOnlyCollection<ExecutableTarget> RunningTargets => WithStatus(ExecutionStatus.Running);
    public IReadOnlyCollection<ExecutableTarget> AbortedTargets => WithStatus(ExecutionStatus.Aborted);
    public IReadOnlyCollection<ExecutableTarget> FailedTargets => WithStatus(ExecutionStatus.Failed);
    public IReadOnlyCollection<ExecutableTarget> SucceededTargets => WithStatus(ExecutionStatus.Succeeded);
    public IReadOnlyCollection<ExecutableTarget> FinishedTargets
        => [.. FailedTargets, .. SucceededTargets];

    [Parameter("Print what would run, in what order, and exit")]
    public bool Plan => _session.Options.Plan;

    [Parameter("Print targets and parameters and exit")]
    public bool Help => _session.Options.Help;

    [Parameter("Do not print the banner")]
    public bool NoLogo { get => _session.Options.NoLogo; set => _session.Options.NoLogo = value; }

    [Parameter("Skip the targets that succeeded in the previous, failed attempt")]
    public bool Continue => _session.Options.Continue;

    [Parameter("The shard of this run, as part/total", List = false)]
    public Partition Partition => _session.Options.Partition;

    public bool IsSucceeding => !IsFailing;
    public bool IsFailing => ExecutionPlan.Any(x => x.Status is ExecutionStatus.Failed or ExecutionStatus.Aborted or ExecutionStatus.NotRun);
    public bool IsFinished => !ExecutionPlan.Any(x => x.Status is ExecutionStatus.Scheduled or ExecutionStatus.Running);
    public int? ExitCode { get; set; }

    [Parameter("Root directory; default is the nearest one with a .nuke directory", Name = "Root")]
    public static AbsolutePath RootDirectory => BuildSession.Current.RequireRoot();

    public static AbsolutePath TemporaryDirectory => BuildSession.Current.TemporaryDirectory;
    public static AbsolutePath BuildAssemblyFile => BuildSession.Current.BuildAssemblyFile;
    public static AbsolutePath BuildAssemblyDirectory => BuildAssemblyFile.Parent;
    public static AbsolutePath? BuildProjectDirectory => BuildProjectFile?.Parent;
    public static AbsolutePath? BuildProjectFile => BuildSession.Current.BuildProjectFile;

    [Parameter("How much to print: Verbose, Normal, Minimal, Quiet")]
    public static Verbosity Verbosity
    {
        get => BuildSession.Current.Options.Verbosity;
        set
        {
            BuildSession.Current.Options.Verbosity = value;
            Logging.SetThreshold(Logging.LevelOf(value));
        }
    }

    [Parameter("Host to act for; default is detected")]
    public static Host Host
    {
        get => BuildSession.Current.Host;
        set => BuildSession.Current.Host = value;
    }

    [Parameter("Profiles to load: .nuke/parameters.NAME.json", Name = "Profile")]
    public static string[] LoadedLocalProfiles => BuildSession.Current.Profiles;

    public static bool IsLocalBuild => !IsServerBuild;
    public static bool IsServerBuild => Host is IBuildServer;

    AbsolutePath INukeBuild.RootDirectory => _session.RequireRoot();
    AbsolutePath INukeBuild.TemporaryDirectory => _session.TemporaryDirectory;
    AbsolutePath INukeBuild.BuildAssemblyFile => _session.BuildAssemblyFile;
    AbsolutePath INukeBuild.BuildAssemblyDirectory => _session.BuildAssemblyFile.Parent;
    AbsolutePath? INukeBuild.BuildProjectDirectory => _session.BuildProjectFile?.Parent;
    AbsolutePath? INukeBuild.BuildProjectFile => _session.BuildProjectFile;
    Verbosity INukeBuild.Verbosity => _session.Options.Verbosity;
    Host INukeBuild.Host => _session.Host;
    bool INukeBuild.IsLocalBuild => _session.Host is not IBuildServer;
    bool INukeBuild.IsServerBuild => _session.Host is IBuildServer;

    /// <summary>Runs the build as the command line says and returns the process's exit code.</summary>
    /// <param name="defaultTargetExpressions">The targets to run when the command line names none.</param>
    protected static int Execute<T>(params Expression<Func<T, Target>>[] defaultTargetExpressions)
        where T : NukeBuild, new()
    {
        return BuildRunner.Run(() => new T(), () => DefaultTargets(defaultTargetExpressions));
    }

    internal static IReadOnlyList<string> DefaultTargets<T>(Expression<Func<T, Target>>[] expressions)
        => [.. expressions.Select(x => MemberNames.Short(ExpressionMember.Of(x).Name))];

    public void ReportSummary(Configure<Dictionary<string, string>>? configurator = null)
    {
        var target = TargetScope.Current
            ?? throw new InvalidOperationException("ReportSummary was called outside of a target. Call it from an Executes action.");
        var pairs = configurator?.Invoke([]) ?? [];
        lock (target.SummaryInformation)
        {
            foreach (var (key, value) in pairs)
            {
                target.SummaryInformation[key] = value;
            }
        }

        lock (_session.Extensions.Gate)
        {
            _session.Extensions.Raise<IOnTargetSummaryUpdated>(x => x.OnTargetSummaryUpdated(this, target));
        }
    }

    T INukeBuild.TryGetValue<T>(Expression<Func<T>> parameterExpression)
        => (T)_session.Values.Get(ExpressionMember.Of(parameterExpression), this)!; // T is what the member is declared as: string? for one that may be missing

    T INukeBuild.TryGetValue<T>(Expression<Func<object?>> parameterExpression)
        => _session.Values.Get(ExpressionMember.Of(parameterExpression), this, typeof(T)) is T value ? value : default!; // as above

    protected virtual void OnBuildCreated() { }
    protected virtual void OnBuildInitialized() { }
    protected virtual void OnBuildFinished() { }
    protected virtual void OnTargetRunning(string target) { }
    protected virtual void OnTargetSkipped(string target) { }
    protected virtual void OnTargetSucceeded(string target) { }
    protected virtual void OnTargetFailed(string target) { }

    internal void RaiseBuildCreated() => OnBuildCreated();
    internal void RaiseBuildInitialized() => OnBuildInitialized();
    internal void RaiseBuildFinished() => OnBuildFinished();
    internal void RaiseTargetRunning(string target) => OnTargetRunning(target);
    internal void RaiseTargetSkipped(string target) => OnTargetSkipped(target);
    internal void RaiseTargetSucceeded(string target) => OnTargetSucceeded(target);
    internal void RaiseTargetFailed(string target) => OnTargetFailed(target);

    private IReadOnlyCollection<ExecutableTarget> WithStatus(ExecutionStatus status)
        => [.. ExecutionPlan.Where(x => x.Status == status)];
}
