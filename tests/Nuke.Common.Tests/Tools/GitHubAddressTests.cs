using Nuke.Common.Git;
using Nuke.Common.Tools.GitHub;

namespace Nuke.Common.Tests.Tools;

public sealed class GitHubAddressTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("github-").FullName;
    private readonly GitRepository _repository;

    public GitHubAddressTests()
    {
        _repository = new GitRepository(GitProtocol.Ssh, "github.com", "owner/name", "main", _root, null, null, [], null, null);
        Directory.CreateDirectory(Path.Combine(_root, "src"));
        File.WriteAllText(Path.Combine(_root, "src", "a.cs"), "");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Owner_and_name_are_the_parts_of_the_identifier()
    {
        _repository.IsGitHubRepository().ShouldBeTrue();
        _repository.GetGitHubOwner().ShouldBe("owner");
        _repository.GetGitHubName().ShouldBe("name");
    }

    [Fact]
    public void A_page_is_that_of_a_file_or_of_a_directory()
    {
        _repository.GetGitHubBrowseUrl().ShouldBe("https://github.com/owner/name/tree/main");
        _repository.GetGitHubBrowseUrl("src").ShouldBe("https://github.com/owner/name/tree/main/src");
        _repository.GetGitHubBrowseUrl(Path.Combine(_root, "src", "a.cs")).ShouldBe("https://github.com/owner/name/blob/main/src/a.cs");
        _repository.GetGitHubBrowseUrl("gone.cs", "v1", GitHubItemType.File).ShouldBe("https://github.com/owner/name/blob/v1/gone.cs");
        Should.Throw<Exception>(() => _repository.GetGitHubBrowseUrl("gone.cs")).Message.ShouldContain("so that it is unknown what it is");
    }

    [Fact]
    public void A_path_outside_of_the_repository_has_no_page()
        => Should.Throw<Exception>(() => _repository.GetGitHubDownloadUrl(Path.GetTempPath())).Message.ShouldContain("is not in the repository");

    [Fact]
    public void Commits_and_tags_are_compared_from_old_to_new()
    {
        _repository.GetGitHubDownloadUrl("src/a.cs", "v1").ShouldBe("https://raw.githubusercontent.com/owner/name/v1/src/a.cs");
        _repository.GetGitHubCommitUrl("abc").ShouldBe("https://github.com/owner/name/commit/abc");
        _repository.GetGitHubCompareCommitsUrl("new", "old").ShouldBe("https://github.com/owner/name/compare/old^...new");
        _repository.GetGitHubCompareTagsUrl("2.0", "1.0").ShouldBe("https://github.com/owner/name/compare/1.0...2.0");
        _repository.GetGitHubCompareTagToHeadUrl("2.0").ShouldBe("https://github.com/owner/name/compare/2.0...HEAD");
    }

    [Fact]
    public void A_repository_elsewhere_has_no_addresses_on_GitHub()
    {
        var elsewhere = GitRepository.FromUrl("https://gitlab.com/owner/name");
        elsewhere.IsGitHubRepository().ShouldBeFalse();
        ((GitRepository?)null).IsGitHubRepository().ShouldBeFalse();
        Should.Throw<Exception>(elsewhere.GetGitHubOwner).Message.ShouldContain("The remote of the repository is on gitlab.com, not on github.com.");
    }
}
