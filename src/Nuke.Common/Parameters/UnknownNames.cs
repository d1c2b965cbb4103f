using Nuke.Common.Execution;

namespace Nuke.Common.Parameters;

/// <summary>
/// Finds names that nothing reads, on the command line and in parameters files. NUKE ignores them; a typing mistake then goes unnoticed.
/// </summary>
internal static class UnknownNames
{
    /// <summary>Switches that are accepted, but that no person types.</summary>
    private static readonly string[] Hidden = [Schema.BuildSchemaFile.Switch];

    public static IEnumerable<string> Problems(BuildSession session)
    {
        var known = BuildOptionsReader.Switches.Select(x => x.Name)
            .Concat(session.Values.Declared.Select(x => ParameterNames.Dashed(x.Name)))
            .ToList();
        var normalized = known.Concat(Hidden).Concat(BuildOptionsReader.HiddenSwitches).Select(CommandLine.Normalize).ToHashSet();
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

    /// <summary>Properties of the loaded files that look like a parameter misspelt. Others may be meant for another version of the build.</summary>
    public static IEnumerable<string> Warnings(BuildSession session)
    {
        HashSet<string>? known = null;
        foreach (var file in session.Values.Sources.Files)
        {
            foreach (var property in file.Properties.Where(x => !x.Name.StartsWith('$')))
            {
                known ??= new HashSet<string>(
                    session.Values.Declared.Select(x => x.Name).Concat(ParameterDeclarations.BuiltIn), StringComparer.OrdinalIgnoreCase);
                if (!known.Contains(property.Name) && NearestName.Of(property.Name, known) is { } nearest)
                {
                    var place = $"{file.Display}:{file.Position(property.NameStart)}";
                    yield return $"'{property.Name}' in {place} is not a parameter of this build. Did you mean '{nearest}'?";
                }
            }
        }
    }
}
