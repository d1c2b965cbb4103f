using Nuke.Common.ConsoleOutput;
using Serilog;

namespace Nuke.Common.Tests.ConsoleOutput;

public sealed class SecretOutputTests
{
    private const string Key = "-----BEGIN KEY-----\nMIIBwords and+more/42==\n-----END KEY-----";

    private static SecretMask Mask(params string[] secrets)
    {
        var mask = new SecretMask();
        mask.Add(secrets);
        return mask;
    }

    [Theory]
    [InlineData("token=s3cr3t-value;", "token=***;")]
    [InlineData("s3cr3t-values3cr3t-value", "******")]
    [InlineData("https://x/?t=p%40ss%20w%C3%B6rd", "https://x/?t=***")]
    [InlineData("p@ss wörd", "***")]
    [InlineData("MIIBwords and+more/42==", "***")]
    [InlineData("nothing to hide", "nothing to hide")]
    public void A_secret_is_masked_wherever_it_stands(string text, string masked)
        => Mask("s3cr3t-value", "p@ss wörd", Key).Apply(text).ShouldBe(masked);

    [Fact]
    public void A_secret_that_contains_another_one_leaves_no_rest() => Mask("abcd", "abcdefgh").Apply("x abcdefgh y abcd z").ShouldBe("x *** y *** z");

    [Fact]
    public void A_value_too_short_to_be_a_secret_masks_nothing() => Mask("1", "ab").Apply("1 ab 12").ShouldBe("1 ab 12");

    [Theory]
    [InlineData("Bearer s3cr3t-val", "Bearer ")]
    [InlineData("Bearer s3cr3t-value", "Bearer ***")]
    [InlineData("done s", "done ")]
    [InlineData("done", "done")]
    public void Of_an_unfinished_line_the_start_of_a_secret_is_not_shown(string text, string masked)
        => Mask("s3cr3t-value").ApplyToPartial(text).ShouldBe(masked);

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

        run.Output.ShouldContain("raw ***");
        run.Output.ShouldContain("Login: ***");
    }
}
