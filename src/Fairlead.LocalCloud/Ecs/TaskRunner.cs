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
        var containers = new List<StartedContainer>();
        var targets = new List<TargetGroup>();
        string? code = null, reason = null;
        try
        {
            await StartContainersAsync(task, definition, overrides, containers, running);
            Update(taskId, x => (x.LastStatus, x.StartedAt) = ("RUNNING", store.Now));
            RegisterTargets(task, containers, targets);
            var essential = containers.Where(x => x.Definition.Flag("essential") != false).Select(x => (Task)x.Container.Exited).ToArray();
            await Task.WhenAny([running.Stop.Task, .. essential]);
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

    private async Task StartContainersAsync(TaskRecord task, JsonObject definition, JsonObject overrides, List<StartedContainer> started, RunningTask running)
    {
        Update(task.Id, x => (x.LastStatus, x.PullStartedAt) = ("PENDING", store.Now));
        var values = secrets.Resolve(definition);
        var prepared = new List<(JsonObject Definition, PreparedImage Image)>();
        foreach (var container in definition.Structures("containerDefinitions"))
        {
            var image = await runtime.PrepareAsync(container.Required("image"), running.Pull.Token);
            prepared.Add((container, image));
            Update(task.Id, x => x.Containers.Find(c => c.Name == container.Required("name"))!.ImageDigest = image.Digest);
        }

        Update(task.Id, x => x.PullStoppedAt = store.Now);
        foreach (var (container, image) in prepared)
        {
            var output = new ContainerOutput(logGroups, container, task.Id);
            try
            {
                var launched = await runtime.StartAsync(
                    LaunchPlan.Of(task.Id, store.StateFolder, definition, container, overrides, image, values[container.Required("name")], output.Add),
                    running.Pull.Token);
                started.Add(new StartedContainer(container, launched, output));
            }
            catch
            {
                await output.DisposeAsync();
                throw;
            }

            var one = started[^1];
            Update(task.Id, x =>
            {
                var record = x.Containers.Find(c => c.Name == one.Name)!;
                (record.RuntimeId, record.LastStatus, record.ProcessId) = (one.Container.RuntimeId, "RUNNING", one.Container.ProcessId);
                record.ProcessIdentity = one.Container.ProcessId is { } id ? ProcessIdentity.Of(id) : null;
                record.Ports = one.Container.Ports.ToDictionary();
                x.Runtime ??= one.Container.Runtime;
            });
            SayRuntime(task, one);
        }
    }

    private void RegisterTargets(TaskRecord task, List<StartedContainer> containers, List<TargetGroup> targets)
    {
        var balancers = store.Read(x => x.Services.LastOrDefault(s => s.Cluster == task.Cluster && s.Name == task.Service)?.LoadBalancers.ToArray()) ?? [];
        foreach (var balancer in balancers)
        {
            if (targetGroups.Find(balancer.TargetGroupArn) is { } group
                && containers.Find(x => x.Name == balancer.ContainerName)?.Container.Ports.GetValueOrDefault(balancer.ContainerPort) is > 0 and var port)
            {
                // Said first: the target may be healthy, and the service steady, in the next moment.
                AddEvent(task, $"(service {task.Service}) registered 1 targets in (target-group {group.Arn})");
                group.Register(task.Id, port);
                targets.Add(group);
            }
        }
    }

    private async Task EndAsync(TaskRecord task, string code, string reason, List<StartedContainer> containers, List<TargetGroup> targets)
    {
        Update(task.Id, x => (x.StopCode, x.StoppedReason, x.StoppingAt, x.DesiredStatus, x.LastStatus) = (code, reason, store.Now, "STOPPED", targets.Count > 0
            ? "DEACTIVATING"
            : "STOPPING"));
        if (targets.Count > 0)
        {
            AddEvent(task, $"(service {task.Service}) deregistered 1 targets in (target-group {targets[0].Arn})");
            if (!_shutdown)
            {
                AddEvent(task, $"(service {task.Service}) has begun draining connections on 1 tasks.");
            }

            // With the container gone there is nobody to finish the requests.
            var drained = Task.WhenAll(targets.Select(x => x.DeregisterAsync(task.Id)));
            await Task.WhenAny([drained, .. containers.Select(x => (Task)x.Container.Exited), .. _shutdown ? [Task.CompletedTask] : Array.Empty<Task>()]);
            Update(task.Id, x => x.LastStatus = "STOPPING");
        }

        await Task.WhenAll(containers.Select(StopAsync));
        Update(task.Id, x =>
        {
            foreach (var one in containers)
            {
                var record = x.Containers.Find(c => c.Name == one.Name)!;
                record.ExitCode = one.Container.Exited.IsCompletedSuccessfully ? one.Container.Exited.Result : 137;
            }

            foreach (var record in x.Containers)
            {
                (record.LastStatus, record.ProcessId, record.ProcessIdentity) = ("STOPPED", null, null);
                record.Reason ??= code == "TaskFailedToStart" ? reason : null;
            }

            (x.LastStatus, x.ExecutionStoppedAt, x.StoppedAt) = ("STOPPED", store.Now, store.Now);
        });
    }

    private async Task StopAsync(StartedContainer one)
    {
        var wanted = TimeSpan.FromSeconds(one.Definition.Number("stopTimeout") ?? 30);
        try
        {
            await one.Container.StopAsync(_shutdown && wanted > timing.ShutdownLimit ? timing.ShutdownLimit : wanted);
            await one.Output.DisposeAsync();
            await one.Container.DisposeAsync();
        }
        catch (Exception exception)
        {
            log.LogError(exception, "Container {Container} did not end cleanly", one.Name);
        }
    }

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
    private void SayRuntime(TaskRecord task, StartedContainer one)
    {
        var isFirst = store.Read(x => !x.Tasks.Exists(t => t.Deployment == task.Deployment && t.Id != task.Id && t.Runtime == one.Container.Runtime));
        if (isFirst)
        {
            AddEvent(task, one.Container.RuntimeReason is { } reason
                ? $"(service {task.Service}) (task {task.Id}) runs as a process of this machine and not in Docker: {reason}."
                : $"(service {task.Service}) (task {task.Id}) runs in Docker.");
        }
    }

    private sealed record StartedContainer(JsonObject Definition, IRunningContainer Container, ContainerOutput Output)
    {
        public string Name { get; } = Definition.Required("name");
    }

    private sealed class RunningTask
    {
        public Task Life { get; set; } = Task.CompletedTask;

        public TaskCompletionSource<(string Code, string Reason)> Stop { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public CancellationTokenSource Pull { get; } = new();
    }
}
