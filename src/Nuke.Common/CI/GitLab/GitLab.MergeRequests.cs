namespace Nuke.Common.CI.GitLab;

// The merge request, or the pull request of a mirrored repository, that the pipeline is for.
public partial class GitLab
{
    public string? ExternalPullRequestIid => Get("CI_EXTERNAL_PULL_REQUEST_IID");
    public string? ExternalPullRequestSourceBranchName => Get("CI_EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_NAME");
    public string? ExternalPullRequestSourceBranchSha => Get("CI_EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_SHA");
    public string? ExternalPullRequestSourceRepository => Get("CI_EXTERNAL_PULL_REQUEST_SOURCE_REPOSITORY");
    public string? ExternalPullRequestTargetBranchName => Get("CI_EXTERNAL_PULL_REQUEST_TARGET_BRANCH_NAME");
    public string? ExternalPullRequestTargetBranchSha => Get("CI_EXTERNAL_PULL_REQUEST_TARGET_BRANCH_SHA");
    public string? ExternalPullRequestTargetRepository => Get("CI_EXTERNAL_PULL_REQUEST_TARGET_REPOSITORY");
    public bool MergeRequestApproved => Flag("CI_MERGE_REQUEST_APPROVED");
    public string? MergeRequestAssignees => Get("CI_MERGE_REQUEST_ASSIGNEES");
    public string? MergeRequestDescription => Get("CI_MERGE_REQUEST_DESCRIPTION");
    public bool MergeRequestDescriptionIsTruncated => Flag("CI_MERGE_REQUEST_DESCRIPTION_IS_TRUNCATED");
    public string? MergeRequestDiffBaseSha => Get("CI_MERGE_REQUEST_DIFF_BASE_SHA");
    public string? MergeRequestDiffId => Get("CI_MERGE_REQUEST_DIFF_ID");
    public string? MergeRequestEventType => Get("CI_MERGE_REQUEST_EVENT_TYPE");
    public string? MergeRequestId => Get("CI_MERGE_REQUEST_ID");
    public string? MergeRequestIid => Get("CI_MERGE_REQUEST_IID");
    public string? MergeRequestLabels => Get("CI_MERGE_REQUEST_LABELS");
    public string? MergeRequestMilestone => Get("CI_MERGE_REQUEST_MILESTONE");
    public string? MergeRequestProjectId => Get("CI_MERGE_REQUEST_PROJECT_ID");
    public string? MergeRequestProjectPath => Get("CI_MERGE_REQUEST_PROJECT_PATH");
    public string? MergeRequestProjectUrl => Get("CI_MERGE_REQUEST_PROJECT_URL");
    public string? MergeRequestRefPath => Get("CI_MERGE_REQUEST_REF_PATH");
    public string? MergeRequestSourceBranchName => Get("CI_MERGE_REQUEST_SOURCE_BRANCH_NAME");
    public bool MergeRequestSourceBranchProtected => Flag("CI_MERGE_REQUEST_SOURCE_BRANCH_PROTECTED");
    public string? MergeRequestSourceBranchSha => Get("CI_MERGE_REQUEST_SOURCE_BRANCH_SHA");
    public string? MergeRequestSourceProjectId => Get("CI_MERGE_REQUEST_SOURCE_PROJECT_ID");
    public string? MergeRequestSourceProjectPath => Get("CI_MERGE_REQUEST_SOURCE_PROJECT_PATH");
    public string? MergeRequestSourceProjectUrl => Get("CI_MERGE_REQUEST_SOURCE_PROJECT_URL");
    public bool MergeRequestSquashOnMerge => Flag("CI_MERGE_REQUEST_SQUASH_ON_MERGE");
    public string? MergeRequestTargetBranchName => Get("CI_MERGE_REQUEST_TARGET_BRANCH_NAME");
    public bool MergeRequestTargetBranchProtected => Flag("CI_MERGE_REQUEST_TARGET_BRANCH_PROTECTED");
    public string? MergeRequestTargetBranchSha => Get("CI_MERGE_REQUEST_TARGET_BRANCH_SHA");
    public string? MergeRequestTitle => Get("CI_MERGE_REQUEST_TITLE");
    public string? OpenMergeRequests => Get("CI_OPEN_MERGE_REQUESTS");
}
