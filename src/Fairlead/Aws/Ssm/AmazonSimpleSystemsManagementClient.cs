using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Fairlead.Aws.Pipeline;
using Amazon.SimpleSystemsManagement.Model;

namespace Amazon.SimpleSystemsManagement;

/// <summary>The operations of AWS Systems Manager that a deploy needs, named as in the vendor's package so that the package can take this one's place. Safe for use by several threads.</summary>
public sealed class AmazonSimpleSystemsManagementClient : ServiceClient
{
    private const string Name = "Amazon.SimpleSystemsManagement";
    private const string Target = "AmazonSSM.";

    private static readonly InvokeOptions DescribeInstanceInformation = JsonOperation.Create(Name, Target + "DescribeInstanceInformation", SsmJson.Default.DescribeInstanceInformationRequest, SsmJson.Default.DescribeInstanceInformationResponse, SsmErrors.From);

    private static readonly InvokeOptions GetCommandInvocation = JsonOperation.Create(Name, Target + "GetCommandInvocation", SsmJson.Default.GetCommandInvocationRequest, SsmJson.Default.GetCommandInvocationResponse, SsmErrors.From);

    private static readonly InvokeOptions ListCommandInvocations = JsonOperation.Create(Name, Target + "ListCommandInvocations", SsmJson.Default.ListCommandInvocationsRequest, SsmJson.Default.ListCommandInvocationsResponse, SsmErrors.From);

    private static readonly InvokeOptions ListCommands = JsonOperation.Create(Name, Target + "ListCommands", SsmJson.Default.ListCommandsRequest, SsmJson.Default.ListCommandsResponse, SsmErrors.From);

    private static readonly InvokeOptions SendCommand = JsonOperation.Create(Name, Target + "SendCommand", SsmJson.Default.SendCommandRequest, SsmJson.Default.SendCommandResponse, SsmErrors.From);

    /// <summary>Takes credentials from the SDK's default chain.</summary>
    public AmazonSimpleSystemsManagementClient(AmazonSimpleSystemsManagementConfig config)
        : base(config)
    {
    }

    public AmazonSimpleSystemsManagementClient(AWSCredentials credentials, AmazonSimpleSystemsManagementConfig config)
        : base(credentials, config)
    {
    }

    /// <summary>Lists managed instances, a page at a time.</summary>
    /// <exception cref="AmazonSimpleSystemsManagementException">The service refused.</exception>
    public Task<DescribeInstanceInformationResponse> DescribeInstanceInformationAsync(DescribeInstanceInformationRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeInstanceInformationResponse>(request, DescribeInstanceInformation, cancellationToken);

    /// <summary>Describes a command on one instance, with what it wrote.</summary>
    /// <exception cref="AmazonSimpleSystemsManagementException">The service refused.</exception>
    public Task<GetCommandInvocationResponse> GetCommandInvocationAsync(GetCommandInvocationRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetCommandInvocationResponse>(request, GetCommandInvocation, cancellationToken);

    /// <summary>Lists what became of a command on each instance, a page at a time.</summary>
    /// <exception cref="AmazonSimpleSystemsManagementException">The service refused.</exception>
    public Task<ListCommandInvocationsResponse> ListCommandInvocationsAsync(ListCommandInvocationsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListCommandInvocationsResponse>(request, ListCommandInvocations, cancellationToken);

    /// <summary>Lists commands, newest first, a page at a time.</summary>
    /// <exception cref="AmazonSimpleSystemsManagementException">The service refused.</exception>
    public Task<ListCommandsResponse> ListCommandsAsync(ListCommandsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListCommandsResponse>(request, ListCommands, cancellationToken);

    /// <summary>Runs a command on instances.</summary>
    /// <exception cref="AmazonSimpleSystemsManagementException">The service refused.</exception>
    public Task<SendCommandResponse> SendCommandAsync(SendCommandRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<SendCommandResponse>(request, SendCommand, cancellationToken);
}
