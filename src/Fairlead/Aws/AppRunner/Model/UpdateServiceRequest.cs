using Amazon.Runtime;

namespace Amazon.AppRunner.Model;

/// <summary>Changes a service; what is not named stays.</summary>
public sealed class UpdateServiceRequest : AmazonWebServiceRequest
{
    public string? ServiceArn { get; set; }

    public SourceConfiguration? SourceConfiguration { get; set; }
}
