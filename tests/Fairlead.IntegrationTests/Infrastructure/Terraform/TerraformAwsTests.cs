using Amazon.S3.Model;
using Fairlead.Aws;
using Fairlead.Infrastructure.Terraform;

namespace Fairlead.IntegrationTests.Infrastructure.Terraform;

/// <summary>The real terraform and the real AWS provider with its state in S3, on the emulator.</summary>
[Trait("Category", "Integration")]
public sealed class TerraformAwsTests(AwsEmulator emulator) : IClassFixture<AwsEmulator>
{
    private const string Provider = """
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
        provider "aws" { region = "us-east-1" }

        """;

    [ToolFact("terraform", "moto_server")]
    public async Task A_stack_with_its_state_in_a_bucket_is_made_changed_in_place_and_taken_away()
    {
        using var workspace = new TerraformWorkspace(emulator.Environment);
        var bucket = await StateBucketAsync();
        workspace.Write("main.tf", Provider + """
            variable "value" { type = string }
            resource "aws_ssm_parameter" "greeting" {
              name  = "/runner/greeting"
              type  = "String"
              value = var.value
              tags  = { Stack = "runner" }
            }
            """);

        (await workspace.ApplyAsync(await RunnerAsync(workspace, bucket, "hello"))).ToString().ShouldBe("1 added, 0 changed, 0 destroyed");
        var runner = await RunnerAsync(workspace, bucket, "hello");
        (await runner.PlanAsync(new PlanRequest { File = workspace.PlanFile }, CancellationToken.None)).HasChanges.ShouldBeFalse();
        var serial = (await runner.StateSerialAsync(CancellationToken.None)).ShouldNotBeNull();
        (await workspace.ApplyAsync(await RunnerAsync(workspace, bucket, "changed"))).ToString().ShouldBe("0 added, 1 changed, 0 destroyed");
        (await runner.StateSerialAsync(CancellationToken.None)).ShouldNotBeNull().Serial.ShouldBeGreaterThan(serial.Serial);
        (await workspace.ApplyAsync(await RunnerAsync(workspace, bucket, "changed"), destroy: true)).ToString().ShouldBe("0 added, 0 changed, 1 destroyed");
        (await runner.FindLockAsync(CancellationToken.None)).ShouldBeNull();
        workspace.Reporter.Lines.ShouldContain(x => x.StartsWith("aws_ssm_parameter.greeting: changed in", StringComparison.Ordinal));

        async Task<TerraformRunner> RunnerAsync(TerraformWorkspace x, string name, string value)
            => await x.RunnerAsync(y => WithBackend(y, name) with { Variables = new Dictionary<string, string> { ["value"] = value } });
    }

    [ToolFact("terraform", "moto_server")]
    public async Task A_backend_that_moved_is_taken_and_no_state_with_it()
    {
        using var workspace = new TerraformWorkspace(emulator.Environment);
        workspace.Write(
            "main.tf",
            Provider.Replace("provider \"aws\" { region = \"us-east-1\" }", "", StringComparison.Ordinal) + "resource \"terraform_data\" \"box\" {}\n");
        var (one, other) = (await StateBucketAsync(), await StateBucketAsync());
        await workspace.ApplyAsync(await workspace.RunnerAsync(x => WithBackend(x, one)));

        var moved = await workspace.RunnerAsync(x => WithBackend(x, other));
        await moved.InitAsync(CancellationToken.None);

        workspace.Reporter.Lines.ShouldContain(x => x.Contains($"bucket was {one}, is {other}", StringComparison.Ordinal));
        (await moved.StateSerialAsync(CancellationToken.None)).ShouldBeNull();
        var back = await workspace.RunnerAsync(x => WithBackend(x, one));
        await back.InitAsync(CancellationToken.None);
        (await back.StateSerialAsync(CancellationToken.None)).ShouldNotBeNull();
    }

    [ToolFact("terraform", "moto_server")]
    public async Task A_bucket_of_the_state_that_does_not_exist_is_told_with_how_to_make_it()
    {
        using var workspace = new TerraformWorkspace(emulator.Environment);
        workspace.Write("main.tf", Provider);
        var runner = await workspace.RunnerAsync(x => WithBackend(x, "nosuch-state"));

        var error = await TerraformWorkspace.ErrorOfAsync(() => runner.InitAsync(CancellationToken.None));

        error.Why.ShouldContain("nosuch-state");
        error.Next.ShouldContain("--create-state-bucket");
    }

