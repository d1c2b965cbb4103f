using Serilog;

namespace Nuke.Common.Tests.ConsoleOutput;

public sealed class SummaryTests
{
    private sealed class Timed : NukeBuild
    {
        internal TestClock Time = null!; // each run sets it

        Target A => _ => _.Executes(() => Time.Advance(2));
        Target B => _ => _.Executes(() => Time.Advance(61));
        Target C => _ => _.DependsOn(B).Executes(() => Time.Advance(3));
        Target D => _ => _.DependsOn(C).Executes(() => { });
    }

    private static string Run(string arguments)
    {
        var time = new TestClock();
        using var run = new TestRun { Time = time };
        run.Run<Timed>($"{arguments} --parallel 1", x => x.Time = time).ShouldBe(0);
        return run.Output;
    }

    [Fact]
    public void The_critical_path_names_what_has_to_become_faster()
        => Run("A D").ShouldContain("Critical path: B 1:01 → C 0:03, together 1:04\n");

    [Fact]
    public void A_run_that_is_one_chain_has_no_line_about_its_critical_path() => Run("D").ShouldNotContain("Critical path");

    private sealed class Compiling : NukeBuild
    {
        Target Compile => _ => _.Executes(() =>
        {
            // A compiler prints its errors as they come, and again in its summary.
            for (var i = 0; i < 2; i++)
            {
                Log.Error("/src/A.cs(1,2): error CS0029: Cannot convert [/src/A.csproj]");
            }

            Log.Error("");
            throw new Exception("'dotnet build' ended with exit code 1.\n  > /src/A.cs(1,2): error CS0029: Cannot convert [/src/A.csproj]");
        });

        Target Same => _ => _.DependsOn(Compile)
            .ProceedAfterFailure()
            .AssuredAfterFailure()
            .Executes(() => Log.Error("/src/A.cs(1,2): error CS0029: Cannot convert [/src/A.csproj]"));

        Target Many => _ => _.Executes(() =>
        {
            for (var i = 1; i <= 50; i++)
            {
                Log.Warning("warning {Number}", i);
            }

            Log.Error("the only error\nwith a second line");
        });
    }

    [Fact]
    public void A_text_is_listed_once_for_a_target_and_not_again_with_the_exit_code()
    {
        using var run = new TestRun();
        run.Run<Compiling>("Compile Same --parallel 1").ShouldBe(-1);
        run.Output[run.Output.IndexOf("[ERR] Compile", StringComparison.Ordinal)..].ShouldStartWith("""
            [ERR] Compile: /src/A.cs(1,2): error CS0029: Cannot convert [/src/A.csproj]
            [ERR] Compile: 'dotnet build' ended with exit code 1.
            [ERR] Same: /src/A.cs(1,2): error CS0029: Cannot convert [/src/A.csproj]

            ═══
            """.TrimEnd());
        run.Output.ShouldContain("Compile            Failed        < 1sec   // /src/A.cs(1,2): error CS0029: Cannot convert [/src/A.csproj]\n");
    }

    private sealed class Explaining : NukeBuild
    {
        Target Evidence => _ => _.Executes(() =>
        {
            Log.Error("Why:\n  Stopped tasks:\n    exit code 7");
            throw new Exception("RolledBack: the service did not come up; shop:2 serves again.");
        });

        Target Script => _ => _.Executes(() => throw new Exception("'npm run build' ended with exit code 1. Its last lines:\n  error TS2322"));
    }

    private sealed class Repeating : NukeBuild
    {
        Target Install => _ => _.Executes(() =>
        {
            Log.Error("npm error code EAI_AGAIN");
            throw new Exception("'npm ci' ended with exit code 1. Its last lines:\n  npm error code EAI_AGAIN\nLook at the network and run again.");
        });
    }

    [Fact]
    public void What_was_said_before_is_not_announced_again()
    {
        using var run = new TestRun();
        run.Run<Repeating>("Install").ShouldBe(-1);
        run.Output.ShouldContain("'npm ci' ended with exit code 1.\n");
        run.Output.ShouldNotContain("Its last lines:");
    }

    /// <summary>A line that announces others says nothing without them.</summary>
    [Theory]
    [InlineData("Evidence", "// RolledBack: the service did not come up; shop:2 serves again.\n")]
    [InlineData("Script", "// 'npm run build' ended with exit code 1.\n")]
    public void The_row_of_a_failed_target_has_a_sentence_and_not_a_heading(string target, string note)
    {
        using var run = new TestRun();
        run.Run<Explaining>(target).ShouldBe(-1);
        run.Output.ShouldContain(note);
    }

    [Fact]
    public void Errors_come_before_warnings_and_the_list_has_an_end()
    {
        using var run = new TestRun();
        run.Run<Compiling>("Many").ShouldBe(0);
        var list = run.Output[run.Output.IndexOf("║ Errors & Warnings", StringComparison.Ordinal)..];
        list.ShouldContain("╬═════════════\n\n[ERR] Many: the only error\n      with a second line\n[WRN] Many: warning 1\n");
        list.ShouldContain("[WRN] Many: warning 39\n… and 11 more above.\n");
    }
}
