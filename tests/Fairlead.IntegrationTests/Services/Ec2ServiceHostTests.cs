using Amazon.SimpleSystemsManagement.Model;
using Fairlead.Aws;
using Fairlead.IntegrationTests.Infrastructure;
using Fairlead.Releases;
using Fairlead.Reporting;
using Fairlead.Services;
using Fairlead.Services.Ec2;

namespace Fairlead.IntegrationTests.Services;

/// <summary>The service host for EC2 against the emulator. Its instances run nothing; commands on them succeed or fail on request.</summary>
[Trait("Category", "Integration")]
public sealed class Ec2ServiceHostTests(AwsEmulator emulator) : IClassFixture<AwsEmulator>, IAsyncLifetime
{
    private const string Bucket = "releases";
    private const string Marker = $"s3://{Bucket}/api/current";

    private readonly CancellationTokenSource _limit = new(TimeSpan.FromMinutes(5));
    private readonly string _archive = Path.GetTempFileName();
    private readonly List<string> _instances = [];
    private AwsClients? _aws;

    public async Task InitializeAsync()
    {
        if (new ToolFactAttribute("moto_server").Skip is not null)
        {
            return;
        }

        await emulator.ResetAsync();
        _aws = emulator.CreateClients();
        await _aws.S3.PutBucketAsync(Bucket);
        await emulator.SetSsmAsync(marker: Marker);
        await LaunchAsync("shop");
        await LaunchAsync("shop");
        await LaunchAsync("other");
        _instances.RemoveAt(2);
    }

    public Task DisposeAsync()
    {
        File.Delete(_archive);
        _aws?.Dispose();
        _limit.Dispose();
        return Task.CompletedTask;
    }

    [ToolFact("moto_server")]
    public async Task A_release_is_uploaded_and_deployed_to_the_instances_of_the_service_only()
    {
        await emulator.SetSsmAsync(slow: 1, marker: Marker);

        var plan = await PlanAsync("r1", "one");
        var result = await Host().DeployAsync(plan, _limit.Token);

        plan
            .Describe()
            .ShouldBe(["Service shop: uploads the archive of release r1.", "Service shop: from no release to r1 on 2 instances, one after the other."]);
        result.Outcome.Kind.ShouldBe(OutcomeKind.Succeeded, result.Outcome.Reason);
        result.Revision.ShouldBe("r1");
        using var stored = await _aws!.S3.GetObjectAsync(Bucket, "api/r1.tar.gz");
        (await new StreamReader(stored.ResponseStream).ReadToEndAsync()).ShouldBe("one");
        var command = (await _aws.Ssm.ListCommandsAsync(new ListCommandsRequest())).Commands!.ShouldHaveSingleItem();
        command.Parameters!["commands"].ShouldBe(["/usr/local/bin/deploy-release r1"]);
        (await _aws.Ssm.ListCommandInvocationsAsync(new ListCommandInvocationsRequest { CommandId = command.CommandId })).CommandInvocations!
            .Select(x => x.InstanceId!)
            .ShouldBe(_instances, ignoreOrder: true);
        var status = await Host().StatusAsync(_limit.Token);
        (status.Revision, status.Commit, status.DesiredCount, status.RunningCount, status.Rollout).ShouldBe(("r1", "abc", 2, 2, "Success"));
    }

    [ToolFact("moto_server")]
    public async Task A_release_that_runs_is_not_deployed_again()
    {
        await DeployAsync("r1", "one");
        await emulator.ForgetCallsAsync();

        var plan = await PlanAsync("r1", "one");
        var result = await Host().DeployAsync(plan, _limit.Token);

        (plan.IsUnchanged, result.Outcome.Kind).ShouldBe((true, OutcomeKind.Unchanged));
        (await emulator.CallsAsync()).Select(x => x.Action).ShouldNotContain(x => x == "SendCommand" || x == "PUT");
    }

    [ToolFact("moto_server")]
    public async Task A_release_that_fails_on_one_instance_is_rolled_back_on_all_with_its_evidence()
    {
        await DeployAsync("r1", "one");
        await emulator.SetSsmAsync(
            slow: 1,
            failCommands: ["deploy-release r2"],
            exitCode: 3,
            standardError: "r2 did not answer /health with success in 90 s.\n",
            marker: Marker);

        var result = await DeployAsync("r2", "two");

        result.Outcome.Kind.ShouldBe(OutcomeKind.RolledBack, result.Outcome.Reason);
        result.Outcome.Reason.ShouldContain("the instances say that they run release r1");
        result.Revision.ShouldBe("r1");
        result.Outcome.Why!.StoppedTasks.Count(x => x.EndsWith("Failed, exit code 3", StringComparison.Ordinal)).ShouldBe(1);
        result.Outcome.Why.StoppedTasks.Count(x => x.EndsWith("Terminated", StringComparison.Ordinal)).ShouldBe(1);
        result.Outcome.Why.LogLines.ShouldBe(["r2 did not answer /health with success in 90 s."]);
        (await Host().StatusAsync(_limit.Token)).ReleaseId.ShouldBe("r1");
    }

