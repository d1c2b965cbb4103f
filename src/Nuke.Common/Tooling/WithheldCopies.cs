using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Fairlead.Secrets.Children;
using Nuke.Common.Execution;
using Nuke.Common.Utilities;
using Serilog;

namespace Nuke.Common.Tooling;

/// <summary>Says, once per tool and run, that a tool does not get a variable whose name says nothing of a secret: who looks for it must not have to guess.</summary>
internal static class WithheldCopies
{
    private static readonly ConditionalWeakTable<BuildSession, ConcurrentDictionary<string, bool>> Told = [];

    public static void Tell(string program, IReadOnlyList<string> variables)
    {
        var tool = ChildEnvironment.NameOf(program);
        if (variables.Count > 0 && Told.GetOrCreateValue(BuildSession.Current).TryAdd(tool, true))
        {
            Log.Information(
                "{Tool:l} does not get {Variables:l}: what is in there is the value of a secret. If it needs it: --pass-environment {Tool:l}=VARIABLE",
                tool,
                variables.JoinCommaSpace(),
                tool);
        }
    }
}
