using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fairlead.Releases;

/// <summary>SHA-256 over everything that makes a release what it is. Equal content is the same release.</summary>
[JsonConverter(typeof(ContentDigestJsonConverter))]
public sealed record ContentDigest
{
    // Part of what is digested: when the parts change their meaning, this changes, and nothing is taken for equal by mistake.
    private const string Version = "fairlead-content/1";
    private readonly string _text;

    private ContentDigest(string text) => _text = text;

    /// <param name="imageDigest">Digest of the image's manifest; null for a release without a service.</param>
    /// <param name="siteDigest">Digest of the site's files before a release id is stamped on them; null for a release without a site.</param>
    /// <param name="configurationDigest">Digest of what the deploy itself is told: task definition, health check, environment.</param>
    public static ContentDigest Of(string? imageDigest, string? siteDigest, string? configurationDigest)
        => Of(new Dictionary<string, string?> { ["image"] = imageDigest, ["site"] = siteDigest, ["configuration"] = configurationDigest });

    /// <summary>The order of the parts does not matter; a part that is null is as if it were not there.</summary>
    public static ContentDigest Of(IReadOnlyDictionary<string, string?> parts)
    {
        var text = new StringBuilder(Version).Append('\n');
        foreach (var (name, value) in parts.Where(x => x.Value is not null).OrderBy(x => x.Key, StringComparer.Ordinal))
        {
            // Lengths keep "a" + "bc" and "ab" + "c" apart.
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{name.Length}:{name}={value!.Length}:{value}\n");
        }

        return new ContentDigest($"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))}");
    }

    public static bool TryParse(string? text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out ContentDigest? digest)
    {
        digest = text is { Length: 71 } && text.StartsWith("sha256:", StringComparison.Ordinal) && text.AsSpan(7).IndexOfAnyExcept("0123456789abcdef") < 0
            ? new ContentDigest(text)
            : null;
        return digest is not null;
    }

    public override string ToString() => _text;
}

internal sealed class ContentDigestJsonConverter : JsonConverter<ContentDigest>
{
    public override ContentDigest Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => ContentDigest.TryParse(reader.GetString(), out var digest) ? digest : throw new JsonException("not a digest");

    public override void Write(Utf8JsonWriter writer, ContentDigest value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