    [ToolFact("terraform", "moto_server")]
    public async Task A_lock_that_somebody_holds_is_told_with_owner_operation_time_and_path()
    {
        using var workspace = new TerraformWorkspace(emulator.Environment);
        var bucket = await StateBucketAsync();
        workspace.Write("main.tf", Provider + "resource \"terraform_data\" \"box\" {}\n");
        var runner = await workspace.RunnerAsync(x => WithBackend(x, bucket));
        await runner.InitAsync(CancellationToken.None);
        using var clients = Clients();
        await clients.S3.PutObjectAsync(new PutObjectRequest
        {
            BucketName = bucket,
            Key = "stack/terraform.tfstate.tflock",
            ContentBody =
                $$"""{"ID":"49deb70e-f9e4-5dfd-6a4c-e09137e6eb1a","Operation":"OperationTypeApply","Info":"","Who":"root@build-7","Version":"1.11.4","Created":"2026-11-21T07:38:19.856755123Z","Path":"{{bucket}}/stack/terraform.tfstate"}""",
        });

        var error = await TerraformWorkspace.ErrorOfAsync(() => runner.PlanAsync(new PlanRequest { File = workspace.PlanFile }, CancellationToken.None));

        error.What.ShouldContain("locked");
        error.Why.ShouldBe(
            $"root@build-7 holds it for apply since 2026-11-21 07:38:19 UTC ({bucket}/stack/terraform.tfstate), lock 49deb70e-f9e4-5dfd-6a4c-e09137e6eb1a.");
        error.Next.ShouldContain("terraform force-unlock 49deb70e-f9e4-5dfd-6a4c-e09137e6eb1a");
        (await runner.FindLockAsync(CancellationToken.None)).ShouldNotBeNull().Who.ShouldBe("root@build-7");
        await workspace.TerraformAsync("force-unlock", "-force", "49deb70e-f9e4-5dfd-6a4c-e09137e6eb1a");
        (await runner.PlanAsync(new PlanRequest { File = workspace.PlanFile }, CancellationToken.None)).HasChanges.ShouldBeTrue();
    }

    [ToolFact("terraform")]
    public async Task Without_credentials_the_user_is_told_how_to_give_some()
    {
        using var workspace = new TerraformWorkspace(new Dictionary<string, string> { ["HOME"] = Path.GetTempPath(), ["AWS_EC2_METADATA_DISABLED"] = "true" });
        workspace.Write("main.tf", Provider);
        var runner = await workspace.RunnerAsync(x => WithBackend(x, "state"));

        var error = await TerraformWorkspace.ErrorOfAsync(() => runner.InitAsync(CancellationToken.None));

        error.Why.ShouldBe("There are no usable AWS credentials.");
        error.Next.ShouldContain("AWS_PROFILE");
    }

    [ToolTheory("terraform")]
    [InlineData("ExpiredToken", true, "The AWS session has expired.")]
    [InlineData("ExpiredToken", false, "The AWS session has expired.")]
    [InlineData("AccessDenied", true, "These credentials may not use the bucket state-bucket")]
    [InlineData("InvalidClientTokenId", false, "AWS does not know these credentials")]
    public async Task What_AWS_refuses_is_explained(string code, bool backend, string why)
    {
        using var stub = new AwsStub(code, onlyS3: code == "AccessDenied");
        using var workspace = new TerraformWorkspace(stub.Environment);
        workspace.Write("main.tf", (backend ? Provider : WithoutBackend) + "data \"aws_caller_identity\" \"me\" {}\n");
        var runner = await workspace.RunnerAsync(x => backend ? WithBackend(x, "state-bucket") : x);

        var error = await TerraformWorkspace.ErrorOfAsync(async () =>
        {
            await runner.InitAsync(CancellationToken.None);
            await runner.PlanAsync(new PlanRequest { File = workspace.PlanFile }, CancellationToken.None);
        });

        error.Why.ShouldStartWith(why);
    }

    [ToolFact("terraform")]
    public async Task A_lock_file_without_a_checksum_for_this_machine_is_told_with_the_command_that_adds_it()
    {
        using var workspace = new TerraformWorkspace();
        workspace.Write("main.tf", WithoutBackend);
        await (await workspace.RunnerAsync()).InitAsync(CancellationToken.None);
        var lockFile = Path.Combine(workspace.Stack, ".terraform.lock.hcl");
        workspace.Write(".terraform.lock.hcl", string.Join('\n', File.ReadAllLines(lockFile)
            .Select(x => x.Contains("\"h1:", StringComparison.Ordinal) ? $"    \"h1:{new string('A', 43)}=\"," : x)
            .Where(x => !x.Contains("\"zh:", StringComparison.Ordinal))));
        Directory.Delete(Path.Combine(workspace.Stack, ".terraform"), recursive: true);

        var error = await TerraformWorkspace.ErrorOfAsync(async () => await (await workspace.RunnerAsync()).InitAsync(CancellationToken.None));

        error.Next.ShouldMatch("terraform providers lock -platform=[a-z]+_[a-z0-9]+");
    }

