using Nuke.Common.Parameters;

namespace Nuke.Common.Secrets;

/// <summary>The password that a parameters file's secrets are encrypted with.</summary>
internal static class ProfilePassword
{
    /// <summary>PARAMS_KEY for parameters.json, PARAMS_STAGING_KEY for the profile staging. Case and punctuation do not matter.</summary>
    public static string VariableOf(string? profile)
        => profile is null ? "PARAMS_KEY" : $"PARAMS_{string.Concat(profile.Select(x => char.IsAsciiLetterOrDigit(x) ? char.ToUpperInvariant(x) : '_'))}_KEY";

    /// <summary>The password, and the variable that gives it (null when the keychain does); null when neither knows it.</summary>
    public static (string Password, string? Variable)? Find(ParameterSources sources, MacKeychain? keychain, string? profile)
    {
        if (keychain?.TryGet(profile) is { } kept)
        {
            return (kept, null);
        }

        return sources.FindVariable(VariableOf(profile)) is { } variable ? (variable.Value, variable.Name) : null;
    }
}
