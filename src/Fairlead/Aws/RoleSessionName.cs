namespace Fairlead.Aws;

/// <summary>
/// The name of a session with a role: it stands in every record of CloudTrail, so it says which run of which attempt did something.
/// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html: 2 to 64 characters of [\w+=,.@-].
/// </summary>
public static class RoleSessionName
{
    private const int Longest = 64;

    /// <summary>Which variables name a run on which build server; the first row whose first variable is set counts.</summary>
    private static readonly string[][] Servers =
    [
        ["GITHUB_RUN_ID", "GITHUB_RUN_ATTEMPT"], // https://docs.github.com/actions/reference/variables-reference
        ["CI_JOB_ID"], // GitLab: a job that is tried again has another id. https://docs.gitlab.com/ci/variables/predefined_variables
        ["BUILD_TAG"], // Jenkins: jenkins-JOB-NUMBER. https://www.jenkins.io/doc/book/pipeline/jenkinsfile/#using-environment-variables
        ["CODEBUILD_BUILD_ID"], // https://docs.aws.amazon.com/codebuild/latest/userguide/build-env-ref-env-vars.html
    ];

    /// <summary><c>fairlead-RUN-ATTEMPT</c> on a build server, elsewhere <c>fairlead-USER@MACHINE</c>.</summary>
    /// <param name="environment">Reads a variable.</param>
    /// <param name="user">Who runs the build on this machine.</param>
    /// <param name="machine">This machine.</param>
    public static string Of(Func<string, string?> environment, string user, string machine)
    {
        var parts = Array.Find(Servers, x => !string.IsNullOrEmpty(environment(x[0])))?.Select(environment).Where(x => !string.IsNullOrEmpty(x));
        var run = parts is null ? $"{user}@{machine}" : string.Join('-', parts);
        const string Prefix = "fairlead-";
        var valid = string.Concat(run.Select(x => char.IsAsciiLetterOrDigit(x) || "_+=,.@-".Contains(x) ? x : '-'));

        // What tells one run from the next is at the end.
        return Prefix + (valid.Length > Longest - Prefix.Length ? valid[^(Longest - Prefix.Length)..] : valid);
    }
}
