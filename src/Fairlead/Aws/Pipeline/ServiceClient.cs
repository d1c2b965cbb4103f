using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Fairlead.Aws.Pipeline;

/// <summary>A client on the SDK's own pipeline: its credentials, endpoints, signatures, retries, connections.</summary>
public abstract class ServiceClient : AmazonServiceClient
{
    private protected ServiceClient(ServiceConfig config)
        : base(config)
    {
    }

    private protected ServiceClient(AWSCredentials credentials, ServiceConfig config)
        : base(credentials, config)
    {
    }

    protected override IServiceMetadata ServiceMetadata => Facts;

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new ServiceEndpointResolver(Facts));
        pipeline.AddHandlerAfter<Marshaller>(new ServiceAuthSchemes());
    }

    // The base constructor already asks for these, so no field of this class could hold them.
    private ServiceFacts Facts => ((ServiceConfig)Config).Facts;
}
