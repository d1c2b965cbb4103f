using System.Text;
using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Ecr;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.Tests.Ecr;

/// <summary>Images, with callers at the same moment.</summary>
public sealed class ImagesTests : IDisposable
{
    private const string Name = "shop";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fairlead-ecr-");
    private readonly StateDirectory _state;
    private readonly BlobStore _blobs;
    private readonly EcrRepositories _repositories;
    private readonly EcrImages _images;

    public ImagesTests()
    {
        _state = StateDirectory.Open(_folder.FullName);
        _blobs = new BlobStore(_state);
        _repositories = new EcrRepositories(_state, _blobs, new Account(), TestListeners.Default, TimeProvider.System);
        _images = new EcrImages(_repositories, _blobs, new Account());
        _repositories.Ensure(Name);
    }

    public void Dispose()
    {
        _state.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void A_tag_that_was_pushed_while_another_is_deleted_keeps_the_image()
    {
        var manifest = Manifest("a");
        _repositories.PutManifest(Name, "keeps-the-config", Manifest("a", "another"), null);
        for (var round = 0; round < 40; round++)
        {
            _repositories.PutManifest(Name, $"old-{round}", manifest, null);
            AtOnce(
                () => _images.Delete(Request($$"""{ "imageIds": [{ "imageTag": "old-{{round}}" }] }""")),
                () => _repositories.PutManifest(Name, $"new-{round}", manifest, null));

            var found = _repositories.Manifest(Name, $"new-{round}").ShouldNotBeNull();
            _blobs.Has(found.Digest).ShouldBeTrue();
            _images.Delete(Request($$"""{ "imageIds": [{ "imageTag": "new-{{round}}" }] }"""));
        }
    }

    [Fact]
    public void An_image_that_is_deleted_and_pushed_at_the_same_moment_is_whole_or_gone()
    {
        var manifest = Manifest("b");
        var digest = Digest.Of(manifest);
        _repositories.PutManifest(Name, "keeps-the-config", Manifest("b", "another"), null);
        for (var round = 0; round < 200; round++)
        {
            _repositories.PutManifest(Name, "t", manifest, null);
            AtOnce(
                () => _images.Delete(Request($$"""{ "imageIds": [{ "imageDigest": "{{digest}}" }] }""")),
                () => _repositories.PutManifest(Name, "t", manifest, null));

            _blobs.Has(digest).ShouldBe(_repositories.Manifest(Name, digest) is not null);
        }
    }

    [Fact]
    public async Task A_layer_that_is_deleted_and_uploaded_at_the_same_moment_is_whole_or_gone()
    {
        var content = Encoding.UTF8.GetBytes("a layer");
        var digest = Digest.Of(content);
        for (var round = 0; round < 40; round++)
        {
            await UploadAsync(content);
            var upload = await StartUploadAsync(content);
            await Task.WhenAll(
                Task.Run(() => _repositories.Drop<bool>(Name, x => (x.Blobs.Remove(digest), [digest]))),
                Task.Run(() => _repositories.CommitAsync(Name, upload, digest, CancellationToken.None)));

            _repositories.Read(Name, x => x.Blobs.Contains(digest)).ShouldBe(_blobs.Has(digest));
        }
    }

    [Fact]
    public async Task Two_that_append_to_an_upload_at_the_same_place_do_not_mix()
    {
        var upload = _blobs.StartUpload();

        var done = await Task.WhenAll(Enumerable.Range(0, 8).Select(x => Task.Run(async () =>
        {
            try
            {
                await _blobs.AppendAsync(upload, 0, new MemoryStream(Encoding.UTF8.GetBytes($"part-{x}")), CancellationToken.None);
                return true;
            }
            catch (UploadPositionException)
            {
                return false;
            }
        })));

        done.Count(x => x).ShouldBe(1);
        _blobs.UploadSize(upload).ShouldBe(6);
    }

    [Fact]
    public async Task Nothing_is_appended_to_an_upload_that_was_completed()
    {
        var content = Encoding.UTF8.GetBytes("a layer");
        var upload = await StartUploadAsync(content);
        (await _repositories.CommitAsync(Name, upload, Digest.Of(content), CancellationToken.None)).ShouldBeTrue();

        await Should.ThrowAsync<FileNotFoundException>(() => _blobs.AppendAsync(upload, null, new MemoryStream([1]), CancellationToken.None));

        (await _blobs.ReadAsync(Digest.Of(content), CancellationToken.None)).ShouldBe(content);
    }

    [Fact]
    public void An_immutable_tag_is_given_to_one_of_those_that_want_it()
    {
        _repositories.Change(Name, x => x.ImmutableTags = true);
        for (var round = 0; round < 20; round++)
        {
            var manifests = Enumerable.Range(0, 4).Select(x => Manifest($"{round}-{x}")).ToArray();
            var winners = new bool[manifests.Length];
            AtOnce([
                .. manifests.Select((x, i) => (Action)(() =>
                {
                    try
                    {
                        _repositories.PutManifest(Name, $"v{round}", x, null);
                        winners[i] = true;
                    }
                    catch (AwsServiceException exception)
                    {
                        exception.Code.ShouldBe("ImageTagAlreadyExistsException");
                    }
                })),
            ]);

            winners.Count(x => x).ShouldBe(1);
            _repositories.Manifest(Name, $"v{round}")!.Digest.ShouldBe(Digest.Of(manifests[Array.IndexOf(winners, true)]));
        }
    }

    [Fact]
    public void The_last_tag_takes_the_image_with_it_and_any_other_does_not()
    {
        var manifest = Manifest("c");
        _repositories.PutManifest(Name, "one", manifest, null);
        _repositories.PutManifest(Name, "two", manifest, null);

        _images.Delete(Request("""{ "imageIds": [{ "imageTag": "one" }] }"""))["imageIds"]!.AsArray().Count.ShouldBe(1);
        _repositories.Manifest(Name, Digest.Of(manifest)).ShouldNotBeNull();
        _images.Delete(Request("""{ "imageIds": [{ "imageTag": "two" }] }"""));

        _repositories.Manifest(Name, Digest.Of(manifest)).ShouldBeNull();
        _blobs.Has(Digest.Of(manifest)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("imageDigest")]
    [InlineData("imageTag")]
    public void A_member_of_an_index_stays_while_the_index_is_there(string by)
    {
        var member = Digest.Of(Manifest("d"));
        _repositories.PutManifest(Name, "member", Manifest("d"), null);
        _repositories.PutManifest(Name, "index", Index(member), null);

        var answer = _images.Delete(Request($$"""{ "imageIds": [{ "{{by}}": "{{(by == "imageTag" ? "member" : member)}}" }] }"""));

        ((string)answer["failures"]![0]!["failureCode"]!).ShouldBe("ImageReferencedByManifestList");
        _repositories.Manifest(Name, "member").ShouldNotBeNull();
    }

    [Fact]
    public void Pages_of_images_hold_when_an_image_of_them_is_deleted()
    {
        for (var i = 0; i < 5; i++)
        {
            _repositories.PutManifest(Name, $"v{i}", Manifest($"e{i}"), null);
        }

        var all = Digests(_images.Describe(Request("{}")));
        var first = _images.Describe(Request("""{ "maxResults": 2 }"""));
        _images.Delete(Request($$"""{ "imageIds": [{ "imageDigest": "{{Digests(first)[1]}}" }] }"""));
        var second = _images.Describe(Request($$"""{ "maxResults": 2, "nextToken": "{{first["nextToken"]}}" }"""));

        Digests(first).Concat(Digests(second)).ShouldBe(all[..4]);
        Should.Throw<AwsServiceException>(() => _images.List(Request($$"""{ "nextToken": "{{first["nextToken"]}}" }""")))
            .Code.ShouldBe("InvalidParameterException");
    }

    [Fact]
    public void A_manifest_is_4_MiB_at_most()
    {
        var request = new JsonObject { ["repositoryName"] = Name, ["imageManifest"] = new string(' ', 4 * 1024 * 1024) + "{}" };

        Should.Throw<AwsServiceException>(() => _images.Put(request)).Message.ShouldContain("4194304");
    }

    [Theory]
    [InlineData("""{ "schemaVersion": 2, "schemaVersion": 2 }""")]
    [InlineData("""{ "schemaVersion": 2, "config": [], "layers": [] }""")]
    [InlineData("""{ "schemaVersion": 2, "config": { "digest": "sha256:x" }, "layers": [] }""")]
    [InlineData("""{ "schemaVersion": 2, "config": { "digest": "EMPTY", "size": -1 }, "layers": [] }""")]
    [InlineData("""{ "schemaVersion": 2, "config": { "digest": "EMPTY", "size": MOST }, "layers": [{ "digest": "EMPTY", "size": MOST }] }""")]
    public void What_is_no_manifest_is_refused_and_not_an_accident(string manifest)
    {
        var content = manifest.Replace("EMPTY", Digest.Of([])).Replace("MOST", $"{long.MaxValue}");
        var request = new JsonObject { ["repositoryName"] = Name, ["imageManifest"] = content };

        Should.Throw<AwsServiceException>(() => _images.Put(request)).Code.ShouldBe("InvalidParameterException");
    }

    [Fact]
    public void An_image_that_is_not_scanned_says_so()
    {
        _repositories.PutManifest(Name, "v", Manifest("f"), null);

        Should.Throw<AwsServiceException>(() => _images.DescribeScan(Request("""{ "imageId": { "imageTag": "v" } }"""))).Code.ShouldBe("ScanNotFoundException");
        Should.Throw<AwsServiceException>(() => _images.DescribeScan(Request("""{ "imageId": { "imageTag": "w" } }""")))
            .Code.ShouldBe("ImageNotFoundException");
        Should.Throw<AwsServiceException>(() => _images.Scan(Request("""{ "imageId": { "imageTag": "v" } }"""))).Message.ShouldContain("does not scan");
    }

    private static JsonObject Request(string json)
    {
        var request = (JsonObject)JsonNode.Parse(json)!;
        request["repositoryName"] = Name;
        return request;
    }

    private static string[] Digests(JsonObject answer) => [.. answer["imageDetails"]!.AsArray().Select(x => (string)x!["imageDigest"]!)];

    /// <summary>Lets everybody begin when all are there.</summary>
    private static void AtOnce(params Action[] actions)
    {
        using var start = new Barrier(actions.Length);
        Task.WaitAll([
            .. actions.Select(x => Task.Factory.StartNew(
                () =>
                {
                    start.SignalAndWait();
                    x();
                },
                TaskCreationOptions.LongRunning)),
        ]);
    }

    /// <summary>A manifest whose config is in the repository.</summary>
    /// <param name="content">Of the config.</param>
    /// <param name="comment">Tells manifests with the same config apart.</param>
    private byte[] Manifest(string content, string comment = "")
    {
        var config = Encoding.UTF8.GetBytes($$"""{ "content": "{{content}}" }""");
        _blobs.Put(Digest.Of(config), config);
        _repositories.Change(Name, x => x.Blobs.Add(Digest.Of(config)));
        return Encoding.UTF8.GetBytes(
            $$"""{ "schemaVersion": 2, "config": { "digest": "{{Digest.Of(config)}}", "size": {{config.Length}} }, "layers": [], "comment": "{{comment}}" }""");
    }

    private static byte[] Index(string member)
        => Encoding.UTF8.GetBytes($$"""{ "schemaVersion": 2, "manifests": [{ "digest": "{{member}}", "size": 1 }] }""");

    private async Task<string> StartUploadAsync(byte[] content)
    {
        var upload = _blobs.StartUpload();
        await _blobs.AppendAsync(upload, null, new MemoryStream(content), CancellationToken.None);
        return upload;
    }

    private async Task UploadAsync(byte[] content)
        => (await _repositories.CommitAsync(Name, await StartUploadAsync(content), Digest.Of(content), CancellationToken.None)).ShouldBeTrue();
}
