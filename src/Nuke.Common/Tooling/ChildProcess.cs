using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Nuke.Common.Execution;

namespace Nuke.Common.Tooling;

/// <summary>A process whose two streams are read by a thread each, so that neither can fill up and block it.</summary>
internal sealed class ChildProcess : IProcess
{
    // A grandchild that lives on (a compiler server, a daemon) keeps the pipes open. Once the child is gone, silence for this long is the end.
    private static readonly TimeSpan s_drain = TimeSpan.FromSeconds(2);

    private readonly Process _process;
    private readonly int? _timeout;
    private readonly Func<string, string> _outputFilter;
    private readonly Action<OutputType, string> _logger;
    private readonly ConcurrentQueue<Output> _output = new();
    private readonly CancellationTokenRegistration _cancellation;
    private readonly Thread[] _readers;
    private long _lastRead = Stopwatch.GetTimestamp();
    private volatile bool _cancelled;

    private ChildProcess(Process process, int? timeout, Action<OutputType, string> logger, Func<string, string> outputFilter)
    {
        _process = process;
        _timeout = timeout;
        _logger = logger;
        _outputFilter = outputFilter;
        Id = process.Id;
        RunningProcesses.Add(this);
        _cancellation = BuildCancellation.Token.Register(() =>
        {
            _cancelled = true;
            Kill();
        });
        _readers =
        [
            Read(process.StandardOutput, OutputType.Std),
            Read(process.StandardError, OutputType.Err),
        ];
    }

    public string FileName => _process.StartInfo.FileName;
    public string Arguments => _outputFilter(_process.StartInfo.Arguments);
    public string WorkingDirectory => _process.StartInfo.WorkingDirectory;
    public IReadOnlyCollection<Output> Output => _output;
    public int ExitCode => _process.ExitCode;
    public bool HasExited => _process.HasExited;
    public int Id { get; }

    /// <summary>Whether it took longer than its timeout.</summary>
    public bool TimedOut { get; private set; }

    public static ChildProcess Start(
        ProcessStartInfo startInfo, int? timeout, Action<OutputType, string> logger, Func<string, string> outputFilter)
    {
        BuildCancellation.Token.ThrowIfCancellationRequested();
        startInfo.UseShellExecute = false;
        startInfo.RedirectStandardOutput = true;
        startInfo.RedirectStandardError = true;
        // Bytes that are not UTF-8 become U+FFFD; the default of some systems would fail or guess.
        startInfo.StandardOutputEncoding = new UTF8Encoding(false);
        startInfo.StandardErrorEncoding = new UTF8Encoding(false);
        var process = Process.Start(startInfo);
        return new ChildProcess(process, timeout, logger, outputFilter);
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
    }

    public bool WaitForExit()
    {
        if (!_process.WaitForExit(_timeout ?? Timeout.Infinite))
        {
            TimedOut = true;
            Kill();
            _process.WaitForExit(s_drain);
        }

        foreach (var reader in _readers)
        {
            while (!reader.Join(TimeSpan.FromMilliseconds(100)))
            {
                if (Stopwatch.GetElapsedTime(Interlocked.Read(ref _lastRead)) > s_drain)
                    break;
            }
        }

        RunningProcesses.Remove(this);
        _cancellation.Dispose();
        return !TimedOut && !_cancelled;
    }

    public void Dispose()
    {
        RunningProcesses.Remove(this);
        _cancellation.Dispose();
        _process.Dispose();
    }

    private Thread Read(StreamReader stream, OutputType type)
    {
        // A new thread inherits the execution context, so that its lines belong to the target that started the process.
        var thread = new Thread(() =>
        {
            try
            {
                while (stream.ReadLine() is { } line)
                {
                    Interlocked.Exchange(ref _lastRead, Stopwatch.GetTimestamp());
                    var text = _outputFilter(line);
                    _output.Enqueue(new Output { Type = type, Text = text });
                    _logger?.Invoke(type, text);
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
