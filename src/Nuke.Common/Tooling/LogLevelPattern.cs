using System.Diagnostics.CodeAnalysis;
using Serilog.Events;

namespace Nuke.Common.Tooling;

/// <summary>The level at which lines of the tool are logged that match a regular expression, ignoring case. The first that matches counts.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public class LogLevelPattern : Attribute
{
    public LogLevelPattern(LogEventLevel level, [StringSyntax(StringSyntaxAttribute.Regex)] string pattern)
    {
        Level = level;
        Pattern = pattern;
    }

    public LogEventLevel Level { get; }
    public string Pattern { get; }
}
