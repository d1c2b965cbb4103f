using System.Text;

namespace Fairlead.IntegrationTests.Deploy;

/// <summary>Ctrl-C, also while a release goes back, and two builds at the same time.</summary>
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

    /// <summary>The targets are over by then: a target of the build's own has failed, and what the release had changed is brought back.</summary>
    [ToolFact("env", "setsid", "kill")]
    public async Task Ctrl_C_while_a_release_goes_back_stops_that_gives_the_lock_back_and_the_next_deploy_puts_it_right()
    {
        using (clone.Add("build/Build.Announce.cs", """
            using Fairlead.Components;
            using Nuke.Common;

            partial class Build
            {
                Target Announce => _ => _
                    .DependsOn<ISyncS3>(x => x.SyncS3)
                    .DependentFor<IDeploy>(x => x.Deploy)
                    .Executes(() => throw new System.InvalidOperationException("Nobody listens."));
            }
            """))
        using (clone.Change("samples/storefront/api/Program.cs", "var builder = ", "Console.WriteLine(\"announced\");\nvar builder = "))
        using (clone.Change("samples/storefront/web/index.html", "<title>", "<title>Announced "))
        {
            using var process = BuildRun.Start(
                clone.Root,
                "env",
                ["--default-signal=INT", "setsid", Path.Combine(clone.Root, "build.sh"), "Deploy", "--skip", "Test", "WebTest"]);
            var errors = process.StandardError.ReadToEndAsync();
            var output = new StringBuilder();
            var isTold = false;
            while (await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(5)) is { } line)
            {
                output.AppendLine(line);
                if (!isTold && line.Contains("Bring index.html of web back", StringComparison.Ordinal))
                {
                    isTold = true;
                    (await BuildRun.ProcessAsync(clone.Root, "kill", ["-INT", "--", $"-{process.Id}"])).ExitCode.ShouldBe(0);
                }
            }

            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
            var run = new BuildRun(process.ExitCode, output + await errors);
            isTold.ShouldBeTrue(run.Output);
            run.ExitCode.ShouldBe(Interrupted, run.Output);
            run.StatusOf("SyncS3").ShouldBe("Succeeded", run.Output);
            run.StatusOf("Announce").ShouldBe("Failed", run.Output);
            run.Output.ShouldContain("Cancelling: the targets are over;");
            run.Output.ShouldContain("Failed in Announce");
            run.Output.ShouldContain("Way back  Going back was cancelled before it was over.");
            run.Output.ShouldNotContain("serves again.");
            run.Output.ShouldNotContain("   at ");
        }

        var next = await clone.BuildAsync("Deploy", "--skip", "Test", "WebTest");
        next.ExitCode.ShouldBe(0, next.Output);
        next.Output.ShouldNotContain("Took over the lock");
        using var http = new HttpClient();
        (await http.GetStringAsync(clone.PublicUrl)).ShouldNotContain("<title>Announced ");
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
