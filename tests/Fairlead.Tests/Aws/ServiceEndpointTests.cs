using Amazon.CloudFront;
using Amazon.ECR;
using Amazon.ECS;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Fairlead.Aws.Pipeline;

namespace Fairlead.Tests.Aws;

[Collection(EnvironmentCollection.Name)]
public sealed class ServiceEndpointTests
{
    [Theory]
    [InlineData("ecs", "eu-central-1", false, false, "https://ecs.eu-central-1.amazonaws.com")]
    [InlineData("ecs", "cn-north-1", false, false, "https://ecs.cn-north-1.amazonaws.com.cn")]
    [InlineData("ecs", "us-east-1", true, false, "https://ecs-fips.us-east-1.amazonaws.com")]
    [InlineData("ecs", "us-east-1", false, true, "https://ecs.us-east-1.api.aws")]
    [InlineData("ecr", "eu-central-1", false, false, "https://api.ecr.eu-central-1.amazonaws.com")]
    [InlineData("ecr", "us-east-1", true, false, "https://ecr-fips.us-east-1.amazonaws.com")]
    [InlineData("cloudfront", "eu-central-1", false, false, "https://cloudfront.amazonaws.com")]
    [InlineData("cloudfront", "cn-north-1", false, false, "https://cloudfront.cn-northwest-1.amazonaws.com.cn")]
    public void Without_an_endpoint_URL_a_service_is_where_AWS_says(string service, string region, bool fips, bool dualStack, string expected)
    {
        ServiceConfig config = service switch
        {
            "ecs" => new AmazonECSConfig(),
            "ecr" => new AmazonECRConfig(),
            _ => new AmazonCloudFrontConfig(),
        };

        var endpoint = config.EndpointProvider.ResolveEndpoint(new EndpointParameters
        {
            ["Region"] = region,
            ["UseFIPS"] = fips,
            ["UseDualStack"] = dualStack
        });

        endpoint.URL.ShouldBe(expected);
    }

    [Fact]
    public async Task The_environment_can_name_one_services_endpoint()
    {
        await using var server = new LoopbackServer(_ => ScriptedResponse.Json("{}"));
        Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL_ECS", server.Url.AbsoluteUri);
        try
        {
            using var client = new AmazonECSClient(new BasicAWSCredentials("a", "b"), new AmazonECSConfig { RegionEndpoint = Amazon.RegionEndpoint.EUWest3 });

            await client.ListTasksAsync(new Amazon.ECS.Model.ListTasksRequest());
        }
        finally
        {
            Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL_ECS", null);
        }

        server.Requests.ShouldHaveSingleItem().Headers["Authorization"].ShouldContain("/eu-west-3/ecs/");
    }
}
