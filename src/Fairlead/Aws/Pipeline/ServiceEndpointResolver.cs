using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util;

namespace Fairlead.Aws.Pipeline;

/// <summary>Hands the client's configuration to <see cref="ServiceEndpointProvider"/>.</summary>
internal sealed class ServiceEndpointResolver(ServiceFacts service) : BaseEndpointResolver
{
    protected override void PreInvoke(IExecutionContext executionContext)
    {
        base.PreInvoke(executionContext);
        if (service.IsGlobal)
        {
            // A configured signing region wins over the endpoint's, and a global service refuses every region but its own.
            var context = executionContext.RequestContext;
            context.Request.AuthenticationRegion = ServiceEndpointProvider.HomeRegion(Region(context.ClientConfig));
        }
    }

    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext)
    {
        var config = requestContext.ClientConfig;
        return new EndpointParameters
        {
            ["Region"] = Region(config),
            ["UseDualStack"] = config.UseDualstackEndpoint,
            ["UseFIPS"] = config.UseFIPSEndpoint,
            ["Endpoint"] = config.ServiceURL,
        };
    }

    private static string? Region(IClientConfig config)
    {
        if (!string.IsNullOrEmpty(config.AuthenticationRegion))
        {
            return config.AuthenticationRegion;
        }

        return config.RegionEndpoint?.SystemName
            ?? (string.IsNullOrEmpty(config.ServiceURL) ? null : AWSSDKUtils.DetermineRegion(config.ServiceURL));
    }
}
