using Nuke.Common.Execution;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Nuke.Common.ConsoleOutput;

/// <summary>Hands what is logged through Serilog to the output of the run that the calling code belongs to.</summary>
internal sealed class SessionSink : ILogEventSink
{
    private static readonly Lock s_gate = new();
    private static bool s_installed;

    public static void Install()
    {
        lock (s_gate)
        {
            if (s_installed)
                return;
            Log.Logger = new LoggerConfiguration().MinimumLevel.Verbose().WriteTo.Sink(new SessionSink()).CreateLogger();
            s_installed = true;
        }
    }

    public void Emit(LogEvent logEvent)
    {
        var session = BuildSession.Current;
        if (logEvent.Level >= Minimum(session.Options.Verbosity))
            session.Output.Log(logEvent);
    }

    private static LogEventLevel Minimum(Verbosity verbosity) => verbosity switch
    {
        Verbosity.Verbose => LogEventLevel.Verbose,
        Verbosity.Normal => LogEventLevel.Debug,
        Verbosity.Minimal => LogEventLevel.Warning,
        _ => LogEventLevel.Error,
    };
}
