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
            var outcome = identity.Kind == ReleaseIdentityKind.Current
                ? Outcome.Unchanged($"Release {identity.Release} serves and is recorded.")
                : await RecordAsync(identity);
            this.Report(outcome);
        });

    private async Task<Outcome> RecordAsync(ReleaseIdentity identity)
    {
        await Deployment.BeginEffectsAsync();
        var manifest = await ReleaseRecord.CreateAsync(Deployment, Outcome.Succeeded("Service and site named this release, and the smoke tests passed."));
        await Deployment.Ledger.RecordAsync(manifest, Cancellation.Token);
        await Deployment.Ledger.SetCurrentAsync(new CurrentRelease(identity.Release, manifest.Content, manifest.Finished), identity.Current?.Release, Cancellation.Token);
        await Deployment.Ledger.ClearIntentAsync(identity.Release, Cancellation.Token);
        return Outcome.Succeeded($"Release {identity.Release} is verified and recorded.");
    }
}
