using Nuke.Common.CI.GitHubActions;

namespace Fairlead.Components;

/// <summary>
/// A workflow of GitHub Actions for one stack: NUKE's own attribute, with the profile that its targets run with. It may ask GitHub for an
/// identity token, so that no long-lived key of AWS is stored anywhere; <c>AwsRoleArn</c> names the role that the token is given for.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class StackWorkflowAttribute : GitHubActionsAttribute
{
    private readonly string _profile;

    /// <param name="name">Name of the workflow and of its file.</param>
    /// <param name="profile">Profile of the stack.</param>
    public StackWorkflowAttribute(string name, string profile)
        : base(name, GitHubActionsImage.UbuntuLatest)
    {
        _profile = profile;
        ReadPermissions = [GitHubActionsPermissions.Contents];
        WritePermissions = [GitHubActionsPermissions.IdToken];

        // Not .nuke/temp, which NUKE caches by default: plans and the job's identity are below it, and any pull request can read a cache.
        CacheIncludePatterns = ["~/.nuget/packages", "~/.npm"];
    }

    /// <summary>Secret of the repository that holds the ARN of the role; the name in capitals, as GitHub wants it.</summary>
    public string RoleSecret { get; set; } = "AWS_ROLE_ARN";

    protected override IEnumerable<(string Key, string Value)> GetImports()
        => [.. base.GetImports(), ("Profile", _profile), ("AwsRoleArn", $"${{{{ secrets.{RoleSecret} }}}}")];
}
