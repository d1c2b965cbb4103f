namespace Nuke.Common.Tests.ConsoleOutput;

public sealed class HelpTests
{
    private sealed class Helpful : NukeBuild
    {
        [Parameter("Where to deploy to")] readonly string? Region;
        [Parameter][Secret] readonly string? ApiKey;
        [Parameter("How loud")] readonly LogKind Kind;

        Target Compile => _ => _;
        Target CompileTheFrontend => _ => _;
        Target CompileTheBackend => _ => _;
        Target Deploy => _ => _.DependsOn(Compile, CompileTheFrontend, CompileTheBackend, Internal).Description("Takes the application to a verified release");
        Target Internal => _ => _.Unlisted();

        private enum LogKind
        {
            Loud,
            Soft,
        }
    }

    private static string Help(bool isTerminal = false, int columns = 200)
    {
        using var run = new TestRun { IsTerminal = isTerminal, WindowSize = (columns, 20) };
        Directory.Delete(Path.Combine(run.Root, ".nuke"));
        run.Run<Helpful>("--help", defaults: ["Deploy"]).ShouldBe(0);
        return run.Output;
    }

    [Fact]
    public void Help_lists_targets_with_dependencies_and_own_parameters_first()
    {
        Help().ShouldStartWith("""
            Targets (with their direct dependencies):

              Compile
              CompileTheBackend
              CompileTheFrontend
              Deploy (default)     -> Compile, CompileTheFrontend, CompileTheBackend, Internal
                  Takes the application to a verified release

            Parameters:

              --api-key                  Secret.
              --kind                     How loud. One of: Loud, Soft.
              --region                   Where to deploy to.

              --target                   Targets to run, separated by spaces or '+'; the same as
                                         naming them first
            """);
    }

    [Theory]
    [InlineData(false, 90)]
    [InlineData(true, 59)]
    public void Lines_end_at_ninety_columns_or_at_the_edge_of_a_narrower_terminal(bool isTerminal, int widest)
    {
        var lines = Help(isTerminal, columns: isTerminal ? 60 : 20).Split('\n');
        lines.Max(x => x.Length).ShouldBeInRange(widest - 15, widest);
    }

    [Theory]
    [InlineData("--parallel")]
    [InlineData("--continue")]
    [InlineData("--verbosity")]
    [InlineData("--no-logo")]
    [InlineData("--host")]
    public void The_engines_own_switches_are_listed(string name) => Help().ShouldContain($"\n  {name} ");
}
