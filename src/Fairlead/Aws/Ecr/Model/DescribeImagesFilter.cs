namespace Amazon.ECR.Model;

/// <summary>Restricts images by whether they are tagged.</summary>
public sealed class DescribeImagesFilter
{
    public TagStatus? TagStatus { get; set; }
}
