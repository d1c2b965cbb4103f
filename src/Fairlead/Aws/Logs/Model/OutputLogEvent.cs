namespace Amazon.CloudWatchLogs.Model;

/// <summary>A line.</summary>
public sealed class OutputLogEvent
{
    public DateTime? Timestamp { get; set; }

    public string? Message { get; set; }

    public DateTime? IngestionTime { get; set; }
}
