using Fairlead.Components.Deployments;
using Fairlead.Infrastructure;
using Serilog;

namespace Fairlead.Components.Terraform;

/// <summary>The stack outputs, for a person.</summary>
internal static class StackReport
{
    public static void Tell(DeploymentPlace? place, string absence)
    {
        if (place is null)
        {
            Log.Information("{Absence:l}", absence);
            return;
        }

        Log.Information("{Place:l}", place.Description);
        foreach (var (name, value) in Lines(place.Outputs))
        {
            Log.Information("{Name:l} {Value:l}", $"{name,-18}", value);
        }
    }

    /// <summary>Under the names that the stack gives them; what a stack does not have is left out.</summary>
    internal static IEnumerable<(string Name, string Value)> Lines(StackOutputs outputs)
    {
        (string Name, string? Value)[] lines =
        [
            ("stack", outputs.Stack),
            ("region", outputs.Region),
            ("public_url", outputs.PublicUrl.AbsoluteUri.TrimEnd('/')),
            ("health_check_path", outputs.HealthCheckPath),
            ("site_bucket", outputs.SiteBucket),
            ("distribution_id", outputs.DistributionId),
            ("ledger_bucket", outputs.LedgerBucket),
            ("ledger_prefix", outputs.LedgerPrefix),
            ("log_group", outputs.LogGroup),
            ("repository_name", outputs.RepositoryName),
            ("repository_uri", outputs.RepositoryUri),
            ("service_host", outputs.Service.Host),
            .. Of(outputs.Service),
        ];
        return lines.Where(x => x.Value is not null).Select(x => (x.Name, x.Value!));
    }

    private static (string Name, string? Value)[] Of(ServiceOutputs service) => service switch
    {
        EcsServiceOutputs ecs => [("cluster_name", ecs.ClusterName), ("service_name", ecs.ServiceName), ("container_name", ecs.ContainerName)],
        AppRunnerServiceOutputs appRunner => [("service_arn", appRunner.ServiceArn)],
        Ec2ServiceOutputs ec2 => [
            ("release_bucket", ec2.ReleaseBucket),
            ("release_prefix", ec2.ReleasePrefix),
            ("instance_tag_key", ec2.InstanceTagKey),
            ("instance_tag_value", ec2.InstanceTagValue)
        ],
        _ => [],
    };
}
