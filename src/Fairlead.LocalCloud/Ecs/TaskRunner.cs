using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Fairlead.LocalCloud.LoadBalancing;
using Fairlead.LocalCloud.Logs;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>
/// Takes tasks through their lives: PROVISIONING, PENDING, RUNNING, DEACTIVATING, STOPPING, STOPPED
/// (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-lifecycle-explanation.html).
/// </summary>
internal sealed class TaskRunner(
    EcsStore store,
    ITaskRuntime runtime,
    TargetGroups targetGroups,
    LogGroups logGroups,
    ContainerSecrets secrets,
    EcsTiming timing,
    TimeProvider clock,
    ILogger<TaskRunner> log)
{
    private readonly ConcurrentDictionary<string, RunningTask> _running = new(StringComparer.Ordinal);
    private volatile bool _shutdown;

    /// <summary>Raised with the task's cluster and service (null when it belongs to none) whenever its state has changed.</summary>
    public event Action<string, string?>? Changed;

    /// <summary>Starts a task that is in the store. Ends at once; the task lives on until it stops.</summary>
    public void Start(string taskId)
    {
        var running = new RunningTask();
        _running[taskId] = running;
        if (store.Read(x => x.Tasks.Find(t => t.Id == taskId)) is { DesiredStatus: "STOPPED" } stopped)
        {
            // It was asked to stop between the change that made it and this.
            running.Stop.TrySetResult((stopped.StopCode!, stopped.StoppedReason!));
            running.Pull.Cancel();
        }

        running.Life = Task.Run(() => LiveAsync(taskId, running));
    }

    /// <summary>Asks a task to stop; the first reason given stays. Does nothing when it has ended.</summary>
    public void Stop(string taskId, string stopCode, string reason)
    {
        if (!_running.ContainsKey(taskId))
        {
            // Nothing runs yet, or any more. What is noted is seen when it starts; it may be doing so now.
            Want();
        }

        if (_running.TryGetValue(taskId, out var running) && running.Stop.TrySetResult((stopCode, reason)))
        {
            Want();
            running.Pull.Cancel();
        }

        void Want()
        {
            if (store.Read(x => x.Tasks.Exists(t => t.Id == taskId && t.LastStatus != "STOPPED")))
            {
                Update(taskId, x => (x.DesiredStatus, x.StopCode, x.StoppedReason) = ("STOPPED", x.StopCode ?? stopCode, x.StoppedReason ?? reason));
            }
        }
    }

    /// <summary>Stops every task, with the shutdown limit in place of their stop timeouts.</summary>
    public Task StopAllAsync()
    {
        _shutdown = true;
        foreach (var id in _running.Keys)
        {
            Stop(id, "ServiceSchedulerInitiated", "The local cloud was stopped.");
        }

        return Task.WhenAll(_running.Values.Select(x => x.Life));
    }

    private async Task LiveAsync(string taskId, RunningTask running)
    {
        var (task, definition, overrides) = store.Read(x =>
        {
            var found = x.Tasks.Find(t => t.Id == taskId)!;
            return (found, (JsonObject)x.TaskDefinitions
                .Find(t => t.Arn == found.TaskDefinition)!.Definition
                .DeepClone(), (JsonObject)found.Overrides.DeepClone());
        });
        var containers = new TaskContainers([], clock);
        var targets = new List<(TargetGroup Group, TaskContainer Container)>();
        string? code = null, reason = null;
        try
        {
            Update(taskId, x => (x.LastStatus, x.PullStartedAt) = ("PENDING", store.Now));
            var secretValues = secrets.Resolve(definition);
            containers = new TaskContainers(await PrepareAsync(task, definition, running), clock);
            if (await StartContainersAsync(task, definition, overrides, containers, secretValues, running))
            {
                Update(taskId, x => (x.LastStatus, x.StartedAt) = ("RUNNING", store.Now));
                RegisterTargets(task, containers, targets);
            }

            await Task.WhenAny(running.Stop.Task, containers.EssentialEnded);
            if (!running.Stop.Task.IsCompleted)
            {
                (code, reason) = ("EssentialContainerExited", "Essential container in task exited");
            }
        }
        catch (OperationCanceledException) when (running.Stop.Task.IsCompleted)
        {
        }
        catch (Exception exception) when (exception is CannotPullSecretsException or CannotPullContainerException or CannotStartContainerException)
        {
            (code, reason) = ("TaskFailedToStart", exception.Message);
        }
        catch (Exception exception)
        {
            log.LogError(exception, "Task {Task} could not be run", taskId);
            (code, reason) = ("TaskFailedToStart", $"ResourceInitializationError: {exception.Message}");
        }

        if (code is null)
        {
            (code, reason) = await running.Stop.Task;
        }

        await EndAsync(task, code, reason!, containers, targets);
        _running.TryRemove(taskId, out _);
        Changed?.Invoke(task.Cluster, task.Service);
    }

    private async Task<IReadOnlyList<TaskContainer>> PrepareAsync(TaskRecord task, JsonObject definition, RunningTask running)
    {
        var prepared = new List<TaskContainer>();
        foreach (var container in definition.Structures("containerDefinitions"))
        {
            try
            {
                var image = await runtime.PrepareAsync(container.Required("image"), running.Pull.Token);
                prepared.Add(new TaskContainer(container, image));
                Change(task, prepared[^1], x => x.ImageDigest = image.Digest);
            }
            catch (CannotPullContainerException exception) when (container.Flag("essential") == false)
            {
                prepared.Add(new TaskContainer(container, null) { GivenUp = exception.Message });
                GiveUp(task, prepared[^1]);
            }
        }

        Update(task.Id, x => x.PullStoppedAt = store.Now);
        return prepared;
    }

    private Task<bool> StartContainersAsync(
        TaskRecord task,
        JsonObject definition,
        JsonObject overrides,
        TaskContainers containers,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> secretValues,
        RunningTask running) => containers.StartAsync(
        async (one, cancellationToken) =>
        {
            var output = new ContainerOutput(logGroups, one.Definition, task.Id);
            try
            {
                var launch = LaunchPlan.Of(
                    task.Id,
                    store.StateFolder,
                    definition,
                    one.Definition,
                    overrides,
                    one.Image,
                    secretValues[one.Name],
                    output.Add);
                one.Started(await runtime.StartAsync(launch with
                {
                    Health = x => Tell(task, containers, one, x),
                    TaskPorts = () => containers.Ports,
                }, cancellationToken), output, store.Now);
            }
            catch
            {
                await output.DisposeAsync();
                throw;
            }

            var container = one.Running!;
            Update(task.Id, x =>
            {
                var record = x.Containers.Find(c => c.Name == one.Name)!;
                (record.RuntimeId, record.LastStatus, record.ProcessId) = (container.RuntimeId, "RUNNING", container.ProcessId);
                record.ProcessIdentity = container.ProcessId is { } id ? ProcessIdentity.Of(id) : null;
                record.Ports = container.Ports.ToDictionary();
                x.Runtime ??= container.Runtime;
            });
            SayRuntime(task, container);
        },
        one => GiveUp(task, one),
        one => Ended(task, one),
        running.Pull.Token);

    private void GiveUp(TaskRecord task, TaskContainer one)
        => Change(task, one, x => (x.LastStatus, x.ExitCode, x.Reason) = ("STOPPED", TaskContainer.NeverStarted, one.GivenUp));

    private void Ended(TaskRecord task, TaskContainer one)
    {
        try
        {
            Change(task, one, x => (x.LastStatus, x.ExitCode, x.ProcessId, x.ProcessIdentity) = ("STOPPED", one.ExitCode, null, null));
        }
        catch (Exception exception)
        {
            log.LogError(exception, "The end of container {Container} of task {Task} could not be noted; it is with the end of the task", one.Name, task.Id);
        }
    }

    private void Tell(TaskRecord task, TaskContainers containers, TaskContainer one, string? health)
    {
        one.Health = health ?? HealthStatus.Unknown;
        containers.Signal();
        Change(task, one, x => x.HealthStatus = health);
    }

    private void RegisterTargets(TaskRecord task, TaskContainers containers, List<(TargetGroup Group, TaskContainer Container)> targets)
    {
        var balancers = store.Read(x => x.Services.LastOrDefault(s => s.Cluster == task.Cluster && s.Name == task.Service)?.LoadBalancers.ToArray()) ?? [];
        foreach (var balancer in balancers)
        {
            var container = containers.Started.FirstOrDefault(x => x.Name == balancer.ContainerName);
            if (targetGroups.Find(balancer.TargetGroupArn) is { } group
                && container?.Running!.Ports.GetValueOrDefault(balancer.ContainerPort) is > 0 and var port)
            {
                // Said first: the target may be healthy, and the service steady, in the next moment.
                AddEvent(task, $"(service {task.Service}) registered 1 targets in (target-group {group.Arn})");
                group.Register(task.Id, port);
                targets.Add((group, container));
            }
        }
    }

    private async Task EndAsync(
        TaskRecord task,
        string code,
        string reason,
        TaskContainers containers,
        List<(TargetGroup Group, TaskContainer Container)> targets)
    {
        Update(task.Id, x => (x.StopCode, x.StoppedReason, x.StoppingAt, x.DesiredStatus, x.LastStatus) = (code, reason, store.Now, "STOPPED", targets.Count > 0
            ? "DEACTIVATING"
            : "STOPPING"));
        if (targets.Count > 0)
        {
            AddEvent(task, $"(service {task.Service}) deregistered 1 targets in (target-group {targets[0].Group.Arn})");
            if (!_shutdown)
            {
                AddEvent(task, $"(service {task.Service}) has begun draining connections on 1 tasks.");
            }

            // With its container gone there is nobody to finish a target's requests; what other containers do, or did, is no matter.
            var drained = Task.WhenAll(targets.Select(x => Task.WhenAny(x.Group.DeregisterAsync(task.Id), x.Container.Running!.Exited)));
            await (_shutdown ? Task.CompletedTask : drained);
            Update(task.Id, x => x.LastStatus = "STOPPING");
        }

        var begun = clock.GetTimestamp();
        await containers.StopAsync(x => StopAsync(x, begun));
        Update(task.Id, x =>
        {
            foreach (var one in containers.Started)
            {
                x.Containers.Find(c => c.Name == one.Name)!.ExitCode = one.ExitCode ?? TaskContainer.Killed;
            }

            foreach (var record in x.Containers)
            {
                (record.LastStatus, record.ProcessId, record.ProcessIdentity) = ("STOPPED", null, null);
                record.Reason ??= code == "TaskFailedToStart" ? reason : null;
            }

            (x.LastStatus, x.ExecutionStoppedAt, x.StoppedAt) = ("STOPPED", store.Now, store.Now);
        });
    }

    /// <param name="one">What is stopped.</param>
    /// <param name="begun">When the task began to stop: the shutdown limit is that of all its containers together.</param>
    private async Task StopAsync(TaskContainer one, long begun)
    {
        var left = timing.ShutdownLimit - clock.GetElapsedTime(begun);
        var limit = !_shutdown || one.StopTimeout < left ? one.StopTimeout : left > TimeSpan.Zero ? left : TimeSpan.Zero;
        try
        {
            await one.Running!.StopAsync(limit);
            await one.Output!.DisposeAsync();
            await one.Running.DisposeAsync();
        }
        catch (Exception exception)
        {
            log.LogError(exception, "Container {Container} did not end cleanly", one.Name);
        }
    }

    private void Change(TaskRecord task, TaskContainer one, Action<ContainerRecord> change)
        => Update(task.Id, x => change(x.Containers.Find(c => c.Name == one.Name)!));

    private void Update(string taskId, Action<TaskRecord> change)
    {
        var (cluster, service) = store.Change(x =>
        {
            var task = x.Tasks.Find(t => t.Id == taskId)!;
            change(task);
            return (task.Cluster, task.Service);
        });
        Changed?.Invoke(cluster, service);
    }

    private void AddEvent(TaskRecord task, string message) => store.Change(x =>
    {
        if (x.Services.LastOrDefault(s => s.Cluster == task.Cluster && s.Name == task.Service) is { } service)
        {
            EcsStore.AddEvent(service, store.Now, message);
        }
    });

    /// <summary>An event that ECS does not have, once per deployment: nobody should have to guess what runs their image.</summary>
    private void SayRuntime(TaskRecord task, IRunningContainer one)
    {
        var isFirst = store.Read(x => !x.Tasks.Exists(t => t.Deployment == task.Deployment && t.Id != task.Id && t.Runtime == one.Runtime));
        if (isFirst)
        {
            AddEvent(task, one.RuntimeReason is { } reason
                ? $"(service {task.Service}) (task {task.Id}) runs as a process of this machine and not in Docker: {reason}."
                : $"(service {task.Service}) (task {task.Id}) runs in Docker.");
        }
    }

    private sealed class RunningTask
    {
        public Task Life { get; set; } = Task.CompletedTask;

        public TaskCompletionSource<(string Code, string Reason)> Stop { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public CancellationTokenSource Pull { get; } = new();
    }
}
