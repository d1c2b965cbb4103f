using Fairlead.Components;

// Drift is looked for before the working day begins; a pull request that touches the infrastructure shows its plan.
[StackWorkflow("drift-flora", "flora", InvokedTargets = [nameof(ITerraform.TerraformDrift)], OnCronSchedule = "7 4 * * *", TimeoutMinutes = 30)]
[StackWorkflow("drift-apprunner", "apprunner", InvokedTargets = [nameof(ITerraform.TerraformDrift)], OnCronSchedule = "17 4 * * *", TimeoutMinutes = 30)]
[StackWorkflow("drift-ecommerce", "ecommerce", InvokedTargets = [nameof(ITerraform.TerraformDrift)], OnCronSchedule = "27 4 * * *", TimeoutMinutes = 30)]
[StackWorkflow("drift-quizflow", "quizflow", InvokedTargets = [nameof(ITerraform.TerraformDrift)], OnCronSchedule = "37 4 * * *", TimeoutMinutes = 30)]
[StackWorkflow("drift-cpm", "cpm", InvokedTargets = [nameof(ITerraform.TerraformDrift)], OnCronSchedule = "47 4 * * *", TimeoutMinutes = 30)]
[StackWorkflow(
    "plan-flora",
    "flora",
    InvokedTargets = [nameof(ITerraform.TerraformPlan)],
    ImportSecrets = [nameof(ITerraform.TerraformPlanKey)],
    RoleSecret = "AWS_PLAN_ROLE_ARN",
    OnPullRequestIncludePaths = ["infra/modules/**", "infra/stacks/flora/**", "samples/storefront/stacks/flora.tfvars"],
    PublishCondition = "always()",
    TimeoutMinutes = 30)]
[StackWorkflow(
    "plan-apprunner",
    "apprunner",
    InvokedTargets = [nameof(ITerraform.TerraformPlan)],
    ImportSecrets = [nameof(ITerraform.TerraformPlanKey)],
    RoleSecret = "AWS_PLAN_ROLE_ARN",
    OnPullRequestIncludePaths = ["infra/modules/**", "infra/stacks/apprunner/**"],
    PublishCondition = "always()",
    TimeoutMinutes = 30)]
[StackWorkflow(
    "plan-ecommerce",
    "ecommerce",
    InvokedTargets = [nameof(ITerraform.TerraformPlan)],
    ImportSecrets = [nameof(ITerraform.TerraformPlanKey)],
    RoleSecret = "AWS_PLAN_ROLE_ARN",
    OnPullRequestIncludePaths = ["infra/modules/**", "infra/stacks/ecommerce/**", "samples/storefront/stacks/ecommerce.tfvars"],
    PublishCondition = "always()",
    TimeoutMinutes = 30)]
[StackWorkflow(
    "plan-quizflow",
    "quizflow",
    InvokedTargets = [nameof(ITerraform.TerraformPlan)],
    ImportSecrets = [nameof(ITerraform.TerraformPlanKey)],
    RoleSecret = "AWS_PLAN_ROLE_ARN",
    OnPullRequestIncludePaths = ["infra/modules/**", "infra/stacks/quizflow/**"],
    PublishCondition = "always()",
    TimeoutMinutes = 30)]
[StackWorkflow(
    "plan-cpm",
    "cpm",
    InvokedTargets = [nameof(ITerraform.TerraformPlan)],
    ImportSecrets = [nameof(ITerraform.TerraformPlanKey)],
    RoleSecret = "AWS_PLAN_ROLE_ARN",
    OnPullRequestIncludePaths = ["infra/modules/**", "infra/stacks/cpm/**"],
    PublishCondition = "always()",
    TimeoutMinutes = 30)]
partial class Build;
