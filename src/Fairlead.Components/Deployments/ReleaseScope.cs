using System.Runtime.CompilerServices;
using Fairlead.Components.Reporting;
using Fairlead.Deployments;
using Fairlead.Releases;
using Nuke.Common;
using Serilog;

namespace Fairlead.Components.Deployments;

/// <summary>
/// What the targets of one run share of the release that they make: the place, found when it is first asked for, and the run that owns the lock. Opened by
/// the first target that needs it, ended with the build (<see cref="ReleaseScopeAttribute"/>). Safe for targets that run at the same time.
/// </summary>
public sealed class ReleaseScope
{
    private static readonly ConditionalWeakTable<INukeBuild, ReleaseScope> Scopes = [];
    private readonly IHazDeployment _build;
    private readonly SemaphoreSlim _finding = new(1, 1);
    private readonly SemaphoreSlim _opening = new(1, 1);
    private Place? _place;
    private ReleaseRun? _run;

    private ReleaseScope(IHazDeployment build) => _build = build;

    public static ReleaseScope Of(IHazDeployment build) => Scopes.GetValue(build, static x => new ReleaseScope((IHazDeployment)x));

    /// <summary>The place, once this run has provisioned or found it; null before.</summary>
    public Place? Place => Volatile.Read(ref _place);

    /// <summary>The release that is being made; null while no target has opened it.</summary>
    public Deployment? Deployment { get; private set; }

    /// <summary>How the steps of this run ended so far.</summary>
    public IReadOnlyList<StepResult> Results => _run?.Results ?? [];

    /// <summary>Takes the place that this run provisioned.</summary>
    public void Provisioned(Place place) => Volatile.Write(ref _place, place);

    /// <summary>The place as it stands; null when there is none. Changes nothing.</summary>
    public async Task<Place?> FindPlaceAsync(CancellationToken cancellationToken)
    {
        await _finding.WaitAsync(cancellationToken);
        try
        {
            if (Place is null && await PlaceOfProfile.Of(_build).FindAsync(cancellationToken) is { } found)
            {
                Provisioned(found);
            }

            return Place;
        }
        finally
        {
            _finding.Release();
        }
    }

    /// <summary>The place.</summary>
    /// <exception cref="FairleadException">There is none; what the user left out is told.</exception>
    public async Task<Place> PlaceAsync(CancellationToken cancellationToken) => await FindPlaceAsync(cancellationToken)
        ?? throw await AbsentAsync(cancellationToken);

    /// <summary>The place, for a target that changes it: started when it is stopped, but not for a dry run, which only looks.</summary>
    /// <exception cref="FairleadException">There is none, or a dry run finds it stopped.</exception>
    internal async Task<Place> ResumePlaceAsync(CancellationToken cancellationToken)
    {
        if (!_build.DryRun && await FindPlaceAsync(cancellationToken) is null && await PlaceOfProfile.Of(_build).ResumeAsync(cancellationToken) is { } resumed)
        {
            Provisioned(resumed);
        }

        return await PlaceAsync(cancellationToken);
    }

    /// <summary>The release of this run at its place, with the run that makes it. The first call reads every part that the build made, so that a bad one is
    /// found before anything is changed.</summary>
    /// <exception cref="FairleadException">There is no place, the release does not fit it, or a part cannot be read.</exception>
    public async Task<(Deployment Deployment, ReleaseRun Run)> OpenAsync(CancellationToken cancellationToken)
    {
        await _opening.WaitAsync(cancellationToken);
        try
        {
            if (_run is null)
            {
                var place = await PlaceAsync(cancellationToken);
                var deployment = new Deployment(place, new ReleaseParts(_build.Services, _build.Sites), Settings, LogReporter.Instance, TimeProvider.System);
                await deployment.ContentAsync();
                var run = new ReleaseRun(deployment, new ReleaseRunOptions { DryRun = _build.DryRun }, LogReporter.Instance, TimeProvider.System);
                deployment.Results = () => run.Results;
                deployment.LeftOut = SkippedTargets.StepsOf(_build, deployment);
                (Deployment, _run) = (deployment, run);
            }

            return (Deployment!, _run);
        }
        finally
        {
            _opening.Release();
        }
    }

