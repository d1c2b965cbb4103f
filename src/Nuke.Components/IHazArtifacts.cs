using Nuke.Common;
using Nuke.Common.IO;

namespace Nuke.Components;

/// <summary>Where results go.</summary>
public interface IHazArtifacts : INukeBuild
{
    AbsolutePath ArtifactsDirectory => RootDirectory / "artifacts";
}
