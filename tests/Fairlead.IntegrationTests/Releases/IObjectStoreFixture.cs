using Amazon.S3;

namespace Fairlead.IntegrationTests.Releases;

/// <summary>An S3 to run the contracts of ledger and lock on.</summary>
public interface IObjectStoreFixture
{
    /// <summary>A client of it. The fixture keeps it.</summary>
    IAmazonS3 S3 { get; }

    /// <summary>Makes an empty bucket and says its name.</summary>
    Task<string> CreateBucketAsync();
}
