using Fairlead.Components.Reporting;
using Fairlead.Releases;
using Fairlead.Secrets;
using Nuke.Common;
using Nuke.Common.Execution;

namespace Fairlead.Components;

/// <summary>Ends the run of a deploy with what a person wants to know: where it serves, which release, what kind
/// of place that is, what to do next. Behind the summary table.</summary>
public sealed class DeploySummaryAttribute : BuildExtensionAttributeBase, IOnBuildFinished
{
    public void OnBuildFinished()
    {
        foreach (var line in Lines(Build))
        {
            Console.WriteLine(line);
        }
    }

    /// <summary>What is told; empty for a run without a deploy.</summary>
    internal static IReadOnlyList<string> Lines(INukeBuild run)
    {
        if (run is not IHazDeployment { Release: { Place: { } place } release } build
            || build.ExecutionPlan.FirstOrDefault(x => x.Name == nameof(IDeploy.Deploy)) is not { } deploy)
        {
            return [];
        }

        var url = place.Outputs.PublicUrl?.Shown().TrimEnd('/') ?? place.Outputs.Stack;
        var failed = build.FailedTargets.FirstOrDefault();
        if (failed is null && build.SucceededTargets.Contains(deploy) && release.Deployment is { } deployment && !build.DryRun)
        {
            return Block(
                url,
                ("Release", $"{deployment.ReleaseAsync().GetAwaiter().GetResult().Release}  {OutcomeOf(deploy) ?? nameof(OutcomeKind.Succeeded)}"),
                ("Place", $"{place.Description}; provisioned by {place.Provisioner}"),
                ("Next", place.Next));
        }

        // The reason of a step is above, in the list of errors; the way back for a target that is none was gone only after that list.
        return failed is null ? [] : Block(
            $"{OutcomeOf(failed) ?? nameof(OutcomeKind.Failed)} in {failed.Name}",
            (WayBack.Key, WayBack.Of(failed) is { } sentence ? BuildSecrets.MaskOf(build).Apply(sentence) : null),
            ("Place", $"{place.Description}; {url}"),
            ("Next", "the reason is above; correct the cause and deploy again; Status tells what serves now"));
    }

    private static string? OutcomeOf(ExecutableTarget target) => target.SummaryInformation.GetValueOrDefault("Outcome");

    private static IReadOnlyList<string> Block(string title, params (string Name, string? Text)[] lines)
    {
        var width = lines.Max(x => x.Name.Length);
        return ["", title, .. lines.Where(x => x.Text is not null).Select(x => $"  {x.Name.PadRight(width)}  {x.Text}")];
    }
}
