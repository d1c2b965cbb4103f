namespace Nuke.Common.Execution;

/// <summary>Something that takes part in the run of a build; higher priorities are called first.</summary>
public interface IBuildExtension
{
    float Priority { get; }
}
