namespace Fairlead.LocalCloud.Logs;

/// <summary>A log group as it stands in the state.</summary>
/// <param name="Name">Such as <c>/ecs/storefront</c>.</param>
/// <param name="Arn">Without the <c>:*</c> that some answers put behind it.</param>
/// <param name="CreationTime">Milliseconds since 1970-01-01 UTC.</param>
/// <param name="RetentionInDays">How long events are taken and kept; null for ever.</param>
internal sealed record LogGroup(string Name, string Arn, long CreationTime, int? RetentionInDays)
{
    /// <summary>Settable, so that a group of an earlier version, whose document does not have them, begins with none.</summary>
    public SortedDictionary<string, string> Tags { get; set; } = new(StringComparer.Ordinal);
}

/// <summary>The state document of the log groups.</summary>
internal sealed class LogGroupsDocument
{
    public SortedDictionary<string, LogGroup> Groups { get; set; } = new(StringComparer.Ordinal);
}
