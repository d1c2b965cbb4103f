using Serilog.Core;
using Serilog.Events;

namespace Nuke.Common.Execution;

/// <summary>Hands what is logged through Serilog to the output of the run that the calling code belongs to.</summary>
internal sealed class SessionSink(LogParts parts) : ILogEventSink
{
    public void Emit(LogEvent logEvent) => BuildSession.Current.Output.Log(logEvent, parts);
}
