using Fairlead.Secrets;

namespace Nuke.Common.Parameters;

/// <summary>
/// Where parameter values come from, in order: the answer to a prompt, command line, environment, profiles (last one first), parameters.json.
/// </summary>
internal sealed class ParameterSources(
    CommandLine commandLine,
    IReadOnlyDictionary<string, string> variables,
    IReadOnlyList<ParametersFile> files,
    string rootDirectory,
    string workingDirectory)
{
    private readonly Lazy<Dictionary<string, string>> _normalized = new(() => NormalizeAll(variables));
    private readonly Dictionary<string, RawValue> _answers = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The loaded files, the one that wins first.</summary>
    public IReadOnlyList<ParametersFile> Files => files;

    public static IReadOnlyList<ParametersFile> ReadFiles(string rootDirectory, IReadOnlyList<string> profiles, List<string> problems)
    {
        var files = new List<ParametersFile>();
        var directory = Path.Combine(rootDirectory, ".nuke");
        foreach (var profile in profiles.Reverse())
        {
            if (Profiles.IsName(profile) && ParametersFile.Read(directory, profile, problems) is { } file)
            {
                files.Add(file);
            }
            else
            {
                problems.Add(Profiles.Unknown(profile, rootDirectory));
            }
        }

        if (ParametersFile.Read(directory, profile: null, problems) is { } defaults)
        {
            files.Add(defaults);
        }

        return files;
    }

    /// <summary>null when nothing gives the parameter a value.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="emptyVariableCounts">An empty variable is false or an empty list; for other types it is no value.</param>
    public RawValue? Find(string name, bool emptyVariableCounts = false)
    {
        if (_answers.TryGetValue(name, out var answer))
        {
            return answer;
        }

        if (commandLine.Find(name) is { } values)
        {
            return new RawValue(values, null, $"--{ParameterNames.Dashed(name)}", workingDirectory);
        }

        if (FindVariable(name, emptyVariableCounts) is { } variable)
        {
            return new RawValue([variable.Value], null, $"environment variable {variable.Name}", workingDirectory) { IsVariable = true };
        }

        return FindInFiles(name);
    }

    public RawValue? FindInFiles(string name) => files.Select(x => x.Find(name, rootDirectory)).FirstOrDefault(x => x is not null);

    /// <summary>Keeps what a person answered; it wins over everything else.</summary>
    public void Answer(string name, string text) => _answers[name] = new RawValue([text], null, "The answer", workingDirectory);

    public void ForgetAnswer(string name) => _answers.Remove(name);

    /// <summary>
    /// The variable of exactly this name, else one that is equal when case and punctuation are ignored, else the same with the prefix NUKE.
    /// </summary>
    public (string Name, string Value)? FindVariable(string name, bool allowEmpty = false)
    {
        if (variables.TryGetValue(name, out var exact))
        {
            return allowEmpty || exact.Length > 0 ? (name, exact) : null;
        }

        foreach (var candidate in VariableName.KeysOf(name))
        {
            if (_normalized.Value.TryGetValue(candidate, out var actual) && (allowEmpty || variables[actual].Length > 0))
            {
                return (actual, variables[actual]);
            }
        }

        return null;
    }

    private static Dictionary<string, string> NormalizeAll(IReadOnlyDictionary<string, string> variables)
    {
        var normalized = new Dictionary<string, string>(variables.Count);
        foreach (var name in variables.Keys)
        {
            normalized.TryAdd(VariableName.Key(name), name);
        }

        return normalized;
    }
}
