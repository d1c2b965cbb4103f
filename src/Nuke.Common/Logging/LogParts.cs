namespace Nuke.Common.Execution;

/// <summary>Where a log event goes.</summary>
[Flags]
internal enum LogParts
{
    Console = 1,
    Host = 2,
    Memory = 4,
    Files = 8,
    All = Console | Host | Memory | Files,
}
