using Fairlead.LocalCloud.Ecs.Docker;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>Chooses what runs a container: the Docker Engine where one answers and the image brings
/// all that its program needs, else this machine itself.</summary>
internal sealed class TaskRuntimes(ImageStore images, DockerEngine engine, DockerTaskRuntime docker, HostProcessTaskRuntime host) : ITaskRuntime
{
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(10);

    public Task<PreparedImage> PrepareAsync(string image, CancellationToken cancellationToken) => images.PullAsync(image, cancellationToken);

    public async Task<IRunningContainer> StartAsync(ContainerLaunch launch, CancellationToken cancellationToken)
    {
        if (launch.Command.Count == 0)
        {
            throw new CannotStartContainerException("the image has neither an entry point nor a command, and the task definition gives none");
        }

        var whyNot = ImageProgram.WhyNotOnItsOwn(launch.Image.Root, launch) ?? await engine.WhyNotAsync(cancellationToken);
        return whyNot is null
            ? await docker.StartAsync(launch, cancellationToken)
            : await host.StartAsync(launch with { WhyNotInDocker = whyNot }, cancellationToken);
    }

    /// <summary>What one of the two cannot end does not keep the other from ending its own.</summary>
    public async Task<int> KillLeftoversAsync(IReadOnlyList<ContainerRecord> containers, CancellationToken cancellationToken)
    {
        var problems = new List<Exception>();
        var ended = await EndAsync("Processes", x => Task.FromResult(host.KillLeftovers(containers, x)), problems, cancellationToken)
            + await EndAsync("Containers of the Docker Engine", docker.KillLeftoversAsync, problems, cancellationToken);
        return problems.Count == 0 ? ended : throw new CannotEndTasksException(string.Join(' ', problems.Select(x => x.Message)), problems[0]);
    }

    private static async Task<int> EndAsync(
        string which,
        Func<CancellationToken, Task<int>> end,
        List<Exception> problems,
        CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(EndLimit);
        try
        {
            return await end(limit.Token);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            problems.Add(new CannotEndTasksException(
                $"{which} of an earlier local cloud could not be ended within {EndLimit.TotalSeconds:0} seconds.",
                exception));
        }
        catch (Exception exception) when (exception is DockerEngineException or IOException or UnauthorizedAccessException)
        {
            problems.Add(new CannotEndTasksException($"{which} of an earlier local cloud could not be ended: {exception.Message}", exception));
        }

        return 0;
    }
}
