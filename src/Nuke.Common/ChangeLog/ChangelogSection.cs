using NuGet.Versioning;

namespace Nuke.Common.ChangeLog;

/// <summary>Lines of a changelog from a heading to the last note below it.</summary>
/// <param name="Caption">What the heading names: a version, or a word such as vNext or Unreleased.</param>
/// <param name="Start">Index of the heading.</param>
/// <param name="End">Index of the last line that is not blank.</param>
internal sealed record ChangelogSection(string Caption, int Start, int End)
{
    public bool IsEmpty => Start == End;

    /// <summary>null for the section of what is not released.</summary>
    public NuGetVersion? Version => NuGetVersion.TryParse(Caption.TrimStart('v', 'V'), out var version) ? version : null;

    /// <summary>Whether the heading names this version; v1.0 and 1.0 are the same.</summary>
    public bool Is(string tag) => Caption.TrimStart('v', 'V').Equals(tag.TrimStart('v', 'V'), StringComparison.OrdinalIgnoreCase);

    // ## [1.2.0] - 2026-01-02
    // ## [1.2.0] / 2026-01-02
    // ## [1.2.0](https://example.com/compare/1.1.0...1.2.0) (2026-01-02)
    // ## v1.2.0
    // ## [Unreleased]
    public static IReadOnlyList<ChangelogSection> Read(IReadOnlyList<string> lines)
    {
        var sections = new List<ChangelogSection>();
        var isCode = false;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
            {
                isCode = !isCode;
            }

            if (!isCode && line.StartsWith("## ", StringComparison.Ordinal))
            {
                sections.Add(new ChangelogSection(CaptionOf(line), i, i));
            }
            else if (sections.Count > 0 && !string.IsNullOrWhiteSpace(line) && (isCode || !IsLink(line)))
            {
                sections[^1] = sections[^1] with { End = i };
            }
        }

        return sections;
    }

    // [1.2.0]: https://example.com/compare/1.1.0...1.2.0
    public static bool IsLink(string line) => line.StartsWith('[') && line.Contains("]: ", StringComparison.Ordinal);

    private static string CaptionOf(string heading)
    {
        var text = heading[3..].TrimStart(' ', '[');
        var end = text.IndexOfAny([' ', ']']);
        return end < 0 ? text : text[..end];
    }
}
