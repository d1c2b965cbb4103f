using System.Diagnostics;

namespace Fairlead.Testing;

/// <summary>A program of somebody else, run to its end.</summary>
public static class CommandLine
{
    // For what hangs. What takes seconds takes a minute beside five stacks.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Runs it and fails the test when it does not end with 0.</summary>
    /// <returns>What it wrote to standard output.</returns>
    public static async Task<string> SucceedAsync(
        string program,
        string[] arguments,
        IReadOnlyDictionary<string, string>? environment = null,
        string? input = null)
    {
        var (code, output, error) = await RunAsync(program, arguments, environment, input);
        code.ShouldBe(0, $"{program} {string.Join(' ', arguments)}\n{output}\n{error}");
        return output;
    }

    /// <summary>Runs it, with variables beyond the test's own and a text on standard input.</summary>
    public static async Task<(int Code, string Output, string Error)> RunAsync(
        string program,
        string[] arguments,
        IReadOnlyDictionary<string, string>? environment = null,
        string? input = null,
        TimeSpan? within = null)
    {
        var start = new ProcessStartInfo(
            program,
            arguments)
        { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(within ?? Limit);
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} did not end within {within ?? Limit}: {string.Join(' ', arguments)}");
        }
    }
}
