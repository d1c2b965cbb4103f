using System.Net;

namespace Fairlead.Http;

/// <summary>Holds every request that passes to its limits, and the body of its answer for as long as it is read.</summary>
/// <param name="inner">What sends.</param>
/// <param name="limits">Of a request that has none of its own; the default when null.</param>
/// <param name="time">The clock; the machine's when null.</param>
public sealed class LimitedHandler(HttpMessageHandler inner, HttpLimits? limits = null, TimeProvider? time = null) : DelegatingHandler(inner)
{
    private readonly HttpLimits _limits = limits ?? HttpLimits.Default;
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <exception cref="HttpLimitException">The peer passed a limit.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var limits = LimitedHttp.LimitsOf(request) ?? _limits;
        var watch = new PeerWatch(request.RequestUri?.Host ?? "the server", limits, _time);
        var content = request.Content;
        if (content is not null)
        {
            request.Content = new SentContent(content, watch);
        }

        HttpResponseMessage response;
        try
        {
            response = await watch.WaitAsync(HttpLimitKind.Answer, x => base.SendAsync(request, x), cancellationToken);
        }
        catch (OperationCanceledException exception) when (exception.InnerException is TimeoutException && !cancellationToken.IsCancellationRequested)
        {
            // So tells the transport that there was no connection in time.
            throw watch.Passed(HttpLimitKind.Connect);
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw watch.HeadTooLarge();
        }
        finally
        {
            // Whoever made the request may send it again.
            request.Content = content;
        }

        var isError = response.StatusCode >= HttpStatusCode.BadRequest;
        response.Content = new ReceivedContent(response.Content, watch, isError ? limits.LargestError : limits.LargestBody, isCut: isError || limits.IsBodyCut);
        return response;
    }

    /// <inheritdoc cref="SendAsync"/>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        => Task.Run(() => SendAsync(request, cancellationToken), cancellationToken).GetAwaiter().GetResult();
}
