using NuGet.Versioning;
using Nuke.Common.ChangeLog;
using Nuke.Common.Git;
using Nuke.Common.IO;

namespace Nuke.Common.Tests.ChangeLog;

public sealed class ChangelogTests : IDisposable
{
    private const string KeepAChangelog = """
        # Changelog

        Everything notable.

        ## [Unreleased]

        ### Added
        - A `button`, red
          and 100 % "round"; so far

        ```
        ## not a heading
        ```

        ## [1.10.0] - 2026-01-01

        - Ten

        ## v1.9.0
        * Nine

        ## [1.8.0](https://example.com/compare) (2025-01-01)

        [Unreleased]: https://github.com/owner/name/compare/1.10.0...HEAD
        [1.10.0]: https://github.com/owner/name/compare/1.9.0...1.10.0
        [manual]: https://example.com/manual

        """;

    private static readonly GitRepository OnGitHub = GitRepository.FromUrl("https://github.com/owner/name", "main");

    private readonly TestRun _run = new();
    private readonly AbsolutePath _file;

    public ChangelogTests()
    {
        _file = (AbsolutePath)_run.Root / "CHANGELOG.md";
        File.WriteAllText(_file, KeepAChangelog);
    }

    public void Dispose() => _run.Dispose();

    private string Refusal(Action action) => Should.Throw<Exception>(action).Message.Replace(_run.Root, "ROOT");

    [Fact]
    public void Sections_are_read_with_their_notes_and_lines()
    {
        var sections = ChangelogTasks.ReadReleaseNotes(_file);
        sections.Select(x => x.Version?.ToString()).ShouldBe([null, "1.10.0", "1.9.0", "1.8.0"]);
        sections[0].Unreleased.ShouldBeTrue();
        (sections[0].StartIndex, sections[0].EndIndex).ShouldBe((4, 12));
        sections[0].Notes.ShouldContain("## not a heading");
        sections[1].Notes.ShouldBe(["", "- Ten"]);
        sections[3].IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Versions_are_compared_as_versions()
    {
        var changelog = ChangelogTasks.ReadChangelog(_file);
        changelog.LatestVersion.ShouldBe(new NuGetVersion(1, 10, 0));
        changelog.ReleaseNotes.Select(x => x.Version!.Minor).ShouldBe([8, 9, 10]);
        changelog.Unreleased!.StartIndex.ShouldBe(4);
    }

    [Fact]
    public void Notes_of_a_version_have_no_blank_lines_and_no_links()
    {
        ChangelogTasks.ExtractChangelogSectionNotes(_file, "1.9.0").ShouldBe(["* Nine"]);
        ChangelogTasks.ExtractChangelogSectionNotes(_file).First().ShouldBe("### Added");
    }

    [Fact]
    public void Notes_for_a_package_are_bullets_without_markup()
    {
        var notes = ChangelogTasks.GetNuGetReleaseNotes(_file, OnGitHubAt(_run.Root)).Split(Environment.NewLine);
        notes[..3].ShouldBe(["### Added", "• A button%2C red", "  and 100 %25 %22round%22%3B so far"]);
        notes[^2..].ShouldBe(["", "Full changelog at https://github.com/owner/name/blob/main/CHANGELOG.md"]);
        ChangelogTasks.GetNuGetReleaseNotes(_file).ShouldNotContain("Full changelog");
    }

    private static GitRepository OnGitHubAt(string directory)
        => new(GitProtocol.Https, "github.com", "owner/name", "main", directory, null, null, [], null, null);

    [Fact]
    public void Finalizing_gives_what_is_unreleased_its_version_and_renews_the_links()
    {
        ChangelogTasks.FinalizeChangelog(_file, "1.11.0", OnGitHub);
        var lines = File.ReadAllLines(_file);
        lines[4].ShouldBe("## [Unreleased]");
        lines[5].ShouldBe("");
        lines[6].ShouldMatch(@"^## \[1\.11\.0\] / \d{4}-\d\d-\d\d$");
        lines[8].ShouldBe("### Added");
        lines[^6..].ShouldBe(
        [
            "",
            "[Unreleased]: https://github.com/owner/name/compare/1.11.0...HEAD",
            "[1.11.0]: https://github.com/owner/name/compare/1.10.0...1.11.0",
            "[1.10.0]: https://github.com/owner/name/compare/v1.9.0...1.10.0",
            "[v1.9.0]: https://github.com/owner/name/compare/1.8.0...v1.9.0",
            "[1.8.0]: https://github.com/owner/name/tree/1.8.0",
        ]);
        lines.ShouldContain("[manual]: https://example.com/manual");
        ChangelogTasks.ReadChangelog(_file).LatestVersion!.ToString().ShouldBe("1.11.0");
    }

    [Fact]
    public void Finalizing_outside_of_GitHub_touches_nothing_but_the_headings()
    {
        ChangelogTasks.FinalizeChangelog(ChangelogTasks.ReadChangelog(_file), NuGetVersion.Parse("2.0.0-beta"));
        File.ReadAllLines(_file).Except(KeepAChangelog.Split('\n')).Single().ShouldStartWith("## [2.0.0-beta] / ");
    }

    [Theory]
    [InlineData("1.9.0", "ROOT/CHANGELOG.md, line 19: There is a section 'v1.9.0' already.")]
    [InlineData("1.9.5", "ROOT/CHANGELOG.md, line 15: 1.9.5 is not above the last version, which is 1.10.0.")]
    [InlineData("next", "'next' is not a version.")]
    public void A_version_that_cannot_be_next_is_refused_and_nothing_is_written(string tag, string message)
    {
        Refusal(() => ChangelogTasks.FinalizeChangelog(_file, tag)).ShouldStartWith(message);
        File.ReadAllText(_file).ShouldBe(KeepAChangelog);
    }

    [Theory]
    [InlineData("# Nothing", "ROOT/CHANGELOG.md, line 1: The changelog has no section.")]
    [InlineData("## vNext\n\n## Unreleased\n- a", "ROOT/CHANGELOG.md, line 3: 'Unreleased' is a second section without a version, after 'vNext' in line 1.")]
    public void A_file_that_is_no_changelog_is_refused_with_its_line(string content, string message)
    {
        File.WriteAllText(_file, content);
        Refusal(() => ChangelogTasks.ReadChangelog(_file)).ShouldStartWith(message);
    }

    [Theory]
    [InlineData("## vNext\n", "line 1: The section 'vNext' is empty.")]
    [InlineData("\n## 1.0.0\n- a", "line 2: The first section is '1.0.0', not one of what is unreleased.")]
    public void Without_a_draft_there_is_nothing_to_finalize(string content, string message)
    {
        File.WriteAllText(_file, content);
        Refusal(() => ChangelogTasks.FinalizeChangelog(_file, "1.0.1")).ShouldContain(message);
    }

    [Fact]
    public void A_version_that_is_not_there_is_refused_with_the_nearest_one()
        => Refusal(() => ChangelogTasks.ExtractChangelogSectionNotes(
            _file,
            "1.10.1")).ShouldContain("There is no section for '1.10.1'. Did you mean '1.10.0'?");

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        File.Delete(_file);
        Refusal(() => ChangelogTasks.ReadChangelog(_file)).ShouldBe("The changelog ROOT/CHANGELOG.md does not exist. Create it, or name another file.");
    }
}
