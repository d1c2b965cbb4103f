namespace Nuke.Common.Git;

/// <summary>Asks which kind of branch is checked out.</summary>
public static class GitRepositoryExtensions
{
    public static bool IsOnMainOrMasterBranch(this GitRepository repository) => repository.IsOnMainBranch() || repository.IsOnMasterBranch();
    public static bool IsOnMasterBranch(this GitRepository repository) => Is(repository, "master");
    public static bool IsOnMainBranch(this GitRepository repository) => Is(repository, "main");
    public static bool IsOnDevelopBranch(this GitRepository repository) => Is(repository, "develop") || Is(repository, "dev");
    public static bool IsOnFeatureBranch(this GitRepository repository) => Starts(repository, "feature/");
    public static bool IsOnReleaseBranch(this GitRepository repository) => Starts(repository, "release/");
    public static bool IsOnHotfixBranch(this GitRepository repository) => Starts(repository, "hotfix/");

    private static bool Is(GitRepository repository, string branch) => string.Equals(repository.Branch, branch, StringComparison.OrdinalIgnoreCase);

    private static bool Starts(GitRepository repository, string prefix) =>
        repository.Branch?.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ?? false;
}
