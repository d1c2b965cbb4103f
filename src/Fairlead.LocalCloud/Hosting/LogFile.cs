using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.Hosting;

/// <summary>
/// Warnings and errors of the local cloud itself, in <c>local-cloud.log</c>: the program has no terminal once the build that started it has ended.
/// A disk that refuses stops nobody: what could not be written is counted, and the first line that gets through again says how much is missing.
/// </summary>
internal sealed class LogFile : ILoggerProvider
{
    private const string File = "local-cloud.log";

    private readonly Lock _lock = new();
    private readonly StateDirectory _state;
    private readonly string _path;
    private int _lost;
    private string? _why;

    /// <exception cref="StateDirectoryException">A folder has its name; it was moved aside.</exception>
    public LogFile(StateDirectory state)
    {
        _state = state;
        _path = state.PathOf(File);
        if (Directory.Exists(_path))
        {
            throw DamagedState.MoveAside(_path, $"The local cloud's log {_path} cannot be written: it is a folder.");
        }
    }

    public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

    public void Dispose()
    {
    }

    private void Write(string line)
    {
        lock (_lock)
        {
            try
            {
                Append((_lost == 0 ? "" : $"{DateTimeOffset.UtcNow:O} Warning {nameof(LogFile)}: {_lost} entries are missing here: {_why}\n") + line);
                _lost = 0;
            }
            catch (Exception exception) when (DiskRefusal.Is(exception))
            {
                (_lost, _why) = (_lost + 1, exception.Message);
            }
        }
    }

    /// <summary>Whole, or not at all: half a line would run into the next one.</summary>
    private void Append(string text)
    {
        using var file = new FileStream(_path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        var end = file.Seek(0, SeekOrigin.End);
        try
        {
            file.Write(System.Text.Encoding.UTF8.GetBytes(text));
        }
        catch
        {
            file.SetLength(end);
            throw;
        }
    }

    private sealed class Writer(LogFile file, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel)
            => logLevel >= (category.StartsWith("Microsoft.", StringComparison.Ordinal) ? LogLevel.Warning : LogLevel.Information);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel) && file._state.IsInPlace)
            {
                file.Write($"{DateTimeOffset.UtcNow:O} {logLevel} {category}: "
                    + $"{formatter(state, exception)}{(exception is null ? "" : Environment.NewLine + exception)}{Environment.NewLine}");
            }
        }
    }
}
