using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Fairlead.Aws.Pipeline;

/// <summary>A client on the SDK's own pipeline: its credentials, endpoints, signatures, retries, connections.</summary>
public abstract class ServiceClient : AmazonServiceClient
{
    private readonly ServiceFacts _facts;

    private protected ServiceClient(ServiceConfig config)
        : base(config) => _facts = config.Facts;

    private protected ServiceClient(AWSCredentials credentials, ServiceConfig config)
        : base(credentials, config) => _facts = config.Facts;

    protected override IServiceMetadata ServiceMetadata => _facts;

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new ServiceEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new ServiceAuthSchemes());
    }
}
