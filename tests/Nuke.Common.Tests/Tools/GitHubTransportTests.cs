using Nuke.Common.Tools.GitHub;

namespace Nuke.Common.Tests.Tools;

public sealed class GitHubTransportTests
{
    private const int Large = 33 * 1024 * 1024;

    [Fact]
    public async Task An_asset_may_be_as_large_as_it_is()
    {
        await using var server = new LoopbackServer(_ => new ScriptedResponse(200, new byte[Large], ("Content-Type", "application/octet-stream")));

        var asset = await Client(server).Connection.GetRaw(new Uri("asset", UriKind.Relative), new Dictionary<string, string>());

        asset.Body.Length.ShouldBe(Large);
    }

    [Fact]
    public async Task JSON_that_is_larger_than_any_of_GitHubs_is_asked_for_once()
    {
        await using var server = new LoopbackServer(
            _ => new ScriptedResponse(200, new byte[Large], ("Content-Type", "application/vnd.github+json; charset=utf-8")));

        var error = await Should.ThrowAsync<GitHubException>(() => Client(server).Repository.Get("owner", "name"));

        error.Message.ShouldContain("GET /repos/owner/name): the answer is larger than any of GitHub's.");
        server.Requests.ShouldHaveSingleItem();
    }

    private static Octokit.GitHubClient Client(LoopbackServer server) => GitHubApi.Client(
        token: null, new Dictionary<string, string> { ["GITHUB_API_URL"] = server.Url.AbsoluteUri }, TestClock.Skipping(), default);
}
