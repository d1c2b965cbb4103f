using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>The service after the change.</summary>
public sealed class UpdateServiceResponse : AmazonWebServiceResponse
{
    public Service? Service { get; set; }
}
