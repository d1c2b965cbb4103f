using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace Fairlead.IntegrationTests.S3;

/// <summary>The real process, killed the hard way while it writes.</summary>
[Trait("Category", "Integration")]
public sealed class S3KillTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new("fairlead-s3-kill-");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_killed_local_cloud_comes_back_with_everything_it_acknowledged()
    {
        var acknowledged = new ConcurrentDictionary<string, string>();
        for (var round = 0; round < 3; round++)
        {
            var (process, api) = await StartAsync();
            using var http = await ClientAsync(api);
            (await http.PutAsync("/killed", null)).EnsureSuccessStatusCode();
            var enough = new TaskCompletionSource();
            var count = 0;
            var writers = Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
            {
                for (var i = 0; ; i++)
                {
                    var key = $"r{round}/w{writer}/{i}";
                    var content = string.Concat(Enumerable.Repeat(key, 2000));
                    try
                    {
                        (await http.PutAsync($"/killed/{key}", new StringContent(content))).EnsureSuccessStatusCode();
                    }
                    catch (HttpRequestException)
                    {
                        return;
                    }

                    acknowledged[key] = content;
                    if (Interlocked.Increment(ref count) == 50)
                    {
                        enough.SetResult();
                    }
                }
            })).ToArray();
            await enough.Task;

            process.Kill();
            await process.WaitForExitAsync();
            await Task.WhenAll(writers);
            process.Dispose();
        }

        var (last, endpoint) = await StartAsync();
        using var reader = await ClientAsync(endpoint);
        foreach (var (key, content) in acknowledged)
        {
            (await reader.GetStringAsync($"/killed/{key}")).ShouldBe(content, key);
        }

        acknowledged.Count.ShouldBeGreaterThanOrEqualTo(150);
        last.Kill();
        await last.WaitForExitAsync();
        last.Dispose();
    }

    private async Task<HttpClient> ClientAsync(Uri api)
    {
        using var key = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(_directory, "state", "access-key.json")));
        return new SignatureV4(
            key.RootElement.GetProperty("accessKeyId").GetString()!,
            key.RootElement.GetProperty("secretAccessKey").GetString()!).Client(api, "s3");
    }

    private async Task<(Process Process, Uri Api)> StartAsync()
    {
        var program = typeof(LocalCloud.Hosting.LocalCloudServer).Assembly.Location;
        var process = Process.Start(new ProcessStartInfo("dotnet", [
            "exec",
            program,
            "--state",
            Path.Combine(_directory, "state"),
            "--api-port",
            "0",
            "--registry-port",
            "0",
            "--edge-port",
            "0"
        ])
        { RedirectStandardOutput = true })!;
        var line = await process.StandardOutput.ReadLineAsync();
        using var endpoints = JsonDocument.Parse(line ?? throw new InvalidOperationException("The local cloud ended before it answered."));
        return (process, new Uri(endpoints.RootElement.GetProperty("api").GetString()!));
    }
}
