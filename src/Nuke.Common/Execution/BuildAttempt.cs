using System.Security.Cryptography;
using System.Text;

namespace Nuke.Common.Execution;

/// <summary>Remembers which targets of a failed run succeeded, for --continue.</summary>
internal sealed class BuildAttempt(BuildSession session, IReadOnlyList<ExecutableTarget> plan)
{
    private string LogFile => Path.Combine(session.RootDirectory, ".nuke", "temp", "build-attempt.log");

    public void SkipSucceeded()
    {
        if (!File.Exists(LogFile) || File.ReadAllLines(LogFile) is not [var invocation, .. var succeeded] || invocation != Invocation())
            return;
        foreach (var target in plan.Where(x => x.Status == ExecutionStatus.Scheduled && succeeded.Contains(x.Name)))
        {
            target.Status = ExecutionStatus.Skipped;
            target.Skipped = "succeeded in the previous attempt";
        }
    }

    /// <summary>Writes nothing when the run succeeded and there is nothing to forget.</summary>
    public void Save(bool failed)
    {
        try
        {
            if (!failed)
            {
                if (File.Exists(LogFile))
                    File.Delete(LogFile);
                return;
            }

            var succeeded = plan
                .Where(x => x.Status is ExecutionStatus.Succeeded or ExecutionStatus.Collective
                    || (x.Status == ExecutionStatus.Skipped && x.Skipped == "succeeded in the previous attempt"))
                .Select(x => x.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(LogFile));
            File.WriteAllLines(LogFile, [Invocation(), .. succeeded]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Serilog.Log.Warning("--continue will not work for this attempt: {Reason}", exception.Message);
        }
    }

    private string Invocation()
    {
        var arguments = session.Surroundings.Arguments.Where(x => !x.Equals("--continue", StringComparison.OrdinalIgnoreCase));
        return System.Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', arguments))));
    }
}
