using Nuke.Common.IO;
using Nuke.Common.Parameters;
using Nuke.Common.Tooling;
using Serilog;

namespace Nuke.Common.Tests.Parameters;

public sealed class ParameterTests
{
    private enum Color
    {
        Red,
        Green,
    }

    private sealed class Size : Enumeration
    {
        public static readonly Size Small = new() { Value = nameof(Small) };
        public static readonly Size Large = new() { Value = nameof(Large) };
    }

    private sealed record Place(string Region, int Port);

    [ParameterPrefix("Mail")]
    private interface IMail : INukeBuild
    {
        [Parameter] string Server => TryGetValue(() => Server) ?? "none";
        [Parameter] bool Enabled => TryGetValue<bool?>(() => Enabled) ?? true;
        [Parameter][Secret] string Password => TryGetValue(() => Password);
    }

    private sealed class Values : NukeBuild, IMail
    {
        [Parameter("A word")] public readonly string Word = "default";
        [Parameter] public readonly int Retries = 3;
        [Parameter] public readonly int? Limit;
        [Parameter] public readonly bool Force;
        [Parameter] public readonly string[] Names = [];
        [Parameter(Separator = "+")] public readonly IReadOnlyList<int> Numbers = [];
        [Parameter] public Color Color { get; }
        [Parameter] public readonly Size Size = Size.Small;
        [Parameter] public readonly AbsolutePath? Output;
        [Parameter] public readonly Place? Place;
        [Parameter] public readonly Version? Minimum;
        [Parameter(Name = "NuGetApiKey")][Secret] public readonly string? Key;
        [Parameter(ValueProviderMember = nameof(Zones))] public readonly string? Zone;
        static IEnumerable<string> Zones => ["eu", "us"];

        Target Show => _ => _.Executes(() => Log.Information("key {Key} password {Password}", Key, ((IMail)this).Password));
        Target Needs => _ => _.Requires(() => Word, () => Place!.Region).Requires(() => Limit).Requires(() => Key).Requires(() => Retries > 5);
    }

    private static Values Read(string arguments, Action<TestRun>? prepare = null)
    {
        using var run = new TestRun();
        prepare?.Invoke(run);
        run.Run<Values>($"Show {arguments}").ShouldBe(0, run.Output);
        return (Values)run.Build;
    }

    private static string Problem(string arguments, Action<TestRun>? prepare = null)
    {
        using var run = new TestRun();
        prepare?.Invoke(run);
        run.Run<Values>($"Show {arguments}").ShouldBe(-1, run.Output);
        return run.Output;
    }

    [Fact]
    public void Command_line_wins_over_environment_over_profiles_over_the_defaults_file()
    {
        Read("", All).Word.ShouldBe("environment");
        Read("--word line", All).Word.ShouldBe("line");
        Read("--profile one two", Files).Word.ShouldBe("two");
        Read("--profile two one", Files).Word.ShouldBe("one");
        Read("", Files).Word.ShouldBe("file");
        Read("").Word.ShouldBe("default");

        static void All(TestRun run)
        {
            Files(run);
            run.Variables["NUKE_WORD"] = "environment";
        }

        static void Files(TestRun run)
        {
            run.Write(".nuke/parameters.json", """{ "$schema": "x", "Word": "file" }""");
            run.Write(".nuke/parameters.one.json", """{ "word": "one" }""");
            run.Write(".nuke/parameters.two.json", """{ "Word": "two", }""");
        }
    }

    [Fact]
    public void An_exact_variable_wins_over_one_with_prefix()
    {
        var values = Read("", x =>
        {
            x.Variables["NUKE_NUGET_API_KEY"] = "prefixed";
            x.Variables["NUGET_API_KEY"] = "exactly";
        });
        values.Key.ShouldBe("exactly");
    }

    [Fact]
    public void Text_is_converted_to_the_members_type()
    {
        var values = Read("--Retries -5 --limit 7 --force --names a,b c --numbers 1+2 3 --color green --size LARGE --output out --minimum 1.2.3");
        values.Retries.ShouldBe(-5);
        values.Limit.ShouldBe(7);
        values.Force.ShouldBeTrue();
        values.Names.ShouldBe(["a,b", "c"]);
        values.Numbers.ShouldBe([1, 2, 3]);
        values.Color.ShouldBe(Color.Green);
        values.Size.ShouldBe(Size.Large);
        values.Output!.Name.ShouldBe("out");
        values.Minimum.ShouldBe(new Version(1, 2, 3));
    }

    [Fact]
    public void Objects_and_lists_come_from_files()
    {
        var values = Read("", x => x.Write(
            ".nuke/parameters.json", """{ "Place": { "region": "eu-west-1", "port": 8080 }, "Names": ["x y", "z"], "Force": true }"""));
        values.Place.ShouldBe(new Place("eu-west-1", 8080));
        values.Names.ShouldBe(["x y", "z"]);
        values.Force.ShouldBeTrue();
    }

