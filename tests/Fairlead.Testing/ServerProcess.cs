using System.Diagnostics;

namespace Fairlead.Testing;

/// <summary>A third-party server on a free loopback port, stopped with the test.</summary>
public sealed class ServerProcess : IDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process) => _process = process;

    /// <summary>The line that said it is ready.</summary>
    public string ReadyLine { get; private set; } = "";

    /// <summary>Starts a server and returns when it writes the line that says it is ready.</summary>
    /// <param name="program">Program on PATH.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="ready">Part of the line.</param>
    /// <param name="environment">Variables beyond the test's own.</param>
    /// <remarks>Its standard input stays open until it is disposed, or until the tests are killed: a server that watches it ends with them.</remarks>
    public static async Task<ServerProcess> StartAsync(string program, string[] arguments, string ready, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(
            program,
            arguments)
        { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        var started = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var output = new List<string>();
        process.OutputDataReceived += (_, e) => Look(e.Data);
        process.ErrorDataReceived += (_, e) => Look(e.Data);
        process.Exited += (_, _) => started.TrySetException(new InvalidOperationException($"{program} ended: {string.Join('\n', output)}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new ServerProcess(process);
        try
        {
            server.ReadyLine = await started.Task.WaitAsync(TimeSpan.FromMinutes(3));
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }

        void Look(string? line)
        {
            lock (output)
            {
                output.Add(line ?? "");
            }

            if (line?.Contains(ready, StringComparison.Ordinal) == true)
            {
                started.TrySetResult(line);
            }
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }
}
