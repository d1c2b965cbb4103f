using Fairlead.Secrets;

namespace Fairlead.Components.Tests.Architecture.Samples.Urls;

/// <summary>Has to do with URLs, and shows none.</summary>
internal static class HidingUrls
{
    public static string Shown(Uri url) => $"{UrlText.Of(url)} {url.Shown()}";

    public static string ShownText(string publicUrl) => $"{UrlText.Of(publicUrl)}";

    public static string Parts(Uri url) => $"{url.Host}:{url.Port} {url.Scheme} {url.AbsolutePath} {url.Query.Length == 0}";

    public static bool Compared(Uri url, Uri other) => url.Equals(other) || Equals(url, other) || url == other;

    public static string Others(string text, string curl) => $"{text} {curl} {text.Length}";

    public static string After(Uri url)
    {
        var isSecure = url.Scheme == Uri.UriSchemeHttps;
        var text = isSecure ? "safe" : url.Host;
        return $"{text} {isSecure}";
    }
}
