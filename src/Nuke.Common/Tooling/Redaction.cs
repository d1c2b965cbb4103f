namespace Nuke.Common.Tooling;

/// <summary>Removes the secrets of one invocation from what is shown of it.</summary>
internal static class Redaction
{
    // A line of a secret of several lines that is shorter would blank out unrelated text, such as every brace.
    private const int ShortestLine = 4;

    /// <summary>Replaces each secret, as it is and as it is written on a command line, by [REDACTED]. Of several
    /// lines each is one by itself, because output comes in lines.</summary>
    public static Func<string, string> Filter(IEnumerable<string> secrets)
    {
        var parts = secrets
            .Where(x => !string.IsNullOrEmpty(x))
            .SelectMany(x => x.Split(['\r', '\n']).Where(y => y.Trim().Length >= ShortestLine).Append(x))
            .SelectMany(x => new[] { x, ArgumentStringHandler.QuoteAlways(x)[1..^1] })
            .Distinct()
            .OrderByDescending(x => x.Length)
            .ToArray();
        return parts.Length == 0 ? text => text : text =>
        {
            foreach (var part in parts)
            {
                text = text.Replace(part, "[REDACTED]");
            }

            return text;
        };
    }
}
