using System.Net;
using System.Net.Http.Headers;
using Fairlead.LocalCloud.Ecr;
using Fairlead.LocalCloud.Tests.Ecs;

namespace Fairlead.LocalCloud.Tests.Ecr;

/// <summary>The distribution API over raw HTTP.</summary>
public sealed class RegistryTests : IAsyncLifetime
{
    private static readonly TestImage Image = TestImage.Create(["/app/run.sh"], ("app/run.sh", "#!/bin/sh\n"));

    private CloudClient _cloud = null!;

    public async Task InitializeAsync()
    {
        _cloud = await CloudClient.StartAsync();
        await _cloud.LogInAsync();
        await _cloud.CallAsync("ecr", "CreateRepository", """{ "repositoryName": "team/shop", "imageTagMutability": "IMMUTABLE" }""");
    }

    public async Task DisposeAsync() => await _cloud.DisposeAsync();

    [Fact]
    public async Task Nobody_gets_in_without_a_token()
    {
        using var anonymous = new HttpClient { BaseAddress = _cloud.Registry.BaseAddress };

        using var response = await anonymous.GetAsync("/v2/");

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        response.Headers.WwwAuthenticate.Single().Scheme.ShouldBe("Basic");
    }

    [Fact]
    public async Task A_pushed_image_survives_a_restart_and_is_the_same()
    {
        var digest = await Image.PushAsync(_cloud.Registry, "team/shop", "1");
        _cloud = await _cloud.RestartAsync();
        await _cloud.LogInAsync();

        using var manifest = await _cloud.Registry.GetAsync("/v2/team/shop/manifests/1");
        (await manifest.Content.ReadAsByteArrayAsync()).ShouldBe(Image.Manifest);
        manifest.Headers.GetValues("Docker-Content-Digest").ShouldBe([digest]);
        (await _cloud.Registry.GetByteArrayAsync($"/v2/team/shop/blobs/{Digest.Of(Image.Layer)}")).ShouldBe(Image.Layer);
    }

    [Fact]
    public async Task A_blob_can_come_in_chunks_and_a_chunk_in_the_wrong_place_is_refused()
    {
        using var started = await _cloud.Registry.PostAsync("/v2/team/shop/blobs/uploads/", null);
        var upload = started.Headers.Location!.ToString();
        var half = Image.Layer.Length / 2;

        (await PatchAsync(upload, Image.Layer[..half], 0)).ShouldBe(HttpStatusCode.Accepted);
        (await PatchAsync(upload, Image.Layer[half..], 0)).ShouldBe(HttpStatusCode.RequestedRangeNotSatisfiable);
        (await PatchAsync(upload, Image.Layer[half..], half)).ShouldBe(HttpStatusCode.Accepted);
        using var done = await _cloud.Registry.PutAsync($"{upload}?digest={Digest.Of(Image.Layer)}", null);

        done.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Content_that_is_not_what_its_digest_says_is_refused()
    {
        using var response = await _cloud.Registry.PostAsync($"/v2/team/shop/blobs/uploads/?digest={Digest.Of(Image.Layer)}", new ByteArrayContent([1, 2, 3]));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldContain("DIGEST_INVALID");
        (await _cloud.Registry.SendAsync(new HttpRequestMessage(
            HttpMethod.Head,
            $"/v2/team/shop/blobs/{Digest.Of(Image.Layer)}"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_manifest_whose_blobs_are_missing_is_refused()
    {
        using var response = await _cloud.Registry.PutAsync("/v2/team/shop/manifests/1", Image.ManifestContent());

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync()).ShouldContain("MANIFEST_BLOB_UNKNOWN");
    }

    [Fact]
    public async Task A_repository_that_does_not_exist_is_unknown()
    {
        using var response = await _cloud.Registry.PostAsync("/v2/nowhere/blobs/uploads/", null);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync()).ShouldContain("NAME_UNKNOWN");
    }

    [Fact]
    public async Task An_immutable_tag_keeps_its_image()
    {
        await Image.PushAsync(_cloud.Registry, "team/shop", "1");
        await Image.PushAsync(_cloud.Registry, "team/shop", "1");
        var other = TestImage.Create(["/other"], ("other", "x"));

        await Should.ThrowAsync<HttpRequestException>(() => other.PushAsync(_cloud.Registry, "team/shop", "1"));

        var images = await _cloud.CallAsync("ecr", "DescribeImages", """{ "repositoryName": "team/shop", "imageIds": [{ "imageTag": "1" }] }""");
        ((string)images["imageDetails"]![0]!["imageDigest"]!).ShouldBe(Digest.Of(Image.Manifest));
    }

    [Fact]
    public async Task A_range_of_a_blob_is_sent()
    {
        await Image.PushAsync(_cloud.Registry, "team/shop", "1");
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            $"/v2/team/shop/blobs/{Digest.Of(Image.Layer)}")
        { Headers = { Range = new RangeHeaderValue(2, 5) } };

        using var response = await _cloud.Registry.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBe(Image.Layer[2..6]);
    }

    [Fact]
    public async Task Deleting_the_last_image_removes_its_content_from_the_disk()
    {
        await Image.PushAsync(_cloud.Registry, "team/shop", "1");

        var answer = await _cloud.CallAsync(
            "ecr",
            "BatchDeleteImage",
            """{ "repositoryName": "team/shop", "imageIds": [{ "imageTag": "1" }, { "imageTag": "2" }] }""");

        answer["imageIds"]!.AsArray().Count.ShouldBe(1);
        ((string)answer["failures"]![0]!["failureCode"]!).ShouldBe("ImageNotFound");
        Directory.GetFiles(Path.Combine(_cloud.StateFolder, "ecr", "blobs", "sha256")).ShouldBeEmpty();
        (await _cloud.ErrorAsync("ecr", "DescribeImages", """{ "repositoryName": "team/none" }""")).ShouldBe("RepositoryNotFoundException");
    }

    private async Task<HttpStatusCode> PatchAsync(string upload, byte[] content, int first)
    {
        var body = new ByteArrayContent(content);
        body.Headers.TryAddWithoutValidation("Content-Range", $"{first}-{first + content.Length - 1}");
        using var response = await _cloud.Registry.PatchAsync(upload, body);
        return response.StatusCode;
    }
}
