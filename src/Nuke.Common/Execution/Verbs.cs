using Nuke.Common.Completion;
using Nuke.Common.Secrets;

namespace Nuke.Common.Execution;

/// <summary>
/// First words that begin with a colon ask the build for something else than running targets. NUKE's global tool answers them; here the build
/// does.
/// </summary>
internal static class Verbs
{
    public static bool IsGiven(BuildSession session) => First(session).StartsWith(':');

    public static bool IsCompletion(BuildSession session) => First(session) == CompleteVerb.Name;

    /// <summary>Whether a verb was given, and answered.</summary>
    /// <exception cref="BuildException">It is unknown, or cannot be answered.</exception>
    public static bool TryRun(BuildSession session, NukeBuild build)
    {
        if (!IsGiven(session))
        {
            return false;
        }

        switch (First(session))
        {
            case CompleteVerb.Name:
                CompleteVerb.Run(session, build);
                break;
            case SecretsVerb.Name:
                SecretsVerb.Run(session, [.. session.CommandLine.Positional.Skip(1)]);
                break;
            case var verb:
                var known = new[] { CompleteVerb.Name, SecretsVerb.Name };
                throw new BuildException($"Unknown verb '{verb}'.{NearestName.Hint(verb, known)}", $"The build answers {string.Join(" and ", known)}.");
        }

        return true;
    }

    private static string First(BuildSession session) => session.CommandLine.Positional.FirstOrDefault() ?? "";
}
