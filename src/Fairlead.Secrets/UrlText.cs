namespace Fairlead.Secrets;

/// <summary>How a URL is shown: without the user and the password that it may carry (RFC 3986, section 3.2.1), and without credentials in its query.</summary>
public static class UrlText
{
    /// <summary>The URL with what stands between the scheme and the host's name left out, and with a mark in the place of a signature or a token.</summary>
    public static string Of(Uri url)
        => SecretMask.WithoutCredentials(
            !url.IsAbsoluteUri ? url.ToString()
                : url.UserInfo.Length > 0 ? new UriBuilder(url) { UserName = "", Password = "" }.Uri.AbsoluteUri
                : url.AbsoluteUri);

    /// <summary>As <see cref="Of(Uri)"/>, for a URL that may be missing: <c>url?.Shown()</c>.</summary>
    public static string Shown(this Uri url) => Of(url);

    /// <summary>The same for a text that may be a URL: an endpoint or a remote as somebody has set it.</summary>
    public static string Of(string url)
        => Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.UserInfo.Length > 0 && url.Contains("://", StringComparison.Ordinal)
            ? Of(parsed)
            : SecretMask.WithoutCredentials(url);
}
