using Fairlead.Http;

namespace Nuke.Common.Tooling;

/// <summary>Asks feeds for versions.</summary>
internal static class VersionFeed
{
    // The versions of one package; the longest lists have some hundred kilobytes.
    private const int LargestList = 16 * 1024 * 1024;

    private static readonly Lazy<HttpClient> Client = new(() =>
    {
        var client = LimitedHttp.CreateClient(HttpLimits.Document(LargestList) with { Whole = TimeSpan.FromSeconds(30) });
        client.DefaultRequestHeaders.Add("User-Agent", "build");
        return client;
    });

    /// <exception cref="HttpRequestException">The feed does not answer, refuses, or sends more than a list of versions.</exception>
    public static async Task<string> ReadAsync(string url)
    {
        using var response = await Client.Value.GetAsync(url, HttpCompletionOption.ResponseHeadersRead);
        return await response.EnsureSuccessStatusCode().Content.ReadTextAsync();
    }

    /// <summary>null when the feed does not answer or does not have it.</summary>
    public static async Task<string?> TryReadAsync(string url, Func<string, string?> latest)
    {
        try
        {
            return latest(await ReadAsync(url));
        }
        catch (Exception exception) when (exception is HttpRequestException
            or TaskCanceledException
            or System.Text.Json.JsonException
            or KeyNotFoundException
            or InvalidOperationException)
        {
            return null;
        }
    }
}
