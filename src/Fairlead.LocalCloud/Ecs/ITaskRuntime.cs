namespace Fairlead.LocalCloud.Ecs;

/// <summary>What runs containers.</summary>
internal interface ITaskRuntime
{
    /// <summary>Fetches the image, so that a start needs nothing more. Idempotent.</summary>
    /// <exception cref="CannotPullContainerException">The image is not there, or not what its digest says, or cannot run here.</exception>
    Task<PreparedImage> PrepareAsync(string image, CancellationToken cancellationToken);

    /// <exception cref="CannotPullContainerException">What runs it cannot get the image.</exception>
    /// <exception cref="CannotStartContainerException">The program could not be started, and why.</exception>
    Task<IRunningContainer> StartAsync(ContainerLaunch launch, CancellationToken cancellationToken);

    /// <summary>Ends what an earlier local cloud of this state directory that was killed has left running, and nothing else.</summary>
    /// <returns>How many processes and containers that were.</returns>
    /// <exception cref="CannotEndTasksException">Not all were ended, or not in time; the message says why.</exception>
    Task<int> KillLeftoversAsync(IReadOnlyList<ContainerRecord> containers, CancellationToken cancellationToken);
}

/// <summary>A container that was started. Disposing removes what it leaves on the disk; stop it first.</summary>
internal interface IRunningContainer : IAsyncDisposable
{
    string RuntimeId { get; }

    /// <summary><c>docker</c> or <c>host-process</c>.</summary>
    string Runtime { get; }

    /// <summary>Why it does not run in Docker; null when it does.</summary>
    string? RuntimeReason { get; }

    /// <summary>The process on this machine; null when it is an engine's.</summary>
    int? ProcessId { get; }

    /// <summary>Container port → port on 127.0.0.1.</summary>
    IReadOnlyDictionary<int, int> Ports { get; }

    /// <summary>The exit code, when it has ended and its output was read.</summary>
    Task<int> Exited { get; }

    /// <summary>SIGTERM, and SIGKILL after the timeout. Ends when the container has.</summary>
    Task StopAsync(TimeSpan timeout);
}
