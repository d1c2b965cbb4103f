namespace Nuke.Common.Execution;

internal static class NearestName
{
    /// <summary>The candidate that a typing mistake most likely meant; null when none is near.</summary>
    public static string? Of(string value, IEnumerable<string> candidates)
    {
        var best = candidates
            .Select(x => (Name: x, Distance: Distance(value.ToUpperInvariant(), x.ToUpperInvariant())))
            .OrderBy(x => x.Distance)
            .FirstOrDefault();
        return best.Name is not null && best.Distance <= Math.Max(value.Length <= 4 ? 1 : 2, value.Length / 3) ? best.Name : null;
    }

    /// <summary>A sentence to append to an error, with a leading space; empty when nothing is near.</summary>
    public static string Hint(string value, IEnumerable<string> candidates, string prefix = "")
        => Of(value, candidates) is { } name ? $" Did you mean '{prefix}{name}'?" : "";

    // Optimal string alignment: swapped neighbours, the most common slip, count as one edit.
    private static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            d[i, 0] = i;
        }

        for (var j = 0; j <= b.Length; j++)
        {
            d[0, j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }
}
