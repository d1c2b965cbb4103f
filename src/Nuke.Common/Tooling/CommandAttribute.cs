namespace Nuke.Common.Tooling;

/// <summary>The command of a tool that a class of options belongs to.</summary>
public class CommandAttribute : Attribute
{
    public Type? Type { get; set; }
    public string? Command { get; set; }
    public string? Arguments { get; set; }
}
