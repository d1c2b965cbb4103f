namespace Nuke.Common.Utilities.Net;

/// <summary>Begins a request.</summary>
public static class HttpClientExtensions
{
    /// <param name="client">Sends the request.</param>
    /// <param name="method">Such as GET.</param>
    /// <param name="relativeUri">Relative to the client's base address.</param>
    public static HttpRequestBuilder CreateRequest(this HttpClient client, HttpMethod method, string relativeUri)
        => new(client, new HttpRequestMessage(method, relativeUri));

    public static HttpRequestBuilder CreateRequest(this HttpClient client, HttpMethod method, string baseAddress, string relativeUri)
        => new(client, new HttpRequestMessage(method, new Uri(new Uri(baseAddress), relativeUri)));
}
