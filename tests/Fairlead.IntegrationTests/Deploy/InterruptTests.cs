namespace Fairlead.IntegrationTests.Deploy;

/// <summary>Ctrl-C, and two builds at the same time.</summary>
[Collection(DeployedCloneCollection.Name)]
[Trait("Category", "Integration")]
public sealed class InterruptTests(DeployedClone clone)
{
    private const int Interrupted = 128 + 2;

    /// <summary>A terminal sends SIGINT to the whole process group, so the build gets a group of its own here.</summary>
    [ToolFact("env", "setsid", "kill", "pgrep")]
    public async Task Ctrl_C_ends_the_run_with_130_and_its_child_processes_and_the_next_run_works()
    {
        // Compiles the build if that is due: its compiler may stay a moment longer than the run that started it.
        await clone.BuildAsync("--help");
        var marker = Path.Combine(clone.Root, "artifacts", "vite-runs");
        File.Delete(marker);
        using (clone.Change(
            "samples/storefront/web/vite.config.ts",
            "export default",
            $"(await import('node:fs')).writeFileSync('{marker}', '');\nawait new Promise((resolve) => setTimeout(resolve, 120_000));\nexport default"))
        {
            using var watcher = new FileSystemWatcher(Path.GetDirectoryName(marker)!);
            var runs = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            watcher.Created += (_, e) => _ = e.FullPath == marker && runs.TrySetResult();
            watcher.EnableRaisingEvents = true;

            // env and setsid run the build in their own place, so that the process id is that of the new group. Whoever runs the tests in the
            // background of a shell has SIGINT ignored, and children inherit that.
            using var process = BuildRun.Start(
                clone.Root,
                "env",
                ["--default-signal=INT", "setsid", Path.Combine(clone.Root, "build.sh"), "Deploy", "--skip", "Test", "WebTest"]);
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            await runs.Task.WaitAsync(TimeSpan.FromMinutes(5));
            var group = $"{process.Id}";

            (await BuildRun.ProcessAsync(clone.Root, "kill", ["-INT", "--", $"-{group}"])).ExitCode.ShouldBe(0);
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));

            var run = new BuildRun(process.ExitCode, await output + await errors);
            run.ExitCode.ShouldBe(Interrupted, run.Output);
            run.StatusOf("WebBuild").ShouldBe("Aborted", run.Output);
            run.StatusOf("DeployService").ShouldBe("NotRun", run.Output);
            run.Output.ShouldNotContain("   at ");
            (await BuildRun.ProcessAsync(clone.Root, "pgrep", ["-g", group, "-r", "R,S,D"])).Output.ShouldBeEmpty("A child process is left.");
        }

        var next = await clone.BuildAsync("Deploy", "--skip", "Test", "WebTest");
        next.ExitCode.ShouldBe(0, next.Output);
    }

    [Fact]
    public async Task Two_deploys_at_the_same_time_both_end_well_and_one_release_serves()
    {
        using (clone.Change("samples/storefront/web/index.html", "<title>", "<title>Twice "))
        {
            var runs = await Task.WhenAll(clone.BuildAsync("Deploy", "--skip", "Test", "WebTest"), clone.BuildAsync("Deploy", "--skip", "Test", "WebTest"));

            runs.ShouldAllBe(x => x.ExitCode == 0, string.Join(Environment.NewLine, runs.Select(x => x.Output)));
        }

        using var http = new HttpClient();
        (await http.GetStringAsync(clone.PublicUrl)).ShouldContain("<title>Twice ");
    }
}
