using System.Net;
using Amazon.Runtime;

namespace Fairlead.Aws;

/// <summary>Makes the HTTP clients of the SDK, with a handler of ours in front of one like the SDK's own.</summary>
internal sealed class HandledHttpClientFactory(Func<HttpMessageHandler, HttpMessageHandler> handler) : HttpClientFactory
{
    /// <inheritdoc/>
    public override HttpClient CreateHttpClient(IClientConfig clientConfig)
    {
        var network = new SocketsHttpHandler
        {
            // The SDK follows redirects and unpacks by itself, because it signs what it sends and checks what it gets.
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
        };
        if (clientConfig.GetWebProxy() is { } proxy)
        {
            network.Proxy = proxy;
        }

        var client = new HttpClient(handler(network));
        if (clientConfig.Timeout is { } timeout)
        {
            client.Timeout = timeout;
        }

        return client;
    }
}
