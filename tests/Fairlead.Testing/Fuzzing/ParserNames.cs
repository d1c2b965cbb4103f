using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Fairlead.Testing.Fuzzing;

/// <summary>The parsers of an assembly, known by their names, so that none is written without a fuzz target.</summary>
public static partial class ParserNames
{
    private static readonly HashSet<Type> Inputs =
    [
        typeof(string), typeof(byte[]), typeof(ReadOnlySpan<char>), typeof(ReadOnlySpan<byte>), typeof(ReadOnlyMemory<char>), typeof(ReadOnlyMemory<byte>),
        typeof(Stream), typeof(TextReader),
    ];

    /// <summary>Types with a static method that is called <c>Parse…</c>, <c>TryParse…</c>, <c>Read…</c> or <c>Decode…</c> and is given a text, bytes
    /// or a stream; private ones are their type's own matter.</summary>
    public static IReadOnlyList<string> Of(Assembly assembly)
    => [
        .. assembly.GetTypes()
            .Where(x => !x.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false))
            .Where(x => x
                .GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                .Any(y => !y.IsPrivate && Parser().IsMatch(y.Name) && y.GetParameters() is [var input, ..] && Inputs.Contains(input.ParameterType)))
            .Select(x => x.Name.Split('`')[0])
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Those that no target's source names and that are not among the others.</summary>
    /// <param name="assembly">The parsers' assembly.</param>
    /// <param name="project">The test project whose folder <c>Fuzz</c> has the targets.</param>
    /// <param name="others">Those that a target reaches through another type, or that are no parsers, with the reason.</param>
    /// <returns>A sentence for each; also for one of the others that is not there, or that a target names after all.</returns>
    public static IReadOnlyList<string> WithoutTarget(Assembly assembly, string project, IReadOnlyDictionary<string, string> others)
    {
        var targets = string.Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", project, "Fuzz"), "*Targets.cs").Select(File.ReadAllText));
        var (parsers, named) = (Of(assembly), Word().Matches(targets).Select(x => x.Value).ToHashSet(StringComparer.Ordinal));
        return
        [
            .. parsers.Where(x => !named.Contains(x) && !others.ContainsKey(x)).Select(x => $"{x} has no target, and no reason for it"),
            .. others.Keys.Where(x => !parsers.Contains(x)).Select(x => $"{x} is no parser any more"),
            .. others.Keys.Where(named.Contains).Select(x => $"{x} has a target, and needs no reason"),
        ];
    }

    [GeneratedRegex("^(Try)?(Parse|Read|Decode)([A-Z]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Parser();

    [GeneratedRegex(@"\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
