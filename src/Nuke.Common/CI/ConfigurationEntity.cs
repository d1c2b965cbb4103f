using Nuke.Common.Utilities;

namespace Nuke.Common.CI;

/// <summary>A part of a CI file.</summary>
public abstract class ConfigurationEntity
{
    public abstract void Write(CustomFileWriter writer);
}
