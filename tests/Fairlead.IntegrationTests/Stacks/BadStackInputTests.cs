using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Fairlead.IntegrationTests.Infrastructure;

namespace Fairlead.IntegrationTests.Stacks;

/// <summary>What goes wrong with a stack, through the build: one clear message, no stack trace, and nothing changed.</summary>
[Trait("Category", "Integration")]
public sealed class BadStackInputTests(BadStackInputTests.Repository repository) : IClassFixture<BadStackInputTests.Repository>
{
    private const string StateBucket = "terraform-state-123456789012";

    // Two resources and no database: enough to plan, quick to apply. The build's own stacks are not touched.
    private const string Stack = """
        terraform {
          required_version = ">= 1.11"
          required_providers {
            aws = {
              source  = "hashicorp/aws"
              version = ">= 5.100, < 7"
            }
          }
          backend "s3" {
            use_lockfile = true
            encrypt      = true
          }
        }

        variable "retention" {
          description = "Days that logs are kept."
          type        = number
        }

        variable "path" {
          description = "Where the parameter is."
          type        = string
          default     = "/tiny/first"
        }

        resource "aws_cloudwatch_log_group" "this" {
          name              = "/tiny"
          retention_in_days = var.retention
        }

        resource "aws_ssm_parameter" "this" {
          name  = var.path
          type  = "String"
          value = "one"
        }
        """;

    [ToolFact("terraform", "moto_server")]
    public async Task A_variable_without_a_value_is_named()
        => ShouldFailClearly(await RunAsync("TerraformPlan", "--create-state-bucket"), "retention");

    [ToolFact("terraform", "moto_server")]
    public async Task A_file_of_variables_that_does_not_exist_is_named_before_anything_runs()
        => ShouldFailClearly(
            await RunAsync("TerraformPlan", "--terraform-variable-files", "nowhere.tfvars"),
            "nowhere.tfvars does not exist",
            "--terraform-variable-files");

    [ToolFact("terraform", "moto_server")]
    public async Task A_file_of_variables_that_is_none_is_named_with_its_line()
        => ShouldFailClearly(
            await RunAsync("TerraformPlan", "--create-state-bucket", "--terraform-variable-files", repository.File("bad.tfvars", "retention = = 7\n")),
            "bad.tfvars");

    [ToolFact("terraform", "moto_server")]
    public async Task Without_credentials_it_says_how_to_get_some()
    {
        var environment = repository.Environment();
        environment["AWS_ACCESS_KEY_ID"] = null;
        environment["AWS_SECRET_ACCESS_KEY"] = null;

        ShouldFailClearly(await RunAsync(environment, "TerraformPlan"), "There are no AWS credentials.", "AWS_PROFILE");
    }

    [ToolFact("terraform", "moto_server")]
    public async Task A_state_bucket_that_does_not_exist_is_named_with_what_makes_it()
        => ShouldFailClearly(
            await RunAsync("TerraformPlan", "--state-bucket", "nobody-made-this"),
            "The state bucket nobody-made-this does not exist",
            "--create-state-bucket");

    [ToolFact("terraform", "moto_server")]
    public async Task A_lock_that_somebody_holds_is_told_with_its_owner()
    {
        // A state of its own: the other tests must not meet the lock.
        const string StateKey = "locked/terraform.tfstate";
        var run = await RunAsync("TerraformApply", "--create-state-bucket", "--terraform-variable-files", repository.Good, "--state-key", StateKey);
        run.ExitCode.ShouldNotBe(0, "The stack hands out nothing, and a deploy needs that.");
        const string Lock =
            """{"ID":"6d1f0b4a-0000-4000-8000-000000000001","Operation":"OperationTypeApply","Info":"","""
            + """ "Who":"ann@build-7","Version":"1.11.4","Created":"2026-01-02T03:04:05Z","Path":"tiny"}""";
        using var s3 = new AmazonS3Client(
            new BasicAWSCredentials("test", "test"),
            new AmazonS3Config { ServiceURL = repository.Emulator.Endpoint, ForcePathStyle = true, AuthenticationRegion = "us-east-1" });
        await s3.PutObjectAsync(new PutObjectRequest { BucketName = StateBucket, Key = $"{StateKey}.tflock", ContentBody = Lock });

        ShouldFailClearly(
            await RunAsync("TerraformPlan", "--terraform-lock-wait", "0", "--terraform-variable-files", repository.Good, "--state-key", StateKey),
                "ann@build-7",
                "force-unlock");

        await s3.DeleteObjectAsync(StateBucket, $"{StateKey}.tflock");
        var planned = await RunAsync("TerraformPlan", "--terraform-lock-wait", "0", "--terraform-variable-files", repository.Good, "--state-key", StateKey);
        planned.ExitCode.ShouldBe(0, planned.Output);
    }

