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
        if (raw.File is not { } file)
        {
            throw new InvalidOperationException($"{raw.Origin} is encrypted, but is in no file.");
        }

        if (Verbs.IsGiven(session) || session.Options.Plan || session.Options.Help || session.Options.GenerateConfiguration is not null)
        {
            return raw.Texts[0];
        }

        lock (_lock)
        {
            if (_keys.TryGetValue(file.Display, out var known))
            {
                return Text(raw, known) ?? throw Wrong(raw, file, "the password");
            }

            if (ProfilePassword.Find(sources, MacKeychain.For(session.Surroundings.Variables, session.RootDirectory), file.Profile) is not { } found)
            {
                return Ask(name, raw, file);
            }

            session.Secrets.Add([found.Password]);
            var key = SecretCipher.DeriveKey(found.Password);
            var text = Text(raw, key)
                ?? throw Wrong(
                    raw,
                    file,
                    found.Variable is null ? "the password in the keychain" : $"the password in the environment variable {found.Variable}");
            _keys[file.Display] = key;
            return text;
        }
    }

    private string Ask(string name, RawValue raw, ParametersFile file)
    {
        var variable = ProfilePassword.VariableOf(file.Profile);
        // A question among the output of targets would be overlooked.
        if (session.Prompt is not { } prompt || TargetScope.Current is not null)
        {
            throw new BuildException(
                $"The secret {raw.Origin} is encrypted, and its password is not known.",
                $"Set the environment variable {variable} to the password of {Described(file)}, or give the secret as {ParameterNames.Variable(name)}.");
        }

        // Nothing will run: nobody has to type a password to be told so.
        if (session.Problems.Count > 0 && _refused.Count == 0)
        {
            return raw.Texts[0];
        }

        var attempts = _refused.Contains(file.Display) ? 0 : Attempts;
        for (var attempt = 1; attempt <= attempts; attempt++)
        {
            var password = prompt.Secret($"Enter password for {file.Display}:");
            if (password.Length == 0)
            {
                continue;
            }

            session.Secrets.Add([password]);
            var key = SecretCipher.DeriveKey(password);
            if (Text(raw, key) is { } text)
            {
                _keys[file.Display] = key;
                return text;
            }

            prompt.WriteLine("That password does not decrypt the file's secrets.");
        }

        _refused.Add(file.Display);
        throw Wrong(raw, file, "the password that was entered");
    }

    private static string? Text(RawValue raw, byte[] key)
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

    private static BuildException Wrong(RawValue raw, ParametersFile file, string password)
    {
        var verb = file.Profile is null ? ":secrets" : $":secrets {file.Profile}";
        return new BuildException(
            $"The secret {raw.Origin} cannot be decrypted: {password} is not the one of {Described(file)}.",
            $"Correct {ProfilePassword.VariableOf(file.Profile)}, or enter the secret again with `{verb}`.");
    }

    private static string Described(ParametersFile file) => file.Profile is null ? "the default profile" : $"the profile '{file.Profile}'";
}
