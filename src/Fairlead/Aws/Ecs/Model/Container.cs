namespace Amazon.ECS.Model;

/// <summary>A container of a task.</summary>
public sealed class Container
{
    public string? Name { get; set; }

    public string? Image { get; set; }

    public string? ImageDigest { get; set; }

    public string? LastStatus { get; set; }

    public int? ExitCode { get; set; }

    public string? Reason { get; set; }
}
