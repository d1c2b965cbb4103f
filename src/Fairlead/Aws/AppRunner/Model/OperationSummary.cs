namespace Amazon.AppRunner.Model;

/// <summary>One operation on a service.</summary>
public sealed class OperationSummary
{
    public string? Id { get; set; }

    /// <summary>For example <c>UPDATE_SERVICE</c>.</summary>
    public string? Type { get; set; }

    public OperationStatus? Status { get; set; }

    public string? TargetArn { get; set; }

    public DateTime? StartedAt { get; set; }

    public DateTime? EndedAt { get; set; }

    public DateTime? UpdatedAt { get; set; }
}
