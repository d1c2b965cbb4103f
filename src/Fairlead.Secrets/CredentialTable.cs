namespace Fairlead.Secrets;

/// <summary>
/// Which variables are credentials that are known by their names, and which programs are made to act with them. Those that a package manager or the client of
/// a database is there to read (NPM_TOKEN, PGPASSWORD) are not here: whoever is given them by their name needs them.
/// </summary>
internal static class CredentialTable
{
    /// <summary>Keeps the SDKs and tools of AWS from asking the machine for its role.</summary>
    public const string MetadataDisabled = "AWS_EC2_METADATA_DISABLED";

    // As whom somebody acts in AWS.
    private static readonly string[] AwsIdentities =
    [
        "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_ROLE_ARN", "AWS_WEB_IDENTITY_TOKEN_FILE",
        "AWS_CONTAINER_*",
    ];

    private static readonly string[] Infrastructure =
        ["terraform", "tofu", "terragrunt", "pulumi", "packer", "helm", "helmfile", "kubectl", "kustomize", "k9s"];

    /// <summary>The rows; the first that has a name counts.</summary>
    public static IReadOnlyList<CredentialKind> Rows { get; } =
    [
        // https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html#EVarSettings
        new("AWS", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_SECURITY_TOKEN", "AWS_CONTAINER_AUTHORIZATION_TOKEN", "AWS_BEARER_TOKEN_*")
        {
            Withheld = ["AWS_*"],
            Harmless =
            [
                "AWS_REGION", "AWS_DEFAULT_REGION", "AWS_ENDPOINT_URL*", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", MetadataDisabled, "AWS_CA_BUNDLE", "AWS_PAGER",
                "AWS_MAX_ATTEMPTS", "AWS_RETRY_MODE", "AWS_STS_REGIONAL_ENDPOINTS", "AWS_REQUEST_CHECKSUM_CALCULATION", "AWS_RESPONSE_CHECKSUM_VALIDATION",
            ],
            Programs =
            [
                .. Infrastructure, "aws", "aws2", "awslocal", "sam", "samlocal", "cdk", "cdklocal", "cdktf", "tflocal", "serverless", "sls", "eksctl",
                "ecs-cli", "copilot", "eb", "ecspresso", "rclone", "s5cmd", "s3cmd", "docker-credential-ecr-login",
            ],
        },

        // https://learn.microsoft.com/dotnet/api/azure.identity.environmentcredential, https://registry.terraform.io/providers/hashicorp/azurerm
        new("Azure", "AZURE_CLIENT_SECRET", "AZURE_CLIENT_CERTIFICATE_PASSWORD", "AZURE_PASSWORD", "AZURE_FEDERATED_TOKEN", "ARM_*_SECRET", "ARM_*_TOKEN")
        {
            Withheld = ["AZURE_CLIENT_*", "AZURE_USERNAME", "AZURE_FEDERATED_TOKEN*", "ARM_*"],
            Programs = [.. Infrastructure, "az", "azd", "azcopy", "func", "bicep"],
        },

        // https://cloud.google.com/docs/authentication/application-default-credentials. GOOGLE_CREDENTIALS is the key itself, or where it is.
        new("Google Cloud", "GOOGLE_CREDENTIALS", "GOOGLE_OAUTH_ACCESS_TOKEN", "CLOUDSDK_AUTH_ACCESS_TOKEN")
        {
            Withheld = ["GOOGLE_APPLICATION_CREDENTIALS", "GOOGLE_GHA_CREDS_PATH", "CLOUDSDK_AUTH_*"],
            Programs = [.. Infrastructure, "gcloud", "gsutil", "bq", "firebase"],
        },

        // https://cli.github.com/manual/gh_help_environment
        new("GitHub", "GITHUB_TOKEN", "GH_TOKEN", "GITHUB_ENTERPRISE_TOKEN", "GH_ENTERPRISE_TOKEN", "GITHUB_PAT", "GH_PAT") { Programs = ["gh", "hub"] },

        // https://docs.gitlab.com/ci/variables/predefined_variables; the URL of the repository carries the job's token, and is hidden as such URLs are.
        new("GitLab", "CI_JOB_TOKEN", "CI_JOB_JWT*", "CI_REGISTRY_PASSWORD", "CI_DEPLOY_PASSWORD", "CI_DEPENDENCY_PROXY_PASSWORD", "GITLAB_TOKEN")
        {
            Withheld = ["CI_REPOSITORY_URL"],
            Programs = ["glab"],
        },

        // https://developer.hashicorp.com/terraform/cli/config/environment-variables. Any variable of a configuration may be one; which is, its name says.
        new("Terraform", "TF_TOKEN_*") { Withheld = ["TF_VAR_*"], Programs = ["terraform", "tofu", "terragrunt", "tflocal", "cdktf"] },
        new("Pulumi", "PULUMI_ACCESS_TOKEN", "PULUMI_CONFIG_PASSPHRASE") { Withheld = ["PULUMI_CONFIG_PASSPHRASE*"], Programs = ["pulumi"] },
        new("Vault", "VAULT_TOKEN", "VAULT_SECRET_ID") { Programs = ["vault", "bao", "terraform", "tofu", "terragrunt"] },

        // https://docs.github.com/actions/reference/openid-connect-reference; the token of a job's caches and artifacts.
        new("a job of GitHub Actions", "ACTIONS_ID_TOKEN_REQUEST_TOKEN", "ACTIONS_RUNTIME_TOKEN") { Withheld = ["ACTIONS_ID_TOKEN_*"] },

        // https://docs.github.com/actions/reference/workflow-commands-for-github-actions#environment-files: who writes to these decides what the next
        // steps of the job run, and with which variables. They are commands to the runner in a file.
        new("the runner of GitHub Actions") { Withheld = ["GITHUB_ENV", "GITHUB_PATH", "GITHUB_OUTPUT", "GITHUB_STATE"] },

        // https://learn.microsoft.com/azure/devops/pipelines/build/variables
        new("a job of Azure Pipelines", "SYSTEM_ACCESSTOKEN", "AZURE_DEVOPS_EXT_PAT", "VSS_NUGET_ACCESSTOKEN") { Withheld = ["SYSTEM_OIDCREQUESTURI"] },
        new(
            "other build servers",
            "JENKINS_API_TOKEN", "JENKINS_SECRET", "JENKINS_AGENT_SECRET", "BITBUCKET_STEP_OIDC_TOKEN", "BUILDKITE_AGENT_ACCESS_TOKEN", "CIRCLE_TOKEN",
            "CIRCLE_OIDC_TOKEN*", "CODEBUILD_AUTH_TOKEN"),

        // PARAMS_KEY and PARAMS_STAGING_KEY are the passwords of the parameters files' secrets. NUKE finds the password of a profile however its variable is
        // spelt: https://nuke.build/docs/global-tool/secrets.
        new("the build", "TERRAFORM_PLAN_KEY", "NUKE_TERRAFORM_PLAN_KEY")
        {
            Spelt = ["PARAMS*KEY", "NUKEPARAMS*KEY"],
            Withheld = ["PARAMS_*", "NUKE_PARAMS_*"],
        },
    ];

    /// <summary>Whose the variable is; null when it is no credential that is known by its name.</summary>
    public static CredentialKind? Find(string variable) => Rows.FirstOrDefault(x => x.Has(variable));

    /// <summary>Whether the variable says as whom a program acts in AWS.</summary>
    public static bool IsAwsIdentity(string variable) => NamePattern.MatchesAny(AwsIdentities, variable);

    /// <summary>Whether the variable names the endpoint of a service of AWS.</summary>
    public static bool IsEndpoint(string variable) => NamePattern.Matches("AWS_ENDPOINT_URL*", variable);
}
