namespace Fairlead.LocalCloud.Ecs;

/// <summary>One container to start: image, task definition and overrides put together.</summary>
internal sealed record ContainerLaunch
{
    public required string TaskId { get; init; }

    public required string Name { get; init; }

    public required PreparedImage Image { get; init; }

    /// <summary>Entry point and command, the executable first.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>Absolute path in the image.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>The image's, the task definition's, the overrides' and the secrets, later ones winning. Not for logs, errors or command lines.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary><c>taskRoleArn</c>; null for a task without credentials.</summary>
    public string? TaskRole { get; init; }

    public IReadOnlyList<int> ContainerPorts { get; init; } = [];

    /// <summary>Directories of this machine in the container.</summary>
    public IReadOnlyList<ContainerMount> Mounts { get; init; } = [];

    /// <summary>User and group as Docker takes them; null for the image's own. A host process runs as the user of the local cloud.</summary>
    public string? User { get; init; }

    /// <summary>Docker's small init as the first process, which hands signals on. Without it a program that has no handler for
    /// SIGTERM ignores it and is killed after the stop timeout, as on Fargate.</summary>
    public bool Init { get; init; }

    /// <summary>Why the Docker Engine does not run it; null when it does.</summary>
    public string? WhyNotInDocker { get; init; }

    /// <summary>What tells whether it is healthy; null for nothing.</summary>
    public ContainerHealthCheck? HealthCheck { get; init; }

    /// <summary>Takes the health when it changes: one of <see cref="HealthStatus"/>; null when the check cannot be carried out here, and the container counts as
    /// one without. Called from any thread; what cannot be noted is told again after an exception.</summary>
    public Action<string?> Health { get; init; } = _ => { };

    /// <summary>The ports of the containers of the task that were started, which share its <c>localhost</c>: container port → port on 127.0.0.1.</summary>
    public Func<IReadOnlyDictionary<int, int>> TaskPorts { get; init; } = () => new Dictionary<int, int>();

    /// <summary>Takes a line of output. Called from any thread.</summary>
    public required Action<string> Output { get; init; }
}

/// <param name="Source">Absolute path on this machine; made when absent.</param>
/// <param name="Target">Absolute path in the container.</param>
/// <param name="ReadOnly">Kept by Docker; a host process can write all the same.</param>
internal sealed record ContainerMount(string Source, string Target, bool ReadOnly);
