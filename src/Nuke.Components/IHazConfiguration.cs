using Nuke.Common;

namespace Nuke.Components;

/// <summary>The configuration to build: Debug on a person's machine, Release on a server.</summary>
public interface IHazConfiguration : INukeBuild
{
    [Parameter("Configuration to build")]
    Configuration Configuration => TryGetValue(() => Configuration)
        ?? (IsLocalBuild ? Configuration.Debug : Configuration.Release);
}
