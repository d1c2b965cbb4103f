using System.Diagnostics;
using System.Net;
using Amazon.S3.Model;
using Fairlead.LocalCloud.Hosting;
using Fairlead.LocalCloud.State;
using Fairlead.LocalCloud.Tests.S3;
using Microsoft.Extensions.Logging;
using static Fairlead.LocalCloud.Tests.S3.S3TestCloud;

namespace Fairlead.LocalCloud.Tests.State;

/// <summary>A cloud on a disk of its own, which is small and gets full.</summary>
public sealed class FullDiskTests : IAsyncLifetime
{
    private readonly TemporaryDirectory _mount = new("fairlead-disk-");
    private readonly S3TestCloud _cloud;

    public FullDiskTests() => _cloud = new S3TestCloud(_mount.PathOf("state"));

    private string Ballast => _mount.PathOf("ballast");

    public async Task InitializeAsync()
    {
        await RunAsync("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", _mount);
        await _cloud.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await _cloud.DisposeAsync();
        await RunAsync("umount", _mount);
        _mount.Dispose();
    }

    [SmallDiskFact]
    public async Task A_write_that_meets_a_full_disk_is_the_servers_error_and_leaves_what_was_there()
    {
        await _cloud.PutAsync("k", "kept");
        var upload = (await _cloud.S3.InitiateMultipartUploadAsync(Bucket, "upload")).UploadId;
        Fill();

        await ShouldRefuseAsync(_cloud.PutAsync("k", new string('x', 100_000)), HttpStatusCode.InsufficientStorage, "InternalError");
        await ShouldRefuseAsync(_cloud.S3.PutBucketAsync("another"), HttpStatusCode.InsufficientStorage, "InternalError");
        await ShouldRefuseAsync(
            _cloud.S3.UploadPartAsync(new UploadPartRequest
            {
                BucketName = Bucket,
                Key = "upload",
                UploadId = upload,
                PartNumber = 1,
                InputStream = new MemoryStream(new byte[100_000]),
            }),
            HttpStatusCode.InsufficientStorage,
            "InternalError");
        await JournalIsFullAsync();
        (await _cloud.ReadAsync("k")).ShouldBe("kept");
        ((await _cloud.S3.ListPartsAsync(Bucket, "upload", upload)).Parts ?? []).ShouldBeEmpty();

        File.Delete(Ballast);
        await _cloud.StopAsync();
        await _cloud.StartAsync();
        (await _cloud.ReadAsync("k")).ShouldBe("kept");
        await _cloud.PutAsync("k", "newer");
        (await _cloud.ReadAsync("k")).ShouldBe("newer");
    }

    [SmallDiskFact]
    public async Task A_start_that_meets_a_full_disk_says_so_and_the_next_one_works()
    {
        await _cloud.PutAsync("k", "kept");
        await _cloud.StopAsync();
        File.Delete(Path.Combine(_cloud.StateDirectory, "ports.json"));
        Fill();

        (await Should.ThrowAsync<StateDirectoryException>(_cloud.StartAsync())).Message.ShouldContain("Free some space");

        File.Delete(Ballast);
        await _cloud.StartAsync();
        (await _cloud.ReadAsync("k")).ShouldBe("kept");
    }

    [SmallDiskFact]
    public void A_full_disk_stops_no_log_and_what_is_missing_is_counted()
    {
        using var state = StateDirectory.Open(_mount.PathOf("log"));
        var log = new LogFile(state).CreateLogger("Test");
        log.LogWarning("before");
        Fill();

        log.LogWarning("{Text}", new string('x', 10_000));
        log.LogWarning("{Text}", new string('y', 10_000));
        File.Delete(Ballast);
        log.LogWarning("after");

        var lines = File.ReadAllLines(Path.Combine(state.Root, "local-cloud.log"));
        lines.Length.ShouldBe(3, "half a line would be a fourth");
        lines[0].ShouldEndWith("before");
        lines[1].ShouldContain("2 entries are missing here");
        lines[2].ShouldEndWith("after");
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0);
    }

    /// <summary>Settings go to the journal, which grows by whole pages: they are taken until there is none left.</summary>
    private async Task JournalIsFullAsync()
    {
        for (var i = 0; ; i++)
        {
            var response = await _cloud.SendAsync(HttpMethod.Put, $"?metrics&id=m{i}", $"<MetricsConfiguration><Id>m{i}</Id></MetricsConfiguration>");
            if (response.StatusCode != HttpStatusCode.OK)
            {
                await ShouldRefuseAsync(response, HttpStatusCode.InsufficientStorage, "InternalError");
                return;
            }
        }
    }

    private void Fill()
    {
        using var file = new FileStream(Ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var page = new byte[4096];
        try
        {
            while (true)
            {
                file.Write(page);
            }
        }
        catch (IOException)
        {
            // That is what was wanted.
        }
    }
}

/// <summary>Needs the right to mount a disk in memory.</summary>
public sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute()
        => Skip = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess ? null : "Needs root on Linux, to mount a small disk.";
}
