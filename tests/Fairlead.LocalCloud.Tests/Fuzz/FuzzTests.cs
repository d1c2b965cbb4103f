using Fairlead.LocalCloud.Hosting;
using Fairlead.Testing.Fuzzing;
using Xunit.Abstractions;

namespace Fairlead.LocalCloud.Tests.Fuzz;

public sealed class FuzzTests(FuzzCloud cloud, ITestOutputHelper output) : IClassFixture<FuzzCloud>
{
    public static TheoryData<string> Names => [.. Targets(null!).Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Any_input_is_read_or_refused_in_words(string name) => output.WriteLine(FuzzRun.Of(Targets(cloud)[name]).ToString());

    private static Dictionary<string, FuzzTarget> Targets(FuzzCloud cloud)
        => ((IReadOnlyList<FuzzTarget>[])
        [
            ParserTargets.All, ServiceTargets.Of(cloud), BucketTargets.Of(cloud), EdgeTargets.Of(cloud), RegistryTargets.Of(cloud), SecretTargets.Of(cloud),
            PageTargets.Of(cloud), SignatureTargets.All,
        ])
            .SelectMany(x => x)
            .ToDictionary(x => x.Name);

    [Fact]
    public void Every_parser_has_a_target()
        => ParserNames.WithoutTarget(typeof(LocalCloudServer).Assembly, "Fairlead.LocalCloud.Tests", new Dictionary<string, string>
        {
            ["SecretOrigin"] = "valueFrom of a task definition",
            ["ParameterReference"] = "through ssm GetParameter",
            ["VersionPosition"] = "through the markers of S3 versions",
            ["S3Xml"] = "through each document of S3",
            ["StateFolder"] = "the state that it wrote itself",
            ["StateDocument"] = "the state that it wrote itself",
        }).ShouldBeEmpty();
}
