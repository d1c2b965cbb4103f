using Amazon.S3;

namespace Fairlead.IntegrationTests.Releases;

/// <summary>The local cloud's S3.</summary>
public sealed class LocalCloudS3Fixture : IObjectStoreFixture, IAsyncLifetime
{
    private readonly LocalCloudFixture _cloud = new();
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
        await _cloud.InitializeAsync();
        _s3 = new AmazonS3Client(
            (await _cloud.FindAsync()).CreateCredentials(),
            new AmazonS3Config { ServiceURL = _cloud.Endpoints.Api.ToString(), ForcePathStyle = true, AuthenticationRegion = "us-east-1" });
    }

    public async Task DisposeAsync()
    {
        _s3?.Dispose();
        await _cloud.DisposeAsync();
    }
}
