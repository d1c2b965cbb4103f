using System.Diagnostics;
using Fairlead.Releases;

namespace Fairlead.Tests.Releases;

/// <summary>What a release has of the source's history that the one before had not.</summary>
public sealed class ReleasedCommitsTests : IDisposable
{
    private readonly TemporaryDirectory _clone = new("fairlead-commits-");

    public ReleasedCommitsTests() => Git("init", "--quiet");

    public void Dispose() => _clone.Dispose();

    [Fact]
    public async Task The_commits_since_the_release_before_are_told_newest_first()
    {
        var before = Commit("Begin");
        var first = Commit("Let the basket count");
        var second = Commit("Let it forget");

        var commits = (await SourceRevision.ReadCommitsAsync(_clone, before, second, default)).ShouldNotBeNull();

        commits.Added.ShouldBe([new ReleasedCommit(second, "Let it forget"), new ReleasedCommit(first, "Let the basket count")]);
        (commits.Dropped.Count, commits.HasMore).ShouldBe((0, false));
    }

    [Fact]
    public async Task Where_an_older_commit_is_deployed_what_that_drops_is_told()
    {
        var older = Commit("Begin");
        var newer = Commit("Let the basket count");

        var commits = (await SourceRevision.ReadCommitsAsync(_clone, newer, older, default)).ShouldNotBeNull();

        commits.Added.ShouldBeEmpty();
        commits.Dropped.ShouldBe([new ReleasedCommit(newer, "Let the basket count")]);
    }

    [Fact]
    public async Task Of_many_commits_only_some_are_recorded_and_a_long_subject_is_cut()
    {
        var before = Commit("Begin");
        for (var i = 0; i <= ReleasedCommits.Most; i++)
        {
            Commit(new string('x', 200));
        }

        var commits = (await SourceRevision.ReadCommitsAsync(_clone, before, Git("rev-parse", "HEAD"), default)).ShouldNotBeNull();

        (commits.Added.Count, commits.HasMore).ShouldBe((ReleasedCommits.Most, true));
        commits.Added[0].Subject.ShouldBe($"{new string('x', 120)}…");
    }

    [Fact]
    public async Task What_the_clone_does_not_have_is_not_known_and_a_record_is_never_an_option_of_git()
    {
        var commit = Commit("Begin");

        (await SourceRevision.ReadCommitsAsync(_clone, new string('a', 40), commit, default)).ShouldBeNull();
        (await SourceRevision.ReadCommitsAsync(_clone, $"--output={_clone.PathOf("written")}", commit, default)).ShouldBeNull();
        File.Exists(_clone.PathOf("written")).ShouldBeFalse();
    }

    private string Commit(string subject)
    {
        Git("commit", "--quiet", "--allow-empty", "-m", subject);
        return Git("rev-parse", "HEAD");
    }

    private string Git(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("git", ["-c", "user.name=mira", "-c", "user.email=mira@example.com", .. arguments])
        {
            WorkingDirectory = _clone,
            RedirectStandardOutput = true,
        })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0);
        return output.Trim();
    }
}
