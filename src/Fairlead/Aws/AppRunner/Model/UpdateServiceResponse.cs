using Amazon.Runtime;

namespace Amazon.AppRunner.Model;

/// <summary>The service after the change, and the operation that carries it out.</summary>
public sealed class UpdateServiceResponse : AmazonWebServiceResponse
{
    public Service? Service { get; set; }

    public string? OperationId { get; set; }
}
