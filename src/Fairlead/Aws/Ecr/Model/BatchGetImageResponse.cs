using Amazon.Runtime;

namespace Amazon.ECR.Model;

/// <summary>Manifests that were found, and those that were not.</summary>
public sealed class BatchGetImageResponse : AmazonWebServiceResponse
{
    public List<Image>? Images { get; set; }

    public List<ImageFailure>? Failures { get; set; }
}
