using Amazon.S3.Model;
using Fairlead.LocalCloud.State;
using static Fairlead.LocalCloud.Tests.S3.S3TestCloud;
using BucketConfiguration = Fairlead.LocalCloud.S3.Storage.BucketConfiguration;
using ObjectVersion = Fairlead.LocalCloud.S3.Storage.ObjectVersion;
using S3Store = Fairlead.LocalCloud.S3.Storage.S3Store;
using StoredBucket = Fairlead.LocalCloud.S3.Storage.Bucket;

namespace Fairlead.LocalCloud.Tests.S3;

/// <summary>Each test has a cloud of its own, because it stops it.</summary>
public sealed class DurabilityTests : IAsyncLifetime
{
    private readonly S3TestCloud _cloud = new();

    private string Journal => Path.Combine(_cloud.BucketDirectory, "journal");

    private IEnumerable<string> Blobs => Directory.EnumerateFiles(Path.Combine(_cloud.BucketDirectory, "blobs"), "*", SearchOption.AllDirectories);

    public Task InitializeAsync() => _cloud.InitializeAsync();

    public Task DisposeAsync() => _cloud.DisposeAsync();

    [Fact]
    public async Task What_was_acknowledged_is_there_after_a_restart()
    {
        await _cloud.PutAsync("a", "first");
        var last = await _cloud.PutAsync("a", "second", x => x.Metadata["m"] = "v");
        await _cloud.PutAsync("gone", "x");
        await _cloud.S3.DeleteObjectAsync(Bucket, "gone");
        var upload = await _cloud.S3.InitiateMultipartUploadAsync(Bucket, "parts");
        var part = await _cloud.S3.UploadPartAsync(new UploadPartRequest
        {
            BucketName = Bucket,
            Key = "parts",
            UploadId = upload.UploadId,
            PartNumber = 1,
            InputStream = new MemoryStream([1, 2, 3])
        });

        await _cloud.StopAsync();
        await _cloud.StartAsync();

        (await _cloud.ReadAsync("a")).ShouldBe("second");
        var head = await _cloud.S3.GetObjectMetadataAsync(Bucket, "a");
        head.ETag.ShouldBe(last.ETag);
        head.Metadata["m"].ShouldBe("v");
        (await _cloud.S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket })).S3Objects.Select(x => x.Key).ShouldBe(["a"]);
        await _cloud.S3.CompleteMultipartUploadAsync(new CompleteMultipartUploadRequest
        {
            BucketName = Bucket,
            Key = "parts",
            UploadId = upload.UploadId,
            PartETags = [new PartETag(1, part.ETag)]
        });
    }

    [Fact]
    public async Task A_kill_at_any_byte_of_the_journal_leaves_a_whole_older_state()
    {
        await _cloud.PutAsync("k", "1");
        var before = new FileInfo(Journal).Length;
        var oldBlob = Blobs.Single();
        var oldContent = await File.ReadAllBytesAsync(oldBlob);
        await _cloud.PutAsync("k", "2");
        await _cloud.StopAsync();
        var full = await File.ReadAllBytesAsync(Journal);

        foreach (var length in new[] { before, before + 1, before + 20, full.Length - 2 })
        {
            // The journal line did not get to the disk, so the old content had not been deleted yet.
            await File.WriteAllBytesAsync(Journal, full[..(int)length]);
            await File.WriteAllBytesAsync(oldBlob, oldContent);
            await _cloud.StartAsync();
            (await _cloud.ReadAsync("k")).ShouldBe("1");
            Blobs.ShouldBe([oldBlob], "what no journal names is swept");
            await _cloud.StopAsync();
        }

        await _cloud.StartAsync();
        await _cloud.PutAsync("k", "3");
        (await _cloud.ReadAsync("k")).ShouldBe("3");
    }

    [Fact]
    public async Task A_last_line_that_lacks_nothing_but_its_end_counts()
    {
        await _cloud.PutAsync("k", "acknowledged");
        await _cloud.StopAsync();
        await File.WriteAllBytesAsync(Journal, (await File.ReadAllBytesAsync(Journal))[..^1]);

        await _cloud.StartAsync();
        (await _cloud.ReadAsync("k")).ShouldBe("acknowledged");
        await _cloud.PutAsync("other", "x");
        await _cloud.StopAsync();

        await _cloud.StartAsync();
        (await _cloud.ReadAsync("k")).ShouldBe("acknowledged");
        (await _cloud.ReadAsync("other")).ShouldBe("x");
    }

    [Fact]
    public async Task A_bucket_that_a_kill_left_half_made_is_not_there()
    {
        await _cloud.StopAsync();
        var unfinished = Path.Combine(_cloud.BucketDirectory, "..", "..", "trash", "unfinished");
        Directory.CreateDirectory(unfinished);
        await File.WriteAllTextAsync(Path.Combine(unfinished, "journal"), "00000000 {");

        await _cloud.StartAsync();

        (await _cloud.S3.ListBucketsAsync()).Buckets.Select(x => x.BucketName).ShouldBe([Bucket]);
        Directory.Exists(unfinished).ShouldBeFalse();
    }

    /// <summary>A bucket gets its name when its journal is whole: what is found otherwise was damaged later.</summary>
    [Theory]
    [InlineData("emptied")]
    [InlineData("missing")]
    [InlineData("without line feeds")]
    [InlineData("cut off in its first line")]
    [InlineData("without its first line")]
    [InlineData("a folder")]
    [InlineData("filled with zeros")]
    public async Task A_damaged_journal_is_named_and_moved_aside_and_the_next_start_works(string damage)
    {
        await _cloud.PutAsync("k", "precious");
        await _cloud.StopAsync();
        await DamageAsync(damage);

        var message = (await Should.ThrowAsync<StateDirectoryException>(_cloud.StartAsync())).Message;

        message.ShouldContain(Path.Combine("test-bucket", "journal"));
        message.ShouldContain(".corrupt");
        var aside = Directory.EnumerateDirectories(Path.Combine(_cloud.BucketDirectory, "..", "..", "corrupt"), "*.corrupt").Single();
        Directory.EnumerateFiles(Path.Combine(aside, "blobs"), "*", SearchOption.AllDirectories).Select(File.ReadAllText).ShouldBe(["precious"]);
        await _cloud.StartAsync();
        ((await _cloud.S3.ListBucketsAsync()).Buckets ?? []).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_in_place_of_a_bucket_is_moved_aside()
    {
        await _cloud.StopAsync();
        await File.WriteAllTextAsync(Path.Combine(_cloud.BucketDirectory, "..", "stray"), "x");

        (await Should.ThrowAsync<StateDirectoryException>(_cloud.StartAsync())).Message.ShouldContain("'stray'");

        await _cloud.StartAsync();
        (await _cloud.S3.ListBucketsAsync()).Buckets.Select(x => x.BucketName).ShouldBe([Bucket]);
    }

    [Fact]
    public async Task Content_that_is_gone_is_said_to_be_without_where_it_was()
    {
        await _cloud.PutAsync("k", "x");
        File.Delete(Blobs.Single());

        var error = await Should.ThrowAsync<Amazon.S3.AmazonS3Exception>(() => _cloud.ReadAsync("k"));

        error.ErrorCode.ShouldBe("InternalError");
        error.Message.ShouldContain("The content of the object is gone");
        error.Message.ShouldNotContain("blobs");
    }

    [Fact]
    public async Task The_place_of_a_deleted_version_outlives_a_restart()
    {
        await _cloud.S3.PutBucketVersioningAsync(new PutBucketVersioningRequest
        {
            BucketName = Bucket,
            VersioningConfig = new S3BucketVersioningConfig { Status = Amazon.S3.VersionStatus.Enabled },
        });
        var ids = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            ids.Insert(0, (await _cloud.PutAsync("k", "x")).VersionId);
        }

        var page = await _cloud.S3.ListVersionsAsync(new ListVersionsRequest { BucketName = Bucket, MaxKeys = 2 });
        await _cloud.S3.DeleteObjectAsync(Bucket, "k", ids[1]);
        await _cloud.StopAsync();
        await _cloud.StartAsync();

        var next = await _cloud.S3.ListVersionsAsync(new ListVersionsRequest
        {
            BucketName = Bucket,
            KeyMarker = page.NextKeyMarker,
            VersionIdMarker = page.NextVersionIdMarker,
        });
        next.Versions.Select(x => x.VersionId).ShouldBe([ids[2]]);
    }

    [Fact]
    public async Task A_corrupt_journal_is_named_and_moved_aside_with_its_content()
    {
        await _cloud.PutAsync("k", "precious");
        await _cloud.StopAsync();
        var content = await File.ReadAllBytesAsync(Journal);
        content[20] ^= 1;
        await File.WriteAllBytesAsync(Journal, content);

        var exception = await Should.ThrowAsync<StateDirectoryException>(_cloud.StartAsync());

        exception.Message.ShouldContain(Journal);
        var aside = Directory.EnumerateDirectories(Path.Combine(_cloud.BucketDirectory, "..", "..", "corrupt")).Single();
        Directory.EnumerateFiles(aside, "*", SearchOption.AllDirectories).ShouldContain(x => File.ReadAllText(x) == "precious");
        await _cloud.StartAsync();
        ((await _cloud.S3.ListBucketsAsync()).Buckets ?? []).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_long_journal_is_shortened_and_loses_nothing()
    {
        using var state = StateDirectory.Open(Path.Combine(_cloud.BucketDirectory, "..", "..", "journal-test"));
        var unfinished = Path.Combine(state.Root, "unfinished");
        using (var bucket = StoredBucket.Create(state, "b", unfinished, new BucketConfiguration { Created = DateTimeOffset.UnixEpoch, Region = "us-east-1" }))
        {
            for (var i = 0; i < 250; i++)
            {
                bucket.Put(new ObjectVersion { Key = "k", Size = i }, null);
            }
        }

        var lines = await File.ReadAllLinesAsync(Path.Combine(state.Root, S3Store.BucketsFolder, "b", "journal"));
        lines.Length.ShouldBeLessThan(100);
        using var again = StoredBucket.Load(state, "b");
        again.Find("k", null)!.Size.ShouldBe(249);
    }

    private async Task DamageAsync(string damage)
    {
        var content = await File.ReadAllBytesAsync(Journal);
        File.Delete(Journal);
        if (damage == "a folder")
        {
            Directory.CreateDirectory(Journal);
        }
        else if (damage != "missing")
        {
            await File.WriteAllBytesAsync(Journal, damage switch
            {
                "emptied" => [],
                "without line feeds" => [.. content.Where(x => x != (byte)'\n')],
                "cut off in its first line" => content[..20],
                "without its first line" => content[(Array.IndexOf(content, (byte)'\n') + 1)..],
                "filled with zeros" => new byte[content.Length],
                _ => throw new ArgumentOutOfRangeException(nameof(damage)),
            });
        }
    }
}
