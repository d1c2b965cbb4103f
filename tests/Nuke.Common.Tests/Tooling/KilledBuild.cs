using Nuke.Common.Tooling;

namespace Nuke.Common.Tests.Tooling;

/// <summary>A build that runs a script as a tool. The tests start it as a process of its own, and kill it.</summary>
internal static class KilledBuild
{
    public static int Run(string script)
    {
        ProcessTasks.StartShell(script, Path.GetTempPath(), logInvocation: false, logger: (_, line) =>
        {
            Console.Out.WriteLine(line);
            Console.Out.Flush();
        }).AssertZeroExitCode();
        return 0;
    }
}
