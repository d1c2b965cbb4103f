using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>How much the dotnet commands print.</summary>
public class DotNetVerbosity : Enumeration
{
    public static DotNetVerbosity quiet { get; } = (DotNetVerbosity)"quiet";
    public static DotNetVerbosity minimal { get; } = (DotNetVerbosity)"minimal";
    public static DotNetVerbosity normal { get; } = (DotNetVerbosity)"normal";
    public static DotNetVerbosity detailed { get; } = (DotNetVerbosity)"detailed";
    public static DotNetVerbosity diagnostic { get; } = (DotNetVerbosity)"diagnostic";

    public static implicit operator DotNetVerbosity(string value) => new() { Value = value };
}
