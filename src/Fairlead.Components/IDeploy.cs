using Fairlead.Components.Deployments;
using Fairlead.Releases;
using Nuke.Common;

namespace Fairlead.Components;

/// <summary>The whole way: from source to a verified release, recorded in the ledger.</summary>
public interface IDeploy : IHazDeployment
{
    Target Deploy => _ => _
        .Description("Takes the application from source to a verified release")
        .DependsOn<ISmokeTest>(x => x.SmokeTest)
        .TryTriggers<IUnlock>(x => x.Unlock)
        .Executes(async () =>
        {
            var identity = await Deployment.ReleaseAsync();
            this.Report(identity.Kind == ReleaseIdentityKind.Current ? await ConfirmAsync(identity.Release) : await RecordAsync(identity));
        });

    /// <summary>For a release that is recorded: nothing to write, unless this run put the place right or is the first to see the release serve.</summary>
    private async Task<Outcome> ConfirmAsync(ReleaseId release)
    {
        var isSmokeTested = Deployment.IsSmokeTested(release);
        var becomesVerified = isSmokeTested && await Deployment.Ledger.ReadAsync(release, Cancellation.Token) is { Verified: false };
        var isUnchanged = Deployment.Lock is null && !await Deployment.IsInterruptedAsync() && !becomesVerified;
        if (!isUnchanged)
        {
            await Deployment.BeginEffectsAsync();
            if (becomesVerified)
            {
                await Deployment.Ledger.VerifyAsync(
                    new ReleaseVerification(release, LockOwner.Current().Name, TimeProvider.System.GetUtcNow()),
                    Cancellation.Token);
            }

            await EndIntentAsync(release);
        }

        return (isSmokeTested, isUnchanged) switch
        {
            (true, true) => Outcome.Unchanged($"Release {release} serves and is recorded."),
            (true, false) => Outcome.Succeeded(becomesVerified
                ? $"Release {release} is verified now, and recorded as such."
                : $"Release {release} serves as it is recorded."),
            (false, true) => NotSeen(Outcome.Unchanged, release),
            (false, false) => NotSeen(Outcome.Succeeded, release),
        };
    }

    private async Task<Outcome> RecordAsync(ReleaseIdentity identity)
    {
        await Deployment.BeginEffectsAsync();
        var isSmokeTested = Deployment.IsSmokeTested((await Deployment.ReleaseAsync()).Release);
        var seen = Deployment.Place.Unserved is null
            ? "Every target that ran succeeded"
            : "The service host says that it runs this release, and the site was read back";
        var manifest = await ReleaseRecord.CreateAsync(Deployment, isSmokeTested
            ? Outcome.Succeeded("Service and site named this release, and the smoke tests passed.")
            : Outcome.Succeeded($"{seen}; it was not smoke-tested. {Deployment.NotSmokeTestedReason}") with { NotSmokeTested = true });
        manifest = await Deployment.Ledger.RecordAsync(manifest, Cancellation.Token);
        await Deployment.Ledger.SetCurrentAsync(
            new CurrentRelease(identity.Release, manifest.Content, manifest.Finished),
            identity.Current?.Release,
            Cancellation.Token);
        await EndIntentAsync(identity.Release);
        return isSmokeTested ? Outcome.Succeeded($"Release {identity.Release} is verified and recorded.") : NotSeen(Outcome.Succeeded, identity.Release);
    }

    private async Task EndIntentAsync(ReleaseId release)
    {
        if (!Deployment.OwesInvalidation)
        {
            await Deployment.Ledger.ClearIntentAsync(release, Cancellation.Token);
        }
    }

    private Outcome NotSeen(Func<string, Outcome> outcome, ReleaseId release)
        => outcome($"Release {release} is recorded; whether it serves was not seen. {Deployment.NotSmokeTestedReason}") with { NotSmokeTested = true };
}
