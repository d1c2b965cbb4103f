namespace Fairlead.IntegrationTests.Stacks;

/// <summary>deploy-release, as it stands on the instances of the module ec2-service.</summary>
[Trait("Category", "Integration")]
public sealed class DeployReleaseTests : IDisposable
{
    private const string Script = "deploy-release.sh";
    private readonly InstanceSandbox _instance = new();

    public void Dispose() => _instance.Dispose();

    [ToolFact("bash", "tar", "flock")]
    public async Task A_release_is_installed_migrated_started_and_named_for_the_instances_to_come()
    {
        await _instance.PublishAsync("r1", "healthy");

        var (code, output, error) = await _instance.RunAsync(Script, "r1");

        code.ShouldBe(0, error);
        output.ShouldContain("r1 serves.");
        _instance.Trace.ShouldBe(["install r1", "migrate r1 hello", "restart app.service"]);
        _instance.Current.ShouldBe("r1");
        File.ReadAllText(_instance.PathOf("cloud/releases/api/current")).ShouldBe("r1");
    }

    [ToolFact("bash", "tar", "flock")]
    public async Task An_unhealthy_release_gives_way_to_the_one_before()
    {
        await _instance.PublishAsync("r1", "healthy");
        await _instance.PublishAsync("r2");
        await _instance.RunAsync(Script, "r1");
        _instance.Write("service.log", "cannot reach the database\n");

        var (code, _, error) = await _instance.RunAsync(Script, "r2");

        code.ShouldNotBe(0);
        error.ShouldContain("cannot reach the database");
        error.ShouldContain("r1 serves again.");
        _instance.Current.ShouldBe("r1");
        _instance.Trace[^1].ShouldBe("restart app.service");
        File.ReadAllText(_instance.PathOf("cloud/releases/api/current")).ShouldBe("r1");
    }

    [ToolFact("bash", "tar", "flock")]
    public async Task A_run_that_was_killed_before_it_looked_does_not_make_its_release_the_one_to_go_back_to()
    {
        await _instance.PublishAsync("r1", "healthy");
        await _instance.PublishAsync("r2");
        await _instance.RunAsync(Script, "r1");
        Directory.CreateDirectory(_instance.PathOf("service/releases/r2"));
        File.Delete(_instance.PathOf("service/current"));
        File.CreateSymbolicLink(_instance.PathOf("service/current"), _instance.PathOf("service/releases/r2"));

        var (code, _, error) = await _instance.RunAsync(Script, "r2");

        code.ShouldNotBe(0);
        error.ShouldContain("r1 serves again.");
        _instance.Current.ShouldBe("r1");
    }

    [ToolFact("bash", "tar", "flock")]
    public async Task A_first_release_that_is_unhealthy_has_nothing_to_go_back_to()
    {
        await _instance.PublishAsync("r1");

        var (code, _, error) = await _instance.RunAsync(Script, "r1");

        code.ShouldNotBe(0);
        error.ShouldContain("There is no earlier release to go back to.");
        File.Exists(_instance.PathOf("cloud/releases/api/current")).ShouldBeFalse();
    }

    [ToolFact("bash", "tar", "flock")]
    public async Task A_migration_that_fails_leaves_the_service_alone()
    {
        await _instance.PublishAsync("r1", "healthy");
        await _instance.PublishAsync("r2", "healthy", "broken-migration");
        await _instance.RunAsync(Script, "r1");

        var (code, _, error) = await _instance.RunAsync(Script, "r2");

        code.ShouldNotBe(0);
        error.ShouldContain("Migrating for r2 failed; r1 still serves.");
        _instance.Current.ShouldBe("r1");
        _instance.Trace.Count(x => x == "restart app.service").ShouldBe(1);
    }

    [ToolFact("bash", "tar", "flock")]
    public async Task A_release_that_is_not_in_the_bucket_changes_nothing()
    {
        var (code, _, _) = await _instance.RunAsync(Script, "r1");

        code.ShouldNotBe(0);
        _instance.Releases.ShouldBeEmpty();
        _instance.Trace.ShouldBeEmpty();
    }

    [ToolFact("bash", "tar", "flock")]
    public async Task A_new_instance_starts_with_the_current_release()
    {
        await _instance.PublishAsync("r7", "healthy");
        _instance.Write("cloud/releases/api/current", "r7");

        (await _instance.RunAsync(Script, "--current")).Code.ShouldBe(0);

        _instance.Current.ShouldBe("r7");
    }

    [ToolFact("bash", "tar", "flock")]
    public async Task Before_the_first_deploy_a_new_instance_waits()
    {
        var (code, output, _) = await _instance.RunAsync(Script, "--current");

        code.ShouldBe(0);
        output.ShouldContain("No release has been deployed yet.");
        _instance.Trace.ShouldBeEmpty();
    }

    [ToolFact("bash", "tar", "flock")]
    public async Task Deploying_the_same_release_again_ends_in_the_same_state()
    {
        await _instance.PublishAsync("r1", "healthy");
        await _instance.RunAsync(Script, "r1");

        (await _instance.RunAsync(Script, "r1")).Code.ShouldBe(0);

        _instance.Current.ShouldBe("r1");
        _instance.Releases.ShouldBe(["r1"]);
    }

    [ToolFact("bash", "tar", "flock")]
    public async Task A_release_id_is_no_path_and_no_command()
    {
        (await _instance.RunAsync(Script, "../r1")).Error.ShouldContain("is not a release id");
        (await _instance.RunAsync(Script, "r1; reboot")).Error.ShouldContain("is not a release id");
        (await _instance.RunAsync(Script)).Error.ShouldContain("Usage");
    }

    [ToolFact("bash", "tar", "flock")]
    public async Task Five_releases_stay_on_the_instance()
    {
        for (var number = 1; number <= 7; number++)
        {
            await _instance.PublishAsync($"r{number}", "healthy");
            // Archives made within one second would be told apart by nothing.
            File.SetLastWriteTimeUtc(_instance.PathOf($"made/r{number}"), new DateTime(2026, 1, number, 0, 0, 0, DateTimeKind.Utc));
            await CommandLine.SucceedAsync(
                "tar",
                ["-czf", _instance.PathOf($"cloud/releases/api/r{number}.tar.gz"), "-C", _instance.PathOf($"made/r{number}"), "."]);
            (await _instance.RunAsync(Script, $"r{number}")).Code.ShouldBe(0);
        }

        _instance.Releases.ShouldBe(["r3", "r4", "r5", "r6", "r7"]);
    }
}
