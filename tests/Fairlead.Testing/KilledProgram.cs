using System.Diagnostics;
using System.Globalization;

namespace Fairlead.Testing;

/// <summary>A test project's own program, run as a process of its own, so that it can really be killed (SIGKILL), and what it leaves be looked at.</summary>
public sealed class KilledProgram : IDisposable
{
    private readonly List<int> _left = [];

    private KilledProgram(Process process) => Process = process;

    /// <summary>The program.</summary>
    public Process Process { get; }

    /// <summary>Starts the program of a test assembly. It heeds an interrupt also where the tests run in the background, which ignores them.</summary>
    /// <param name="inAssembly">A type of it.</param>
    /// <param name="arguments">What its Main gets.</param>
    public static KilledProgram Start(Type inAssembly, params string[] arguments) => Start(inAssembly, new Dictionary<string, string>(), arguments);

    /// <inheritdoc cref="Start(Type, string[])"/>
    /// <param name="inAssembly">A type of it.</param>
    /// <param name="environment">What it has beside this process's variables.</param>
    /// <param name="arguments">What its Main gets.</param>
    public static KilledProgram Start(Type inAssembly, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", "exec", inAssembly.Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new KilledProgram(Process.Start(start)!);
    }

    /// <summary>The next line that it prints.</summary>
    public async Task<string> LineAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        return await Process.StandardOutput.ReadLineAsync(limit.Token) ?? throw new InvalidOperationException("It ended before it said what was expected.");
    }

    /// <summary>The process whose number it prints in its next line; ended with the test if nobody else does.</summary>
    public async Task<int> ProcessIdAsync()
    {
        var id = int.Parse(await LineAsync(), CultureInfo.InvariantCulture);
        _left.Add(id);
        return id;
    }

    /// <summary>SIGKILL, for the program alone.</summary>
    public async Task KillAsync()
    {
        Process.Kill();
        await Process.WaitForExitAsync();
    }

    /// <summary>Waits until there is no such process. One that ended counts although nobody has asked for its exit code.</summary>
    public static Task EndsAsync(int id) => Eventually.UntilAsync(() => Task.FromResult(IsAlive(id) ? null : "ended"));

    /// <summary>Whether it runs.</summary>
    public static bool IsAlive(int id)
    {
        try
        {
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/stat"));
            return stat[stat.LastIndexOf(')') + 2] is not ('Z' or 'X');
        }
        catch (IOException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        foreach (var id in _left.Where(IsAlive))
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }

        Process.Kill(entireProcessTree: true);
        Process.Dispose();
    }
}
