using Amazon.Runtime;

namespace Amazon.ECR.Model;

/// <summary>A page of images.</summary>
public sealed class DescribeImagesResponse : AmazonWebServiceResponse
{
    public List<ImageDetail>? ImageDetails { get; set; }

    public string? NextToken { get; set; }
}
