using Nuke.Common.Execution;
using Nuke.Common.Parameters;

namespace Nuke.Common.ConsoleOutput;

/// <summary>Prints the targets and parameters of a build, in NUKE's layout.</summary>
internal static class HelpWriter
{
    private const int Widest = 90;
    private const int Narrowest = 40;

    public static void Write(BuildSession session, NukeBuild build)
    {
        var width = session.Surroundings.IsTerminal ? Math.Clamp(session.Surroundings.WindowSize().Columns - 1, Narrowest, Widest) : Widest;
        foreach (var line in Lines(session, width))
        {
            session.Surroundings.Out.Write(session.Secrets.Apply(line) + "\n");
        }
    }

    private static IEnumerable<string> Lines(BuildSession session, int columns)
    {
        var targets = session.Targets.Where(x => x.Listed).OrderBy(x => x.Name, StringComparer.Ordinal).ToList();
        yield return "Targets (with their direct dependencies):";
        yield return "";
        var nameWidth = targets.Select(x => Title(x).Length).DefaultIfEmpty(0).Max();
        foreach (var target in targets)
        {
            var dependencies = Wrap(string.Join(", ", target.ExecutionDependencies.Select(x => x.Name)), nameWidth + 8, columns).ToList();
            yield return dependencies.Count == 0 ? $"  {Title(target)}" : $"  {Title(target).PadRight(nameWidth)}   -> {dependencies[0].TrimStart()}";
            foreach (var line in dependencies.Skip(1).Concat(Wrap(target.Description, indent: 6, columns)))
            {
                yield return line;
            }
        }

        var own = session.Values.Declared
            .Where(x => x.Attribute.List)
            .OrderBy(x => x.Name, StringComparer.Ordinal)
            .Select(x => new BuildSwitch($"--{ParameterNames.Dashed(x.Name)}", Describe(x)))
            .ToList();
        var builtIn = BuildOptionsReader.Switches.Select(x => new BuildSwitch($"--{x.Name}", x.Description)).ToList();
        var width = own.Concat(builtIn).Max(x => x.Name.Length);
        yield return "";
        yield return "Parameters:";
        foreach (var group in new[] { own, builtIn }.Where(x => x.Count > 0))
        {
            yield return "";
            foreach (var (name, description) in group)
            {
                var lines = Wrap(description, indent: width + 5, columns).ToList();
                yield return lines.Count == 0 ? $"  {name}" : $"  {name.PadRight(width)}   {lines[0].TrimStart()}";
                foreach (var line in lines.Skip(1))
                {
                    yield return line;
                }
            }
        }
    }

    private static string Title(ExecutableTarget target) => target.IsDefault ? $"{target.Name} (default)" : target.Name;

    private static string Describe(ParameterDeclaration parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.Type) ?? parameter.Type;
        var values = type.IsEnum || typeof(Tooling.Enumeration).IsAssignableFrom(type) ? ValueConverter.Describe(type) : null;
        var secret = parameter.IsSecret ? "Secret." : null;
        return string.Join(' ', new[] { Sentence(parameter.Attribute.Description), Sentence(values), secret }.Where(x => x is not null));
    }

    private static string? Sentence(string? text)
        => string.IsNullOrWhiteSpace(text) ? null : char.ToUpperInvariant(text[0]) + text[1..].TrimEnd('.') + ".";

    private static IEnumerable<string> Wrap(string? text, int indent, int columns)
    {
        var line = "";
        foreach (var word in (text ?? "").Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && indent + line.Length + 1 + word.Length > columns)
            {
                yield return new string(' ', indent) + line;
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        if (line.Length > 0)
        {
            yield return new string(' ', indent) + line;
        }
    }
}
