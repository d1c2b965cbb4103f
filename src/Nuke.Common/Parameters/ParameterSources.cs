namespace Nuke.Common.Parameters;

/// <summary>Where parameter values come from, in order: command line, environment, profiles (last one first), parameters.json.</summary>
internal sealed class ParameterSources(
    CommandLine commandLine,
    IReadOnlyDictionary<string, string> variables,
    IReadOnlyList<ParametersFile> files,
    string rootDirectory,
    string workingDirectory)
{
    private readonly Lazy<Dictionary<string, string>> _normalized = new(() => NormalizeAll(variables));

    public static IReadOnlyList<ParametersFile> ReadFiles(string rootDirectory, IReadOnlyList<string> profiles, List<string> problems)
    {
        var files = new List<ParametersFile>();
        var directory = Path.Combine(rootDirectory, ".nuke");
        foreach (var profile in profiles.Reverse())
        {
            var name = $"parameters.{profile}.json";
            if (ParametersFile.Read(Path.Combine(directory, name), $".nuke/{name}", problems) is { } file)
                files.Add(file);
            else
                problems.Add(UnknownProfile(profile, directory));
        }

        if (ParametersFile.Read(Path.Combine(directory, "parameters.json"), ".nuke/parameters.json", problems) is { } defaults)
            files.Add(defaults);
        return files;
    }

    public RawValue Find(string name)
    {
        if (commandLine.Find(name) is { } values)
            return new RawValue(values, null, $"--{ParameterNames.Dashed(name)}", workingDirectory);
        if (FindVariable(name) is { } variable)
            return new RawValue([variable.Value], null, $"environment variable {variable.Name}", workingDirectory);
        return files.Select(x => x.Find(name, rootDirectory)).FirstOrDefault(x => x is not null);
    }

    private (string Name, string Value)? FindVariable(string name)
    {
        if (variables.TryGetValue(name, out var exact) && exact.Length > 0)
            return (name, exact);
        var key = NormalizeVariable(name);
        foreach (var candidate in new[] { key, "NUKE" + key })
        {
            if (_normalized.Value.TryGetValue(candidate, out var actual) && variables[actual].Length > 0)
                return (actual, variables[actual]);
        }

        return null;
    }

    private static Dictionary<string, string> NormalizeAll(IReadOnlyDictionary<string, string> variables)
    {
        var normalized = new Dictionary<string, string>(variables.Count);
        foreach (var name in variables.Keys)
            normalized.TryAdd(NormalizeVariable(name), name);
        return normalized;
    }

    private static string NormalizeVariable(string name) =>
        string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    private static string UnknownProfile(string profile, string directory)
    {
        var known = Directory.Exists(directory)
            ? Directory.GetFiles(directory, "parameters.*.json")
                .Select(x => Path.GetFileName(x)["parameters.".Length..^".json".Length])
                .Order(StringComparer.Ordinal)
                .ToArray()
            : [];
        var hint = known.Length == 0
            ? "There are no profiles: a profile NAME is a file .nuke/parameters.NAME.json."
            : $"Known profiles: {string.Join(", ", known)}.";
        return $"Unknown profile '{profile}'. {hint}";
    }
}
