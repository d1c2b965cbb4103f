using System.Text;
using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Logs;

/// <summary>
/// The events of a PutLogEvents request, by the rules of https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogEvents.html: what
/// breaks a rule of the batch refuses all of it; an event that is too old or too new is left out, and the answer says which.
/// </summary>
/// <param name="Accepted">What goes into the stream, in the order of time.</param>
/// <param name="Rejected"><c>rejectedLogEventsInfo</c> of the answer; null when everything is accepted.</param>
internal sealed record LogEventBatch(IReadOnlyList<(long Timestamp, string Message)> Accepted, JsonObject? Rejected)
{
    private const int MaximumEvents = 10_000;

    /// <summary>Bytes of the messages in UTF-8, and 26 for each event.</summary>
    private const int MaximumBytes = 1_048_576;
    private const int EventOverhead = 26;

    private static readonly TimeSpan LongestSpan = TimeSpan.FromHours(24);
    private static readonly TimeSpan LongestAhead = TimeSpan.FromHours(2);
    private static readonly TimeSpan LongestBehind = TimeSpan.FromDays(14);

    /// <param name="request">The request.</param>
    /// <param name="retentionInDays">Of the group; null for ever.</param>
    /// <param name="now">Milliseconds since 1970-01-01 UTC.</param>
    /// <exception cref="AwsServiceException">InvalidParameterException.</exception>
    public static LogEventBatch Parse(JsonObject request, int? retentionInDays, long now)
    {
        var events = request.Structures("logEvents")
            .Select(x => (Timestamp: x.LongNumber("timestamp") ?? throw Invalid("Missing required parameter: timestamp."), Message: x.Required("message")))
            .ToArray();
        if (events.Length is 0 or > MaximumEvents)
        {
            throw Invalid($"1 to {MaximumEvents} log events go in one call.");
        }

        if (events.Any(x => x.Timestamp < 0))
        {
            throw Invalid("The timestamp of a log event cannot be negative.");
        }

        if (events.Sum(x => (long)Encoding.UTF8.GetByteCount(x.Message) + EventOverhead) > MaximumBytes)
        {
            throw Invalid($"Upload too large: the log events of one call, with {EventOverhead} bytes for each, have at most {MaximumBytes} bytes.");
        }

        if (events.Zip(events.Skip(1)).Any(x => x.First.Timestamp > x.Second.Timestamp))
        {
            throw Invalid("Log events in a single PutLogEvents request must be in chronological order.");
        }

        if (events[^1].Timestamp - events[0].Timestamp > LongestSpan.TotalMilliseconds)
        {
            throw Invalid("The batch of log events in a single PutLogEvents request cannot span more than 24 hours.");
        }

        // They are in order: what is too old is at the beginning, what is too new at the end.
        var expired = retentionInDays is { } days ? events.Count(x => x.Timestamp < now - TimeSpan.FromDays(days).TotalMilliseconds) : 0;
        var old = events.Count(x => x.Timestamp < now - LongestBehind.TotalMilliseconds);
        var fresh = events.Count(x => x.Timestamp <= now + LongestAhead.TotalMilliseconds);
        var rejected = new JsonObject();
        if (expired > 0)
        {
            rejected["expiredLogEventEndIndex"] = expired;
        }

        if (old > 0)
        {
            rejected["tooOldLogEventEndIndex"] = old;
        }

        if (fresh < events.Length)
        {
            rejected["tooNewLogEventStartIndex"] = fresh;
        }

        var first = Math.Max(expired, old);
        return new LogEventBatch([.. events.Skip(first).Take(fresh - first)], rejected.Count > 0 ? rejected : null);
    }

    private static AwsServiceException Invalid(string message) => new("InvalidParameterException", message);
}
