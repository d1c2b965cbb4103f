using Fairlead.LocalCloud.Ecs.Docker;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>Chooses what runs a container: the Docker Engine where one answers and the image brings
/// all that its program needs, else this machine itself.</summary>
internal sealed class TaskRuntimes(ImageStore images, DockerEngine engine, DockerTaskRuntime docker, HostProcessTaskRuntime host) : ITaskRuntime
{
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

    public async Task<int> KillLeftoversAsync(IReadOnlyList<ContainerRecord> containers, CancellationToken cancellationToken)
        => host.KillLeftovers(containers, cancellationToken) + await docker.KillLeftoversAsync(cancellationToken);
}
