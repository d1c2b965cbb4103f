using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>A container of a task that lives.</summary>
/// <param name="definition">Of the task definition.</param>
/// <param name="image">Null when it could not be prepared; the container is given up then.</param>
internal sealed class TaskContainer(JsonObject definition, PreparedImage? image)
{
    /// <summary>What ECS reports of a container that never started.</summary>
    public const int NeverStarted = 143;

    /// <summary>What ECS reports of a container that was killed.</summary>
    public const int Killed = 137;

    private volatile string _health = HealthStatus.Unknown;

    public JsonObject Definition { get; } = definition;

    public PreparedImage Image => image ?? throw new InvalidOperationException($"The image of {Name} could not be prepared: {GivenUp}");

    public string Name { get; } = definition.Required("name");

    public bool IsEssential { get; } = definition.Flag("essential") != false;

    public IReadOnlyList<ContainerDependency> DependsOn { get; } = ContainerDependency.Of(definition);

    public TimeSpan StopTimeout { get; } = TimeSpan.FromSeconds(definition.Number("stopTimeout") ?? 30);

    /// <summary>Null when it was not started.</summary>
    public IRunningContainer? Running { get; private set; }

    public ContainerOutput? Output { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    /// <summary>Why it is not started any more; null while it may be.</summary>
    public string? GivenUp { get; set; }

    public bool IsWaiting => Running is null && GivenUp is null;

    public string Health
    {
        get => _health;
        set => _health = value;
    }

    /// <summary>Null when it has not ended, or not begun.</summary>
    public int? ExitCode => Running is not { Exited: { IsCompleted: true } exited } ? null : exited.IsCompletedSuccessfully ? exited.Result : Killed;

    public StartView View => new(Name, Definition.Required("image"))
    {
        DependsOn = DependsOn,
        StartTimeout = Definition.Number("startTimeout") is > 0 and var seconds ? TimeSpan.FromSeconds(seconds) : null,
        StartedAt = StartedAt,
        ExitCode = ExitCode,
        Health = Health,
        IsGivenUp = GivenUp is not null,
    };

    public void Started(IRunningContainer running, ContainerOutput output, DateTimeOffset now) => (Running, Output, StartedAt) = (running, output, now);
}