    [ToolFact("moto_server")]
    public async Task A_first_release_that_fails_has_nothing_to_go_back_to()
    {
        await emulator.SetSsmAsync(failCommands: ["deploy-release"], marker: Marker);

        var result = await DeployAsync("r1", "one");

        (result.Outcome.Kind, result.Revision).ShouldBe((OutcomeKind.Failed, null));
        result.Outcome.Reason.ShouldContain("no earlier release");
        (await Host().StatusAsync(_limit.Token)).ReleaseId.ShouldBeNull();
    }

    [ToolFact("moto_server")]
    public async Task A_command_that_succeeds_without_a_word_of_the_instances_is_no_success()
    {
        await emulator.SetSsmAsync();

        var result = await DeployAsync("r1", "one");

        result.Outcome.Kind.ShouldBe(OutcomeKind.Failed);
        result.Outcome.Reason.ShouldContain("the instances say that they run no release");
    }

    [ToolFact("moto_server")]
    public async Task The_command_of_an_interrupted_deploy_is_joined()
    {
        await emulator.SetSsmAsync(slow: 6, marker: Marker);
        var plan = await PlanAsync("r1", "one");
        using (var interrupted = new CancellationTokenSource())
        {
            var deploy = new Ec2ServiceHost(_aws!, Options(), CancelWhen("Started the command", interrupted), TimeProvider.System).DeployAsync(
                plan,
                interrupted.Token);
            await Should.ThrowAsync<OperationCanceledException>(() => deploy);
        }

        var result = await DeployAsync("r1", "one");

        result.Outcome.Kind.ShouldBe(OutcomeKind.Succeeded, result.Outcome.Reason);
        (await emulator.CallsAsync()).Count(x => x.Action == "SendCommand").ShouldBe(1);
    }

    [ToolFact("moto_server")]
    public async Task An_earlier_release_is_brought_back_and_one_that_is_not_stored_is_refused()
    {
        await DeployAsync("r1", "one");
        await DeployAsync("r2", "two");

        var back = await Host().RollbackAsync("r1", _limit.Token);
        var again = await Host().RollbackAsync("r1", _limit.Token);

        (back.Outcome.Kind, back.Revision, again.Outcome.Kind).ShouldBe((OutcomeKind.Succeeded, "r1", OutcomeKind.Unchanged));
        (await Should.ThrowAsync<FairleadException>(() => Host().RollbackAsync("r0", _limit.Token))).Why.ShouldContain("api/r0.tar.gz");
        (await Should.ThrowAsync<FairleadException>(() => Host().RollbackAsync("r0; reboot", _limit.Token))).Why.ShouldContain("not safe");
    }

    [ToolFact("moto_server")]
    public async Task A_name_of_a_release_stands_for_one_content()
    {
        await DeployAsync("r1", "one");

        (await Should.ThrowAsync<FairleadException>(() => PlanAsync("r1", "two"))).Why.ShouldContain("different content");
    }

    private Ec2ServiceOptions Options()
        => new() { ReleaseBucket = Bucket, ReleasePrefix = "api", InstanceTagKey = "Service", InstanceTagValue = "shop", Archive = _archive };

    private Ec2ServiceHost Host() => new(_aws!, Options(), SilentReporter.Instance, TimeProvider.System);

    private async Task<ServicePlan> PlanAsync(string release, string content)
    {
        await File.WriteAllTextAsync(_archive, content);
        return await Host().PlanAsync(new ServiceRelease { ImageDigestUri = "", ReleaseId = release, Commit = "abc" }, _limit.Token);
    }

    private async Task<ServiceResult> DeployAsync(string release, string content) => await Host().DeployAsync(await PlanAsync(release, content), _limit.Token);

    private async Task LaunchAsync(string service)
    {
        var answer = await emulator.QueryAsync(
            "ec2",
            ("Action", "RunInstances"),
            ("Version", "2016-11-15"),
            ("ImageId", "ami-12c6146b"),
            ("MinCount", "1"),
            ("MaxCount", "1"),
            ("TagSpecification.1.ResourceType", "instance"),
            ("TagSpecification.1.Tag.1.Key", "Service"),
            ("TagSpecification.1.Tag.1.Value", service));
        _instances.Add(answer.Descendants().First(x => x.Name.LocalName == "instanceId").Value);
    }

    private static RecordingReporter CancelWhen(string message, CancellationTokenSource source) => new()
    {
        Told = text =>
        {
            if (text.StartsWith(message, StringComparison.Ordinal))
            {
                source.Cancel();
            }
        },
    };
}
