using Fairlead.Infrastructure.LocalCloud;
using Nuke.Common;

namespace Fairlead.Components.Tests;

public sealed class LocalCloudTests : IDisposable
{
    private readonly BuildInProcess _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Without_a_profile_the_place_is_local()
        => IsLocal().ShouldBe("local");

    [Fact]
    public void The_profile_local_is_local()
    {
        File.WriteAllText(_run.PathOf(".nuke/parameters.local.json"), "{}");

        IsLocal("--profile", "local").ShouldBe("local");
    }

    [Fact]
    public void Every_other_profile_is_elsewhere()
    {
        File.WriteAllText(_run.PathOf(".nuke/parameters.shop.json"), "{}");

        IsLocal("--profile", "shop").ShouldBe("elsewhere");
    }

    private string IsLocal(params string[] arguments)
    {
        _run.Run<LocalBuild>(["Tell", .. arguments]).ExitCode.ShouldBe(0, _run.Output);
        return File.ReadAllText(_run.PathOf("answer"));
    }

    private sealed class LocalBuild : NukeBuild, ILocalCloud
    {
        LocalStackSpecification ILocalCloud.LocalStack => throw new NotSupportedException();

        public Target Tell => _ => _.Executes(() => File.WriteAllText(RootDirectory / "answer", ((ILocalCloud)this).IsLocal ? "local" : "elsewhere"));
    }
}
