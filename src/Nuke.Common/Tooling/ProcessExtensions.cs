using System.Text.Json;

namespace Nuke.Common.Tooling;

/// <summary>Waits for processes and reads what they wrote.</summary>
public static class ProcessExtensions
{
    /// <exception cref="ProcessException">The process took longer than its timeout.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled, and the process killed.</exception>
    public static IProcess AssertWaitForExit(this IProcess process)
    {
        if (process.WaitForExit())
        {
            return process;
        }

        Execution.BuildCancellation.Token.ThrowIfCancellationRequested();
        throw new ProcessException(process);
    }

    /// <exception cref="ProcessException">The exit code is not 0.</exception>
    public static IProcess AssertZeroExitCode(this IProcess process)
    {
        process.AssertWaitForExit();
        return process.ExitCode == 0 ? process : throw new ProcessException(process);
    }

    public static IReadOnlyCollection<Output> EnsureOnlyStd(this IReadOnlyCollection<Output> output)
    {
        foreach (var line in output)
        {
            Assert.True(line.Type == OutputType.Std, $"Expected nothing on standard error, but found: {line.Text}");
        }

        return output;
    }

    public static string StdToText(this IEnumerable<Output> output)
        => string.Join(Environment.NewLine, output.Where(x => x.Type == OutputType.Std).Select(x => x.Text));

    public static T? StdToJson<T>(this IEnumerable<Output> output) => JsonSerializer.Deserialize<T>(output.StdToText());
}
