namespace Fairlead.IntegrationTests.Infrastructure;

/// <summary>The emulator's own tests, which are written in its language.</summary>
[Trait("Category", "Integration")]
public sealed class EmulatorTests
{
    private static readonly string Tests = Repository.PathOf("tests");

    // Half a minute, and minutes on a machine that applies five stacks meanwhile.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>All modules in one process: to load the emulator takes longer than most of them.</summary>
    [ToolFact("python3", "moto_server")]
    public async Task What_the_emulator_mends_is_mended()
    {
        var environment = new Dictionary<string, string> { ["PYTHONPATH"] = Tests, ["PYTHONDONTWRITEBYTECODE"] = "1" };
        string[] arguments = ["-m", "unittest", "discover", "--start-directory", Path.Combine(Tests, "emulator", "tests"), "--top-level-directory", Tests];

        var (code, output, error) = await CommandLine.RunAsync("python3", arguments, environment, within: Patience);

        code.ShouldBe(0, $"{output}\n{error}");
        error.ShouldMatch(@"(?m)^Ran [1-9]\d* tests? in .*\s+OK\s*$");
    }
}
