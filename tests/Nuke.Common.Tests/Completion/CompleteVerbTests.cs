namespace Nuke.Common.Tests.Completion;

public sealed class CompleteVerbTests
{
    private enum Color
    {
        Red,
        Green,
    }

    private interface IComponent : INukeBuild
    {
        Target Pack => _ => _;
    }

    private sealed class Complete : NukeBuild, IComponent
    {
        [Parameter] public readonly Color Color;
        [Parameter] public readonly Color[]? Colors;
        [Parameter(List = false)] public readonly string? Zone;
        [Parameter(ValueProviderMember = nameof(Places))] public readonly string? Place;
        [Parameter][Secret] public readonly string? Key;

        IEnumerable<string> Places => [$"{Zone}-a", $"{Zone}-b"];

        Target Publish => _ => _;
        Target Hidden => _ => _.Unlisted();
    }

    private sealed class Broken : NukeBuild
    {
        readonly int _length = Environment.GetEnvironmentVariable("NO_SUCH_VARIABLE")!.Length;

        Target A => _ => _;
    }

    private static string[] Offers(string line, Action<TestRun>? prepare = null)
    {
        using var run = new TestRun();
        prepare?.Invoke(run);
        run.Run<Complete>([":complete", line]).ShouldBe(0, run.Output);
        return run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    [Theory]
    [InlineData("./build.sh P", "Pack Publish")]
    [InlineData("./build.sh --color ", "Green Red", true)]
    [InlineData("./build.sh --colors red G", "Green")]
    [InlineData("./build.sh --zo", "--zone")]
    [InlineData("./build.sh --verb", "--verbosity")]
    [InlineData("./build.sh --verbosity q", "quiet")]
    [InlineData("./build.sh --host Git", "GitHubActions GitLab")]
    [InlineData("./build.sh --skip Pub", "Publish")]
    [InlineData("./build.sh H", "")]
    public void The_build_s_own_targets_and_parameters_are_offered(string line, string expected, bool andMore = false)
    {
        var offers = Offers(line);
        var words = expected.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        (andMore ? offers.Take(words.Length) : offers).ShouldBe(words);
    }

    [Fact]
    public void Profiles_and_values_of_providers_are_looked_up_when_asked_for()
    {
        Offers("./build.sh --profile p", x => x.Write(".nuke/parameters.prod.json", "{}")).ShouldBe(["prod"]);
        Offers("./build.sh --place eu", x => x.Write(".nuke/parameters.json", """{ "Zone": "eu" }""")).ShouldBe(["eu-a", "eu-b"]);
    }

    [Fact]
    public void A_shell_is_never_given_a_message_to_complete_with()
    {
        using var run = new TestRun();
        run.Run<Broken>([":complete", "./build.sh A"]).ShouldBe(-1);
        run.Output.ShouldBe("");
        Directory.Delete(Path.Combine(run.Root, ".nuke"));
        run.Run<Complete>([":complete", "./build.sh Pa"]).ShouldBe(0);
        run.Output.ShouldBe("Pack");
    }
}
