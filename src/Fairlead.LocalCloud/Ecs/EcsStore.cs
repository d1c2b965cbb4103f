using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>The state of ECS and how its resources are named and found.</summary>
internal sealed class EcsStore
{
    /// <summary>Stopped tasks that stay describable; on ECS they stay an hour at least.</summary>
    private const int MaximumStoppedTasks = 200;

    private const int MaximumTokenTasks = 1000;

    private readonly JsonState<EcsDocument> _document;
    private readonly Account _account;
    private readonly TimeProvider _clock;

    public EcsStore(StateDirectory state, Account account, TimeProvider clock)
    {
        (StateFolder, _account, _clock) = (state.Root, account, clock);
        _document = new JsonState<EcsDocument>(state, "ecs/ecs.json", EcsJson.Default.EcsDocument);
        if (state.IsOfEarlierVersion && _document.Read(x => x.TaskDefinitions.Count > 0))
        {
            _document.Change(x => x.TaskDefinitions.ForEach(Upgrade));
        }

        if (_document.Read(EarlierResources.AreIn))
        {
            _document.Change(x => EarlierResources.Complete(x, account));
        }
    }

    public DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>What the paths of volumes are relative to.</summary>
    public string StateFolder { get; }

    public T Read<T>(Func<EcsDocument, T> read) => _document.Read(read);

    public T Change<T>(Func<EcsDocument, T> change) => _document.Change(change);

    public void Change(Action<EcsDocument> change) => _document.Change(change);

    /// <summary>Forgets tokens that are too old, and the oldest stopped tasks beyond <see cref="MaximumStoppedTasks"/>. The CLI and SDKs send a token with every
    /// RunTask, so that no more than <see cref="MaximumTokenTasks"/> tasks are kept for theirs.</summary>
    public static void Prune(EcsDocument document, DateTimeOffset now)
    {
        ClientTokens.Forget(document, now);

        // A task that a client token stands for is what the token answers with.
        var wanted = document.ClientTokens.OrderByDescending(x => x.At).SelectMany(x => x.Resources).Take(MaximumTokenTasks).ToHashSet(StringComparer.Ordinal);
        var stopped = document.Tasks
            .Where(t => t.LastStatus == "STOPPED" && (t.Accounted || t.Service is null) && !wanted.Contains(t.Arn))
            .OrderByDescending(t => t.StoppedAt);
        foreach (var old in stopped.Skip(MaximumStoppedTasks).ToArray())
        {
            document.Tasks.Remove(old);
            document.Tags.Remove(old.Arn);
        }
    }

    public string Arn(string resource) => $"arn:aws:ecs:{_account.Region}:{_account.Id}:{resource}";

    private void Upgrade(TaskDefinitionRecord record)
    {
        foreach (var (volume, host, path) in HostVolumes(record.Definition))
        {
            var kept = VolumePath.Upgraded(StateFolder, record.Family, volume, path);
            host["sourcePath"] = kept;

            // The provisioner registered its own as absolute paths, and compares with relative ones now.
            if (kept != path && kept != VolumePath.Of(record.Family, volume))
            {
                record.AbsoluteVolumes.Add(volume);
            }
        }
    }

    /// <summary>The volumes of a task definition that name a folder of this machine.</summary>
    public static IEnumerable<(string Volume, JsonObject Host, string SourcePath)> HostVolumes(JsonObject definition)
    {
        foreach (var volume in definition.Structures("volumes"))
        {
            if (volume.Structure("host") is { } host && host.Text("sourcePath") is { } path)
            {
                yield return (volume.Text("name") ?? "", host, path);
            }
        }
    }

    /// <summary>The cluster that a request names by name or ARN, <c>default</c> when it names none.</summary>
    /// <exception cref="AwsServiceException">ClusterNotFoundException.</exception>
    public string Cluster(string? nameOrArn) => Read(x => Cluster(x, nameOrArn));

    /// <summary>The same inside a change: a cluster that is found there cannot be deleted before the change is made.</summary>
    /// <exception cref="AwsServiceException">ClusterNotFoundException.</exception>
    public static string Cluster(EcsDocument document, string? nameOrArn)
    {
        var name = Last(nameOrArn) ?? "default";
        return document.Clusters.Exists(c => c.Name == name) ? name : throw new AwsServiceException("ClusterNotFoundException", "Cluster not found.");
    }

    /// <exception cref="AwsServiceException">ServiceNotFoundException.</exception>
    public static ServiceRecord Service(EcsDocument document, string cluster, string? nameOrArn)
        => document.Services.LastOrDefault(x => x.Cluster == cluster && x.Name == Last(nameOrArn))
            ?? throw new AwsServiceException("ServiceNotFoundException", "Service not found.");

    /// <summary>By <c>family:revision</c>, family (the newest active one) or ARN; null when there is none.</summary>
    public static TaskDefinitionRecord? TaskDefinition(EcsDocument document, string? reference)
    {
        var name = Last(reference) ?? "";
        return name.Contains(':', StringComparison.Ordinal)
            ? document.TaskDefinitions.Find(x => x.Arn.EndsWith($"/{name}", StringComparison.Ordinal))
            : document.TaskDefinitions.LastOrDefault(x => x.Family == name && x.DeregisteredAt is null);
    }

    public static void AddEvent(ServiceRecord service, DateTimeOffset now, string message)
    {
        service.Events.Insert(0, new ServiceEventRecord(Guid.NewGuid().ToString(), now, message));
        if (service.Events.Count > 100)
        {
            service.Events.RemoveRange(100, service.Events.Count - 100);
        }
    }

    /// <summary>The last part of an ARN, or the name itself.</summary>
    public static string? Last(string? nameOrArn) => nameOrArn?[(nameOrArn.LastIndexOf('/') + 1)..];
}
