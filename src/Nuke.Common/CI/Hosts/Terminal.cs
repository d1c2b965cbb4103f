namespace Nuke.Common.Execution;

/// <summary>A person's machine, or any other place that is not a known CI server.</summary>
public class Terminal : Host
{
    public static bool IsRunningTerminal => true;
}
