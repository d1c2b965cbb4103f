using Amazon.Runtime;
using Amazon.S3;

namespace Fairlead.IntegrationTests.Releases;

/// <summary>moto, an emulator of AWS.</summary>
public sealed class MotoFixture : IObjectStoreFixture, IAsyncLifetime
{
    private ServerProcess? _server;
    private AmazonS3Client? _s3;

    public IAmazonS3 S3 => _s3!;

    public async Task<string> CreateBucketAsync()
    {
        var name = $"ledger-{Guid.NewGuid():N}";
        await S3.PutBucketAsync(name);
        return name;
    }

    public async Task InitializeAsync()
    {
        if (new ToolFactAttribute("moto_server").Skip is not null)
        {
            return;
        }

        var port = FreePort.Next();
        _server = await ServerProcess.StartAsync("moto_server", ["-H", "127.0.0.1", "-p", $"{port}"], "Running on");
        _s3 = new AmazonS3Client(
            new BasicAWSCredentials("test", "test"),
            new AmazonS3Config { ServiceURL = $"http://127.0.0.1:{port}", ForcePathStyle = true, AuthenticationRegion = "us-east-1" });
    }

    public Task DisposeAsync()
    {
        _s3?.Dispose();
        _server?.Dispose();
        return Task.CompletedTask;
    }
}
