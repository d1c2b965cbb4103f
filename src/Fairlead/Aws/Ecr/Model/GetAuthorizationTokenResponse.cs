using Amazon.Runtime;

namespace Amazon.ECR.Model;

/// <summary>Registry passwords.</summary>
public sealed class GetAuthorizationTokenResponse : AmazonWebServiceResponse
{
    public List<AuthorizationData>? AuthorizationData { get; set; }
}
