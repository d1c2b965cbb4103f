using System.Text.Json;
using Amazon.S3.Model;
using Fairlead.Infrastructure.Plans.Costs;
using Fairlead.Infrastructure.Plans.Policies;
using Fairlead.Infrastructure.Plans.Reading;
using Fairlead.Infrastructure.Terraform;
using Fairlead.IntegrationTests.Infrastructure.Terraform;
using Fairlead.IntegrationTests.Stacks;

namespace Fairlead.IntegrationTests.Infrastructure.Plans;

/// <summary>
/// The five stacks keep to the policy that their users are held to, the price table knows all that they are
/// made of, and their roles for CI reach what they need and no more. Those whose plan has been looked at, and whose content has not changed since, are
/// left out: <see cref="StackRecordTests" />.
/// </summary>
[Trait("Category", "Integration")]
public sealed class StackPlanTests(StackPlans plans) : IClassFixture<StackPlans>
{
    public static TheoryData<string> Stacks => ["flora", "apprunner", "ecommerce", "quizflow", "cpm"];

    [StackFact("plans/flora", "moto_server", "terraform")]
    public Task Flora_breaks_no_policy_has_a_price_and_roles_that_reach_what_they_need() => HoldsAsync("flora");

    [StackFact("plans/apprunner", "moto_server", "terraform")]
    public Task Apprunner_breaks_no_policy_has_a_price_and_roles_that_reach_what_they_need() => HoldsAsync("apprunner");

    [StackFact("plans/ecommerce", "moto_server", "terraform")]
    public Task Ecommerce_breaks_no_policy_has_a_price_and_roles_that_reach_what_they_need() => HoldsAsync("ecommerce");

    [StackFact("plans/quizflow", "moto_server", "terraform")]
    public Task Quizflow_breaks_no_policy_has_a_price_and_roles_that_reach_what_they_need() => HoldsAsync("quizflow");

    [StackFact("plans/cpm", "moto_server", "terraform")]
    public async Task Cpm_breaks_no_policy_has_a_price_and_roles_that_reach_what_they_need()
    {
        await PullRequestMayDoAllThatPlanningNeedsAsync();
        await HoldsAsync("cpm");
    }

    private async Task HoldsAsync(string stack)
    {
        var json = await plans.JsonAsync(stack);
        await BreaksNoPolicyAndHasAPriceAsync(stack, json);
        PullRequestWritesNothingButItsLock(stack, json);
        DeployWritesItsStateAndReachesNoOther(stack, json);
        StackRecord.OfThisRepository.Pass($"plans/{stack}");
    }

    private static async Task BreaksNoPolicyAndHasAPriceAsync(string stack, string json)
    {
        var plan = TerraformPlan.Parse(json);

        var report = PolicyChecks.Run(
            plan,
            await PolicyWaivers.ReadAsync(Path.Combine(StackPlans.Infrastructure, "stacks", stack)),
            DateOnly.FromDateTime(DateTime.UtcNow));
        report.MayApply.ShouldBeTrue(report.ToText());
        report.Unused.ShouldBeEmpty();
        report.Expired.ShouldBeEmpty();

        var cost = CostEstimate.Of(plan, await PriceTable.ReadAsync(Path.Combine(StackPlans.Infrastructure, "prices", "us-east-1.json")));
        cost.After.ShouldBeGreaterThan(0);
        cost.NotPriced.ShouldBeEmpty();
    }

    // A pull request can be opened by whoever may push a branch, and a state holds secrets.
    private static void PullRequestWritesNothingButItsLock(string stack, string json)
    {
        var role = PlannedRole.Of(JsonElement.Parse(json), "plan");
        var (own, other) = (State(stack), State("somebody-else"));

        Allowed(role, "s3:GetObject", own, $"{own}.tflock", other, $"{other}.tflock", Upload).ShouldBe([own, $"{own}.tflock"]);
        Allowed(role, "s3:GetObjectVersion", other, Upload).ShouldBeEmpty();
        foreach (var action in new[] { "s3:PutObject", "s3:DeleteObject" })
        {
            Allowed(role, action, own, $"{own}.tflock", other, $"{other}.tflock", Upload).ShouldBe([$"{own}.tflock"], action);
        }

        foreach (var action in new[]
        {
            "s3:DeleteObjectVersion",
            "s3:PutObjectAcl",
            "s3:PutBucketPolicy",
            "s3:PutBucketVersioning",
            "s3:DeleteBucket",
            "kms:Decrypt",
            "secretsmanager:GetSecretValue"
        })
        {
            Allowed(role, action, Bucket, own, $"{own}.tflock", other, Upload).ShouldBeEmpty(action);
        }

        Allowed(role, "s3:ListBucket", Bucket).ShouldBe([Bucket]);
    }