    [ToolFact("terraform", "moto_server")]
    public async Task A_plan_that_was_damaged_is_not_applied()
    {
        var environment = repository.Environment();
        environment["TERRAFORM_PLAN_KEY"] = "a-key-that-is-long-enough-for-a-test";
        var planned = await RunAsync(
            environment,
            "TerraformPlan",
            "--create-state-bucket",
            "--terraform-variable-files",
            repository.Good,
            "--state-key",
            "damaged/terraform.tfstate");
        planned.ExitCode.ShouldBe(0, planned.Output);
        var artifact = Path.Combine(repository.Root, "artifacts", "terraform", "tiny", "plan.tfplan.enc");
        var content = await File.ReadAllBytesAsync(artifact);
        content[^40] ^= 1;
        var copy = Path.Combine(repository.Root, "damaged.tfplan.enc");
        await File.WriteAllBytesAsync(copy, content);

        var run = await RunAsync(
            environment,
            "TerraformApply",
            "--terraform-variable-files",
            repository.Good,
            "--state-key",
            "damaged/terraform.tfstate",
            "--terraform-plan-file",
            copy);

        ShouldFailClearly(run, "damaged");
        run.StatusOf("TerraformApply").ShouldBe("NotRun");
    }

    [ToolFact("terraform", "moto_server")]
    public async Task A_plan_whose_variables_moved_is_refused_and_says_what_moved()
    {
        var planned = await RunAsync(
            "TerraformPlan",
            "--create-state-bucket",
            "--terraform-variable-files",
            repository.Good,
            "--state-key",
            "moved/terraform.tfstate");
        planned.ExitCode.ShouldBe(0, planned.Output);

        var run = await RunAsync(
            "TerraformApply",
                "--skip",
                "TerraformPlan",
                "TerraformInit",
                "--terraform-variable-files",
                repository.File("moved.tfvars", "retention = 30\n"),
                "--state-key",
                "moved/terraform.tfstate");

        ShouldFailClearly(run, "it is stale", "moved.tfvars");
    }

    private Task<BuildRun> RunAsync(params string[] arguments) => RunAsync(repository.Environment(), arguments);

    private Task<BuildRun> RunAsync(Dictionary<string, string?> environment, params string[] arguments)
        => BuildRun.RunAsync(repository.Root, [.. arguments, "--profile", "tiny", "--no-logo"], environment);

    private static void ShouldFailClearly(BuildRun run, params string[] parts)
    {
        run.ExitCode.ShouldNotBe(0, run.Output);
        foreach (var part in parts)
        {
            run.ErrorsAndWarnings.ShouldContain(part, Case.Sensitive, run.Output);
        }

        run.Output.ShouldNotContain("   at ");
    }

    /// <summary>A copy of the repository with a small stack of its own, and an emulator.</summary>
    public sealed class Repository : IAsyncLifetime
    {
        private RepositoryCopy _copy = null!;

        internal AwsEmulator Emulator { get; private set; } = null!;

        public string Root => _copy.Root;

        /// <summary>A file of variables that the stack can be planned with.</summary>
        public string Good => File("good.tfvars", "retention = 7\n");

        public async Task InitializeAsync()
        {
            if (new ToolFactAttribute("terraform", "moto_server").Skip is not null)
            {
                return;
            }

            Emulator = await AwsEmulator.StartAsync();
            _copy = await RepositoryCopy.MakeAsync(compiled: true);
            Directory.CreateDirectory(_copy.PathOf("infra/stacks/tiny"));
            File("infra/stacks/tiny/main.tf", Stack);
            System.IO.File.Copy(_copy.PathOf("infra/stacks/cpm/.terraform.lock.hcl"), _copy.PathOf("infra/stacks/tiny/.terraform.lock.hcl"));
            File(".nuke/parameters.tiny.json", """{ "$schema": "build.schema.json", "StateBucket": "terraform-state-{account}" }""");
        }

        public Dictionary<string, string?> Environment() => TerraformSettings.For(Emulator.Environment);

        public string File(string relativePath, string content)
        {
            var path = _copy.PathOf(relativePath);
            System.IO.File.WriteAllText(path, content);
            return path;
        }

        public async Task DisposeAsync()
        {
            _copy?.Dispose();
            if (Emulator is not null)
            {
                await Emulator.DisposeAsync();
            }
        }
    }
}
