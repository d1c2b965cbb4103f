using Amazon.CloudFront;
using Amazon.CloudFront.Model;
using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using Amazon.ECR;
using Amazon.ECR.Model;
using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using Amazon.RDS;
using Amazon.RDS.Model;
using Amazon.Runtime;
using Fairlead.Aws;
using Fairlead.Aws.Pipeline;
using Fairlead.Node;
using Fairlead.Services;
using Fairlead.Services.AppRunner;
using Fairlead.Testing.Fuzzing;
using Task = System.Threading.Tasks.Task;

namespace Fairlead.Tests.Fuzz;

/// <summary>What AWS, services and package.json say.</summary>
internal static class ServiceTargets
{
    private const string Failure = """{"__type":"com.amazonaws.ecs#ClusterNotFoundException","message":"Cluster not found."}""";

    private const string XmlFailure =
        "<ErrorResponse><Error><Type>Sender</Type><Code>NoSuchDistribution</Code><Message>no</Message></Error><RequestId>1</RequestId></ErrorResponse>";

    public static IReadOnlyList<FuzzTarget> All
    => [
        Answer(
            "DescribeServices",
            x => new AmazonECSClient(Credentials, With(new AmazonECSConfig(), x)),
            (x, c) => x.DescribeServicesAsync(new DescribeServicesRequest { Services = ["shop"] }, c),
            """
            {"services":[{"serviceArn":"arn","serviceName":"shop","status":"ACTIVE","desiredCount":1,"runningCount":1,"createdAt":1795262400.123,
             "deployments":[{"id":"ecs-svc/1","status":"PRIMARY","rolloutState":"COMPLETED","createdAt":1795262400,"updatedAt":"2026-11-21T12:00:00Z"}],
             "events":[{"id":"1","createdAt":1795262400,"message":"(service shop) has reached a steady state."}]}],"failures":[]}
            """),
        Answer(
            "DescribeTaskDefinition",
            x => new AmazonECSClient(Credentials, With(new AmazonECSConfig(), x)),
            (x, c) => x.DescribeTaskDefinitionAsync(new DescribeTaskDefinitionRequest { TaskDefinition = "shop" }, c),
            """
            {"taskDefinition":{"family":"shop","revision":3,"containerDefinitions":[{"name":"api","image":"a","environment":[{"name":"A","value":"b"}],
             "unknown":{"a":[1]}}],"requiresCompatibilities":["FARGATE"],"cpu":"256","registeredAt":1795262400.5},"tags":[]}
            """),
        Answer(
            "DescribeImages",
            x => new AmazonECRClient(Credentials, With(new AmazonECRConfig(), x)),
            (x, c) => x.DescribeImagesAsync(new DescribeImagesRequest { RepositoryName = "shop" }, c),
            """{"imageDetails":[{"imageDigest":"sha256:1","imageTags":["a"],"imageSizeInBytes":12,"imagePushedAt":1795262400.0}],"nextToken":"a"}"""),
        Answer(
            "GetLogEvents",
            x => new AmazonCloudWatchLogsClient(Credentials, With(new AmazonCloudWatchLogsConfig(), x)),
            (x, c) => x.GetLogEventsAsync(new GetLogEventsRequest { LogGroupName = "g", LogStreamName = "s" }, c),
            """{"events":[{"timestamp":1795262400000,"message":"started","ingestionTime":1795262400001}],"nextForwardToken":"f/1"}"""),
        Answer(
            "GetInvalidation",
            x => new AmazonCloudFrontClient(Credentials, With(new AmazonCloudFrontConfig(), x)),
            (x, c) => x.GetInvalidationAsync(new GetInvalidationRequest { DistributionId = "E1", Id = "I1" }, c),
            """
            <?xml version="1.0"?>
            <Invalidation xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Id>I1</Id><Status>Completed</Status><CreateTime>2026-11-21T12:00:00.000Z</CreateTime>
            <InvalidationBatch><Paths><Quantity>1</Quantity><Items><Path>/*</Path></Items></Paths><CallerReference>a</CallerReference></InvalidationBatch></Invalidation>
            """),
        Answer(
            "DescribeTargetHealth",
            x => new AmazonElasticLoadBalancingV2Client(Credentials, With(new AmazonElasticLoadBalancingV2Config(), x)),
            (x, c) => x.DescribeTargetHealthAsync(new DescribeTargetHealthRequest { TargetGroupArn = "arn" }, c),
            """
            <DescribeTargetHealthResponse xmlns="http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/"><DescribeTargetHealthResult><TargetHealthDescriptions>
            <member><Target><Id>10.0.0.1</Id><Port>8080</Port></Target><TargetHealth><State>unhealthy</State><Reason>Target.Timeout</Reason></TargetHealth></member>
            </TargetHealthDescriptions></DescribeTargetHealthResult></DescribeTargetHealthResponse>
            """),
        Answer(
            "DescribeDBSnapshots",
            x => new AmazonRDSClient(Credentials, With(new AmazonRDSConfig(), x)),
            (x, c) => x.DescribeDBSnapshotsAsync(new DescribeDBSnapshotsRequest { DBSnapshotIdentifier = "s" }, c),
            """
            <DescribeDBSnapshotsResponse xmlns="http://rds.amazonaws.com/doc/2014-10-31/"><DescribeDBSnapshotsResult><DBSnapshots><DBSnapshot>
            <DBSnapshotIdentifier>s</DBSnapshotIdentifier><Status>creating</Status><PercentProgress>60</PercentProgress>
            <SnapshotCreateTime>2026-11-21T12:00:00Z</SnapshotCreateTime></DBSnapshot></DBSnapshots></DescribeDBSnapshotsResult></DescribeDBSnapshotsResponse>
            """),
        Answer(
            "A refusal in JSON",
            x => new AmazonECSClient(Credentials, With(new AmazonECSConfig(), x, System.Net.HttpStatusCode.BadRequest)),
            (x, c) => x.DescribeServicesAsync(new DescribeServicesRequest(), c),
            Failure) with { RefusesAll = true },
        Answer(
            "A refusal in XML",
            x => new AmazonCloudFrontClient(Credentials, With(new AmazonCloudFrontConfig(), x, System.Net.HttpStatusCode.NotFound)),
            (x, c) => x.GetInvalidationAsync(new GetInvalidationRequest { DistributionId = "E1", Id = "I1" }, c),
            XmlFailure) with { RefusesAll = true },
        FuzzTarget.Utf8(
            "ServedVersion",
            x =>
            {
                using var http = new HttpClient(AnsweringHandler.With(x, "application/json"));
                new ServedVersion(http, TimeProvider.System)
                    .AskAsync(new ServedVersionOptions { HealthUrl = new Uri("http://shop.example.com/health") }, CancellationToken.None)
                    .GetAwaiter().GetResult();
            },
            """{"status":"ok","release":"20261121-101502-6cef224"}"""),
        FuzzTarget.Text(
            "EcrImage",
            x => EcrImage.Parse(x),
            "123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop:a@sha256:1111111111111111111111111111111111111111111111111111111111111111",
            "localhost:4510/shop@sha256:1"),
        FuzzTarget.Text(
            "AppRunnerRevision",
            x =>
            {
                var revision = AppRunnerRevision.Parse(x);
                AppRunnerRevision.Parse(revision.ToString()).ShouldBe(revision);
            },
            "123456789012.dkr.ecr.us-east-1.amazonaws.com/shop@sha256:1;release=20260101T000000Z-0123abc;commit=0123abc",
            "a").RefusesWith<FairleadException>(),
        FuzzTarget.Text(
            "NodeVersionRange",
            x =>
            {
                var range = NodeVersionRange.Parse(x);
                range.Contains(new NodeVersion(20, 19, 0)).ShouldBe(NodeVersionRange.Parse(range.ToString()).Contains(new NodeVersion(20, 19, 0)));
            },
            ">=20.19 <23 || ^24.1.2 || ~18",
            "20 - 22",
            "v20.x",
            "=20.19.0").RefusesWith<FormatException>() with { MemoryPerByte = 1024 },
        FuzzTarget.Text(
            "NodeVersion",
            x =>
            {
                if (NodeVersion.TryParse(x, out var version))
                {
                    NodeVersion.TryParse(version.ToString(), out var again).ShouldBeTrue();
                    again.ShouldBe(version);
                }
            },
            "v20.19.0"),
        FuzzTarget.File("package.json", "package.json", ReadEngines, """{"name":"shop","engines":{"node":">=20.19 <23","npm":"*"}}""")
            .RefusesWith<FairleadException>(),
    ];

