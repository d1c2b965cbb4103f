namespace Fairlead.IntegrationTests.Deploy;

/// <summary>What a user gets wrong, or finds broken, before anything is deployed: one clear message, no stack trace, and the next run works.</summary>
[Collection(DeployedCloneCollection.Name)]
[Trait("Category", "Integration")]
public sealed class BadInputTests(DeployedClone clone)
{
    private const string App = "samples/storefront/web/src/App.tsx";

    [Theory]
    [InlineData("Depoly", "'Depoly'", "Did you mean 'Deploy'?")]
    [InlineData("Deploy --lock-wiat 3", "'--lock-wiat'", "Did you mean '--lock-wait'?")]
    [InlineData("Deploy --lock-wait soon", "--lock-wait", "'soon'")]
    [InlineData("Status --profile nowhere", "Unknown profile 'nowhere'", "Known profiles: apprunner")]
    [InlineData("Preflight --on-failure maybe", "--on-failure is 'maybe'", "Say rollback or stop")]
    public async Task A_mistake_on_the_command_line_is_named_and_nothing_is_run(string commandLine, string what, string next)
    {
        var run = await clone.BuildAsync(commandLine.Split(' '));

        ShouldBeAClearFailure(run);
        run.Output.ShouldContain(what);
        run.Output.ShouldContain(next);
    }

    [Fact]
    public async Task A_parameters_file_that_is_no_JSON_is_named()
    {
        BuildRun run;
        using (clone.Change(".nuke/parameters.json", "}", ""))
        {
            run = await clone.BuildAsync("Status");
        }

        ShouldBeAClearFailure(run);
        run.Output.ShouldContain(".nuke/parameters.json:6:1 is not valid JSON");
        (await clone.BuildAsync("Status")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Started_from_another_directory_the_build_is_that_of_its_own_repository()
    {
        var run = await BuildRun.ProcessAsync(Path.GetTempPath(), Path.Combine(clone.Root, "build.sh"), ["Status"]);

        run.ExitCode.ShouldBe(0, run.Output);
        run.Output.ShouldContain(clone.PublicUrl.AbsoluteUri.TrimEnd('/'));
    }

    [Fact]
    public async Task The_web_compilers_error_is_in_the_list_of_errors()
    {
        BuildRun run;
        using (clone.Change(App, "import ", "const lamp: number = 'oil';\nimport "))
        {
            run = await clone.BuildAsync("WebBuild");
        }

        ShouldBeAClearFailure(run);
        run.ErrorsAndWarnings.ShouldContain("App.tsx(");
        run.ErrorsAndWarnings.ShouldContain("error TS2322");
        (await clone.BuildAsync("WebBuild")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task The_CSharp_compilers_error_is_in_the_list_of_errors_and_nothing_after_it_is_run()
    {
        BuildRun run;
        using (clone.Change("samples/storefront/api/Program.cs", "var builder = ", "int lamp = \"oil\";\nvar builder = "))
        {
            run = await clone.BuildAsync("Deploy", "--skip", "Test", "WebTest");
        }

        ShouldBeAClearFailure(run);
        run.ErrorsAndWarnings.ShouldContain("CS0029");
        run.StatusOf("Compile").ShouldBe("Failed");
        run.StatusOf("PushEcr").ShouldBe("NotRun");
    }

    [Fact]
    public async Task Without_Node_and_without_a_network_the_web_build_says_what_to_install()
    {
        using var programs = new ProgramsWithout("node", "npm", "npx");
        BuildRun run;
        using (clone.Change(App, "import ", "// Changed.\nimport "))
        {
            run = await clone.BuildAsync(
                new Dictionary<string, string?> { ["PATH"] = programs.Directory, ["NODEJS_ORG_MIRROR"] = "http://127.0.0.1:9/" },
                "WebBuild");
        }

        ShouldBeAClearFailure(run);
        run.Output.ShouldContain("No Node.js is on PATH");
        run.Output.ShouldContain("NODEJS_ORG_MIRROR");
        new DirectoryInfo(Path.Combine(clone.Root, ".nuke", "temp", "node")).EnumerateFileSystemInfos().ShouldBeEmpty("Nothing half-downloaded may stay.");
        (await clone.BuildAsync("WebBuild")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task What_is_deleted_or_damaged_below_artifacts_is_made_again()
    {
        (await clone.BuildAsync("Deploy", "--skip", "Test", "WebTest")).ExitCode.ShouldBe(0);
        var image = Path.Combine(clone.Root, "artifacts", "image");
        await File.AppendAllTextAsync(Directory.EnumerateFiles(Path.Combine(image, "blobs"), "*", SearchOption.AllDirectories).First(), "damage");

        var run = await clone.BuildAsync("Deploy", "--skip", "Test", "WebTest");
        run.ExitCode.ShouldBe(0, run.Output);
        run.StatusOf("PushEcr").ShouldBe("Unchanged", run.Output);

        Directory.Delete(Path.Combine(clone.Root, "artifacts"), recursive: true);
        run = await clone.BuildAsync("Deploy", "--skip", "Test", "WebTest");
        run.ExitCode.ShouldBe(0, run.Output);
        run.StatusOf("PushEcr").ShouldBe("Unchanged", run.Output);
    }

    [Fact]
    public async Task Without_git_a_deploy_works_and_is_the_same_release()
    {
        (await clone.BuildAsync("Deploy", "--skip", "Test", "WebTest")).ExitCode.ShouldBe(0);
        var git = Path.Combine(clone.Root, ".git");
        var aside = Path.Combine(clone.Root, ".git-aside");
        Directory.Move(git, aside);
        try
        {
            var run = await clone.BuildAsync("Deploy", "--skip", "Test", "WebTest");

            run.ExitCode.ShouldBe(0, run.Output);
            run.StatusOf("Deploy").ShouldBe("Unchanged", run.Output);
        }
        finally
        {
            Directory.Move(aside, git);
        }
    }

    internal static void ShouldBeAClearFailure(BuildRun run)
    {
        run.ExitCode.ShouldNotBe(0, run.Output);
        run.Output.ShouldNotContain("   at ");
        run.Output.ShouldNotContain("Unhandled exception");
    }
}
