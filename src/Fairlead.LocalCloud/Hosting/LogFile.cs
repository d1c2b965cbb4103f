using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.Hosting;

/// <summary>Warnings and errors of the local cloud itself, in <c>local-cloud.log</c>: the program has
/// no terminal once the build that started it has ended.</summary>
internal sealed class LogFile(StateDirectory state) : ILoggerProvider
{
    private readonly Lock _lock = new();
    private readonly StateDirectory _state = state;
    private readonly string _path = state.PathOf("local-cloud.log");

    public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Writer(LogFile file, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel)
            => logLevel >= (category.StartsWith("Microsoft.", StringComparison.Ordinal) ? LogLevel.Warning : LogLevel.Information);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel))
            {
                return;
            }

            if (!file._state.IsInPlace)
            {
                return;
            }

            lock (file._lock)
            {
                try
                {
                    File.AppendAllText(file._path, $"{DateTimeOffset.UtcNow:O} {logLevel} {category}: "
                        + $"{formatter(state, exception)}{(exception is null ? "" : Environment.NewLine + exception)}{Environment.NewLine}");
                }
                catch (Exception unwritten) when (unwritten is IOException or UnauthorizedAccessException)
                {
                    // A full disk is told by what fails for it, and is no reason that a request fails which needs no disk.
                }
            }
        }
    }
}
