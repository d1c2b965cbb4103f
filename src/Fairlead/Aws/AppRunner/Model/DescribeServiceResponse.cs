using Amazon.Runtime;

namespace Amazon.AppRunner.Model;

/// <summary>One service.</summary>
public sealed class DescribeServiceResponse : AmazonWebServiceResponse
{
    public Service? Service { get; set; }
}
