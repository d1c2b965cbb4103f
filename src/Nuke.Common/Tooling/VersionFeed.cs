namespace Nuke.Common.Tooling;

/// <summary>Asks feeds for versions.</summary>
internal static class VersionFeed
{
    private static readonly Lazy<HttpClient> Client = new(() => new HttpClient
    {
        Timeout = TimeSpan.FromSeconds(30),
        DefaultRequestHeaders = { { "User-Agent", "build" } }
    });

    public static Task<string> ReadAsync(string url) => Client.Value.GetStringAsync(url);

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
