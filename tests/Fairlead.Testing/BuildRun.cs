using System.Diagnostics;
using System.Text;

namespace Fairlead.Testing;

/// <summary>One run of a program, to its end.</summary>
/// <param name="ExitCode">As the shell sees it.</param>
/// <param name="Output">Both streams, in the order in which they were read.</param>
public sealed record BuildRun(int ExitCode, string Output)
{
    /// <summary>The status column of the summary for a target: <c>Succeeded</c>, <c>Unchanged</c>, <c>Skipped</c>; null when the target is not in it.</summary>
    public string? StatusOf(string target)
        => Output.Split('\n').Select(x => x.Split(' ', StringSplitOptions.RemoveEmptyEntries)).LastOrDefault(x => x.Length >= 2
            && x[0] == target
            && char.IsUpper(x[1][0]))?[1];

    /// <summary>The list of errors and warnings at the end; empty when there is none.</summary>
    public string ErrorsAndWarnings
        => Output.LastIndexOf("Errors & Warnings", StringComparison.Ordinal) is >= 0 and var start
            ? Output[start..].Split($"{Environment.NewLine}═══", 2)[0]
            : "";

    public static Task<BuildRun> RunAsync(string root, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment)
        => ProcessAsync(root, Path.Combine(root, "build.sh"), arguments, environment);

    public static async Task<BuildRun> ProcessAsync(
        string directory,
        string program,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string?>? environment = null)
    {
        using var process = Start(directory, program, arguments, environment);
        var output = new StringBuilder();
        await Task.WhenAll(ReadAsync(process.StandardOutput), ReadAsync(process.StandardError));
        await process.WaitForExitAsync();
        return new BuildRun(process.ExitCode, output.ToString());

        async Task ReadAsync(StreamReader reader)
        {
            var buffer = new char[4096];
            int read;
            while ((read = await reader.ReadAsync(buffer)) > 0)
            {
                lock (output)
                {
                    output.Append(buffer, 0, read);
                }
            }
        }
    }

    public static Process Start(string directory, string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };

        // A test host's own settings would leak into the SDK that the build starts; and these are runs as on a laptop, also when CI runs the tests.
        foreach (var name in start.Environment.Keys
            .Where(x => x is "CI" || x.StartsWith("MSBUILD", StringComparison.Ordinal) || x.StartsWith("VSTEST", StringComparison.Ordinal))
            .ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["NO_COLOR"] = "1";

        // What a release waits for, to see whether its tasks stay alive, is tested where it is decided.
        start.Environment["NUKE_MINIMUM_HEALTHY_TIME"] = "0";
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }
}
