using Nuke.Common.CI.GitHubActions;
using Nuke.Common.Execution;

namespace Nuke.Common.ConsoleOutput;

/// <summary>Prints why nothing was run.</summary>
internal static class ProblemWriter
{
    public static void Write(BuildSession session, IReadOnlyCollection<string> problems)
    {
        var writer = session.Surroundings.Out;
        writer.Write(problems.Count == 1 ? "Nothing was run, because of a problem:\n" : $"Nothing was run, because of {problems.Count} problems:\n");
        foreach (var problem in problems)
        {
            var text = session.Secrets.Apply(problem);
            writer.Write(session.Host is GitHubActions ? $"::error::{GitHubCommand.Escape(text)}\n" : $"  • {text.Replace("\n", "\n    ")}\n");
        }

        writer.Flush();
    }
}
