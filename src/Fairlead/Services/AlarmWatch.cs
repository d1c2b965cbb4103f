using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Fairlead.Aws;
using Fairlead.Releases;
using Fairlead.Reporting;

namespace Fairlead.Services;

/// <summary>Watches alarms of CloudWatch for a while, so that a release that does harm only under load is found before it is recorded.</summary>
public sealed class AlarmWatch(AwsClients aws, IReporter reporter, TimeProvider time)
{
    // Alarms are evaluated every 10 s at the soonest: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Progress = TimeSpan.FromMinutes(1);

    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html
    private const int MostNames = 100;

    /// <summary>What stands against watching the alarms, each as a sentence, before anything is changed: one does not exist, or is in ALARM already.</summary>
    /// <param name="alarms">Names of metric alarms and composite alarms.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<string>> FindProblemsAsync(IReadOnlyList<string> alarms, CancellationToken cancellationToken)
        => await ServiceCalls.ExplainAsync(
            "read the alarms",
            async () =>
            {
                var states = await ReadAsync(alarms, cancellationToken);
                var ringing = Ringing(states).Select(x => $"{x} A release would be judged by it: put that right first.");
                return (List<string>)[.. Missing(alarms, states), .. ringing];
            },
            cancellationToken);

    /// <summary>Watches until the time is over or an alarm is in ALARM.</summary>
    /// <param name="alarms">Names of metric alarms and composite alarms.</param>
    /// <param name="duration">How long to watch.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Succeeded, or Failed with the alarms that are in ALARM, or that do not exist, and why.</returns>
    /// <exception cref="FairleadException">No alarm is named, the alarms cannot be read, or one is in a state that is not known.</exception>
    public async Task<Outcome> WatchAsync(IReadOnlyList<string> alarms, TimeSpan duration, CancellationToken cancellationToken)
    {
        if (alarms.Count == 0)
        {
            throw new FairleadException("The release cannot be watched.", "No alarm is named.", "Name the alarms that judge a release, or leave out --bake.");
        }

        var start = time.GetUtcNow();
        var end = start + duration;
        var told = start - Progress;
        while (true)
        {
            var states = await TryReadAsync(alarms, end, cancellationToken);
            if (states is not null && ((string[])[.. Missing(alarms, states), .. Ringing(states)]) is { Length: > 0 } failures)
            {
                return new Outcome(OutcomeKind.Failed, string.Join(' ', failures), new WhyBlock(failures, [], [], []) { LikelyCause = failures[0] });
            }

            var now = time.GetUtcNow();
            if (now >= end)
            {
                return Outcome.Succeeded($"{Count(alarms)} stayed out of ALARM for {RolloutForecast.Length(duration)}.");
            }

            if (now - told >= Progress)
            {
                told = now;
                reporter.Information($"Watching {Count(alarms)} for another {RolloutForecast.Length(end - now)}: {Summary(states)}.");
            }

            await Task.Delay(end - now < Interval ? end - now : Interval, time, cancellationToken);
        }
    }

    private static string Count(IReadOnlyList<string> alarms) => alarms.Count == 1 ? $"the alarm {alarms[0]}" : $"{alarms.Count} alarms";

    private static string Summary(IReadOnlyDictionary<string, State>? states) => states is null
        ? "they cannot be read at the moment"
        : string.Join(", ", states.Values.GroupBy(x => x.Value.Value).OrderBy(x => x.Key, StringComparer.Ordinal).Select(x => $"{x.Count()} {x.Key}"));

    private static IEnumerable<string> Missing(IReadOnlyList<string> alarms, IReadOnlyDictionary<string, State> states)
        => alarms.Where(x => !states.ContainsKey(x)).Distinct().Select(x => $"There is no alarm {x}: correct its name, or apply the infrastructure.");

    private static IEnumerable<string> Ringing(IReadOnlyDictionary<string, State> states)
        => states.Where(x => x.Value.Value == StateValue.ALARM)
            .OrderBy(x => x.Key, StringComparer.Ordinal)
            .Select(x => $"The alarm {x.Key} is in ALARM: {x.Value.Reason?.TrimEnd('.') ?? "CloudWatch gives no reason"}.");

    /// <summary>The states; null when they cannot be read now, which may pass. The last look has to succeed.</summary>
    private async Task<IReadOnlyDictionary<string, State>?> TryReadAsync(IReadOnlyList<string> alarms, DateTimeOffset end, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(alarms, cancellationToken);
        }
        catch (Exception e) when (ServiceCalls.MayPass(e) && time.GetUtcNow() < end)
        {
            return null;
        }
        catch (Exception e) when (e is not (FairleadException or OperationCanceledException))
        {
            throw AwsErrors.Explain(e, "read the alarms");
        }
    }

    private async Task<IReadOnlyDictionary<string, State>> ReadAsync(IReadOnlyList<string> alarms, CancellationToken cancellationToken)
    {
        var states = new Dictionary<string, State>(StringComparer.Ordinal);
        foreach (var names in alarms.Distinct().Chunk(MostNames))
        {
            var request = new DescribeAlarmsRequest { AlarmNames = [.. names], AlarmTypes = ["MetricAlarm", "CompositeAlarm"] };
            do
            {
                var answer = await aws.CloudWatch.DescribeAlarmsAsync(request, cancellationToken);
                foreach (var alarm in answer.MetricAlarms ?? [])
                {
                    states[alarm.AlarmName!] = Known(alarm.AlarmName!, alarm.StateValue, alarm.StateReason);
                }

                foreach (var alarm in answer.CompositeAlarms ?? [])
                {
                    states[alarm.AlarmName!] = Known(alarm.AlarmName!, alarm.StateValue, alarm.StateReason);
                }

                request.NextToken = answer.NextToken;
            }
            while (!string.IsNullOrEmpty(request.NextToken));
        }

        return states;
    }

    private static State Known(string alarm, StateValue? value, string? reason)
        => value is not null && (value == StateValue.OK || value == StateValue.ALARM || value == StateValue.INSUFFICIENT_DATA)
            ? new State(value, reason)
            : throw new FairleadException(
                "Whether the release does harm is not known.",
                $"The alarm {alarm} is in the state {value?.Value ?? "none"}, which this version does not know.",
                "Look at the alarm in CloudWatch.");

    private sealed record State(StateValue Value, string? Reason);
}
