using Nuke.Common.Execution;

namespace Nuke.Common.Parameters;

/// <summary>Finds switches on the command line that nothing reads. NUKE ignores them; a typing mistake then goes unnoticed.</summary>
internal static class SwitchCheck
{
    /// <summary>Switches that are accepted, but that no person types.</summary>
    private static readonly string[] s_hidden = [Schema.BuildSchemaFile.Switch];

    public static IEnumerable<string> Problems(BuildSession session)
    {
        var known = BuildOptionsReader.Switches.Select(x => x.Name)
            .Concat(session.Values.Declared.Select(x => ParameterNames.Dashed(x.Name)))
            .ToList();
        var normalized = known.Concat(s_hidden).Concat(BuildOptionsReader.HiddenSwitches).Select(CommandLine.Normalize).ToHashSet();
        foreach (var spelling in session.CommandLine.Spellings.Where(x => !normalized.Contains(CommandLine.Normalize(x))))
        {
            // What follows the equals sign may be a secret.
            if (spelling.IndexOf('=') is > 0 and var equals && normalized.Contains(CommandLine.Normalize(spelling[..equals])))
            {
                yield return $"'{spelling[..equals]}' was given its value with an equals sign. Write a space instead: {spelling[..equals]} VALUE.";
                continue;
            }

            var name = spelling.Split('=')[0];
            yield return $"Unknown parameter '{name}'.{NearestName.Hint(name.TrimStart('-'), known, "--")} --help lists them all.";
        }
    }
}
