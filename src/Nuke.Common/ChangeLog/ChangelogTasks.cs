using System.Globalization;
using NuGet.Versioning;
using Nuke.Common.Execution;
using Nuke.Common.Git;
using Nuke.Common.IO;
using Nuke.Common.Tools.GitHub;
using Serilog;

namespace Nuke.Common.ChangeLog;

/// <summary>Reads and finalizes changelogs as https://keepachangelog.com describes them.</summary>
public static class ChangelogTasks
{
    /// <summary>The newest notes as a package shows them, escaped for a property on MSBuild's command line.</summary>
    public static string GetNuGetReleaseNotes(string changelogFile, GitRepository? repository = null)
    {
        var notes = ExtractChangelogSectionNotes(changelogFile).Select(x => Escape(Bullet(x).Replace("`", ""))).ToList();
        if (repository?.IsGitHubRepository() == true)
        {
            notes.AddRange(["", $"Full changelog at {repository.GetGitHubBrowseUrl(changelogFile)}"]);
        }

        return string.Join(Environment.NewLine, notes);
    }

    /// <summary>The sections of the file, in its order.</summary>
    public static IReadOnlyList<ReleaseNotes> ReadReleaseNotes(AbsolutePath changelogFile)
    {
        var lines = Lines(changelogFile);
        return [.. Sections(changelogFile, lines).Select(x => Notes(lines, x))];
    }

    public static ChangeLog ReadChangelog(string changelogFile)
    {
        var lines = Lines(changelogFile);
        var sections = Sections(changelogFile, lines);
        var unreleased = sections.Where(x => x.Version is null).ToList();
        if (unreleased.Count > 1)
        {
            throw Mistake(
                changelogFile,
                unreleased[1].Start,
                $"'{unreleased[1].Caption}' is a second section without a version, after '{unreleased[0].Caption}' in line {unreleased[0].Start + 1}.",
                "Merge them, or give one a version such as 1.2.0.");
        }

        return new ChangeLog(
            changelogFile, unreleased.Count > 0 ? Notes(lines, unreleased[0]) : null, [.. sections.Select(x => Notes(lines, x))]);
    }

    /// <inheritdoc cref="FinalizeChangelog(AbsolutePath, string, GitRepository)"/>
    public static void FinalizeChangelog(ChangeLog changelogFile, NuGetVersion tag, GitRepository? repository = null)
        => FinalizeChangelog(changelogFile.Path, tag.ToString(), repository);

    /// <summary>Gives what is unreleased its version and today's date, and starts a new section. On GitHub, the links at the end are written anew.</summary>
    /// <exception cref="Exception">There is nothing unreleased, or the version is not above the last one. Nothing is written.</exception>
    public static void FinalizeChangelog(AbsolutePath changelogFile, string tag, GitRepository? repository = null)
    {
        Log.Information("Finalizing {File} for {Tag} ...", changelogFile.Name, tag);
        var lines = Lines(changelogFile).ToList();
        var sections = Sections(changelogFile, lines);
        var draft = sections[0];
        if (draft.Version is not null)
        {
            throw Mistake(
                changelogFile,
                draft.Start,
                $"The first section is '{draft.Caption}', not one of what is unreleased.",
                "Start the file with a section '## [Unreleased]'.");
        }

        if (sections.FirstOrDefault(x => x.Is(tag)) is { } existing)
        {
            throw Mistake(changelogFile, existing.Start, $"There is a section '{existing.Caption}' already.", "Give a higher version.");
        }

        if (draft.IsEmpty)
        {
            throw Mistake(changelogFile, draft.Start, $"The section '{draft.Caption}' is empty.", "Write what changed.");
        }

        if (!NuGetVersion.TryParse(tag.TrimStart('v', 'V'), out var version))
        {
            throw new BuildException($"'{tag}' is not a version.", "Give one such as 1.2.0.");
        }

        if (sections.Where(x => x.Version is not null).MaxBy(x => x.Version) is { } last && version <= last.Version)
        {
            throw Mistake(changelogFile, last.Start, $"{tag} is not above the last version, which is {last.Caption}.", "Give a higher version.");
        }

        var date = BuildSession.Current.Time.GetLocalNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        lines.InsertRange(draft.Start + 1, ["", $"## [{tag}] / {date}"]);
        if (repository?.IsGitHubRepository() == true)
        {
            WriteLinks(lines, tag, repository);
        }

        changelogFile.WriteAllLines(lines);
    }

