using Amazon.Runtime;
using Amazon.S3.Model;
using Fairlead.Aws;
using Fairlead.Http;

namespace Fairlead.Tests.Aws;

/// <summary>No service of AWS, nor who pretends to be one, holds a run up for ever or fills its memory.</summary>
public sealed class AwsLimitsTests
{
    // For what hangs: without a limit nothing here would ever end.
    private static readonly TimeSpan Guard = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);

    /// <summary>One operation for each way of speaking with a service, and those of S3 whose bodies are handled by themselves.</summary>
    private static readonly (string Operation, Func<AwsClients, Task> Ask)[] Asked =
    [
        ("list the tasks (ECS, JSON 1.1)", x => x.Ecs.ListTasksAsync(new())),
        ("sign in to the registry (ECR, JSON 1.1)", x => x.Ecr.GetAuthorizationTokenAsync(new())),
        ("read the log (CloudWatch Logs, JSON 1.1)", x => x.Logs.GetLogEventsAsync(new() { LogGroupName = "g", LogStreamName = "s" })),
        ("describe the service (App Runner, JSON 1.0)", x => x.AppRunner.DescribeServiceAsync(new() { ServiceArn = "arn:aws:apprunner:::service/x" })),
        ("read the parameter (SSM, JSON 1.1)", x => x.Ssm.GetParameterAsync(new() { Name = "n" })),
        ("find out which AWS account this is (STS, Query)", x => x.Sts.GetCallerIdentityAsync(new())),
        ("look at the targets (ELB, Query)", x => x.ElasticLoadBalancing.DescribeTargetHealthAsync(new() { TargetGroupArn = "arn:aws:x" })),
        ("look at the database (RDS, Query)", x => x.Rds.DescribeDBInstancesAsync(new())),
        ("list the invalidations (CloudFront, REST-XML)", x => x.CloudFront.ListInvalidationsAsync(new() { DistributionId = "E1" })),
        ("list the bucket (S3, REST-XML)", x => x.S3.ListObjectsV2Async(new() { BucketName = "bucket" })),
        ("write the object (S3)", x => x.S3.PutObjectAsync(new() { BucketName = "bucket", Key = "k", ContentBody = "text" })),
        ("delete the object (S3)", x => x.S3.DeleteObjectAsync("bucket", "k")),
        (GetObject, async x =>
        {
            using var answer = await x.S3.GetObjectAsync("bucket", "k");
            await answer.ResponseStream.CopyToAsync(Stream.Null);
        }),
    ];

    private const string GetObject = "read the object (S3)";

    [Theory]
    [InlineData(HostileAnswer.Nothing, "127.0.0.1 sent no answer within 0.2 s.")]
    [InlineData(HostileAnswer.HalfAHead, "127.0.0.1 sent no answer within 0.2 s.")]
    [InlineData(HostileAnswer.EndlessHead, "127.0.0.1 sent more headers than an answer may have.")]
    [InlineData(HostileAnswer.HalfABody, "127.0.0.1 fell silent: less than 1024 bytes came through in 0.2 s.")]
    [InlineData(HostileAnswer.EndlessBody, "127.0.0.1 sent more than 1000000 bytes, which is the most that such an answer may have.")]
    public async Task Whatever_it_does_ends_in_a_sentence_that_names_it_and_what_was_asked(HostileAnswer answer, string why)
    {
        await using var peer = HostilePeer.Of(answer);
        using var aws = Clients(peer.Url, Limits(answer));

        var ends = Asked
            .Where(x => answer is not (HostileAnswer.HalfABody or HostileAnswer.EndlessBody) || HasDocument(x.Operation, answer))
            .Select(async x => (x.Operation, Explained: await ErrorAsync(x.Operation, x.Ask(aws))));
        foreach (var (operation, explained) in await Task.WhenAll(ends))
        {
            explained.What.ShouldBe($"Could not {operation}.");
            explained.Why.ShouldBe($"The endpoint could not be reached: {why}", operation);
            explained.Next.ShouldContain("AWS_ENDPOINT_URL", Case.Sensitive, operation);
        }
    }

    [Fact]
    public async Task An_object_may_have_any_size_and_whoever_reads_it_says_how_much_he_takes()
    {
        await using var peer = HostilePeer.Of(HostileAnswer.EndlessBody);
        using var aws = Clients(peer.Url, Limits(HostileAnswer.EndlessBody));

        using var answer = await aws.S3.GetObjectAsync(new GetObjectRequest { BucketName = "bucket", Key = "k", VersionId = "v" }).WaitAsync(Guard);
        await answer.ResponseStream.ReadExactlyAsync(new byte[5_000_000]).AsTask().WaitAsync(Guard);
    }

    [Fact]
    public async Task One_that_says_nothing_or_too_much_is_asked_three_times_as_the_SDK_does_and_no_more()
    {
        (await CountAsync(HostileAnswer.Nothing)).ShouldBe(3);
        (await CountAsync(HostileAnswer.EndlessBody)).ShouldBe(3);

        static async Task<int> CountAsync(HostileAnswer answer)
        {
            var asked = 0;
            await using var peer = HostilePeer.Of(answer);
            using var aws = Clients(peer.Url, Limits(answer), x => new Counting(x, () => asked++));
            await ErrorAsync("ask", aws.Sts.GetCallerIdentityAsync(new()));
            return asked;
        }
    }

    [Fact]
    public void Also_the_clients_that_the_SDK_makes_by_itself_have_limits()
    {
        using var aws = Clients(new Uri("http://127.0.0.1:9"), limits: null);

        Amazon.AWSConfigs.HttpClientFactory.ShouldBeOfType<HandledHttpClientFactory>();
        using var http = Amazon.AWSConfigs.HttpClientFactory.CreateHttpClient(new Amazon.SecurityToken.AmazonSecurityTokenServiceConfig());
        http.Timeout.ShouldBe(Timeout.InfiniteTimeSpan);
    }

    /// <summary>Whether the body is read: the SDK reads none of a write or a deletion that went well, and that of an object may have any size.</summary>
    private static bool HasDocument(string operation, HostileAnswer answer) => operation == GetObject
        ? answer == HostileAnswer.HalfABody
        : !operation.StartsWith("write", StringComparison.Ordinal) && !operation.StartsWith("delete", StringComparison.Ordinal);

    /// <summary>Only the limit that is to be passed is short: on a busy machine no other is met first.</summary>
    private static HttpLimits Limits(HostileAnswer answer) => HttpLimits.Default with
    {
        Answer = answer is HostileAnswer.Nothing or HostileAnswer.HalfAHead ? Short : Long,
        Silence = answer == HostileAnswer.HalfABody ? Short : Long,
        LargestBody = 1_000_000,
    };

    private static async Task<FairleadException> ErrorAsync(string operation, Task asking)
    {
        var error = await Should.ThrowAsync<Exception>(asking.WaitAsync(Guard));
        error.ShouldNotBeOfType<TimeoutException>($"It would have waited for ever to {operation}.");
        return AwsErrors.Explain(error, operation);
    }

    private static AwsClients Clients(Uri url, HttpLimits? limits, Func<HttpMessageHandler, HttpMessageHandler>? handler = null) => new(new AwsOptions
    {
        Region = "us-east-1",
        EndpointUrl = url,
        Credentials = new BasicAWSCredentials("AKIA", "secret"),
        Limits = limits,
        Handler = handler,
    });

    private sealed class Counting(HttpMessageHandler inner, Action sent) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            sent();
            return base.SendAsync(request, cancellationToken);
        }
    }
}
