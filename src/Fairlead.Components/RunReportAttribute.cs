using Fairlead.Components.Deployments;
using Fairlead.Components.Reporting;
using Fairlead.Reporting;
using Fairlead.Reporting.Tracing;
using Fairlead.Secrets;
using Nuke.Common;
using Nuke.Common.Execution;
using Serilog;

namespace Fairlead.Components;

/// <summary>
/// Leaves a report of each run: <c>.nuke/temp/report.html</c>, the record that it is made from in <c>report.json</c>, in CI the summary
/// page of the step or <c>report.md</c>, and a trace when OTEL_EXPORTER_OTLP_ENDPOINT is set. A report that cannot be written is a warning;
/// it never changes how the run ends. Built on NUKE's own events, so it works in every NUKE build.
/// </summary>
public sealed class RunReportAttribute : BuildExtensionAttributeBase,
    IOnBuildCreated, IOnBuildInitialized, IOnTargetRunning, IOnTargetSkipped, IOnTargetSucceeded, IOnTargetFailed, IOnBuildFinished
{
    // A short run that went well is of no interest afterwards.
    private static readonly TimeSpan WorthTelling = TimeSpan.FromSeconds(5);

    private RunRecorder? _recorder;
    private RunTrace? _trace;
    private IReadOnlyCollection<ExecutableTarget> _plan = [];

    /// <summary>Behind everything else that speaks at the end of a run.</summary>
    public override float Priority { get; set; } = -50;

    public void OnBuildCreated(IReadOnlyCollection<ExecutableTarget> executableTargets)
    {
        _recorder = new RunRecorder(TimeProvider.System);
        if (SecretMask.Current is null)
        {
            // NUKE's own engine has no mask that the deploy library could add to.
            BuildSecrets.MaskOf(Build).Activate();
        }
    }

    public void OnBuildInitialized(IReadOnlyCollection<ExecutableTarget> executableTargets, IReadOnlyCollection<ExecutableTarget> executionPlan)
    {
        _plan = executionPlan;
        TargetErrors.Listen();
        if (EnvironmentInfo.HasVariable("OTEL_EXPORTER_OTLP_ENDPOINT") || EnvironmentInfo.HasVariable("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"))
        {
            Try(StartTrace);
        }
    }

    public void OnTargetRunning(ExecutableTarget target)
    {
        TargetErrors.Enter(_recorder, target.Name);
        _recorder?.Running(target.Name);
    }

    public void OnTargetSkipped(ExecutableTarget target) => _recorder?.Ended(target.Name);

    public void OnTargetSucceeded(ExecutableTarget target) => _recorder?.Ended(target.Name);

    public void OnTargetFailed(ExecutableTarget target) => _recorder?.Ended(target.Name);

    public void OnBuildFinished()
    {
        // Nothing began when a requirement was not met: the report of the run before is worth more.
        if (_recorder is not { HasBegun: true })
        {
            return;
        }

        RunRecord? record = null;
        Try(() =>
        {
            record = BuildRecord.Of(Build, _plan, _recorder, CiRun.Url(), Release());
            WriteFiles(record);
        });
        if (record is not null && _trace is not null)
        {
            Try(() => _trace.Send(record));
        }
    }

    /// <summary>Null when there is none, or it cannot be told: the place may no longer answer.</summary>
    private ReleaseSection? Release()
    {
        ReleaseSection? release = null;
        Try(() => release = ReleaseReport.Of(Build));
        return release;
    }

    private void StartTrace()
    {
        if (TraceOptions.Read(EnvironmentInfo.GetVariable) is not { } options)
        {
            return;
        }

        _trace = new RunTrace(options, string.Join(' ', Build.InvokedTargets.Select(x => x.Name)), _recorder!.Started);
        EnvironmentInfo.SetVariable("TRACEPARENT", _trace.TraceParent);
    }

    private void WriteFiles(RunRecord record)
    {
        var files = new RunReportFiles(Build.TemporaryDirectory);
        record = record.After(files.ReadDurations());
        files.Write(record);
        if (EnvironmentInfo.GetVariable("GITHUB_STEP_SUMMARY") is { Length: > 0 } summary)
        {
            RunReportFiles.AppendStepSummary(summary, record);
        }
        else if (Build.IsServerBuild)
        {
            files.WriteMarkdown(record);
        }

        if (record.Outcome != RunOutcome.Succeeded || record.Seconds >= WorthTelling.TotalSeconds)
        {
            Console.WriteLine();
            Console.WriteLine($"Report: {Path.GetRelativePath(Build.RootDirectory, files.HtmlFile)}");
        }
    }

    private static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (FairleadException exception)
        {
            Log.Warning("{Message:l}", exception.Message);
        }
        catch (Exception exception)
        {
            // Whatever it is, the run has its outcome already, and this must not change it.
            Log.Warning("The report of this run was not written: {Reason:l}", exception.Message);
        }
    }
}