    /// <summary>The lines of a section that are not blank.</summary>
    /// <param name="changelogFile">The file.</param>
    /// <param name="tag">A version; default is the first section that has notes.</param>
    public static IEnumerable<string> ExtractChangelogSectionNotes(AbsolutePath changelogFile, string? tag = null)
    {
        var lines = Lines(changelogFile);
        var sections = Sections(changelogFile, lines);
        var section = tag is null
            ? sections.FirstOrDefault(x => !x.IsEmpty) ?? throw Mistake(changelogFile, sections[0].Start, "No section has notes.", "Write what changed.")
            : sections.FirstOrDefault(x => x.Is(tag)) ?? throw Mistake(
                changelogFile,
                    sections[0].Start,
                    $"There is no section for '{tag}'.{NearestName.Hint(tag, sections.Select(x => x.Caption))}",
                    "Add one, or name another version.");
        return Notes(lines, section).Notes.Where(x => !string.IsNullOrWhiteSpace(x));
    }

    // https://learn.microsoft.com/visualstudio/msbuild/msbuild-special-characters: on the command line two of these separate properties, and
    // quotation marks are dropped.
    private static string Escape(string text) => text.Replace("%", "%25").Replace(",", "%2C").Replace(";", "%3B").Replace("\"", "%22");

    private static string Bullet(string line)
    {
        var text = line.TrimStart();
        return text.Length > 1 && text[0] is '-' or '*' or '+' && text[1] == ' ' ? $"{line[..^text.Length]}• {text[2..]}" : line;
    }

    private static ReleaseNotes Notes(IReadOnlyList<string> lines, ChangelogSection section)
    {
        IReadOnlyList<string> notes = [.. lines.Skip(section.Start + 1).Take(section.End - section.Start)];
        return section.Version is { } version
            ? new ReleaseNotes(version, notes, section.Start, section.End)
            : new ReleaseNotes(notes, section.Start, section.End);
    }

    private static IReadOnlyList<string> Lines(AbsolutePath file) => file.FileExists()
        ? File.ReadAllLines(file)
        : throw new BuildException($"The changelog {file} does not exist.", "Create it, or name another file.");

    private static IReadOnlyList<ChangelogSection> Sections(AbsolutePath file, IReadOnlyList<string> lines)
    {
        var sections = ChangelogSection.Read(lines);
        return sections.Count > 0
            ? sections
            : throw Mistake(file, 0, "The changelog has no section.", "Start one with a heading such as '## [Unreleased]'.");
    }

    // [Unreleased]: https://github.com/owner/name/compare/1.1.0...HEAD
    // [1.1.0]: https://github.com/owner/name/compare/1.0.0...1.1.0
    // [1.0.0]: https://github.com/owner/name/tree/1.0.0
    private static void WriteLinks(List<string> lines, string tag, GitRepository repository)
    {
        var sections = ChangelogSection.Read(lines);
        var captions = sections.Select(x => x.Caption).ToHashSet(StringComparer.Ordinal);
        lines.RemoveAll(x => ChangelogSection.IsLink(x) && captions.Contains(x[1..x.IndexOf("]: ", StringComparison.Ordinal)]));
        while (lines.Count > 0 && string.IsNullOrWhiteSpace(lines[^1]))
        {
            lines.RemoveAt(lines.Count - 1);
        }

        lines.Add("");
        lines.Add($"[{sections[0].Caption}]: {repository.GetGitHubCompareTagToHeadUrl(tag)}");
        for (var i = 1; i + 1 < sections.Count; i++)
        {
            lines.Add($"[{sections[i].Caption}]: {repository.GetGitHubCompareTagsUrl(sections[i].Caption, sections[i + 1].Caption)}");
        }

        lines.Add($"[{sections[^1].Caption}]: {repository.GetGitHubBrowseUrl(branch: sections[^1].Caption)}");
    }

    private static BuildException Mistake(AbsolutePath file, int index, string what, string next) => new($"{file}, line {index + 1}: {what}", next);
}
