using Nuke.Common;
using Nuke.Common.ProjectModel;

namespace Nuke.Components;

/// <summary>The solution of the repository.</summary>
public interface IHazSolution : INukeBuild
{
    [Solution][Required] Solution Solution => TryGetValue(() => Solution);
}
