using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Fairlead.Secrets.Children;
using Nuke.Common.Execution;
using Nuke.Common.Utilities;
using Serilog;

namespace Nuke.Common.Tooling;

/// <summary>
/// Says, once per tool and run, that a tool does not get a variable which nobody would expect to be withheld: it holds the value of another secret, or is one
/// by the words of its name alone. Who looks for it must not have to guess.
/// </summary>
internal static class WithheldVariables
{
    private static readonly ConditionalWeakTable<BuildSession, ConcurrentDictionary<string, bool>> Told = [];

    public static void Tell(string program, ChildEnvironment environment)
    {
        var tool = ChildEnvironment.NameOf(program);
        if (environment.Copies.Count + environment.Sounding.Count == 0 || !Told.GetOrCreateValue(BuildSession.Current).TryAdd(tool, true))
        {
            return;
        }

        Tell(tool, environment.Copies, "what is in there is the value of a secret");
        Tell(tool, environment.Sounding, "by its name it is a secret");
    }

    private static void Tell(string tool, IReadOnlyList<string> variables, string why)
    {
        if (variables.Count > 0)
        {
            Log.Information(
                "{Tool:l} does not get {Variables:l}: {Why:l}. If it needs it: --pass-environment {Tool:l}=VARIABLE",
                tool,
                variables.JoinCommaSpace(),
                why,
                tool);
        }
    }
}
