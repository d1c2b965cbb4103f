namespace Fairlead.IntegrationTests.Stacks;

/// <summary>What changes a stack's digest, and what does not.</summary>
[Trait("Category", "Integration")]
public sealed class StackDigestTests(StackRepository repository) : IClassFixture<StackRepository>, IDisposable
{
    private const string Emulator = "tests/emulator/rds.py";
    private const string Runner = "src/Fairlead/Infrastructure/Terraform/TerraformRunner.cs";

    public void Dispose() => repository.Undo();

    [Theory]
    [InlineData("infra/stacks/flora/main.tf")]
    [InlineData("infra/stacks/flora/.terraform.lock.hcl")]
    [InlineData("infra/stacks/flora/scripts/deploy-release.sh")]
    [InlineData("infra/modules/network/main.tf")]
    [InlineData(".nuke/parameters.flora.json")]
    [InlineData("samples/storefront/stacks/flora.tfvars")]
    [InlineData(Emulator)]
    [InlineData(Runner)]
    [InlineData("src/Fairlead.Components/Terraform/StackPlan.cs")]
    [InlineData("tests/Fairlead.IntegrationTests/Stacks/FloraExpectations.cs")]
    [InlineData("tests/Fairlead.IntegrationTests/Stacks/StackTests.cs")]
    public void A_change_of_what_the_stack_depends_on_changes_it(string path)
        => IsChanged("flora", () => repository.Write(path, $"{repository.Read(path)}// changed\n")).ShouldBeTrue();

    /// <summary>static-site is made of private-bucket, and no file of the stack says so.</summary>
    [Fact]
    public void A_change_of_a_module_that_a_module_uses_changes_it()
        => IsChanged("cpm", () => repository.Write(
            "infra/modules/private-bucket/main.tf",
            $"{repository.Read("infra/modules/private-bucket/main.tf")}# changed\n")).ShouldBeTrue();

    [Fact]
    public void A_new_file_and_another_name_change_it()
    {
        IsChanged("cpm", () => repository.Write("infra/stacks/cpm/more.tf", "")).ShouldBeTrue();
        IsChanged("cpm", () => Rename("infra/stacks/cpm/more.tf", "infra/stacks/cpm/most.tf")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("infra/stacks/flora/main.tf")]
    [InlineData("infra/modules/redis/main.tf")]
    [InlineData("tests/Fairlead.IntegrationTests/Stacks/FloraExpectations.cs")]
    [InlineData("src/Fairlead/Infrastructure/Plans/PlanGuard.cs")]
    [InlineData("src/Fairlead/Site/SitePlan.cs")]
    public void A_change_of_what_is_another_s_does_not(string path)
    {
        var stack = path.Contains("redis", StringComparison.Ordinal) ? "flora" : "cpm";

        IsChanged(stack, () => repository.Write(path, "# changed\n")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("infra/stacks/cpm/README.md")]
    [InlineData("infra/stacks/cpm/tests/more.tftest.hcl")]
    [InlineData("infra/stacks/cpm/.terraform/modules/modules.json")]
    [InlineData("infra/modules/network/.terraform.lock.hcl")]
    [InlineData("tests/emulator/tests/test_more.py")]
    [InlineData("tests/emulator/__pycache__/rds.cpython-313.pyc")]
    public void Texts_tests_of_its_own_and_caches_do_not_change_it(string path)
        => IsChanged("cpm", () => repository.Write(path, "changed\n")).ShouldBeFalse();

    [Theory]
    [InlineData(Emulator)]
    [InlineData(Runner)]
    [InlineData("infra/stacks/cpm/main.tf")]
    public void Line_endings_do_not_change_it(string path)
        => IsChanged("cpm", () => repository.Write(path, repository.Read(path).ReplaceLineEndings("\r\n"))).ShouldBeFalse();

    [Fact]
    public void Formatting_changes_nothing_in_CSharp_and_something_in_Python()
    {
        IsChanged("cpm", () => repository.Write(Runner, repository.Read(Runner).Replace("(", "(\n        ", StringComparison.Ordinal))).ShouldBeFalse();
        IsChanged("cpm", () => repository.Write(Emulator, repository.Read(Emulator).Replace("    ", "  ", StringComparison.Ordinal))).ShouldBeTrue();
    }

    [Fact]
    public void It_is_the_same_in_every_folder() => StackDigest.Of(repository.Root, "cpm").ShouldBe(StackDigest.Of(Repository.Root, "cpm"));

    /// <summary>Else a file that is renamed would no longer count, and nobody would know.</summary>
    [Fact]
    public void A_file_that_it_no_longer_finds_is_named()
    {
        repository.Delete("src/Fairlead.Components/ITerraform.cs");

        Should
            .Throw<FileNotFoundException>(() => StackDigest.Of(repository.Root, "cpm")).Message
            .ShouldContain("src/Fairlead.Components/ITerraform.cs does not exist");
    }

    private void Rename(string before, string after)
    {
        repository.Write(after, repository.Read(before));
        repository.Delete(before);
    }

    /// <summary>Whether the digest is another after the change.</summary>
    private bool IsChanged(string stack, Action change)
    {
        var before = StackDigest.Of(repository.Root, stack);
        change();
        return StackDigest.Of(repository.Root, stack) != before;
    }
}
