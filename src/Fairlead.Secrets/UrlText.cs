namespace Fairlead.Secrets;

/// <summary>How a URL is shown: without the user and the password that it may carry (RFC 3986, section 3.2.1).</summary>
public static class UrlText
{
    /// <summary>The URL with what stands between the scheme and the host's name left out. A relative one is returned as it is.</summary>
    public static string Of(Uri url)
        => url.IsAbsoluteUri && url.UserInfo.Length > 0 ? new UriBuilder(url) { UserName = "", Password = "" }.Uri.ToString() : url.ToString();
}
