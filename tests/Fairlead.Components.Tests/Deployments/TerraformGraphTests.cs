using Fairlead.Verification;
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

    [Theory]
    [InlineData("SmokeTest")]
    [InlineData("Invalidate")]
    [InlineData("SyncS3")]
    [InlineData("SyncAssets")]
    [InlineData("DeployService")]
    [InlineData("PushEcr")]
    public void Without_one_step_every_other_is_made(string target)
        => Run<DeployBuild>("Deploy", "--skip", target).SkippedTargets.Select(x => x.Name).ShouldBe([target]);

    private List<string> Planned(string target) => [.. Run<GraphBuild>(target).ExecutionPlan.Select(x => x.Name)];

    /// <summary>Nothing is run: Preflight fails on a stack that does not exist, and the plan of the run is made before.</summary>
    private T Run<T>(params string[] arguments) where T : NukeBuild, new()
    {
        File.WriteAllText(_run.PathOf(".nuke/parameters.shop.json"), "{}");
        return _run.Run<T>([.. arguments, "--profile", "shop", "--terraform-path", "nowhere"]).Build;
    }

    private sealed class DeployBuild : NukeBuild, IPreflight, IPushEcr, IDeployService, ISyncS3, IInvalidate, ISmokeTest, IDeploy, ITerraform
    {
        IReadOnlyList<SmokeCheck> ISmokeTest.SmokeChecks => [];
    }

    private sealed class GraphBuild : NukeBuild, IPreflight, ITest, IWebBuild, IPackService, ITerraform, IPushEcr
    {
        IEnumerable<Project> ITest.TestProjects => [];

        AbsolutePath IWebBuild.WebDirectory => RootDirectory / "web";

        AbsolutePath IDockerImage.ServiceProject => RootDirectory / "api" / "Api.csproj";
    }
}
