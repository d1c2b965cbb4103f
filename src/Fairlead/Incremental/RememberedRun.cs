using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Fairlead.Secrets;

namespace Fairlead.Incremental;

/// <summary>What is kept of a target's last run that ended well. Text, so that a curious user can read it; the last line is a digest
/// of the ones before, so that half a file is not taken for a whole one.</summary>
/// <param name="Keys">One digest over all keys; they may be secret.</param>
/// <param name="Inputs">Digests by name.</param>
/// <param name="Outputs">Digests by name.</param>
internal sealed record RememberedRun(string Keys, IReadOnlyDictionary<string, string> Inputs, IReadOnlyDictionary<string, string> Outputs)
{
    private const string Header = "fairlead-incremental 2";

    /// <summary>Lengths are part of what is hashed: ["ab", "c"] is not ["a", "bc"]. A key with a secret in it is stretched first: the digest is kept in a file,
    /// and must not let anybody guess.</summary>
    public static string KeysDigest(IEnumerable<string> keys)
        => Sha256(string.Concat(keys.Select(x => HoldsSecret(x) ? StretchedDigest.Of(x, Header) : x).Select(x => $"{x.Length}:{x}\n")));

    public string Format()
    {
        var text = new StringBuilder().Append(Header).Append('\n').Append("keys ").Append(Keys).Append('\n');
        foreach (var (kind, files) in new[] { ("input", Inputs), ("output", Outputs) })
        {
            foreach (var (name, digest) in files.OrderBy(x => x.Key, StringComparer.Ordinal))
            {
                text.Append(kind).Append(' ').Append(digest).Append(' ').Append(Escape(name)).Append('\n');
            }
        }

        return $"{text}end {Sha256(text.ToString())}\n";
    }

    public static bool TryParse(string text, [NotNullWhen(true)] out RememberedRun? run)
    {
        run = null;
        var end = text.LastIndexOf("\nend ", StringComparison.Ordinal) + 1;
        if (end == 0 || text[end..] != $"end {Sha256(text[..end])}\n")
        {
            return false;
        }

        var lines = text[..end].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length < 2 || lines[0] != Header || !lines[1].StartsWith("keys ", StringComparison.Ordinal))
        {
            return false;
        }

        var inputs = new Dictionary<string, string>(StringComparer.Ordinal);
        var outputs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines.Skip(2))
        {
            if (line.Split(' ', 3) is not [("input" or "output") and var kind, var digest, var name])
            {
                return false;
            }

            (kind == "input" ? inputs : outputs)[Unescape(name)] = digest;
        }

        run = new RememberedRun(lines[1]["keys ".Length..], inputs, outputs);
        return true;
    }

    private static bool HoldsSecret(string key) => SecretMask.Hide(key) != key || (key.Split('=', 2) is [var name, _] && SecretNames.IsSecret(name));

    // A file's name may hold a line end.
    private static string Escape(string name) => name.Replace("%", "%25").Replace("\n", "%0A");

    private static string Unescape(string name) => name.Replace("%0A", "\n").Replace("%25", "%");

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
