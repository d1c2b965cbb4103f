using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Amazon.S3.Model;
using Fairlead.Aws;
using Fairlead.Infrastructure.Terraform;

namespace Fairlead.IntegrationTests.Infrastructure.Terraform;

/// <summary>An apply that does not come to its end: cancelled, killed, or unable to save.</summary>
[Trait("Category", "Integration")]
public sealed class TerraformStopTests(AwsEmulator emulator) : IClassFixture<AwsEmulator>
{
    /// <summary>The second resource says that it is being made, with the process id of terraform, and waits until it is let go.</summary>
    private const string Gate = """
        resource "terraform_data" "first" { input = 1 }
        resource "terraform_data" "gate" {
          depends_on = [terraform_data.first]
          provisioner "local-exec" {
            command = "echo $PPID > reached; if [ -e open ]; then exit 0; fi; read -r _ < let-go"
          }
        }
        resource "terraform_data" "last" {
          depends_on = [terraform_data.gate]
          input      = 1
        }

        """;

    private const string Backend = """
        terraform {
          backend "s3" {
            use_lockfile = true
            encrypt      = true
          }
        }

        """;

    [ToolFact("terraform", "mkfifo", "moto_server")]
    public async Task A_cancelled_apply_finishes_what_it_has_begun_and_gives_the_lock_back()
    {
        using var workspace = new TerraformWorkspace(emulator.Environment);
        var (runner, plan) = await PlanAsync(workspace, Backend + Gate, await StateBucketAsync());
        using var cancel = new CancellationTokenSource();
        var applying = runner.ApplyAsync(plan.File, cancel.Token);
        await ReachedAsync(workspace);

        await cancel.CancelAsync();

        // The gate stays shut: terraform itself ends the command once it has understood the signal.
        await Should.ThrowAsync<OperationCanceledException>(applying.WaitAsync(TimeSpan.FromMinutes(5)));
        workspace.Reporter.Text.ShouldContain("gave the lock back");
        (await runner.FindLockAsync(CancellationToken.None)).ShouldBeNull();
        (await AddressesAsync(workspace)).ShouldNotContain("terraform_data.last");
        await ContinuesAsync(workspace, runner);
    }

    [ToolFact("terraform", "mkfifo", "moto_server")]
    public async Task A_second_cancel_hurries_and_what_does_not_go_is_killed_and_its_lock_told()
    {
        using var workspace = new TerraformWorkspace(emulator.Environment);
        using var cancel = new CancellationTokenSource();
        using var second = new CancellationTokenSource();

        // Time stands still: only the second cancel ends the first wait, and only the moved clock the second.
        var clock = new TestClock(DateTimeOffset.UtcNow);
        var (runner, plan) = await PlanAsync(workspace, Backend + Gate, await StateBucketAsync(), x => x with { SecondCancel = second.Token, Clock = clock });
        var applying = runner.ApplyAsync(plan.File, cancel.Token);
        var terraform = await ReachedAsync(workspace);
        await StopAsync(terraform);

        await cancel.CancelAsync();
        await workspace.Reporter.SeenAsync("Cancelled: terraform finishes");
        await second.CancelAsync();
        await workspace.Reporter.SeenAsync("interrupted a second time");
        await clock.TimersAsync(1);
        clock.Advance(TimeSpan.FromMinutes(1));

        await Should.ThrowAsync<OperationCanceledException>(applying);
        workspace.Reporter.Text.ShouldContain("is killed with its providers");
        var held = (await runner.FindLockAsync(CancellationToken.None)).ShouldNotBeNull();
        workspace.Reporter.Text.ShouldContain($"terraform force-unlock {held.Id}");
        Should.Throw<ArgumentException>(() => Process.GetProcessById(terraform));
        await workspace.TerraformAsync("force-unlock", "-force", held.Id);
        await ContinuesAsync(workspace, runner);
    }

    [ToolFact("terraform", "mkfifo", "moto_server")]
    public async Task An_apply_that_was_killed_from_outside_leaves_a_lock_that_is_told_and_the_next_run_goes_on()
    {
        using var workspace = new TerraformWorkspace(emulator.Environment);
        var (runner, plan) = await PlanAsync(workspace, Backend + Gate, await StateBucketAsync());
        var applying = runner.ApplyAsync(plan.File, CancellationToken.None);
        Kill(await ReachedAsync(workspace));
        await TerraformWorkspace.ErrorOfAsync(() => applying);

        var locked = await TerraformWorkspace.ErrorOfAsync(() => runner.PlanAsync(new PlanRequest { File = workspace.PlanFile }, CancellationToken.None));

        var held = (await runner.FindLockAsync(CancellationToken.None)).ShouldNotBeNull();
        locked.Next.ShouldContain($"terraform force-unlock {held.Id}");
        await workspace.TerraformAsync("force-unlock", "-force", held.Id);
        await ContinuesAsync(workspace, runner);
    }

    [ToolFact("terraform", "mkfifo", "moto_server")]
    public async Task What_was_made_before_a_kill_is_in_the_state_and_not_made_again()
    {
        using var workspace = new TerraformWorkspace(emulator.Environment);
        var (runner, plan) = await PlanAsync(workspace, """
            terraform {
              required_providers {
                aws = {
                  source  = "hashicorp/aws"
                  version = ">= 5.100, < 7"
                }
              }
            }
            provider "aws" { region = "us-east-1" }
            resource "aws_ssm_parameter" "made" {
              name  = "/runner/killed"
              type  = "String"
              value = "v"
            }

            """ + Gate.Replace("depends_on = [terraform_data.first]", "depends_on = [terraform_data.first, aws_ssm_parameter.made]", StringComparison.Ordinal));
        var applying = runner.ApplyAsync(plan.File, CancellationToken.None);
        Kill(await ReachedAsync(workspace));
        await TerraformWorkspace.ErrorOfAsync(() => applying);

        (await AddressesAsync(workspace)).ShouldContain("aws_ssm_parameter.made");
        await ContinuesAsync(workspace, runner);
        (await emulator.CallsAsync()).Count(x => x.Action.EndsWith("PutParameter", StringComparison.Ordinal)).ShouldBe(1);
    }

