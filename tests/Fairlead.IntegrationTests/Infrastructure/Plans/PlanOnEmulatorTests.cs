using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Fairlead.Infrastructure.Plans.Drift;
using Fairlead.Infrastructure.Plans.Guard;
using Fairlead.Infrastructure.Plans.Policies;
using Fairlead.Infrastructure.Plans.Reading;
using Fairlead.Infrastructure.Plans.Sealing;
using Fairlead.Infrastructure.Plans.Summary;
using Fairlead.Infrastructure.Terraform;
using Fairlead.IntegrationTests.Infrastructure.Terraform;

namespace Fairlead.IntegrationTests.Infrastructure.Plans;

/// <summary>Guard, staleness, encryption, policy and drift with plans that the real provider makes of real (emulated) resources.</summary>
[Trait("Category", "Integration")]
public sealed class PlanOnEmulatorTests(AwsEmulator emulator) : IClassFixture<AwsEmulator>, IDisposable
{
    private const string Secret = "a secret of enough characters";

    private const string Configuration = """
        terraform {
          required_providers {
            aws = { source = "hashicorp/aws" }
          }
        }

        variable "name" {
          type = string
        }

        variable "password" {
          type      = string
          sensitive = true
        }

        resource "aws_s3_bucket" "uploads" {
          bucket = var.name
          tags   = { Owner = "shop" }
        }

        resource "aws_s3_bucket_public_access_block" "uploads" {
          bucket                  = aws_s3_bucket.uploads.id
          block_public_acls       = true
          block_public_policy     = true
          ignore_public_acls      = true
          restrict_public_buckets = true
        }

        resource "aws_ssm_parameter" "password" {
          name  = "/${var.name}/password"
          type  = "SecureString"
          value = var.password
        }
        """;

    private readonly TerraformWorkspace _workspace = new(emulator.Environment);
    private readonly string _name = $"plans-{Guid.NewGuid():N}";

    public void Dispose() => _workspace.Dispose();

    [ToolFact("moto_server", "terraform")]
    public async Task A_plan_that_would_destroy_a_bucket_is_refused_and_applied_when_its_address_is_named()
    {
        var runner = await ApplyAsync();
        _workspace.Write("main.tf", Configuration[..Configuration.IndexOf("resource \"aws_s3_bucket\"", StringComparison.Ordinal)]
            + Configuration[Configuration.IndexOf("resource \"aws_ssm", StringComparison.Ordinal)..]);

        var plan = await PlanAsync(runner);

        var refused = PlanGuard.Check(plan, new PlanGuardOptions());
        refused.Refusals.ShouldHaveSingleItem().Flag.ShouldBe("--allow-destroy aws_s3_bucket.uploads");
        Should.Throw<FairleadException>(refused.ThrowIfRefused);
        (await BucketExistsAsync()).ShouldBeTrue();

        PlanGuard.Check(plan, new PlanGuardOptions { AllowDestroy = ["aws_s3_bucket.uploads"] }).ThrowIfRefused();
        await runner.ApplyAsync(_workspace.PlanFile, CancellationToken.None);
        (await BucketExistsAsync()).ShouldBeFalse();
    }

    [ToolFact("moto_server", "terraform")]
    public async Task A_plan_is_stale_once_the_state_the_configuration_or_a_variable_moved()
    {
        var runner = await ApplyAsync();
        var planned = await BindAsync(runner, "first");
        planned.Compare(await RenewAsync(planned, runner, "first")).ShouldBeEmpty();

        // Somebody else applies in between.
        _workspace.Write("more.tf", "resource \"terraform_data\" \"more\" {}\n");
        await _workspace.ApplyAsync(runner);

        var moved = planned.Compare(await RenewAsync(planned, await RunnerAsync("second"), "second"));
        moved.ShouldContain("the plan file is not the one that was judged");
        moved.ShouldContain("stack/more.tf came");
        moved.ShouldContain("variable password changed");
        moved.ShouldContain(x => x.StartsWith("state serial ", StringComparison.Ordinal));
        moved.Count.ShouldBe(4);
    }

    [ToolFact("moto_server", "terraform")]
    public async Task A_plan_travels_encrypted_and_is_applied_exactly()
    {
        var runner = await RunnerAsync("first");
        _workspace.Write("main.tf", Configuration);
        await runner.InitAsync(CancellationToken.None);
        await PlanAsync(runner);
        var binding = await BindAsync(runner, "first");
        var (artifact, opened) = (Path.Combine(_workspace.Folder, "plan.enc"), Path.Combine(_workspace.Folder, "job", "tfplan"));
        await PlanArtifactFile.SealAsync(_workspace.PlanFile, binding, artifact, Secret, TimeProvider.System);
        var original = await File.ReadAllBytesAsync(_workspace.PlanFile);
        File.Delete(_workspace.PlanFile);

        var taken = await PlanArtifactFile.OpenAsync(artifact, "plans", Secret, opened);

        (await File.ReadAllBytesAsync(opened)).ShouldBe(original);
        taken.ThrowIfMoved(await RenewAsync(taken, runner, "first", opened));
        (await runner.ApplyAsync(opened, CancellationToken.None)).Added.ShouldBe(3);
        (await BucketExistsAsync()).ShouldBeTrue();
    }

