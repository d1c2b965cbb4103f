namespace Nuke.Common.Tooling;

/// <summary>A child process.</summary>
public interface IProcess : IDisposable
{
    string FileName { get; }
    string Arguments { get; }
    string WorkingDirectory { get; }

    /// <summary>The lines written so far, in the order in which they were read.</summary>
    IReadOnlyCollection<Output> Output { get; }

    int ExitCode { get; }
    bool HasExited { get; }
    int Id { get; }

    /// <summary>Kills the process and everything it started.</summary>
    void Kill();

    /// <summary>Waits until the process has ended and its output is read.</summary>
    /// <returns>false: it took longer than its timeout or the run was cancelled, and was killed.</returns>
    bool WaitForExit();
}
