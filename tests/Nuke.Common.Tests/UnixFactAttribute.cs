namespace Nuke.Common.Tests;

/// <summary>A test that needs a POSIX shell.</summary>
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = !OperatingSystem.IsLinux() ? "Needs /bin/sh and /proc" : null;
}
