using System.Text.RegularExpressions;

namespace Fairlead.Site;

/// <summary>
/// Tells whether a file name carries a hash of its content, as bundlers write it: <c>index-BkF3x_9Z.js</c> (Vite, Rollup: eight characters of base64url),
/// <c>main.8f3a2c1d.chunk.css</c> (webpack: hexadecimal, eight or more). In doubt it says no: a hashed file taken for an entry point costs a request,
/// the opposite leaves visitors with an old file for a year.
/// </summary>
public static partial class ContentHash
{
    public static bool IsIn(string fileName)
    {
        var name = fileName[(fileName.LastIndexOf('/') + 1)..];

        // index-BkF3x_9Z.js.map carries the hash of the script that it belongs to.
        name = name.EndsWith(".map", StringComparison.Ordinal) ? name[..^4] : name;
        var extension = name.LastIndexOf('.');
        if (extension <= 0)
        {
            return false;
        }

        var stem = name[..extension];
        return Hexadecimal().Matches(stem).Any(x => x.Groups[1].Value.Any(char.IsAsciiDigit) && x.Groups[1].Value.Any(char.IsAsciiLetter))
               || (Base64Url().Match(stem) is { Success: true } match && !Word().IsMatch(match.Groups[1].Value));
    }

    [GeneratedRegex(@"[.\-]([0-9a-f]{8,64})(?=[.\-]|$)")]
    private static partial Regex Hexadecimal();

    [GeneratedRegex(@"[.\-]([A-Za-z0-9_\-]{8})$")]
    private static partial Regex Base64Url();

    /// <summary>What people write: <c>settings</c>, <c>DataGrid</c>, <c>version2</c>, <c>20260101</c>, <c>my-photo</c>.</summary>
    [GeneratedRegex(@"^(?:[_\-]?(?:[A-Z]?[a-z]{2,}|[A-Z]{2,}|[a-z])?\d*)(?:[_\-]?(?:[A-Z]?[a-z]{2,}|[A-Z]{3,}))*[_\-]?\d*$")]
    private static partial Regex Word();
}
