using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Nuke.Common.CI;

/// <summary>Writes the files that make a CI server run the build.</summary>
public interface IConfigurationGenerator
{
    /// <summary>What --generate-configuration takes: the host's name, an underscore, the name.</summary>
    string Id { get; }

    string DisplayName { get; }
    string HostName { get; }
    bool AutoGenerate { get; }
    Type HostType { get; }
    IEnumerable<AbsolutePath> GeneratedFiles { get; }

    void Generate(IReadOnlyCollection<ExecutableTarget> executableTargets);
    void SerializeState();
}
