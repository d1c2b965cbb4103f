namespace Fairlead.Secrets;

/// <summary>How a parameter is found among the variables: NUKE ignores case and punctuation, and accepts its own prefix.</summary>
public static class VariableName
{
    /// <summary>Goes in front of a parameter's name.</summary>
    public const string Prefix = "NUKE";

    /// <summary>The letters and digits in capitals: <c>NUGETAPIKEY</c> for NuGetApiKey, nuget-api-key and NUGET_API_KEY.</summary>
    public static string Key(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    /// <summary>The keys under which a parameter is found, the one that wins first.</summary>
    public static IReadOnlyList<string> KeysOf(string parameter) => [Key(parameter), Prefix + Key(parameter)];
}
