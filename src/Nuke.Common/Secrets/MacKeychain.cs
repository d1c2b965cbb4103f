using System.Text;
using Fairlead.Secrets.Children;
using Nuke.Common.Execution;

namespace Nuke.Common.Secrets;

/// <summary>
/// Passwords in the keychain of macOS, under the names that NUKE gives them. Talks to `security` through its input, so that no password is
/// in a list of processes.
/// </summary>
internal sealed class MacKeychain(string executable, string account, string rootDirectory)
{
    /// <summary>null on other systems.</summary>
    public static MacKeychain? For(IReadOnlyDictionary<string, string> variables, string? rootDirectory)
        => OperatingSystem.IsMacOS() && rootDirectory is not null
            ? new MacKeychain("/usr/bin/security", variables.GetValueOrDefault("LOGNAME") ?? Environment.UserName, rootDirectory)
            : null;

    /// <summary>null when there is none.</summary>
    public string? TryGet(string? profile)
    {
        var (exitCode, output) = Run(null, "find-generic-password", "-w", "-a", account, "-s", ServiceOf(profile));
        return exitCode == 0 && output.Length > 0 ? output : null;
    }

    /// <exception cref="BuildException">The keychain refuses.</exception>
    public void Save(string? profile, string password)
    {
        var hex = Convert.ToHexStringLower(Encoding.UTF8.GetBytes(password));
        Run($"add-generic-password -U -T \"\" -a {Quote(account)} -s {Quote(ServiceOf(profile))} -X {hex}", "-i");
        if (TryGet(profile) != password)
        {
            throw new BuildException("The keychain did not keep the password.", $"Keep it yourself, and give it in {ProfilePassword.VariableOf(profile)}.");
        }
    }

    /// <exception cref="BuildException">The keychain refuses.</exception>
    public void Delete(string? profile)
    {
        if (Run(null, "delete-generic-password", "-a", account, "-s", ServiceOf(profile)).ExitCode != 0)
        {
            throw new BuildException("The keychain did not delete the password.", "Delete it in the app Keychain Access.");
        }
    }

    private string ServiceOf(string? profile) => $"NUKE: {rootDirectory} ({profile ?? "$default"})";

    private static string Quote(string text) => $"\"{text.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";

    private (int ExitCode, string Output) Run(string? input, params string[] arguments)
    {
        var start = ChildStart.Of(executable, arguments, ChildEnvironment.Bare(ChildEnvironment.OfThisProcess()));
        start.RedirectStandardInput = true;
        using var process = ChildStart.Run(start);
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        if (input is not null)
        {
            process.StandardInput.WriteLine(input);
        }

        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
