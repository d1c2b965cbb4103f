namespace Fairlead.LocalCloud.Ecs;

/// <summary>A container of a task that is starting, as the order of the starts sees it.</summary>
internal sealed record StartView(string Name, string Image)
{
    public IReadOnlyList<ContainerDependency> DependsOn { get; init; } = [];

    /// <summary>How long others wait until it is what they wait for, from its start on.</summary>
    public TimeSpan? StartTimeout { get; init; }

    /// <summary>Null when it was not started.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Null when it has not ended.</summary>
    public int? ExitCode { get; init; }

    public string Health { get; init; } = HealthStatus.Unknown;

    /// <summary>It was not started, and never will be.</summary>
    public bool IsGivenUp { get; init; }

    /// <summary>As the agent of ECS shows it: <c>migrate(shop:1) (STOPPED->RUNNING) - Exit: 1</c>.</summary>
    public override string ToString()
    {
        var now = IsGivenUp || ExitCode is not null ? "STOPPED" : StartedAt is not null ? "RUNNING" : "PULLED";
        return $"{Name}({Image}) ({now}->RUNNING){(ExitCode is { } code ? $" - Exit: {code}" : "")}";
    }
}
