using Fairlead.Releases;
using Nuke.Common.Execution;

namespace Fairlead.Components;

/// <summary>Ends the run of a deploy with what a person wants to know: where it serves, which release, what kind
/// of place that is, what to do next. Behind the summary table.</summary>
public sealed class DeploySummaryAttribute : BuildExtensionAttributeBase, IOnBuildFinished
{
    public void OnBuildFinished()
    {
        if (Build is not IHazDeployment { Release: { Place: { } place } release } build
            || build.ExecutionPlan.FirstOrDefault(x => x.Name == nameof(IDeploy.Deploy)) is not { } deploy)
        {
            return;
        }

        var url = place.Outputs.PublicUrl?.AbsoluteUri.TrimEnd('/') ?? place.Outputs.Stack;
        var failed = build.FailedTargets.FirstOrDefault();
        if (failed is null && build.SucceededTargets.Contains(deploy) && release.Deployment is { } deployment && !build.DryRun)
        {
            Write(
                url,
                ("Release", $"{deployment.ReleaseAsync().GetAwaiter().GetResult().Release}  {OutcomeOf(deploy) ?? nameof(OutcomeKind.Succeeded)}"),
                ("Place", $"{place.Description}; provisioned by {place.Provisioner}"),
                ("Next", place.Next));
        }
        else if (failed is not null)
        {
            Write(
                $"{OutcomeOf(failed) ?? nameof(OutcomeKind.Failed)} in {failed.Name}",
                ("Place", $"{place.Description}; {url}"),
                ("Next", "the reason is above; correct the cause and deploy again; Status tells what serves now"));
        }
    }

    private static string? OutcomeOf(ExecutableTarget target) => target.SummaryInformation.GetValueOrDefault("Outcome");

    private static void Write(string title, params (string Name, string Text)[] lines)
    {
        Console.WriteLine();
        Console.WriteLine(title);
        foreach (var (name, text) in lines)
        {
            Console.WriteLine($"  {name,-8} {text}");
        }
    }
}
