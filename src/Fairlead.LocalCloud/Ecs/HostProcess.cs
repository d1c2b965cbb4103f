using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>A container as a process of this machine, in a session of its own where <c>setsid</c> exists, so that its children end with it.</summary>
internal sealed partial class HostProcess : IRunningContainer
{
    private const int SigKill = 9;

    private const int SigTerm = 15;

    private const string Silently = "exec \"$0\" \"$@\" < /dev/null > /dev/null 2>&1";

    private static readonly string? Setsid = new[] { "/usr/bin/setsid", "/bin/setsid" }.FirstOrDefault(File.Exists);

    private readonly Process _process;
    private readonly string _folder;
    private HealthWatch? _watch;

    private HostProcess(Process process, string folder, IReadOnlyDictionary<int, int> ports, ContainerLaunch launch)
    {
        (_process, _folder, Ports, RuntimeReason) = (process, folder, ports, launch.WhyNotInDocker);
        ProcessId = process.Id;
        RuntimeId = $"{Path.GetFileName(Path.GetDirectoryName(folder))}-{process.Id}";
        Exited = WaitAsync(process, launch.Output);
    }

    public string RuntimeId { get; }

    public int? ProcessId { get; }

    public string Runtime => "host-process";

    public string? RuntimeReason { get; }

    public IReadOnlyDictionary<int, int> Ports { get; }

    public Task<int> Exited { get; }

    public static HostProcess Start(
        string folder,
        string executable,
        IReadOnlyList<string> arguments,
        string workingDirectory,
        IReadOnlyDictionary<string, string> environment,
        IReadOnlyDictionary<int, int> ports,
        ContainerLaunch launch)
    {
        var process = Run(folder, executable, arguments, workingDirectory, environment);
        return new HostProcess(process, folder, ports, launch);
    }

    /// <summary>Takes what looks at its health, to end it before its folder goes.</summary>
    public void Watch(HealthWatch watch) => _watch = watch;

    /// <summary>Runs a program beside this one; what it prints is nobody's.</summary>
    /// <returns>Its exit code; null when it was killed because it took too long.</returns>
    public async Task<int?> CheckAsync(
        string executable,
        IReadOnlyList<string> arguments,
        string workingDirectory,
        IReadOnlyDictionary<string, string> environment,
        TimeSpan timeout,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        // No pipes: what the check leaves behind would hold them open.
        using var process = OperatingSystem.IsWindows()
            ? Run(_folder, executable, arguments, workingDirectory, environment)
            : Run(_folder, "/bin/sh", ["-c", Silently, executable, .. arguments], workingDirectory, environment, isSilent: true);
        var exited = ExitOf(process);
        try
        {
            await exited.WaitAsync(timeout, clock, cancellationToken);
            KillGroup(process.Id);
            return process.ExitCode;
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            KillSession(process.Id);
            return null;
        }
    }

    private static Process Run(
        string folder,
        string executable,
        IReadOnlyList<string> arguments,
        string workingDirectory,
        IReadOnlyDictionary<string, string> environment,
        bool isSilent = false)
    {
        // The process that .NET forks leads no group, so setsid does not fork again: the program keeps the process id.
        var start = new ProcessStartInfo(Setsid ?? executable)
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardInput = !isSilent,
            RedirectStandardOutput = !isSilent,
            RedirectStandardError = !isSilent,
        };
        foreach (var argument in Setsid is null ? arguments : [executable, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment.Clear();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        start.Environment[TaskProcess.FolderVariable] = folder;
        var process = Process.Start(start)!;
        if (!isSilent)
        {
            process.StandardInput.Close();
        }

        return process;
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
        catch (Exception exception)
            when (exception is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
        {
        }

        KillGroup(processId);
    }

    private static void KillGroup(int leader)
    {
        if (Setsid is not null)
        {
            _ = Kill(-leader, SigKill);
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

    public async ValueTask DisposeAsync()
    {
        if (_watch is not null)
        {
            await _watch.DisposeAsync();
        }

        _process.Dispose();
        DirectoryCopy.Delete(_folder);
    }

    private static async Task<int> WaitAsync(Process process, Action<string> output)
    {
        var reading = Task.WhenAll(ReadAsync(process.StandardOutput.BaseStream, output), ReadAsync(process.StandardError.BaseStream, output));
        await ExitOf(process);

        // Children that the program left behind would hold the pipes open; a container takes them with it.
        KillGroup(process.Id);
        await reading;
        return process.ExitCode;
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

    private static async Task ReadAsync(Stream stream, Action<string> output)
    {
        var lines = new OutputLines(output);
        var buffer = new byte[4096];
        for (int read; (read = await stream.ReadAsync(buffer)) > 0;)
        {
            lines.Add(buffer.AsSpan(0, read));
        }

        lines.Complete();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int processId, int signal);
}