    private static readonly BasicAWSCredentials Credentials = new("AKIDEXAMPLE", "secret");

    /// <summary>An operation, whose failures are told in the words of <see cref="AwsErrors"/>.</summary>
    private static FuzzTarget Answer<TClient>(string name, Func<byte[], TClient> client, Func<TClient, CancellationToken, Task> ask, params string[] seeds)
        where TClient : IDisposable => FuzzTarget.Utf8(
            name,
            x =>
            {
                using var made = client(x);
                try
                {
                    ask(made, CancellationToken.None).GetAwaiter().GetResult();
                }
                catch (Exception exception) when (exception is AmazonClientException or AmazonServiceException)
                {
                    throw AwsErrors.Explain(exception, "look");
                }
            },
            seeds).RefusesWith<FairleadException>();

    private static T With<T>(T config, byte[] answer, System.Net.HttpStatusCode status = System.Net.HttpStatusCode.OK)
        where T : ServiceConfig
    {
        config.ServiceURL = "http://aws.example.com";
        config.AuthenticationRegion = "eu-central-1";
        config.MaxErrorRetry = 0;
        config.HttpClientFactory = new HandledHttpClientFactory(_ => AnsweringHandler.With(
            answer, answer is [(byte)'<', ..] ? "text/xml" : "application/x-amz-json-1.1", status));
        return config;
    }

    private static void ReadEngines(string file)
    {
        var directory = Path.GetDirectoryName(file)!;
        var options = new NodeOptions { PackageDirectory = directory, InstallDirectory = directory };
        var reporter = new RecordingReporter();
        new NodeLocator(options, new NodeDownload(reporter), reporter).ReadEnginesAsync(CancellationToken.None).GetAwaiter().GetResult();
    }
}
