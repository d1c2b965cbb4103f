namespace Amazon.ECS.Model;

/// <summary>What a container does differently from its definition.</summary>
public sealed class ContainerOverride
{
    public string? Name { get; set; }

    public List<string>? Command { get; set; }

    public List<KeyValuePair>? Environment { get; set; }
}
