using System.Text;
using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Nuke.Common.Planning;

/// <summary>Answers --plan.</summary>
internal static class PlanWriter
{
    private const string Switch = "format";

    /// <summary>null when --format is not given, or belongs to a parameter of the build's own and no plan is asked for.</summary>
    public static string? Problem(BuildSession session)
    {
        if (session.CommandLine.Find(Switch) is not { } values)
        {
            return null;
        }

        if (!session.Options.Plan)
        {
            return session.Values.Declared.Any(x => string.Equals(x.Name, Switch, StringComparison.OrdinalIgnoreCase))
                ? null
                : "--format says how a plan is written, but no plan was asked for. Add --plan.";
        }

        return Parse(values) is null
            ? $"--format was given '{string.Join(' ', values)}', which is not a format of a plan. Give one of: "
                + $"{string.Join(", ", Enum.GetNames<PlanFormat>().Select(x => x.ToLowerInvariant()))}."
            : null;
    }

    public static void Write(BuildSession session, IReadOnlyList<ExecutableTarget> plan)
    {
        var graph = PlanGraph.Of(plan, session.Options.Parallel, ExpectedDurations.Read(Path.Combine(session.RequireRoot(), ".nuke", "temp", "report.json")));
        switch (session.CommandLine.Find(Switch) is { } values ? Parse(values) : PlanFormat.Text)
        {
            case PlanFormat.Mermaid:
                Print(session, MermaidPlan.Lines(graph));
                break;
            case PlanFormat.Dot:
                Print(session, DotPlan.Lines(graph));
                break;
            case PlanFormat.Json:
                Print(session, [JsonPlan.Write(graph)]);
                break;
            case PlanFormat.Html:
                WriteFile(session, HtmlPlan.Write(graph));
                break;
            default:
                Print(session, new TextPlan(graph, PlanStyle.For(session)).Lines());
                break;
        }
    }

    private static PlanFormat? Parse(IReadOnlyList<string> values)
        => values is [var value] && Enum.TryParse<PlanFormat>(value, ignoreCase: true, out var format) && !char.IsDigit(value[0]) && value[0] != '-'
            ? format
            : null;

    private static void Print(BuildSession session, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            session.Surroundings.Out.Write(session.Secrets.Apply(line) + "\n");
        }
    }

    private static void WriteFile(BuildSession session, string html)
    {
        string file = session.TemporaryDirectory / "execution-plan.html";
        try
        {
            AtomicFile.Write(file, Encoding.UTF8.GetBytes(session.Secrets.Apply(html)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new BuildException($"The plan could not be written to {file}: {exception.Message}", "Make the directory writable, or use --format text.");
        }

        session.Surroundings.Out.Write(file + "\n");
        DesktopBrowser.TryOpen(session, file);
    }
}
