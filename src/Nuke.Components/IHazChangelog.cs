using Nuke.Common;
using static Nuke.Common.ChangeLog.ChangelogTasks;

namespace Nuke.Components;

/// <summary>The changelog of the repository.</summary>
public interface IHazChangelog : INukeBuild
{
    string ChangelogFile => RootDirectory / "CHANGELOG.md";

    /// <summary>The newest notes as a package shows them.</summary>
    string NuGetReleaseNotes => GetNuGetReleaseNotes(ChangelogFile, (this as IHazGitRepository)?.GitRepository);
}
