using Fairlead.Releases;
using Fairlead.Services;

namespace Fairlead.Deployments.Steps;

/// <summary>Looks a last time at what runs, and records the release: what it is made of, and what was seen of it.</summary>
internal sealed class RecordStep(Deployment deployment) : ReleaseStep(StepNames.Record)
{
    private bool _hasChanged;

    /// <inheritdoc/>
    public override async Task<StepLook> LookAsync(CancellationToken cancellationToken)
    {
        var identity = await deployment.ReleaseAsync();
        if (identity.Kind != ReleaseIdentityKind.Current)
        {
            if (await FindOpenAsync(cancellationToken) is { Count: > 0 } open)
            {
                return StepLook.Impossible(open);
            }

            return StepLook.WouldChange(
                $"Release {identity.Release} is to be recorded.",
                new PlannedChange(ChangeAction.Create, $"record of release {identity.Release}"));
        }

        var mended = await MendedAsync(cancellationToken);
        if (mended.Count > 0 || deployment.HasNoted || await BecomesVerifiedAsync(identity.Release, cancellationToken))
        {
            return StepLook.WouldChange(
                $"Release {identity.Release} was put right.",
                new PlannedChange(ChangeAction.Update, $"record of release {identity.Release}"));
        }

        return await deployment.CurrentAsync(cancellationToken) is { } current && await deployment.FindCorrectionAsync(current, cancellationToken) is not null
            ? StepLook.WouldChange(
                $"What surrounds release {identity.Release} is not as it was recorded.",
                new PlannedChange(ChangeAction.Update, $"record of release {identity.Release}"))
            : StepLook.Unchanged($"Release {identity.Release} is recorded.");
    }

    /// <inheritdoc/>
    public override async Task<Outcome?> VerifyAsync(CancellationToken cancellationToken)
    {
        if (_hasChanged)
        {
            return null;
        }

        var release = (await deployment.ReleaseAsync()).Release;
        var kind = deployment.HasBegun ? OutcomeKind.Succeeded : OutcomeKind.Unchanged;
        return IsSmokeTested(release)
            ? new Outcome(kind, $"Release {release} serves and is recorded{(deployment.HasBegun ? ", by another run meanwhile" : "")}.")
            : new Outcome(kind, $"Release {release} is recorded; whether it serves was not seen. {WhyNotSeen()}") { NotSmokeTested = true };
    }

    /// <inheritdoc/>
    public override async Task<Outcome> ChangeAsync(StepLook look, Effects effects, CancellationToken cancellationToken)
    {
        if (deployment.Settings is { Bake: { } bake, BakeAlarms: var alarms } && (await deployment.ReleaseAsync()).Kind != ReleaseIdentityKind.Current
            && await new AlarmWatch(deployment.Place.Aws, deployment.Reporter, deployment.Time).WatchAsync(alarms, bake, cancellationToken)
                is { IsSuccess: false } alarmed)
        {
            return alarmed;
        }

        foreach (var service in deployment.Services)
        {
            if (await service.Host.LookLastAsync(cancellationToken) is { IsSuccess: false } gone)
            {
                return gone;
            }
        }

        _hasChanged = true;
        var identity = await deployment.ReleaseAsync();
        var outcome = identity.Kind == ReleaseIdentityKind.Current
            ? await ConfirmAsync(identity.Release, cancellationToken)
            : await RecordAsync(identity, cancellationToken);
        if (await OwedAsync(cancellationToken) is { Length: > 0 } owed)
        {
            // The intent stays, and tells the next run.
            deployment.Reporter.Warning(owed.Trim());
            return outcome with { Reason = $"{outcome.Reason}{owed}" };
        }

        await deployment.Ledger.ClearIntentAsync(identity.Release, cancellationToken);
        return outcome;
    }

    private async Task<Outcome> RecordAsync(ReleaseIdentity identity, CancellationToken cancellationToken)
    {
        var isSmokeTested = IsSmokeTested(identity.Release);
        var manifest = await deployment.ManifestAsync(isSmokeTested
            ? Outcome.Succeeded("Services and sites named this release, and the smoke tests passed.")
            : Outcome.Succeeded($"It was not smoke-tested. {WhyNotSeen()}") with { NotSmokeTested = true });
        manifest = await deployment.Ledger.RecordAsync(manifest, cancellationToken);

        // A run that was interrupted after its record had seen another state of what surrounds the release.
        await deployment.CorrectAsync(manifest, cancellationToken);
        await deployment.Ledger.SetCurrentAsync(
            new CurrentRelease(identity.Release, manifest.Content, manifest.Finished), identity.Current?.Release, cancellationToken);
        deployment.IsRecorded = true;
        return isSmokeTested
            ? Outcome.Succeeded($"Release {identity.Release} is verified and recorded.")
            : Outcome.Succeeded($"Release {identity.Release} is recorded; whether it serves was not seen. {WhyNotSeen()}") with { NotSmokeTested = true };
    }

