using Amazon.Runtime;

namespace Amazon.ECR.Model;

/// <summary>Asks for a registry password.</summary>
public sealed class GetAuthorizationTokenRequest : AmazonWebServiceRequest
{
    public List<string>? RegistryIds { get; set; }
}
