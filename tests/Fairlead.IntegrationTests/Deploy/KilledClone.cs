namespace Fairlead.IntegrationTests.Deploy;

/// <summary>
/// A deployed clone whose compiled build can be told to kill itself: <c>KILL_INSIDE</c> and <c>KILL_AT_END_OF</c> name a target. Its sources are as
/// they were, so that <c>build.sh</c> takes it for the build that it has compiled.
/// </summary>
public sealed class KilledClone : IAsyncLifetime
{
    /// <summary>
    /// NUKE calls OnTargetRunning when a target starts and OnTargetSucceeded when it has ended: the build kills itself a moment after the one or in
    /// the other. A build that is over before the moment has come kills itself at its end.
    /// </summary>
    private const string KillSwitch = """
        partial class Build
        {
            static bool armed;

            protected override void OnTargetRunning(string target)
            {
                if (target == System.Environment.GetEnvironmentVariable("KILL_INSIDE"))
                {
                    armed = true;
                    var delay = int.Parse(System.Environment.GetEnvironmentVariable("KILL_AFTER_MILLISECONDS")!);
                    _ = new System.Threading.Timer(_ => System.Diagnostics.Process.GetCurrentProcess().Kill(), null, delay, -1);
                }
            }

            protected override void OnTargetSucceeded(string target)
            {
                if (target == System.Environment.GetEnvironmentVariable("KILL_AT_END_OF"))
                {
                    System.Diagnostics.Process.GetCurrentProcess().Kill();
                }
            }

            protected override void OnBuildFinished()
            {
                if (armed)
                {
                    System.Diagnostics.Process.GetCurrentProcess().Kill();
                }
            }
        }
        """;

    public DeployedClone Deployed { get; } = new() { FirstArguments = ["Deploy", "--skip", "Test", "WebTest"] };

    public async Task InitializeAsync()
    {
        await Deployed.InitializeAsync();
        await AddKillSwitchAsync();
    }

    public Task DisposeAsync() => Deployed.DisposeAsync();

    /// <summary>Compiles the build's own sources once more, with the switch, against everything that was compiled for it.</summary>
    private async Task AddKillSwitchAsync()
    {
        using var sources = new TemporaryDirectory("fairlead kill switch ");
        var builds = Path.Combine(Deployed.Root, ".nuke", "temp", "build");
        var compiled = Path.Combine(builds, (await File.ReadAllTextAsync(Path.Combine(builds, "current"))).Trim());
        sources.Write("KillSwitch.cs", KillSwitch);
        var program = await CompiledProgram.BuildAsync(
            sources,
            "_build",
            $"""<Compile Include="{Deployed.Root}/build/*.cs" />""",
            $"""<Reference Include="{compiled}/*.dll" Exclude="{compiled}/_build.dll" />""");
        File.Copy(program, Path.Combine(compiled, "_build.dll"), overwrite: true);
    }
}
