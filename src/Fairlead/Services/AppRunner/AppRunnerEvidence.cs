using Amazon.AppRunner.Model;
using Amazon.CloudWatchLogs.Model;
using Fairlead.Aws;
using Fairlead.Releases;
using Fairlead.Reporting;
using Service = Amazon.AppRunner.Model.Service;

namespace Fairlead.Services.AppRunner;

/// <summary>Gathers why an operation failed. App Runner tells it only in its logs.</summary>
internal sealed class AppRunnerEvidence(AwsClients aws, IReporter reporter)
{
    private const int MaximumLogLines = 30;

    // A service that writes much must not hold up the bad news.
    private const int MostPages = 10;

    /// <summary>What was logged since <paramref name="since"/>.</summary>
    public async Task<WhyBlock> SinceAsync(Service service, OperationSummary? operation, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var start = operation?.StartedAt ?? since.UtcDateTime;

        // https://docs.aws.amazon.com/apprunner/latest/dg/monitor-cwl.html
        var prefix = $"/aws/apprunner/{service.ServiceName}/{service.ServiceId}";
        var events = await ReadAsync($"{prefix}/service", start, cancellationToken);
        var lines = await ReadAsync($"{prefix}/application", start, cancellationToken);
        return LikelyCause.Conclude(new WhyBlock([.. events.Select(e => $"{e.Timestamp:HH:mm:ss} {Text(e)}")], [], [], [.. lines.Select(Text)]));
    }

    private static string Text(FilteredLogEvent e) => (e.Message ?? "").TrimEnd('\r', '\n');

    private Task<List<FilteredLogEvent>> ReadAsync(string group, DateTime start, CancellationToken cancellationToken)
        => ServiceCalls.TolerateAsync(
            reporter,
            $"the log group {group}",
            async () =>
            {
                var found = new List<FilteredLogEvent>();
                string? next = null;
                var pages = 0;
                try
                {
                    do
                    {
                        var page = await aws.Logs.FilterLogEventsAsync(
                            new FilterLogEventsRequest { LogGroupName = group, StartTime = start, NextToken = next },
                            cancellationToken);
                        found.AddRange(page.Events ?? []);
                        next = page.NextToken;
                    }
                    while (next is not null && ++pages < MostPages);
                }
                catch (Amazon.CloudWatchLogs.Model.ResourceNotFoundException)
                {
                    // Nothing was ever written.
                }

                return [.. found.OrderBy(e => e.Timestamp).TakeLast(MaximumLogLines)];
            },
            (List<FilteredLogEvent>)[]);
}
