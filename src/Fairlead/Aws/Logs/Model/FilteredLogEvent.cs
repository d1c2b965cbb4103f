namespace Amazon.CloudWatchLogs.Model;

/// <summary>A line that was found.</summary>
public sealed class FilteredLogEvent
{
    public string? LogStreamName { get; set; }

    public DateTime? Timestamp { get; set; }

    public string? Message { get; set; }

    public DateTime? IngestionTime { get; set; }

    public string? EventId { get; set; }
}
