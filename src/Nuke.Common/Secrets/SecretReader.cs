using Nuke.Common.Execution;
using Nuke.Common.Parameters;

namespace Nuke.Common.Secrets;

/// <summary>Decrypts the secrets of parameters files, each file with its own password, which is asked for once.</summary>
internal sealed class SecretReader(BuildSession session, ParameterSources sources)
{
    private const int Attempts = 3;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, byte[]> _keys = [];
    private readonly HashSet<string> _refused = [];

    /// <summary>The text of a secret that `:secrets` wrote. When nothing will run, the value as it is in the file.</summary>
    /// <exception cref="BuildException">The password is missing or wrong, or the value is damaged.</exception>
    public string Decrypt(string name, RawValue raw)
    {
        if (Verbs.IsGiven(session) || session.Options.Plan || session.Options.Help || session.Options.GenerateConfiguration is not null)
            return raw.Texts[0];
        lock (_lock)
        {
            var file = raw.File;
            if (_keys.TryGetValue(file.Display, out var known))
                return Text(raw, known) ?? throw Wrong(raw, "the password");
            if (ProfilePassword.Find(sources, MacKeychain.For(session.Surroundings.Variables, session.RootDirectory), file.Profile) is not { } found)
                return Ask(name, raw);
            session.Secrets.Add([found.Password]);
            var key = SecretCipher.DeriveKey(found.Password);
            var text = Text(raw, key)
                ?? throw Wrong(raw, found.Variable is null ? "the password in the keychain" : $"the password in the environment variable {found.Variable}");
            _keys[file.Display] = key;
            return text;
        }
    }

    private string Ask(string name, RawValue raw)
    {
        var variable = ProfilePassword.VariableOf(raw.File.Profile);
        // A question among the output of targets would be overlooked.
        if (session.Prompt is not { } prompt || TargetScope.Current is not null)
        {
            throw new BuildException(
                $"The secret {raw.Origin} is encrypted, and its password is not known.",
                $"Set the environment variable {variable} to the password of {Described(raw.File)}, or give the secret as {ParameterNames.Variable(name)}.");
        }

        // Nothing will run: nobody has to type a password to be told so.
        if (session.Problems.Count > 0 && _refused.Count == 0)
            return raw.Texts[0];
        var attempts = _refused.Contains(raw.File.Display) ? 0 : Attempts;
        for (var attempt = 1; attempt <= attempts; attempt++)
        {
            var password = prompt.Secret($"Enter password for {raw.File.Display}:");
            if (password.Length == 0)
                continue;
            session.Secrets.Add([password]);
            var key = SecretCipher.DeriveKey(password);
            if (Text(raw, key) is { } text)
            {
                _keys[raw.File.Display] = key;
                return text;
            }

            prompt.WriteLine("That password does not decrypt the file's secrets.");
        }

        _refused.Add(raw.File.Display);
        throw Wrong(raw, "the password that was entered");
    }

    private static string Text(RawValue raw, byte[] key)
    {
        try
        {
            return SecretCipher.Decrypt(raw.Texts[0], key);
        }
        catch (FormatException)
        {
            throw new BuildException(
                $"The secret {raw.Origin} is damaged: it is not what `:secrets` writes.", "Enter it again with `:secrets`, or remove it.");
        }
    }

    private static BuildException Wrong(RawValue raw, string password)
    {
        var verb = raw.File.Profile is null ? ":secrets" : $":secrets {raw.File.Profile}";
        return new BuildException(
            $"The secret {raw.Origin} cannot be decrypted: {password} is not the one of {Described(raw.File)}.",
            $"Correct {ProfilePassword.VariableOf(raw.File.Profile)}, or enter the secret again with `{verb}`.");
    }

    private static string Described(ParametersFile file) => file.Profile is null ? "the default profile" : $"the profile '{file.Profile}'";
}
