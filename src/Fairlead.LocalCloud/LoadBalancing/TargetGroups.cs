using System.Collections.Concurrent;
using System.Security.Cryptography;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.LoadBalancing;

/// <summary>The target groups. Each has its own port on loopback, opened when the local cloud starts or the group is made.</summary>
internal sealed class TargetGroups : IHostedService, IAsyncDisposable
{
    private readonly JsonState<TargetGroupsDocument> _document;
    private readonly ConcurrentDictionary<string, TargetGroup> _groups = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TargetGroupListener> _listeners = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _opening = new(1);
    private readonly Account _account;
    private readonly TimeProvider _clock;
    private readonly IHostNames[] _hostNames;
    private readonly IOriginPorts[] _originPorts;
    private readonly IHealthProbe _probe;
    private readonly TargetGroupTiming _timing;

    public TargetGroups(
        StateDirectory state,
        Account account,
        TimeProvider clock,
        IHealthProbe probe,
        TargetGroupTiming timing,
        IEnumerable<IHostNames> hostNames,
        IEnumerable<IOriginPorts> originPorts)
    {
        (_account, _clock) = (account, clock);
        _hostNames = [.. hostNames];
        _originPorts = [.. originPorts];
        _probe = probe;
        _timing = timing;
        _document = new JsonState<TargetGroupsDocument>(state, "load-balancing/target-groups.json", LoadBalancingJson.Default.TargetGroupsDocument);
        foreach (var record in _document.Read(x => x.Groups.Values.ToArray()))
        {
            _groups[record.Name] = Create(record);
        }
    }

    public IReadOnlyList<TargetGroup> List() => [.. _groups.Values.OrderBy(x => x.Name, StringComparer.Ordinal)];

    public TargetGroup? Find(string nameOrArn) => _groups.GetValueOrDefault(nameOrArn) ?? _groups.Values.FirstOrDefault(x => x.Arn == nameOrArn);

    /// <summary>The group of this name, made and listening when absent. Idempotent; another health
    /// check path is taken over for targets registered later.</summary>
    public async Task<TargetGroup> EnsureAsync(string name, string healthCheckPath = "/", CancellationToken cancellationToken = default)
    {
        await _opening.WaitAsync(cancellationToken);
        try
        {
            var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
            var group = _groups.GetOrAdd(name, _ => Create(new TargetGroupRecord(
                name,
                $"arn:aws:elasticloadbalancing:{_account.Region}:{_account.Id}:targetgroup/{name}/{id}",
                0,
                healthCheckPath)));
            if (group.HealthCheckPath != healthCheckPath)
            {
                group.HealthCheckPath = healthCheckPath;
                Save(group);
            }

            await OpenAsync(group, cancellationToken);
            return group;
        }
        finally
        {
            _opening.Release();
        }
    }

    /// <summary>Opens all. Who knows of a port that another program has by now (that of the original, where this state is a copy) is told the new one.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var moved = new Dictionary<int, int>();
        foreach (var group in List())
        {
            var former = group.Port;
            await EnsureAsync(group.Name, group.HealthCheckPath, cancellationToken);
            if (former != 0 && former != group.Port)
            {
                moved[former] = group.Port;
            }
        }

        if (moved.Count > 0)
        {
            foreach (var ports in _originPorts)
            {
                ports.Moved(moved);
            }
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var group in _groups.Values)
        {
            group.Dispose();
        }

        await Task.WhenAll(_listeners.Values.Select(x => x.DisposeAsync().AsTask()));
        _listeners.Clear();
        _opening.Dispose();
    }

    private TargetGroup Create(TargetGroupRecord record) => new(record, _probe, _timing, _clock);

    private async Task OpenAsync(TargetGroup group, CancellationToken cancellationToken)
    {
        if (_listeners.ContainsKey(group.Name))
        {
            return;
        }

        var listener = await TargetGroupListener.StartAsync(group, host => _hostNames.Any(x => x.Serves(host)), cancellationToken);
        _listeners[group.Name] = listener;
        if (group.Port != listener.Port || !_document.Read(x => x.Groups.ContainsKey(group.Name)))
        {
            group.Port = listener.Port;
            Save(group);
        }
    }

    private void Save(TargetGroup group)
        => _document.Change(x => { x.Groups[group.Name] = new TargetGroupRecord(group.Name, group.Arn, group.Port, group.HealthCheckPath); });
}
