using System.Text.Json;
using Fairlead.Infrastructure.Plans.Costs;
using Fairlead.Infrastructure.Plans.Policies;
using Fairlead.Infrastructure.Plans.Reading;
using Fairlead.IntegrationTests.Stacks;

namespace Fairlead.IntegrationTests.Infrastructure.Plans;

/// <summary>
/// The five stacks keep to the policy that their users are held to, the price table knows all that they are made of, and their roles for CI reach what they need and no more.
/// </summary>
[Trait("Category", "Integration")]
public sealed class StackPlanTests(StackPlans plans) : IClassFixture<StackPlans>
{
    public static TheoryData<string> Stacks => ["flora", "apprunner", "ecommerce", "quizflow", "cpm"];

    [ToolTheory("moto_server", "terraform")]
    [MemberData(nameof(Stacks))]
    public async Task A_stack_breaks_no_policy_and_has_a_price(string stack)
    {
        var plan = TerraformPlan.Parse(await plans.JsonAsync(stack));

        var report = PolicyChecks.Run(plan, await PolicyWaivers.ReadAsync(Path.Combine(StackPlans.Infrastructure, "stacks", stack)), DateOnly.FromDateTime(DateTime.UtcNow));
        report.MayApply.ShouldBeTrue(report.ToText());
        report.Unused.ShouldBeEmpty();
        report.Expired.ShouldBeEmpty();

        var cost = CostEstimate.Of(plan, await PriceTable.ReadAsync(Path.Combine(StackPlans.Infrastructure, "prices", "us-east-1.json")));
        cost.After.ShouldBeGreaterThan(0);
        cost.NotPriced.ShouldBeEmpty();
    }

    // A pull request can be opened by whoever may push a branch, and a state holds secrets.
    [ToolTheory("moto_server", "terraform")]
    [MemberData(nameof(Stacks))]
    public async Task A_pull_request_reads_its_state_and_writes_nothing_but_its_lock(string stack)
    {
        var role = PlannedRole.Of(JsonElement.Parse(await plans.JsonAsync(stack)), "plan");
        var (own, other) = (State(stack), State("somebody-else"));

        Allowed(role, "s3:GetObject", own, $"{own}.tflock", other, $"{other}.tflock", Upload).ShouldBe([own, $"{own}.tflock"]);
        Allowed(role, "s3:GetObjectVersion", other, Upload).ShouldBeEmpty();
        foreach (var action in new[] { "s3:PutObject", "s3:DeleteObject" })
        {
            Allowed(role, action, own, $"{own}.tflock", other, $"{other}.tflock", Upload).ShouldBe([$"{own}.tflock"], action);
        }

        foreach (var action in new[] { "s3:DeleteObjectVersion", "s3:PutObjectAcl", "s3:PutBucketPolicy", "s3:PutBucketVersioning", "s3:DeleteBucket", "kms:Decrypt", "secretsmanager:GetSecretValue" })
        {
            Allowed(role, action, Bucket, own, $"{own}.tflock", other, Upload).ShouldBeEmpty(action);
        }

        Allowed(role, "s3:ListBucket", Bucket).ShouldBe([Bucket]);
    }

    [ToolTheory("moto_server", "terraform")]
    [MemberData(nameof(Stacks))]
    public async Task A_deploy_writes_its_state_and_reaches_no_other(string stack)
    {
        var role = PlannedRole.Of(JsonElement.Parse(await plans.JsonAsync(stack)), "deploy");
        var (own, other) = (State(stack), State("somebody-else"));

        foreach (var action in new[] { "s3:GetObject", "s3:PutObject" })
        {
            Allowed(role, action, own, $"{own}.tflock", other, $"{other}.tflock").ShouldBe([own, $"{own}.tflock"], action);
        }

        Allowed(role, "s3:DeleteObject", own, $"{own}.tflock", other, $"{other}.tflock").ShouldBe([$"{own}.tflock"]);
        foreach (var action in new[] { "s3:DeleteObjectVersion", "s3:PutBucketPolicy", "s3:PutBucketVersioning", "s3:DeleteBucket" })
        {
            Allowed(role, action, Bucket, own, other).ShouldBeEmpty(action);
        }

        Allowed(role, "s3:ListBucket", Bucket).ShouldBe([Bucket]);
    }

    // What the roles may reach is what the workflows of this repository use.
    [Theory]
    [MemberData(nameof(Stacks))]
    public void The_state_of_the_roles_is_the_state_of_the_profile(string stack)
    {
        var profile = JsonElement.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Find(), ".nuke", $"parameters.{stack}.json")));
        var variable = File.ReadAllText(Path.Combine(StackPlans.Infrastructure, "stacks", stack, "variables.tf")).Split("variable \"state_key\" {")[1].Split("\n}")[0];

        variable.ShouldContain($"default     = \"{profile.GetProperty("StateKey").GetString()}\"");
    }

    private const string Bucket = $"arn:aws:s3:::{StackPlans.StateBucket}";

    private const string Upload = "arn:aws:s3:::uploads-of-users/passport.pdf";

    private static string State(string stack) => $"{Bucket}/{stack}/terraform.tfstate";

    private static IEnumerable<string> Allowed(PlannedRole role, string action, params string[] resources) => resources.Where(x => role.May(action, x));
}
