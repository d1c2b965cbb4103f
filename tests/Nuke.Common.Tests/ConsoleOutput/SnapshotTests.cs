using System.Text.RegularExpressions;
using Nuke.Common.Execution;
using Nuke.Common.Utilities.Collections;
using Serilog;

namespace Nuke.Common.Tests.ConsoleOutput;

/// <summary>
/// What each host shows of each kind of ending, in Snapshots/. With the variable UPDATE_SNAPSHOTS=1 the files are written anew; the change is
/// then read as any other.
/// </summary>
public sealed class SnapshotTests
{
    private static readonly Dictionary<string, string> Tokens = new()
    {
        ["0"] = "‹/›",
        ["1"] = "‹bold›",
        ["2"] = "‹dim›",
        ["31"] = "‹red›",
        ["32"] = "‹green›",
        ["33"] = "‹yellow›",
        ["36"] = "‹cyan›",
    };

    public sealed class Shop : NukeBuild
    {
        internal TestClock Time { get; set; } = null!; // each run sets it

        Target Restore => _ => _.Executes(() =>
        {
            Log.Information("Restored {Count} packages from {Source}", 12, "nuget.org");
            Time.Advance(2);
        });

        Target Compile => _ => _.DependsOn(Restore).Executes(() =>
        {
            Log.Debug("  Shop -> bin/Shop.dll");
            Log.Debug("\e[31mred by the tool\e[0m and \e[2Kwithout its cursor movements");
            Time.Advance(61);
            Log.Warning("Shop.cs(3,5): warning CS0618: {What} is obsolete", "Basket.Sum");
            Log.Warning("Shop.cs(3,5): warning CS0618: {What} is obsolete", "Basket.Sum");
            ReportSummary(_ => _.AddPair("Warnings", 1));
        });

        Target Test => _ => _.DependsOn(Compile).Executes(() => Time.Advance(3));

        Target BrokenTest => _ => _.DependsOn(Compile).Executes(() =>
        {
            Log.Error("[xUnit.net 00:00:00.52]     Shop.Tests.A_basket_has_a_sum [FAIL]");
            Log.Error("[xUnit.net 00:00:00.61]     Shop.Tests.A_basket_has_a_sum [FAIL]");
            Time.Advance(3);
            throw new Exception(
                "'dotnet test' ended with exit code 1: 100 %.\n  > [xUnit.net 00:00:00.61]     Shop.Tests.A_basket_has_a_sum [FAIL]\n  > see above");
        });

        Target Pack => _ => _.DependsOn(BrokenTest).Executes(() => { });
        Target Report => _ => _.After(BrokenTest).AssuredAfterFailure().Executes(() => Log.Information("Reported"));

        Target Slow => _ => _.DependsOn(Restore).Executes(() =>
        {
            Time.Advance(7);
            Session.Cancellation.Cancel();
            BuildCancellation.Token.ThrowIfCancellationRequested();
        });

        Target Publish => _ => _.DependsOn(Slow).Executes(() => { });
        Target Sign => _ => _.OnlyWhenStatic(() => IsWin && IsServerBuild).Executes(() => { });
        Target All => _ => _.DependsOn(Test);

        private static bool IsWin => false;
    }

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var host in new[] { "terminal", "plain", "github-actions", "gitlab", "jenkins", "codebuild" })
        {
            foreach (var ending in new[] { "success", "failure", "skip", "cancel" })
            {
                cases.Add(host, ending);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_host_shows_every_ending_in_its_own_way(string host, string ending)
    {
        var time = new TestClock();
        using var run = new TestRun { IsTerminal = host == "terminal", Time = time };
        var variable = host switch
        {
            "github-actions" => "GITHUB_ACTIONS",
            "gitlab" => "GITLAB_CI",
            "jenkins" => "JENKINS_HOME",
            "codebuild" => "CODEBUILD_BUILD_ID",
            _ => "TERM",
        };
        run.Variables[variable] = "xterm-256color";
        var (arguments, exitCode) = ending switch
        {
            "success" => ("All", 0),
            "failure" => ("Pack Report", -1),
            "skip" => ("Test Sign --skip Restore Compile", 0),
            _ => ("Publish", 130),
        };
        run.Run<Shop>($"{arguments} --parallel 1", x => x.Time = time).ShouldBe(exitCode, run.Output);
        Compare($"{host}.{ending}.txt", Readable(run.Output));
    }

    /// <summary>Control sequences as words; the end of each line visible where a space is the last character.</summary>
    private static string Readable(string output)
    {
        var text = Regex.Replace(output, @"\e\[([0-9;]*)m", x => Tokens.GetValueOrDefault(x.Groups[1].Value, $"‹{x.Groups[1].Value}›"));
        text = text.Replace("\e[0K", "‹erase›").Replace("\r", "‹return›");
        text.ShouldNotContain("\e", customMessage: "There is a control sequence that the snapshot has no word for.");
        return text + "\n";
    }

    private static void Compare(string name, string actual)
    {
        var file = Repository.PathOf("tests", "Nuke.Common.Tests", "ConsoleOutput", "Snapshots", name);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
        }

        actual.ShouldBe(File.ReadAllText(file), $"{name} differs.");
    }
}
