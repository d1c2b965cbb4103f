using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Logs;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.State;
using Fairlead.LocalCloud.Tests.Ecs;

namespace Fairlead.LocalCloud.Tests.Logs;

/// <summary>CloudWatch Logs' API over the wire.</summary>
public sealed class LogsApiTests : IAsyncLifetime
{
    private CloudClient _cloud = null!;

    private static long Now => DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();

    public async Task InitializeAsync()
    {
        _cloud = await CloudClient.StartAsync();
        await CallAsync("CreateLogGroup", """{ "logGroupName": "g" }""");
    }

    public async Task DisposeAsync() => await _cloud.DisposeAsync();

    [Fact]
    public async Task Tags_of_a_group_are_kept_by_arn_and_by_name()
    {
        await CallAsync("CreateLogGroup", """{ "logGroupName": "tagged", "tags": { "made": "with" } }""");
        const string arn = "arn:aws:logs:us-east-1:000000000000:log-group:tagged";
        await CallAsync("TagResource", $$"""{ "resourceArn": "{{arn}}:*", "tags": { "a": "1", "b": "2" } }""");
        await CallAsync("UntagResource", $$"""{ "resourceArn": "{{arn}}", "tagKeys": ["a"] }""");
        await CallAsync("TagLogGroup", """{ "logGroupName": "tagged", "tags": { "c": "3" } }""");
        _cloud = await _cloud.RestartAsync();

        (await CallAsync("ListTagsForResource", $$"""{ "resourceArn": "{{arn}}" }"""))["tags"]!.ToJsonString().ShouldBe("""{"b":"2","c":"3","made":"with"}""");
        await CallAsync("UntagLogGroup", """{ "logGroupName": "tagged", "tags": ["b", "c"] }""");
        (await CallAsync("ListTagsLogGroup", """{ "logGroupName": "tagged" }"""))["tags"]!.ToJsonString().ShouldBe("""{"made":"with"}""");
        (await ErrorAsync("ListTagsForResource", $$"""{ "resourceArn": "{{arn}}x" }""")).ShouldBe("ResourceNotFoundException");
        (await ErrorAsync("TagResource", $$"""{ "resourceArn": "{{arn}}", "tags": { "aws:x": "1" } }""")).ShouldBe("InvalidParameterException");
        var many = string.Join(", ", Enumerable.Range(0, 50).Select(x => $"\"{x}\": \"\""));
        (await ErrorAsync("TagResource", $$"""{ "resourceArn": "{{arn}}", "tags": { {{many}} } }""")).ShouldBe("TooManyTagsException");
    }

    [Fact]
    public async Task A_retention_is_one_of_those_that_there_are()
    {
        await CallAsync("PutRetentionPolicy", """{ "logGroupName": "g", "retentionInDays": 14 }""");
        ((int)(await CallAsync("DescribeLogGroups", "{}"))["logGroups"]![0]!["retentionInDays"]!).ShouldBe(14);
        (await ErrorAsync("PutRetentionPolicy", """{ "logGroupName": "g", "retentionInDays": 2 }""")).ShouldBe("InvalidParameterException");
        (await ErrorAsync("PutRetentionPolicy", """{ "logGroupName": "none", "retentionInDays": 7 }""")).ShouldBe("ResourceNotFoundException");
        await CallAsync("DeleteRetentionPolicy", """{ "logGroupName": "g" }""");

        (await CallAsync("DescribeLogGroups", "{}"))["logGroups"]![0]!["retentionInDays"].ShouldBeNull();
    }

    [Fact]
    public async Task Streams_are_ordered_by_name_or_by_their_last_event_and_pages_of_them_hold()
    {
        foreach (var (name, age) in new[] { ("a", 1_000), ("b", 3_000), ("c", 2_000) })
        {
            await CallAsync("CreateLogStream", $$"""{ "logGroupName": "g", "logStreamName": "{{name}}" }""");
            await PutAsync(name, (Now - age, "x"));
        }

        (await StreamsAsync("")).ShouldBe(["a", "b", "c"]);
        (await StreamsAsync(""", "descending": true""")).ShouldBe(["c", "b", "a"]);
        (await StreamsAsync(""", "orderBy": "LastEventTime" """)).ShouldBe(["b", "c", "a"]);
        (await StreamsAsync(""", "orderBy": "LastEventTime", "descending": true""")).ShouldBe(["a", "c", "b"]);
        var first = await CallAsync("DescribeLogStreams", """{ "logGroupName": "g", "limit": 1 }""");
        await CallAsync("DeleteLogStream", """{ "logGroupName": "g", "logStreamName": "a" }""");
        (await StreamsAsync($$""", "nextToken": "{{first["nextToken"]}}" """)).ShouldBe(["b", "c"]);
        (await ErrorAsync("DescribeLogStreams", $$"""{ "logGroupName": "g", "descending": true, "nextToken": "{{first["nextToken"]}}" }"""))
            .ShouldBe("InvalidParameterException");
        (await ErrorAsync("DescribeLogStreams", """{ "logGroupName": "g", "orderBy": "LastEventTime", "logStreamNamePrefix": "a" }"""))
            .ShouldBe("InvalidParameterException");
        (await ErrorAsync("DescribeLogStreams", """{ "logGroupName": "g", "limit": 51 }""")).ShouldBe("InvalidParameterException");
    }

