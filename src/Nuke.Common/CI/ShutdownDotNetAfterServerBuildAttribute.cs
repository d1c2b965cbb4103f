using Nuke.Common.Execution;
using Nuke.Common.Tools.DotNet;

namespace Nuke.Common.CI;

/// <summary>Ends the compiler and MSBuild servers after a server build, for agents that wait for
/// every process or whose next build deletes files in use.</summary>
public class ShutdownDotNetAfterServerBuildAttribute : BuildExtensionAttributeBase, IOnBuildFinished
{
    private const int TimeoutInMilliseconds = 15_000;

    public override float Priority => -50;

    /// <summary>Whether the command and its output are in the log.</summary>
    public bool EnableLogging { get; set; }

    public void OnBuildFinished()
    {
        if (Build.IsServerBuild)
        {
            DotNetTasks.DotNet($"build-server shutdown", timeout: TimeoutInMilliseconds, logOutput: EnableLogging, logInvocation: EnableLogging);
        }
    }
}
