namespace Nuke.Common.Execution;

/// <summary>Knows which target the running code belongs to, across threads and awaits.</summary>
internal static class TargetScope
{
    private static readonly AsyncLocal<ExecutableTarget?> Ambient = new();

    public static ExecutableTarget? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }
}
