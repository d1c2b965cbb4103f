namespace Nuke.Common.CI.CodeBuild;

/// <summary>
/// AWS CodeBuild, which NUKE does not know: on it, a build is a server build.
/// https://docs.aws.amazon.com/codebuild/latest/userguide/build-env-ref-env-vars.html
/// </summary>
internal sealed class CodeBuild(IReadOnlyDictionary<string, string> variables) : Host, IBuildServer
{
    // refs/heads/main of the push that started the build; else the branch, tag, pr/N or commit that it was told to build.
    string? IBuildServer.Branch => variables.GetValueOrDefault("CODEBUILD_WEBHOOK_HEAD_REF") ?? variables.GetValueOrDefault("CODEBUILD_SOURCE_VERSION");

    string? IBuildServer.Commit => variables.GetValueOrDefault("CODEBUILD_RESOLVED_SOURCE_VERSION");
}
