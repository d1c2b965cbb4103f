using Nuke.Common.Execution;
using Nuke.Common.Parameters;

namespace Nuke.Common.Completion;

/// <summary>
/// `:complete "LINE"`: prints what can follow the line, which includes the command, one per line. The snippets in docs/completion.md call it.
/// </summary>
internal static class CompleteVerb
{
    public const string Name = ":complete";

    public static void Run(BuildSession session, NukeBuild build)
    {
        var line = string.Join(' ', session.Surroundings.Arguments.Skip(1));
        foreach (var offer in CommandLineCompletion.Of(WithoutCommand(line), Items(session, build)))
        {
            session.Surroundings.Out.Write(offer + "\n");
        }
    }

    /// <summary>"./build.sh Comp" is about the word "Comp". No target has a dot or a slash in its name.</summary>
    internal static string WithoutCommand(string line)
    {
        var trimmed = line.TrimStart();
        var end = trimmed.IndexOf(' ');
        var first = end < 0 ? trimmed : trimmed[..end];
        return first.IndexOfAny(['.', '/', '\\']) >= 0 || first == "nuke" ? (end < 0 ? "" : trimmed[end..].TrimStart()) : trimmed;
    }

    private static IReadOnlyCollection<CompletionItem> Items(BuildSession session, NukeBuild build)
    {
        IEnumerable<string> Targets() => session.Targets.Where(x => x.Listed).Select(x => x.Name).Order(StringComparer.Ordinal);

        var builtIn = BuildOptionsReader.Switches.Select(x => Capitalized(x.Name)).Select(x => x switch
        {
            CommandLineCompletion.Targets or "Skip" => new CompletionItem(x, Targets) { IsList = true, Separator = "+" },
            "Profile" => new CompletionItem(x, () => Profiles.Of(session.RootDirectory)) { IsList = true, IsName = false },
            "Host" => new CompletionItem(x, () => Host.Names),
            "Verbosity" => new CompletionItem(x, Enum.GetNames<Verbosity>),
            _ => new CompletionItem(x, CompletionItem.Nothing),
        });
        var own = session.Values.Declared.OrderBy(x => x.Name, StringComparer.OrdinalIgnoreCase).Select(x => Item(session, build, x));
        return [.. own, .. builtIn];
    }

    private static CompletionItem Item(BuildSession session, NukeBuild build, ParameterDeclaration declaration)
        => new(declaration.Name, () => Values(session, build, declaration))
        {
            IsList = ValueConverter.ElementType(declaration.Type) is not null,
            IsName = declaration.Attribute.ValueProviderMember is null,
            Separator = declaration.Attribute.Separator,
        };

    private static IEnumerable<string> Values(BuildSession session, NukeBuild build, ParameterDeclaration declaration)
    {
        // A value provider may read other parameters.
        session.Values.InjectParameters(build, []);
        return declaration.IsSecret ? [] : ValueSets.Of(declaration.Member, declaration.Attribute, build)?.Select(x => x.Text) ?? [];
    }

    // no-logo becomes NoLogo.
    private static string Capitalized(string dashed) => string.Concat(dashed.Split('-').Select(x => char.ToUpperInvariant(x[0]) + x[1..]));
}
