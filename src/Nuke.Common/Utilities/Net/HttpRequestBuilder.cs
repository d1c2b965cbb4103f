namespace Nuke.Common.Utilities.Net;

/// <summary>A request that is being put together.</summary>
public class HttpRequestBuilder
{
    public HttpRequestBuilder(HttpClient client, HttpRequestMessage request)
    {
        Client = client;
        Request = request;
    }

    public HttpClient Client { get; }

    public HttpRequestMessage Request { get; }
}
