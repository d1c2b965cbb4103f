using Serilog.Events;

namespace Nuke.Common.ConsoleOutput;

/// <summary>The warnings and errors of a run, for the list at its end. A target's text is in it once: compilers print theirs twice.</summary>
internal sealed class IssueList
{
    // A tool that complains without end must not fill the memory. Of so many the first are of use; all are in the log.
    private const int Most = 10_000;
    private const long MostCharacters = 16 * 1024 * 1024;

    private readonly List<OutputIssue> _issues = [];
    private readonly HashSet<OutputIssue> _known = [];

    private long _characters;

    public IReadOnlyList<OutputIssue> All => _issues;

    /// <summary>How many came when the list was full.</summary>
    public long Left { get; private set; }

    /// <summary>The first sentence or line that says why the target failed. A line that only announces others (it ends with a colon) does not.</summary>
    public string? FirstReason(string? target)
        => _issues.Where(x => x.IsError && x.Target == target).Select(x => Headline(x.Text.Split('\n')[0].Trim())).FirstOrDefault(x => x.Length > 0);

    /// <summary>Whether an error of the target starts with a text: the row of a failed target has the first error, and not its exception too.</summary>
    public bool HasError(string? target, string start)
        => _issues.Exists(x => x.IsError && x.Target == target && x.Text.StartsWith(start.Trim(), StringComparison.Ordinal));

    // 'npm run build' ended with exit code 1. Its last lines:
    private static string Headline(string line) => line.EndsWith(':') ? line[..(line.LastIndexOf(". ", StringComparison.Ordinal) + 1)] : line;

    /// <summary>Returns whether the text says something new.</summary>
    public bool Add(LogEventLevel level, string? target, string text)
    {
        text = Clean(text);
        var issue = new OutputIssue(level >= LogEventLevel.Error, target, text);
        if (text.Length == 0 || _known.Contains(issue))
        {
            return false;
        }

        if (_issues.Count == Most || _characters + text.Length > MostCharacters)
        {
            Left++;
            return false;
        }

        _known.Add(issue);
        _issues.Add(issue);
        _characters += text.Length;
        return true;
    }

    /// <summary>
    /// Leaves out the further lines of a text that the target has logged as errors before: a failed tool repeats its last ones. Nothing announces them then.
    /// </summary>
    public string WithoutRepeated(string? target, string text)
    {
        if (!text.Contains('\n'))
        {
            return text;
        }

        var lines = text.Split('\n');
        var kept = lines.Where((x, i) => i == 0 || !IsKnownError(target, x)).ToList();
        var isAnnounced = kept.Count > 1 && kept[1].StartsWith(' ');
        if (kept.Count < lines.Length && !isAnnounced && Headline(kept[0].TrimEnd()) is { Length: > 0 } headline)
        {
            kept[0] = headline;
        }

        return string.Join('\n', kept);
    }

    private bool IsKnownError(string? target, string line)
    {
        var text = line.Trim();
        if (text.StartsWith("> ", StringComparison.Ordinal))
        {
            text = text[2..];
        }

        return text.Length > 0 && _known.Contains(new OutputIssue(IsError: true, target, Clean(text)));
    }

    /// <summary>
    /// The runner of xunit puts a time before the name of a failed test, which differs from run to run:
    /// <c>[xUnit.net 00:00:01.23]     Orders.An_order_has_lines [FAIL]</c>.
    /// </summary>
    public static string Clean(string text)
    {
        text = AnsiText.Clean(text, keepColor: false).Trim();
        return text.StartsWith("[xUnit.net ", StringComparison.Ordinal) && text.IndexOf(']') is > 0 and var end ? text[(end + 1)..].TrimStart() : text;
    }
}
