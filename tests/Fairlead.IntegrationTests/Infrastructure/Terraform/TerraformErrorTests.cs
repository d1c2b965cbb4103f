using Fairlead.Infrastructure.Terraform;

namespace Fairlead.IntegrationTests.Infrastructure.Terraform;

/// <summary>What the real terraform says when its input is bad, and what the user is told.</summary>
[Trait("Category", "Integration")]
public sealed class TerraformErrorTests : IDisposable
{
    private readonly TerraformWorkspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [ToolFact("terraform")]
    public async Task Variables_without_a_value_are_named_at_once()
    {
        _workspace.Write("main.tf", "variable \"size\" {}\nvariable \"colour\" { type = string }\nvariable \"fine\" { default = 1 }\n");

        var error = await PlanErrorAsync();

        error.Why.ShouldBe("The variables 'colour', 'size' have no value and no default.");
        error.Next.ShouldContain("TF_VAR_colour");
        File.Exists(_workspace.PlanFile).ShouldBeFalse();
    }

    [ToolFact("terraform")]
    public async Task A_variables_file_with_an_error_is_named_with_its_line()
    {
        _workspace.Write("main.tf", "variable \"size\" {}\n");
        _workspace.Write("bad.tfvars", "\nsize = \"open\n");

        var error = await PlanErrorAsync(x => x with { VariableFiles = ["bad.tfvars"] });

        error.Why.ShouldContain("bad.tfvars:2");
        error.Next.ShouldContain("bad.tfvars");
    }

    [ToolFact("terraform")]
    public async Task A_variables_file_that_is_not_there_is_named()
    {
        _workspace.Write("main.tf", "variable \"size\" {}\n");

        (await PlanErrorAsync(x => x with { VariableFiles = ["nosuch.tfvars"] })).Why.ShouldContain("nosuch.tfvars does not exist");
    }

    [ToolFact("terraform")]
    public async Task A_variable_that_is_not_declared_is_told_and_stops_nothing()
    {
        _workspace.Write("main.tf", "variable \"size\" {}\n");
        _workspace.Write("values.tfvars", "size = 1\ncolour = \"red\"\n");
        var runner = await _workspace.RunnerAsync(x => x with { VariableFiles = ["values.tfvars"] });
        await runner.InitAsync(CancellationToken.None);

        var plan = await runner.PlanAsync(new PlanRequest { File = _workspace.PlanFile }, CancellationToken.None);

        plan.Warnings.ShouldHaveSingleItem().Summary.ShouldBe("Value for undeclared variable");
        _workspace.Reporter.Lines.ShouldContain(x => x.StartsWith("warning: ", StringComparison.Ordinal) && x.Contains("\"colour\"", StringComparison.Ordinal));
    }

    [ToolFact("terraform")]
    public async Task A_value_of_the_wrong_type_is_told_with_its_place_and_its_declaration()
    {
        _workspace.Write("main.tf", "variable \"size\" { type = number }\n");
        _workspace.Write("wrong.tfvars", "\nsize = \"big\"\n");

        var file = await PlanErrorAsync(x => x with { VariableFiles = ["wrong.tfvars"] });
        var value = await PlanErrorAsync(x => x with { Variables = new Dictionary<string, string> { ["size"] = "big" } });

        file.Why.ShouldContain("var.size declared at main.tf:1");
        file.Why.ShouldContain("a number is required");
        file.Next.ShouldContain("wrong.tfvars:2");
        value.Why.ShouldBe(file.Why);
        value.Next.ShouldStartWith("Correct the value that the build passes");
    }

    [ToolFact("terraform")]
    public async Task A_list_that_is_passed_and_is_none_is_told()
    {
        _workspace.Write("main.tf", "variable \"names\" { type = list(string) }\n");

        (await PlanErrorAsync(x => x with { Variables = new Dictionary<string, string> { ["names"] = "[\"a\"" } })).Why.ShouldStartWith(
            "A value that the build passes is not an expression");
    }

    [ToolFact("terraform")]
    public async Task A_value_that_a_validation_refuses_is_told_in_the_words_of_the_validation()
    {
        _workspace.Write("main.tf", """
            variable "size" {
              type = number
              validation {
                condition     = var.size < 10
                error_message = "The size is at most nine."
              }
            }
            """);

        (await PlanErrorAsync(x => x with { Variables = new Dictionary<string, string> { ["size"] = "10" } })).Why.ShouldContain("The size is at most nine.");
    }

    [ToolFact("terraform")]
    public async Task A_version_that_the_configuration_does_not_allow_is_refused_before_anything_runs()
    {
        _workspace.Write("main.tf", "terraform {\n  required_version = \"~> 99.1\"\n}\n");
        var runner = await _workspace.RunnerAsync();

        var error = await TerraformWorkspace.ErrorOfAsync(() => runner.InitAsync(CancellationToken.None));

        error.Why.ShouldContain("main.tf requires version ~> 99.1");
        Directory.Exists(Path.Combine(_workspace.Stack, ".terraform")).ShouldBeFalse();
    }

    [ToolFact("terraform")]
    public async Task A_plan_that_the_state_has_left_behind_is_stale()
    {
        var runner = await BoxAsync();
        var first = await runner.PlanAsync(new PlanRequest { File = _workspace.PlanFile }, CancellationToken.None);
        var second = await runner.PlanAsync(new PlanRequest { File = $"{_workspace.PlanFile}2" }, CancellationToken.None);
        await runner.ApplyAsync(first.File, CancellationToken.None);

        var error = await TerraformWorkspace.ErrorOfAsync(() => runner.ApplyAsync(second.File, CancellationToken.None));

        error.Why.ShouldContain("stale");
        error.Next.ShouldContain("plan again");
    }

