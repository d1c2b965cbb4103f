using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Logs;

/// <summary>The CloudWatch Logs API (https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/), times in milliseconds.</summary>
internal sealed class LogsService(LogGroups groups, LogTags tags, TimeProvider clock) : IAwsService
{
    /// <summary>https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html.</summary>
    private static readonly int[] Retentions =
        [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

    public string SigningName => "logs";

    public Task HandleAsync(HttpContext context) => AwsJson.HandleAsync(context, Answer);

    private JsonObject Answer(string operation, JsonObject request) => operation switch
    {
        "CreateLogGroup" => Done(() => groups.Create(request.Required("logGroupName"), LogTags.Parse(request))),
        "DeleteLogGroup" => Done(() => groups.Delete(request.Required("logGroupName"))),
        "PutRetentionPolicy" => PutRetentionPolicy(request),
        "DeleteRetentionPolicy" => Done(() => groups.Change(request.Required("logGroupName"), x => x with { RetentionInDays = null })),
        "DescribeLogGroups" => DescribeLogGroups(request),
        "CreateLogStream" => Done(() => groups.CreateStream(request.Required("logGroupName"), request.Required("logStreamName"))),
        "DeleteLogStream" => Done(() => groups.Delete(request.Required("logGroupName"), request.Required("logStreamName"))),
        "DescribeLogStreams" => DescribeLogStreams(request),
        "PutLogEvents" => PutLogEvents(request),
        "GetLogEvents" => GetLogEvents(request),
        "FilterLogEvents" => FilterLogEvents(request),
        "ListTagsForResource" or "ListTagsLogGroup" => tags.List(request),
        "TagResource" or "TagLogGroup" => tags.Tag(request),
        "UntagResource" or "UntagLogGroup" => tags.Untag(request),
        _ => throw new AwsServiceException("UnknownOperationException", $"The local cloud's logs have no operation '{operation}'."),
    };

    private static JsonObject Done(Action change)
    {
        change();
        return [];
    }

    private JsonObject PutRetentionPolicy(JsonObject request)
    {
        var days = request.Number("retentionInDays");
        return days is { } wanted && Retentions.Contains(wanted)
            ? Done(() => groups.Change(request.Required("logGroupName"), x => x with { RetentionInDays = days }))
            : throw new AwsServiceException(
                "InvalidParameterException",
                $"Invalid retentionInDays {days}: it must be one of {string.Join(", ", Retentions)}.");
    }

    private JsonObject DescribeLogGroups(JsonObject request)
    {
        var found = groups
            .List(request.Text("logGroupNamePrefix") ?? "")
            .Where(x => x.Name.Contains(request.Text("logGroupNamePattern") ?? "", StringComparison.OrdinalIgnoreCase));
        return Pager.Of(request, "DescribeLogGroups", maximum: 50, limitMember: "limit").Cut(found, x => x.Name).ToJson("logGroups", x =>
        {
            var group = new JsonObject
            {
                ["logGroupName"] = x.Name,
                ["creationTime"] = x.CreationTime,
                ["metricFilterCount"] = 0,
                ["arn"] = x.Arn + ":*",
                ["logGroupArn"] = x.Arn,
                ["logGroupClass"] = "STANDARD",
                ["storedBytes"] = StoredBytes(x.Name),
            };
            if (x.RetentionInDays is { } days)
            {
                group["retentionInDays"] = days;
            }

            return group;
        });
    }

    /// <summary>Zero of a group that was deleted a moment ago.</summary>
    private long StoredBytes(string group)
    {
        try
        {
            return groups.Streams(group).Sum(x => x.Describe().Bytes);
        }
        catch (AwsServiceException)
        {
            return 0;
        }
    }

    /// <summary>Ordered by name, or by the time of the last event; a stream that has none stands by the time when it was made.</summary>
    private JsonObject DescribeLogStreams(JsonObject request)
    {
        var (group, prefix, order) = (GroupName(request), request.Text("logStreamNamePrefix"), request.Text("orderBy") ?? "LogStreamName");
        if (order is not ("LogStreamName" or "LastEventTime"))
        {
            throw new AwsServiceException("InvalidParameterException", $"Invalid orderBy '{order}': it must be LogStreamName or LastEventTime.");
        }

        if (order == "LastEventTime" && prefix is not null)
        {
            throw new AwsServiceException("InvalidParameterException", "Cannot order by LastEventTime with a logStreamNamePrefix.");
        }

        var arn = (groups.Find(group) ?? throw LogGroups.NoGroup()).Arn;
        var found = groups.Streams(group)
            .Where(x => x.Name.StartsWith(prefix ?? "", StringComparison.Ordinal))
            .Select(x => (Stream: x, Facts: x.Describe()));
        var descending = request.Flag("descending") == true;
        return Pager.Of(request, $"DescribeLogStreams {group} {order} {descending}", maximum: 50, limitMember: "limit")
            .Cut(found, x => order == "LastEventTime" ? $"{x.Facts.Last ?? x.Stream.CreationTime:D20} {x.Stream.Name}" : x.Stream.Name, descending)
            .ToJson("logStreams", x =>
            {
                var stream = new JsonObject
                {
                    ["logStreamName"] = x.Stream.Name,
                    ["creationTime"] = x.Stream.CreationTime,
                    ["uploadSequenceToken"] = "0",
                    ["arn"] = $"{arn}:log-stream:{x.Stream.Name}",
                    ["storedBytes"] = x.Facts.Bytes,
                };
                foreach (var (name, time) in new[]
                         {
                             ("firstEventTimestamp", x.Facts.First), ("lastEventTimestamp", x.Facts.Last), ("lastIngestionTime", x.Facts.Ingested),
                         })
                {
                    if (time is not null)
                    {
                        stream[name] = time;
                    }
                }

                return stream;
            });
    }

    private JsonObject PutLogEvents(JsonObject request)
    {
        var (name, now) = (request.Required("logGroupName"), clock.GetUtcNow().ToUnixTimeMilliseconds());
        var stream = groups.Stream(name, request.Required("logStreamName"));
        var batch = LogEventBatch.Parse(request, groups.Find(name)?.RetentionInDays, now);
        if (!stream.Append(batch.Accepted, now))
        {
            throw LogGroups.NoStream();
        }

        var answer = new JsonObject { ["nextSequenceToken"] = "0" };
        if (batch.Rejected is not null)
        {
            answer["rejectedLogEventsInfo"] = batch.Rejected;
        }

        return answer;
    }

    /// <summary>Tokens are <c>f/…</c> forward and <c>b/…</c> backward. At either end the token is the one that was sent: that is how a client knows that it has
    /// read everything.</summary>
    private JsonObject GetLogEvents(JsonObject request)
    {
        var (group, name) = (GroupName(request), request.Required("logStreamName"));
        var all = groups.Stream(group, name).Snapshot();
        var matching = all.Where(InTime(request)).ToArray();
        var limit = Pager.Of(new JsonObject { ["limit"] = request["limit"]?.DeepClone() }, "GetLogEvents", maximum: 10_000, limitMember: "limit").Limit;
        var listing = $"GetLogEvents {group} {name}";
        var end = all.Count == 0 ? 0 : all[^1].Sequence + 1;
        var (page, position) = request.Text("nextToken") switch
        {
            null => (request.Flag("startFromHead") == true ? matching.Take(limit) : matching.TakeLast(limit), end),
            ['f', '/', .. var token] when Sequence(listing, token) is { } from => (matching.Where(x => x.Sequence >= from).Take(limit), from),
            ['b', '/', .. var token] when Sequence(listing, token) is { } before => (matching.Where(x => x.Sequence < before).TakeLast(limit), before),
            _ => throw new AwsServiceException("InvalidParameterException", "The specified nextToken is invalid."),
        };
        LogEvent[] events = [.. page];
        return new JsonObject
        {
            ["events"] = new JsonArray([.. events.Select(x => (JsonNode)new JsonObject
            {
                ["timestamp"] = x.Timestamp,
                ["message"] = x.Message,
                ["ingestionTime"] = x.IngestionTime,
            })]),
            ["nextForwardToken"] = $"f/{PageToken.Of(listing, Number(events.Length > 0 ? events[^1].Sequence + 1 : position))}",
            ["nextBackwardToken"] = $"b/{PageToken.Of(listing, Number(events.Length > 0 ? events[0].Sequence : position))}",
        };

        static string Number(long sequence) => sequence.ToString(CultureInfo.InvariantCulture);
    }

    private static long? Sequence(string listing, string token)
        => PageToken.Position(listing, token) is { } position && long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? sequence
            : null;

    private JsonObject FilterLogEvents(JsonObject request)
    {
        var group = GroupName(request);
        var pattern = FilterPattern.Parse(request.Text("filterPattern"));
        var names = request.Texts("logStreamNames");
        if (names.Count > 0 && request.Text("logStreamNamePrefix") is not null)
        {
            throw new AwsServiceException("InvalidParameterException", "logStreamNamePrefix and logStreamNames cannot be specified together.");
        }

        var prefix = request.Text("logStreamNamePrefix") ?? "";
        var found = groups.Streams(group)
            .Where(x => names.Count > 0 ? names.Contains(x.Name) : x.Name.StartsWith(prefix, StringComparison.Ordinal))
            .SelectMany(x => x.Snapshot().Where(InTime(request)).Where(e => pattern.Matches(e.Message)).Select(e => (Stream: x.Name, Event: e)));
        var answer = Pager.Of(request, $"FilterLogEvents {group}", maximum: 10_000, limitMember: "limit").Cut(found, Key).ToJson("events", x => new JsonObject
        {
            ["logStreamName"] = x.Stream,
            ["timestamp"] = x.Event.Timestamp,
            ["message"] = x.Event.Message,
            ["ingestionTime"] = x.Event.IngestionTime,
            ["eventId"] = $"{x.Event.Timestamp:D15}{x.Event.Sequence:D15}{Number32(x.Stream):D10}",
        });
        answer["searchedLogStreams"] = new JsonArray();
        return answer;

        static string Key((string Stream, LogEvent Event) x) => $"{x.Event.Timestamp:D15} {x.Event.IngestionTime:D15} {x.Stream} {x.Event.Sequence:D15}";
    }

    /// <summary>Tells streams apart, the same in every process.</summary>
    private static uint Number32(string stream) => BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(stream)));

    private static Func<LogEvent, bool> InTime(JsonObject request)
    {
        var (start, end) = (request.LongNumber("startTime") ?? long.MinValue, request.LongNumber("endTime") ?? long.MaxValue);
        return x => x.Timestamp >= start && x.Timestamp < end;
    }

    private static string GroupName(JsonObject request) => request.Text("logGroupName") ?? LogGroups.NameOf(request.Required("logGroupIdentifier"));
}
