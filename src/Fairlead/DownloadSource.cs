using Fairlead.Secrets;

namespace Fairlead;

/// <summary>
/// Where a program is downloaded from when somebody names a mirror: the one place that says which may be. That what comes is pinned or signed is checked
/// besides; but over http whoever is on the way learns what is going to run, may keep the download from ever ending well, and gets the mirror's password.
/// </summary>
internal static class DownloadSource
{
    /// <summary>The mirror, if it is reached over https, or is on this machine.</summary>
    /// <param name="mirror">As it was set.</param>
    /// <param name="what">What is downloaded: <c>Node.js</c>.</param>
    /// <param name="setting">Where the mirror was set: <c>NODEJS_ORG_MIRROR</c>.</param>
    /// <exception cref="FairleadException">It is neither; nothing is asked then.</exception>
    public static Uri Checked(Uri mirror, string what, string setting)
    {
        var why = !mirror.IsAbsoluteUri ? "which is no URL"
            : mirror.Scheme == Uri.UriSchemeHttps || (mirror.Scheme == Uri.UriSchemeHttp && mirror.IsLoopback) ? null
            : mirror.Scheme == Uri.UriSchemeHttp ? "which is neither https nor this machine: anybody on the way could send something else"
            : $"which is no https but {mirror.Scheme}";
        return why is null
            ? mirror
            : throw new FairleadException(
                $"{what} is not downloaded.",
                $"{setting} is '{UrlText.Of(mirror)}', {why}.",
                $"Set {setting} to an address that begins with https://, or remove it to use the publisher's.");
    }
}
