using System.Xml.Linq;
using Amazon.CloudFront;
using Amazon.CloudFront.Model;
using Amazon.CloudWatchLogs.Model;
using Amazon.ECR;
using Amazon.ECR.Model;
using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.Runtime;
using Amazon.S3.Model;
using Amazon.SecurityToken.Model;
using Fairlead.Aws;
using Task = System.Threading.Tasks.Task;

namespace Fairlead.IntegrationTests.Aws;

/// <summary>The clients against moto, which parses requests with the vendor's own service models.</summary>
[Trait("Category", "Integration")]
public sealed class MotoTests
{
    [ToolFact("moto_server")]
    public async Task Every_client_is_understood()
    {
        var port = FreePort.Next();
        using var moto = await ServerProcess.StartAsync("moto_server", ["-H", "127.0.0.1", "-p", $"{port}"], "Running on");
        using var clients = new AwsClients(new AwsOptions
        {
            Region = "eu-central-1",
            EndpointUrl = new Uri($"http://127.0.0.1:{port}"),
            Credentials = new BasicAWSCredentials("AKIDEXAMPLE", "secret"),
        });

        (await clients.Sts.GetCallerIdentityAsync(new GetCallerIdentityRequest())).Account.ShouldBe("123456789012");
        await S3Async(clients);
        await EcsAsync(clients);
        await EcrAsync(clients);
        await ErrorsAsync(clients);
        await CloudFrontAsync(clients, new Uri($"http://127.0.0.1:{port}"));
    }

