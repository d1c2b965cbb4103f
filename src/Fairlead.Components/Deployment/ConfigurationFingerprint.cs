using System.Security.Cryptography;
using System.Text;
using Fairlead.Infrastructure;

namespace Fairlead.Components;

/// <summary>Digest of the configuration part of a release: where it goes and what the service is told.</summary>
internal static class ConfigurationFingerprint
{
    public static string Of(StackOutputs outputs, IReadOnlyDictionary<string, string>? environment)
    {
        // Records print their members in order of declaration, names included.
        var text = new StringBuilder(outputs.ToString()).Append('\n');
        foreach (var (name, value) in (environment ?? new Dictionary<string, string>()).OrderBy(x => x.Key, StringComparer.Ordinal))
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{name.Length}:{name}={value.Length}:{value}\n");
        }

        return $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))}";
    }
}
