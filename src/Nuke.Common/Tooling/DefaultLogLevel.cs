using Serilog.Events;

namespace Nuke.Common.Tooling;

/// <summary>The level of lines that match no <see cref="LogLevelPattern"/>; Debug without it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class DefaultLogLevel : Attribute
{
    public DefaultLogLevel(LogEventLevel level) => Level = level;

    public LogEventLevel Level { get; }
}
