using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using Fairlead.Aws;
using Fairlead.Releases;
using Fairlead.Reporting;

namespace Fairlead.Services.Ec2;

/// <summary>Gathers why a command failed, instance by instance.</summary>
internal sealed class Ec2Evidence(AwsClients aws, Ec2Command command, IReporter reporter)
{
    private const int MaximumLogLines = 30;

    // Each costs a request, and with MaxErrors 0 there is one as a rule.
    private const int MaximumInstancesWithOutput = 3;

    /// <summary>What each instance came to, and the end of what the failing ones wrote.</summary>
    public async Task<WhyBlock> OfCommandAsync(string commandId, CancellationToken cancellationToken)
    {
        var invocations = await ServiceCalls.TolerateAsync(
            reporter, $"the invocations of the command {commandId}", () => command.InvocationsAsync(commandId, cancellationToken), (List<CommandInvocation>)[]);
        var lines = new List<string>();
        var instances = new List<string>();
        foreach (var each in invocations.OrderBy(each => each.InstanceId, StringComparer.Ordinal))
        {
            var state = each.StatusDetails ?? each.Status?.Value ?? "unknown";
            var output = HasFailed(each)
                && lines.Count < MaximumLogLines
                && instances.Count(line => line.Contains("exit code", StringComparison.Ordinal)) < MaximumInstancesWithOutput
                ? await OutputAsync(commandId, each.InstanceId!, cancellationToken)
                : null;
            instances.Add(output?.ResponseCode is { } code and >= 0
                ? $"Instance {each.InstanceId}: {state}, exit code {code}"
                : $"Instance {each.InstanceId}: {state}");
            lines.AddRange(Lines(output?.StandardOutputContent).Concat(Lines(output?.StandardErrorContent)));
        }

        return new WhyBlock([], instances, [], [.. lines.TakeLast(MaximumLogLines)]);
    }

    private static bool HasFailed(CommandInvocation invocation)
        => invocation.Status == CommandInvocationStatus.Failed || invocation.Status == CommandInvocationStatus.TimedOut;

    private static IEnumerable<string> Lines(string? text) => (text ?? "").Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0);

    private Task<GetCommandInvocationResponse?> OutputAsync(string commandId, string instance, CancellationToken cancellationToken)
        => ServiceCalls.TolerateAsync(
            reporter,
            $"what the instance {instance} wrote",
            async () => (GetCommandInvocationResponse?)await aws.Ssm.GetCommandInvocationAsync(
                new GetCommandInvocationRequest { CommandId = commandId, InstanceId = instance },
                cancellationToken),
            null);
}
