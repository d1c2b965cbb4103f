using Nuke.Common;

namespace Fairlead.Components.Deployments;

/// <summary>What a run left out, in words: what the user asked to skip, and what that took with it.</summary>
internal static class SkippedTargets
{
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