    [Fact]
    public async Task A_token_of_another_stream_is_refused()
    {
        foreach (var name in new[] { "a", "b" })
        {
            await CallAsync("CreateLogStream", $$"""{ "logGroupName": "g", "logStreamName": "{{name}}" }""");
            await PutAsync(name, (Now, "x"), (Now, "y"));
        }

        var page = await CallAsync("GetLogEvents", """{ "logGroupName": "g", "logStreamName": "a", "limit": 1, "startFromHead": true }""");

        var forward = page["nextForwardToken"]!;
        (await CallAsync("GetLogEvents", $$"""{ "logGroupName": "g", "logStreamName": "a", "nextToken": "{{forward}}" }"""))["events"]!.AsArray().Count
            .ShouldBe(1);
        (await ErrorAsync("GetLogEvents", $$"""{ "logGroupName": "g", "logStreamName": "b", "nextToken": "{{forward}}" }"""))
            .ShouldBe("InvalidParameterException");
        (await ErrorAsync("FilterLogEvents", $$"""{ "logGroupName": "g", "nextToken": "{{forward}}" }""")).ShouldBe("InvalidParameterException");
        (await ErrorAsync("GetLogEvents", """{ "logGroupName": "g", "logStreamName": "b", "nextToken": "f/12" }""")).ShouldBe("InvalidParameterException");
    }

    [Fact]
    public async Task Events_that_are_found_come_page_by_page_in_the_order_of_time()
    {
        var now = Now;
        foreach (var name in new[] { "a", "b" })
        {
            await CallAsync("CreateLogStream", $$"""{ "logGroupName": "g", "logStreamName": "{{name}}" }""");
            await PutAsync(name, (now - 10, $"{name}1"), (now, $"{name}2"));
        }

        var first = await CallAsync("FilterLogEvents", """{ "logGroupName": "g", "limit": 3 }""");
        var second = await CallAsync("FilterLogEvents", $$"""{ "logGroupName": "g", "limit": 3, "nextToken": "{{first["nextToken"]}}" }""");

        first["events"]!.AsArray().Concat(second["events"]!.AsArray()).Select(x => (string)x!["message"]!).ShouldBe(["a1", "b1", "a2", "b2"]);
        var ids = first["events"]!.AsArray().Select(x => (string)x!["eventId"]!).ToArray();

        // Of the name "a", in this process and in every other.
        ids[0].ShouldEndWith("0310482890");
        _cloud = await _cloud.RestartAsync();
        (await CallAsync("FilterLogEvents", """{ "logGroupName": "g", "limit": 3 }"""))["events"]!.AsArray().Select(x => (string)x!["eventId"]!).ShouldBe(ids);
    }

    [Theory]
    [InlineData("[]", "1 to 10000")]
    [InlineData("[[-1000, 1], [-2000, 1]]", "chronological order")]
    [InlineData("[[-90000000, 1], [0, 1]]", "24 hours")]
    [InlineData("[[0, 1048551]]", "Upload too large")]
    public void A_batch_that_breaks_a_rule_is_refused_whole(string events, string message)
    {
        var now = Now;
        var request = new JsonObject
        {
            ["logEvents"] = new JsonArray([
                .. JsonNode.Parse(events)!.AsArray().Select(x => (JsonNode)new JsonObject
                {
                    ["timestamp"] = now + (long)x![0]!,
                    ["message"] = new string('m', (int)x[1]!),
                }),
            ]),
        };

        Should.Throw<AwsServiceException>(() => LogEventBatch.Parse(request, null, now)).Message.ShouldContain(message);
    }

