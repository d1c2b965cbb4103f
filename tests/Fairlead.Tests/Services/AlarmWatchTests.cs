using System.Text.Json.Nodes;
using Fairlead.Releases;
using Fairlead.Services;

namespace Fairlead.Tests.Services;

public sealed class AlarmWatchTests : IAsyncDisposable
{
    private readonly LoopbackServer _server;
    private readonly TestClock _time = TestClock.Skipping();
    private readonly RecordingReporter _reporter = new();
    private readonly Dictionary<string, (string State, string? Reason)> _alarms = new() { ["errors"] = ("OK", null), ["all"] = ("INSUFFICIENT_DATA", null) };
    private Action<int>? _look;
    private int _looks;
    private int _failures;

    public AlarmWatchTests() => _server = new LoopbackServer(Answer);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Alarms_that_stay_quiet_are_watched_to_the_end()
    {
        var start = _time.GetUtcNow();

        var outcome = await WatchAsync(5);

        outcome.Kind.ShouldBe(OutcomeKind.Succeeded);
        outcome.Reason.ShouldBe("2 alarms stayed out of ALARM for 5 min.");
        (_time.GetUtcNow() - start).ShouldBe(TimeSpan.FromMinutes(5));
        _reporter.Lines.Count.ShouldBe(5);
        _reporter.Lines[0].ShouldBe("Watching 2 alarms for another 5 min: 1 INSUFFICIENT_DATA, 1 OK.");
        var request = _server.Requests.First().Json;
        JsonNode.DeepEquals(request, JsonNode.Parse("""{"AlarmNames":["errors","all"],"AlarmTypes":["MetricAlarm","CompositeAlarm"]}""")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("errors")]
    [InlineData("all")]
    public async Task One_that_goes_off_ends_it_at_once_with_its_reason(string alarm)
    {
        var start = _time.GetUtcNow();
        _look = look =>
        {
            if (look == 4)
            {
                _alarms[alarm] = ("ALARM", "Threshold Crossed: 1 datapoint [7.0] was greater than the threshold (5.0).");
            }
        };

        var outcome = await WatchAsync(10);

        outcome.Kind.ShouldBe(OutcomeKind.Failed);
        outcome.Reason.ShouldBe($"The alarm {alarm} is in ALARM: Threshold Crossed: 1 datapoint [7.0] was greater than the threshold (5.0).");
        outcome.Why!.LikelyCause.ShouldBe(outcome.Reason);
        (_time.GetUtcNow() - start).ShouldBe(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task One_that_goes_off_in_the_last_moment_counts()
    {
        _look = _ =>
        {
            if (_time.Waits.Sum(x => x.TotalSeconds) >= 65)
            {
                _alarms["errors"] = ("ALARM", null);
            }
        };
        using var clients = LoopbackClients.For(_server);

        var outcome = await new AlarmWatch(clients, _reporter, _time).WatchAsync(["errors"], TimeSpan.FromSeconds(65), default);

        outcome.Reason.ShouldBe("The alarm errors is in ALARM: CloudWatch gives no reason.");
    }

    [Fact]
    public async Task One_that_does_not_exist_is_no_alarm_that_stays_quiet()
    {
        using var clients = LoopbackClients.For(_server);

        var outcome = await new AlarmWatch(clients, _reporter, _time).WatchAsync(["errors", "erors"], TimeSpan.FromMinutes(5), default);

        outcome.Kind.ShouldBe(OutcomeKind.Failed);
        outcome.Reason.ShouldBe("There is no alarm erors: correct its name, or apply the infrastructure.");
        _time.Waits.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_API_that_is_ill_for_a_while_does_not_end_it()
    {
        _look = look => _failures = look is >= 2 and <= 8 ? 1 : 0;

        (await WatchAsync(1)).Kind.ShouldBe(OutcomeKind.Succeeded);
    }

    [Fact]
    public async Task A_state_that_is_not_known_is_an_error_that_names_it()
    {
        _alarms["errors"] = ("SNOOZED", null);

        (await Should.ThrowAsync<FairleadException>(() => WatchAsync(1))).Why.ShouldContain("SNOOZED");
    }

    [Fact]
    public async Task Without_an_alarm_there_is_nothing_to_watch()
    {
        using var clients = LoopbackClients.For(_server);

        (await Should.ThrowAsync<FairleadException>(() => new AlarmWatch(clients, _reporter, _time).WatchAsync([], TimeSpan.FromMinutes(5), default)))
            .Next.ShouldContain("--bake");
    }

    [Fact]
    public async Task Before_a_release_missing_alarms_and_those_that_ring_already_are_problems()
    {
        _alarms["errors"] = ("ALARM", "Threshold Crossed.");
        using var clients = LoopbackClients.For(_server);

        (await new AlarmWatch(clients, _reporter, _time).FindProblemsAsync(["errors", "all", "none"], default)).ShouldBe(
        [
            "There is no alarm none: correct its name, or apply the infrastructure.",
            "The alarm errors is in ALARM: Threshold Crossed. A release would be judged by it: put that right first.",
        ]);
    }

    private async Task<Outcome> WatchAsync(int minutes)
    {
        using var clients = LoopbackClients.For(_server);
        return await new AlarmWatch(clients, _reporter, _time).WatchAsync(["errors", "all"], TimeSpan.FromMinutes(minutes), default);
    }

    private ScriptedResponse Answer(RecordedRequest request)
    {
        _look?.Invoke(++_looks);
        if (_failures > 0)
        {
            return ScriptedResponse.Error("InternalServiceFault", "ill", 500);
        }

        var asked = request.Json["AlarmNames"]!.AsArray().Select(x => (string)x!).ToHashSet();
        return ScriptedResponse.Json(new JsonObject
        {
            ["MetricAlarms"] = Alarms(x => x != "all"),
            ["CompositeAlarms"] = Alarms(x => x == "all"),
        }.ToJsonString());

        JsonArray Alarms(Func<string, bool> isWanted) => new([.. _alarms.Where(x => asked.Contains(x.Key) && isWanted(x.Key)).Select(x => new JsonObject
        {
            ["AlarmName"] = x.Key,
            ["StateValue"] = x.Value.State,
            ["StateReason"] = x.Value.Reason,
        })]);
    }
}
