using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Fairlead.Secrets;
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
/// What a command would have hidden is hidden instead: the runner takes such a line out of its log, and here it is shown.
/// </summary>
internal sealed partial class RunnerCommands(BuildSession session)
{
    // In characters. Who prints more different commands than this is not told apart from the build any more, so that then nobody's pass.
    private const int MostRemembered = 1 << 20;

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

    private static readonly string[] ColourEnds = ["\e[0m", "\e[m"];

    private static readonly IDisposable BuildAgain = new SpeakerEnd(Speaker.Build);

    [ThreadStatic]
    private static Speaker _speaker;

    private readonly Lock _gate = new();

    // Lines that are a command, and what a command that stands anywhere is to the end of its line: the build's own are told apart by the whole of it.
    private readonly HashSet<string> _lines = new(StringComparer.Ordinal);

    // Those of the latter that say enough to be known where the build quotes them.
    private readonly HashSet<string> _parts = new(StringComparer.Ordinal);

    private int _remembered;

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
        if (!mayCommand && Holds(line))
        {
            Hide(line);
            if (AreRead)
            {
                Remember(line);
            }
        }

        _speaker = mayCommand ? Speaker.TrustedChild : Speaker.Child;
        return BuildAgain;
    }

    /// <summary>
    /// Whether the host may hand a log event to the runner: the build has written the command itself, and not as a value that came from elsewhere.
    /// </summary>
    public bool MayTake(LogEvent logEvent) => _speaker switch
    {
        Speaker.TrustedChild => true,
        Speaker.Child => false,
        _ => logEvent.MessageTemplate.Tokens.FirstOrDefault() is TextToken first && Holds(first.Text)
            && !IsRemembered(LogText.Of(logEvent, wholeException: false)),
    };

    /// <summary>A line of the log, or of the engine: nothing in it is a command.</summary>
    /// <param name="text">Without secrets: one that holds what is changed here would not be found any more.</param>
    public string Disarm(string text)
    {
        if (_speaker == Speaker.TrustedChild || !AreRead || !Holds(text))
        {
            return text;
        }

        Hide(text);
        return Shown(text);
    }

    /// <summary>What is written to the console directly, in pieces: the build's own commands pass.</summary>
    public string DisarmPiece(string text) => _speaker == Speaker.Child ? Disarm(session.Secrets.Apply(text)) : text;

    /// <summary>A whole line that was written to the console directly: it may be a child's that the build kept and writes now.</summary>
    /// <param name="line">As it was written: what a child said is known by that.</param>
    public string DisarmLine(string line)
    {
        var shown = session.Secrets.Apply(line);
        return IsRemembered(line) ? Disarm(shown) : shown;
    }

    /// <summary>What a line would make the runner hide is a secret of the run. The runner is not told: that would be the command after all.</summary>
    private void Hide(string text)
    {
        foreach (var line in text.Split(['\r', '\n']))
        {
            var value = Hiding().Match(AnsiText.Clean(line, keepColor: false)).Groups["value"].Value;
            if (value.Length > 0 && !value.Contains(SecretMask.Mark, StringComparison.Ordinal))
            {
                session.Secrets.Add([value, GitHubCommand.Unescape(value)]);
            }
        }
    }

    private void Remember(string text)
    {
        lock (_gate)
        {
            foreach (var line in Lines(text))
            {
                if (IsCommand(line))
                {
                    Keep(_lines, line);
                }

                if (AnywhereToEnd().Match(line) is { Success: true, Value: var part })
                {
                    // ##[group] alone, without anything to group, is a line that the build may write as well.
                    Keep(part.EndsWith(']') && !part.Contains(' ') ? _lines : _parts, part);
                }
            }
        }
    }

    private void Keep(HashSet<string> commands, string command)
    {
        if (_remembered < MostRemembered && commands.Add(command))
        {
            _remembered += command.Length;
        }
    }

    private bool IsRemembered(string text)
    {
        if (!Holds(text))
        {
            return false;
        }

        lock (_gate)
        {
            return _remembered >= MostRemembered
                || Lines(text).Any(x => _lines.Contains(x) || _lines.Contains(AnywhereToEnd().Match(x).Value) || _parts.Any(x.Contains));
        }
    }

    // As the runner compares them, and without colours, since they are left out of a line or not.
    private static IEnumerable<string> Lines(string text) => text.Split(['\r', '\n']).Select(Plain).Where(x => x.Length > 0);

    private static string Plain(string line)
    {
        line = AnsiText.Clean(line, keepColor: false).TrimEnd();
        var start = 0;
        while (start < line.Length && IsInvisible(line[start]))
        {
            start++;
        }

        return line[start..];
    }

    // With a name: anything else that begins so is text to the runner.
    private static bool IsCommand(string line)
        => line.StartsWith(AtStart, StringComparison.Ordinal) && line.Length > AtStart.Length + 1
            && line.IndexOf(AtStart, AtStart.Length + 1, StringComparison.Ordinal) > 0;

    private static bool Holds(string text)
        => text.Contains(AtStart, StringComparison.Ordinal) || Anywhere.Any(x => text.Contains(x.Command, StringComparison.OrdinalIgnoreCase));

    private static string Shown(string text)
    {
        text = Hiding().Replace(text, x => x.Value[..(x.Groups["value"].Index - x.Index)] + SecretMask.Mark + EndOfColour(x.Value));
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

    private static string EndOfColour(string text) => ColourEnds.FirstOrDefault(x => text.EndsWith(x, StringComparison.Ordinal)) ?? "";

    // What the runner trims, and what it does not see when it compares as a culture does.
    private static bool IsInvisible(char character)
        => char.IsWhiteSpace(character)
            || char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.NonSpacingMark;

    // A child's line may be as long as it likes, and hold the beginning of a command again and again: each is not followed to the end of the line.

    /// <summary>What tells a runner to hide the rest of the line; a colour ends there, too.</summary>
    [GeneratedRegex(
        """(?:::add-mask(?:\s[^:\r\n]*)?::|\#\#\[add-mask[^\]\r\n]*\]|\#\#vso\[task\.(?:setsecret|setvariable[^\]\r\n]*issecret=true)[^\]\r\n]*\])"""
            + """(?<value>[^\r\n]+)""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Hiding();

    /// <summary>A command that may stand anywhere in a line.</summary>
    [GeneratedRegex(
        """(?:\#\#(?:vso)?\[[^\]]+\]|\#\#teamcity\[.|section_(?:start|end):.).*""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex AnywhereToEnd();

    private sealed class SpeakerEnd(Speaker next) : IDisposable
    {
        public void Dispose() => _speaker = next;
    }
}
