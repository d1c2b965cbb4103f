namespace Fairlead.LocalCloud.Logs;

/// <summary>A log group as it stands in the state.</summary>
internal sealed record LogGroup(string Name, string Arn, long CreationTime, int? RetentionInDays);

/// <summary>The state document of the log groups.</summary>
internal sealed class LogGroupsDocument
{
    public SortedDictionary<string, LogGroup> Groups { get; set; } = new(StringComparer.Ordinal);
}
