using Amazon.Runtime;

namespace Amazon.AppRunner.Model;

/// <summary>Asks for one service.</summary>
public sealed class DescribeServiceRequest : AmazonWebServiceRequest
{
    public string? ServiceArn { get; set; }
}