    [ToolFact("terraform")]
    public async Task A_corrupt_plan_file_is_refused_by_apply_and_by_show()
    {
        var runner = await BoxAsync();
        var plan = await runner.PlanAsync(new PlanRequest { File = _workspace.PlanFile }, CancellationToken.None);
        await using (var file = File.Open(plan.File, FileMode.Open))
        {
            file.SetLength(file.Length / 2);
        }

        (await TerraformWorkspace.ErrorOfAsync(() => runner.ApplyAsync(plan.File, CancellationToken.None))).Why.ShouldStartWith("The plan file cannot be used");
        (await TerraformWorkspace.ErrorOfAsync(() => runner.ShowPlanJsonAsync(
            plan.File,
            CancellationToken.None))).Why.ShouldStartWith("The plan file cannot be used");
        (await runner.StateSerialAsync(CancellationToken.None)).ShouldBeNull();
    }

    [ToolFact("terraform")]
    public async Task A_state_that_was_not_saved_is_not_planned_over()
    {
        var runner = await BoxAsync();
        _workspace.Write("errored.tfstate", "{}");

        var error = await TerraformWorkspace.ErrorOfAsync(() => runner.PlanAsync(new PlanRequest { File = _workspace.PlanFile }, CancellationToken.None));

        error.Next.ShouldContain("state push errored.tfstate");
    }

    [ToolFact("terraform")]
    public async Task An_invalid_configuration_is_told_with_every_place()
    {
        _workspace.Write("main.tf", "resource \"terraform_data\" \"a\" { nosuch = 1 }\noutput \"b\" { value = terraform_data.c.id }\n");
        var runner = await _workspace.RunnerAsync();
        await runner.InitAsync(CancellationToken.None, withBackend: false);

        var found = await runner.ValidateAsync(CancellationToken.None);

        found.Select(x => x.Place).ShouldBe(["main.tf:1", "main.tf:2"], ignoreOrder: true);
        found.ShouldAllBe(x => x.IsError);
    }

    [ToolFact("terraform")]
    public async Task A_directory_without_a_configuration_is_refused()
        => (await TerraformWorkspace.ErrorOfAsync(async () => await (await _workspace.RunnerAsync()).InitAsync(CancellationToken.None))).Why.ShouldContain(
            "holds no .tf file");

    [ToolFact("terraform", "ps")]
    public async Task A_value_of_a_sensitive_variable_is_in_no_message_and_in_no_argument()
    {
        _workspace.Write("main.tf", """
            variable "password" {
              type      = string
              sensitive = true
            }
            variable "token" {
              type      = string
              ephemeral = true
            }
            resource "terraform_data" "box" {
              input = 1
              provisioner "local-exec" {
                command = "ps -o args= -p $PPID > arguments; exit 3"
              }
            }
            resource "terraform_data" "leak" {
              provisioner "local-exec" {
                command = "echo leaked hunter2-password hunter2-token named-secret >&2; exit 3"
              }
            }
            output "password" {
              value     = var.password
              sensitive = true
            }
            """);
        _workspace.Write("secret.tfvars", "password = \"hunter2-password\"\n");
        var runner = await _workspace.RunnerAsync(x => x with
        {
            VariableFiles = ["secret.tfvars"],
            Variables = new Dictionary<string, string> { ["token"] = "hunter2-token" },
            Secrets = ["named-secret"],
        });

        var error = await TerraformWorkspace.ErrorOfAsync(() => _workspace.ApplyAsync(runner));

        var said = $"{error.Message}\n{_workspace.Reporter.Text}\n{File.ReadAllText(Path.Combine(_workspace.Stack, "arguments"))}";
        said.ShouldContain("leaked [REDACTED] [REDACTED] [REDACTED]");
        said.ShouldNotContain("hunter2");
        _workspace.Reporter.Text.ShouldNotContain("named-secret");
        Directory.GetFileSystemEntries(Path.Combine(_workspace.Folder, "temp"))
            .Where(x => !x.EndsWith("plugin-cache", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [ToolFact("terraform")]
    public async Task A_plan_is_readable_for_its_owner_only_whatever_was_there_before()
    {
        _workspace.Write("main.tf", "variable \"size\" { type = number }\n");
        File.WriteAllText(_workspace.PlanFile, "an old plan that everybody may read");
        var runner = await _workspace.RunnerAsync(x => x with { Variables = new Dictionary<string, string> { ["size"] = "1" } });
        await runner.InitAsync(CancellationToken.None);

        var plan = await runner.PlanAsync(new PlanRequest { File = _workspace.PlanFile }, CancellationToken.None);

        File.GetUnixFileMode(plan.File).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private async Task<TerraformRunner> BoxAsync()
    {
        _workspace.Write("main.tf", "resource \"terraform_data\" \"box\" { input = 1 }\n");
        var runner = await _workspace.RunnerAsync();
        await runner.InitAsync(CancellationToken.None);
        return runner;
    }

    private async Task<FairleadException> PlanErrorAsync(Func<TerraformOptions, TerraformOptions>? configure = null)
    {
        var runner = await _workspace.RunnerAsync(configure);
        await runner.InitAsync(CancellationToken.None);
        return await TerraformWorkspace.ErrorOfAsync(() => runner.PlanAsync(new PlanRequest { File = _workspace.PlanFile }, CancellationToken.None));
    }
}
