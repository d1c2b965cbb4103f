using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>
/// Brings the services back when the local cloud starts and ends their tasks when it stops. Tasks of an earlier local cloud that was
/// killed are killed first: they were nobody's.
/// </summary>
internal sealed class EcsHost(
    StateDirectory state,
    EcsStore store,
    ServiceScheduler scheduler,
    TaskRunner runner,
    ITaskRuntime runtime,
    IHostApplicationLifetime lifetime,
    ILogger<EcsHost> log) : IHostedService
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(10);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await KillAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.LogError(exception, "Tasks of an earlier local cloud could not be ended");
        }

        var services = Restarted();

        // Tasks pull from the registry, which does not answer before the application has started.
        lifetime.ApplicationStarted.Register(() =>
        {
            foreach (var (cluster, name) in services)
            {
                scheduler.Wake(cluster, name);
            }
        });
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await scheduler.StopAsync();
        await runner.StopAllAsync();
    }

    /// <summary>Ends what a killed local cloud left running, without starting anything.</summary>
    /// <returns>How many processes and containers that were.</returns>
    /// <exception cref="CannotEndTasksException">Not all were ended; the state stays as it was, so that the rest can be ended later.</exception>
    public async Task<int> EndLeftoversAsync(CancellationToken cancellationToken)
    {
        var ended = await KillAsync(cancellationToken);
        Restarted();
        return ended;
    }

    /// <summary>Kills the tasks and writes nothing any more: the state directory is not where it was. What cannot be ended stays.</summary>
    public async Task AbandonAsync(CancellationToken cancellationToken)
    {
        try
        {
            await scheduler.StopAsync().WaitAsync(StopLimit, cancellationToken);
        }
        catch (TimeoutException)
        {
            // A start that hangs keeps nothing else alive.
        }

        try
        {
            await KillAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // There is no log any more that could tell it, and nobody who started this process.
        }
    }

    private Task<int> KillAsync(CancellationToken cancellationToken) => runtime.KillLeftoversAsync(
        store.Read(x => x.Tasks.Where(t => t.LastStatus != "STOPPED").SelectMany(t => t.Containers).ToArray()),
        cancellationToken);

    /// <summary>Notes that no task runs any more, and that the state is this folder's with that.</summary>
    /// <returns>The services that want tasks.</returns>
    private (string Cluster, string Name)[] Restarted()
    {
        var services = store.Change(x =>
        {
            foreach (var task in x.Tasks.Where(t => t.LastStatus != "STOPPED"))
            {
                (task.LastStatus, task.DesiredStatus, task.StoppedAt, task.Accounted) = ("STOPPED", "STOPPED", store.Now, true);
                (task.StopCode, task.StoppedReason) = ("ServiceSchedulerInitiated", "The local cloud was restarted.");
                foreach (var container in task.Containers)
                {
                    (container.LastStatus, container.ProcessId, container.ProcessIdentity) = ("STOPPED", null, null);
                }
            }

            return x.Services.Where(s => s.Status != "INACTIVE").Select(s => (s.Cluster, s.Name)).ToArray();
        });
        state.Adopt();
        return services;
    }
}
