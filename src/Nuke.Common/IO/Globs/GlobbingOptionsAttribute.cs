using Nuke.Common.Execution;

namespace Nuke.Common.IO;

/// <summary>Says for the whole build whether patterns match names in another case.</summary>
public sealed class GlobbingOptionsAttribute : BuildExtensionAttributeBase, IOnBuildCreated
{
    private readonly GlobbingCaseSensitivity _caseSensitivity;

    public GlobbingOptionsAttribute(GlobbingCaseSensitivity caseSensitivity) => _caseSensitivity = caseSensitivity;

    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets) => Globbing.GlobbingCaseSensitivity = _caseSensitivity;
}
