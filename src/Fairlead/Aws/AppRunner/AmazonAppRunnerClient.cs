using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Fairlead.Aws.Pipeline;
using Amazon.AppRunner.Model;

namespace Amazon.AppRunner;

/// <summary>The operations of AWS App Runner that a deploy needs, named as in the vendor's package so that the package can take this one's place. Safe for use by several threads.</summary>
public sealed class AmazonAppRunnerClient : ServiceClient
{
    private const string Name = "Amazon.AppRunner";
    private const string Target = "AppRunner.";

    private static readonly InvokeOptions DescribeService = JsonOperation.Create(Name, Target + "DescribeService", AppRunnerJson.Default.DescribeServiceRequest, AppRunnerJson.Default.DescribeServiceResponse, AppRunnerErrors.From, "1.0");

    private static readonly InvokeOptions ListOperations = JsonOperation.Create(Name, Target + "ListOperations", AppRunnerJson.Default.ListOperationsRequest, AppRunnerJson.Default.ListOperationsResponse, AppRunnerErrors.From, "1.0");

    private static readonly InvokeOptions UpdateService = JsonOperation.Create(Name, Target + "UpdateService", AppRunnerJson.Default.UpdateServiceRequest, AppRunnerJson.Default.UpdateServiceResponse, AppRunnerErrors.From, "1.0");

    /// <summary>Takes credentials from the SDK's default chain.</summary>
    public AmazonAppRunnerClient(AmazonAppRunnerConfig config)
        : base(config)
    {
    }

    public AmazonAppRunnerClient(AWSCredentials credentials, AmazonAppRunnerConfig config)
        : base(credentials, config)
    {
    }

    /// <summary>Describes a service.</summary>
    /// <exception cref="AmazonAppRunnerException">The service refused.</exception>
    public Task<DescribeServiceResponse> DescribeServiceAsync(DescribeServiceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeServiceResponse>(request, DescribeService, cancellationToken);

    /// <summary>Lists what was and is done to a service, newest first, a page at a time.</summary>
    /// <exception cref="AmazonAppRunnerException">The service refused.</exception>
    public Task<ListOperationsResponse> ListOperationsAsync(ListOperationsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListOperationsResponse>(request, ListOperations, cancellationToken);

    /// <summary>Changes a service; that starts an operation.</summary>
    /// <exception cref="AmazonAppRunnerException">The service refused.</exception>
    public Task<UpdateServiceResponse> UpdateServiceAsync(UpdateServiceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateServiceResponse>(request, UpdateService, cancellationToken);
}
