using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Nuke.Common.Execution;

/// <summary>
/// The logger behind <c>Serilog.Log</c>. A build that wants a sink of its own puts the logger together from the same pieces:
/// <c>Log.Logger = new LoggerConfiguration().ConfigureEnricher().ConfigureConsole(this).WriteTo…CreateLogger()</c>.
/// </summary>
public static class Logging
{
    /// <summary>The least level that the console shows; <c>--verbosity</c> sets it.</summary>
    public static readonly LoggingLevelSwitch LevelSwitch = CreateSwitch();

    private static readonly AsyncLocal<string?> Target = new();
    private static readonly Lock Gate = new();
    private static bool _isInstalled;

    /// <inheritdoc cref="LevelSwitch"/>
    public static LogLevel Level
    {
        get => BuildSession.Current.Output.Threshold switch
        {
            LogEventLevel.Verbose => LogLevel.Trace,
            LogEventLevel.Warning => LogLevel.Warning,
            >= LogEventLevel.Error => LogLevel.Error,
            _ => LogLevel.Normal,
        };
        set => SetThreshold(value switch
        {
            LogLevel.Trace => LogEventLevel.Verbose,
            LogLevel.Warning => LogEventLevel.Warning,
            LogLevel.Error => LogEventLevel.Error,
            _ => LogEventLevel.Debug,
        });
    }

    /// <summary>The name that the log shows for the calling code; null outside of targets.</summary>
    internal static string? TargetName => Target.Value ?? TargetScope.Current?.Name;

    /// <summary>Sends <c>Serilog.Log</c> to the console, the host, the list at the end of the run and, unless on a CI server, the log files.</summary>
    public static void Configure(INukeBuild? build = null)
    {
        Log.Logger = new LoggerConfiguration()
            .ConfigureEnricher()
            .ConfigureSession(build is null ? LogParts.Console : LogParts.All)
            .ConfigureLevel()
            .ConfigureFilter(build)
            .CreateLogger();
    }

    public static LoggerConfiguration ConfigureEnricher(this LoggerConfiguration configuration) => configuration.Enrich.With(new TargetEnricher());

    public static LoggerConfiguration ConfigureLevel(this LoggerConfiguration configuration) => configuration.MinimumLevel.Verbose();

    public static LoggerConfiguration ConfigureFilter(this LoggerConfiguration configuration, INukeBuild? build)
        => build is null ? configuration : configuration.Filter.ByExcluding(x => BuildSession.Current.Host.Takes(x));

    public static LoggerConfiguration ConfigureConsole(this LoggerConfiguration configuration, INukeBuild? build)
        => configuration.ConfigureSession(LogParts.Console);

    public static LoggerConfiguration ConfigureHost(this LoggerConfiguration configuration, INukeBuild? build)
        => build is null ? configuration : configuration.ConfigureSession(LogParts.Host);

    public static LoggerConfiguration ConfigureInMemory(this LoggerConfiguration configuration, INukeBuild? build)
        => build is null ? configuration : configuration.ConfigureSession(LogParts.Memory);

    public static LoggerConfiguration ConfigureFiles(this LoggerConfiguration configuration, INukeBuild? build)
        => build is null ? configuration : configuration.ConfigureSession(LogParts.Files);

    /// <summary>Lets the calling code log under a name until the result is disposed.</summary>
    public static IDisposable SetTarget(string? name)
    {
        var scope = new PreviousTarget(Target.Value);
        Target.Value = name;
        return scope;
    }

    /// <summary>Once in a process. A logger that a build has made in the meantime stays.</summary>
    internal static void Install(INukeBuild build)
    {
        lock (Gate)
        {
            if (_isInstalled)
            {
                return;
            }

            Configure(build);
            _isInstalled = true;
        }
    }

    internal static void SetThreshold(LogEventLevel level)
    {
        BuildSession.Current.Output.Threshold = level;
        LevelSwitch.MinimumLevel = level;
    }

    internal static LogEventLevel LevelOf(Verbosity verbosity) => verbosity switch
    {
        Verbosity.Verbose => LogEventLevel.Verbose,
        Verbosity.Normal => LogEventLevel.Debug,
        Verbosity.Minimal => LogEventLevel.Warning,
        _ => LogEventLevel.Error,
    };

    private static LoggerConfiguration ConfigureSession(this LoggerConfiguration configuration, LogParts parts)
        => configuration.WriteTo.Sink(new SessionSink(parts));

    private static LoggingLevelSwitch CreateSwitch()
    {
        var levelSwitch = new LoggingLevelSwitch(LevelOf(BuildSession.Current.Options.Verbosity));
        levelSwitch.MinimumLevelChanged += (_, e) => BuildSession.Current.Output.Threshold = e.NewLevel;
        return levelSwitch;
    }

    private sealed class PreviousTarget(string? before) : IDisposable
    {
        public void Dispose() => Target.Value = before;
    }
}
