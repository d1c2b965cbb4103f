using System.Text.Json.Nodes;
using Fairlead.LocalCloud.S3.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Fairlead.LocalCloud.Tests.Stacks;

public sealed class SitePolicyTests : StackCloud
{
    private S3Store Buckets => Server.Services.GetRequiredService<S3Store>();

    [Fact]
    public async Task A_file_that_a_site_lacks_is_missing_and_a_stack_of_an_earlier_version_learns_it()
    {
        var stack = await SendAsync(HttpMethod.Put, new JsonObject { ["name"] = "shop", ["sites"] = new JsonArray(new JsonObject { ["name"] = "web" }) });
        var url = new Uri((string)stack["outputs"]!["public_url"]!);

        (await VisitAsync(url, "/assets/missing.js")).Status.ShouldBe(404);
        Buckets.Bucket("shop-site").Configure(x => x with { Policy = null });
        var (status, body) = await VisitAsync(url, "/assets/missing.js");
        status.ShouldBe(403);
        body.ShouldContain("<Code>AccessDenied</Code>");

        await RestartAsync();
        (await VisitAsync(new Uri(url.Scheme + "://" + url.Host + ":" + Server.Endpoints.Edge.Port), "/assets/missing.js")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_policy_that_somebody_else_wrote_stays()
    {
        const string policy = """{"Version":"2012-10-17","Statement":[]}""";
        var stack = new JsonObject { ["name"] = "shop", ["sites"] = new JsonArray(new JsonObject { ["name"] = "web" }) };
        await SendAsync(HttpMethod.Put, stack);
        Buckets.Bucket("shop-site").Configure(x => x with { Policy = policy });

        await SendAsync(HttpMethod.Put, stack);
        await RestartAsync();

        Buckets.Bucket("shop-site").Configuration.Policy.ShouldBe(policy);
    }
}
