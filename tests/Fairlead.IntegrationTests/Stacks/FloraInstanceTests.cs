using Fairlead.IntegrationTests.Infrastructure;

namespace Fairlead.IntegrationTests.Stacks;

/// <summary>The scripts that flora's user data puts on the instance, as they are.</summary>
[Trait("Category", "Integration")]
public sealed class FloraInstanceTests(AwsEmulator emulator) : IClassFixture<AwsEmulator>, IAsyncLifetime
{
    private FloraInstance? _made;

    private FloraInstance Instance => _made!;

    public async Task InitializeAsync()
    {
        if (new ToolFactAttribute("moto_server").Skip is null)
        {
            _made = await FloraInstance.MakeAsync(emulator);
        }
    }

    public Task DisposeAsync()
    {
        _made?.Dispose();
        return Task.CompletedTask;
    }

    [ToolFact("moto_server", "aws", "node", "jq", "curl", "flock", "setpriv")]
    public async Task A_release_is_fetched_migrated_started_and_recorded_and_tells_no_secret()
    {
        await Instance.PublishAsync("r1");

        var (code, output, error) = await Instance.DeployAsync("r1");

        code.ShouldBe(0, error);
        var served = (await Instance.ServedAsync()).ShouldNotBeNull();
        served.GetProperty("release").GetString().ShouldBe("r1");
        served.GetProperty("secret").GetString().ShouldBe("a secret with 'quotes' and $signs");
        served.GetProperty("node").GetString().ShouldBe("production");
        served.GetProperty("database").GetString().ShouldBe("postgresql://app:p%40ss%3Aw%2Frd@db.example:5432/flora?sslmode=require");
        Instance.Migrations.ShouldBe(["r1 postgresql://app:p%40ss%3Aw%2Frd@db.example:5432/flora?sslmode=require"]);
        Instance.Saved.ShouldBeTrue();
        (await Instance.RecordedAsync()).ShouldBe("r1");

        // Secrets are in one file, which the service's user alone can read, and in no message.
        File.GetUnixFileMode(Instance.EnvironmentFile).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        (output + error).ShouldNotContain("quotes");
        (output + error).ShouldNotContain("p@ss");
    }

    [ToolFact("moto_server", "aws", "node", "jq", "curl", "flock", "setpriv")]
    public async Task A_release_that_does_not_start_gives_way_to_the_one_before()
    {
        await Instance.PublishAsync("r1");
        await Instance.PublishAsync("r2", start: "throw new Error('there is no cargo');");
        (await Instance.DeployAsync("r1")).Code.ShouldBe(0);

        var (code, _, error) = await Instance.DeployAsync("r2");

        code.ShouldBe(1);
        error.ShouldContain("there is no cargo");
        error.ShouldContain("release r1 runs again");
        (await Instance.ServedAsync()).ShouldNotBeNull().GetProperty("release").GetString().ShouldBe("r1");
        (await Instance.RecordedAsync()).ShouldBe("r1");
    }

    [ToolFact("moto_server", "aws", "node", "jq", "curl", "flock", "setpriv")]
    public async Task A_first_release_that_does_not_start_has_nothing_to_go_back_to()
    {
        await Instance.PublishAsync("r1", start: "process.exit(3);");

        var (code, _, error) = await Instance.DeployAsync("r1");

        code.ShouldBe(1);
        error.ShouldContain("there is no former release to go back to");
    }

    [ToolFact("moto_server", "aws", "node", "jq", "curl", "flock", "setpriv")]
    public async Task The_way_back_leads_to_a_release_that_was_healthy_and_not_to_one_that_nobody_looked_at()
    {
        await Instance.PublishAsync("r1");
        await Instance.PublishAsync("r3", start: "process.exit(3);");
        (await Instance.DeployAsync("r1")).Code.ShouldBe(0);
        Instance.PointTo("r2");

        var (code, _, error) = await Instance.DeployAsync("r3");

        code.ShouldBe(1);
        error.ShouldContain("release r1 runs again");
    }

    [ToolFact("moto_server", "aws", "node", "jq", "curl", "flock", "setpriv")]
    public async Task A_failed_migration_leaves_the_former_release_running()
    {
        await Instance.PublishAsync("r1");
        await Instance.PublishAsync("r2", migrate: "throw new Error('the column is there already');");
        (await Instance.DeployAsync("r1")).Code.ShouldBe(0);

        var (code, _, error) = await Instance.DeployAsync("r2");

        code.ShouldBe(70);
        error.ShouldContain("the column is there already");
        (await Instance.ServedAsync()).ShouldNotBeNull().GetProperty("release").GetString().ShouldBe("r1");
    }

