using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.ProjectModel;
using Nuke.Components;

namespace Fairlead.Components.Tests.Deployments;

public sealed class TerraformGraphTests : IDisposable
{
    private readonly BuildInProcess _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void TerraformApply_alone_compiles_and_tests_nothing()
        => Planned("TerraformApply").ShouldBe(["Preflight", "TerraformInit", "TerraformPlan", "TerraformApply"]);

    [Theory]
    [InlineData("Compile")]
    [InlineData("Test")]
    [InlineData("WebBuild")]
    [InlineData("DockerImage")]
    [InlineData("PackService")]
    public void In_a_deploy_nothing_outside_the_machine_changes_before(string target)
    {
        var planned = Planned("PushEcr");

        planned.ShouldContain(target);
        planned.IndexOf(target).ShouldBeLessThan(planned.IndexOf("TerraformApply"));
        planned.IndexOf("TerraformApply").ShouldBeLessThan(planned.IndexOf("PushEcr"));
    }

    /// <summary>Nothing is run: Preflight fails on a stack that does not exist, and the plan of the run is made before.</summary>
    private List<string> Planned(string target)
    {
        File.WriteAllText(_run.PathOf(".nuke/parameters.shop.json"), "{}");
        var (_, build) = _run.Run<GraphBuild>(target, "--profile", "shop", "--terraform-path", "nowhere");
        return [.. build.ExecutionPlan.Select(x => x.Name)];
    }

    private sealed class GraphBuild : NukeBuild, IPreflight, ITest, IWebBuild, IPackService, ITerraform, IPushEcr
    {
        IEnumerable<Project> ITest.TestProjects => [];

        AbsolutePath IWebBuild.WebDirectory => RootDirectory / "web";

        AbsolutePath IDockerImage.ServiceProject => RootDirectory / "api" / "Api.csproj";
    }
}
