using Nuke.Common.Git;
using Nuke.Common.IO;

namespace Nuke.Common.Tests.Git;

public sealed class GitRepositoryTests : IDisposable
{
    private const string First = "1111111111111111111111111111111111111111";
    private const string Second = "2222222222222222222222222222222222222222";
    private readonly AbsolutePath _root = Directory.CreateTempSubdirectory("git-").FullName;

    public GitRepositoryTests()
    {
        (_root / ".git" / "HEAD").WriteAllText("ref: refs/heads/main\n");
        (_root / ".git" / "config").WriteAllText("[core]\n\tbare = false\n[remote \"origin\"]\n\turl = git@github.com:owner/name.git\n[branch "
            + "\"main\"]\n\tremote = origin\n\tmerge = refs/heads/main\n");
    }

    public void Dispose() => _root.DeleteDirectory();

    [Fact]
    public void Branch_commit_tags_and_remote_are_read_from_loose_refs()
    {
        (_root / ".git" / "refs" / "heads" / "main").WriteAllText($"{First}\n");
        (_root / ".git" / "refs" / "tags" / "v1").WriteAllText($"{First}\n");
        (_root / ".git" / "refs" / "tags" / "old").WriteAllText($"{Second}\n");
        var repository = GitRepository.FromLocalDirectory((_root / "src" / "deep").CreateDirectory());
        repository.Branch.ShouldBe("main");
        repository.Commit.ShouldBe(First);
        repository.Tags.ShouldBe(["v1"]);
        repository.LocalDirectory.ShouldBe(_root);
        repository.Identifier.ShouldBe("owner/name");
        repository.HttpsUrl.ShouldBe("https://github.com/owner/name.git");
        repository.Protocol.ShouldBe(GitProtocol.Ssh);
        repository.RemoteBranch.ShouldBe("main");
        repository.IsOnMainOrMasterBranch().ShouldBeTrue();
    }

    [Fact]
    public void Packed_refs_and_peeled_tags_are_read()
    {
        (_root / ".git" / "packed-refs").WriteAllText(
            $"# pack-refs with: peeled fully-peeled sorted\n{First} refs/heads/main\n{Second} refs/tags/v2\n^{First}\n");
        var repository = GitRepository.FromLocalDirectory(_root);
        repository.Commit.ShouldBe(First);
        repository.Tags.ShouldBe(["v2"]);
    }

    [Fact]
    public void A_linked_worktree_has_its_own_head_and_shares_the_refs()
    {
        (_root / ".git" / "refs" / "heads" / "topic").WriteAllText(Second);
        var own = _root / ".git" / "worktrees" / "wt";
        (own / "HEAD").WriteAllText("ref: refs/heads/topic\n");
        (own / "commondir").WriteAllText("../..\n");
        var tree = _root / "tree";
        (tree / ".git").WriteAllText($"gitdir: {own}\n");
        var repository = GitRepository.FromLocalDirectory(tree);
        repository!.Branch.ShouldBe("topic");
        repository.Commit.ShouldBe(Second);
        repository.Identifier.ShouldBe("owner/name");
    }

    [Fact]
    public void A_detached_head_has_a_commit_and_no_branch()
    {
        (_root / ".git" / "HEAD").WriteAllText(Second);
        var repository = GitRepository.FromLocalDirectory(_root);
        repository.Branch.ShouldBeNull();
        repository.Commit.ShouldBe(Second);
    }

    [Fact]
    public void Without_a_commit_only_the_use_of_the_commit_fails()
    {
        var repository = GitRepository.FromLocalDirectory(_root);
        repository.Branch.ShouldBe("main");
        Should.Throw<Exception>(() => repository.Commit).Message.ShouldContain("has no commit yet");
    }

    [Theory]
    [InlineData("https://user@example.org/a/b.git", "example.org", "a/b")]
    [InlineData("https://example.org:8443/a/b", "example.org", "a/b")]
    [InlineData("ssh://git@example.org:22/a/b.git", "example.org", "a/b")]
    [InlineData("git@example.org:group/sub/b.git", "example.org", "group/sub/b")]
    [InlineData("/srv/git/b.git", null, null)]
    [InlineData("https://user:hidden@example.org/a/b.git", "example.org", "a/b")]
    [InlineData("https://user:hid@den@example.org:8443/a/b.git", "example.org", "a/b")]
    [InlineData("https://example.org/a/b.git?token=hidden", "example.org", "a/b")]
    [InlineData("https://example.org/a/b/#hidden", "example.org", "a/b")]
    public void Remote_urls_are_taken_apart(string url, string? endpoint, string? identifier)
    {
        var repository = GitRepository.FromUrl(url);
        repository.Endpoint.ShouldBe(endpoint);
        repository.Identifier.ShouldBe(identifier);
    }

    [Theory]
    [InlineData("Main", "main")]
    [InlineData("development", "develop")]
    [InlineData("features/x", "feature")]
    [InlineData("releases/1.0", "release")]
    [InlineData("hotfix/1", "hotfix")]
    [InlineData("mainly", "")]
    public void The_kind_of_a_branch_follows_from_its_name(string branch, string kind)
    {
        var repository = GitRepository.FromUrl("https://example.com/owner/name").SetBranch(branch);
        string[] kinds =
        [
            .. repository.IsOnMainOrMasterBranch() ? ["main"] : Array.Empty<string>(),
            .. repository.IsOnDevelopBranch() ? ["develop"] : Array.Empty<string>(),
            .. repository.IsOnFeatureBranch() ? ["feature"] : Array.Empty<string>(),
            .. repository.IsOnReleaseBranch() ? ["release"] : Array.Empty<string>(),
            .. repository.IsOnHotfixBranch() ? ["hotfix"] : Array.Empty<string>(),
        ];
        string.Join(' ', kinds).ShouldBe(kind);
    }

    [Fact]
    public void A_repository_of_an_address_has_no_commit()
    {
        var repository = GitRepository.FromUrl("git@gitlab.com:group/sub/name.git", "main");
        repository.Commit.ShouldBeNull();
        repository.Identifier.ShouldBe("group/sub/name");
        repository.ToString().ShouldBe("git@gitlab.com:group/sub/name");
    }

    private sealed class WithRepository : NukeBuild
    {
        [GitRepository] public readonly GitRepository? Repository;

        Target A => _ => _.Requires(() => Repository);
    }

    [Fact]
    public void A_build_server_says_what_a_detached_head_does_not()
    {
        using var run = new TestRun();
        run.Write(".git/HEAD", First);
        run.Variables["GITHUB_ACTIONS"] = "true";
        run.Variables["GITHUB_REF"] = "refs/heads/topic";
        run.Variables["GITHUB_SHA"] = Second;
        run.Run<WithRepository>("A").ShouldBe(0, run.Output);
        var repository = ((WithRepository)run.Build).Repository;
        repository!.Branch.ShouldBe("topic");
        repository.Commit.ShouldBe(Second);
        GitRepository.FromLocalDirectory(_root).Branch.ShouldBe("main");
    }
}
