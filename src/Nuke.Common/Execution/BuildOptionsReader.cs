using System.Globalization;
using Fairlead.Secrets.Children;
using Nuke.Common.CI;
using Nuke.Common.Parameters;

namespace Nuke.Common.Execution;

/// <summary>
/// Reads the engine's own switches from the command line, else from variables with the prefix NUKE_, else (those that NUKE knows, and that do
/// not say where the files are) from the parameters files. Without the prefix variables are not looked at: shells export names such as HOST.
/// </summary>
internal sealed class BuildOptionsReader(CommandLine commandLine, IReadOnlyDictionary<string, string> variables, List<string> problems)
{
    private static readonly string[] FromFiles = ["target", "skip", "continue", "no-logo", "partition", "verbosity", "pass-environment", "runner-commands"];

    private ParameterSources? _files;

    public static readonly IReadOnlyList<BuildSwitch> Switches =
    [
        new("target", "Targets to run, separated by spaces or '+'; the same as naming them first"),
        new("skip", "Targets to skip; without a name, everything except the targets that were asked for"),
        new("plan", "Print what would run, in what order, what runs at the same time, and exit"),
        new("format", "With --plan: text (default), mermaid, dot, json or html"),
        new("help", "Print this and exit"),
        new("parallel", "How many targets may run at the same time (default: number of processors; 1: one by one)"),
        new("profile", "Load .nuke/parameters.NAME.json; the last one named wins"),
        new("continue", "Skip the targets that succeeded in the previous, failed attempt"),
        new("root", "Root directory (default: the nearest one above that has a .nuke directory)"),
        new("verbosity", "Verbose, Normal, Minimal or Quiet"),
        new("host", $"Act as if run by {string.Join(", ", Host.Names.SkipLast(1))} or {Host.Names.Last()} (default: detected)"),
        new("no-logo", "Do not print the banner"),
        new("pass-environment", "Credentials that a tool gets nevertheless: npm=NODE_AUTH_TOKEN docker=AWS_*"),
        new("runner-commands", "Tools whose output may command the CI server's runner, such as ::add-mask::"),
        new("partition", "The shard of this run: part/total"),
        new("generate-configuration", "Write the CI file of this id (such as GitHubActions_ci) and exit"),
    ];

    /// <summary>Understood, and left out of --help as in NUKE.</summary>
    public static readonly IReadOnlyList<string> HiddenSwitches = ["strict"];

    public BuildOptions Read(ParameterSources files)
    {
        _files = files;
        return Read();
    }

    private BuildOptions Read() => new()
    {
        Plan = Flag("plan"),
        Help = Flag("help"),
        NoLogo = Flag("no-logo"),
        Continue = Flag("continue"),
        Strict = Flag("strict"),
        Partition = Value("partition", Partition.Parse, Partition.Single),
        Verbosity = Value("verbosity", ParseVerbosity, Verbosity.Normal),
        Parallel = Value("parallel", ParseParallel, Environment.ProcessorCount),
        GenerateConfiguration = Value<string?>("generate-configuration", x => x, null),
        PassEnvironment = [.. Texts("pass-environment").Select(Passed).OfType<PassedVariable>()],
        RunnerCommands = Texts("runner-commands"),
        Targets = commandLine.Positional.Count > 0
            ? SplitNames("The command line", [.. commandLine.Positional, .. commandLine.Find("target") ?? []])
            : Values("target") is { } targets ? SplitNames(targets.Origin, targets.Texts) : [],
        Skip = Values("skip") is { } skip ? SplitNames(skip.Origin, skip.Texts) : null,
    };

    public IReadOnlyList<string> Profiles(string? rootDirectory)
    {
        if (Values("profile")?.Texts is not { } profiles)
        {
            return [];
        }

        if (profiles.Count == 0)
        {
            problems.Add(Parameters.Profiles.NotNamed(rootDirectory));
        }

        return [.. profiles.Distinct(StringComparer.Ordinal)];
    }

    private bool Flag(string name)
    {
        var values = Values(name);
        switch (values?.Texts)
        {
            case null:
                return false;
            case []:
                return true;
            case [var value] when bool.TryParse(value, out var flag):
                return flag;
            case var texts:
                problems.Add($"{values.Origin} takes no value, but was given '{string.Join(' ', texts)}'. Put targets before the first switch.");
                return false;
        }
    }

    private IReadOnlyList<string> Texts(string name) => Values(name)?.Texts ?? [];

    private PassedVariable? Passed(string text)
    {
        try
        {
            return PassedVariable.Parse(text);
        }
        catch (FormatException exception)
        {
            problems.Add($"--pass-environment was given '{text}'. {exception.Message}");
            return null;
        }
    }

    private T Value<T>(string name, Func<string, T> parse, T fallback)
    {
        var values = Values(name);
        switch (values?.Texts)
        {
            case null:
                return fallback;
            case [var value]:
                try
                {
                    return parse(value);
                }
                catch (FormatException exception)
                {
                    problems.Add($"{values.Origin} was given '{value}'. {exception.Message}");
                    return fallback;
                }

            case var texts:
                problems.Add($"{values.Origin} takes one value, but was given {texts.Count}. Put targets before the first switch.");
                return fallback;
        }
    }

    private RawValue? Values(string name)
    {
        if (commandLine.Find(name) is { } values)
        {
            return new RawValue(values, null, $"--{name}", "");
        }

        var variable = $"NUKE_{name.Replace('-', '_').ToUpperInvariant()}";
        if (variables.TryGetValue(variable, out var value) && value.Length > 0)
        {
            return new RawValue(value.Split([' ', '+'], StringSplitOptions.RemoveEmptyEntries), null, $"environment variable {variable}", "");
        }

        return FromFiles.Contains(name) ? _files?.FindInFiles(name.Replace("-", "")) : null;
    }

    /// <summary>Names of targets, of which some may stand in one word: A+B.</summary>
    private string[] SplitNames(string origin, IReadOnlyList<string> words)
    {
        var names = words.Select(x => x.Split('+', StringSplitOptions.RemoveEmptyEntries)).ToList();

        // A variable of a script that is not set would run the default target.
        if (names.Exists(x => x.Length == 0 || x.Any(string.IsNullOrWhiteSpace)))
        {
            problems.Add($"{origin} has an empty word where the name of a target belongs. Name a target, or leave the word out.");
        }

        return [.. names.SelectMany(x => x)];
    }

    private static Verbosity ParseVerbosity(string value)
        => Enum.TryParse<Verbosity>(value, ignoreCase: true, out var verbosity) && Enum.IsDefined(verbosity) && !char.IsDigit(value[0])
            ? verbosity
            : throw new FormatException($"Expected {string.Join(", ", Enum.GetNames<Verbosity>())}.");

    private static int ParseParallel(string value)
        => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var degree) && degree is >= 1 and <= 1024
            ? degree
            : throw new FormatException("Expected a whole number from 1 to 1024.");
}