    [ToolFact("moto_server", "aws", "node", "jq", "curl", "flock", "setpriv")]
    public async Task A_release_that_is_not_in_the_bucket_changes_nothing()
    {
        var (code, _, error) = await Instance.DeployAsync("r9");

        code.ShouldBe(66);
        error.ShouldContain("release r9 could not be fetched");
        Instance.Migrations.ShouldBeEmpty();
    }

    [ToolTheory("moto_server", "aws", "node", "jq", "curl", "flock", "setpriv")]
    [InlineData("")]
    [InlineData("../r1")]
    [InlineData("r1;reboot")]
    public async Task What_is_no_name_of_a_release_is_refused(string release)
    {
        var (code, _, error) = await Instance.DeployAsync(release);

        code.ShouldBe(64);
        error.ShouldContain("usage: deploy-release RELEASE");
    }

    [ToolFact("moto_server", "aws", "node", "jq", "curl", "flock", "setpriv")]
    public async Task A_secret_that_nobody_set_stops_the_deploy_by_its_name()
    {
        await Instance.PublishAsync("r1");
        await Instance.SetParameterAsync("STRIPE_SECRET_KEY", "to-be-set");

        var (code, _, error) = await Instance.DeployAsync("r1");

        code.ShouldBe(78);
        error.ShouldContain("/production/STRIPE_SECRET_KEY");
        (await Instance.ServedAsync()).ShouldBeNull();
    }

    [ToolFact("moto_server", "aws", "node", "jq", "curl", "flock", "setpriv")]
    public async Task As_many_releases_as_are_kept_stay_on_disk()
    {
        Instance.Configure(("KEEP_RELEASES", "2"));
        foreach (var release in new[] { "r1", "r2", "r3" })
        {
            await Instance.PublishAsync(release);
            (await Instance.DeployAsync(release)).Code.ShouldBe(0);
        }

        Instance.Releases.ShouldBe(["r2", "r3"]);
    }

    [ToolFact("moto_server", "aws", "node", "jq", "curl", "flock", "setpriv")]
    public async Task A_password_that_RDS_changed_reaches_the_API()
    {
        await Instance.PublishAsync("r1");
        (await Instance.DeployAsync("r1")).Code.ShouldBe(0);
        await Instance.SetDatabasePasswordAsync("changed");

        (await Instance.RefreshAsync()).Code.ShouldBe(0);

        // A deploy of the release that runs restarts nothing that would take the change back, and waits until it answers.
        (await Instance.DeployAsync("r1")).Code.ShouldBe(0);
        (await Instance.ServedAsync()).ShouldNotBeNull().GetProperty("database").GetString()!.ShouldContain("app:changed@");
    }

