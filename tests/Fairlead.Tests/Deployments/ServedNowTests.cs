using Fairlead.Deployments;
using Fairlead.Infrastructure;
using Fairlead.Releases;

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

    [Fact]
    public async Task A_service_that_runs_unchanged_and_does_not_name_the_release_fails_with_what_its_host_says_of_it()
    {
        await _shop.DeployAsync();
        _shop.Cloud.ServedRelease = null;
        _shop.Service.Evidence = () => new WhyBlock([], [], [], ["no such table: products"]) { LikelyCause = "The table is gone." };

        var outcome = (await _shop.DeployAsync())[^1].Outcome.ShouldNotBeNull();

        outcome.IsSuccess.ShouldBeFalse();
        outcome.Reason.ShouldContain("it answered 503");
        var why = outcome.Why.ShouldNotBeNull();
        (why.LogLines.Single(), why.LikelyCause).ShouldBe(("no such table: products", "The table is gone."));
    }

    [Fact]
    public async Task Evidence_that_cannot_be_read_does_not_hide_the_failure()
    {
        await _shop.DeployAsync();
        _shop.Cloud.ServedRelease = null;
        _shop.Service.Evidence = () => throw new FairleadException("The log cannot be read.", "No credentials.", "");

        var outcome = (await _shop.DeployAsync())[^1].Outcome.ShouldNotBeNull();

        outcome.Reason.ShouldContain("it answered 503");
        _shop.Reporter.Lines.ShouldContain(x => x.Contains("The log cannot be read."));
    }

    private string Url => _shop.Cloud.PublicUrl.AbsoluteUri.TrimEnd('/');
}
