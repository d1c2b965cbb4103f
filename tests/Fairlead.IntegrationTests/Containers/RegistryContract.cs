using System.Text;
using Fairlead.Containers;
using Fairlead.Containers.Registry;
using Fairlead.Reporting;

namespace Fairlead.IntegrationTests.Containers;

/// <summary>What a registry must do for a push. Run it on a registry by calling these from a class that provides the fixture.</summary>
public abstract class RegistryContract(IRegistryFixture fixture) : IDisposable
{
    private readonly TemporaryDirectory _directory = new("fairlead-push-");

    public void Dispose()
    {
        _directory.Dispose();
        GC.SuppressFinalize(this);
    }

    protected async Task Check_a_pushed_image_is_there_and_a_second_push_writes_nothing()
    {
        var image = await BuildAsync("one");
        using var registry = await ConnectAsync();
        var progress = new RecordingReporter();
        var push = new ImagePush(registry, progress);

        var first = await push.PushAsync(image);
        var second = await push.PushAsync(image);

        first.Unchanged.ShouldBeFalse();
        first.BlobsSent.ShouldBe(3);
        first.BytesSent.ShouldBe(image.Layers.Sum(x => x.Size) + image.Config.Size);
        first.Digest.ShouldBe(image.ManifestDigest);
        progress.Progressed.Max(x => x.Done).ShouldBe(first.BytesSent);
        second.ShouldBe(first with { BlobsSent = 0, BytesSent = 0, Unchanged = true });
        (await registry.ManifestAsync(image.ContentTag, default)).ShouldBe(await File.ReadAllBytesAsync(image.BlobPath(image.Manifest)));
        (await registry.ManifestDigestAsync(image.ManifestDigest, default)).ShouldBe(image.ManifestDigest);
    }

    protected async Task Check_a_change_of_code_sends_only_the_app_layer()
    {
        using var registry = await ConnectAsync();
        var push = new ImagePush(registry, SilentReporter.Instance);
        await push.PushAsync(await BuildAsync("one"));
        var changed = await BuildAsync("two");

        var plan = await push.PlanAsync(changed);
        var result = await push.PushAsync(plan);

        plan.MissingBlobs.ShouldBe([changed.Layers[1], changed.Config]);
        result.Digest.ShouldBe(changed.ManifestDigest);
    }

    protected async Task Check_a_push_that_was_cut_off_before_its_manifest_goes_on_where_it_was()
    {
        var image = await BuildAsync("one");
        using var registry = await ConnectAsync();
        await registry.UploadBlobAsync(image.Layers[0], image.BlobPath(image.Layers[0]), _ => { }, default);
        var push = new ImagePush(registry, SilentReporter.Instance);

        var plan = await push.PlanAsync(image);

        plan.ExistingDigest.ShouldBeNull();
        plan.MissingBlobs.ShouldBe([image.Layers[1], image.Config]);
        (await push.PushAsync(plan)).BlobsSent.ShouldBe(2);
    }

    protected async Task Check_a_blob_that_is_not_what_its_digest_says_is_refused()
    {
        var image = await BuildAsync("one");
        using var registry = await ConnectAsync();
        var path = Path.Combine(_directory, "damaged");
        await File.WriteAllBytesAsync(path, new byte[image.Layers[0].Size]);

        await Should.ThrowAsync<FairleadException>(() => registry.UploadBlobAsync(image.Layers[0], path, _ => { }, default));

        (await registry.HasBlobAsync(image.Layers[0].Digest, default)).ShouldBeFalse();
    }

    protected async Task Check_a_manifest_without_its_blobs_is_refused()
    {
        var image = await BuildAsync("one");
        using var registry = await ConnectAsync();

        await Should.ThrowAsync<FairleadException>(
            async () => await registry.PutManifestAsync(
                "broken",
                await File.ReadAllBytesAsync(image.BlobPath(image.Manifest)),
                image.Manifest.MediaType,
                default));

        (await registry.ManifestDigestAsync("broken", default)).ShouldBeNull();
    }

    protected async Task Check_what_is_not_there_is_absent_and_no_error()
    {
        using var registry = await ConnectAsync();

        (await registry.ManifestDigestAsync("latest", default)).ShouldBeNull();
        (await registry.ManifestAsync("latest", default)).ShouldBeNull();
        (await registry.HasBlobAsync($"sha256:{new string('0', 64)}", default)).ShouldBeFalse();
    }

    private async Task<RegistryClient> ConnectAsync()
        => new(RepositoryReference.Parse(await fixture.CreateRepositoryAsync()), fixture.Credentials);

    /// <summary>An image with two layers, of which the second depends on the text.</summary>
    protected async Task<OciImage> BuildAsync(string text)
    {
        var content = Directory.CreateDirectory(Path.Combine(_directory, "publish")).FullName;
        await File.WriteAllTextAsync(Path.Combine(content, "Shop.dll"), text);
        await File.WriteAllTextAsync(Path.Combine(content, "Shop.runtimeconfig.json"), "{}");
        await File.WriteAllBytesAsync(Path.Combine(content, "Package.dll"), Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 100_000))));
        var options = new ImageOptions { ContentDirectory = content, Entrypoint = ["dotnet", "Shop.dll"], Platform = ImagePlatform.LinuxAmd64 };
        return (await new ImageBuilder().BuildAsync(options, Path.Combine(_directory, $"image-{text}"))).Image;
    }
}
