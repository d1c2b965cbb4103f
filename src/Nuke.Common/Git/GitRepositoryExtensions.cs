using Nuke.Common.Utilities;

namespace Nuke.Common.Git;

/// <summary>Asks which kind of branch is checked out.</summary>
public static class GitRepositoryExtensions
{
    public static bool IsOnMainOrMasterBranch(this GitRepository repository) => repository.IsOnMainBranch() || repository.IsOnMasterBranch();

    public static bool IsOnMasterBranch(this GitRepository repository) => Is(repository, "master");

    public static bool IsOnMainBranch(this GitRepository repository) => Is(repository, "main");

    public static bool IsOnDevelopBranch(this GitRepository repository) => Is(repository, "dev", "develop", "development");

    public static bool IsOnFeatureBranch(this GitRepository repository) => IsBelow(repository, "feature/", "features/");

    public static bool IsOnReleaseBranch(this GitRepository repository) => IsBelow(repository, "release/", "releases/");

    public static bool IsOnHotfixBranch(this GitRepository repository) => IsBelow(repository, "hotfix/", "hotfixes/");

    private static bool Is(GitRepository repository, params string[] branches) => repository.Branch?.EqualsAnyOrdinalIgnoreCase(branches) ?? false;

    private static bool IsBelow(GitRepository repository, params string[] prefixes) => repository.Branch?.StartsWithAnyOrdinalIgnoreCase(prefixes) ?? false;
}
