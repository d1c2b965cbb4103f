using System.Text;
using System.Text.Json;

namespace Fairlead.Reporting;

/// <summary>Keeps the record of the last run and what is written from it.</summary>
/// <param name="directory">Where the files are: report.json, report.html and, on request, report.md.</param>
public sealed class RunReportFiles(string directory)
{
    /// <summary>What a step may add to its summary page
    /// (https://docs.github.com/actions/reference/workflow-commands-for-github-actions#step-isolation-and-limits).</summary>
    public const int StepSummaryLimit = 1024 * 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public string HtmlFile => Path.Combine(directory, "report.html");

    public string JsonFile => Path.Combine(directory, "report.json");

    public string MarkdownFile => Path.Combine(directory, "report.md");

    /// <summary>What earlier runs left; nothing when there is no record, or none that can be read.</summary>
    public IReadOnlyList<TargetDuration> ReadDurations()
    {
        try
        {
            return File.Exists(JsonFile) ? RunRecordJson.ReadDurations(File.ReadAllBytes(JsonFile)) : [];
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Whole files only: a run that is killed leaves those of the run before.</summary>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public void Write(RunRecord record)
    {
        Directory.CreateDirectory(directory);
        Replace(JsonFile, RunRecordJson.Write(record));
        Replace(HtmlFile, Utf8.GetBytes(HtmlRunReport.Write(record)));
    }

    /// <exception cref="IOException">The file cannot be written.</exception>
    public void WriteMarkdown(RunRecord record)
    {
        Directory.CreateDirectory(directory);
        Replace(MarkdownFile, Utf8.GetBytes(MarkdownRunReport.Write(record)));
    }

    /// <summary>Adds the report to what the step has said before, within the limit of the page.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void AppendStepSummary(string file, RunRecord record)
    {
        var before = new FileInfo(file) is { Exists: true } existing ? existing.Length : 0;
        File.AppendAllText(file, MarkdownRunReport.Write(record, (int)Math.Max(0, StepSummaryLimit - before)), Utf8);
    }

    private static void Replace(string file, byte[] content)
    {
        var temporary = $"{file}.{Environment.ProcessId}.tmp";
        File.WriteAllBytes(temporary, content);
        File.Move(temporary, file, overwrite: true);
    }
}
