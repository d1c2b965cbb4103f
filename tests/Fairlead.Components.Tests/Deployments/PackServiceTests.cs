using Nuke.Common;
using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Fairlead.Components.Tests.Deployments;

public sealed class PackServiceTests : IDisposable
{
    private readonly BuildInProcess _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_profile_whose_service_runs_in_a_container_packs_nothing_and_names_no_archive()
    {
        var (exitCode, build) = Pack();

        exitCode.ShouldBe(0, _run.Output);
        BuildInProcess.StatusOf(build, "PackService").ShouldBe(ExecutionStatus.Skipped);
        ((IDeployService)build).ReleaseArchive.ShouldBeNull();
        Directory.Exists(_run.PathOf("artifacts")).ShouldBeFalse();
    }

    [Fact]
    public void The_archive_of_a_release_is_the_one_of_the_profiles_runtime()
    {
        var (_, build) = Pack("--service-runtime", "linux-arm64", "--plan");

        ((IDeployService)build).ReleaseArchive?.ToString().ShouldBe(_run.PathOf("artifacts/service-linux-arm64.tar.gz"));
    }

    [Theory]
    [InlineData("../linux-x64")]
    [InlineData("win-x64")]
    [InlineData("linux-x64 ")]
    public void Something_that_is_no_runtime_of_Linux_is_refused_before_anything_is_written(string runtime)
    {
        var (exitCode, _) = Pack("--service-runtime", runtime);

        exitCode.ShouldNotBe(0);
        _run.Output.ShouldContain($"The service cannot be packed for '{runtime}'.");
        _run.Output.ShouldContain("linux-arm64");
        Directory.Exists(_run.PathOf("artifacts")).ShouldBeFalse();
    }

    private (int ExitCode, PackBuild Build) Pack(params string[] arguments)
    {
        File.WriteAllText(_run.PathOf("Empty.sln"), "Microsoft Visual Studio Solution File, Format Version 12.00\n");
        return _run.Run<PackBuild>(["PackService", "--solution", "Empty.sln", "--skip", "Restore", "Compile", .. arguments]);
    }

    private sealed class PackBuild : NukeBuild, IPackService, ITerraform, IPushEcr, IDeployService
    {
        AbsolutePath IDockerImage.ServiceProject => RootDirectory / "api" / "Api.csproj";
    }
}
