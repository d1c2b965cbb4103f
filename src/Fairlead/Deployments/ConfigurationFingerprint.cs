using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Fairlead.Infrastructure;
using Fairlead.Secrets;

namespace Fairlead.Deployments;

/// <summary>
/// Digest of the configuration part of a release: where it goes and what the services are told. It is recorded in the ledger, and who reads that
/// may guess: what the services are told goes into it stretched (<see cref="StretchedDigest"/>), salted with the place.
/// </summary>
internal static class ConfigurationFingerprint
{
    /// <param name="outputs">The place.</param>
    /// <param name="services">
    /// What each service is told, and the digest of the archive that instances unpack, which holds more than the image does: a .NET of its own, for their
    /// processor. Null where the image is what runs.
    /// </param>
    public static string Of(StackOutputs outputs, IReadOnlyList<(string Name, IReadOnlyDictionary<string, string> Environment, string? Archive)> services)
    {
        var place = Describe(outputs);
        var (text, told) = (new StringBuilder(place).Append('\n'), new StringBuilder());
        foreach (var (name, environment, archive) in services.OrderBy(x => x.Name, StringComparer.Ordinal))
        {
            if (!IsOfOneEach(outputs))
            {
                text.Append(CultureInfo.InvariantCulture, $"Service = {name}\n");
            }

            foreach (var (variable, value) in environment.OrderBy(x => x.Key, StringComparer.Ordinal))
            {
                told.Append(CultureInfo.InvariantCulture, $"{Owner(name)}{variable.Length}:{variable}={value.Length}:{value}\n");
            }

            if (archive is not null)
            {
                text.Append(CultureInfo.InvariantCulture, $"Archive = {archive}\n");
            }
        }

        // What the only service is called makes no other release.
        string Owner(string name) => IsOfOneEach(outputs) ? "" : string.Create(CultureInfo.InvariantCulture, $"{name.Length}:{name}.");

        if (told.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"Environment = {StretchedDigest.Of(told.ToString(), place)}\n");
        }

        return $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))}";
    }

    private static bool IsOfOneEach(StackOutputs outputs) => outputs is { Services: [{ Url: null }], Sites: [{ Url: null }] };

    /// <summary>Written out, because every place's releases get new ids when this text moves: the layout of the records may change, this may not.</summary>
    internal static string Describe(StackOutputs outputs)
    {
        if (IsOfOneEach(outputs))
        {
            var (service, site) = (outputs.Services[0], outputs.Sites[0]);
            return $"StackOutputs {{ Stack = {outputs.Stack}, Region = {outputs.Region}, SiteBucket = {site.Bucket}, LedgerBucket = "
                + $"{outputs.LedgerBucket}, LedgerPrefix = {outputs.LedgerPrefix}, "
                + $"DistributionId = {site.DistributionId}, PublicUrl = {outputs.PublicUrl?.ToString()}, RepositoryName = {service.RepositoryName}, "
                + $"RepositoryUri = {service.RepositoryUri}, {service.Host.Fingerprint}, "
                + $"LogGroup = {service.LogGroup}, HealthCheckPath = {service.HealthCheckPath} }}";
        }

        var text = new StringBuilder($"StackOutputs 2 {{ Stack = {outputs.Stack}, Region = {outputs.Region}, LedgerBucket = {outputs.LedgerBucket}, "
            + $"LedgerPrefix = {outputs.LedgerPrefix}, PublicUrl = {outputs.PublicUrl?.ToString()}");
        foreach (var service in outputs.Services.OrderBy(x => x.Name, StringComparer.Ordinal))
        {
            text.Append($", Service {{ Name = {service.Name}, {service.Host.Fingerprint}, RepositoryUri = {service.RepositoryUri}, LogGroup = "
                + $"{service.LogGroup}, Url = {service.Url?.ToString()}, HealthCheckPath = {service.HealthCheckPath} }}");
        }

        foreach (var site in outputs.Sites.OrderBy(x => x.Name, StringComparer.Ordinal))
        {
            text.Append($", Site {{ Name = {site.Name}, Bucket = {site.Bucket}, DistributionId = {site.DistributionId}, Url = {site.Url?.ToString()} }}");
        }

        return text.Append(" }").ToString();
    }
}