    [ToolFact("moto_server", "terraform")]
    public async Task Drift_is_told_from_no_drift()
    {
        var runner = await ApplyAsync();
        (await DriftAsync(runner)).State.ShouldBe(DriftState.None);

        using var s3 = S3();
        await s3.PutBucketTaggingAsync(_name, [new Tag { Key = "Owner", Value = "somebody" }]);

        var report = await DriftAsync(runner);
        report.State.ShouldBe(DriftState.Drifted);
        report.ToText().ShouldBe("Drift: 1 resource differs from the state.\n\n  ~ aws_s3_bucket.uploads\n        tags.Owner: \"shop\" → \"somebody\"\n");

        await s3.DeleteBucketAsync(_name);
        (await DriftAsync(runner)).Resources.ShouldContain(x => x.Address == "aws_s3_bucket.uploads" && x.IsGone);
    }

    [ToolFact("moto_server", "terraform")]
    public async Task Policy_is_judged_on_what_exists_as_on_what_is_new()
    {
        _workspace.Write("main.tf", Configuration);
        var runner = await RunnerAsync("first");
        await runner.InitAsync(CancellationToken.None);
        Errors(await PlanAsync(runner)).ShouldBeEmpty();
        await runner.ApplyAsync(_workspace.PlanFile, CancellationToken.None);

        _workspace.Write("main.tf", Configuration.Replace("restrict_public_buckets = true", "restrict_public_buckets = false", StringComparison.Ordinal));

        var plan = await PlanAsync(runner);
        Errors(plan).ShouldBe(["FL001 aws_s3_bucket.uploads: bucket without a whole public access block (restrict_public_buckets not true)"]);
        PolicyChecks.Run(plan, [new PolicyWaiver("FL001", "aws_s3_bucket.uploads", "A download page.")], default).MayApply.ShouldBeTrue();
        PlanSummary.Of(plan).ToText().ShouldNotContain("first");

        static IEnumerable<string> Errors(TerraformPlan plan)
            => PolicyChecks.Run(plan, [], default).Findings.Where(x => x.Rule.Severity == PolicySeverity.Error).Select(x => x.ToString());
    }

    private async Task<TerraformRunner> ApplyAsync()
    {
        _workspace.Write("main.tf", Configuration);
        var runner = await RunnerAsync("first");
        await _workspace.ApplyAsync(runner);
        return runner;
    }

    private Task<TerraformRunner> RunnerAsync(string password)
        => _workspace.RunnerAsync(x => x with { Variables = Variables(password) });

    private Dictionary<string, string> Variables(string password) => new() { ["name"] = _name, ["password"] = password };

    private async Task<TerraformPlan> PlanAsync(TerraformRunner runner, bool refreshOnly = false)
    {
        await runner.PlanAsync(new PlanRequest { File = _workspace.PlanFile, RefreshOnly = refreshOnly }, CancellationToken.None);
        return TerraformPlan.Parse(await runner.ShowPlanJsonAsync(_workspace.PlanFile, CancellationToken.None));
    }

    private async Task<DriftReport> DriftAsync(TerraformRunner runner) => DriftReport.Of(await PlanAsync(runner, refreshOnly: true));

    private async Task<PlanBinding> BindAsync(TerraformRunner runner, string password)
        => await PlanBinding.CreateAsync(await InputsAsync(runner, password, _workspace.PlanFile));

    private async Task<PlanBinding> RenewAsync(PlanBinding binding, TerraformRunner runner, string password, string? planFile = null)
        => await binding.RenewAsync(await InputsAsync(runner, password, planFile ?? _workspace.PlanFile));

    private async Task<PlanBindingInputs> InputsAsync(TerraformRunner runner, string password, string planFile)
    {
        var state = await runner.StateSerialAsync(CancellationToken.None);
        return new PlanBindingInputs
        {
            Stack = "plans",
            Directory = _workspace.Stack,
            RelativeTo = _workspace.Folder,
            Variables = Variables(password),
            StateLineage = state?.Lineage ?? "",
            StateSerial = state?.Serial ?? 0,
            TerraformVersion = (await _workspace.ToolAsync()).Version.ToString(),
            PlanFile = planFile,
        };
    }

    private AmazonS3Client S3()
        => new(
            new BasicAWSCredentials("test", "test"),
            new AmazonS3Config { ServiceURL = emulator.Endpoint, ForcePathStyle = true, AuthenticationRegion = "us-east-1" });

    private async Task<bool> BucketExistsAsync()
    {
        using var s3 = S3();
        return (await s3.ListBucketsAsync()).Buckets?.Any(x => x.BucketName == _name) == true;
    }
}
