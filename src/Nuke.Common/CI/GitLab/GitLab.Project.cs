namespace Nuke.Common.CI.GitLab;

// What is built.
public partial class GitLab
{
    public string? CommitAuthor => Get("CI_COMMIT_AUTHOR");
    public string? CommitBeforeSha => Get("CI_COMMIT_BEFORE_SHA");
    public string? CommitBranch => Get("CI_COMMIT_BRANCH");
    public string? CommitDescription => Get("CI_COMMIT_DESCRIPTION");
    public string? CommitMessage => Get("CI_COMMIT_MESSAGE");
    public string? CommitRefName => Get("CI_COMMIT_REF_NAME");
    public bool CommitRefProtected => Flag("CI_COMMIT_REF_PROTECTED");
    public string? CommitRefSlug => Get("CI_COMMIT_REF_SLUG");
    public string? CommitSha => Get("CI_COMMIT_SHA");
    public string? CommitShortSha => Get("CI_COMMIT_SHORT_SHA");
    public string? CommitTag => Get("CI_COMMIT_TAG");
    public string? CommitTagMessage => Get("CI_COMMIT_TAG_MESSAGE");
    public string? CommitTimestamp => Get("CI_COMMIT_TIMESTAMP");
    public string? CommitTitle => Get("CI_COMMIT_TITLE");
    public string? DefaultBranch => Get("CI_DEFAULT_BRANCH");
    public bool HasOpenRequirements => Flag("CI_HAS_OPEN_REQUIREMENTS");
    public string? ProjectClassificationLabel => Get("CI_PROJECT_CLASSIFICATION_LABEL");
    public string? ProjectDescription => Get("CI_PROJECT_DESCRIPTION");
    public long ProjectId => Number("CI_PROJECT_ID");
    public string? ProjectName => Get("CI_PROJECT_NAME");
    public string? ProjectNamespace => Get("CI_PROJECT_NAMESPACE");
    public string? ProjectNamespaceId => Get("CI_PROJECT_NAMESPACE_ID");
    public string? ProjectPath => Get("CI_PROJECT_PATH");
    public string? ProjectPathSlug => Get("CI_PROJECT_PATH_SLUG");
    public string? ProjectRepositoryLanguages => Get("CI_PROJECT_REPOSITORY_LANGUAGES");
    public string? ProjectRootNamespace => Get("CI_PROJECT_ROOT_NAMESPACE");
    public string? ProjectTitle => Get("CI_PROJECT_TITLE");
    public string? ProjectUrl => Get("CI_PROJECT_URL");
    public GitLabProjectVisibility ProjectVisibility => Visibility("CI_PROJECT_VISIBILITY");
    public string? ReleaseDescription => Get("CI_RELEASE_DESCRIPTION");
    public string? RepositoryUrl => Get("CI_REPOSITORY_URL");
}
