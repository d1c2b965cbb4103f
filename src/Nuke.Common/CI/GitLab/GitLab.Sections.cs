using System.Security.Cryptography;
using System.Text;
using Nuke.Common.Execution;

namespace Nuke.Common.CI.GitLab;

public partial class GitLab
{
    /// <summary>Prints the start of a part of the log that can be folded: https://docs.gitlab.com/ci/jobs/job_logs/#custom-collapsible-sections.</summary>
    public void BeginSection(string text, bool collapsed = true)
        => Write($"\e[0Ksection_start:{Now()}:{Id(text)}[collapsed={(collapsed ? "true" : "false")}]\r\e[0K{text}");

    /// <summary>Prints the end of the part that began with the same text.</summary>
    public void EndSection(string text) => Write($"\e[0Ksection_end:{Now()}:{Id(text)}\r\e[0K");

    // Not as a target prints: in that the carriage return would take back the mark.
    private static void Write(string line) => Output.PrintCommand(line);

    private static long Now() => BuildSession.Current.Time.GetUtcNow().ToUnixTimeSeconds();

    // A name may have letters, digits and ._- only; a hash of the text always fits.
    private static string Id(string text) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
}