    private static async Task S3Async(AwsClients clients)
    {
        await clients.S3.PutBucketAsync(new PutBucketRequest { BucketName = "fairlead-bucket", BucketRegionName = "eu-central-1" });
        await clients.S3.PutObjectAsync(new PutObjectRequest { BucketName = "fairlead-bucket", Key = "a", ContentBody = "b" });
        (await clients.S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = "fairlead-bucket" })).S3Objects.ShouldHaveSingleItem().Key.ShouldBe("a");
    }

    private static async Task EcsAsync(AwsClients clients)
    {
        var registered = await clients.Ecs.RegisterTaskDefinitionAsync(new RegisterTaskDefinitionRequest
        {
            Family = "shop",
            ContainerDefinitions = [new ContainerDefinition
            {
                Name = "api",
                Image = "repo@sha256:1",
                Memory = 128,
                Essential = true,
                Environment = [new() { Name = "A", Value = "1" }]
            }],
            Tags = [new Amazon.ECS.Model.Tag { Key = "k", Value = "v" }],
        });
        registered.TaskDefinition!.Revision.ShouldBe(1);
        var described = await clients.Ecs.DescribeTaskDefinitionAsync(new DescribeTaskDefinitionRequest { TaskDefinition = "shop", Include = ["TAGS"] });
        described.TaskDefinition!.ContainerDefinitions!.ShouldHaveSingleItem().Environment!.ShouldHaveSingleItem().Value.ShouldBe("1");
        described.Tags!.ShouldHaveSingleItem().Value.ShouldBe("v");
    }

    private static async Task EcrAsync(AwsClients clients)
    {
        (await clients.Ecr.GetAuthorizationTokenAsync(new GetAuthorizationTokenRequest())).AuthorizationData!
            .ShouldHaveSingleItem().AuthorizationToken
            .ShouldNotBeNullOrEmpty();
        (await clients.Ecr.DescribeRepositoriesAsync(new DescribeRepositoriesRequest())).Repositories.ShouldBeEmpty();
        (await Should.ThrowAsync<AmazonECRException>(() => clients.Ecr.DescribeImagesAsync(new DescribeImagesRequest
        {
            RepositoryName = "nowhere"
        }))).ErrorCode.ShouldBe("RepositoryNotFoundException");
    }

    private static async Task ErrorsAsync(AwsClients clients)
    {
        (await Should.ThrowAsync<AmazonECSException>(() => clients.Ecs.DescribeServicesAsync(new DescribeServicesRequest
        {
            Cluster = "nowhere",
            Services = ["s"]
        }))).ErrorCode.ShouldBe("ClusterNotFoundException");
        (await Should.ThrowAsync<AmazonECSException>(() => clients.Ecs.UpdateServiceAsync(new UpdateServiceRequest
        {
            Cluster = "nowhere",
            Service = "s",
            DesiredCount = 1
        }))).ErrorCode.ShouldBe("ClusterNotFoundException");
        await Should.ThrowAsync<ResourceNotFoundException>(() => clients.Logs.GetLogEventsAsync(new GetLogEventsRequest
        {
            LogGroupName = "g",
            LogStreamName = "s",
            Limit = 30
        }));
        await Should.ThrowAsync<ResourceNotFoundException>(() => clients.Logs.FilterLogEventsAsync(new FilterLogEventsRequest
        {
            LogGroupName = "g",
            StartTime = DateTime.UtcNow.AddHours(-1)
        }));
        (await Should.ThrowAsync<AmazonCloudFrontException>(() => clients.CloudFront.GetInvalidationAsync(new GetInvalidationRequest
        {
            DistributionId = "nowhere",
            Id = "I1"
        }))).ErrorCode.ShouldBe("NoSuchDistribution");
        await Should.ThrowAsync<Amazon.ElasticLoadBalancingV2.AmazonElasticLoadBalancingV2Exception>(() =>
            clients.ElasticLoadBalancing.DescribeTargetHealthAsync(new()
            {
                TargetGroupArn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/x/1"
            }));
    }

    private static async Task CloudFrontAsync(AwsClients clients, Uri moto)
    {
        var id = await CreateDistributionAsync(moto);
        var created = await clients.CloudFront.CreateInvalidationAsync(new CreateInvalidationRequest
        {
            DistributionId = id,
            InvalidationBatch = new InvalidationBatch { CallerReference = "r-1", Paths = new Paths { Quantity = 2, Items = ["/index.html", "/a&b/*"] } },
        });
        created.Invalidation!.InvalidationBatch!.Paths!.Items.ShouldBe(["/index.html", "/a&b/*"]);
        var read = await clients.CloudFront.GetInvalidationAsync(new GetInvalidationRequest { DistributionId = id, Id = created.Invalidation.Id });
        read.Invalidation!.InvalidationBatch!.CallerReference.ShouldBe("r-1");
        (await clients.CloudFront.ListInvalidationsAsync(new ListInvalidationsRequest { DistributionId = id })).InvalidationList!.Items!
            .ShouldHaveSingleItem().Id
            .ShouldBe(created.Invalidation.Id);
    }

    // The library never makes a distribution, so its client cannot. moto finds the service by the credential scope and checks no signature.
    private static async Task<string> CreateDistributionAsync(Uri moto)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(moto, "/2020-05-31/distribution"))
        {
            Content = new StringContent("""
                <DistributionConfig xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><CallerReference>c</CallerReference><Comment>x</Comment><Enabled>true</Enabled>
                <Origins><Quantity>1</Quantity><Items><Origin><Id>o</Id><DomainName>b.s3.amazonaws.com</DomainName><S3OriginConfig><OriginAccessIdentity></OriginAccessIdentity></S3OriginConfig></Origin></Items></Origins>
                <DefaultCacheBehavior><TargetOriginId>o</TargetOriginId><ViewerProtocolPolicy>allow-all</ViewerProtocolPolicy></DefaultCacheBehavior></DistributionConfig>
                """),
        };
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=a/20260101/us-east-1/cloudfront/aws4_request, SignedHeaders=host, Signature=0");
        using var response = await http.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue(body);
        return XDocument.Parse(body).Root!.Elements().First(element => element.Name.LocalName == "Id").Value;
    }
}
