using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Fairlead.Json;

namespace Fairlead.Releases;

/// <summary>What a migration says of the database's schema, in the last such line of its log.</summary>
/// <param name="Before">The version that it found; null when there was none.</param>
/// <param name="After">The version that it left.</param>
/// <param name="Oldest">The oldest version whose code still works on what it left.</param>
/// <example><c>fairlead-schema: {"before":"8","after":"9","oldest":"8"}</c></example>
public sealed record SchemaReport(string? Before, string After, string Oldest)
{
    /// <summary>What such a line begins with.</summary>
    public const string Mark = "fairlead-schema: ";

    // Versions are numbers, times, names of migrations; a log line that is longer was not written by whoever migrates.
    private const int LongestVersion = 200;

    /// <summary>Finds what the migration said last. Strict: a line with the mark that is not of this form says nothing, and neither does any line before it,
    /// because what is known of a schema decides whether a release can be gone back to.</summary>
    /// <param name="logLines">The lines of the task's log, oldest first.</param>
    /// <param name="report">What it said; null when it said nothing.</param>
    /// <param name="problem">Why the line says nothing, as a sentence; null when there is no such line, or it says something.</param>
    public static bool TryParse(IEnumerable<string> logLines, [NotNullWhen(true)] out SchemaReport? report, out string? problem)
    {
        (report, problem) = (null, null);
        if (logLines.LastOrDefault(x => x.TrimStart().StartsWith(Mark, StringComparison.Ordinal)) is not { } line)
        {
            return false;
        }

        report = Parse(line.TrimStart()[Mark.Length..]);
        problem = report is null
            ? $"The migration's line about its schema is not of the form {Mark}{{\"before\":\"8\",\"after\":\"9\",\"oldest\":\"8\"}}, so nothing is known."
            : null;
        return report is not null;
    }

    /// <summary>As the other, for whoever does not tell why.</summary>
    public static bool TryParse(IEnumerable<string> logLines, [NotNullWhen(true)] out SchemaReport? report)
        => TryParse(logLines, out report, out _);

    private static SchemaReport? Parse(string json)
    {
        try
        {
            var root = WellFormedJson.Parse(json);
            if (root.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            var values = new Dictionary<string, string?>(StringComparer.Ordinal);
            foreach (var property in root.EnumerateObject())
            {
                var isNull = property.Value.ValueKind == JsonValueKind.Null && property.Name == "before";
                if (property.Name is not ("before" or "after" or "oldest")
                    || (!isNull && property.Value.ValueKind != JsonValueKind.String)
                    || !values.TryAdd(property.Name, property.Value.GetString()))
                {
                    return null;
                }
            }

            return values.Values.All(x => x is null or { Length: > 0 and <= LongestVersion })
                && values.GetValueOrDefault("after") is { } after && values.GetValueOrDefault("oldest") is { } oldest
                ? new SchemaReport(values.GetValueOrDefault("before"), after, oldest)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
