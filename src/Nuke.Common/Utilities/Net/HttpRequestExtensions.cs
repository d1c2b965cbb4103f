using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Nuke.Common.Utilities.Net;

/// <summary>Puts a request together and sends it.</summary>
public static class HttpRequestExtensions
{
    public static HttpRequestBuilder WithBearerAuthentication(this HttpRequestBuilder builder, string bearerToken)
        => builder.WithAuthentication("Bearer", bearerToken);

    public static HttpRequestBuilder WithBasicAuthentication(this HttpRequestBuilder builder, string username, string password)
        => builder.WithAuthentication("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{username}:{password}")));

    public static HttpRequestBuilder WithAuthentication(this HttpRequestBuilder builder, string scheme, string parameter)
    {
        builder.Request.Headers.Authorization = new AuthenticationHeaderValue(scheme, parameter);
        return builder;
    }

    public static HttpRequestBuilder WithJsonContent<T>(this HttpRequestBuilder builder, T obj)
        => builder.WithStringContent(JsonSerializer.Serialize(obj), "application/json");

    public static HttpRequestBuilder WithStringContent(this HttpRequestBuilder builder, string content, string mediaType)
        => WithContent(builder, new StringContent(content, Encoding.UTF8, mediaType));

    public static HttpRequestBuilder WithFormUrlEncodedContent(this HttpRequestBuilder builder, IDictionary<string, string> dictionary)
        => WithContent(builder, new FormUrlEncodedContent(dictionary));

    public static HttpRequestBuilder WithMultipartFormDataContent(
        this HttpRequestBuilder builder, Func<MultipartFormDataContent, MultipartFormDataContent> configurator)
        => WithContent(builder, configurator(new MultipartFormDataContent()));

    public static MultipartFormDataContent AddStringContent(this MultipartFormDataContent data, string name, string content)
    {
        data.Add(new StringContent(content), name);
        return data;
    }

    public static MultipartFormDataContent AddStreamContent(
        this MultipartFormDataContent data, string name, Stream content, string filename, string? mediaType = null)
    {
        var part = new StreamContent(content);
        if (mediaType is not null)
        {
            part.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        }

        data.Add(part, name, filename);
        return data;
    }

    public static async Task<HttpResponseInspector> GetResponseAsync(this HttpRequestBuilder builder, CancellationToken cancellationToken = default)
        => new(await builder.Client.SendAsync(builder.Request, cancellationToken));

    public static HttpResponseInspector GetResponse(this HttpRequestBuilder builder) => builder.GetResponseAsync().GetAwaiter().GetResult();

    private static HttpRequestBuilder WithContent(HttpRequestBuilder builder, HttpContent content)
    {
        builder.Request.Content = content;
        return builder;
    }
}
