using Amazon.Runtime;

namespace Amazon.AppRunner.Model;

/// <summary>A page of operations.</summary>
public sealed class ListOperationsResponse : AmazonWebServiceResponse
{
    /// <summary>Newest first.</summary>
    public List<OperationSummary>? OperationSummaryList { get; set; }

    public string? NextToken { get; set; }
}
