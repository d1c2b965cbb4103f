using System.Net;
using Nuke.Common.IO;

namespace Nuke.Common.Utilities.Net;

/// <summary>Checks a response and reads it.</summary>
public static class HttpResponseExtensions
{
    /// <exception cref="HttpResponseException">The status is another one; with the selector's text, if there is a selector.</exception>
    public static HttpResponseInspector AssertStatusCode(
        this HttpResponseInspector inspector, HttpStatusCode status, Func<HttpResponseMessage, string>? errorSelector = null)
        => inspector.AssertResponse(x => x.StatusCode == status
            ? null
            : errorSelector?.Invoke(x) ?? $"The server answered {(int)x.StatusCode} {x.StatusCode}; {(int)status} {status} was expected.");

    /// <param name="inspector">The response.</param>
    /// <param name="errorSelector">What is wrong with the status; null when nothing is.</param>
    /// <exception cref="HttpResponseException">With the selector's text.</exception>
    public static HttpResponseInspector AssertStatusCode(this HttpResponseInspector inspector, Func<HttpStatusCode, string?> errorSelector)
        => inspector.AssertResponse(x => errorSelector(x.StatusCode));

    /// <exception cref="HttpRequestException">The status is none of a success.</exception>
    public static HttpResponseInspector AssertSuccessfulStatusCode(this HttpResponseInspector inspector)
    {
        inspector.Response.EnsureSuccessStatusCode();
        return inspector;
    }

    /// <inheritdoc cref="AssertStatusCode(HttpResponseInspector, Func{HttpStatusCode, string})"/>
    public static HttpResponseInspector AssertResponse(this HttpResponseInspector inspector, Func<HttpResponseMessage, string?> errorSelector)
        => errorSelector(inspector.Response) is { } error ? throw new HttpResponseException(error) : inspector;

    public static async Task<T?> GetBodyAsJson<T>(this HttpResponseInspector inspector)
        => (await inspector.GetBodyAsync()).GetJson<T>();

    public static async Task WriteToFile(this HttpResponseInspector inspector, AbsolutePath path, FileMode mode = FileMode.CreateNew)
    {
        await using var file = File.Open(path, mode);
        await inspector.Response.Content.CopyToAsync(file);
    }
}
