using System.Xml;
using System.Xml.Linq;
using Nuke.Common.IO;

namespace Nuke.Components;

/// <summary>Reads .trx files.</summary>
internal static class TestResults
{
    // A broken build fails hundreds of tests; the first names say enough.
    private const int Shown = 20;

    public static (int Passed, int Failed, int Skipped) Count(AbsolutePath directory)
    {
        var outcomes = Results(directory).Select(x => x.Outcome).ToList();
        var passed = outcomes.Count(x => x == "Passed");
        var skipped = outcomes.Count(x => x == "NotExecuted");
        return (passed, outcomes.Count - passed - skipped, skipped);
    }

    /// <summary>The tests that did neither pass nor were skipped, with the first line of why.</summary>
    public static IReadOnlyList<(string Name, string? Reason)> Failed(AbsolutePath directory)
        => [.. Results(directory).Where(x => x.Outcome is not ("Passed" or "NotExecuted")).Select(x => (x.Name, x.Reason))];

    /// <summary>The tests that failed, and the projects that left no results.</summary>
    /// <param name="failed">As <see cref="Failed"/> has them.</param>
    /// <param name="missing">As <see cref="Missing"/> has them: how many of their tests failed, nobody knows.</param>
    public static string Describe(IReadOnlyList<(string Name, string? Reason)> failed, IReadOnlyList<string> missing)
    {
        var lines = failed.Take(Shown).Select(x => x.Reason is null ? $"  {x.Name}" : $"  {x.Name}: {x.Reason}");
        var rest = failed.Count > Shown ? $"\n  … and {failed.Count - Shown} more" : "";
        var lost = missing.Count > 0 ? $"\nNo results of {string.Join(", ", missing)}: the run ended before it wrote them." : "";
        return $"{failed.Count} {(failed.Count == 1 ? "test" : "tests")} failed:\n{string.Join('\n', lines)}{rest}{lost}";
    }

    /// <summary>The projects whose run left no file, or one that is cut off.</summary>
    public static IReadOnlyList<string> Missing(AbsolutePath directory, IEnumerable<string> projects)
        => [.. projects.Where(x => directory / $"{x}.trx" is var file && (!file.FileExists() || Load(file) is null))];

    // <UnitTestResult testName="A.B" outcome="Failed"><Output><ErrorInfo><Message>…
    private static IEnumerable<(string Name, string Outcome, string? Reason)> Results(AbsolutePath directory)
        => directory.GlobFiles("*.trx").SelectMany(Read).Select(x => (
            (string?)x.Attribute("testName") ?? "A test without a name",
            (string?)x.Attribute("outcome") ?? "",
            x.Descendants().FirstOrDefault(y => y.Name.LocalName == "Message")?.Value.Trim().Split('\n')[0].Trim()));

    private static IEnumerable<XElement> Read(AbsolutePath file) => Load(file)?.Descendants().Where(x => x.Name.LocalName == "UnitTestResult") ?? [];

    /// <summary>null for what a test process was writing when it was killed; its own failure is reported.</summary>
    private static XDocument? Load(AbsolutePath file)
    {
        try
        {
            return XDocument.Load(file);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