    [ToolFact("terraform", "mkfifo", "moto_server")]
    public async Task A_state_that_cannot_be_saved_is_kept_and_told_and_goes_on_when_it_is_pushed()
    {
        using var workspace = new TerraformWorkspace(emulator.Environment);
        var bucket = await StateBucketAsync();
        var (runner, plan) = await PlanAsync(workspace, Backend + Gate, bucket);
        var applying = runner.ApplyAsync(plan.File, CancellationToken.None);
        await ReachedAsync(workspace);
        using var clients = Clients();
        await EmptyAsync(clients, bucket);
        await clients.S3.DeleteBucketAsync(bucket);
        await LetGoAsync(workspace);

        var error = await TerraformWorkspace.ErrorOfAsync(() => applying);

        error.Next.ShouldContain("terraform state push errored.tfstate");
        var unsaved = Path.Combine(workspace.Stack, "errored.tfstate");
        File.Exists(unsaved).ShouldBeTrue();
        await clients.S3.PutBucketAsync(new PutBucketRequest { BucketName = bucket });
        await TerraformWorkspace.ErrorOfAsync(() => runner.PlanAsync(new PlanRequest { File = workspace.PlanFile }, CancellationToken.None));
        await CommandLine.SucceedAsync("terraform", [$"-chdir={workspace.Stack}", "state", "push", "errored.tfstate"], emulator.Environment);
        File.Delete(unsaved);
        (await runner.PlanAsync(new PlanRequest { File = workspace.PlanFile }, CancellationToken.None)).HasChanges.ShouldBeFalse();
    }

    private async Task<(TerraformRunner Runner, PlanRun Plan)> PlanAsync(
        TerraformWorkspace workspace,
        string configuration,
        string? bucket = null,
        Func<TerraformOptions, TerraformOptions>? configure = null)
    {
        workspace.Write("main.tf", configuration);
        await CommandLine.SucceedAsync("mkfifo", [Path.Combine(workspace.Stack, "reached"), Path.Combine(workspace.Stack, "let-go")]);
        var runner = await workspace.RunnerAsync(x =>
        {
            var options = bucket is null ? x : x with
            {
                BackendConfig = new Dictionary<string, string>
                {
                    ["bucket"] = bucket,
                    ["key"] = "stack/terraform.tfstate",
                    ["region"] = "us-east-1"
                }
            };
            return configure?.Invoke(options) ?? options;
        });
        await runner.InitAsync(CancellationToken.None);
        return (runner, await runner.PlanAsync(new PlanRequest { File = workspace.PlanFile }, CancellationToken.None));
    }

    /// <summary>Waits at the pipe until terraform makes the second resource; the process id of terraform.</summary>
    private static async Task<int> ReachedAsync(TerraformWorkspace workspace)
        => int.Parse(
            (await Task.Run(() => File.ReadAllText(Path.Combine(workspace.Stack, "reached"))).WaitAsync(TimeSpan.FromMinutes(5))).Trim(),
            CultureInfo.InvariantCulture);

    private static Task LetGoAsync(TerraformWorkspace workspace)
        => Task.Run(() => File.WriteAllText(Path.Combine(workspace.Stack, "let-go"), "go\n")).WaitAsync(TimeSpan.FromMinutes(5));

    /// <summary>Stops it as Ctrl-Z does, so that it answers to no interrupt.</summary>
    private static Task StopAsync(int process) => CommandLine.SucceedAsync("kill", ["-STOP", process.ToString(CultureInfo.InvariantCulture)]);

    /// <summary>Kills terraform and what it started, as the machine's end would. Not by kill(1): some take the number of a group for "everything".</summary>
    private static void Kill(int id)
    {
        using var process = Process.GetProcessById(id);
        process.Kill(entireProcessTree: true);
    }

    /// <summary>The next run makes what is missing, and the one after it changes nothing.</summary>
    private static async Task ContinuesAsync(TerraformWorkspace workspace, TerraformRunner runner)
    {
        // The pipe has no reader any more: the gate stands open for the second run.
        File.Delete(Path.Combine(workspace.Stack, "reached"));
        workspace.Write("open", "");
        await workspace.ApplyAsync(runner);
        (await AddressesAsync(workspace)).ShouldContain("terraform_data.last");
        (await runner.PlanAsync(new PlanRequest { File = workspace.PlanFile }, CancellationToken.None)).HasChanges.ShouldBeFalse();
    }

    private static async Task<IReadOnlyList<string>> AddressesAsync(TerraformWorkspace workspace)
    {
        using var state = JsonDocument.Parse(await workspace.TerraformAsync("show", "-json"));
        return state.RootElement.TryGetProperty("values", out var values)
            ? [.. values.GetProperty("root_module").GetProperty("resources").EnumerateArray().Select(x => x.GetProperty("address").GetString()!)]
            : [];
    }

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

    private static async Task EmptyAsync(AwsClients clients, string bucket)
    {
        foreach (var item in (await clients.S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket })).S3Objects ?? [])
        {
            await clients.S3.DeleteObjectAsync(bucket, item.Key);
        }
    }
}
