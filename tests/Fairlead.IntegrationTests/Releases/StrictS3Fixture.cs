using Amazon.Runtime;
using Amazon.S3;
using Fairlead.Aws;

namespace Fairlead.IntegrationTests.Releases;

/// <summary>
/// A store that knows no checksums of the SDK's, spoken to as a deploy to an endpoint of the user's does.
/// The variable <c>FAIRLEAD_TEST_S3</c> names a real one in its place:
/// <c>http://ACCESSKEY:SECRET@127.0.0.1:7480</c>.
/// </summary>
public sealed class StrictS3Fixture : IObjectStoreFixture, IAsyncLifetime
{
    private StrictS3? _store;
    private AwsClients? _aws;
    private Uri _url = null!;

    public IAmazonS3 S3 => _aws!.S3;

    public async Task<string> CreateBucketAsync()
    {
        var name = $"ledger-{Guid.NewGuid():N}";
        await S3.PutBucketAsync(name);
        return name;
    }

    /// <summary>Clients of the store that ask for checksums or not.</summary>
    public AwsClients Clients(RequestChecksumCalculation? checksums)
    {
        var user = _url.UserInfo.Split(':', 2);
        return new AwsClients(new AwsOptions
        {
            Region = "us-east-1",
            EndpointUrl = new Uri(_url.GetLeftPart(UriPartial.Scheme) + _url.Authority),
            Credentials = new BasicAWSCredentials(user[0], user[1]),
            RequestChecksums = checksums,
        });
    }

    public async Task InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("FAIRLEAD_TEST_S3") is { Length: > 0 } real)
        {
            _url = new Uri(real);
        }
        else
        {
            _store = await StrictS3.StartAsync();
            _url = new UriBuilder(_store.Url) { UserName = "test", Password = "test" }.Uri;
        }

        _aws = Clients(null);
    }

    public async Task DisposeAsync()
    {
        _aws?.Dispose();
        if (_store is not null)
        {
            await _store.DisposeAsync();
        }
    }
}
