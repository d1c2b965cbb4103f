using Fairlead.Deployments.Steps;

namespace Fairlead.Tests.Deployments.Steps;

public sealed class ServedPageTests
{
    /// <summary>The local cloud gives every further distribution a name of its own, which not every resolver knows.</summary>
    [Fact]
    public async Task A_page_at_a_name_below_localhost_is_asked_on_this_machine()
    {
        await using var server = new LoopbackServer(_ => new ScriptedResponse(200, """<meta name="release" content="20261121-120000-6cef224">"""));

        var seen = await ServedPage.ReadAsync(new Uri($"http://e2.cloudfront.localhost:{server.Url.Port}/"), CancellationToken.None);

        seen.Finding.ShouldBe("names release 20261121-120000-6cef224");
    }
}
