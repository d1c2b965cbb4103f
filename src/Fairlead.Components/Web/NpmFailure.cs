using Nuke.Common.Tooling;

namespace Fairlead.Components.Web;

/// <summary>What went wrong in a script that npm ran: compilers and test runners write it to standard output, npm its own chatter to standard error.</summary>
internal static class NpmFailure
{
    private const int ShownLines = 15;

    /// <exception cref="FairleadException">The exit code is not 0; the message holds the last lines that the script wrote.</exception>
    public static void ThrowIfFailed(IProcess process, string command, string directory)
    {
        if (process.ExitCode != 0)
        {
            throw Of(process.Output.Select(x => x.Text), process.ExitCode, command, directory);
        }
    }

    internal static FairleadException Of(IEnumerable<string> output, int exitCode, string command, string directory)
    {
        var said = output.Where(x => !IsChatter(x)).TakeLast(ShownLines).ToList();
        return new FairleadException(
            $"'{command}' ended with exit code {exitCode}.",
            said.Count == 0
                ? "It said nothing."
                : $"Its last lines:{string.Concat(said.Select(x => $"{Environment.NewLine}  {x.TrimEnd()}"))}{Environment.NewLine}",
            $"Correct it in {directory} and run again.");
    }

    /// <summary>
    /// Lines that npm itself writes: <c>npm warn Unknown user config …</c>, <c>npm notice New minor version …</c>,
    /// <c>&gt; storefront-web@1.0.0 build</c>. Its errors (<c>npm error code ENOTFOUND</c>) are kept.
    /// </summary>
    private static bool IsChatter(string line)
        => string.IsNullOrWhiteSpace(line)
            || line.StartsWith("npm warn ", StringComparison.Ordinal)
            || line.StartsWith("npm notice", StringComparison.Ordinal)
            || line.StartsWith("> ", StringComparison.Ordinal);
}
