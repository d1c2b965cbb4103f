using System.Runtime.Serialization;
using System.Text;
using Nuke.Common.Execution;

namespace Nuke.Common.Tooling;

/// <summary>A process ended with an exit code other than 0, or took too long.</summary>
public class ProcessException : Exception
{
    private const int ShownErrors = 10;

    public ProcessException(IProcess process)
        : base(Describe(process)) => ExitCode = process.HasExited ? process.ExitCode : -1;

#pragma warning disable SYSLIB0051 // NUKE's signature
    protected ProcessException(SerializationInfo info, StreamingContext context)
        : base(info, context)
    {
    }
#pragma warning restore SYSLIB0051

    public int ExitCode { get; }

    private static string Describe(IProcess process)
    {
        var message = new StringBuilder($"'{Path.GetFileNameWithoutExtension(process.FileName)} {process.Arguments}'");
        if (process is ChildProcess { TimedOut: true, Timeout: { } timeout })
        {
            message.Append($" took longer than its timeout of {Duration(TimeSpan.FromMilliseconds(timeout))} and was killed, with everything that it started."
                + " Give it more time, or find out what it waits for.");
        }
        else
        {
            message.Append($" ended with exit code {(process.HasExited ? process.ExitCode : -1)}.");
        }

        var errors = process.Output.Where(x => x.Type == OutputType.Err && x.Text.Length > 0).Select(x => x.Text).ToList();
        foreach (var line in errors.TakeLast(ShownErrors))
        {
            message.Append('\n').Append("  > ").Append(line);
        }

        // The message leaves the console, too: in reports, and to those who catch it.
        return BuildSession.Current.Secrets.Apply(message.ToString());
    }

    private static string Duration(TimeSpan time)
        => time < TimeSpan.FromSeconds(1) ? $"{time.TotalMilliseconds:0} ms"
        : time < TimeSpan.FromMinutes(2) ? FormattableString.Invariant($"{time.TotalSeconds:0.#} s")
        : FormattableString.Invariant($"{time.TotalMinutes:0.#} min");
}
