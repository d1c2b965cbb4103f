using Amazon;
using Amazon.Runtime.Endpoints;

namespace Fairlead.Aws.Pipeline;

/// <summary>Decides host and signing scope of a service's calls, offline.</summary>
internal sealed class ServiceEndpointProvider(ServiceFacts service) : IEndpointProvider
{
    public Amazon.Runtime.Endpoints.Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var region = parameters["Region"] as string ?? "us-east-1";
        var partition = RegionEndpoint.GetBySystemName(region);
        var signingRegion = service.IsGlobal ? HomeRegion(region) : region;
        var url = parameters["Endpoint"] as string is { Length: > 0 } custom
            ? custom
            : $"https://{Host(parameters, partition, region, signingRegion)}";

        return new Amazon.Runtime.Endpoints.Endpoint(
            url,
            $$"""{"authSchemes":[{"name":"sigv4","signingName":"{{service.SigningName}}","signingRegion":"{{signingRegion}}"}]}""",
            "{}");
    }

    private string Host(EndpointParameters parameters, RegionEndpoint partition, string region, string homeRegion)
    {
        var fips = parameters["UseFIPS"] is true;
        var dualStack = parameters["UseDualStack"] is true;
        if (service.IsGlobal)
        {
            // https://docs.aws.amazon.com/general/latest/gr/cf_region.html: no region in the host, except in China.
            return partition.PartitionName == "aws-cn"
                ? $"{service.EndpointPrefix}.{homeRegion}.{partition.PartitionDnsSuffix}"
                : $"{service.EndpointPrefix}{(fips ? "-fips" : "")}.{partition.PartitionDnsSuffix}";
        }

        // https://docs.aws.amazon.com/general/latest/gr/ecr.html: ECR drops its "api." where a variant is asked for.
        var prefix = fips || dualStack ? service.SigningName : service.EndpointPrefix;
        var suffix = !dualStack ? partition.PartitionDnsSuffix : partition.PartitionName == "aws-cn" ? "api.amazonwebservices.com.cn" : "api.aws";
        return $"{prefix}{(fips ? "-fips" : "")}.{region}.{suffix}";
    }

    /// <summary>The region that a global service is signed for.</summary>
    public static string HomeRegion(string? region) => RegionEndpoint.GetBySystemName(region ?? "us-east-1").PartitionName switch
    {
        "aws-cn" => "cn-northwest-1",
        "aws-us-gov" => "us-gov-west-1",
        _ => "us-east-1",
    };
}
