using System.Globalization;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using Fairlead.Aws;
using Fairlead.Reporting;

namespace Fairlead.Services.Ec2;

/// <summary>Runs <c>deploy-release</c> on the service's instances, one after the other, and follows it to its end.</summary>
internal sealed class Ec2Command(AwsClients aws, Ec2ServiceOptions options, IReporter reporter, TimeProvider time)
{
    private const string Document = "AWS-RunShellScript";
    private const int LongestComment = 100;
    private const int PageSize = 50;
    private const int MostFailedReads = 5;

    // Time until an instance must have begun. One whose agent is gone would else hold the deploy for an hour, the vendor's default.
    private const int DeliverySeconds = 300;

    /// <summary>What each state that Systems Manager gives a command means: true for success, false for failure, null while it goes
    /// on.</summary>
    public static readonly IReadOnlyDictionary<CommandStatus, bool?> States = new Dictionary<CommandStatus, bool?>
    {
        [CommandStatus.Pending] = null,
        [CommandStatus.InProgress] = null,
        [CommandStatus.Cancelling] = null,
        [CommandStatus.Success] = true,
        [CommandStatus.Cancelled] = false,
        [CommandStatus.Failed] = false,
        [CommandStatus.TimedOut] = false,
    };

    private static string Line(string release) => $"/usr/local/bin/deploy-release {release}";

    /// <summary>Ids of the instances that answer.</summary>
    public async Task<IReadOnlyList<string>> InstancesAsync(CancellationToken cancellationToken)
        => [.. (await ManagedAsync(cancellationToken))
            .Where(each => each.PingStatus == PingStatus.Online)
            .Select(each => each.InstanceId!)
            .Order(StringComparer.Ordinal)];

    /// <summary>All instances of the service that Systems Manager knows, whether they answer or not.</summary>
    public async Task<List<InstanceInformation>> ManagedAsync(CancellationToken cancellationToken)
    {
        var found = new List<InstanceInformation>();
        string? next = null;
        do
        {
            var page = await aws.Ssm.DescribeInstanceInformationAsync(
                new DescribeInstanceInformationRequest
                {
                    Filters = [new InstanceInformationStringFilter { Key = $"tag:{options.InstanceTagKey}", Values = [options.InstanceTagValue] }],
                    MaxResults = PageSize,
                    NextToken = next,
                },
                cancellationToken);
            found.AddRange(page.InstanceInformationList ?? []);
            next = page.NextToken;
        }
        while (!string.IsNullOrEmpty(next));
        return found;
    }

    /// <summary>Starts the command, or joins the same one that an interrupted build left running.</summary>
    public async Task<string> StartOrJoinAsync(string release, CancellationToken cancellationToken)
    {
        if (await FindRunningAsync(release, cancellationToken) is { CommandId: { } running })
        {
            reporter.Information($"Joining the command {running}, which deploys release {release}.");
            return running;
        }

        var answer = await aws.Ssm.SendCommandAsync(
            new SendCommandRequest
            {
                DocumentName = Document,
                Targets = [new Target { Key = $"tag:{options.InstanceTagKey}", Values = [options.InstanceTagValue] }],
                Parameters = new()
                {
                    ["commands"] = [Line(release)],
                    ["executionTimeout"] = [((int)options.InstanceTimeout.TotalSeconds).ToString(CultureInfo.InvariantCulture)],
                },
                // One after the other: the rest serves meanwhile, and what fails on the first never reaches the second.
                MaxConcurrency = "1",
                MaxErrors = "0",
                TimeoutSeconds = DeliverySeconds,
                Comment = Shorten($"Release {release} of {options.InstanceTagValue}"),
                CloudWatchOutputConfig = options.LogGroup is { } group
                    ? new CloudWatchOutputConfig { CloudWatchLogGroupName = group, CloudWatchOutputEnabled = true }
                    : null,
            },
            cancellationToken);
        var id = answer.Command?.CommandId ?? throw new FairleadException(
            $"The deploy of the service '{options.InstanceTagValue}' cannot be followed.",
            "Systems Manager answered without the id of a command.",
            "Run the build again.");
        reporter.Information($"Started the command {id}, which deploys release {release}.");
        return id;
    }

