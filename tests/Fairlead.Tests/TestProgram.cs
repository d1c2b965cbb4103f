using Fairlead.Aws;
using Fairlead.Infrastructure.Terraform.Processes;
using Fairlead.Secrets.Children;

namespace Fairlead.Tests;

/// <summary>What tests start as a process of its own, and kill.</summary>
internal static class TestProgram
{
    /// <summary>Has a token in a directory, and waits.</summary>
    public const string Identity = "identity";

    /// <summary>Has a token in a directory, and exits.</summary>
    public const string ExitingIdentity = "exiting-identity";

    /// <summary>Runs a script as it runs terraform.</summary>
    public const string Terraform = "terraform";

    public static async Task<int> Main(string[] arguments)
    {
        switch (arguments)
        {
            case [Identity or ExitingIdentity, var directory]:
                var file = IdentityTokenFile.Create(directory);
                await File.WriteAllTextAsync(file.Path, "token");
                Console.WriteLine(file.Path);
                if (arguments[0] == ExitingIdentity)
                {
                    Environment.Exit(130);
                }

                await Task.Delay(Timeout.Infinite);
                return 0;

            case [Terraform, var script]:
                var limits = new StopLimits(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(1), TimeProvider.System, CancellationToken.None);
                await new TerraformProcess(limits, new RecordingReporter()).RunAsync(
                    ProcessGroup.StartInfo("/bin/sh", ["-c", script], ChildEnvironment.OfThisProcess()),
                    EchoAsync,
                    x => x.CopyToAsync(Stream.Null),
                    CancellationToken.None);
                return 0;

            default:
                return 1;
        }
    }

    private static async Task EchoAsync(Stream output)
    {
        using var reader = new StreamReader(output);
        while (await reader.ReadLineAsync() is { } line)
        {
            Console.WriteLine(line);
        }
    }
}
