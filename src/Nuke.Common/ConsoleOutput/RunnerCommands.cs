using System.Globalization;
using System.Text;
using Fairlead.Secrets.Children;
using Nuke.Common.CI;
using Nuke.Common.Execution;
using Serilog.Events;
using Serilog.Parsing;

namespace Nuke.Common.ConsoleOutput;

/// <summary>
/// Keeps what children print from being a command to the CI server's runner, which reads the build's output: one line of an install script would mask or
/// unmask text, set variables of the next steps, or stop the commands of the build. Everything that shows a line of a child goes through here. The build's
/// own commands pass: those of its host, and those that it writes itself. So do those of tools that <c>--runner-commands</c> names.
/// GitHub takes <c>::name::</c> at the start of a line, behind white space, and <c>##[name]</c> anywhere in it:
/// https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs. A lone carriage return ends a line for it.
/// </summary>
internal sealed class RunnerCommands(BuildSession session)
{
    // Who prints more different commands than this is not told apart from the build any more, so that then nobody's pass.
    private const int MostRemembered = 10_000;

    private const string AtStart = "::";
    private const string AtStartDisarmed = ": :";

    /// <summary>What is a command wherever it stands, and how it is shown instead.</summary>
    private static readonly (string Command, string Shown)[] Anywhere =
    [
        ("##[", "## ["), // GitHub Actions and Azure Pipelines: https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands
        ("##vso[", "## vso["), // Azure Pipelines
        ("##teamcity[", "## teamcity["), // https://www.jetbrains.com/help/teamcity/service-messages.html
        ("section_start:", "section_start :"), // https://docs.gitlab.com/ci/jobs/job_logs/#custom-collapsible-sections
        ("section_end:", "section_end :"),
    ];

    private static readonly IDisposable BuildAgain = new SpeakerEnd(Speaker.Build);

    [ThreadStatic]
    private static Speaker _speaker;

    private readonly HashSet<string> _remembered = new(StringComparer.Ordinal);

    private enum Speaker
    {
        Build,
        Child,
        TrustedChild,
    }

    /// <summary>On a person's terminal there is no runner, and text is shown as it is.</summary>
    private bool AreRead => session.Host is IBuildServer || !session.Surroundings.IsTerminal;

    /// <summary>Whether the build lets a tool command the runner.</summary>
    public bool MayBeOf(string program) => session.Options.RunnerCommands.Contains(ChildEnvironment.NameOf(program), StringComparer.OrdinalIgnoreCase);

    /// <summary>What the calling thread logs or prints until the result is disposed is a child's line.</summary>
    /// <param name="line">As the child wrote it.</param>
    /// <param name="mayCommand">Whether that child may command the runner.</param>
    public IDisposable OfChild(string line, bool mayCommand)
    {
        if (!mayCommand && Disarm(line) != line)
        {
            Remember(line);
        }

        _speaker = mayCommand ? Speaker.TrustedChild : Speaker.Child;
        return BuildAgain;
    }

    /// <summary>
    /// Whether the host may hand a log event to the runner: the build has written the command itself, and not as a value that came from elsewhere.
    /// </summary>
    public bool MayTake(LogEvent logEvent, string message) => _speaker switch
    {
        Speaker.TrustedChild => true,
        Speaker.Child => false,
        _ => logEvent.MessageTemplate.Tokens.FirstOrDefault() is TextToken first && Holds(first.Text) && !IsRemembered(message, x => x == Plain(message)),
    };

    /// <summary>A line of the log, or of the engine: nothing in it is a command.</summary>
    public string Disarm(string text) => _speaker == Speaker.TrustedChild || !AreRead || !Holds(text) ? text : Shown(text);

    /// <summary>What is written to the console directly, in pieces: the build's own commands pass.</summary>
    public string DisarmPiece(string text) => _speaker == Speaker.Child ? Disarm(text) : text;

    /// <summary>A whole line that was written to the console directly: it may be a child's that the build kept and writes now.</summary>
    public string DisarmLine(string line) => IsRemembered(line, Plain(line).Contains) ? Disarm(line) : line;

    private void Remember(string line)
    {
        lock (_remembered)
        {
            if (_remembered.Count < MostRemembered)
            {
                _remembered.Add(Plain(line));
            }
        }
    }

    private bool IsRemembered(string text, Func<string, bool> isIn)
    {
        if (!Holds(text))
        {
            return false;
        }

        lock (_remembered)
        {
            return _remembered.Count >= MostRemembered || _remembered.Any(isIn);
        }
    }

    // Without colours, since they are left out of a line or not.
    private static string Plain(string line) => AnsiText.Clean(line, keepColor: false).Trim();

    private static bool Holds(string text)
        => text.Contains(AtStart, StringComparison.Ordinal) || Anywhere.Any(x => text.Contains(x.Command, StringComparison.OrdinalIgnoreCase));

    private static string Shown(string text)
    {
        foreach (var (command, shown) in Anywhere)
        {
            text = text.Replace(command, shown, StringComparison.OrdinalIgnoreCase);
        }

        var result = new StringBuilder(text.Length + 1);
        var isStart = true;
        for (var i = 0; i < text.Length; i++)
        {
            if (isStart && text.AsSpan(i).StartsWith(AtStart))
            {
                result.Append(AtStartDisarmed);
                i += AtStart.Length - 1;
                isStart = false;
                continue;
            }

            result.Append(text[i]);
            isStart = text[i] is '\r' or '\n' || (isStart && IsInvisible(text[i]));
        }

        return result.ToString();
    }

    // What the runner trims, and what it does not see when it compares as a culture does.
    private static bool IsInvisible(char character)
        => char.IsWhiteSpace(character)
            || char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.NonSpacingMark;

    private sealed class SpeakerEnd(Speaker next) : IDisposable
    {
        public void Dispose() => _speaker = next;
    }
}
