using System.Diagnostics;

namespace Nuke.Common.Tests.ConsoleOutput;

/// <summary>A build as a process of its own, with the streams that a shell gives it.</summary>
internal sealed class StreamRun : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private readonly TemporaryDirectory _directory = new("fairlead-streams-");

    public StreamRun() => Directory.CreateDirectory(_directory.PathOf(".nuke"));

    /// <summary>Of the process; null when something ended it.</summary>
    public int? ExitCode => File.Exists(_directory.PathOf("code")) ? int.Parse(Read("code")) : null;

    /// <summary>What came to standard error.</summary>
    public string Error => Read("error");

    /// <summary>Whether the last target did what it is there for.</summary>
    public bool IsWorkDone => File.Exists(_directory.PathOf("work"));

    public string PathOf(params string[] parts) => _directory.PathOf(parts);

    public string Read(string name) => File.Exists(_directory.PathOf(name)) ? File.ReadAllText(_directory.PathOf(name)) : "";

    /// <summary>Runs the build in a shell, in the root directory, to its end.</summary>
    /// <param name="shell">A command line in which BUILD stands for the build, and what follows it for its arguments and streams.</param>
    /// <param name="variables">Of the environment, beside the shell's.</param>
    public async Task RunAsync(string shell, params (string Name, string Value)[] variables)
    {
        // The code of the build itself, which a pipeline would hide.
        var build = $"build() {{ dotnet exec '{typeof(StreamRun).Assembly.Location}' \"$@\"; echo $? > code; }}";
        var start = new ProcessStartInfo("/bin/sh", ["-c", $"{build}; {shell}"])
        {
            WorkingDirectory = _directory,
        };
        foreach (var name in (string[])["CI", "GITHUB_ACTIONS", "NUKE_TELEMETRY_OPTOUT"])
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    public void Dispose() => _directory.Dispose();
}
