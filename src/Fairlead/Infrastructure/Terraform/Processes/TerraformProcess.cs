using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Fairlead.Reporting;
using Fairlead.Secrets.Children;

namespace Fairlead.Infrastructure.Terraform.Processes;

/// <summary>Runs one command of terraform to its end, and stops it gently.</summary>
internal sealed class TerraformProcess(StopLimits limits, IReporter reporter)
{
    // What a child keeps open after its parent has ended belongs to nobody.
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Runs the program. After a cancel it is interrupted once, after <see cref="StopLimits.Interrupt"/> or a second cancel again, and killed with
    /// its group in the end; so it is when the build is killed. Never throws for a cancel: what the process said until its end matters most then.
    /// </summary>
    /// <param name="start">From <see cref="ProcessGroup.StartInfo"/>.</param>
    /// <param name="output">Reads standard output to its end.</param>
    /// <param name="error">Reads standard error to its end.</param>
    /// <param name="cancellationToken">The first cancel.</param>
    /// <exception cref="FairleadException">The program cannot be started.</exception>
    public async Task<ProcessEnd> RunAsync(ProcessStartInfo start, Func<Stream, Task> output, Func<Stream, Task> error, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var process = Start(start);
        using var watch = OrphanWatch.Over(process, limits.Interrupt, limits.Kill);
        process.StandardInput.Close();
        var reading = Task.WhenAll(output(process.StandardOutput.BaseStream), error(process.StandardError.BaseStream));
        var exited = ExitOf(process);
        var stop = await SettlesAsync(exited, Timeout.InfiniteTimeSpan, cancellationToken)
            ? StopKind.None
            : await StopAsync(process, exited);
        await exited;
        if (stop == StopKind.Killed)
        {
            await Task.WhenAny(reading, Task.Delay(Drain, limits.Clock, CancellationToken.None));
        }
        else
        {
            await reading;
        }

        return new ProcessEnd(process.ExitCode, stop);
    }

    private async Task<StopKind> StopAsync(Process process, Task exited)
    {
        // A second Ctrl-C while terraform finishes is the user's, whoever else listens.
        using var impatience = CancellationTokenSource.CreateLinkedTokenSource(limits.SecondCancel);
        using var registration = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => impatience.Cancel());
        reporter.Warning($"Cancelled: terraform finishes the operations that it has begun and gives the lock back, for at most "
            + $"{TerraformText.Of(limits.Interrupt)}; cancel again to hurry it.");
        ProcessGroup.Interrupt(process);
        if (await SettlesAsync(exited, limits.Interrupt, impatience.Token))
        {
            return StopKind.Interrupted;
        }

        reporter.Warning("terraform is interrupted a second time: what it has begun is not finished.");
        ProcessGroup.Interrupt(process);
        if (await SettlesAsync(exited, limits.Kill, CancellationToken.None))
        {
            return StopKind.InterruptedTwice;
        }

        reporter.Warning($"terraform did not end within {TerraformText.Of(limits.Kill)} of the second interrupt and is killed with its providers.");
        ProcessGroup.Kill(process);
        return StopKind.Killed;
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return ChildStart.Run(start);
        }
        catch (Win32Exception exception)
        {
            throw new FairleadException(
                "terraform cannot be started.",
                $"The system refuses to run {start.FileName}: {exception.Message.TrimEnd('.')}.",
                "Check that the program is built for this system and may be executed.",
                exception);
        }
    }

    /// <summary>False when the limit or the token came first.</summary>
    private async Task<bool> SettlesAsync(Task exited, TimeSpan limit, CancellationToken cancellationToken)
    {
        try
        {
            await exited.WaitAsync(limit, limits.Clock, cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is OperationCanceledException or TimeoutException)
        {
            return exited.IsCompleted;
        }
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
}
