using Fairlead.Testing.Fuzzing;
using Xunit.Abstractions;

namespace Fairlead.Tests.Fuzz;

public sealed class FuzzTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, FuzzTarget> Targets = new[]
    {
        ReleaseTargets.All, PlanTargets.All, TerraformTargets.All, ContainerTargets.All, ServiceTargets.All, ReportTargets.All,
        EvidenceTargets.All,
    }
        .SelectMany(x => x)
        .ToDictionary(x => x.Name);

    public static TheoryData<string> Names => [.. Targets.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Any_input_is_read_or_refused_in_words(string name) => output.WriteLine(FuzzRun.Of(Targets[name]).ToString());

    [Fact]
    public void Every_parser_has_a_target()
        => ParserNames.WithoutTarget(typeof(FairleadException).Assembly, "Fairlead.Tests", new Dictionary<string, string>
        {
            ["Challenge"] = "A registry's challenge",
            ["SourceRevision"] = "asks git; what it says is a commit",
            ["ContentScan"] = "digests of files",
            ["Partial"] = "through NodeVersionRange",
            ["OpenPgpPublicKey"] = "through OpenPgpKeyRing",
        }).ShouldBeEmpty();
}
