using System.Security.Cryptography;
using System.Text;
using Nuke.Common.IO;

namespace Nuke.Common.Execution;

/// <summary>Remembers which targets of a failed run succeeded, for --continue.</summary>
internal sealed class BuildAttempt(BuildSession session, IReadOnlyList<ExecutableTarget> plan)
{
    private const string Reason = "succeeded in the previous attempt";

    private readonly Lock _gate = new();

    private string LogFile => Path.Combine(session.RequireRoot(), ".nuke", "temp", "build-attempt.log");

    public void SkipSucceeded()
    {
        if (!File.Exists(LogFile) || File.ReadAllLines(LogFile) is not [var invocation, .. var lines])
        {
            return;
        }

        if (invocation != Invocation())
        {
            Serilog.Log.Warning("--continue starts from the beginning: the attempt before was another command.");
            return;
        }

        var succeeded = lines.ToHashSet();
        foreach (var target in plan.Where(x => x.Status == ExecutionStatus.Scheduled && succeeded.Contains(x.Name)))
        {
            target.Status = ExecutionStatus.Skipped;
            target.Skipped = Reason;
        }
    }

    /// <summary>Writes nothing when the run succeeded and there is nothing to forget.</summary>
    public void Save(bool failed)
    {
        // The second Ctrl-C saves on its own thread, maybe while the run ends by itself.
        lock (_gate)
        {
            try
            {
                if (failed)
                {
                    Write();
                }
                else if (File.Exists(LogFile))
                {
                    File.Delete(LogFile);
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                Serilog.Log.Warning("--continue will not work for this attempt: {Reason:l}", exception.Message);
            }
        }
    }

    private void Write()
    {
        var succeeded = plan
            .Where(x => x.Status is ExecutionStatus.Succeeded or ExecutionStatus.Collective
                || (x.Status == ExecutionStatus.Skipped && x.Skipped == Reason))
            .Select(x => x.Name);
        Directory.CreateDirectory(Path.Combine(session.RequireRoot(), ".nuke", "temp"));
        AtomicFile.Write(LogFile, Encoding.UTF8.GetBytes(string.Concat(succeeded.Prepend(Invocation()).Select(x => x + Environment.NewLine))));
    }

    // MD5 as in NUKE: it tells one command from another and protects nothing, so that no secret is in it: whoever has the file could guess it.
    private string Invocation()
    {
        var arguments = session.Surroundings.Arguments.Where(x => !x.Equals("--continue", StringComparison.OrdinalIgnoreCase));
        return System.Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(session.Secrets.Apply(string.Join('\0', arguments)))));
    }
}
