namespace Amazon.ECS.Model;

/// <summary>What a task does differently from its definition.</summary>
public sealed class TaskOverride
{
    public List<ContainerOverride>? ContainerOverrides { get; set; }
}
