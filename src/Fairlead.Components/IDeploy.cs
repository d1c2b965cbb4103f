using Fairlead.Releases;
using Nuke.Common;
using Nuke.Common.Utilities.Collections;
using Serilog;

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

            var place = Deployment.Place;
            ReportSummary(_ => _.AddPair("Release", identity.Release.ToString()).AddPair("URL", place.Outputs.PublicUrl.AbsoluteUri.TrimEnd('/')));
            Log.Information(
                "{Url:l}{NewLine:l}  Release  {Release:l} ({Outcome})",
                place.Outputs.PublicUrl.AbsoluteUri.TrimEnd('/'), Environment.NewLine, identity.Release.ToString(), outcome.Kind);
            Log.Information("  Place    {Place:l}, provisioned by {Provisioner:l}", place.Description, place.Provisioner);
            Log.Information("  Next     open the URL; ./build.sh Status tells what serves; change something and run ./build.sh Deploy again");
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
