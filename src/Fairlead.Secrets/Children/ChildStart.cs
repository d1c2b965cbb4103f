using System.Diagnostics;

namespace Fairlead.Secrets.Children;

/// <summary>
/// How a process is started, everywhere: without a shell, with exactly the environment that it is given, and with both streams read. Nothing else starts
/// one, so that no child inherits what nobody decided on.
/// </summary>
public static class ChildStart
{
    /// <summary>A program with its arguments one by one.</summary>
    /// <param name="program">A path, or a name that is looked up on PATH.</param>
    /// <param name="arguments">Quoted by the system.</param>
    /// <param name="environment">The whole environment, from <see cref="ChildEnvironment"/>.</param>
    public static ProcessStartInfo Of(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
        => WithEnvironment(new ProcessStartInfo(program, arguments), environment);

    /// <summary>A program with the line of arguments as it gets it.</summary>
    /// <inheritdoc cref="Of(string, IEnumerable{string}, IReadOnlyDictionary{string, string})"/>
    public static ProcessStartInfo OfLine(string program, string arguments, IReadOnlyDictionary<string, string> environment)
        => WithEnvironment(new ProcessStartInfo(program, arguments), environment);

    /// <summary>Starts it.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">The system refuses.</exception>
    /// <exception cref="InvalidOperationException">It started no process.</exception>
    public static Process Run(ProcessStartInfo start)
        => Process.Start(start)
            ?? throw new InvalidOperationException($"'{start.FileName}' cannot be started: the system started no process of its own for it.");

    private static ProcessStartInfo WithEnvironment(ProcessStartInfo start, IReadOnlyDictionary<string, string> environment)
    {
        start.UseShellExecute = false;
        start.CreateNoWindow = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.Environment.Clear();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
