namespace Fairlead.Tests.Infrastructure.Terraform;

/// <summary>What nobody has looked at is not taken where nobody watches.</summary>
public sealed class LockFileTests
{
    private const string LockFile = ".terraform.lock.hcl";

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(false, false, false)]
    public async Task The_lock_file_is_read_only_in_CI_where_there_is_one(bool keeps, bool isThere, bool isReadOnly)
    {
        using var terraform = new ScriptedTerraform();
        if (isThere)
        {
            terraform.Write(LockFile, "");
        }

        await terraform.Runner(x => x with { KeepsLockFile = keeps }).InitAsync(CancellationToken.None);

        var call = terraform.Calls.ShouldHaveSingleItem();
        call.ShouldStartWith("init ");
        call.Split(' ').Contains("-lockfile=readonly").ShouldBe(isReadOnly);
        terraform.Reporter.Warnings.Count.ShouldBe(keeps && !isThere ? 1 : 0);
    }

    [Fact]
    public async Task That_there_is_none_in_CI_is_told_once_and_the_next_init_keeps_to_what_is_there_then()
    {
        using var terraform = new ScriptedTerraform($"touch {LockFile}");
        var runner = terraform.Runner(x => x with { KeepsLockFile = true });

        await runner.InitAsync(CancellationToken.None);
        await runner.InitAsync(CancellationToken.None);

        terraform.Reporter.Warnings.ShouldHaveSingleItem().ShouldBe(
            $"{terraform.Stack} has no .terraform.lock.hcl, so that its providers are whatever the registry has today: run terraform init there and commit the file.");
        terraform.Calls.Select(x => x.Contains("-lockfile=readonly", StringComparison.Ordinal)).ShouldBe([false, true]);
    }

    [Theory]
    [InlineData(
        "Provider dependency changes detected",
        "Changes to the required provider dependencies were detected, but the lock file is read-only. To use and record these requirements, run "
            + "\\\"terraform init\\\" without the \\\"-lockfile=readonly\\\" flag.",
        "The configuration needs providers that .terraform.lock.hcl does not have",
        "Run `terraform init` in ")]
    [InlineData(
        "Failed to query available provider packages",
        "Could not retrieve the list of available versions for provider hashicorp/aws: locked provider registry.terraform.io/hashicorp/aws 5.30.0 does not "
            + "match configured version constraint ~> 6.0; must use terraform init -upgrade to allow selection of new versions",
        "locked provider registry.terraform.io/hashicorp/aws 5.30.0 does not match configured version constraint ~> 6.0",
        "Run `terraform init -upgrade` in ")]
    [InlineData(
        "Failed to install provider",
        "Error while installing hashicorp/aws v5.30.0: the current package for registry.terraform.io/hashicorp/aws 5.30.0 doesn't match any of the checksums "
            + "previously recorded in the dependency lock file",
        "The dependency lock file has no checksum that this machine's provider package (",
        "Run `terraform providers lock -platform=")]
    public async Task A_lock_that_does_not_fit_is_told_in_words_with_what_to_do_and_to_commit(string summary, string detail, string why, string next)
    {
        var message = $$$"""{"@level":"error","type":"diagnostic","diagnostic":{"severity":"error","summary":"{{{summary}}}","detail":"{{{detail}}}"}}""";
        using var terraform = new ScriptedTerraform($"cat <<'EOT'\n{message}\nEOT\nexit 1");
        terraform.Write(LockFile, "");

        var error = await Should.ThrowAsync<FairleadException>(
            terraform.Runner(x => x with { KeepsLockFile = true }).InitAsync(CancellationToken.None));

        error.Why.ShouldContain(why);
        error.Next.ShouldContain(next);
        error.Next.ShouldContain("commit it");
        error.Next.ShouldNotContain("network");
    }
}
