using Amazon.Runtime;

namespace Amazon.SimpleSystemsManagement.Model;

/// <summary>Asks for managed instances.</summary>
public sealed class DescribeInstanceInformationRequest : AmazonWebServiceRequest
{
    public List<InstanceInformationStringFilter>? Filters { get; set; }

    /// <summary>From 5 to 50.</summary>
    public int? MaxResults { get; set; }

    public string? NextToken { get; set; }
}