    [ToolFact("moto_server", "aws", "node", "jq", "curl", "flock", "setpriv")]
    public async Task Two_deploys_do_not_run_at_once()
    {
        using var held = File.Open(Instance.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

        var (code, _, error) = await Instance.DeployAsync("r1");

        code.ShouldBe(75);
        error.ShouldContain("another deploy has run");
    }

    [ToolFact("moto_server", "aws", "node", "jq", "curl", "flock", "setpriv", "ps")]
    public async Task A_program_that_is_no_script_of_node_is_started_with_the_environment()
    {
        await Instance.PublishProgramAsync("r1");

        var (code, _, error) = await Instance.DeployAsync("r1");

        code.ShouldBe(0, error);
        var served = (await Instance.ServedAsync()).ShouldNotBeNull();
        served.GetProperty("release").GetString().ShouldBe("r1");
        served.GetProperty("secret").GetString().ShouldBe("a secret with 'quotes' and $signs");
        served.GetProperty("node").GetString().ShouldBe("production");
        served.GetProperty("database").GetString().ShouldBe("postgresql://app:p%40ss%3Aw%2Frd@db.example:5432/flora?sslmode=require");
        (await CommandLine.SucceedAsync("ps", ["-ww", "-eo", "args"])).ShouldNotContain("p%40ss");
    }

    [ToolFact("moto_server", "aws", "node", "jq", "curl", "flock", "setpriv")]
    public async Task The_next_deploy_ends_a_program_with_one_signal()
    {
        await Instance.PublishProgramAsync("r1");
        await Instance.PublishProgramAsync("r2");
        (await Instance.DeployAsync("r1")).Code.ShouldBe(0);

        var (code, _, error) = await Instance.DeployAsync("r2");

        code.ShouldBe(0, error);
        (await Instance.ServedAsync()).ShouldNotBeNull().GetProperty("release").GetString().ShouldBe("r2");
        Instance.Notes.Length.ShouldBe(3);
        Instance.Notes[1].ShouldBe("SIGINT");
        (await CommandLine.RunAsync("kill", ["-0", Instance.Notes[0]])).Code.ShouldNotBe(0, "The program of r1 is still there.");
        (await CommandLine.RunAsync("kill", ["-0", Instance.Notes[2]])).Code.ShouldBe(0);
    }

    [ToolFact("moto_server", "aws", "node", "jq", "curl", "flock", "setpriv")]
    public async Task A_program_that_does_not_start_gives_way_to_the_one_before()
    {
        await Instance.PublishProgramAsync("r1");
        await Instance.PublishProgramAsync("r2", start: "#!/bin/sh\necho 'there is no cargo' >&2\nexit 3\n");
        (await Instance.DeployAsync("r1")).Code.ShouldBe(0);

        var (code, _, error) = await Instance.DeployAsync("r2");

        code.ShouldBe(1);
        error.ShouldContain("there is no cargo");
        error.ShouldContain("release r1 runs again");
        (await Instance.ServedAsync()).ShouldNotBeNull().GetProperty("release").GetString().ShouldBe("r1");
    }

    [ToolFact("moto_server", "aws", "node", "jq", "curl", "flock", "setpriv")]
    public async Task A_migration_need_not_be_a_program_of_node()
    {
        await Instance.PublishAsync("r1");
        Instance.Configure(("MIGRATE_COMMAND", """echo "bash $DATABASE_URL" >>"$SANDBOX/migrations" """.TrimEnd()));

        var (code, output, error) = await Instance.DeployAsync("r1");

        code.ShouldBe(0, error);
        Instance.Migrations.ShouldBe(["bash postgresql://app:p%40ss%3Aw%2Frd@db.example:5432/flora?sslmode=require"]);
        (output + error).ShouldNotContain("p%40ss");
    }

    [ToolFact("moto_server", "node", "setpriv")]
    public async Task What_runs_a_program_ends_as_it_ended()
        => (await Instance.WithEnvironmentAsync("""
            node "$RUNNER" bash -c 'echo "$JWT_SECRET"; exit 7' || echo $?
            node "$RUNNER" sh -c 'kill -TERM $$' || echo $?
            node "$RUNNER" sh -c 'kill -PIPE $$' || echo $?
            node "$RUNNER" no-such-program 2>/dev/null || echo $?
            """)).Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(["a secret", "7", "143", "141", "127"]);

    [ToolFact("moto_server", "node", "setpriv")]
    public async Task A_program_gets_the_signals_of_what_runs_it_and_does_not_outlive_it()
        => (await Instance.WithEnvironmentAsync("""
            started() { until [ -s "$SERVICE_ROOT/started" ]; do sleep 0.05; done; }
            start() { : >"$SERVICE_ROOT/started"; node "$RUNNER" "$@" & id=$!; started; }
            start bash -c 'trap "echo asked; exit 5" TERM; echo $$ >"$SERVICE_ROOT/started"; while :; do sleep 0.05; done'
            kill -TERM $id; wait $id || echo $?
            start sh -c 'echo $$ >"$SERVICE_ROOT/started"; exec sleep 60'
            kill -KILL $id; wait $id 2>/dev/null || echo $?
            for _ in $(seq 100); do kill -0 "$(cat "$SERVICE_ROOT/started")" 2>/dev/null || { echo gone; break; }; sleep 0.05; done
            """)).Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(["asked", "5", "137", "gone"]);

    [ToolFact("shellcheck")]
    public async Task The_scripts_satisfy_shellcheck()
    {
        var scripts = Repository.PathOf("infra", "stacks", "flora", "scripts");
        var files = Directory.GetFiles(scripts, "*.sh");

        files.ShouldNotBeEmpty();
        await CommandLine.SucceedAsync("shellcheck", ["--external-sources", "--source-path", "SCRIPTDIR", .. files]);
    }
}
