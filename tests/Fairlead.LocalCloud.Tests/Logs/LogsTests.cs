using Fairlead.LocalCloud.Logs;
using Fairlead.LocalCloud.Tests.Ecs;

namespace Fairlead.LocalCloud.Tests.Logs;

public sealed class LogsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fairlead-logs-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Reading_forward_ends_with_the_token_that_was_sent()
    {
        await using var cloud = await CloudClient.StartAsync();
        await cloud.CallAsync("logs", "CreateLogGroup", """{ "logGroupName": "g" }""");
        await cloud.CallAsync("logs", "CreateLogStream", """{ "logGroupName": "g", "logStreamName": "s" }""");
        var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        await cloud.CallAsync(
            "logs",
            "PutLogEvents",
            $$"""{ "logGroupName": "g", "logStreamName": "s", "logEvents": [{ "timestamp": {{now}}, "message": "a" }, """
                + $$"""{ "timestamp": {{now + 1}}, "message": "b" }, { "timestamp": {{now + 2}}, "message": "c" }] }""");

        var first = await cloud.CallAsync("logs", "GetLogEvents", """{ "logGroupName": "g", "logStreamName": "s", "startFromHead": true, "limit": 2 }""");
        var second = await cloud.CallAsync(
            "logs",
            "GetLogEvents",
            $$"""{ "logGroupName": "g", "logStreamName": "s", "nextToken": "{{first["nextForwardToken"]}}" }""");
        var third = await cloud.CallAsync(
            "logs",
            "GetLogEvents",
            $$"""{ "logGroupName": "g", "logStreamName": "s", "nextToken": "{{second["nextForwardToken"]}}" }""");

        second["events"]!.AsArray().Select(x => (string)x!["message"]!).ShouldBe(["c"]);
        third["events"]!.AsArray().ShouldBeEmpty();
        ((string)third["nextForwardToken"]!).ShouldBe((string)second["nextForwardToken"]!);
        (await cloud.ErrorAsync("logs", "GetLogEvents", """{ "logGroupName": "g", "logStreamName": "none" }""")).ShouldBe("ResourceNotFoundException");
    }

    [Fact]
    public void Nothing_is_appended_to_a_stream_that_was_deleted()
    {
        var path = Path.Combine(_folder.FullName, "s.jsonl");
        var stream = LogStream.Create(path, "s", 1);
        stream.Append([(1, "a line")], 1).ShouldBeTrue();

        stream.Delete();

        stream.Append([(2, "too late")], 2).ShouldBeFalse();
        File.Exists(path).ShouldBeFalse();
    }

    [Fact]
    public void Numbers_go_on_in_a_stream_whose_lines_were_all_dropped()
    {
        var path = Path.Combine(_folder.FullName, "s.jsonl");
        File.WriteAllText(path, """{"stream":"s","created":1,"first":7}""" + "\n");

        var stream = LogStream.Open(path)!;
        stream.Append([(1, "next")], 1);

        stream.Snapshot().Single().Sequence.ShouldBe(7);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("error disk", true)]
    [InlineData("\"disk full\"", true)]
    [InlineData("Error", false)]
    [InlineData("error -disk", false)]
    [InlineData("?nothing ?full", true)]
    public void A_pattern_matches_by_its_terms(string pattern, bool matches)
        => FilterPattern.Parse(pattern).Matches("error: disk full").ShouldBe(matches);

    [Fact]
    public void A_line_that_a_killed_process_left_unfinished_is_passed_over()
    {
        var path = Path.Combine(_folder.FullName, "s.jsonl");
        LogStream.Create(path, "s", 1).Append([(1, "whole")], 1);
        File.AppendAllText(path, "{\"t\":2,\"i\":2,\"m\":\"ha");

        LogStream.Open(path)!.Append([(3, "next")], 3);

        LogStream.Open(path)!.Snapshot().Select(x => x.Message).ShouldBe(["whole", "next"]);
    }
}
