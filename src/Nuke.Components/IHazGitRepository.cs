using Nuke.Common;
using Nuke.Common.Git;

namespace Nuke.Components;

/// <summary>The Git repository of the root directory.</summary>
public interface IHazGitRepository : INukeBuild
{
    [GitRepository][Required] GitRepository GitRepository => TryGetValue(() => GitRepository);
}
