namespace Fairlead.Deployments;

/// <summary>
/// Stands between every client of a run and the network. Requests that only read pass. One that writes is an effect of the step that sends it; outside of
/// a step it is refused, so that looking, planning and a dry run cannot write, whatever they do.
/// </summary>
public sealed class EffectHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (await WriteRequest.DescribeAsync(request, cancellationToken) is not { } name)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        var effects = Effects.Current ?? throw new InvalidOperationException($"{name} would be written outside of a step's change.");
        return WriteRequest.IsStop(name)
            ? await effects.StopAsync(name, x => base.SendAsync(request, x), cancellationToken)
            : await effects.DoAsync(name, x => base.SendAsync(request, x), cancellationToken);
    }
}
