using System.Text;
using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions.Configuration;

internal static class Yaml
{
    // What NUKE writes in place of a missing group: one run per pull request, every other run by itself.
    private const string DefaultGroup =
        "${{ github.workflow }} @ ${{ github.event.pull_request.head.label || github.head_ref || github.run_id }}";

    // NUKE quotes every filter that has one of these, needed or not.
    private static readonly char[] FilterCharacters = ['.', '*', '!', '?', '+', '[', ']', '(', ')'];

    /// <summary>Quotes text that YAML would not read as the plain string it is.</summary>
    public static string Scalar(string text)
    {
        var isPlain = text.Length > 0
            && (char.IsLetterOrDigit(text[0]) || text[0] is '.' or '/' or '_' or '$' || (text[0] == '~' && text.Length > 1))
            && !text.Contains(": ") && !text.Contains(" #") && text[^1] is not (' ' or ':') && !text.Any(char.IsControl)
            && text.ToLowerInvariant() is not ("true" or "false" or "null" or "yes" or "no" or "on" or "off" or "y" or "n")
            && !double.TryParse(text, out _);
        return isPlain ? text : Quote(text);
    }

    /// <summary>In single quotes; in double quotes when there are characters that need an escape.</summary>
    public static string Quote(string text)
        => text.Any(char.IsControl) ? DoubleQuote(text) : $"'{text.Replace("'", "''")}'";

    public static string DoubleQuote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            quoted.Append(character switch
            {
                '"' => "\\\"",
                '\\' => @"\\",
                '\n' => @"\n",
                '\t' => @"\t",
                _ when char.IsControl(character) => $@"\x{(int)character:x2}",
                _ => character.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }

    public static void WriteConcurrency(CustomFileWriter writer, string? group, bool cancelInProgress)
    {
        writer.WriteLine("concurrency:");
        using (writer.Indent())
        {
            writer.WriteLine($"group: {Scalar(group.ToNullIfWhiteSpace() ?? DefaultGroup)}");
            if (cancelInProgress)
            {
                writer.WriteLine("cancel-in-progress: true");
            }
        }
    }

    /// <summary>A list of branch, tag or path patterns; nothing when it is empty.</summary>
    public static void WriteFilter(CustomFileWriter writer, string key, IReadOnlyCollection<string> patterns)
    {
        if (patterns.Count == 0)
        {
            return;
        }

        writer.WriteLine($"{key}:");
        using (writer.Indent())
        {
            foreach (var pattern in patterns)
            {
                writer.WriteLine($"- {(pattern.IndexOfAny(FilterCharacters) < 0 ? Scalar(pattern) : Quote(pattern))}");
            }
        }
    }
}
