using System.Text.Json;

namespace Fairlead.Infrastructure.Terraform.Messages;

/// <summary>Takes secrets out of what is shown.</summary>
internal sealed class SecretMask
{
    /// <summary>What stands where a secret stood.</summary>
    public const string Mark = "[REDACTED]";

    // Shorter ones would blank out unrelated text, such as every digit.
    private const int Shortest = 4;

    private readonly string[] _parts;

    /// <param name="secrets">Values; of several lines each is one by itself, too, because output comes in lines.</param>
    public SecretMask(IEnumerable<string> secrets)
        => _parts = [.. secrets
            .SelectMany(x => x.Split('\r', '\n').Append(x))
            .Where(x => x.Trim().Length >= Shortest)
            .SelectMany(x => new[]
            {
                x,
                JsonEncodedText.Encode(x, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(),
                Uri.EscapeDataString(x)
            })
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(x => x.Length)];

    public string Apply(string text) => _parts.Aggregate(text, (x, part) => x.Replace(part, Mark, StringComparison.Ordinal));
}
