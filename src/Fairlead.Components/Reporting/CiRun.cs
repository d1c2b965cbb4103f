using Fairlead.Secrets;
using Nuke.Common;

namespace Fairlead.Components.Reporting;

/// <summary>The CI run that this build is part of.</summary>
internal static class CiRun
{
    /// <summary>Without credentials; null on a person's machine, and on a host that does not tell.</summary>
    public static string? Url() => Told() is { } url ? UrlText.Of(url) : null;

    private static string? Told()
    {
        if (EnvironmentInfo.GetVariable("GITHUB_SERVER_URL") is { Length: > 0 } server
            && EnvironmentInfo.GetVariable("GITHUB_REPOSITORY") is { Length: > 0 } repository
            && EnvironmentInfo.GetVariable("GITHUB_RUN_ID") is { Length: > 0 } run)
        {
            return $"{server}/{repository}/actions/runs/{run}";
        }

        // GitLab, Jenkins, AWS CodeBuild
        return new[] { "CI_JOB_URL", "BUILD_URL", "CODEBUILD_BUILD_URL" }
            .Select(x => EnvironmentInfo.GetVariable(x))
            .FirstOrDefault(x => !string.IsNullOrEmpty(x));
    }
}
