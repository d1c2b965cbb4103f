using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using Serilog;
using Serilog.Events;

namespace Nuke.Common.Tooling;

/// <summary>Logs the lines of a tool as the attributes of its class of tasks say.</summary>
internal sealed class ToolLogger
{
    private static readonly ConcurrentDictionary<Type, ToolLogger> Loggers = new();

    // Made at the first line: most runs of a build start no tool, and an expression is slow to make.
    private readonly Lazy<(LogEventLevel Level, Regex Pattern)[]> _patterns;
    private readonly LogEventLevel _standard;
    private readonly LogEventLevel _error;

    private ToolLogger(Type tasks)
    {
        _standard = tasks.GetCustomAttribute<DefaultLogLevel>()?.Level ?? LogEventLevel.Debug;
        _error = tasks.IsDefined(typeof(LogErrorAsStandard), inherit: true) ? _standard : LogEventLevel.Error;
        _patterns = new(() =>
        [
            .. tasks.GetCustomAttributes<LogLevelPattern>().Select(x =>
                (x.Level, new Regex(x.Pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant))),
        ]);
    }

    public static Action<OutputType, string> For(Type tasks) => Loggers.GetOrAdd(tasks, x => new ToolLogger(x)).Write;

    private void Write(OutputType type, string line) => Log.Write(LevelOf(type, line), "{Line}", line);

    private LogEventLevel LevelOf(OutputType type, string line)
    {
        foreach (var (level, pattern) in _patterns.Value)
        {
            if (pattern.IsMatch(line))
            {
                return level;
            }
        }

        return type == OutputType.Err ? _error : _standard;
    }
}
