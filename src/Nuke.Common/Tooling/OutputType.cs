namespace Nuke.Common.Tooling;

/// <summary>The stream that a line came from.</summary>
public enum OutputType
{
    Std,
    Err,
}
