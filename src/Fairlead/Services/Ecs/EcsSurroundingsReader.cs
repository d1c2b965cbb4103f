using Amazon.CloudWatchLogs.Model;
using Amazon.ECS.Model;
using Amazon.ElasticLoadBalancingV2.Model;
using Fairlead.Aws;
using Fairlead.Reporting;

namespace Fairlead.Services.Ecs;

/// <summary>Reads what a service needs besides itself. What may not be read is named in a warning and left out.</summary>
internal sealed class EcsSurroundingsReader(AwsClients aws, EcsServiceOptions options, IReporter reporter)
{
    /// <summary>One call for the cluster, and one for each target group and log group.</summary>
    public async Task<EcsSurroundings> ReadAsync(EcsServicePlan plan, CancellationToken cancellationToken)
    {
        var groups = new Dictionary<string, TargetGroup?>();
        foreach (var arn in (plan.Found.LoadBalancers ?? []).Select(x => x.TargetGroupArn).OfType<string>().Distinct())
        {
            if (await ServiceCalls.TolerateAsync(reporter, $"the target group {arn}", () => TargetGroupAsync(arn, cancellationToken), null) is { } read)
            {
                groups[arn] = read.Group;
            }
        }

        var missing = new HashSet<string>();
        foreach (var group in plan.TaskDefinition.Registration.ContainerDefinitions!.Select(EcsProblems.LogGroupOf).OfType<string>().Distinct())
        {
            if (!await ServiceCalls.TolerateAsync(reporter, $"the log group {group}", () => HasLogGroupAsync(group, cancellationToken), true))
            {
                missing.Add(group);
            }
        }

        return new EcsSurroundings
        {
            Cluster = options.Cluster,
            ClusterStatus = await ServiceCalls.TolerateAsync(reporter, $"the cluster {options.Cluster}", () => ClusterStatusAsync(cancellationToken), null),
            TargetGroups = groups,
            MissingLogGroups = missing,
        };
    }

    /// <summary>The target group of the service's first load balancer with its attributes; null where there is none or it cannot be read.</summary>
    public async Task<(TargetGroup? Group, IReadOnlyList<TargetGroupAttribute>? Attributes)> ReadTargetGroupAsync(
        Service service, CancellationToken cancellationToken)
    {
        if (service.LoadBalancers?.Select(x => x.TargetGroupArn).OfType<string>().FirstOrDefault() is not { } arn)
        {
            return (null, null);
        }

        var read = await ServiceCalls.TolerateAsync(reporter, $"the target group {arn}", () => TargetGroupAsync(arn, cancellationToken), null);
        var attributes = await ServiceCalls.TolerateAsync<IReadOnlyList<TargetGroupAttribute>?>(
            reporter,
            $"the attributes of the target group {arn}",
            async () => (await aws.ElasticLoadBalancing.DescribeTargetGroupAttributesAsync(
                new DescribeTargetGroupAttributesRequest { TargetGroupArn = arn },
                cancellationToken)).Attributes,
            null);
        return (read?.Group, attributes);
    }

    private async Task<Found?> TargetGroupAsync(string arn, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await aws.ElasticLoadBalancing.DescribeTargetGroupsAsync(
                new DescribeTargetGroupsRequest { TargetGroupArns = [arn] },
                cancellationToken);
            return new Found(answer.TargetGroups?.FirstOrDefault());
        }
        catch (TargetGroupNotFoundException)
        {
            return new Found(null);
        }
    }

    private async Task<bool> HasLogGroupAsync(string name, CancellationToken cancellationToken)
    {
        var request = new DescribeLogGroupsRequest { LogGroupNamePrefix = name };
        do
        {
            // By name, so that the group itself comes before those that it is a prefix of.
            var answer = await aws.Logs.DescribeLogGroupsAsync(request, cancellationToken);
            if (answer.LogGroups?.Exists(x => x.LogGroupName == name) == true)
            {
                return true;
            }

            request.NextToken = answer.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
        return false;
    }

    private async Task<string?> ClusterStatusAsync(CancellationToken cancellationToken)
    {
        var answer = await aws.Ecs.DescribeClustersAsync(new DescribeClustersRequest { Clusters = [options.Cluster] }, cancellationToken);
        return answer.Clusters is [var cluster] ? cluster.Status : answer.Failures?.FirstOrDefault()?.Reason;
    }

    private sealed record Found(TargetGroup? Group);
}
