namespace Fairlead.Infrastructure.Terraform;

/// <summary>
/// A version constraint as <c>required_version</c> has them: <c>&gt;= 1.11, &lt; 2.0</c>, <c>~&gt; 1.11.0</c>, <c>!= 1.12.0</c>; all parts must hold.
/// Grammar and the rule for pre-releases: https://developer.hashicorp.com/terraform/language/expressions/version-constraints
/// </summary>
public sealed class VersionConstraint
{
    private readonly string _text;
    private readonly IReadOnlyList<Part> _parts;

    private VersionConstraint(string text, IReadOnlyList<Part> parts)
    {
        _text = text;
        _parts = parts;
    }

    /// <exception cref="FormatException">The text is no constraint; the message says which part is not.</exception>
    public static VersionConstraint Parse(string text) => new(text.Trim(), [.. text.Split(',').Select(x => ParsePart(x.Trim()))]);

    /// <summary>Whether every part holds. A pre-release satisfies only a part that names the same numbers with a pre-release.</summary>
    public bool Contains(TerraformVersion version) => _parts.All(x => x.Holds(version));

    public override string ToString() => _text;

    private static Part ParsePart(string text)
    {
        var number = text.TrimStart('<', '>', '=', '!', '~');
        var sign = text[..^number.Length];
        number = number.Trim();
        if (sign is not ("" or "=" or "!=" or "<" or "<=" or ">" or ">=" or "~>") || number.Length == 0 || !TerraformVersion.TryParse(number, out var version))
        {
            throw new FormatException($"'{text}' is not a version constraint.");
        }

        return new Part(sign, version, number.Split('-')[0].Count(x => x == '.') + 1);
    }

    private sealed record Part(string Sign, TerraformVersion Version, int Segments)
    {
        public bool Holds(TerraformVersion version)
        {
            if (version.Prerelease.Length > 0 && Sign != "!=" && !(Version.Prerelease.Length > 0 && SameNumbers(version)))
            {
                return false;
            }

            var order = version.CompareTo(Version);
            return Sign switch
            {
                "!=" => order != 0,
                "<" => order < 0,
                "<=" => order <= 0,
                ">" => order > 0,
                ">=" => order >= 0,
                // All but the last number that is written stay as they are.
                "~>" => order >= 0 && (Segments < 2 || version.Major == Version.Major) && (Segments < 3 || version.Minor == Version.Minor),
                _ => order == 0,
            };
        }

        private bool SameNumbers(TerraformVersion version) => (version.Major, version.Minor, version.Patch) == (Version.Major, Version.Minor, Version.Patch);
    }
}
