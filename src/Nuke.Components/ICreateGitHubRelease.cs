using Nuke.Common;
using Nuke.Common.ChangeLog;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Tools.GitHub;
using Nuke.Components.GitHub;
using Serilog;

namespace Nuke.Components;

/// <summary>Creates a release on GitHub, or completes the one that is there, with notes from the changelog.</summary>
[ParameterPrefix(GitHubRelease)]
public interface ICreateGitHubRelease : IHazGitRepository, IHazChangelog
{
    const string GitHubRelease = nameof(GitHubRelease);

    [Parameter("Token that may write contents; default is that of GitHub Actions")]
    [Secret]
    string? GitHubToken => TryGetValue(() => GitHubToken) ?? GitHubActions.Instance?.Token;

    /// <summary>Of the release and of its tag.</summary>
    string Name { get; }

    bool Prerelease => false;

    bool Draft => false;

    IEnumerable<AbsolutePath> AssetFiles { get; }

    Target CreateGitHubRelease => _ => _
        .Requires(() => GitHubToken)
        .Executes(async () =>
        {
            var session = BuildSession.Current;
            var files = LocalAsset.Read(AssetFiles);
            var notes = string.Join('\n', ChangelogTasks.ExtractChangelogSectionNotes(ChangelogFile));
            var options = new GitHubReleaseOptions(
                GitRepository.GetGitHubOwner(), GitRepository.GetGitHubName(), Name, notes, Draft, Prerelease);
            var client = GitHubApi.Client(session, GitHubToken);
            var url = await new GitHubReleaseRunner(client, options).Run(files, session.Cancellation.Token);
            Log.Information("Release {Name} has {Count} files: {Url}", Name, files.Count, url);
        });
}
