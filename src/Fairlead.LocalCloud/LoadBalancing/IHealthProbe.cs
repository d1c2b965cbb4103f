namespace Fairlead.LocalCloud.LoadBalancing;

/// <summary>Asks a target once.</summary>
internal interface IHealthProbe
{
    /// <returns>The HTTP status, or null when the target did not accept the connection or broke it off.</returns>
    /// <exception cref="TimeoutException">It accepted and did not answer in time.</exception>
    Task<int?> ProbeAsync(Uri uri, TimeSpan timeout, CancellationToken cancellationToken);
}
