using System.Net;
using Fairlead.Containers;
using Fairlead.Containers.Registry;
using Fairlead.Reporting;

namespace Fairlead.Tests.Containers.Registry;

public sealed class ImagePushTests : IDisposable
{
    private readonly PublishOutput _output = new();

    public void Dispose() => _output.Dispose();

    [Fact]
    public async Task The_content_tag_follows_from_the_digest()
    {
        var image = await BuildAsync();

        image.ContentTag.ShouldBe($"sha-{image.ManifestDigest.Substring(7, 12)}");
    }

    [Fact]
    public async Task The_manifest_goes_last()
    {
        var image = await BuildAsync();
        var script = Registry(digestAfterwards: image.ManifestDigest);

        (await PushAsync(script, image)).Digest.ShouldBe(image.ManifestDigest);

        var writes = script.Requests.Where(x => x.StartsWith("PUT", StringComparison.Ordinal)).ToList();
        writes.Count.ShouldBe(4);
        writes[^1].ShouldContain($"/manifests/{image.ContentTag}");
        script.Requests[^1].ShouldStartWith("HEAD");
    }

    [Fact]
    public async Task What_reads_back_as_another_image_is_no_success()
    {
        var other = $"sha256:{new string('b', 64)}";

        var error = await Should.ThrowAsync<FairleadException>(async () => await PushAsync(Registry(other), await BuildAsync()));

        error.Why.ShouldContain(other);
    }

    [Fact]
    public async Task A_tag_that_cannot_be_one_is_refused_before_anything_is_asked()
    {
        var script = Registry("");
        using var client = new RegistryClient(RepositoryReference.Parse("registry.example.com/shop"), handler: script);

        await Should.ThrowAsync<FairleadException>(async () => await new ImagePush(client, SilentReporter.Instance).PlanAsync(await BuildAsync(), "../v1"));

        script.Requests.ShouldBeEmpty();
    }

    private static ScriptedRegistry Registry(string digestAfterwards) => new((script, request) =>
    {
        var isManifest = request.RequestUri!.AbsolutePath.Contains("/manifests/", StringComparison.Ordinal);
        if (request.Method == HttpMethod.Post)
        {
            var accepted = ScriptedRegistry.Status(HttpStatusCode.Accepted);
            accepted.Headers.Location = new Uri("/upload", UriKind.Relative);
            return accepted;
        }

        if (request.Method == HttpMethod.Put)
        {
            return ScriptedRegistry.Status(HttpStatusCode.Created);
        }

        var isStored = isManifest && script.Count("PUT", "/manifests/") > 0;
        var response = ScriptedRegistry.Status(isStored ? HttpStatusCode.OK : HttpStatusCode.NotFound);
        response.Headers.Add("Docker-Content-Digest", digestAfterwards);
        return response;
    });

    private static async Task<PushResult> PushAsync(ScriptedRegistry script, OciImage image)
    {
        using var client = new RegistryClient(RepositoryReference.Parse("registry.example.com/shop"), handler: script);
        return await new ImagePush(client, SilentReporter.Instance).PushAsync(image);
    }

    private async Task<OciImage> BuildAsync() => (await new ImageBuilder().BuildAsync(_output.Options, _output.Layout())).Image;
}
