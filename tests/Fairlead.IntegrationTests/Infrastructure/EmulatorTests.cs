namespace Fairlead.IntegrationTests.Infrastructure;

/// <summary>The emulator's own tests, which are written in its language.</summary>
[Trait("Category", "Integration")]
public sealed class EmulatorTests
{
    private static readonly string Tests = Repository.PathOf("tests");

    // A few seconds each, and minutes on a machine that applies five stacks meanwhile.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>The modules of <c>tests/emulator/tests</c>.</summary>
    public static TheoryData<string> Modules => [.. Directory.GetFiles(Path.Combine(Tests, "emulator", "tests"), "test_*.py")
        .Select(x => Path.GetFileNameWithoutExtension(x)!)
        .Order(StringComparer.Ordinal)];

    [ToolTheory("python3", "moto_server")]
    [MemberData(nameof(Modules))]
    public async Task What_the_emulator_mends_is_mended(string module)
    {
        var environment = new Dictionary<string, string> { ["PYTHONPATH"] = Tests, ["PYTHONDONTWRITEBYTECODE"] = "1" };

        var (code, output, error) = await CommandLine.RunAsync("python3", ["-m", "unittest", $"emulator.tests.{module}"], environment, within: Patience);

        code.ShouldBe(0, $"{output}\n{error}");
        error.ShouldMatch(@"(?m)^Ran [1-9]\d* tests? in .*\s+OK\s*$");
    }
}
