using Fairlead.Secrets;

namespace Fairlead.Infrastructure.LocalCloud;

/// <summary>The lines of a POSIX shell that point the tools of AWS at a local cloud.</summary>
public static class ShellExports
{
    /// <exception cref="FairleadException">The local cloud is of an earlier version and has no key.</exception>
    public static IReadOnlyList<string> Of(LocalCloudEndpoints endpoints, string region = "us-east-1")
    {
        var key = endpoints.RequireAccessKey();
        return
        [
            Export("AWS_ENDPOINT_URL", UrlText.Of(endpoints.Api).TrimEnd('/')),
            Export("AWS_ACCESS_KEY_ID", key.AccessKeyId),
            Export("AWS_SECRET_ACCESS_KEY", key.SecretAccessKey),
            Export("AWS_DEFAULT_REGION", region),

            // A profile, or the token of another session, would go before these keys or with them.
            "unset AWS_PROFILE AWS_SESSION_TOKEN",
        ];
    }

    /// <summary>In single quotes nothing has a meaning but the quote itself (POSIX, Shell Command Language, 2.2.2).</summary>
    internal static string Export(string name, string value) => $"export {name}='{value.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
