using System.Security.Cryptography;
using Fairlead.Secrets;
using Nuke.Common.Secrets;
using Nuke.Common.Tooling;
using Serilog;

namespace Nuke.Common.Tests.ConsoleOutput;

public sealed class SecretOutputTests
{
    private const string Key = "-----BEGIN KEY-----\nMIIBwords and+more/42==\n-----END KEY-----";

    public sealed class Leaking : NukeBuild
    {
        [Parameter][Secret] readonly string? Token;
        [Parameter][Secret] readonly string? PrivateKey;

        Target A => _ => _.Executes(() =>
        {
            Log.Information("whole {Token} and {@Object}", Token, new { Token });
            Log.Information("{A}{B}", Token![..5], Token[5..]);
            Log.Warning(new Exception($"inner {Token}"), "outer");
            Log.Error("key:\n{Key}", PrivateKey);
            foreach (var piece in new[] { "raw ", Token[..3], Token[3..], "\n", PrivateKey![..30], PrivateKey[30..], "\n" })
            {
                Session.Output.WriteRaw(piece);
            }

            ReportSummary(_ => new Dictionary<string, string> { ["Login"] = Token });
            throw new Exception($"failed with {Token}\n{PrivateKey}");
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("GITHUB_ACTIONS")]
    [InlineData("GITLAB_CI")]
    public void No_way_of_printing_shows_a_secret(string host)
    {
        using var run = new TestRun { IsTerminal = true };
        run.Variables[host] = "true";
        run.Variables["TERM"] = "xterm";
        run.Variables["Token"] = "s3cr3t-value";
        run.Variables["PrivateKey"] = Key;
        run.Run<Leaking>("A --verbosity verbose").ShouldBe(-1);
        var files = Directory.GetFiles(run.Root, "*", SearchOption.AllDirectories).Select(File.ReadAllText);
        foreach (var text in files.Append(run.Output))
        {
            text.ShouldNotContain("s3cr3t");
            text.ShouldNotContain("-value");
            text.ShouldNotContain("MIIBwords");
        }

        run.Output.ShouldContain("raw [REDACTED]");
        run.Output.ShouldContain("Login: [REDACTED]");
    }

    public sealed class Quoting : NukeBuild
    {
        [Parameter][Secret] readonly string? Token;

        Target A => _ => _.Executes(() =>
        {
            ProcessTasks.StartShell($"true --token '{Token}'", logOutput: true).AssertZeroExitCode();
            ProcessTasks.StartProcess("echo", $"--token {Token}").AssertZeroExitCode();
        });
    }

    [UnixFact]
    public void A_secret_with_a_quote_is_not_shown_by_the_echo_of_a_command()
    {
        using var run = new TestRun();
        run.Variables["Token"] = "s3cr3t\"say";
        run.Run<Quoting>("A").ShouldBe(0, run.Output);
        run.Output.ShouldContain("echo --token \"[REDACTED]\"");
        run.Output.ShouldNotContain("s3cr3t");
    }

    [Fact]
    public void Each_item_of_a_list_is_a_secret()
    {
        using var run = new TestRun();
        run.Variables["Tokens"] = "first-token+second-token";
        run.Run<Listing>("A").ShouldBe(0, run.Output);
        run.Output.ShouldContain("one [REDACTED], two [REDACTED]");
    }

    public sealed class Listing : NukeBuild
    {
        [Parameter(Separator = "+")][Secret] readonly string[]? Tokens;

        Target A => _ => _.Executes(() => Log.Information("one {One:l}, two {Two:l}", Tokens![0], Tokens[1]));
    }

    public sealed class Fixed : NukeBuild
    {
        [Parameter][Secret] readonly string Token = "only-for-tests";

        Target A => _ => _.Executes(() => Log.Information("token {Token:l}", Token));
    }

    [Fact]
    public void The_default_of_a_secret_is_one()
    {
        using var run = new TestRun();
        run.Run<Fixed>("A").ShouldBe(0, run.Output);
        run.Output.ShouldContain("token [REDACTED]");
    }

    [Fact]
    public void A_variable_whose_name_says_so_is_a_secret()
    {
        using var run = new TestRun();
        run.Variables["REGISTRY_PASSWORD"] = "sesame-open";
        run.Run<Variable>("A").ShouldBe(0, run.Output);
        run.Output.ShouldContain("login with [REDACTED]");
    }

    public sealed class Variable : NukeBuild
    {
        Target A => _ => _.Executes(() => Log.Information("login with {Password:l}", "sesame-open"));
    }

    public sealed class Obtaining : NukeBuild
    {
        [Parameter][Secret] readonly string? Pin;

        Target A => _ => _.Executes(() =>
        {
            SecretMask.Learn("session%token\r\n second line\nend");
            SecretMask.Learn("session%token\r\n second line\nend");
            Log.Information("got {Token:l} {Pin:l}", "session%token", Pin);
        });
    }

    [Fact]
    public void On_GitHub_the_runner_is_told_of_secrets_that_it_cannot_know()
    {
        using var run = new TestRun();
        run.Variables["GITHUB_ACTIONS"] = "true";
        run.Variables["Pin"] = "known-to-the-runner";
        run.Run<Obtaining>("A").ShouldBe(0, run.Output);
        run.Output.Split('\n').Where(x => x.Contains("add-mask")).ShouldBe(["::add-mask::session%25token", "::add-mask::second line"]);
        run.Output.ShouldContain("got [REDACTED] [REDACTED]");
    }

    [Fact]
    public void On_GitHub_the_runner_is_told_of_secrets_from_a_file()
    {
        using var run = new TestRun();
        run.Variables["GITHUB_ACTIONS"] = "true";
        run.Variables["PARAMS_KEY"] = "correct horse";
        run.Write(".nuke/parameters.json", $$"""{ "Pin": "{{SecretCipher.Encrypt("open-sesame", SecretCipher.DeriveKey("correct horse"))}}" }""");
        run.Run<Obtaining>("A").ShouldBe(0, run.Output);
        run.Error.ShouldBe("::add-mask::open-sesame\n");

        // Standard output is somebody's answer.
        var before = run.Output.Length;
        run.Run<Obtaining>(["A", "--plan", "--format", "json"]).ShouldBe(0, run.Output);
        run.Error.ShouldMatch("^::add-mask::open-sesame\n::add-mask::.+\n$");
        run.Output[before..].ShouldNotContain("add-mask");
    }

    [Theory]
    [InlineData("")]
    [InlineData("GITLAB_CI")]
    [InlineData("JENKINS_HOME")]
    public void No_other_host_is_told(string host)
    {
        using var run = new TestRun();
        run.Variables[host] = "true";
        run.Run<Obtaining>("A").ShouldBe(0, run.Output);
        run.Output.ShouldNotContain("add-mask");
        run.Output.ShouldNotContain("session%token");
    }

    [Theory]
    [InlineData("123", true)]
    [InlineData("1234", false)]
    public void A_secret_that_is_too_short_to_hide_is_said_at_the_start(string pin, bool isSaid)
    {
        using var run = new TestRun();
        run.Variables["Pin"] = pin;
        run.Run<Obtaining>("A").ShouldBe(0, run.Output);
        const string Said = "The secret Pin has fewer than 4 characters and may show in the output";
        // At the start, and once more in the list of warnings at the end.
        run.Output.Split(Said).Length.ShouldBe(isSaid ? 3 : 1, run.Output);
        run.Output.ShouldNotContain($" {pin} ");
    }

    [Fact]
    public void One_that_is_decrypted_later_is_said_then()
    {
        using var run = new TestRun();
        run.Variables["PARAMS_KEY"] = "correct horse";
        run.Write(".nuke/parameters.json", $$"""{ "Pin": "{{SecretCipher.Encrypt("321", SecretCipher.DeriveKey("correct horse"))}}" }""");
        run.Run<Obtaining>("A").ShouldBe(0, run.Output);
        run.Output.ShouldContain("The secret Pin has fewer than 4 characters");
        run.Output.ShouldNotContain("321");
    }

    public sealed class PrintingVariables : NukeBuild
    {
        Target A => _ => _.Executes(ProcessTasks.PrintEnvironmentVariables);
    }

    [Fact]
    public void The_password_of_a_URL_in_the_environment_is_hidden_and_a_list_is_shown_entry_by_entry()
    {
        const string Url = "SECRET_OUTPUT_DATABASE";
        Environment.SetEnvironmentVariable(Url, "postgres://shop:hunter2pass@db:5432/shop");
        try
        {
            using var run = new TestRun();
            run.Run<PrintingVariables>("A --verbosity verbose").ShouldBe(0, run.Output);
            run.Output.ShouldNotContain("hunter2pass");
            run.Output.ShouldContain($"$ {Url} = postgres://");
            run.Output.ShouldMatch(@"\$ PATH\[0+\] = ");
        }
        finally
        {
            Environment.SetEnvironmentVariable(Url, null);
        }
    }

    public sealed class Stopping : NukeBuild
    {
        [Parameter][Secret] readonly string? Pin;

        Target A => _ => _.Executes(() => Log.Information("with {Pin:l}", Pin));
        Target B => _ => _.DependsOn(A).Executes(() => throw new InvalidOperationException("stop"));
    }

    [Fact]
    public void What_is_remembered_of_the_command_line_lets_nobody_guess_a_secret()
    {
        using var run = new TestRun();
        run.Run<Stopping>(["B", "--pin", "s3cr3t-value"]).ShouldBe(-1, run.Output);
        var remembered = File.ReadAllLines(Path.Combine(run.Root, ".nuke", "temp", "build-attempt.log"))[0];
        remembered.ShouldNotBe(Convert.ToHexStringLower(MD5.HashData("B\0--pin\0s3cr3t-value"u8)));
        remembered.ShouldBe(Convert.ToHexStringLower(MD5.HashData("B\0--pin\0[REDACTED]"u8)));
    }
}