    private async Task<Outcome> ConfirmAsync(ReleaseId release, CancellationToken cancellationToken)
    {
        deployment.IsRecorded = true;
        var mended = await MendedAsync(cancellationToken);
        var becomesVerified = await BecomesVerifiedAsync(release, cancellationToken);
        if (becomesVerified)
        {
            await deployment.Ledger.VerifyAsync(
                new ReleaseVerification(release, deployment.Settings.Who, deployment.Time.GetUtcNow()), cancellationToken);
        }

        if (await deployment.CurrentAsync(cancellationToken) is { } current)
        {
            await deployment.CorrectAsync(current, cancellationToken);
        }

        var outcome = Outcome.Succeeded(becomesVerified
            ? $"Release {release} is verified now, and recorded as such."
            : $"Release {release} serves as it is recorded.") with
        { Mended = mended };
        return IsSmokeTested(release)
            ? outcome
            : outcome with { Reason = $"Release {release} is recorded; whether it serves was not seen. {WhyNotSeen()}", NotSmokeTested = true };
    }

    /// <summary>What this run put right of a release that was recorded before; empty for a new one.</summary>
    private async Task<IReadOnlyList<string>> MendedAsync(CancellationToken cancellationToken)
    {
        var mended = deployment.Services.Where(x => x.IsRolledOut).Select(x => $"service {x.Name}").ToList();
        if (deployment.Sites.Sum(x => x.Written) is > 0 and var objects)
        {
            mended.Add(objects == 1 ? "1 object" : $"{objects} objects");
        }

        if (await deployment.InterruptedAsync(cancellationToken) is { } interrupted)
        {
            mended.Add($"what the run of {interrupted.Owner} left");
        }

        return mended;
    }

    /// <summary>What of the release is not there yet, as far as this run has not looked: what its targets left out. A release is recorded as a whole.</summary>
    private async Task<IReadOnlyList<StepProblem>> FindOpenAsync(CancellationToken cancellationToken)
    {
        var seen = deployment.Results().Select(x => x.Step).ToHashSet(StringComparer.Ordinal);
        var unseen = ReleaseSteps.RollOut(deployment).Concat(ReleaseSteps.Switch(deployment)).Where(x => !seen.Contains(x.Name));
        return
        [
            .. (await Deployment.FindOpenAsync(unseen, cancellationToken))
                .Select(x => new StepProblem($"Not recorded, because '{x.Step.Name}' was left out: {x.Look.Reason}", "Deploy without leaving it out.")),
        ];
    }

    /// <summary>What the edge may still hold, because this run left Invalidate out; empty where nothing.</summary>
    private async Task<string> OwedAsync(CancellationToken cancellationToken)
    {
        var isInterrupted = await deployment.InterruptedAsync(cancellationToken) is not null;
        var sites = deployment.Sites.Where(x => x.OwesInvalidation(isInterrupted)).Select(x => x.Name).ToList();
        if (sites.Count > 0 && !deployment.Settings.Invalidates)
        {
            deployment.Reporter.Warning(
                $"The edge may hold earlier pages of {string.Join(", ", sites)} until they expire: the build makes no edge forget. IInvalidate does.");
            return "";
        }

        return sites.Count == 0
            ? ""
            : $" The edge may hold earlier pages of {string.Join(", ", sites)}, because Invalidate was left out; the next deploy makes it forget.";
    }

    private async Task<bool> BecomesVerifiedAsync(ReleaseId release, CancellationToken cancellationToken)
        => IsSmokeTested(release) && await deployment.CurrentAsync(cancellationToken) is { Verified: false };

    private bool IsSmokeTested(ReleaseId release) => deployment.SmokeTested == release;

    private string WhyNotSeen() => deployment.Place.Unserved ?? "The smoke tests did not run.";
}
