using Fairlead.Testing.Fuzzing;
using Xunit.Abstractions;

namespace Nuke.Common.Tests.Fuzz;

public sealed class FuzzTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, FuzzTarget> Targets = new[] { ParameterTargets.All, ProjectTargets.All, AnswerTargets.All }
        .SelectMany(x => x)
        .ToDictionary(x => x.Name);

    public static TheoryData<string> Names => [.. Targets.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Any_input_is_read_or_refused_in_words(string name) => output.WriteLine(FuzzRun.Of(Targets[name]).ToString());

    [Fact]
    public void Every_parser_has_a_target()
        => ParserNames.WithoutTarget(typeof(NukeBuild).Assembly, "Nuke.Common.Tests", new Dictionary<string, string>
        {
            ["ParameterSources"] = "through ParametersFile",
            ["ShallowXml"] = "through SlnxFile",
            ["VersionFeed"] = "asks feeds, whose answers have targets",
        }).ShouldBeEmpty();
}
