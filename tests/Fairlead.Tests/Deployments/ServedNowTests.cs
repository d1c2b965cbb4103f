using Fairlead.Deployments;
using Fairlead.Infrastructure;

namespace Fairlead.Tests.Deployments;

/// <summary>What a visitor gets at this moment, as it was asked.</summary>
public sealed class ServedNowTests : IAsyncLifetime
{
    private readonly Shop _shop = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    [Fact]
    public async Task Page_and_service_are_asked_and_what_each_said_is_told()
    {
        await _shop.DeployAsync();
        var release = (await _shop.CurrentAsync()).Release;
        _shop.Cloud.ServedRelease = null;

        (await ServedNow.DescribeAsync(_shop.NewDeployment(), default)).ShouldBe(
            $"Asked now, {Url}/ names release {release}, and {Url}{SmallCloud.HealthPath}: it answered 503 with the body: no release.");
    }

    [Fact]
    public async Task Where_nobody_can_ask_it_says_why()
    {
        _shop.Unserved = "The registry host is another.";

        (await ServedNow.DescribeAsync(_shop.NewDeployment(), default)).ShouldBe("What serves was not asked: The registry host is another.");
    }

    /// <summary>Each site has its own page, and a worker that nobody can ask has its host's word.</summary>
    [Fact]
    public async Task Every_release_that_a_part_names_is_found_once()
    {
        var worker = new FakeServiceHost("worker", _ => { });
        _shop.Parts = x => x with { Services = [.. x.Services, x.Services[0] with { Name = "worker" }] };
        _shop.Stack = x => x with { Services = [.. x.Services, new StackService("worker", new FakeServiceOutputs(worker, IsForImages: false))] };
        await _shop.DeployAsync();
        var first = (await _shop.CurrentAsync()).Release;
        (await ServedNow.ReleasesAsync(_shop.NewDeployment(), default)).ShouldBe([first]);
        _shop.Change("Sale");
        await _shop.DeployAsync();
        var second = (await _shop.CurrentAsync()).Release;
        worker.Run(2);

        (await ServedNow.ReleasesAsync(_shop.NewDeployment(), default)).ShouldBe([second, first], ignoreOrder: true);
    }

    private string Url => _shop.Cloud.PublicUrl.AbsoluteUri.TrimEnd('/');
}
