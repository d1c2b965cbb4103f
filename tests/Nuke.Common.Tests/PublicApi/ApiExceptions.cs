using System.Text;

namespace Nuke.Common.Tests.PublicApi;

/// <summary>A checked-in list of lines, in groups under a comment that says why.</summary>
internal static class ApiExceptions
{
    /// <summary>Compares the lines with those of the file, or brings the file up to date when the environment says so.</summary>
    public static void Verify(string file, IReadOnlyCollection<string> lines, string newcomers, string leavers)
    {
        if (Environment.GetEnvironmentVariable("WRITE_PUBLIC_API") == "1")
        {
            Write(file, lines);
        }

        var named = ApiReference.ReadLines(file).ToHashSet();
        var differences = Describe(newcomers, lines.Except(named)) + Describe(leavers, named.Except(lines));
        if (differences.Length > 0)
        {
            Xunit.Assert.Fail(differences);
        }
    }

    private static string Describe(string heading, IEnumerable<string> lines)
        => string.Join("\n  ", lines) is { Length: > 0 } text ? $"{heading}\n  {text}\n" : "";

    // Keeps the groups of the file, each under its reason; what is new comes last.
    private static void Write(string name, IReadOnlyCollection<string> lines)
    {
        const string unexplained = "# No reason given yet.";
        var file = Repository.PathOf("tests", "Nuke.Common.Tests", "PublicApi", name);
        var reasons = new List<string>();
        var reasonOf = new Dictionary<string, string>();
        foreach (var line in File.ReadLines(file))
        {
            if (line.StartsWith('#'))
            {
                reasons.Add(line);
            }
            else if (line.Length > 0)
            {
                reasonOf[line] = reasons[^1];
            }
        }

        var groups = lines.ToLookup(x => reasonOf.GetValueOrDefault(x, unexplained));
        var text = new StringBuilder();
        foreach (var reason in reasons.Append(unexplained).Distinct().Where(groups.Contains))
        {
            text.Append(text.Length == 0 ? "" : "\n").Append(reason).Append('\n').AppendJoin('\n', groups[reason]).Append('\n');
        }

        File.WriteAllText(file, text.ToString());
        File.Copy(file, ApiReference.PathOf(name), overwrite: true);
    }
}
