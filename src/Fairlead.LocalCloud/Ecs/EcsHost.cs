namespace Fairlead.LocalCloud.Ecs;

/// <summary>
/// Brings the services back when the local cloud starts and ends their tasks when it stops. Tasks of an earlier local cloud that was
/// killed are killed first: they were nobody's.
/// </summary>
internal sealed class EcsHost(
    EcsStore store,
    ServiceScheduler scheduler,
    TaskRunner runner,
    ITaskRuntime runtime,
    IHostApplicationLifetime lifetime,
    ILogger<EcsHost> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await runtime.KillLeftoversAsync(
                store.Read(x => x.Tasks.Where(t => t.LastStatus != "STOPPED").SelectMany(t => t.Containers).ToArray()),
                cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.LogError(exception, "Tasks of an earlier local cloud could not be ended");
        }

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
}