    /// <summary>Before the place is provisioned: finds a site that cannot be published, in a run that is to publish it.</summary>
    /// <exception cref="FairleadException">There is one.</exception>
    internal async Task CheckSitesAsync(CancellationToken cancellationToken)
    {
        if (_build.ExecutionPlan.Any(x => x.Name == nameof(ISyncS3.SyncAssets)) && _build.SkippedTargets.All(x => x.Name != nameof(ISyncS3.SyncAssets)))
        {
            await new ReleaseParts([], _build.Sites).CheckSitesAsync(cancellationToken);
        }
    }

    /// <summary>Ends the release with the build: what a target that is not a step left half made goes back, and the lock is given back, also when the way back
    /// is cancelled.</summary>
    /// <param name="failure">How the build failed; null when it did not, or was cancelled.</param>
    /// <param name="cancellationToken">Cancels the way back.</param>
    /// <returns>The failure, as it stands now; null where there was nothing to bring back, and where a step has failed and told it.</returns>
    internal async Task<Outcome?> EndAsync((string Who, Outcome Outcome)? failure, CancellationToken cancellationToken)
    {
        if (_run is not { } run)
        {
            return null;
        }

        await using (run)
        {
            if (failure is not { } failed || !run.HoldsLock || Deployment!.IsRecorded)
            {
                await TellWhatIsNotRecordedAsync(cancellationToken);
                return null;
            }

            try
            {
                return (await run.AbortAsync(failed.Who, failed.Outcome, cancellationToken)).Outcome;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return failed.Outcome with { Reason = $"{failed.Outcome.Reason} {WayBack.Cancelled}" };
            }
        }
    }

    /// <summary>A run of single targets, such as SyncS3, changes a part of the place and records nothing.</summary>
    private async Task TellWhatIsNotRecordedAsync(CancellationToken cancellationToken)
    {
        if (_build.FailedTargets.Count == 0 && !cancellationToken.IsCancellationRequested && Deployment is { HasNoted: true, IsRecorded: false })
        {
            var identity = await Deployment.ReleaseAsync();
            Log.Warning(
                identity.Kind == ReleaseIdentityKind.Current
                    ? "Release {Release:l} was put right in a part, as this run ended without Deploy. The next deploy looks at the rest."
                    : "Release {Release:l} is not recorded, as this run ended without Deploy. The next deploy goes on with it.",
                identity.Release);
        }
    }

    /// <summary>What the user says of how a release is made.</summary>
    /// <exception cref="FairleadException">A parameter has a value that it cannot have.</exception>
    internal DeploymentSettings Settings => ParameterProblems.Of(_build).FirstOrDefault() is { } problem
        ? throw new FairleadException(problem.What, "", problem.Next)
        : new DeploymentSettings
        {
            SourceDirectory = _build.RootDirectory,
            LockWait = TimeSpan.FromMinutes(_build.LockWait),
            RollsBack = !_build.OnFailure.Equals("stop", StringComparison.OrdinalIgnoreCase),
            RequiresRollback = _build.RequireRollback,
            Invalidates = _build is IInvalidate,
            MigratesAgain = _build is IHazForce { Force: true },
            RunUrl = CiRun.Url(),
            RolloutTimeout = TimeSpan.FromMinutes(_build.RolloutTimeout),
            MigrationTimeout = TimeSpan.FromMinutes(_build.MigrationTimeout),
            SnapshotsDatabase = (_build as IMigrate)?.Snapshot ?? false,
            SnapshotTimeout = TimeSpan.FromMinutes((_build as IMigrate)?.SnapshotTimeout ?? 60),
            HealthCheckGracePeriod = _build.HealthCheckGracePeriod is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            Bake = _build.Bake is { } minutes and > 0 ? TimeSpan.FromMinutes(minutes) : null,
            BakeAlarms = _build.BakeAlarms,
            MinimumHealthyTime = TimeSpan.FromSeconds(_build.MinimumHealthyTime),
        };

    private async Task<FairleadException> AbsentAsync(CancellationToken cancellationToken)
    {
        var skipped = SkippedTargets.Describe(_build);
        if (await PlaceOfProfile.Of(_build).FindStoppedAsync(cancellationToken) is { } stopped)
        {
            return stopped.ToException(skipped);
        }

        return new FairleadException(
            "There is no place to deploy to.",
            string.Join(' ', new[] { await PlaceOfProfile.Of(_build).AbsenceAsync(cancellationToken), skipped }.OfType<string>()),
            skipped is null ? "Make it first." : "Leave out less.");
    }
}
