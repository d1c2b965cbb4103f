using Fairlead.Infrastructure.Terraform;

namespace Fairlead.Tests.Infrastructure.Terraform;

public sealed class TerraformCommandTests
{
    private static readonly string Plan = Path.GetFullPath("tfplan");

    private readonly TerraformOptions _options = new()
    {
        Directory = "stack",
        LockTimeout = TimeSpan.FromSeconds(90.2),
        Parallelism = 4,
        Variables = new Dictionary<string, string> { ["password"] = "hunter2" }
    };

    [Fact]
    public void Init_never_upgrades_and_never_moves_a_state()
    {
        var words = TerraformCommand.Init(_options, json: true, withBackend: true, "backend.tfbackend", reconfigure: true, isLocked: false).Arguments;

        words.ShouldBe(["init", "-input=false", "-no-color", "-json", "-backend-config=backend.tfbackend", "-reconfigure", "-lock-timeout=91s"]);
    }

    [Fact]
    public void Init_without_a_backend_names_none()
        => TerraformCommand
            .Init(_options, json: false, withBackend: false, "backend.tfbackend", reconfigure: true, isLocked: false).Arguments
            .ShouldBe(["init", "-input=false", "-no-color", "-backend=false"]);

    [Fact]
    public void Init_takes_no_provider_that_the_lock_file_does_not_know_where_nobody_watches()
        => TerraformCommand
            .Init(_options, json: false, withBackend: false, null, reconfigure: false, isLocked: true).Arguments
            .ShouldBe(["init", "-input=false", "-no-color", "-lockfile=readonly", "-backend=false"]);

    [Fact]
    public void A_plan_names_files_of_values_and_no_value()
        => TerraformCommand.Plan(_options, new PlanRequest { File = "tfplan" }, ["a.tfvars", "b.tfvars"]).Arguments
            .ShouldBe([
                "plan",
                "-json",
                "-input=false",
                "-no-color",
                "-detailed-exitcode",
                $"-out={Plan}",
                "-lock-timeout=91s",
                "-parallelism=4",
                "-var-file=a.tfvars",
                "-var-file=b.tfvars"
            ]);

    [Fact]
    public void A_plan_destroys_or_only_looks_when_it_is_told_to()
    {
        TerraformCommand.Plan(_options, new PlanRequest { File = "tfplan", Destroy = true }, []).Arguments.ShouldContain("-destroy");
        TerraformCommand.Plan(_options, new PlanRequest { File = "tfplan", RefreshOnly = true }, []).Arguments.ShouldContain("-refresh-only");
        TerraformCommand.Plan(_options, new PlanRequest { File = "tfplan", Refresh = false }, []).Arguments.ShouldContain("-refresh=false");
    }

    [Fact]
    public void A_run_that_may_write_nothing_takes_no_lock()
    {
        var options = _options with { Locks = false };

        foreach (var words in new[]
        {
            TerraformCommand.Init(options, json: true, withBackend: true, "backend.tfbackend", reconfigure: true, isLocked: false).Arguments,
            TerraformCommand.Plan(options, new PlanRequest { File = "tfplan" }, []).Arguments,
        })
        {
            words.ShouldContain("-lock=false");
            words.ShouldNotContain(x => x.StartsWith("-lock-timeout", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Apply_takes_the_plan_last_and_approves_nothing_else()
    {
        var words = TerraformCommand.Apply(_options, "tfplan", []).Arguments;

        words.ShouldBe(["apply", "-json", "-input=false", "-no-color", "-lock-timeout=91s", "-parallelism=4", Plan]);
        words.ShouldNotContain("-auto-approve");
    }

    [Fact]
    public void No_command_holds_the_value_of_a_variable()
    {
        IEnumerable<TerraformCommand> all =
        [
            TerraformCommand.Init(
                _options,
                true,
                true,
                "f",
                true,
                true), TerraformCommand.Plan(_options, new PlanRequest { File = "p" }, ["v"]), TerraformCommand.Apply(_options, "p", ["v"]),
            TerraformCommand.Validate(), TerraformCommand.Show(
                "p"), TerraformCommand.Output(), TerraformCommand.StatePull(), TerraformCommand.ForceUnlock("id"),
        ];

        all.SelectMany(x => x.Arguments).ShouldAllBe(x => !x.Contains("hunter2", StringComparison.Ordinal));
    }
}
