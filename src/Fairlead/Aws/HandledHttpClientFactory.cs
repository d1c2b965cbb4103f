using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Fairlead.Http;

namespace Fairlead.Aws;

/// <summary>Makes the HTTP clients of the SDK: held to limits, and with a handler of ours in front where there is one.</summary>
/// <param name="handler">What stands between the SDK and the network; null for nothing.</param>
/// <param name="limits">In the place of the default ones; null for those.</param>
internal sealed class HandledHttpClientFactory(Func<HttpMessageHandler, HttpMessageHandler>? handler, HttpLimits? limits = null) : HttpClientFactory
{
    // The largest answers are pages of logs, 1 MB each, and lists of a thousand objects.
    private const int LargestAnswer = 64 * 1024 * 1024;

    /// <inheritdoc/>
    public override HttpClient CreateHttpClient(IClientConfig clientConfig)
    {
        // The SDK follows redirects and unpacks by itself, because it signs what it sends and checks what it gets.
        var document = (limits ?? HttpLimits.Default) with { Redirections = 0, LargestBody = limits?.LargestBody ?? LargestAnswer };
        var client = LimitedHttp.CreateClient(
            document,
            network =>
            {
                network.AutomaticDecompression = DecompressionMethods.None;
                network.Proxy = clientConfig.GetWebProxy() ?? network.Proxy;
            },
            limited => Around(clientConfig is AmazonS3Config ? new ObjectLimits(limited, document with { LargestBody = null }) : limited));
        if (clientConfig.Timeout is { } timeout)
        {
            client.Timeout = timeout;
        }

        return client;
    }

    private HttpMessageHandler Around(HttpMessageHandler limited) => handler?.Invoke(limited) ?? limited;
}
