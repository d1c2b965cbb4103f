using Nuke.Common.Utilities;

namespace Nuke.Common.Tests.Prompts;

public sealed class MissingValueTests
{
    private enum Color
    {
        Red,
        Green,
    }

    private interface IPlace : INukeBuild
    {
        [Parameter("The region to deploy to.")] string Region => TryGetValue(() => Region);

        Target Deploy => _ => _.Requires(() => Region).Executes(() => { });
    }

    private sealed class Needy : NukeBuild, IPlace
    {
        [Parameter] public readonly int? Count;
        [Parameter] public readonly Color? Color;
        [Parameter][Secret] public readonly string? Key;
        [Parameter(ValueProviderMember = nameof(Sizes))] public readonly string? Size;
        [Parameter] public readonly string[]? Names;
        static IEnumerable<string> Sizes => ["small", "large"];

        public string? Answer;

        Target All => _ => _.Requires(() => Count).Requires(() => Color).Requires(() => Key, () => Size).Requires(() => Names).Executes(() => { });
        Target Never => _ => _.Requires(() => Count > 1).Executes(() => { });
        Target Ask => _ => _.Executes(() => Answer = ConsoleUtility.PromptForInput("Name?", "nobody")
            + ConsoleUtility.ReadSecret()
            + ConsoleUtility.PromptForChoice("?", ("a", "A"), ("b", "B")));
    }

    private sealed class Strict : NukeBuild
    {
        [Parameter][Required] public readonly string Name = null!;

        Target Run => _ => _.Executes(() => { });
    }

    private static TestRun At(string keys) => new() { IsTerminal = true, Keyboard = new TypedKeys(keys) };

    [Fact]
    public void Each_missing_value_is_asked_for_in_the_way_of_its_type()
    {
        using var run = At("many⏎3⏎" + "↓⏎" + "hunter2⏎" + "⏎" + "ada⏎");
        run.Run<Needy>("All").ShouldBe(0, run.Output);
        var build = (Needy)run.Build;
        build.Count.ShouldBe(3);
        build.Color.ShouldBe(Color.Red);
        build.Key.ShouldBe("hunter2");
        build.Size.ShouldBe("large");
        build.Names.ShouldBe(["ada"]);
        run.Output.ShouldContain("The answer was given 'many'. Expected a whole number.");
        run.Output.ShouldNotContain("hunter2");
    }

    [Fact]
    public void Components_and_required_members_are_asked_for_too()
    {
        using var run = At("eu-west-1⏎");
        run.Run<Needy>("Deploy").ShouldBe(0, run.Output);
        ((IPlace)run.Build).Region.ShouldBe("eu-west-1");
        run.Output.ShouldStartWith("Region: The region to deploy to\n» eu-west-1");

        using var strict = At("⏎ada⏎");
        strict.Run<Strict>("Run").ShouldBe(0, strict.Output);
        ((Strict)strict.Build).Name.ShouldBe("ada");
    }

    [Fact]
    public void Nobody_is_asked_for_what_is_there_or_what_only_a_condition_needs()
    {
        using var run = At("");
        run.Run<Needy>("Deploy --region here").ShouldBe(0, run.Output);
        run.Run<Needy>("Never").ShouldBe(-1);
        run.Run<Needy>("Deploy --plan").ShouldBe(0, run.Output);
    }

    [Theory]
    [InlineData(true, false, "")]
    [InlineData(false, true, "")]
    [InlineData(true, true, "GITHUB_ACTIONS")]
    [InlineData(true, true, "CI")]
    public void Nobody_is_asked_on_a_server_or_where_input_or_output_is_redirected(bool output, bool input, string variable)
    {
        using var run = new TestRun { IsTerminal = output, Keyboard = new TypedKeys("") { IsPresent = input } };
        if (variable.Length > 0)
        {
            run.Variables[variable] = "true";
        }

        run.Run<Needy>("Deploy").ShouldBe(-1);
        run.Output.ShouldContain("Parameter 'Region' is required by target 'Deploy', but has no value.");
    }

    [Fact]
    public void A_target_can_ask_through_ConsoleUtility()
    {
        using var run = At("⏎pw⏎↓⏎");
        run.Run<Needy>("Ask").ShouldBe(0, run.Output);
        ((Needy)run.Build).Answer.ShouldBe("nobodypwb");

        using var server = new TestRun();
        server.Run<Needy>("Ask").ShouldBe(-1);
        server.Output.ShouldContain("nobody is at a terminal");
    }
}
