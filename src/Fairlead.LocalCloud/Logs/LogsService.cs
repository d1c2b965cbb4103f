using System.Globalization;
using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Logs;

/// <summary>The CloudWatch Logs API (https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/), times in milliseconds.</summary>
internal sealed class LogsService(LogGroups groups, TimeProvider clock) : IAwsService
{
    public string SigningName => "logs";

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            var request = await AwsJson.ReadObjectAsync(context);
            await AwsJson.WriteAsync(context, Answer(AwsJson.Operation(context.Request), request));
        }
        catch (AwsServiceException exception)
        {
            await AwsJson.WriteErrorAsync(context, exception);
        }
    }

    private JsonObject Answer(string operation, JsonObject request)
    {
        switch (operation)
        {
            case "CreateLogGroup":
                groups.Create(request.Required("logGroupName"));
                return [];
            case "DeleteLogGroup":
                groups.Delete(request.Required("logGroupName"));
                return [];
            case "PutRetentionPolicy":
                groups.SetRetention(request.Required("logGroupName"), request.Number("retentionInDays"));
                return [];
            case "DescribeLogGroups":
                return DescribeLogGroups(request);
            case "CreateLogStream":
                groups.CreateStream(request.Required("logGroupName"), request.Required("logStreamName"));
                return [];
            case "DeleteLogStream":
                groups.Delete(request.Required("logGroupName"), request.Required("logStreamName"));
                return [];
            case "DescribeLogStreams":
                return DescribeLogStreams(request);
            case "PutLogEvents":
                return PutLogEvents(request);
            case "GetLogEvents":
                return GetLogEvents(request);
            case "FilterLogEvents":
                return FilterLogEvents(request);
            default:
                throw new AwsServiceException("UnknownOperationException", $"The local cloud's logs have no operation '{operation}'.");
        }
    }

    private JsonObject DescribeLogGroups(JsonObject request)
    {
        var found = groups
            .List(request.Text("logGroupNamePrefix") ?? "")
            .Where(x => x.Name.Contains(request.Text("logGroupNamePattern") ?? "", StringComparison.OrdinalIgnoreCase));
        var (page, next) = Page(found, x => x.Name, request, 50);
        return WithToken(next, "logGroups", page.Select(x => (JsonNode)new JsonObject
        {
            ["logGroupName"] = x.Name,
            ["creationTime"] = x.CreationTime,
            ["retentionInDays"] = x.RetentionInDays,
            ["metricFilterCount"] = 0,
            ["arn"] = x.Arn + ":*",
            ["logGroupArn"] = x.Arn,
            ["logGroupClass"] = "STANDARD",
            ["storedBytes"] = groups.Streams(x.Name).Sum(s => s.Describe().Bytes),
        }));
    }

    private JsonObject DescribeLogStreams(JsonObject request)
    {
        var group = GroupName(request);
        var arn = (groups.Find(group) ?? throw new AwsServiceException("ResourceNotFoundException", "The specified log group does not exist.")).Arn;
        var found = groups.Streams(group).Where(x => x.Name.StartsWith(request.Text("logStreamNamePrefix") ?? "", StringComparison.Ordinal));
        if (request.Text("orderBy") == "LastEventTime")
        {
            found = found.OrderBy(x => x.Describe().Last ?? x.CreationTime);
        }

        if (request.Flag("descending") == true)
        {
            found = found.Reverse();
        }

        var (page, next) = Page(found, x => x.Name, request, 50);
        return WithToken(next, "logStreams", page.Select(x =>
        {
            var (first, last, ingested, bytes) = x.Describe();
            return (JsonNode)new JsonObject
            {
                ["logStreamName"] = x.Name,
                ["creationTime"] = x.CreationTime,
                ["firstEventTimestamp"] = first,
                ["lastEventTimestamp"] = last,
                ["lastIngestionTime"] = ingested,
                ["uploadSequenceToken"] = "0",
                ["arn"] = $"{arn}:log-stream:{x.Name}",
                ["storedBytes"] = bytes,
            };
        }));
    }

    private JsonObject PutLogEvents(JsonObject request)
    {
        var stream = groups.Stream(request.Required("logGroupName"), request.Required("logStreamName"));
        var events = request.Structures("logEvents")
            .Select(x => (x.LongNumber("timestamp")
                ?? throw new AwsServiceException("InvalidParameterException", "Missing required parameter: timestamp."), x.Required("message")))
            .ToArray();
        if (events.Length is 0 or > 10_000)
        {
            throw new AwsServiceException("InvalidParameterException", "1 to 10000 log events go in one call.");
        }

        if (events.Zip(events.Skip(1)).Any(x => x.First.Item1 > x.Second.Item1))
        {
            throw new AwsServiceException("InvalidParameterException", "Log events in a single PutLogEvents request must be in chronological order.");
        }

        stream.Append(events, clock.GetUtcNow().ToUnixTimeMilliseconds());
        return new JsonObject { ["nextSequenceToken"] = "0" };
    }

    private JsonObject GetLogEvents(JsonObject request)
    {
        var all = groups.Stream(GroupName(request), request.Required("logStreamName")).Snapshot();
        var matching = all.Where(InTime(request)).ToArray();
        var limit = Math.Clamp(request.Number("limit") ?? 10_000, 1, 10_000);
        LogEvent[] page;
        var token = request.Text("nextToken");
        if (token is null)
        {
            page = request.Flag("startFromHead") == true ? [.. matching.Take(limit)] : [.. matching.TakeLast(limit)];
        }
        else if (token.StartsWith("f/", StringComparison.Ordinal)
            && long.TryParse(token.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var from))
        {
            page = [.. matching.Where(x => x.Sequence >= from).Take(limit)];
        }
        else if (token.StartsWith("b/", StringComparison.Ordinal)
            && long.TryParse(token.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var before))
        {
            page = [.. matching.Where(x => x.Sequence < before).TakeLast(limit)];
        }
        else
        {
            throw new AwsServiceException("InvalidParameterException", "The specified nextToken is invalid.");
        }

        // At either end the token is the one that was sent: that is how a client knows that it has read everything.
        var end = all.Count == 0 ? 0 : all[^1].Sequence + 1;
        var position = token is null ? end : long.Parse(token.AsSpan(2), CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["events"] = new JsonArray([.. page.Select(x => (JsonNode)new JsonObject
            {
                ["timestamp"] = x.Timestamp,
                ["message"] = x.Message,
                ["ingestionTime"] = x.IngestionTime
            })]),
            ["nextForwardToken"] = $"f/{(page.Length > 0 ? page[^1].Sequence + 1 : position)}",
            ["nextBackwardToken"] = $"b/{(page.Length > 0 ? page[0].Sequence : position)}",
        };
    }

    private JsonObject FilterLogEvents(JsonObject request)
    {
        var pattern = FilterPattern.Parse(request.Text("filterPattern"));
        var names = request.Texts("logStreamNames");
        var prefix = request.Text("logStreamNamePrefix") ?? "";
        var streams = groups.Streams(GroupName(request))
            .Where(x => names.Count > 0 ? names.Contains(x.Name) : x.Name.StartsWith(prefix, StringComparison.Ordinal))
            .ToArray();
        var found = streams
            .SelectMany(x => x.Snapshot().Where(InTime(request)).Where(e => pattern.Matches(e.Message)).Select(e => (Stream: x.Name, Event: e)))
            .OrderBy(x => x.Event.Timestamp).ThenBy(x => x.Event.IngestionTime).ThenBy(x => x.Stream, StringComparer.Ordinal).ThenBy(x => x.Event.Sequence);
        var (page, next) = Page(found, x => $"{x.Event.Timestamp:D15}{x.Event.Sequence:D15}{x.Stream}", request, 10_000);
        var answer = WithToken(next, "events", page.Select(x => (JsonNode)new JsonObject
        {
            ["logStreamName"] = x.Stream,
            ["timestamp"] = x.Event.Timestamp,
            ["message"] = x.Event.Message,
            ["ingestionTime"] = x.Event.IngestionTime,
            ["eventId"] = $"{x.Event.Timestamp:D15}{x.Event.Sequence:D15}{(uint)x.Stream.GetHashCode(StringComparison.Ordinal):D10}",
        }));
        answer["searchedLogStreams"] = new JsonArray();
        return answer;
    }

    private static Func<LogEvent, bool> InTime(JsonObject request)
    {
        var (start, end) = (request.LongNumber("startTime") ?? long.MinValue, request.LongNumber("endTime") ?? long.MaxValue);
        return x => x.Timestamp >= start && x.Timestamp < end;
    }

    private static string GroupName(JsonObject request)
    {
        if (request.Text("logGroupName") is { } name)
        {
            return name;
        }

        var identifier = request.Required("logGroupIdentifier");
        var at = identifier.IndexOf(":log-group:", StringComparison.Ordinal);
        return at < 0 ? identifier : identifier[(at + ":log-group:".Length)..].TrimEnd('*').TrimEnd(':');
    }

    /// <summary>A page of <paramref name="all"/>; the token is the key of the last item shown.</summary>
    private static (T[] Items, string? Next) Page<T>(IEnumerable<T> all, Func<T, string> key, JsonObject request, int maximum)
    {
        var limit = Math.Clamp(request.Number("limit") ?? maximum, 1, maximum);
        var token = request.Text("nextToken");
        var rest = token is null ? all : all.SkipWhile(x => key(x) != token).Skip(1);
        var items = rest.Take(limit + 1).ToArray();
        return items.Length > limit ? (items[..limit], key(items[limit - 1])) : (items, null);
    }

    private static JsonObject WithToken(string? next, string member, IEnumerable<JsonNode> items)
    {
        var answer = new JsonObject { [member] = new JsonArray([.. items]) };
        if (next is not null)
        {
            answer["nextToken"] = next;
        }

        return answer;
    }
}
