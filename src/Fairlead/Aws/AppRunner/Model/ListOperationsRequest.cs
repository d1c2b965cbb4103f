using Amazon.Runtime;

namespace Amazon.AppRunner.Model;

/// <summary>Asks for the operations of one service.</summary>
public sealed class ListOperationsRequest : AmazonWebServiceRequest
{
    public string? ServiceArn { get; set; }

    /// <summary>At most 20.</summary>
    public int? MaxResults { get; set; }

    public string? NextToken { get; set; }
}
