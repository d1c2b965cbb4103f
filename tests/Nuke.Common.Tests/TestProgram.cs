using Nuke.Common.Execution;
using Nuke.Common.Tests.ConsoleOutput;
using Nuke.Common.Tests.Tooling;

namespace Nuke.Common.Tests;

/// <summary>What tests start as a process of its own.</summary>
internal static class TestProgram
{
    /// <summary>Runs the script of the next argument as a tool.</summary>
    public const string Script = "script";

    public static int Main(string[] arguments) => arguments is [Script, var script]
        ? KilledBuild.Run(script)
        : BuildRunner.Run(() => new StreamBuild(), () => []);
}
