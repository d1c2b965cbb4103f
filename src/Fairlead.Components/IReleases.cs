using Fairlead.Deployments.Reports;
using Fairlead.Releases;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Components;
using Serilog;

namespace Fairlead.Components;

/// <summary>Tells the releases of a place, from its ledger. Changes nothing.</summary>
public interface IReleases : IHazDeployment
{
    [Parameter("Format of Releases: text (default), json, or html for one page that opens from disk")]
    string Format => TryGetValue(() => Format) ?? "text";

    [Parameter("How many releases are told, the newest first (default 20 as text, else 1000)")]
    int? Last => TryGetValue<int?>(() => Last!);

    private const int Before = 20;

    /// <summary>Where the page and the JSON are left.</summary>
    sealed AbsolutePath ReleasesDirectory => (this as IHazArtifacts)?.ArtifactsDirectory ?? (RootDirectory / "artifacts");

    Target Releases => _ => _
        .Description("Lists the releases of the place: when, who, what changed, how each ended, and what can be gone back to")
        .Requires(() => Format == "text" || Format == "json" || Format == "html")
        .Requires(() => Last == null || Last >= 1)
        .Executes(async () =>
        {
            var place = await Release.PlaceAsync(Cancellation.Token);
            var ledger = new Ledger(place.Aws.S3, place.Outputs.LedgerBucket, place.Outputs.LedgerPrefix);
            var count = Last ?? (Format == "text" ? 20 : 1000);

            // More than are told: what a release changed is told against an earlier one.
            var entries = await ledger.ListReleasesAsync(count + Before, Cancellation.Token);
            var history = ReleaseHistory.Of(entries, (await ledger.ReadCurrentAsync(Cancellation.Token))?.Release);
            if (Format == "text")
            {
                Log.Information("{Releases:l}", $"{place.Description}{Environment.NewLine}{TextReleaseHistory.Write(history, count).TrimEnd('\n')}");
                return;
            }

            var file = ReleasesDirectory / $"releases.{Format}";
            file.Parent.CreateDirectory();
            await File.WriteAllTextAsync(file, Format == "html" ? HtmlReleaseHistory.Write(history) : JsonReleaseHistory.Write(history), Cancellation.Token);
            Log.Information("{Count} releases are in {File:l}", history.Releases.Count, RootDirectory.GetRelativePathTo(file));
        });
}
