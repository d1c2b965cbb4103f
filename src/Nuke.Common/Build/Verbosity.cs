namespace Nuke.Common;

/// <summary>How much is printed: Verbose everything and stack traces, Normal debug and above, Minimal warnings, Quiet errors.</summary>
public enum Verbosity
{
    Verbose,
    Normal,
    Minimal,
    Quiet,
}
