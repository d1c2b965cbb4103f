using Nuke.Common.Tooling;

namespace Nuke.Common.Tests;

/// <summary>A test that needs a program on PATH, and a POSIX shell.</summary>
internal sealed class ToolFactAttribute : FactAttribute
{
    public ToolFactAttribute(string tool)
        => Skip = !OperatingSystem.IsLinux() ? "Needs /bin/sh" : ToolPathResolver.TryGetPathExecutable(tool) is null ? $"{tool} is not on PATH" : null;
}
