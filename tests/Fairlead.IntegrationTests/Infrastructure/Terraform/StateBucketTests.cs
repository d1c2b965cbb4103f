using Amazon.Runtime;
using Amazon.S3.Model;
using Fairlead.Aws;
using Fairlead.Infrastructure.Terraform;
using Fairlead.Reporting;

namespace Fairlead.IntegrationTests.Infrastructure.Terraform;

/// <summary>On the emulator, and used by the real terraform.</summary>
[Trait("Category", "Integration")]
public sealed class StateBucketTests(AwsEmulator emulator) : IClassFixture<AwsEmulator>
{
    [ToolFact("terraform", "moto_server")]
    public async Task A_bucket_is_made_once_and_keeps_a_state()
    {
        using var clients = Clients(new BasicAWSCredentials("test", "test"));
        var options = new StateBucketOptions($"state-{Guid.NewGuid():N}", "us-east-1");

        var made = await EnsureAsync(clients, options);

        made.Created.ShouldBeTrue();
        (await clients.S3.GetBucketVersioningAsync(new GetBucketVersioningRequest { BucketName = options.Bucket })).VersioningConfig.Status.Value.ShouldBe(
            "Enabled");
        (await clients.S3.GetPublicAccessBlockAsync(new GetPublicAccessBlockRequest
        {
            BucketName = options.Bucket
        })).PublicAccessBlockConfiguration.RestrictPublicBuckets.ShouldBe(true);
        (await clients.S3.GetBucketEncryptionAsync(new GetBucketEncryptionRequest
        {
            BucketName = options.Bucket
        })).ServerSideEncryptionConfiguration.ServerSideEncryptionRules.ShouldNotBeEmpty();
        (await clients.S3.GetBucketPolicyAsync(options.Bucket)).Policy.ShouldContain("aws:SecureTransport");
        await emulator.ForgetCallsAsync();
        (await EnsureAsync(clients, options)).IsUnchanged.ShouldBeTrue();
        (await emulator.CallsAsync()).ShouldNotContain(x => x.Action.Contains("Put", StringComparison.Ordinal)
            || x.Action.Contains("Create", StringComparison.Ordinal));

        using var workspace = new TerraformWorkspace(emulator.Environment);
        workspace.Write("main.tf", "terraform {\n  backend \"s3\" { use_lockfile = true }\n}\nresource \"terraform_data\" \"box\" {}\n");
        var runner = await workspace.RunnerAsync(x => x with
        {
            BackendConfig = new Dictionary<string, string>
            {
                ["bucket"] = options.Bucket,
                ["key"] = "a/terraform.tfstate",
                ["region"] = "us-east-1"
            }
        });
        (await workspace.ApplyAsync(runner)).Added.ShouldBe(1);
    }

    [ToolFact("moto_server")]
    public async Task A_bucket_that_is_there_gets_what_it_lacks_and_keeps_its_policy()
    {
        using var clients = Clients(new BasicAWSCredentials("test", "test"));
        var options = new StateBucketOptions($"state-{Guid.NewGuid():N}", "us-east-1");
        await clients.S3.PutBucketAsync(options.Bucket);
        await clients.S3.PutObjectAsync(new PutObjectRequest { BucketName = options.Bucket, Key = "kept", ContentBody = "x" });
        await clients.S3.PutBucketPolicyAsync(
            options.Bucket,
            $$$"""{"Version":"2012-10-17","Statement":{"Sid":"Own","Effect":"Deny","Principal":"*","Action":"s3:"""
                + $$$"""DeleteBucket","Resource":"arn:aws:s3:::{{{options.Bucket}}}"}}""");

        var result = await EnsureAsync(clients, options);

        result.Created.ShouldBeFalse();
        result.Changes.ShouldContain("versioning");
        var policy = (await clients.S3.GetBucketPolicyAsync(options.Bucket)).Policy;
        policy.ShouldContain("\"Own\"");
        policy.ShouldContain("DenyInsecureTransport");
        (await clients.S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = options.Bucket })).S3Objects.ShouldHaveSingleItem().Key.ShouldBe("kept");
        (await EnsureAsync(clients, options)).IsUnchanged.ShouldBeTrue();
    }

    /// <summary>S3 refuses a call that names another account than the bucket's; the emulator does not, so that a stub says it.</summary>
    [Fact]
    public async Task A_bucket_of_another_account_is_refused_and_not_touched()
    {
        using var stub = new AwsStub("AccessDenied", onlyS3: true);
        using var clients = new AwsClients(new AwsOptions
        {
            Region = "us-east-1",
            EndpointUrl = new Uri(stub.Endpoint),
            Credentials = new BasicAWSCredentials("test", "test")
        });

        var error = await TerraformWorkspace.ErrorOfAsync(() => EnsureAsync(clients, new StateBucketOptions("somebodys-bucket", "us-east-1")));

        error.Why.ShouldStartWith("It belongs to another account than 123456789012");
        stub.Methods.ShouldBe(["POST", "HEAD"]);
    }

    private static Task<StateBucketResult> EnsureAsync(AwsClients clients, StateBucketOptions options)
        => new StateBucket(clients.S3, clients.Sts, SilentReporter.Instance).EnsureAsync(options, CancellationToken.None);

    private AwsClients Clients(AWSCredentials credentials)
        => new(new AwsOptions { Region = "us-east-1", EndpointUrl = new Uri(emulator.Endpoint), Credentials = credentials });
}
