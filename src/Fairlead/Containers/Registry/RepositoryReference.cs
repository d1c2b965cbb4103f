using System.Net;
using System.Text.RegularExpressions;

namespace Fairlead.Containers.Registry;

/// <summary>A repository in a registry: <c>123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop</c>.</summary>
/// <param name="Registry">Host, with a port if it is not the usual one.</param>
/// <param name="Name">Name of the repository in the registry.</param>
public sealed partial record RepositoryReference(string Registry, string Name)
{
    /// <summary>Where the registry answers. Plain HTTP is for this machine only.</summary>
    public Uri BaseAddress => new($"{(IsLoopback(Registry) ? "http" : "https")}://{Registry}/");

    /// <exception cref="FairleadException">The text is not a host and a repository name, or carries a tag or digest.</exception>
    public static RepositoryReference Parse(string text)
    {
        var slash = text.IndexOf('/');
        return slash > 0 && NamePattern().IsMatch(text[(slash + 1)..]) && Uri.TryCreate($"https://{text[..slash]}/", UriKind.Absolute, out var uri)
            && uri.Authority.Length > 0 && uri.UserInfo.Length == 0
            ? new RepositoryReference(text[..slash], text[(slash + 1)..])
            : throw new FairleadException(
                $"The repository '{text}' is not understood.",
                "A repository is a host and a lower-case name with a slash between them, without a tag.",
                "Write it like 123456789012.dkr.ecr.us-east-1.amazonaws.com/shop.");
    }

    public override string ToString() => $"{Registry}/{Name}";

    internal static bool IsLoopback(string authority)
        => Uri.TryCreate($"http://{authority}/", UriKind.Absolute, out var uri)
            && (uri.IsLoopback
                || uri.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
                || (IPAddress.TryParse(uri.Host, out var address) && IPAddress.IsLoopback(address)));

    // https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pulling-manifests
    [GeneratedRegex("^[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*(/[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*)*$", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}
