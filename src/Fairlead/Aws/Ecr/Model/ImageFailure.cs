namespace Amazon.ECR.Model;

/// <summary>An image that was not found.</summary>
public sealed class ImageFailure
{
    public ImageIdentifier? ImageId { get; set; }

    public ImageFailureCode? FailureCode { get; set; }

    public string? FailureReason { get; set; }
}
