using System.Security.Cryptography;
using System.Text;
using Fairlead.Infrastructure;

namespace Fairlead.Components.Deployments;

/// <summary>Digest of the configuration part of a release: where it goes and what the service is told.</summary>
internal static class ConfigurationFingerprint
{
    /// <param name="outputs">The place.</param>
    /// <param name="environment">What the service is told.</param>
    /// <param name="archive">Digest of the archive that instances unpack, which holds more than the image does: a .NET of
    /// its own, for their processor. Null where the image is what runs.</param>
    public static string Of(StackOutputs outputs, IReadOnlyDictionary<string, string>? environment, string? archive = null)
    {
        var text = new StringBuilder(Describe(outputs)).Append('\n');
        foreach (var (name, value) in (environment ?? new Dictionary<string, string>()).OrderBy(x => x.Key, StringComparer.Ordinal))
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{name.Length}:{name}={value.Length}:{value}\n");
        }

        if (archive is not null)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"Archive = {archive}\n");
        }

        return $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))}";
    }

    /// <summary>Written out, because every place's releases get new ids when this text moves: the layout of the records may change, this may not.</summary>
    private static string Describe(StackOutputs outputs)
    {
        var service = outputs.Service switch
        {
            EcsServiceOutputs ecs => $"ClusterName = {ecs.ClusterName}, ServiceName = {ecs.ServiceName}, ContainerName = {ecs.ContainerName}",
            AppRunnerServiceOutputs appRunner => $"ServiceArn = {appRunner.ServiceArn}",
            Ec2ServiceOutputs ec2 => $"ReleaseBucket = {ec2.ReleaseBucket}, ReleasePrefix = {ec2.ReleasePrefix}, InstanceTagKey = {ec2.InstanceTagKey}, "
                + $"InstanceTagValue = {ec2.InstanceTagValue}",
            var other => throw new ArgumentOutOfRangeException(nameof(outputs), other.Host, "No text for this service host."),
        };
        return $"StackOutputs {{ Stack = {outputs.Stack}, Region = {outputs.Region}, SiteBucket = {outputs.SiteBucket}, LedgerBucket = "
            + $"{outputs.LedgerBucket}, LedgerPrefix = {outputs.LedgerPrefix}, "
               + $"DistributionId = {outputs.DistributionId}, PublicUrl = {outputs.PublicUrl}, RepositoryName = {outputs.RepositoryName}, RepositoryUri = "
                   + $"{outputs.RepositoryUri}, {service}, "
               + $"LogGroup = {outputs.LogGroup}, HealthCheckPath = {outputs.HealthCheckPath} }}";
    }
}
