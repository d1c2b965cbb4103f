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
            var unserved = Deployment.Place.Unserved;
            var outcome = identity.Kind != ReleaseIdentityKind.Current ? await RecordAsync(identity)
                : unserved is null ? Outcome.Unchanged($"Release {identity.Release} serves and is recorded.")
                : Outcome.Unchanged($"Release {identity.Release} is recorded; whether it serves was not seen. {unserved}") with { NotSmokeTested = true };
            this.Report(outcome);
        });

    private async Task<Outcome> RecordAsync(ReleaseIdentity identity)
    {
        await Deployment.BeginEffectsAsync();
        var unserved = Deployment.Place.Unserved;
        var seen = unserved is null
            ? Outcome.Succeeded("Service and site named this release, and the smoke tests passed.")
            : Outcome.Succeeded($"The service host says that it runs this release, and the site was read back; it was not smoke-tested. {unserved}") with { NotSmokeTested = true };
        var manifest = await ReleaseRecord.CreateAsync(Deployment, seen);
        await Deployment.Ledger.RecordAsync(manifest, Cancellation.Token);
        await Deployment.Ledger.SetCurrentAsync(new CurrentRelease(identity.Release, manifest.Content, manifest.Finished), identity.Current?.Release, Cancellation.Token);
        await Deployment.Ledger.ClearIntentAsync(identity.Release, Cancellation.Token);
        return unserved is null
            ? Outcome.Succeeded($"Release {identity.Release} is verified and recorded.")
            : Outcome.Succeeded($"Release {identity.Release} is recorded; whether it serves was not seen. {unserved}") with { NotSmokeTested = true };
    }
}
