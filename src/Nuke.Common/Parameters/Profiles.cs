using Nuke.Common.Execution;

namespace Nuke.Common.Parameters;

/// <summary>Profiles are the files `.nuke/parameters.NAME.json`.</summary>
internal static class Profiles
{
    public static IReadOnlyList<string> Of(string? rootDirectory)
    {
        return rootDirectory is not null && Path.Combine(rootDirectory, ".nuke") is var directory && Directory.Exists(directory)
            ? [.. Directory.GetFiles(directory, "parameters.*.json")
                .Select(x => Path.GetFileName(x))
                .Where(x => x.Length > "parameters..json".Length)
                .Select(x => x["parameters.".Length..^".json".Length])
                .Order(StringComparer.Ordinal)]
            : [];
    }

    /// <summary>Whether it can name a profile: the name becomes part of a file name.</summary>
    public static bool IsName(string profile) => profile.Length > 0 && profile.IndexOfAny(['/', '\\']) < 0;

    public static string Unknown(string profile, string? rootDirectory)
    {
        var known = Of(rootDirectory);
        return $"Unknown profile '{profile}'.{NearestName.Hint(profile, known)} {Known(known)}";
    }

    public static string NotNamed(string? rootDirectory) => $"--profile was given without a name. {Known(Of(rootDirectory))}";

    private static string Known(IReadOnlyList<string> known) => known.Count == 0
        ? "There are no profiles: a profile NAME is a file .nuke/parameters.NAME.json."
        : $"Known profiles: {string.Join(", ", known)}.";
}
