using Fairlead.Testing.Fuzzing;
using Xunit.Abstractions;

namespace Fairlead.Secrets.Tests.Fuzz;

public sealed class FuzzTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, FuzzTarget> Targets = MaskTargets.All.ToDictionary(x => x.Name);

    public static TheoryData<string> Names => [.. Targets.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Any_input_is_read_or_refused_in_words(string name) => output.WriteLine(FuzzRun.Of(Targets[name]).ToString());

    [Fact]
    public void Every_parser_has_a_target()
        => ParserNames.WithoutTarget(typeof(SecretMask).Assembly, "Fairlead.Secrets.Tests", new Dictionary<string, string>
        {
        }).ShouldBeEmpty();
}