    /// <summary>Follows the command to its end. Null when the time is over.</summary>
    /// <param name="id">The command.</param>
    /// <param name="instances">Number of instances, each of which may take its time.</param>
    /// <param name="cancellationToken">Ends the waiting; the command goes on.</param>
    public async Task<Command?> FollowAsync(string id, int instances, CancellationToken cancellationToken)
    {
        var deadline = time.GetUtcNow() + ((options.InstanceTimeout + TimeSpan.FromSeconds(DeliverySeconds)) * Math.Max(1, instances));
        var backoff = new Backoff(time);
        var failures = 0;
        var told = -1;
        while (true)
        {
            Command? command = null;
            try
            {
                command = (await aws.Ssm.ListCommandsAsync(
                    new ListCommandsRequest { CommandId = id },
                    cancellationToken)).Commands?.Find(each => each.CommandId == id);
                failures = 0;
            }
            catch (Exception e) when (failures++ < MostFailedReads && ServiceCalls.MayPass(e))
            {
                // Asked again below.
            }

            if (command is { CompletedCount: { } completed, TargetCount: > 0 } && completed != told)
            {
                told = completed;
                reporter.Information($"The command {id} is done with {completed} of {command.TargetCount} instances.");
            }

            if (command?.Status is { } status)
            {
                if (!States.TryGetValue(status, out var isSuccess))
                {
                    throw new FairleadException(
                        "Whether the deployment succeeded is not known.",
                        $"The command {id} of Systems Manager is in the state {status.Value}, which this version does not know. It goes on.",
                        "Look at the command in Systems Manager; when it has ended, run the build again.");
                }

                if (isSuccess is not null)
                {
                    return command;
                }
            }

            if (time.GetUtcNow() >= deadline)
            {
                return null;
            }

            await backoff.WaitAsync(cancellationToken);
        }
    }

    /// <summary>What became of the command on each instance.</summary>
    public async Task<List<CommandInvocation>> InvocationsAsync(string id, CancellationToken cancellationToken)
    {
        var found = new List<CommandInvocation>();
        string? next = null;
        do
        {
            var page = await aws.Ssm.ListCommandInvocationsAsync(
                new ListCommandInvocationsRequest { CommandId = id, MaxResults = PageSize, NextToken = next },
                cancellationToken);
            found.AddRange(page.CommandInvocations ?? []);
            next = page.NextToken;
        }
        while (!string.IsNullOrEmpty(next));
        return found;
    }

    /// <summary>The newest command that deployed something to this service; null when there is none that Systems Manager still knows.</summary>
    public async Task<Command?> NewestAsync(CancellationToken cancellationToken)
        => (await ListAsync(status: null, cancellationToken)).Find(each => IsOurs(each)
            && each.Parameters!["commands"][0].StartsWith(Line(""), StringComparison.Ordinal));

    private async Task<Command?> FindRunningAsync(string release, CancellationToken cancellationToken)
    {
        foreach (var status in (CommandStatus[])[CommandStatus.InProgress, CommandStatus.Pending])
        {
            if ((await ListAsync(status, cancellationToken)).Find(each => IsOurs(each) && each.Parameters!["commands"][0] == Line(release)) is { } running)
            {
                return running;
            }
        }

        return null;
    }

    private bool IsOurs(Command command)
        => command.Parameters?.GetValueOrDefault("commands") is [_]
        && command.Targets is [{ Values: [var value] } target]
        && target.Key == $"tag:{options.InstanceTagKey}" && value == options.InstanceTagValue;

    private async Task<List<Command>> ListAsync(CommandStatus? status, CancellationToken cancellationToken)
    {
        List<CommandFilter> filters = [new CommandFilter { Key = "DocumentName", Value = Document }];
        if (status is not null)
        {
            filters.Add(new CommandFilter { Key = "Status", Value = status.Value });
        }

        return (await aws.Ssm.ListCommandsAsync(new ListCommandsRequest { Filters = filters, MaxResults = PageSize }, cancellationToken)).Commands ?? [];
    }

    private static string Shorten(string text) => text.Length <= LongestComment ? text : text[..LongestComment];
}
