using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Threading.Channels;
using Fairlead.LocalCloud.LoadBalancing;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>
/// Brings every service to what was asked of it: one loop per service, woken by what happens to its tasks and targets and by requests.
/// <see cref="RolloutPlan"/> decides, this class does.
/// </summary>
internal sealed class ServiceScheduler : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<ServiceLoop>> _loops = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = new();
    private readonly EcsStore _store;
    private readonly TaskRunner _runner;
    private readonly TaskStarter _starter;
    private readonly TargetGroups _targetGroups;
    private readonly RolloutJudge _judge;
    private readonly EcsTiming _timing;
    private readonly TimeProvider _clock;
    private readonly ILogger<ServiceScheduler> _log;

    public ServiceScheduler(
        EcsStore store,
        TaskRunner runner,
        TaskStarter starter,
        TargetGroups targetGroups,
        EcsTiming timing,
        TimeProvider clock,
        ILogger<ServiceScheduler> log)
    {
        (_store, _runner, _starter, _targetGroups, _timing, _clock, _log) = (store, runner, starter, targetGroups, timing, clock, log);
        _judge = new RolloutJudge(timing);
        runner.Changed += (cluster, service) =>
        {
            if (service is not null)
            {
                Wake(cluster, service);
            }
        };
    }

    /// <summary>Raised after every step of a service's loop.</summary>
    public event Action? Stepped;

    /// <summary>Looks at the service as soon as possible; starts its loop at the first time.</summary>
    public void Wake(string cluster, string service)
    {
        if (!_stop.IsCancellationRequested)
        {
            _loops.GetOrAdd($"{cluster}/{service}", _ => new Lazy<ServiceLoop>(() => new ServiceLoop(this, cluster, service))).Value.Wake();
        }
    }

    /// <summary>No loop does anything afterwards; tasks go on.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_loops.Values.Select(x => x.Value.Running));
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }

    public static DeploymentRecord NewDeployment(string taskDefinition, DateTimeOffset now)
    {
        var id =
            $"ecs-svc/{RandomNumberGenerator.GetInt32(1_000_000_000):D9}{RandomNumberGenerator.GetInt32(1_000_000_000):D9}{RandomNumberGenerator.GetInt32(10)}";
        return new DeploymentRecord
        {
            Id = id,
            TaskDefinition = taskDefinition,
            CreatedAt = now,
            UpdatedAt = now,
            RolloutStateReason = $"ECS deployment {id} in progress."
        };
    }

    /// <summary>Makes a deployment the PRIMARY one of a new revision of the service.</summary>
    public static void Begin(ServiceRecord service, DeploymentRecord deployment, IEnumerable<TaskRecord> tasks)
    {
        MakePrimary(service, deployment, tasks);
        ServiceHistory.Begin(service, deployment);
    }

    /// <summary>Makes a deployment the PRIMARY one. The others keep what they have and get nothing more.</summary>
    public static void MakePrimary(ServiceRecord service, DeploymentRecord deployment, IEnumerable<TaskRecord> tasks)
    {
        if (service.Deployments.FirstOrDefault() is { } replaced)
        {
            replaced.TasksWhenReplaced = tasks.Count(x => x.Deployment == replaced.Id && x is { LastStatus: "RUNNING", DesiredStatus: "RUNNING" });
        }

        service.Deployments.Insert(0, deployment);
        service.TaskDefinition = deployment.TaskDefinition;
    }

    /// <summary>One look at a service and what follows from it.</summary>
    /// <returns>When to look again although nothing has happened; null for never.</returns>
    private DateTimeOffset? Step(string cluster, string name)
    {
        var now = _clock.GetUtcNow();
        List<(string Task, string Reason)> unhealthy = [];
        List<string> starts = [];
        IReadOnlyList<string> stops = [];
        DateTimeOffset? wake = null;
        var known = _store.Change(x =>
        {
            if (x.Services.LastOrDefault(s => s.Cluster == cluster && s.Name == name) is not { } service)
            {
                return false;
            }

            var tasks = x.Tasks.Where(t => t.Cluster == cluster && t.Service == name).ToArray();
            if (service.Status != "ACTIVE")
            {
                stops = [.. tasks.Where(t => t.LastStatus != "STOPPED").Select(t => t.Id)];
                if (stops.Count == 0 && service.Status == "DRAINING")
                {
                    service.Status = "INACTIVE";
                    service.Deployments.Clear();
                    ServiceHistory.Deleted(service, now);
                }

                return true;
            }

            var views = new List<RolloutTask>();
            foreach (var task in tasks.Where(t => t.DesiredStatus == "RUNNING" && t.LastStatus != "STOPPED"))
            {
                var health = _judge.Health(service, task, _targetGroups, now, ref wake);
                if (health.Reason is not null)
                {
                    EcsStore.AddEvent(service, now, health.TargetGroup is null
                        ? $"(service {name}) (task {task.Id}) failed container health checks."
                        : $"(service {name}) (task {task.Id}) (port {health.Port}) is unhealthy in (target-group {health.TargetGroup}) due to (reason "
                            + $"{health.Reason})");
                    (task.DesiredStatus, task.StopCode, task.StoppedReason) = ("STOPPED", "ServiceSchedulerInitiated", health.TargetGroup is null
                        ? health.Reason
                        : $"{RolloutJudge.FailedTargetHealth} in (target-group {health.TargetGroup})");
                    unhealthy.Add((task.Id, task.StoppedReason));
                    continue;
                }

                views.Add(new RolloutTask(task.Id, task.Deployment!, health.IsHealthy, task.CreatedAt));
            }

            // Before the plan: a failure may hold back the next start, or end the deployment.
            _judge.AccountForEnded(service, tasks, now);
            var plan = RolloutPlan.Decide(new RolloutView(
                service.DesiredCount,
                service.MinimumHealthyPercent,
                service.MaximumPercent,
                [.. service.Deployments.Select(d => new RolloutDeployment(
                    d.Id,
                    d.RolloutState == "FAILED",
                    d.NotBefore,
                    d.TasksWhenReplaced ?? service.DesiredCount))],
                views,
                now));
            wake = Earlier(wake, plan.WakeAt);
            stops = plan.Stops;
            foreach (var deployment in plan.Starts)
            {
                starts.Add(_starter.Add(x, service, service.Deployments.Find(d => d.Id == deployment)!, now));
            }

            if (starts.Count > 0)
            {
                EcsStore.AddEvent(service, now, $"(service {name}) has started {starts.Count} tasks: {string.Join(' ', starts.Select(t => $"(task {t})"))}.");
            }

            if (stops.Count > 0)
            {
                EcsStore.AddEvent(
                    service,
                    now,
                    $"(service {name}) has stopped {stops.Count} running tasks: {string.Join(' ', stops.Select(t => $"(task {t})"))}.");
            }

            // Tasks that are still ending belong to the picture that DescribeServices gives: steady is when they are gone.
            _judge.Conclude(service, plan.Done && unhealthy.Count == 0 && !tasks.Any(t => t.LastStatus != "STOPPED" && t.DesiredStatus == "STOPPED"), now);
            return true;
        });
        if (!known)
        {
            return null;
        }

        foreach (var (task, reason) in unhealthy)
        {
            _runner.Stop(task, "ServiceSchedulerInitiated", reason);
        }

        foreach (var task in stops)
        {
            _runner.Stop(
                task,
                "ServiceSchedulerInitiated",
                $"Scaling activity initiated by (deployment {_store.Read(x => x.Tasks.Find(t => t.Id == task)?.Deployment)})");
        }

        starts.ForEach(_runner.Start);
        return wake;
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other ?? one : one;

    private sealed class ServiceLoop
    {
        private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        private readonly ServiceScheduler _scheduler;
        private readonly HashSet<TargetGroup> _watched = [];

        public ServiceLoop(ServiceScheduler scheduler, string cluster, string service)
        {
            _scheduler = scheduler;
            Running = Task.Run(() => RunAsync(cluster, service, scheduler._stop.Token));
        }

        public Task Running { get; }

        public void Wake() => _signal.Writer.TryWrite(true);

        private async Task RunAsync(string cluster, string service, CancellationToken cancellationToken)
        {
            try
            {
                while (true)
                {
                    Watch(cluster, service);
                    DateTimeOffset? next;
                    try
                    {
                        next = _scheduler.Step(cluster, service);
                    }
                    catch (Exception exception) when (exception is not OperationCanceledException)
                    {
                        _scheduler._log.LogError(exception, "The service {Service} could not be looked after; it is tried again", service);
                        next = _scheduler._clock.GetUtcNow().AddSeconds(1);
                    }

                    _scheduler.Stepped?.Invoke();
                    await WaitAsync(next, cancellationToken);
                }
            }
            catch (OperationCanceledException)
            {
            }
            finally
            {
                foreach (var group in _watched)
                {
                    group.Changed -= Wake;
                }
            }
        }

        private async Task WaitAsync(DateTimeOffset? next, CancellationToken cancellationToken)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var signal = _signal.Reader.WaitToReadAsync(limit.Token).AsTask();
            if (next is null)
            {
                await signal;
            }
            else
            {
                var delay = next.Value - _scheduler._clock.GetUtcNow();
                await Task.WhenAny(signal, Task.Delay(delay > TimeSpan.Zero ? delay : TimeSpan.FromMilliseconds(1), _scheduler._clock, limit.Token));
                cancellationToken.ThrowIfCancellationRequested();
            }

            _signal.Reader.TryRead(out _);
            await limit.CancelAsync();
        }

        private void Watch(string cluster, string service)
        {
            var arns = _scheduler._store.Read(x => x.Services.LastOrDefault(s => s.Cluster == cluster
                && s.Name == service)?.LoadBalancers.Select(b => b.TargetGroupArn).ToArray()) ?? [];
            foreach (var group in arns.Select(_scheduler._targetGroups.Find).OfType<TargetGroup>().Where(_watched.Add))
            {
                group.Changed += Wake;
            }
        }
    }
}
