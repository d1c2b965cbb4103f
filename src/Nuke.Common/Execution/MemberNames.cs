namespace Nuke.Common.Execution;

internal static class MemberNames
{
    /// <summary>Nuke.Components.ITest.Test, the name of an explicit implementation, becomes Test.</summary>
    public static string Short(string name) => name[(name.LastIndexOf('.') + 1)..];
}
