namespace Nuke.Common.Execution;

/// <summary>Knows which target the running code belongs to, across threads and awaits.</summary>
internal static class TargetScope
{
    private static readonly AsyncLocal<ExecutableTarget?> s_current = new();

    public static ExecutableTarget? Current
    {
        get => s_current.Value;
        set => s_current.Value = value;
    }
}
