namespace Fairlead.LocalCloud.Logs;

/// <summary>One line of a log stream.</summary>
/// <param name="Sequence">Position in the stream, growing by one; never reused.</param>
/// <param name="Timestamp">Milliseconds since 1970-01-01 UTC, as the writer said.</param>
/// <param name="IngestionTime">Milliseconds since 1970-01-01 UTC, when it arrived.</param>
/// <param name="Message">The line, without its end.</param>
internal sealed record LogEvent(long Sequence, long Timestamp, long IngestionTime, string Message);
