using Fairlead.Components.Reporting;
using Fairlead.Deployments.Reports;
using Fairlead.Secrets;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Components;
using Serilog;

namespace Fairlead.Components;

/// <summary>Tells the releases of a place, from its ledger, and asks the place which of them can be gone back to. Changes nothing.</summary>
public interface IReleases : IHazDeployment
{
    [Parameter("Format of Releases: text (default), json, or html for one page that opens from disk")]
    string Format => TryGetValue(() => Format) ?? "text";

    [Parameter("How many releases are told, the newest first (default 20 as text, else 1000)")]
    int? Last => TryGetValue<int?>(() => Last!);

    /// <summary>Where the page and the JSON are left.</summary>
    sealed AbsolutePath ReleasesDirectory => (this as IHazArtifacts)?.ArtifactsDirectory ?? (RootDirectory / "artifacts");

    Target Releases => _ => _
        .Description("Lists the releases of the place: when, who, what changed, how each ended, and what can be gone back to")
        .Executes(async () =>
        {
            if (Format is not ("text" or "json" or "html"))
            {
                throw new FairleadException($"--format is '{Format}'.", "", "Say text, json or html.");
            }

            if (Last is < 1)
            {
                throw new FairleadException($"--last is {Last}.", "", "Give a number of releases, at least 1.");
            }

            var place = await Release.PlaceAsync(Cancellation.Token);
            var count = Last ?? (Format == "text" ? PlaceHistory.MostLookedAt : 1000);
            var history = await new PlaceHistory(place, Release.Settings, LogReporter.Instance, TimeProvider.System).ReadAsync(count, Cancellation.Token);
            if (Format == "text")
            {
                Log.Information("{Releases:l}", $"{place.Description}{Environment.NewLine}{TextReleaseHistory.Write(history).TrimEnd('\n')}");
                return;
            }

            var file = ReleasesDirectory / $"releases.{Format}";
            file.Parent.CreateDirectory();
            var text = Format == "html" ? HtmlReleaseHistory.Write(history) : JsonReleaseHistory.Write(history);
            await File.WriteAllTextAsync(file, SecretMask.Hide(text), Cancellation.Token);
            Log.Information("{Count} releases are in {File:l}", history.Releases.Count, RootDirectory.GetRelativePathTo(file));
        });
}