    [Fact]
    public void A_batch_of_just_as_much_as_is_allowed_is_taken()
    {
        var request = new JsonObject { ["logEvents"] = new JsonArray(new JsonObject { ["timestamp"] = 5L, ["message"] = new string('m', 1_048_576 - 26) }) };

        LogEventBatch.Parse(request, null, 5).Accepted.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Events_that_are_too_old_or_too_new_are_left_out_and_named()
    {
        await CallAsync("CreateLogStream", """{ "logGroupName": "g", "logStreamName": "s" }""");

        var old = await PutAsync("s", (Now - (long)TimeSpan.FromDays(15).TotalMilliseconds, "old"));
        var mixed = await PutAsync("s", (Now, "good"), (Now + (long)TimeSpan.FromHours(3).TotalMilliseconds, "new"));
        await CallAsync("PutRetentionPolicy", """{ "logGroupName": "g", "retentionInDays": 1 }""");
        var expired = await PutAsync("s", (Now - (long)TimeSpan.FromHours(25).TotalMilliseconds, "expired"));

        old["rejectedLogEventsInfo"]!.ToJsonString().ShouldBe("""{"tooOldLogEventEndIndex":1}""");
        mixed["rejectedLogEventsInfo"]!.ToJsonString().ShouldBe("""{"tooNewLogEventStartIndex":1}""");
        expired["rejectedLogEventsInfo"]!.ToJsonString().ShouldBe("""{"expiredLogEventEndIndex":1}""");
        (await CallAsync("GetLogEvents", """{ "logGroupName": "g", "logStreamName": "s" }"""))["events"]!.AsArray().Select(x => (string)x!["message"]!)
            .ShouldBe(["good"]);
    }

    [Fact]
    public async Task A_group_that_is_deleted_while_it_is_written_to_never_breaks_the_writer()
    {
        var folder = Directory.CreateTempSubdirectory("fairlead-logs-");
        using (var state = StateDirectory.Open(folder.FullName))
        {
            var groups = new LogGroups(state, new Account(), TimeProvider.System);
            using var stop = new CancellationTokenSource();
            var writers = Enumerable.Range(0, 3).Select(x => Task.Run(() =>
            {
                while (!stop.IsCancellationRequested)
                {
                    groups.Write("busy", $"s{x}", ["a line"]);
                }
            })).ToArray();
            for (var round = 0; round < 200; round++)
            {
                try
                {
                    groups.Delete("busy");
                }
                catch (AwsServiceException exception)
                {
                    exception.Code.ShouldBe("ResourceNotFoundException");
                }
            }

            await stop.CancelAsync();
            await Task.WhenAll(writers);
            groups.Write("busy", "s0", ["the last line"]);
            groups.Stream("busy", "s0").Snapshot()[^1].Message.ShouldBe("the last line");
        }

        using (var state = StateDirectory.Open(folder.FullName))
        {
            new LogGroups(state, new Account(), TimeProvider.System).Stream("busy", "s0").Snapshot()[^1].Message.ShouldBe("the last line");
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Retention_and_tags_that_are_set_at_the_same_moment_are_both_kept()
    {
        for (var round = 0; round < 10; round++)
        {
            await Task.WhenAll(
                CallAsync("PutRetentionPolicy", $$"""{ "logGroupName": "g", "retentionInDays": {{(round % 2 == 0 ? 7 : 14)}} }"""),
                CallAsync("TagLogGroup", $$"""{ "logGroupName": "g", "tags": { "t{{round}}": "" } }"""));
        }

        ((int)(await CallAsync("DescribeLogGroups", "{}"))["logGroups"]![0]!["retentionInDays"]!).ShouldBe(14);
        (await CallAsync("ListTagsLogGroup", """{ "logGroupName": "g" }"""))["tags"]!.AsObject().Count.ShouldBe(10);
    }

    private async Task<string[]> StreamsAsync(string more)
    {
        var answer = await CallAsync("DescribeLogStreams", $$"""{ "logGroupName": "g"{{more}} }""");
        return [.. answer["logStreams"]!.AsArray().Select(x => (string)x!["logStreamName"]!)];
    }

    private Task<JsonObject> PutAsync(string stream, params (long Timestamp, string Message)[] events) => CallAsync("PutLogEvents", new JsonObject
    {
        ["logGroupName"] = "g",
        ["logStreamName"] = stream,
        ["logEvents"] = new JsonArray([.. events.Select(x => (JsonNode)new JsonObject { ["timestamp"] = x.Timestamp, ["message"] = x.Message })]),
    }.ToJsonString());

    private Task<JsonObject> CallAsync(string operation, string body) => _cloud.CallAsync("logs", operation, body);

    private Task<string> ErrorAsync(string operation, string body) => _cloud.ErrorAsync("logs", operation, body);
}
