using Fairlead.Http;
using Fairlead.Infrastructure;
using Fairlead.Releases;
using Fairlead.Services;
using Fairlead.Verification;

namespace Fairlead.Deployments.Steps;

/// <summary>What services answer at their public URLs.</summary>
internal static class Served
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    // What makes a service fail that ran before may have happened a while before it is asked.
    private static readonly TimeSpan Lookback = TimeSpan.FromMinutes(10);

    /// <summary>Whether the service, asked at its public URL, says that it is this release. Where nobody can ask, the outcome says so. A failure comes with what
    /// the host has to say of it.</summary>
    public static async Task<Outcome> VerifyAsync(
        Deployment deployment, ServiceWork service, ReleaseId release, CancellationToken cancellationToken, TimeSpan? timeout = null)
    {
        if (UrlOf(deployment, service) is not { } url)
        {
            return Outcome.Succeeded($"The service runs {service.Revision}, as its host says. Not asked which release serves: {WhyNot(deployment, service)}")
                with
            { NotSmokeTested = true };
        }

        using var http = VisitorHandler.CreateClient(HttpLimits.Default);
        var since = deployment.Time.GetUtcNow() - Lookback;
        var outcome = await new ServedVersion(http, deployment.Time).VerifyAsync(
            release.ToString(),
            new ServedVersionOptions { HealthUrl = url, Interval = Interval, Timeout = timeout ?? Timeout },
            cancellationToken);
        return outcome.IsSuccess ? outcome : outcome with { Why = await EvidenceAsync(deployment, service, since, cancellationToken) ?? outcome.Why };
    }

    /// <summary>Null where the host has none. Evidence that cannot be read must not hide the failure.</summary>
    private static async Task<WhyBlock?> EvidenceAsync(Deployment deployment, ServiceWork service, DateTimeOffset since, CancellationToken cancellationToken)
    {
        try
        {
            return await service.Host.FindEvidenceAsync(since, cancellationToken);
        }
        catch (FairleadException exception)
        {
            deployment.Reporter.Warning(exception.Message);
            return null;
        }
    }

    /// <summary>Asks once.</summary>
    /// <returns>The release that the answer names, and what was found in one sentence.</returns>
    public static async Task<(string? Release, string Finding)> AskAsync(Uri url, TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        using var http = VisitorHandler.CreateClient(HttpLimits.Default);
        return await new ServedVersion(http, time).AskAsync(
            new ServedVersionOptions { HealthUrl = url, RequestTimeout = patience }, cancellationToken);
    }

    /// <summary>Where the service says which release it is; null where nobody can ask.</summary>
    public static Uri? UrlOf(Deployment deployment, ServiceWork service) => UrlOf(deployment.Place, service.Stack);

    /// <inheritdoc cref="UrlOf(Deployment, ServiceWork)"/>
    public static Uri? UrlOf(Place place, StackService service)
        => place.Unserved is null && service.HealthCheckPath is { } path && (service.Url ?? place.Outputs.PublicUrl) is { } url ? new Uri(url, path) : null;

    private static string WhyNot(Deployment deployment, ServiceWork service)
        => deployment.Place.Unserved ?? $"{service.Name} has no {(service.Stack.HealthCheckPath is null ? "health check path" : "URL")}.";
}