    private static void DeployWritesItsStateAndReachesNoOther(string stack, string json)
    {
        var role = PlannedRole.Of(JsonElement.Parse(json), "deploy");
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

    // The other half: what terraform asks of the bucket while it plans is what the role may do.
    private async Task PullRequestMayDoAllThatPlanningNeedsAsync()
    {
        var role = PlannedRole.Of(JsonElement.Parse(await plans.JsonAsync("cpm")), "plan");
        var emulator = await plans.EmulatorAsync();
        using var clients = emulator.CreateClients();
        await clients.S3.PutBucketAsync(new PutBucketRequest { BucketName = StackPlans.StateBucket });
        using var workspace = new TerraformWorkspace(emulator.Environment);
        workspace.Write(
            "main.tf",
            "terraform {\n  backend \"s3\" {\n    use_lockfile = true\n    encrypt      = true\n  }\n}\n\nresource \"terraform_data\" \"box\" {}\n");
        var backend = new Dictionary<string, string> { ["bucket"] = StackPlans.StateBucket, ["key"] = "cpm/terraform.tfstate", ["region"] = "us-east-1" };
        await workspace.ApplyAsync(await workspace.RunnerAsync(x => x with { BackendConfig = backend }));
        await emulator.ForgetCallsAsync();

        var runner = await workspace.RunnerAsync(x => x with { BackendConfig = backend });
        await runner.InitAsync(CancellationToken.None);
        await runner.PlanAsync(new PlanRequest { File = workspace.PlanFile }, CancellationToken.None);
        (await runner.StateSerialAsync(CancellationToken.None)).ShouldNotBeNull();
        (await runner.FindLockAsync(CancellationToken.None)).ShouldBeNull();

        var calls = (await emulator.CallsAsync())
            .Where(x => x.Service == "s3")
            .SelectMany(x => x.Resources.Select(y => (Action: Permission(x.Action, y), Resource: y)))
            .Distinct()
            .ToList();
        calls.ShouldContain(("s3:PutObject", $"{State("cpm")}.tflock"));
        calls.ShouldContain(("s3:DeleteObject", $"{State("cpm")}.tflock"));
        calls.ShouldContain(("s3:GetObject", State("cpm")));
        calls.Where(x => !role.May(x.Action, x.Resource)).ShouldBeEmpty();
    }

    // What the roles may reach is what the workflows of this repository use.
    [Theory]
    [MemberData(nameof(Stacks))]
    public void The_state_of_the_roles_is_the_state_of_the_profile(string stack)
    {
        var profile = JsonElement.Parse(File.ReadAllText(Path.Combine(Repository.Root, ".nuke", $"parameters.{stack}.json")));
        var variable = File.ReadAllText(Path.Combine(StackPlans.Infrastructure, "stacks", stack, "variables.tf"))
            .Split("variable \"state_key\" {")[1]
            .Split("\n}")[0];

        variable.ShouldContain($"default     = \"{profile.GetProperty("StateKey").GetString()}\"");
    }

    private const string Bucket = $"arn:aws:s3:::{StackPlans.StateBucket}";

    private const string Upload = "arn:aws:s3:::uploads-of-users/passport.pdf";

    private static string State(string stack) => $"{Bucket}/{stack}/terraform.tfstate";

    private static string Permission(string method, string arn)
        => (method, arn.Contains('/', StringComparison.Ordinal)) switch
        {
            ("GET" or "HEAD", true) => "s3:GetObject",
            ("GET" or "HEAD", false) => "s3:ListBucket",
            ("PUT", true) => "s3:PutObject",
            ("DELETE", true) => "s3:DeleteObject",
            _ => $"{method} {arn}",
        };

    private static IEnumerable<string> Allowed(PlannedRole role, string action, params string[] resources) => resources.Where(x => role.May(action, x));
}
