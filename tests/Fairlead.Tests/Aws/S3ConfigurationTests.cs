using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Fairlead.Aws;

namespace Fairlead.Tests.Aws;

[Collection(EnvironmentCollection.Name)]
public sealed class S3ConfigurationTests
{
    private static readonly AwsOptions Options = new()
    {
        Region = "us-east-1",
        Profile = "nobody",
        Credentials = new BasicAWSCredentials("AKIDEXAMPLE", "secret")
    };

    [Theory]
    [InlineData(null, RequestChecksumCalculation.WHEN_SUPPORTED)]
    [InlineData("https://s3.eu-central-1.amazonaws.com", RequestChecksumCalculation.WHEN_SUPPORTED)]
    [InlineData("https://bucket.vpce-1-abc.s3.us-east-1.vpce.amazonaws.com", RequestChecksumCalculation.WHEN_SUPPORTED)]
    [InlineData("http://127.0.0.1:7480", RequestChecksumCalculation.WHEN_REQUIRED)]
    [InlineData("https://storage.example.org", RequestChecksumCalculation.WHEN_REQUIRED)]
    public void Only_AWS_is_sent_checksums_that_nothing_demands(string? endpoint, RequestChecksumCalculation expected)
    {
        var config = Complete(endpoint, Options);

        config.RequestChecksumCalculation.ShouldBe(expected);
        config.ForcePathStyle.ShouldBe(endpoint is not null);
    }

    [Theory]
    [InlineData("WHEN_SUPPORTED", null, RequestChecksumCalculation.WHEN_SUPPORTED)]
    [InlineData("when_required", null, RequestChecksumCalculation.WHEN_REQUIRED)]
    [InlineData("WHEN_REQUIRED", RequestChecksumCalculation.WHEN_SUPPORTED, RequestChecksumCalculation.WHEN_SUPPORTED)]
    public void What_the_user_says_counts_for_every_endpoint(string variable, RequestChecksumCalculation? option, RequestChecksumCalculation expected)
    {
        foreach (var endpoint in new[] { "https://s3.eu-central-1.amazonaws.com", "http://127.0.0.1:7480" })
        {
            Complete(
                endpoint,
                Options with { RequestChecksums = option },
                x => x == "AWS_REQUEST_CHECKSUM_CALCULATION" ? variable : null).RequestChecksumCalculation.ShouldBe(expected);
        }
    }

    [Theory]
    [InlineData("store", null, RequestChecksumCalculation.WHEN_SUPPORTED)]
    [InlineData(null, "store", RequestChecksumCalculation.WHEN_SUPPORTED)]
    [InlineData("plain", "store", RequestChecksumCalculation.WHEN_REQUIRED)]
    [InlineData(null, null, RequestChecksumCalculation.WHEN_REQUIRED)]
    public void The_profile_that_the_clients_use_is_asked(string? profile, string? variable, RequestChecksumCalculation expected)
        => S3Configuration.Complete(
                new AmazonS3Config { ServiceURL = "http://127.0.0.1:7480" },
                Options with { Profile = profile },
                x => x == "AWS_PROFILE" ? variable : null,
                x => x == "store" ? RequestChecksumCalculation.WHEN_SUPPORTED : null)
            .RequestChecksumCalculation.ShouldBe(expected);

    [Theory]
    [InlineData(RequestChecksumCalculation.WHEN_SUPPORTED)]
    [InlineData(RequestChecksumCalculation.WHEN_REQUIRED)]
    public async Task Deleting_many_objects_carries_a_checksum_because_S3_demands_one(RequestChecksumCalculation checksums)
    {
        await using var server = new LoopbackServer(_ => new ScriptedResponse(200, "<DeleteResult/>", ("Content-Type", "application/xml")));
        using var aws = new AwsClients(Options with { Profile = null, EndpointUrl = server.Url, RequestChecksums = checksums });

        await aws.S3.DeleteObjectsAsync(new DeleteObjectsRequest { BucketName = "shop-site", Objects = [new KeyVersion { Key = "index.html" }] });

        server.Requests.ShouldHaveSingleItem().Headers.Keys.ShouldContain(x => x.StartsWith("x-amz-checksum-", StringComparison.OrdinalIgnoreCase)
            || x.Equals("Content-MD5", StringComparison.OrdinalIgnoreCase));
    }

    private static AmazonS3Config Complete(string? endpoint, AwsOptions options, Func<string, string?>? environment = null)
        => S3Configuration.Complete(
            endpoint is null ? new AmazonS3Config { RegionEndpoint = RegionEndpoint.USEast1 } : new AmazonS3Config { ServiceURL = endpoint },
            options,
            environment ?? (_ => null),
            _ => null);
}
