using Fairlead.Reporting;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Fairlead.Components.Reporting;

/// <summary>Sees what is logged beside the engine's own logger, and notes the errors of the target that logs them.</summary>
internal sealed class TargetErrors : ILogEventSink
{
    private static readonly Lock Gate = new();
    private static readonly AsyncLocal<(RunRecorder Recorder, string Target)?> Current = new();
    private static ILogger? _ours;

    /// <summary>Once per process: several builds may run in one.</summary>
    public static void Listen()
    {
        lock (Gate)
        {
            if (!ReferenceEquals(Log.Logger, _ours))
            {
                // The engine's logger still decides on its own what it takes.
                Log.Logger = _ours = new LoggerConfiguration().MinimumLevel
                    .Verbose().WriteTo
                    .Logger(Log.Logger).WriteTo
                    .Sink(new TargetErrors(), LogEventLevel.Error)
                    .CreateLogger();
            }
        }
    }

    /// <summary>What the calling code logs from now on, and whatever it starts, belongs to the target.</summary>
    public static void Enter(RunRecorder? recorder, string target) => Current.Value = recorder is null ? null : (recorder, target);

    /// <summary>What the calling code logs from now on belongs to no target.</summary>
    public static void Leave() => Current.Value = null;

    public void Emit(LogEvent logEvent)
    {
        if (Current.Value is not { } current)
        {
            return;
        }

        current.Recorder.Error(current.Target, LogText.Of(logEvent));
    }
}