    [Fact]
    public void Parameters_of_components_have_their_prefix_and_are_read_when_used()
    {
        IMail mail = Read("--mail-server example.org --mail-enabled false");
        mail.Server.ShouldBe("example.org");
        mail.Enabled.ShouldBeFalse();
        ((IMail)Read("")).Server.ShouldBe("none");
        ((IMail)Read("")).Enabled.ShouldBeTrue();
    }

    [Fact]
    public void Secrets_are_masked_also_when_they_are_logged()
    {
        using var run = new TestRun();
        run.Variables["NUGET_API_KEY"] = "sesame-open";
        run.Variables["MAIL_PASSWORD"] = "hunter2";
        run.Run<Values>("Show").ShouldBe(0);
        run.Output.ShouldContain("key [REDACTED] password [REDACTED]");
    }

    [Fact]
    public void All_problems_are_reported_at_once_with_the_nearest_names()
    {
        using var run = new TestRun();
        run.Write(".nuke/parameters.json", "{\n  \"Word\": \"a\",\n  \"Retries\": oops\n}");
        run.Write(".nuke/parameters.prod.json", "{}");
        run.Run<Values>("Shwo --retires 3 --limit many --color blue --zone ap --profile staging --host Nowhere --parallel 0").ShouldBe(-1);
        run.Output.ShouldBe("""
            Nothing was run, because of 9 problems:
              • Unknown profile 'staging'. Known profiles: prod.
              • .nuke/parameters.json:3:14 is not valid JSON (property 'Retries'): 'o' is an invalid start of a value. Correct the file.
              • --parallel was given '0'. Expected a whole number from 1 to 1024.
              • --host was given 'Nowhere'. Expected one of: GitHubActions, GitLab, Jenkins, CodeBuild, Rider, VisualStudio, VSCode, Terminal.
              • Unknown parameter '--retires'. Did you mean '--retries'? --help lists them all.
              • --limit was given 'many'. Expected a whole number.
              • --zone was given 'ap'. Expected one of: eu, us.
              • --color was given 'blue'. Expected one of: Red, Green.
              • Unknown target 'Shwo'. Did you mean 'Show'? --help lists them all.
            """);
    }

    [Fact]
    public void A_wrong_type_in_a_file_names_the_file_and_the_property()
        => Problem("", x => x.Write(".nuke/parameters.json", """{ "Retries": "some" }"""))
            .ShouldContain("'Retries' in .nuke/parameters.json:1:14 was given 'some'. Expected a whole number.");

    [Fact]
    public void A_switch_is_given_true_or_false()
        => Problem("--force maybe", _ => { }).ShouldContain("--force was given 'maybe'. Expected true or false.");

    [Fact]
    public void Values_of_switches_that_take_none_are_explained()
        => Problem("--plan Show").ShouldContain("--plan takes no value, but was given 'Show'. Put targets before the first switch.");

    [Fact]
    public void Missing_requirements_are_reported_together_with_the_ways_to_give_them()
    {
        using var run = new TestRun();
        run.Run<Values>("Needs").ShouldBe(-1);
        run.Output.ShouldContain("Parameter 'Limit' is required by target 'Needs', but has no value. Give it as --limit VALUE or as the environment "
            + "variable LIMIT, or add \"Limit\" to .nuke/parameters.json.");
        run.Output.ShouldContain("Secret 'NuGetApiKey' is required by target 'Needs', but has no value. Give it as the environment variable NUGET_API_KEY.");
        run.Output.ShouldContain("Target 'Needs' requires: (Retries > 5). That does not hold.");
        run.Output.ShouldNotContain("'Word'");
    }

    [Fact]
    public void Without_a_nuke_directory_the_message_says_how_to_name_the_root()
    {
        using var run = new TestRun();
        Directory.Delete(Path.Combine(run.Root, ".nuke"));
        run.Run<Values>("Show").ShouldBe(-1);
        run.Output.ShouldContain("No '.nuke' directory was found");
        run.Output.ShouldContain("--root PATH");
    }

    [Theory]
    [InlineData("NuGetApiKey", "nuget-api-key", "NUGET_API_KEY")]
    [InlineData("GitHubToken", "github-token", "GITHUB_TOKEN")]
    [InlineData("AWSRegion", "aws-region", "AWS_REGION")]
    [InlineData("S3Bucket", "s3-bucket", "S3_BUCKET")]
    public void Names_are_split_at_humps_and_known_words_stay_whole(string name, string dashed, string variable)
    {
        ParameterNames.Dashed(name).ShouldBe(dashed);
        ParameterNames.Variable(name).ShouldBe(variable);
    }
}
