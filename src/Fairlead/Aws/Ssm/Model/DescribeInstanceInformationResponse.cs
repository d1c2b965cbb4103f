using Amazon.Runtime;

namespace Amazon.SimpleSystemsManagement.Model;

/// <summary>A page of managed instances.</summary>
public sealed class DescribeInstanceInformationResponse : AmazonWebServiceResponse
{
    public List<InstanceInformation>? InstanceInformationList { get; set; }

    public string? NextToken { get; set; }
}
