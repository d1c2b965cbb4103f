using System.Text;

namespace Nuke.Common.Tooling;

/// <summary>A process ended with an exit code other than 0, or took too long.</summary>
public class ProcessException : Exception
{
    private const int ShownErrors = 10;

    public ProcessException(IProcess process)
        : base(Describe(process)) => ExitCode = process.HasExited ? process.ExitCode : -1;

    public int ExitCode { get; }

    private static string Describe(IProcess process)
    {
        var name = Path.GetFileNameWithoutExtension(process.FileName);
        if (process is ChildProcess { TimedOut: true })
            return $"'{name} {process.Arguments}' took longer than its timeout and was killed.";
        var message = new StringBuilder($"'{name} {process.Arguments}' ended with exit code {(process.HasExited ? process.ExitCode : -1)}.");
        var errors = process.Output.Where(x => x.Type == OutputType.Err && x.Text.Length > 0).Select(x => x.Text).ToList();
        foreach (var line in errors.TakeLast(ShownErrors))
            message.Append('\n').Append("  > ").Append(line);
        return message.ToString();
    }
}
