using Serilog.Core;
using Serilog.Events;

namespace Nuke.Common.Execution;

/// <summary>Gives events the property ExecutingTarget, which NUKE's own templates use.</summary>
internal sealed class TargetEnricher : ILogEventEnricher
{
    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
        => logEvent.AddPropertyIfAbsent(new LogEventProperty("ExecutingTarget", new ScalarValue(Logging.TargetName ?? "")));
}
