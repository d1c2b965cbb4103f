using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Fairlead.Aws.Pipeline;
using Amazon.ECS.Model;

namespace Amazon.ECS;

/// <summary>The operations of Amazon ECS that a deploy needs, named as in the vendor's package so that the package can take this one's place. Safe for use by several threads.</summary>
public sealed class AmazonECSClient : ServiceClient
{
    private const string Name = "Amazon.ECS";
    private const string Target = "AmazonEC2ContainerServiceV20141113.";

    private static readonly InvokeOptions DescribeClusters = JsonOperation.Create(Name, Target + "DescribeClusters", EcsJson.Default.DescribeClustersRequest, EcsJson.Default.DescribeClustersResponse, EcsErrors.From);

    private static readonly InvokeOptions DescribeTaskDefinition = JsonOperation.Create(Name, Target + "DescribeTaskDefinition", EcsJson.Default.DescribeTaskDefinitionRequest, EcsJson.Default.DescribeTaskDefinitionResponse, EcsErrors.From);

    private static readonly InvokeOptions RegisterTaskDefinition = JsonOperation.Create(Name, Target + "RegisterTaskDefinition", EcsJson.Default.RegisterTaskDefinitionRequest, EcsJson.Default.RegisterTaskDefinitionResponse, EcsErrors.From);

    private static readonly InvokeOptions ListTaskDefinitions = JsonOperation.Create(Name, Target + "ListTaskDefinitions", EcsJson.Default.ListTaskDefinitionsRequest, EcsJson.Default.ListTaskDefinitionsResponse, EcsErrors.From);

    private static readonly InvokeOptions DescribeServices = JsonOperation.Create(Name, Target + "DescribeServices", EcsJson.Default.DescribeServicesRequest, EcsJson.Default.DescribeServicesResponse, EcsErrors.From);

    private static readonly InvokeOptions UpdateService = JsonOperation.Create(Name, Target + "UpdateService", EcsJson.Default.UpdateServiceRequest, EcsJson.Default.UpdateServiceResponse, EcsErrors.From);

    private static readonly InvokeOptions RunTask = JsonOperation.Create(Name, Target + "RunTask", EcsJson.Default.RunTaskRequest, EcsJson.Default.RunTaskResponse, EcsErrors.From);

    private static readonly InvokeOptions DescribeTasks = JsonOperation.Create(Name, Target + "DescribeTasks", EcsJson.Default.DescribeTasksRequest, EcsJson.Default.DescribeTasksResponse, EcsErrors.From);

    private static readonly InvokeOptions ListTasks = JsonOperation.Create(Name, Target + "ListTasks", EcsJson.Default.ListTasksRequest, EcsJson.Default.ListTasksResponse, EcsErrors.From);

    private static readonly InvokeOptions StopTask = JsonOperation.Create(Name, Target + "StopTask", EcsJson.Default.StopTaskRequest, EcsJson.Default.StopTaskResponse, EcsErrors.From);

    /// <summary>Takes credentials from the SDK's default chain.</summary>
    public AmazonECSClient(AmazonECSConfig config)
        : base(config)
    {
    }

    public AmazonECSClient(AWSCredentials credentials, AmazonECSConfig config)
        : base(credentials, config)
    {
    }

    /// <summary>Describes clusters.</summary>
    /// <exception cref="AmazonECSException">The service refused.</exception>
    public Task<DescribeClustersResponse> DescribeClustersAsync(DescribeClustersRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeClustersResponse>(request, DescribeClusters, cancellationToken);

    /// <summary>Describes a task definition.</summary>
    /// <exception cref="AmazonECSException">The service refused.</exception>
    public Task<DescribeTaskDefinitionResponse> DescribeTaskDefinitionAsync(DescribeTaskDefinitionRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeTaskDefinitionResponse>(request, DescribeTaskDefinition, cancellationToken);

    /// <summary>Registers a revision of a task definition.</summary>
    /// <exception cref="AmazonECSException">The service refused.</exception>
    public Task<RegisterTaskDefinitionResponse> RegisterTaskDefinitionAsync(RegisterTaskDefinitionRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<RegisterTaskDefinitionResponse>(request, RegisterTaskDefinition, cancellationToken);

    /// <summary>Lists revisions of task definitions, a page at a time.</summary>
    /// <exception cref="AmazonECSException">The service refused.</exception>
    public Task<ListTaskDefinitionsResponse> ListTaskDefinitionsAsync(ListTaskDefinitionsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListTaskDefinitionsResponse>(request, ListTaskDefinitions, cancellationToken);

    /// <summary>Describes at most 10 services.</summary>
    /// <exception cref="AmazonECSException">The service refused.</exception>
    public Task<DescribeServicesResponse> DescribeServicesAsync(DescribeServicesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeServicesResponse>(request, DescribeServices, cancellationToken);

    /// <summary>Changes a service.</summary>
    /// <exception cref="AmazonECSException">The service refused.</exception>
    public Task<UpdateServiceResponse> UpdateServiceAsync(UpdateServiceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateServiceResponse>(request, UpdateService, cancellationToken);

    /// <summary>Starts a task.</summary>
    /// <exception cref="AmazonECSException">The service refused.</exception>
    public Task<RunTaskResponse> RunTaskAsync(RunTaskRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<RunTaskResponse>(request, RunTask, cancellationToken);

    /// <summary>Describes at most 100 tasks.</summary>
    /// <exception cref="AmazonECSException">The service refused.</exception>
    public Task<DescribeTasksResponse> DescribeTasksAsync(DescribeTasksRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeTasksResponse>(request, DescribeTasks, cancellationToken);

    /// <summary>Lists tasks, a page at a time.</summary>
    /// <exception cref="AmazonECSException">The service refused.</exception>
    public Task<ListTasksResponse> ListTasksAsync(ListTasksRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListTasksResponse>(request, ListTasks, cancellationToken);

    /// <summary>Stops a task.</summary>
    /// <exception cref="AmazonECSException">The service refused.</exception>
    public Task<StopTaskResponse> StopTaskAsync(StopTaskRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<StopTaskResponse>(request, StopTask, cancellationToken);
}
