namespace Amazon.SimpleSystemsManagement.Model;

/// <summary>A command.</summary>
public sealed class Command
{
    public string? CommandId { get; set; }

    public string? DocumentName { get; set; }

    public string? Comment { get; set; }

    public Dictionary<string, List<string>>? Parameters { get; set; }

    public List<Target>? Targets { get; set; }

    public DateTime? RequestedDateTime { get; set; }

    public CommandStatus? Status { get; set; }

    /// <summary>More exact than the status: <c>NoInstancesInTag</c>, <c>DeliveryTimedOut</c>.</summary>
    public string? StatusDetails { get; set; }

    public int? TargetCount { get; set; }

    public int? CompletedCount { get; set; }

    public int? ErrorCount { get; set; }
}
