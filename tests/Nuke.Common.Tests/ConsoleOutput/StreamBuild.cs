using Nuke.Common.Tooling;
using Serilog;

namespace Nuke.Common.Tests.ConsoleOutput;

/// <summary>A build that writes to the streams of its process, in every way there is, and then does its work: a file.</summary>
internal sealed class StreamBuild : NukeBuild
{
    public const int OwnCode = 3;

    [Parameter("What is run as a tool.")] readonly string Script = "true";

    Target Print => _ => _.Executes(() =>
    {
        for (var i = 0; i < 100; i++)
        {
            Log.Information("line {Number} of the log", i);
            Console.WriteLine($"line {i} of the console");
            Console.Error.WriteLine($"line {i} of the errors");
        }

        Log.Warning("a warning");
    });

    Target Tool => _ => _.Executes(() => ProcessTasks.StartShell(Script, RootDirectory).AssertZeroExitCode());

    Target Work => _ => _.DependsOn(Print, Tool).Executes(() => File.WriteAllText(RootDirectory / "work", "done"));

    // Together with others, so that threads of their own print.
    Target More => _ => _.Before(Work).Executes(() => Log.Error("an error of {Target}", nameof(More)));

    Target Most => _ => _.Before(Work).Executes(() => Log.Error("an error of {Target}", nameof(Most)));

    Target Fail => _ => _.Executes(() =>
    {
        ExitCode = OwnCode;
        throw new InvalidOperationException("It failed.");
    });
}
