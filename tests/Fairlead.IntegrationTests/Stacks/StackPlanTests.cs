namespace Fairlead.IntegrationTests.Stacks;

/// <summary>Format, configuration and the plans of <c>terraform test</c> with mocked providers, of
/// every stack and module. Needs no cloud and no emulator.</summary>
[Trait("Category", "Integration")]
public sealed class StackPlanTests(AttachedProvider provider) : IClassFixture<AttachedProvider>, IDisposable
{
    private static readonly string Infra = Repository.PathOf("infra");

    // Several roots at once would write to one another's directory if it were theirs.
    private readonly string _data = Directory.CreateTempSubdirectory("fairlead-terraform-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    /// <summary>The stacks, and the modules with tests of their own whose content has changed since these passed.</summary>
    public static TheoryData<string> Due => [.. Roots("stacks").Concat(TestedModules.Where(StackRecord.OfThisRepository.IsDue))];

    /// <summary>Modules that have tests of their own.</summary>
    internal static IEnumerable<string> TestedModules => Roots("modules").Where(x => Directory.Exists(Path.Combine(Infra, x, "tests")));

    [ToolFact("terraform")]
    public async Task Every_file_is_formatted()
        => (await CommandLine.SucceedAsync("terraform", ["fmt", "-check", "-recursive", Infra])).ShouldBeEmpty();

    [Fact]
    public void Every_stack_has_what_a_stack_has()
    {
        string[] files = [
            "main.tf",
            "variables.tf",
            "outputs.tf",
            "versions.tf",
            "README.md",
            ".terraform.lock.hcl",
            "example.tfvars",
            Path.Combine("tests", "plan.tftest.hcl")
        ];

        Roots("stacks").SelectMany(x => files.Where(y => !File.Exists(Path.Combine(Infra, x, y))).Select(y => $"{x} has no {y}")).ShouldBeEmpty();
    }

    [Fact]
    public void A_stack_does_not_know_of_emulators()
        => Directory.EnumerateFiles(Infra, "*.tf", SearchOption.AllDirectories)
            .Where(x => File.ReadAllText(x) is var text
                && (text.Contains("emulator", StringComparison.OrdinalIgnoreCase) || text.Contains("endpoints {", StringComparison.Ordinal)))
            .ShouldBeEmpty();

    // Terraform only warns of a value for a variable that does not exist.
    [Theory]
    [InlineData("flora")]
    [InlineData("ecommerce")]
    public void The_storefronts_variables_are_variables_of_the_stack(string stack)
    {
        var declared = File.ReadAllText(Path.Combine(Infra, "stacks", stack, "variables.tf"));

        StorefrontVariables.Names(stack).ShouldNotBeEmpty();
        StorefrontVariables.Names(stack).Where(x => !declared.Contains($"variable \"{x}\" {{", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    // Every stack is among them, and terraform validates a configuration before it plans it.
    [ToolTheory("terraform")]
    [MemberData(nameof(Due))]
    public async Task What_a_plan_says_is_what_is_asserted_of_it(string root)
    {
        await TerraformAsync(root, "init", "-backend=false", "-input=false", "-no-color");

        (await TerraformAsync(root, "test", "-no-color")).ShouldContain("Success!");

        if (root.StartsWith("modules/", StringComparison.Ordinal))
        {
            StackRecord.OfThisRepository.Pass(root);
        }
    }

    private static IEnumerable<string> Roots(string kind)
        => Directory.GetDirectories(Path.Combine(Infra, kind))
            .Where(x => Directory.EnumerateFiles(x, "*.tf").Any())
            .Select(x => $"{kind}/{Path.GetFileName(x)}")
            .Order(StringComparer.Ordinal);

    private Task<string> TerraformAsync(string root, params string[] arguments)
        => CommandLine.SucceedAsync(
            "terraform",
            [$"-chdir={Path.Combine(Infra, root)}", .. arguments],
            new Dictionary<string, string>
            {
                ["TF_DATA_DIR"] = _data,
                ["CHECKPOINT_DISABLE"] = "1",
                ["AWS_REGION"] = "us-east-1",
                ["AWS_EC2_METADATA_DISABLED"] = "true",
                [provider.Variable.Name] = provider.Variable.Value
            });
}
