using System.Collections.ObjectModel;
using Fairlead.Secrets.Children;
using Nuke.Common.Execution;
using Nuke.Common.Utilities;
using Serilog;

namespace Nuke.Common.Tooling;

/// <summary>The environment of a tool that inherits the build's: what <see cref="ChildEnvironment"/> leaves of it for this run.</summary>
internal static class ToolEnvironment
{
    // A property of the C# compiler's targets: it names the compiler server. Analyzers run in that one with the environment that it was started with,
    // so that a tool that gets fewer variables does not use a server which got more.
    private const string CompilerServer = "SharedCompilationId";

    /// <summary>With a mark, by which what the tool leaves behind is found when the build is killed.</summary>
    /// <param name="program">Name or path of the tool.</param>
    /// <param name="changes">What the build sets for it; null removes. It wins over everything.</param>
    public static Dictionary<string, string> For(string program, IReadOnlyDictionary<string, string?> changes)
    {
        var inherited = Inherited(program);
        var variables = With(inherited.Variables, changes);
        WithheldCopies.Tell(program, inherited.Copies);
        if (inherited.Withheld.Count > 0)
        {
            Log.Verbose(
                "{Tool:l} does not get {Variables:l}. A build names what it needs: --pass-environment {Tool:l}=VARIABLE",
                ChildEnvironment.NameOf(program),
                inherited.Withheld.JoinCommaSpace(),
                ChildEnvironment.NameOf(program));
            if (!changes.ContainsKey(CompilerServer))
            {
                variables[CompilerServer] = $"{variables.GetValueOrDefault(CompilerServer) ?? "fairlead"}-children";
            }
        }

        variables[OrphanWatch.Mark] = OrphanWatch.NewMark();
        return variables;
    }

    /// <inheritdoc cref="For(string, IReadOnlyDictionary{string, string})"/>
    public static Dictionary<string, string> Of(string program) => For(program, ReadOnlyDictionary<string, string?>.Empty);

    /// <summary>What options show of an environment that is inherited, before it is known which tool runs.</summary>
    public static Dictionary<string, string> Shown(IReadOnlyDictionary<string, string?> changes) => With(Inherited("").Variables, changes);

    private static ChildEnvironment Inherited(string program) => ChildEnvironment.For(program, EnvironmentInfo.Variables, Secrets(BuildSession.Current));

    private static ChildSecrets Secrets(BuildSession session) => new()
    {
        Parameters = [.. session.Values.Declared.Where(x => x.IsSecret).Select(x => x.Name)],
        Values = session.Values.SecretTexts,
        Passed = session.Options.PassEnvironment,
    };

    private static Dictionary<string, string> With(IReadOnlyDictionary<string, string> variables, IReadOnlyDictionary<string, string?> changes)
    {
        var changed = new Dictionary<string, string>(variables, EnvironmentInfo.IsWin ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach (var (name, value) in changes)
        {
            if (value is null)
            {
                changed.Remove(name);
            }
            else
            {
                changed[name] = value;
            }
        }

        return changed;
    }
}
