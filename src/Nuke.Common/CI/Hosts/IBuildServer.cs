namespace Nuke.Common.CI;

/// <summary>A CI server.</summary>
public interface IBuildServer
{
    string? Branch { get; }
    string? Commit { get; }
}
