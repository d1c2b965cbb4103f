using Nuke.Common;

namespace Fairlead.Components;

/// <summary>Builds with targets that can be skipped as unchanged.</summary>
public interface IHazForce : INukeBuild
{
    [Parameter("Run every target, whatever is remembered of earlier runs")]
    bool Force => TryGetValue<bool?>(() => Force) ?? false;
}
