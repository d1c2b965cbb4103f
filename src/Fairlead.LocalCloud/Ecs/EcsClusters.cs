using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>The clusters.</summary>
internal sealed class EcsClusters(EcsStore store)
{
    public bool Exists(string name) => store.Read(x => x.Clusters.Exists(c => c.Name == name));

    /// <summary>The cluster's ARN; the cluster is made when absent. Idempotent, as CreateCluster itself.</summary>
    public string Ensure(string name)
    {
        if (store.Read(x => x.Clusters.Find(c => c.Name == name)) is { } known)
        {
            return known.Arn;
        }

        if (name.Length is 0 or > 255 || !name.All(x => char.IsAsciiLetterOrDigit(x) || x is '-' or '_'))
        {
            throw new AwsServiceException("InvalidParameterException", "Invalid cluster name: 1 to 255 letters, digits, hyphens and underscores are allowed.");
        }

        return store.Change(x =>
        {
            if (x.Clusters.Find(c => c.Name == name) is not { } cluster)
            {
                x.Clusters.Add(cluster = new ClusterRecord(name, store.Arn($"cluster/{name}")));
            }

            return cluster.Arn;
        });
    }

    public void Delete(string name) => store.Change(x =>
    {
        if (x.Services.Exists(s => s.Cluster == name && s.Status != "INACTIVE"))
        {
            throw new AwsServiceException("ClusterContainsServicesException", "The Cluster cannot be deleted while Services are active.");
        }

        x.Clusters.RemoveAll(c => c.Name == name);
    });
}
