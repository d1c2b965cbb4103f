using Amazon.Runtime;
using Amazon.S3;
using Fairlead.Aws;

namespace Fairlead.IntegrationTests.Releases;

/// <summary>A store that knows no checksums of the SDK's, spoken to as a deploy to an endpoint of the user's does.</summary>
public sealed class StrictS3Fixture : IObjectStoreFixture, IAsyncLifetime
{
    private StrictS3? _store;
    private AwsClients? _aws;

    public IAmazonS3 S3 => _aws!.S3;

    public async Task<string> CreateBucketAsync()
    {
        var name = $"ledger-{Guid.NewGuid():N}";
        await S3.PutBucketAsync(name);
        return name;
    }

    /// <summary>Clients of the store that ask for checksums or not.</summary>
    public AwsClients Clients(RequestChecksumCalculation? checksums)
        => new(new AwsOptions { Region = "us-east-1", EndpointUrl = _store!.Url, Credentials = new BasicAWSCredentials("test", "test"), RequestChecksums = checksums });

    public async Task InitializeAsync()
    {
        _store = await StrictS3.StartAsync();
        _aws = Clients(null);
    }

    public async Task DisposeAsync()
    {
        _aws?.Dispose();
        await _store!.DisposeAsync();
    }
}
