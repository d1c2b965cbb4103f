namespace Amazon.ECS.Model;

/// <summary>Something asked for that the service could not answer.</summary>
public sealed class Failure
{
    public string? Arn { get; set; }

    public string? Reason { get; set; }

    public string? Detail { get; set; }
}
