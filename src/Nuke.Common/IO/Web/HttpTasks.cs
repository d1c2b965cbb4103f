using System.Net.Http.Headers;
using Fairlead.Http;
using Fairlead.Secrets;
using Nuke.Common.Execution;
using Nuke.Common.Tooling;

namespace Nuke.Common.IO;

/// <summary>Downloads over HTTP.</summary>
public static class HttpTasks
{
    /// <summary>Of a client that is not configured otherwise.</summary>
    public static TimeSpan DefaultTimeout = TimeSpan.FromSeconds(5);

    /// <inheritdoc cref="HttpDownloadStringAsync"/>
    public static string HttpDownloadString(
        string uri, Configure<HttpClient>? clientConfigurator = null, Action<HttpRequestHeaders>? headerConfigurator = null)
        => HttpDownloadStringAsync(uri, clientConfigurator, headerConfigurator).GetAwaiter().GetResult();

    /// <summary>The body of the response, whatever its status is.</summary>
    /// <param name="uri">What to get.</param>
    /// <param name="clientConfigurator">Changes the client: its timeout, for example.</param>
    /// <param name="headerConfigurator">Adds headers to the request.</param>
    public static async Task<string> HttpDownloadStringAsync(
        string uri, Configure<HttpClient>? clientConfigurator = null, Action<HttpRequestHeaders>? headerConfigurator = null)
    {
        using var client = Client(clientConfigurator, headerConfigurator);
        using var response = await client.GetAsync(uri, BuildCancellation.Token);
        return await response.Content.ReadTextAsync(BuildCancellation.Token);
    }

    /// <inheritdoc cref="HttpDownloadFileAsync"/>
    public static void HttpDownloadFile(
        string uri,
        string path,
        FileMode mode = FileMode.Create,
        Configure<HttpClient>? clientConfigurator = null,
        Action<HttpRequestHeaders>? headerConfigurator = null)
        => HttpDownloadFileAsync(uri, path, mode, clientConfigurator, headerConfigurator).GetAwaiter().GetResult();

    /// <summary>Writes the body of a successful response to a file; creates its directory, too.</summary>
    /// <param name="uri">What to get.</param>
    /// <param name="path">The file.</param>
    /// <param name="mode">What to do when it exists.</param>
    /// <param name="clientConfigurator">Changes the client: its timeout, for example.</param>
    /// <param name="headerConfigurator">Adds headers to the request.</param>
    /// <exception cref="ArgumentException">The response is no success; nothing was written.</exception>
    public static async Task HttpDownloadFileAsync(
        string uri,
        AbsolutePath path,
        FileMode mode = FileMode.Create,
        Configure<HttpClient>? clientConfigurator = null,
        Action<HttpRequestHeaders>? headerConfigurator = null)
    {
        using var client = Client(clientConfigurator, headerConfigurator);
        using var response = await client.GetAsync(uri, HttpCompletionOption.ResponseHeadersRead, BuildCancellation.Token);
        Assert.True(
            response.IsSuccessStatusCode,
            $"'{UrlText.Of(uri)}' was not downloaded: the server answered {(int)response.StatusCode} {response.ReasonPhrase}.");
        path.Parent.CreateDirectory();
        await using var file = File.Open(path, mode);
        await response.Content.CopyToAsync(file, BuildCancellation.Token);
    }

    private static HttpClient Client(Configure<HttpClient>? clientConfigurator, Action<HttpRequestHeaders>? headerConfigurator)
    {
        var client = LimitedHttp.CreateClient();
        client.Timeout = DefaultTimeout;
        client = clientConfigurator?.Invoke(client) ?? client;
        headerConfigurator?.Invoke(client.DefaultRequestHeaders);
        return client;
    }
}
