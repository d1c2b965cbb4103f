using Fairlead.Deployments;
using Nuke.Common;

namespace Fairlead.Components.Deployments;

/// <summary>What a run left out, in words: what the user asked to skip, and what that took with it.</summary>
internal static class SkippedTargets
{
    /// <summary>The steps of what a run leaves out although it is to record a release; empty where it is not to.</summary>
    public static IReadOnlyList<ReleaseStep> StepsOf(INukeBuild build, Deployment deployment)
    {
        if (build.ExecutionPlan.All(x => x.Name != nameof(IDeploy.Deploy)) || IsSkipped(nameof(IDeploy.Deploy)))
        {
            return [];
        }

        return
        [
            .. IsSkipped(nameof(IDeployService.DeployService)) ? ReleaseSteps.RollOut(deployment) : [],
            .. IsSkipped(nameof(ISyncS3.SyncAssets)) ? ReleaseSteps.PublishAssets(deployment) : [],
            .. IsSkipped(nameof(ISyncS3.SyncS3)) ? ReleaseSteps.Switch(deployment) : [],
        ];

        bool IsSkipped(string target) => build.SkippedTargets.Any(x => x.Name == target);
    }

    /// <summary>One sentence; null when nothing was left out because the user asked for it.</summary>
    public static string? Describe(INukeBuild build)
    {
        // The engine's words, as it shows them in the summary.
        var asked = build.ExecutionPlan.Where(x => x.Skipped == "via parameter").Select(x => x.Name).ToList();
        var taken = build.ExecutionPlan.Where(x => x.Skipped?.StartsWith("because of ", StringComparison.Ordinal) == true).Select(x => x.Name).ToList();
        return asked.Count == 0
            ? null
            : $"This run leaves out {string.Join(", ", asked)}, as --skip asks{(taken.Count == 0 ? "" : $", and with that {string.Join(", ", taken)}")}.";
    }
}