    [ToolFact("terraform", "setsid")]
    public async Task A_provider_that_dies_is_told_and_its_log_is_kept()
    {
        using var stub = new AwsStub(null);
        using var workspace = new TerraformWorkspace(stub.Environment);
        workspace.Write("main.tf", WithoutBackend + "data \"aws_caller_identity\" \"me\" {}\n");
        var runner = await workspace.RunnerAsync();
        await runner.InitAsync(CancellationToken.None);
        var planning = runner.PlanAsync(new PlanRequest { File = workspace.PlanFile }, CancellationToken.None);
        await stub.CalledAsync;
        workspace.Kill("terraform-provider-");

        var error = await TerraformWorkspace.ErrorOfAsync(() => planning);

        error.What.ShouldContain("a provider crashed", Case.Insensitive, $"{error.Why} {error.Next}");
        File
            .Exists(error.Next[error.Next.IndexOf('/', StringComparison.Ordinal)..error.Next.IndexOf(".log", StringComparison.Ordinal)] + ".log")
            .ShouldBeTrue();
    }

    [ToolFact("terraform", "moto_server", "setsid")]
    public async Task A_provider_that_dies_in_an_apply_leaves_what_was_made_in_the_state_and_the_next_run_goes_on()
    {
        using var workspace = new TerraformWorkspace(emulator.Environment);
        var bucket = await StateBucketAsync();
        workspace.Write("main.tf", Provider + """
            resource "aws_ssm_parameter" "made" {
              name  = "/runner/crash"
              type  = "String"
              value = "v"
            }

            # The provider looks at a new queue for 25 s before it believes in it.
            resource "aws_sqs_queue" "interrupted" {
              name       = "runner-crash"
              depends_on = [aws_ssm_parameter.made]
            }
            """);
        var runner = await workspace.RunnerAsync(x => WithBackend(x, bucket));
        await runner.InitAsync(CancellationToken.None);
        var plan = await runner.PlanAsync(new PlanRequest { File = workspace.PlanFile }, CancellationToken.None);
        var applying = runner.ApplyAsync(plan.File, CancellationToken.None);
        await workspace.Reporter.SeenAsync("aws_sqs_queue.interrupted: creating");
        workspace.Kill("terraform-provider-");

        var error = await TerraformWorkspace.ErrorOfAsync(() => applying);

        error.What.ShouldContain("a provider crashed", Case.Insensitive, $"{error.Why} {error.Next}");
        (await runner.FindLockAsync(CancellationToken.None)).ShouldBeNull();
        (await workspace.TerraformAsync("show", "-json")).ShouldContain("aws_ssm_parameter.made");
        await workspace.ApplyAsync(runner);
        (await runner.PlanAsync(new PlanRequest { File = workspace.PlanFile }, CancellationToken.None)).HasChanges.ShouldBeFalse();
        (await emulator.CallsAsync()).Count(x => x.Action.EndsWith("PutParameter", StringComparison.Ordinal)
            && x.Resources.Any(y => y.EndsWith("/runner/crash", StringComparison.Ordinal))).ShouldBe(1);
    }

    private const string WithoutBackend = """
        terraform {
          required_providers {
            aws = {
              source  = "hashicorp/aws"
              version = ">= 5.100, < 7"
            }
          }
        }
        provider "aws" { region = "us-east-1" }

        """;

    private AwsClients Clients() => new(new AwsOptions
    {
        Region = "us-east-1",
        EndpointUrl = new Uri(emulator.Endpoint),
        Credentials = new Amazon.Runtime.BasicAWSCredentials("test", "test")
    });

    private async Task<string> StateBucketAsync()
    {
        using var clients = Clients();
        var name = $"state-{Guid.NewGuid():N}";
        await clients.S3.PutBucketAsync(new PutBucketRequest { BucketName = name });
        return name;
    }

    private static TerraformOptions WithBackend(TerraformOptions options, string bucket) => options with
    {
        BackendConfig = new Dictionary<string, string> { ["bucket"] = bucket, ["key"] = "stack/terraform.tfstate", ["region"] = "us-east-1" },
    };
}
