namespace Nuke.Common.Execution;

/// <summary>Globs of artifacts: <c>*</c> within a name, <c>**</c> across directories, a directory for all that is in it.</summary>
internal static class ArtifactPattern
{
    /// <summary>Whether a file can match both patterns. A relative one may stand below any directory, since CI generators place it there.</summary>
    public static bool Overlap(string first, string second)
    {
        var a = Parts(first);
        var b = Parts(second);
        if (!Path.IsPathRooted(first))
        {
            a = ["**", .. a];
        }

        if (!Path.IsPathRooted(second))
        {
            b = ["**", .. b];
        }

        return Overlap(a, b);
    }

    private static string[] Parts(string pattern)
        => pattern.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries).Where(x => x != ".").ToArray();

    private static bool Overlap(ReadOnlySpan<string> a, ReadOnlySpan<string> b)
    {
        // What is left of the other is below the directory that this one names.
        if (a.IsEmpty || b.IsEmpty)
        {
            return true;
        }

        if (a[0] == "**")
        {
            return OverlapAnywhere(a[1..], b);
        }

        if (b[0] == "**")
        {
            return OverlapAnywhere(b[1..], a);
        }

        return NamesOverlap(a[0], b[0]) && Overlap(a[1..], b[1..]);
    }

    private static bool OverlapAnywhere(ReadOnlySpan<string> pattern, ReadOnlySpan<string> other)
    {
        if (pattern.IsEmpty)
        {
            return true;
        }

        for (; !other.IsEmpty; other = other[1..])
        {
            if (Overlap(pattern, other))
            {
                return true;
            }
        }

        return false;
    }

    private static bool NamesOverlap(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.IsEmpty && b.IsEmpty)
        {
            return true;
        }

        if (!a.IsEmpty && a[0] == '*')
        {
            return NamesOverlap(a[1..], b) || (!b.IsEmpty && NamesOverlap(a, b[1..]));
        }

        if (!b.IsEmpty && b[0] == '*')
        {
            return NamesOverlap(a, b[1..]) || (!a.IsEmpty && NamesOverlap(a[1..], b));
        }

        return !a.IsEmpty && !b.IsEmpty && (a[0] == b[0] || a[0] == '?' || b[0] == '?') && NamesOverlap(a[1..], b[1..]);
    }
}
