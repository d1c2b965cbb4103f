using Nuke.Common.Parameters;

namespace Nuke.Common.CI.GitHubActions.Configuration;

internal static class Yaml
{
    // What replaces a missing group in the workflows that NUKE writes: one run per pull request, every other run by itself.
    private const string DefaultGroup =
        "${{ github.workflow }} @ ${{ github.event.pull_request.head.label || github.head_ref || github.run_id }}";

    /// <summary>Quotes text that YAML would not read as the plain string it is.</summary>
    public static string Scalar(string text)
    {
        var isPlain = text.Length > 0
            && (char.IsLetterOrDigit(text[0]) || text[0] is '.' or '~' or '/' or '_' or '$')
            && !text.Contains(": ") && !text.Contains(" #") && text.IndexOfAny(['*', '\'', '"', '\n']) < 0 && text[^1] is not (' ' or ':')
            && !char.IsWhiteSpace(text[0])
            && text is not ("true" or "false" or "null" or "yes" or "no" or "on" or "off" or "~")
            && !double.TryParse(text, out _);
        return isPlain ? text : $"'{text.Replace("'", "''")}'";
    }

    /// <summary>IdToken becomes id-token.</summary>
    public static string Words(string name, char separator) => string.Join(separator, ParameterNames.Words(name)).ToLowerInvariant();

    public static void WriteConcurrency(CustomFileWriter writer, string group, bool cancelInProgress)
    {
        writer.WriteLine("concurrency:");
        using (writer.Indent())
        {
            writer.WriteLine($"group: {Scalar(group ?? DefaultGroup)}");
            if (cancelInProgress)
                writer.WriteLine("cancel-in-progress: true");
        }
    }

    public static void WriteList(CustomFileWriter writer, string key, IReadOnlyCollection<string> values)
    {
        if (values.Count == 0)
            return;
        writer.WriteLine($"{key}:");
        using (writer.Indent())
        {
            foreach (var value in values)
                writer.WriteLine($"- {Scalar(value)}");
        }
    }
}
