using Amazon.Runtime;

namespace Amazon.ECR.Model;

/// <summary>The manifest that was written.</summary>
public sealed class PutImageResponse : AmazonWebServiceResponse
{
    public Image? Image { get; set; }
}
