using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Fairlead.Secrets.Children;
using Nuke.Common.Execution;
using Nuke.Common.Utilities;
using Serilog;

namespace Nuke.Common.Tooling;

/// <summary>Says, once per tool, that it does not get a variable whose name says nothing of a secret: who looks for it must not have to guess.</summary>
internal static class WithheldCopies
{
    private static readonly ConditionalWeakTable<BuildSession, ConcurrentDictionary<(string Tool, string Variable), bool>> Told = [];

    /// <param name="program">Name or path of the tool.</param>
    /// <param name="variables">Names of what it does not get.</param>
    public static void Tell(string program, IEnumerable<string> variables)
    {
        var tool = ChildEnvironment.NameOf(program);
        var told = Told.GetOrCreateValue(BuildSession.Current);
        var news = variables.Where(x => told.TryAdd((tool, x), true)).ToList();
        if (news.Count > 0)
        {
            Log.Information(
                "{Tool:l} does not get {Variables:l}: what is in there is the value of a secret. If it needs it: --pass-environment {Tool:l}=VARIABLE",
                tool,
                news.JoinCommaSpace(),
                tool);
        }
    }
}
