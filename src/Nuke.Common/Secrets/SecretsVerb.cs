using System.Text;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Parameters;
using Nuke.Common.Prompts;

namespace Nuke.Common.Secrets;

/// <summary>
/// `:secrets [profile]`: asks for values of the build's [Secret] parameters and writes them, encrypted, to the profile's parameters file.
/// </summary>
internal sealed class SecretsVerb(BuildSession session, Prompt prompt, MacKeychain? keychain)
{
    public const string Name = ":secrets";

    // NUKE's.
    private const int ShortestPassword = 10;
    private const int Attempts = 3;
    private const string Save = "<Save & Exit>";
    private const string Discard = "<Discard & Exit>";
    private const string DeletePassword = "<Delete Password & Exit>";

    public static void Run(BuildSession session, IReadOnlyList<string> arguments)
    {
        if (arguments.Count > 1)
        {
            throw new BuildException("`:secrets` takes one profile, or none for .nuke/parameters.json.", $"Run `:secrets {arguments[0]}`.");
        }

        var profile = arguments.FirstOrDefault();
        if (profile is not null && !Profiles.IsName(profile))
        {
            throw new BuildException($"'{profile}' cannot name a profile: it becomes part of a file name.", "Choose a name without slashes.");
        }

        if (!session.Values.Declared.Any(x => x.IsSecret))
        {
            session.Surroundings.Out.Write("There are no parameters marked with [Secret].\n");
            return;
        }

        var prompt = session.Prompt
            ?? throw new BuildException("`:secrets` asks questions, and nobody is at a terminal.", "Run it in a terminal.");
        var root = session.RequireRoot();
        new SecretsVerb(session, prompt, MacKeychain.For(session.Surroundings.Variables, root)).Edit(Path.Combine(root, ".nuke"), profile);
    }

    private void Edit(string directory, string? profile)
    {
        var problems = new List<string>();
        var file = ParametersFile.Read(directory, profile, problems);
        if (problems.Count > 0)
        {
            throw new BuildException(string.Join("\n", problems));
        }

        var names = session.Values.Declared.Where(x => x.IsSecret).Select(x => x.Name).Order(StringComparer.Ordinal).ToList();
        var encrypted = file is null ? [] : names
            .Select(x => file.Find(x, directory))
            .SelectMany(x => x is { IsEncrypted: true, Property: { } property } ? new[] { (property.Name, Text: x.Texts[0]) } : [])
            .ToDictionary(x => x.Name, x => x.Text, StringComparer.OrdinalIgnoreCase);
        var display = $".nuke/{ParametersFile.NameOf(profile)}";
        if (file is null)
        {
            prompt.WriteLine($"{display} does not exist yet; saving creates it.");
        }

        var (key, isKept) = Password(profile, display, encrypted);
        var entered = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (true)
        {
            var options = names.Select(x => (x, encrypted.ContainsKey(x) || entered.ContainsKey(x) ? $"* {x}" : x))
                .Append((Save, Save))
                .Append((Discard, Discard))
                .Concat(isKept ? [(DeletePassword, DeletePassword)] : []);
            switch (prompt.Choice("Choose secret parameter to enter value:", [.. options]))
            {
                case Save:
                    Write(Path.Combine(directory, ParametersFile.NameOf(profile)), display, entered, key);
                    return;
                case Discard:
                    prompt.WriteLine("Nothing was written.");
                    return;
                case DeletePassword:
                    keychain?.Delete(profile);
                    prompt.WriteLine("The password was deleted from the keychain; nothing was written.");
                    return;
                case var name when prompt.Secret($"{name}:") is { Length: > 0 } value:
                    session.Secrets.Add([value]);
                    entered[name] = value;
                    break;
            }
        }
    }

    private (byte[] Key, bool IsKept) Password(string? profile, string display, Dictionary<string, string> encrypted)
    {
        var found = ProfilePassword.Find(session.Values.Sources, keychain, profile);
        if (found is { } known)
        {
            if (encrypted.Count == 0 && known.Password.Length < ShortestPassword)
            {
                throw new BuildException($"The password in {known.Variable} is shorter than {ShortestPassword} characters.", "Choose a longer one.");
            }

            var key = SecretCipher.DeriveKey(known.Password);
            var source = known.Variable ?? "the keychain";
            return Fits(key, encrypted) ? (key, known.Variable is null) : throw Wrong(display, $"the password in {source}");
        }

        if (encrypted.Count == 0)
        {
            return (New(profile), IsKept: false);
        }

        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var key = SecretCipher.DeriveKey(prompt.Secret($"Enter password for {display}:"));
            if (Fits(key, encrypted))
            {
                return (key, IsKept: false);
            }

            prompt.WriteLine("That password does not decrypt the file's secrets.");
        }

        throw Wrong(display, "the password that was entered");
    }

    private byte[] New(string? profile)
    {
        while (true)
        {
            var password = prompt.Secret($"Enter a minimum {ShortestPassword} character password:");
            if (password.Length < ShortestPassword)
            {
                continue;
            }

            if (prompt.Secret("Enter it again:") != password)
            {
                prompt.WriteLine("The two are not the same.");
                continue;
            }

            if (keychain is not null && prompt.Choice("Save password to keychain?", [(true, "Yes"), (false, "No")]))
            {
                keychain.Save(profile, password);
            }
            else
            {
                var variable = ProfilePassword.VariableOf(profile);
                prompt.WriteLine($"Keep it well: without it the secrets are lost. On CI, give it in the environment variable {variable}.");
            }

            return SecretCipher.DeriveKey(password);
        }
    }

    private void Write(string path, string display, Dictionary<string, string> entered, byte[] key)
    {
        if (entered.Count == 0)
        {
            prompt.WriteLine("No value was entered; nothing was written.");
            return;
        }

        var content = File.Exists(path) ? File.ReadAllBytes(path) : Encoding.UTF8.GetBytes(ParametersFileEditor.Empty);
        var values = entered.ToDictionary(x => x.Key, x => SecretCipher.Encrypt(x.Value, key));
        AtomicFile.Write(path, ParametersFileEditor.Set(content, values));
        prompt.WriteLine($"Saved {string.Join(", ", entered.Keys)} to {display}. Remember to clear your clipboard!");
    }

    private static bool Fits(byte[] key, Dictionary<string, string> encrypted)
    {
        foreach (var (name, value) in encrypted)
        {
            try
            {
                if (SecretCipher.Decrypt(value, key) is null)
                {
                    return false;
                }
            }
            catch (FormatException)
            {
                throw new BuildException($"The secret '{name}' is damaged: it is not what `:secrets` writes.", "Remove it from the file.");
            }
        }

        return true;
    }

    private static BuildException Wrong(string display, string password) => new(
        $"{password[..1].ToUpperInvariant()}{password[1..]} does not decrypt the secrets of {display}.",
        "Give the password that they were encrypted with; if it is lost, remove them from the file and enter them again.");
}
