using Nuke.Common;

namespace Fairlead.Components.Reporting;

/// <summary>The summary page of a GitHub Actions job
/// (https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions#adding-a-job-summary).</summary>
internal static class StepSummary
{
    /// <summary>Adds Markdown to the page; does nothing elsewhere.</summary>
    public static void Append(string markdown)
    {
        if (EnvironmentInfo.GetVariable("GITHUB_STEP_SUMMARY") is { Length: > 0 } file)
        {
            File.AppendAllText(file, markdown + "\n");
        }
    }
}
