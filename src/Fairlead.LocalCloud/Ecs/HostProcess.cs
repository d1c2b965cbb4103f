using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>A container as a process of this machine, in a session of its own where <c>setsid</c> exists, so that its children end with it.</summary>
internal sealed partial class HostProcess : IRunningContainer
{
    /// <summary>Names the task's folder to whoever looks for leftovers.</summary>
    private const string FolderVariable = "FAIRLEAD_TASK_FOLDER";

    private const int SigKill = 9;

    private const int SigTerm = 15;

    /// <summary>256 KiB, the longest event of CloudWatch Logs.</summary>
    private const int MaximumLine = 256 * 1024;

    private static readonly string? _setsid = new[] { "/usr/bin/setsid", "/bin/setsid" }.FirstOrDefault(File.Exists);

    private readonly Process _process;
    private readonly string _folder;

    private HostProcess(Process process, string folder, IReadOnlyDictionary<int, int> ports, Action<string> output)
    {
        (_process, _folder, Ports) = (process, folder, ports);
        ProcessId = process.Id;
        RuntimeId = $"{Path.GetFileName(Path.GetDirectoryName(folder))}-{process.Id}";
        Exited = WaitAsync(output);
    }

    public string RuntimeId { get; }

    public int? ProcessId { get; }

    public IReadOnlyDictionary<int, int> Ports { get; }

    public Task<int> Exited { get; }

    public static HostProcess Start(string folder, string executable, IReadOnlyList<string> arguments, string workingDirectory, IReadOnlyDictionary<string, string> environment, IReadOnlyDictionary<int, int> ports, Action<string> output)
    {
        // The process that .NET forks leads no group, so setsid does not fork again: the program keeps the process id.
        var start = new ProcessStartInfo(_setsid ?? executable)
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var argument in _setsid is null ? arguments : [executable, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment.Clear();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        start.Environment[FolderVariable] = folder;
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return new HostProcess(process, folder, ports, output);
    }

    /// <summary>Kills a process with its descendants and, where it leads one, its whole session's group.</summary>
    public static void KillSession(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            process.Kill(entireProcessTree: true);
            process.WaitForExit(TimeSpan.FromSeconds(5));
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
        {
        }

        if (_setsid is not null)
        {
            _ = Kill(-processId, SigKill);
        }
    }

    /// <summary>Processes of this machine that were started as tasks with a folder below the given one. Linux only; empty elsewhere.</summary>
    public static IEnumerable<int> IdsOfTasksBelow(string folder)
    {
        if (!OperatingSystem.IsLinux())
        {
            yield break;
        }

        var wanted = $"{FolderVariable}={folder}{Path.DirectorySeparatorChar}";
        foreach (var id in Directory.GetDirectories("/proc").Select(Path.GetFileName).Where(x => int.TryParse(x, out _)).Select(x => int.Parse(x!, System.Globalization.CultureInfo.InvariantCulture)))
        {
            string environment;
            try
            {
                environment = File.ReadAllText($"/proc/{id}/environ");
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                continue;
            }

            if (environment.Split('\0').Any(x => x.StartsWith(wanted, StringComparison.Ordinal)))
            {
                yield return id;
            }
        }
    }

    public async Task StopAsync(TimeSpan timeout)
    {
        if (!_process.HasExited)
        {
            if (OperatingSystem.IsWindows())
            {
                _process.Kill(entireProcessTree: true);
            }
            else
            {
                _ = Kill(_process.Id, SigTerm);
            }

            using var limit = new CancellationTokenSource(timeout);
            try
            {
                await _process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                KillSession(_process.Id);
            }
        }

        await Exited;
    }

    public ValueTask DisposeAsync()
    {
        _process.Dispose();
        DirectoryCopy.Delete(_folder);
        return ValueTask.CompletedTask;
    }

    private async Task<int> WaitAsync(Action<string> output)
    {
        var reading = Task.WhenAll(ReadAsync(_process.StandardOutput, output), ReadAsync(_process.StandardError, output));
        await ExitOf(_process);

        // Children that the program left behind would hold the pipes open; a container takes them with it.
        if (_setsid is not null)
        {
            _ = Kill(-_process.Id, SigKill);
        }

        await reading;
        return _process.ExitCode;
    }

    // WaitForExitAsync waits for the end of redirected streams too, which are read by hand here.
    private static Task ExitOf(Process process)
    {
        var exited = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => exited.TrySetResult();
        if (process.HasExited)
        {
            exited.TrySetResult();
        }

        return exited.Task;
    }

    private static async Task ReadAsync(StreamReader reader, Action<string> output)
    {
        var line = new StringBuilder();
        var buffer = new char[4096];
        for (int read; (read = await reader.ReadAsync(buffer)) > 0;)
        {
            foreach (var character in buffer.AsSpan(0, read))
            {
                if (character == '\n' || line.Length == MaximumLine)
                {
                    output(line.ToString().TrimEnd('\r'));
                    line.Clear();
                }

                if (character != '\n')
                {
                    line.Append(character);
                }
            }
        }

        if (line.Length > 0)
        {
            output(line.ToString());
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int processId, int signal);
}
