using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Fairlead.Secrets.Children;
using Nuke.Common.ConsoleOutput;
using Nuke.Common.Execution;

namespace Nuke.Common.Tooling;

/// <summary>A process whose two streams are read by a thread each, so that neither can fill up and block it.</summary>
internal sealed class ChildProcess : IProcess
{
    // A grandchild that lives on (a compiler server, a daemon) keeps the pipes open. Once the child is gone, silence for this long is the end.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(2);

    // And when it goes on writing, this is.
    private static readonly TimeSpan LongestDrain = TimeSpan.FromSeconds(10);

    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly Process _process;
    private readonly Func<string, string> _outputFilter;
    private readonly Action<OutputType, string>? _logger;
    private readonly OutputLines _output = new();
    private readonly CancellationTokenRegistration _cancellation;
    private readonly OrphanWatch? _watch;
    private readonly RunnerCommands _commands;
    private readonly bool _mayCommand;
    private readonly StreamReader[] _streams;
    private readonly Thread[] _readers;
    private long _lastRead = Stopwatch.GetTimestamp();
    private ExceptionDispatchInfo? _failure;
    private volatile bool _cancelled;
    private volatile bool _abandoned;

    private ChildProcess(Process process, int? timeout, Action<OutputType, string>? logger, Func<string, string> outputFilter)
    {
        _process = process;
        Timeout = timeout;
        _logger = logger;
        _outputFilter = outputFilter;
        Id = process.Id;
        _commands = BuildSession.Current.Output.RunnerCommands;
        _mayCommand = _commands.MayBeOf(FileName);
        _streams = [process.StandardOutput, process.StandardError];
        RunningProcesses.Add(this);
        _watch = OrphanWatch.Over(process);
        _readers = [Read(_streams[0], OutputType.Std), Read(_streams[1], OutputType.Err)];
        _cancellation = BuildCancellation.Token.Register(() =>
        {
            _cancelled = true;
            Kill();
        });
    }

    public string FileName => _process.StartInfo.FileName;
    public string Arguments => _outputFilter(_process.StartInfo.Arguments);
    public string WorkingDirectory => _process.StartInfo.WorkingDirectory;
    public IReadOnlyCollection<Output> Output => _output;
    public int ExitCode => _process.ExitCode;
    public bool HasExited => _process.HasExited;
    public int Id { get; }

    /// <summary>In milliseconds.</summary>
    public int? Timeout { get; }

    /// <summary>Whether it took longer than its timeout.</summary>
    public bool TimedOut { get; private set; }

    public static ChildProcess Start(
        ProcessStartInfo start, int? timeout, Action<OutputType, string>? logger, Func<string, string> outputFilter)
    {
        BuildCancellation.Token.ThrowIfCancellationRequested();
        return new ChildProcess(ProcessStart.Run(start), timeout, logger, outputFilter);
    }

    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or AggregateException or System.ComponentModel.Win32Exception)
        {
            // It ended by itself in the meantime, or a process of its tree did.
        }

        // A descendant whose parent has ended is in no tree any more, but it holds the other end of the pipe.
        PipeHolders.Kill(_streams);
    }

    public bool WaitForExit()
    {
        if (!_process.WaitForExit(Remaining()))
        {
            TimedOut = true;
            Kill();
            _process.WaitForExit(Silence);
        }

        _watch?.Dispose();
        Drain();
        RunningProcesses.Remove(this);
        _cancellation.Dispose();
        _failure?.Throw();
        return !TimedOut && !_cancelled;
    }

    public void Dispose()
    {
        _abandoned = true;
        _watch?.Dispose();
        RunningProcesses.Remove(this);
        _cancellation.Dispose();
        _process.Dispose();
    }

    private TimeSpan Remaining()
    {
        if (Timeout is not { } timeout)
        {
            return System.Threading.Timeout.InfiniteTimeSpan;
        }

        var remaining = TimeSpan.FromMilliseconds(timeout) - Stopwatch.GetElapsedTime(_started);
        return remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero;
    }

    private void Drain()
    {
        var exited = Stopwatch.GetTimestamp();
        foreach (var reader in _readers)
        {
            while (!reader.Join(TimeSpan.FromMilliseconds(100)))
            {
                if (Stopwatch.GetElapsedTime(Math.Max(exited, Interlocked.Read(ref _lastRead))) > Silence
                    || Stopwatch.GetElapsedTime(exited) > LongestDrain)
                {
                    // What a daemon writes later belongs to nobody, and must not reach the log of a target that has ended.
                    _abandoned = true;
                    return;
                }
            }
        }
    }

    /// <summary>A logger that fails, as on a full disk, must not leave the process alone with a pipe that nobody reads: it would wait for ever.</summary>
    private void Tell(OutputType type, string text, bool isTakenBack)
    {
        if (_failure is not null)
        {
            return;
        }

        try
        {
            using (BuildOutput.AsProgress(isTakenBack))
            using (_commands.OfChild(text, _mayCommand))
            {
                _logger?.Invoke(type, text);
            }
        }
        catch (Exception exception)
        {
            Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(exception), null);
        }
    }

    private Thread Read(StreamReader stream, OutputType type)
    {
        // A new thread inherits the execution context, so that its lines belong to the target that started the process.
        var thread = new Thread(() =>
        {
            try
            {
                var lines = new ToolLineReader(stream);
                while (lines.Read() is { } line && !_abandoned)
                {
                    Interlocked.Exchange(ref _lastRead, Stopwatch.GetTimestamp());
                    var text = _outputFilter(line.Text);
                    _output.Add(new Output { Type = type, Text = text });
                    Tell(type, text, line.IsTakenBack);
                }
            }
            catch (Exception exception) when (exception is IOException or ObjectDisposedException)
            {
                // The pipe is gone because the process was killed or disposed.
            }
        })
        { IsBackground = true, Name = $"Output of {Id}" };
        thread.Start();
        return thread;
    }
}
