using Fairlead.Secrets;
using Nuke.Common;

namespace Fairlead.Components.Reporting;

/// <summary>The summary page of a GitHub Actions job
/// (https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions#adding-a-job-summary).</summary>
internal static class StepSummary
{
    /// <summary>Adds Markdown to the page, without the secrets of the run; does nothing elsewhere.</summary>
    public static void Append(string markdown)
    {
        if (EnvironmentInfo.GetVariable("GITHUB_STEP_SUMMARY") is { Length: > 0 } file)
        {
            File.AppendAllText(file, SecretMask.Hide(markdown) + "\n");
        }
    }
}
