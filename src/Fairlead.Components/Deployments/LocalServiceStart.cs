using System.Net;
using Fairlead.Components.Reporting;
using Fairlead.Deployments;
using Fairlead.Http;
using Fairlead.Infrastructure;
using Fairlead.Services;

namespace Fairlead.Components.Deployments;

/// <summary>Waits for the services of a local cloud that was just started: their tasks are started after it answers.</summary>
internal static class LocalServiceStart
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);
    private static readonly HttpClient Http = LimitedHttp.CreateClient(configure: x => x.UseProxy = false);

    /// <summary>Ends when the service has the tasks that it wants and, where the load balancer asks it, answers at its public URL.</summary>
    public static async Task WaitAsync(Place place, StackService service, CancellationToken cancellationToken)
    {
        var host = service.Host.CreateHost(new ServiceHostSettings(place.Aws, LogReporter.Instance, TimeProvider.System));
        using var timer = new PeriodicTimer(Interval);
        ServiceStatus status;
        while ((status = await host.StatusAsync(cancellationToken)).RunningCount < status.DesiredCount)
        {
            await timer.WaitForNextTickAsync(cancellationToken);
        }

        if (status.DesiredCount > 0 && service.HealthCheckPath is { } path && (service.Url ?? place.Outputs.PublicUrl) is { } url)
        {
            while (!await AnswersAsync(new Uri(url, path), cancellationToken))
            {
                await timer.WaitForNextTickAsync(cancellationToken);
            }
        }
    }

    /// <summary>Whether somebody else than the edge or the load balancer answers.</summary>
    private static async Task<bool> AnswersAsync(Uri url, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await Http.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return response.StatusCode is not (HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout);
        }
        catch (HttpRequestException exception) when (exception is not HttpLimitException)
        {
            return false;
        }
    }
}
