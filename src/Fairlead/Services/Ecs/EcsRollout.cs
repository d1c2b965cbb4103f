using Amazon.ECS.Model;
using Fairlead.Aws;
using Fairlead.Reporting;

namespace Fairlead.Services.Ecs;

/// <summary>Follows deployments of one service to their end and tells what the service says meanwhile.</summary>
internal sealed class EcsRollout(AwsClients aws, EcsServiceOptions options, IReporter reporter, TimeProvider time)
{
    // DescribeServices may lag behind UpdateService for a moment: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(10);

    // On top of the SDK's own retries: an API that is ill for half a minute must not turn a good rollout into a rollback.
    private const int MostFailedReads = 5;

    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private readonly List<ServiceEvent> _events = [];

    /// <summary>The service's events since the rollout began.</summary>
    public IReadOnlyList<ServiceEvent> Events => _events;

    /// <summary>Events that are there before the rollout begins are not its own.</summary>
    public void Ignore(IEnumerable<ServiceEvent>? events, DateTime? startedAt)
    {
        foreach (var e in events ?? [])
        {
            if (startedAt is null || e.CreatedAt < startedAt)
            {
                _told.Add(e.Id ?? "");
            }
        }
    }

    /// <summary>Follows one deployment until it ends or the time is over.</summary>
    public async Task<(RolloutState State, Service Service)> FollowAsync(string deploymentId, string? previousRevision, CancellationToken cancellationToken)
    {
        var start = time.GetUtcNow();
        var backoff = new Backoff(time);
        while (true)
        {
            var service = await ReadServiceAsync(backoff, cancellationToken);
            Tell(service);
            var state = Rollout.Read(service, deploymentId, previousRevision);
            var elapsed = time.GetUtcNow() - start;
            var settled = state is not (RolloutState.InProgress or RolloutState.Missing or RolloutState.Replaced)
                || (state != RolloutState.InProgress && elapsed > Settling);
            if (settled)
            {
                return (state, service);
            }

            if (elapsed >= options.RolloutTimeout)
            {
                return (RolloutState.TimedOut, service);
            }

            await backoff.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Reads the service.</summary>
    /// <exception cref="FairleadException">There is no such active service.</exception>
    public async Task<Service> ReadServiceAsync(CancellationToken cancellationToken)
    {
        var answer = await aws.Ecs.DescribeServicesAsync(
            new DescribeServicesRequest { Cluster = options.Cluster, Services = [options.Service] }, cancellationToken);
        var service = answer.Services?.Find(s => s.Status is null or "ACTIVE");
        return service ?? throw new FairleadException(
            $"The service '{options.Service}' cannot be deployed to.",
            answer.Services is { Count: > 0 } ? $"It is {answer.Services[0].Status}." : $"The cluster '{options.Cluster}' has no such service.",
            "Check the stack's outputs, and apply the infrastructure if it was not.");
    }

    private async Task<Service> ReadServiceAsync(Backoff backoff, CancellationToken cancellationToken)
    {
        for (var failures = 0; ; failures++)
        {
            try
            {
                return await ReadServiceAsync(cancellationToken);
            }
            catch (Exception e) when (failures < MostFailedReads && ServiceCalls.MayPass(e))
            {
                await backoff.WaitAsync(cancellationToken);
            }
        }
    }

    private void Tell(Service service)
    {
        // Newest first in the answer; told oldest first.
        foreach (var e in (service.Events ?? []).AsEnumerable().Reverse())
        {
            if (_told.Add(e.Id ?? ""))
            {
                _events.Add(e);
                reporter.Information(e.Message ?? "");
            }
        }
    }
}
