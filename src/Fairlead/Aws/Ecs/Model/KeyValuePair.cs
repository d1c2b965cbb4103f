namespace Amazon.ECS.Model;

/// <summary>A variable of a container.</summary>
public sealed class KeyValuePair
{
    public string? Name { get; set; }

    public string? Value { get; set; }
}
