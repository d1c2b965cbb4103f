namespace Fairlead.Incremental;

/// <summary>How two looks at the same set of files differ.</summary>
public static class FileChanges
{
    private const int Shown = 5;

    /// <summary>Pure. null when every file is there on both sides with the same content; otherwise a clause such as <c>3 inputs changed: a, b, c</c>.</summary>
    /// <param name="kind">What the files are, in the singular: input or output.</param>
    /// <param name="before">By name.</param>
    /// <param name="now">By name.</param>
    public static string? Between(string kind, IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> now)
    {
        var changed = new List<string>();
        var appeared = new List<string>();
        var vanished = before.Where(x => !now.ContainsKey(x.Key) && x.Value != FileState.Absent).Select(x => x.Key).ToList();
        foreach (var (name, digest) in now)
        {
            var earlier = before.GetValueOrDefault(name, FileState.Absent);
            if (earlier != digest)
            {
                (earlier == FileState.Absent ? appeared : digest == FileState.Absent ? vanished : changed).Add(name);
            }
        }

        string[] parts = [Part(kind, "changed", changed), Part(kind, "appeared", appeared), Part(kind, "vanished", vanished)];
        return string.Join("; ", parts.Where(x => x.Length > 0)) is { Length: > 0 } text ? text : null;
    }

    /// <summary>Like <see cref="Between"/>, and a file that was written in between counts as changed although its content is the same now.</summary>
    public static string? Since(FileSnapshot before, FileSnapshot now)
    {
        var written = now.Files.ToDictionary(x => x.Name);
        var touched = before.Files.Where(x => written.TryGetValue(x.Name, out var file)
            && file.Digest == x.Digest
            && (file.Written != x.Written || file.Length != x.Length)).Select(x => x.Name).ToList();
        return Between("input", Digests(before), Digests(now)) ?? (touched.Count > 0 ? Part("input", "written", touched) : null);
    }

    /// <summary>Digests by name.</summary>
    public static IReadOnlyDictionary<string, string> Digests(FileSnapshot snapshot)
        => snapshot.Files.ToDictionary(x => x.Name, x => x.Digest, StringComparer.Ordinal);

    private static string Part(string kind, string verb, List<string> names)
    {
        if (names.Count == 0)
        {
            return "";
        }

        names.Sort(StringComparer.Ordinal);
        var more = names.Count > Shown ? $" and {names.Count - Shown} more" : "";
        return $"{names.Count} {kind}{(names.Count == 1 ? "" : "s")} {verb}: {string.Join(", ", names.Take(Shown))}{more}";
    }
}
