using System.Globalization;
using Fairlead.Deployments;
using Fairlead.Releases;
using Fairlead.Services;

namespace Fairlead.Tests.Deployments;

/// <summary>A service in memory. It changes at one effect, and names from then on the release that it runs.</summary>
/// <param name="name">Its name.</param>
/// <param name="serves">Told the release that the service names to whoever asks; null when it names none.</param>
internal sealed class FakeServiceHost(string name, Action<string?> serves) : IServiceHost
{
    private readonly List<ServiceRelease?> _revisions = [null];

    public string Name => name;

    /// <summary>Who migrates; null where the deploy does.</summary>
    public string? MigratedBy { get; init; }

    /// <summary>What it runs: <c>api:1</c> was there before the first deploy.</summary>
    public string Revision { get; private set; } = $"{name}:1";

    /// <summary>The commands that migrated, with the image.</summary>
    public List<string> Migrations { get; } = [];

    /// <summary>How the next rollout ends in place of a success, and whether the host has the earlier revision run again by then.</summary>
    public Outcome? NextRollout { get; set; }

    /// <summary>How the next migration ends in place of a success.</summary>
    public Outcome? NextMigration { get; set; }

    /// <summary>What the next migration breaks off with, after it has started.</summary>
    public FairleadException? MigrationError { get; set; }

    /// <summary>Whether a killed run left a migration of the release running, which the next one joins.</summary>
    public bool IsMigrating { get; set; }

    /// <summary>What each migration says in its log.</summary>
    public IReadOnlyList<string> MigrationOutput { get; set; } = [];

    /// <summary>The revisions that it was asked to bring back, also where it ran them already: a real host may deploy once more for that.</summary>
    public List<string> BroughtBack { get; } = [];

    /// <summary>The revisions that were removed.</summary>
    public List<string> Removed { get; } = [];

    /// <summary>Answers in place of the host when it is asked what it runs; null where it answers itself.</summary>
    public Func<CancellationToken, Task>? WhenAsked { get; set; }

    /// <summary>Whether somebody stopped all of its tasks, so that its revision has to be started again.</summary>
    public bool IsStopped { get; set; }

    /// <summary>How many of its tasks run.</summary>
    public int RunningCount { get; set; } = 1;

    /// <summary>What the last look before the record finds.</summary>
    public Outcome? Last { get; set; }

    /// <summary>What it has to say where it does not answer as it should.</summary>
    public Func<WhyBlock>? Evidence { get; set; }

    /// <summary>Why no earlier revision can be brought back.</summary>
    public string? RestoreProblem { get; set; }

    /// <summary>Why nobody can tell whether one can be.</summary>
    public FairleadException? RestoreFailure { get; set; }

    public Task<ServicePlan> PlanAsync(ServiceRelease release, CancellationToken cancellationToken)
    {
        var running = Running;
        return Task.FromResult<ServicePlan>(new Plan(
            release,
            !IsStopped
                && running is not null
                && (running.ReleaseId, running.ImageDigestUri, running.Commit) == (release.ReleaseId, release.ImageDigestUri, release.Commit),
            running?.ReleaseId));
    }

    public async Task<Outcome> MigrateAsync(
        ServicePlan plan, IReadOnlyList<string> command, Func<CancellationToken, Task>? beforeStart, CancellationToken cancellationToken)
    {
        if (IsMigrating)
        {
            // One that runs already is joined.
            IsMigrating = false;
        }
        else
        {
            await (beforeStart?.Invoke(cancellationToken) ?? Task.CompletedTask);
        }

        await WriteAsync($"migrate {name}", () => Migrations.Add($"{string.Join(' ', command)} with {plan.Release.ImageDigestUri}"), cancellationToken);
        if (MigrationError is { } error)
        {
            MigrationError = null;
            throw error;
        }

        var outcome = NextMigration ?? Outcome.Succeeded("It migrated.") with { Output = MigrationOutput };
        NextMigration = null;
        return outcome;
    }

    public async Task<ServiceResult> DeployAsync(ServicePlan plan, CancellationToken cancellationToken)
    {
        if (plan.IsUnchanged)
        {
            return new ServiceResult(Outcome.Unchanged("It runs."), Revision);
        }

        await WriteAsync(
            $"update {name}",
            () =>
            {
                if (IsStopped)
                {
                    IsStopped = false;
                }
                else if (NextRollout?.Kind != OutcomeKind.RolledBack)
                {
                    _revisions.Add(plan.Release);
                    Run(_revisions.Count);
                }
            },
            cancellationToken);
        var outcome = NextRollout ?? Outcome.Succeeded($"It runs {Revision}.");
        NextRollout = null;
        return new ServiceResult(outcome, Revision);
    }

    public async Task<ServiceResult> RollbackAsync(string revision, CancellationToken cancellationToken)
    {
        BroughtBack.Add(revision);
        if (Revision == revision)
        {
            return new ServiceResult(Outcome.Unchanged("It runs."), Revision);
        }

        await WriteAsync($"bring {name} back", () => Run(Number(revision)), cancellationToken);
        return new ServiceResult(Outcome.Succeeded($"It runs {Revision}."), Revision);
    }

    public Task<WhyBlock?> FindEvidenceAsync(DateTimeOffset since, CancellationToken cancellationToken) => Evidence is { } evidence
        ? Task.FromResult<WhyBlock?>(evidence())
        : Task.FromResult<WhyBlock?>(null);

    public Task<Outcome?> LookLastAsync(CancellationToken cancellationToken) => Task.FromResult(Last);

    public Task<string?> FindRestoreProblemAsync(string revision, CancellationToken cancellationToken)
        => RestoreFailure is { } failure ? Task.FromException<string?>(failure) : Task.FromResult(RestoreProblem);

    public Task RemoveRevisionsAsync(IReadOnlyList<string> revisions, CancellationToken cancellationToken)
        => WriteAsync($"remove {string.Join(' ', revisions)}", () => Removed.AddRange(revisions.Except(Removed)), cancellationToken);

    public async Task<ServiceStatus> StatusAsync(CancellationToken cancellationToken)
    {
        await (WhenAsked?.Invoke(cancellationToken) ?? Task.CompletedTask);
        return new ServiceStatus(name, Revision, Running?.ImageDigestUri, Running?.ReleaseId, Running?.Commit, 1, RunningCount, "COMPLETED");
    }

    /// <summary>Runs a revision, as somebody may have made it by hand.</summary>
    public void Run(int revision)
    {
        Revision = $"{name}:{revision}";
        serves(Running?.ReleaseId);
    }

    private ServiceRelease? Running => _revisions[Number(Revision) - 1];

    private static int Number(string revision) => int.Parse(revision.Split(':')[1], CultureInfo.InvariantCulture);

    private static Task WriteAsync(string effect, Action write, CancellationToken cancellationToken)
        => (Effects.Current ?? throw new InvalidOperationException($"{effect} would be written outside of a step.")).DoAsync(
            effect,
            _ =>
            {
                write();
                return Task.CompletedTask;
            },
            cancellationToken);

    private sealed record Plan(ServiceRelease Wanted, bool IsThere, string? Current) : ServicePlan(Wanted)
    {
        public override bool IsUnchanged => IsThere;

        public override string? CurrentReleaseId => Current;

        public override IReadOnlyList<string> Describe() => [$"release {Current ?? "none"} -> {Wanted.ReleaseId}"];
    }
}
