using Fairlead.Infrastructure.Terraform;
using Fairlead.Reporting;

namespace Fairlead.IntegrationTests.Infrastructure.Terraform;

/// <summary>Programs on a search path of the test's own: scripts that say what version they are.</summary>
[Trait("Category", "Integration")]
public sealed class TerraformLocatorTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fairlead-locator-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [ToolFact("sh")]
    public async Task Terraform_is_preferred_to_tofu_and_the_other_way_round_when_the_user_says_so()
    {
        Program("bin", "terraform", "Terraform v1.11.4");
        Program("bin", "tofu", "OpenTofu v1.9.0");

        (await FindAsync()).ToString().ShouldBe("Terraform 1.11.4");
        (await FindAsync(x => x with { Products = [TerraformProduct.OpenTofu, TerraformProduct.Terraform] })).ToString().ShouldBe("OpenTofu 1.9.0");
    }

    [ToolFact("sh")]
    public async Task One_that_the_configuration_does_not_allow_is_passed_over()
    {
        Program("bin", "terraform", "Terraform v1.5.7");
        Program("more", "terraform", "Terraform v1.12.1");
        Stack("terraform {\n  required_version = \">= 1.11\"\n}\n");

        (await FindAsync(x => x with { ConfigurationDirectory = Path.Combine(_folder, "stack") })).Version.ShouldBe(new TerraformVersion(1, 12, 1));
    }

    [ToolFact("sh")]
    public async Task A_pinned_version_above_the_configuration_is_the_one_to_use()
    {
        Program("bin", "terraform", "Terraform v1.12.1");
        Program("more", "terraform", "Terraform v1.11.4");
        Stack("terraform {}\n");
        File.WriteAllText(Path.Combine(_folder, ".terraform-version"), "1.11.4\n");

        (await FindAsync(x => x with { ConfigurationDirectory = Path.Combine(_folder, "stack") })).Path.ShouldBe(Path.Combine(_folder, "more", "terraform"));
    }

    [ToolFact("sh")]
    public async Task A_named_program_is_used_or_refused_and_never_replaced()
    {
        Program("bin", "terraform", "Terraform v1.12.1");
        Program("own", "tf", "Terraform v1.5.7");
        Program("own", "ls", "ls 9.1");
        Stack("terraform {\n  required_version = \">= 1.11\"\n}\n");

        (await FindAsync(x => x with { ProgramPath = Path.Combine(_folder, "own", "tf") })).Origin.ShouldBe("named");
        (await ErrorAsync(x => x with
        {
            ProgramPath = Path.Combine(_folder, "own", "tf"),
            ConfigurationDirectory = Path.Combine(_folder, "stack")
        })).Why.ShouldContain("is Terraform 1.5.7, and main.tf requires >= 1.11");
        (await ErrorAsync(x => x with { ProgramPath = Path.Combine(_folder, "own", "ls") })).Why.ShouldContain("is neither terraform nor tofu");
        (await ErrorAsync(x => x with { ProgramPath = Path.Combine(_folder, "own", "nosuch") })).Why.ShouldContain("does not exist");
    }

    [ToolFact("sh")]
    public async Task Nothing_that_will_do_is_told_with_what_was_found()
    {
        Program("bin", "terraform", "Terraform v1.5.7");
        Stack("terraform {\n  required_version = \"~> 1.11.0\"\n}\n");

        var error = await ErrorAsync(x => x with { ConfigurationDirectory = Path.Combine(_folder, "stack") });

        error.Why.ShouldBe("Terraform 1.5.7 on PATH will not do: main.tf requires ~> 1.11.0, and downloading one is switched off.");
        (await ErrorAsync(x => x with { SearchPath = [] })).Why.ShouldStartWith("No terraform and no tofu is on PATH");
    }

    [ToolFact("sh")]
    public async Task A_download_that_the_configuration_would_refuse_is_not_made()
    {
        Stack("terraform {\n  required_version = \">= 99\"\n}\n");

        (await ErrorAsync(x => x with
        {
            ConfigurationDirectory = Path.Combine(_folder, "stack"),
            AllowDownload = true,
            Mirror = new Uri("http://127.0.0.1:1/")
        })).Why.ShouldContain("is not one that main.tf allows (>= 99)");
    }

    private void Stack(string configuration)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "stack"));
        File.WriteAllText(Path.Combine(_folder, "stack", "main.tf"), configuration);
    }

    private void Program(string directory, string name, string says)
    {
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, directory)).FullName, name);
        File.WriteAllText(file, $"#!/bin/sh\necho '{says}'\necho 'on linux_amd64'\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private Task<FairleadException> ErrorAsync(Func<TerraformToolOptions, TerraformToolOptions> configure)
        => TerraformWorkspace.ErrorOfAsync(() => FindAsync(configure));

    private Task<TerraformTool> FindAsync(Func<TerraformToolOptions, TerraformToolOptions>? configure = null)
    {
        var options = new TerraformToolOptions
        {
            CacheDirectory = Path.Combine(_folder, "cache"),
            AllowDownload = false,
            SearchPath = [Path.Combine(_folder, "bin"), Path.Combine(_folder, "more")]
        };
        return new TerraformLocator(configure?.Invoke(options) ?? options, SilentReporter.Instance).FindAsync(CancellationToken.None);
    }
}
