// Written by tools/AwsClientGenerator from ECS.json. Change that and run: dotnet run --project tools/AwsClientGenerator
#nullable enable

using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Fairlead.Aws.Pipeline;

namespace Amazon.ECS
{
    using Amazon.ECS.Model;

    /// <summary>The operations of Amazon ECS that are used here, named as in the vendor's package. Safe for use by several threads.</summary>
    public sealed class AmazonECSClient : ServiceClient
    {
        /// <summary>Takes credentials from the SDK's default chain.</summary>
        public AmazonECSClient(AmazonECSConfig config) : base(config)
        {
        }

        public AmazonECSClient(AWSCredentials credentials, AmazonECSConfig config) : base(credentials, config)
        {
        }

        /// <summary>Makes a revision inactive: what runs of it runs on, and nothing new is started.</summary>
        /// <exception cref="AmazonECSException">The service refused.</exception>
        public Task<DeregisterTaskDefinitionResponse> DeregisterTaskDefinitionAsync(DeregisterTaskDefinitionRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<DeregisterTaskDefinitionResponse>(
                request,
                JsonOperation.Create(AmazonECSConfig.Service, "DeregisterTaskDefinition", ECSJson.Default.DeregisterTaskDefinitionRequest, ECSJson.Default.DeregisterTaskDefinitionResponse, Error),
                cancellationToken);

        /// <summary>Describes a task definition.</summary>
        /// <exception cref="AmazonECSException">The service refused.</exception>
        public Task<DescribeTaskDefinitionResponse> DescribeTaskDefinitionAsync(DescribeTaskDefinitionRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<DescribeTaskDefinitionResponse>(
                request,
                JsonOperation.Create(AmazonECSConfig.Service, "DescribeTaskDefinition", ECSJson.Default.DescribeTaskDefinitionRequest, ECSJson.Default.DescribeTaskDefinitionResponse, Error),
                cancellationToken);

        /// <summary>Registers a revision of a task definition.</summary>
        /// <exception cref="AmazonECSException">The service refused.</exception>
        public Task<RegisterTaskDefinitionResponse> RegisterTaskDefinitionAsync(RegisterTaskDefinitionRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<RegisterTaskDefinitionResponse>(
                request,
                JsonOperation.Create(AmazonECSConfig.Service, "RegisterTaskDefinition", ECSJson.Default.RegisterTaskDefinitionRequest, ECSJson.Default.RegisterTaskDefinitionResponse, Error),
                cancellationToken);

        /// <summary>Describes at most 10 services.</summary>
        /// <exception cref="AmazonECSException">The service refused.</exception>
        public Task<DescribeServicesResponse> DescribeServicesAsync(DescribeServicesRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<DescribeServicesResponse>(
                request,
                JsonOperation.Create(AmazonECSConfig.Service, "DescribeServices", ECSJson.Default.DescribeServicesRequest, ECSJson.Default.DescribeServicesResponse, Error),
                cancellationToken);

        /// <summary>Changes a service.</summary>
        /// <exception cref="AmazonECSException">The service refused.</exception>
        public Task<UpdateServiceResponse> UpdateServiceAsync(UpdateServiceRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<UpdateServiceResponse>(
                request,
                JsonOperation.Create(AmazonECSConfig.Service, "UpdateService", ECSJson.Default.UpdateServiceRequest, ECSJson.Default.UpdateServiceResponse, Error),
                cancellationToken);

        /// <summary>Starts a task.</summary>
        /// <exception cref="AmazonECSException">The service refused.</exception>
        public Task<RunTaskResponse> RunTaskAsync(RunTaskRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<RunTaskResponse>(
                request,
                JsonOperation.Create(AmazonECSConfig.Service, "RunTask", ECSJson.Default.RunTaskRequest, ECSJson.Default.RunTaskResponse, Error),
                cancellationToken);

        /// <summary>Describes at most 100 tasks.</summary>
        /// <exception cref="AmazonECSException">The service refused.</exception>
        public Task<DescribeTasksResponse> DescribeTasksAsync(DescribeTasksRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<DescribeTasksResponse>(
                request,
                JsonOperation.Create(AmazonECSConfig.Service, "DescribeTasks", ECSJson.Default.DescribeTasksRequest, ECSJson.Default.DescribeTasksResponse, Error),
                cancellationToken);

        /// <summary>Lists tasks, a page at a time.</summary>
        /// <exception cref="AmazonECSException">The service refused.</exception>
        public Task<ListTasksResponse> ListTasksAsync(ListTasksRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<ListTasksResponse>(
                request,
                JsonOperation.Create(AmazonECSConfig.Service, "ListTasks", ECSJson.Default.ListTasksRequest, ECSJson.Default.ListTasksResponse, Error),
                cancellationToken);

        /// <summary>Stops a task.</summary>
        /// <exception cref="AmazonECSException">The service refused.</exception>
        public Task<StopTaskResponse> StopTaskAsync(StopTaskRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<StopTaskResponse>(
                request,
                JsonOperation.Create(AmazonECSConfig.Service, "StopTask", ECSJson.Default.StopTaskRequest, ECSJson.Default.StopTaskResponse, Error),
                cancellationToken);

        /// <summary>Describes clusters.</summary>
        /// <exception cref="AmazonECSException">The service refused.</exception>
        public Task<DescribeClustersResponse> DescribeClustersAsync(DescribeClustersRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<DescribeClustersResponse>(
                request,
                JsonOperation.Create(AmazonECSConfig.Service, "DescribeClusters", ECSJson.Default.DescribeClustersRequest, ECSJson.Default.DescribeClustersResponse, Error),
                cancellationToken);

        /// <summary>Lists deployments of a service, newest first, a page at a time.</summary>
        /// <exception cref="AmazonECSException">The service refused.</exception>
        public Task<ListServiceDeploymentsResponse> ListServiceDeploymentsAsync(ListServiceDeploymentsRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<ListServiceDeploymentsResponse>(
                request,
                JsonOperation.Create(AmazonECSConfig.Service, "ListServiceDeployments", ECSJson.Default.ListServiceDeploymentsRequest, ECSJson.Default.ListServiceDeploymentsResponse, Error),
                cancellationToken);

        /// <summary>Describes at most 20 deployments of services.</summary>
        /// <exception cref="AmazonECSException">The service refused.</exception>
        public Task<DescribeServiceDeploymentsResponse> DescribeServiceDeploymentsAsync(DescribeServiceDeploymentsRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<DescribeServiceDeploymentsResponse>(
                request,
                JsonOperation.Create(AmazonECSConfig.Service, "DescribeServiceDeployments", ECSJson.Default.DescribeServiceDeploymentsRequest, ECSJson.Default.DescribeServiceDeploymentsResponse, Error),
                cancellationToken);

        /// <summary>Ends a deployment of a service that is in progress.</summary>
        /// <exception cref="AmazonECSException">The service refused.</exception>
        public Task<StopServiceDeploymentResponse> StopServiceDeploymentAsync(StopServiceDeploymentRequest request, CancellationToken cancellationToken = default) =>
            InvokeAsync<StopServiceDeploymentResponse>(
                request,
                JsonOperation.Create(AmazonECSConfig.Service, "StopServiceDeployment", ECSJson.Default.StopServiceDeploymentRequest, ECSJson.Default.StopServiceDeploymentResponse, Error),
                cancellationToken);

        private static AmazonServiceException Error(ErrorResponse e) => new AmazonECSException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode);
    }

    /// <summary>Settings of <see cref="AmazonECSClient"/>.</summary>
    public sealed class AmazonECSConfig() : ServiceConfig(Service)
    {
        internal static readonly ServiceFacts Service =
            new("Amazon.ECS", "ECS", "ecs", "ecs", "2014-11-13", TargetPrefix: "AmazonEC2ContainerServiceV20141113", ContentType: "application/x-amz-json-1.1");
    }

    /// <summary>An error that Amazon ECS answered.</summary>
    public class AmazonECSException(string message, Exception? inner, ErrorType type, string code, string requestId, HttpStatusCode status)
        : AmazonServiceException(message, inner, type, code, requestId, status);

    /// <summary>Who carries out deployments.</summary>
    [JsonConverter(typeof(ConstantJsonConverter<DeploymentControllerType>))]
    public sealed class DeploymentControllerType(string value) : ConstantClass(value), IConstant<DeploymentControllerType>
    {
        public static readonly DeploymentControllerType ECS = new("ECS");
        public static readonly DeploymentControllerType CODE_DEPLOY = new("CODE_DEPLOY");
        public static readonly DeploymentControllerType EXTERNAL = new("EXTERNAL");

        public static DeploymentControllerType FindValue(string value) => FindValue<DeploymentControllerType>(value);

        public static implicit operator DeploymentControllerType(string value) => FindValue(value);
    }

    /// <summary>What happens when a lifecycle hook times out.</summary>
    [JsonConverter(typeof(ConstantJsonConverter<DeploymentLifecycleHookAction>))]
    public sealed class DeploymentLifecycleHookAction(string value) : ConstantClass(value), IConstant<DeploymentLifecycleHookAction>
    {
        public static readonly DeploymentLifecycleHookAction ROLLBACK = new("ROLLBACK");
        public static readonly DeploymentLifecycleHookAction CONTINUE = new("CONTINUE");

        public static DeploymentLifecycleHookAction FindValue(string value) => FindValue<DeploymentLifecycleHookAction>(value);

        public static implicit operator DeploymentLifecycleHookAction(string value) => FindValue(value);
    }

    /// <summary>How far a lifecycle hook is.</summary>
    [JsonConverter(typeof(ConstantJsonConverter<DeploymentLifecycleHookStatus>))]
    public sealed class DeploymentLifecycleHookStatus(string value) : ConstantClass(value), IConstant<DeploymentLifecycleHookStatus>
    {
        public static readonly DeploymentLifecycleHookStatus AWAITING_ACTION = new("AWAITING_ACTION");
        public static readonly DeploymentLifecycleHookStatus IN_PROGRESS = new("IN_PROGRESS");
        public static readonly DeploymentLifecycleHookStatus SUCCEEDED = new("SUCCEEDED");
        public static readonly DeploymentLifecycleHookStatus FAILED = new("FAILED");
        public static readonly DeploymentLifecycleHookStatus TIMED_OUT = new("TIMED_OUT");

        public static DeploymentLifecycleHookStatus FindValue(string value) => FindValue<DeploymentLifecycleHookStatus>(value);

        public static implicit operator DeploymentLifecycleHookStatus(string value) => FindValue(value);
    }

    /// <summary>What a lifecycle hook does.</summary>
    [JsonConverter(typeof(ConstantJsonConverter<DeploymentLifecycleHookTargetType>))]
    public sealed class DeploymentLifecycleHookTargetType(string value) : ConstantClass(value), IConstant<DeploymentLifecycleHookTargetType>
    {
        public static readonly DeploymentLifecycleHookTargetType AWS_LAMBDA = new("AWS_LAMBDA");
        public static readonly DeploymentLifecycleHookTargetType PAUSE = new("PAUSE");

        public static DeploymentLifecycleHookTargetType FindValue(string value) => FindValue<DeploymentLifecycleHookTargetType>(value);

        public static implicit operator DeploymentLifecycleHookTargetType(string value) => FindValue(value);
    }

    /// <summary>How far a deployment is.</summary>
    [JsonConverter(typeof(ConstantJsonConverter<DeploymentRolloutState>))]
    public sealed class DeploymentRolloutState(string value) : ConstantClass(value), IConstant<DeploymentRolloutState>
    {
        public static readonly DeploymentRolloutState COMPLETED = new("COMPLETED");
        public static readonly DeploymentRolloutState FAILED = new("FAILED");
        public static readonly DeploymentRolloutState IN_PROGRESS = new("IN_PROGRESS");

        public static DeploymentRolloutState FindValue(string value) => FindValue<DeploymentRolloutState>(value);

        public static implicit operator DeploymentRolloutState(string value) => FindValue(value);
    }

    /// <summary>How traffic goes from the old tasks to the new.</summary>
    [JsonConverter(typeof(ConstantJsonConverter<DeploymentStrategy>))]
    public sealed class DeploymentStrategy(string value) : ConstantClass(value), IConstant<DeploymentStrategy>
    {
        public static readonly DeploymentStrategy ROLLING = new("ROLLING");
        public static readonly DeploymentStrategy BLUE_GREEN = new("BLUE_GREEN");
        public static readonly DeploymentStrategy LINEAR = new("LINEAR");
        public static readonly DeploymentStrategy CANARY = new("CANARY");

        public static DeploymentStrategy FindValue(string value) => FindValue<DeploymentStrategy>(value);

        public static implicit operator DeploymentStrategy(string value) => FindValue(value);
    }

    /// <summary>What ECS wants a task to be.</summary>
    [JsonConverter(typeof(ConstantJsonConverter<DesiredStatus>))]
    public sealed class DesiredStatus(string value) : ConstantClass(value), IConstant<DesiredStatus>
    {
        public static readonly DesiredStatus RUNNING = new("RUNNING");
        public static readonly DesiredStatus PENDING = new("PENDING");
        public static readonly DesiredStatus STOPPED = new("STOPPED");

        public static DesiredStatus FindValue(string value) => FindValue<DesiredStatus>(value);

        public static implicit operator DesiredStatus(string value) => FindValue(value);
    }

    /// <summary>What tasks run on.</summary>
    [JsonConverter(typeof(ConstantJsonConverter<LaunchType>))]
    public sealed class LaunchType(string value) : ConstantClass(value), IConstant<LaunchType>
    {
        public static readonly LaunchType EC2 = new("EC2");
        public static readonly LaunchType FARGATE = new("FARGATE");
        public static readonly LaunchType EXTERNAL = new("EXTERNAL");
        public static readonly LaunchType MANAGED_INSTANCES = new("MANAGED_INSTANCES");

        public static LaunchType FindValue(string value) => FindValue<LaunchType>(value);

        public static implicit operator LaunchType(string value) => FindValue(value);
    }

    /// <summary>Log driver of a container.</summary>
    [JsonConverter(typeof(ConstantJsonConverter<LogDriver>))]
    public sealed class LogDriver(string value) : ConstantClass(value), IConstant<LogDriver>
    {
        public static readonly LogDriver JsonFile = new("json-file");
        public static readonly LogDriver Syslog = new("syslog");
        public static readonly LogDriver Journald = new("journald");
        public static readonly LogDriver Gelf = new("gelf");
        public static readonly LogDriver Fluentd = new("fluentd");
        public static readonly LogDriver Awslogs = new("awslogs");
        public static readonly LogDriver Splunk = new("splunk");
        public static readonly LogDriver Awsfirelens = new("awsfirelens");

        public static LogDriver FindValue(string value) => FindValue<LogDriver>(value);

        public static implicit operator LogDriver(string value) => FindValue(value);
    }

    /// <summary>Where a deployment of a service is.</summary>
    [JsonConverter(typeof(ConstantJsonConverter<ServiceDeploymentLifecycleStage>))]
    public sealed class ServiceDeploymentLifecycleStage(string value) : ConstantClass(value), IConstant<ServiceDeploymentLifecycleStage>
    {
        public static readonly ServiceDeploymentLifecycleStage RECONCILE_SERVICE = new("RECONCILE_SERVICE");
        public static readonly ServiceDeploymentLifecycleStage PRE_SCALE_UP = new("PRE_SCALE_UP");
        public static readonly ServiceDeploymentLifecycleStage SCALE_UP = new("SCALE_UP");
        public static readonly ServiceDeploymentLifecycleStage POST_SCALE_UP = new("POST_SCALE_UP");
        public static readonly ServiceDeploymentLifecycleStage TEST_TRAFFIC_SHIFT = new("TEST_TRAFFIC_SHIFT");
        public static readonly ServiceDeploymentLifecycleStage POST_TEST_TRAFFIC_SHIFT = new("POST_TEST_TRAFFIC_SHIFT");
        public static readonly ServiceDeploymentLifecycleStage PRODUCTION_TRAFFIC_SHIFT = new("PRODUCTION_TRAFFIC_SHIFT");
        public static readonly ServiceDeploymentLifecycleStage POST_PRODUCTION_TRAFFIC_SHIFT = new("POST_PRODUCTION_TRAFFIC_SHIFT");
        public static readonly ServiceDeploymentLifecycleStage BAKE_TIME = new("BAKE_TIME");
        public static readonly ServiceDeploymentLifecycleStage CLEAN_UP = new("CLEAN_UP");

        public static ServiceDeploymentLifecycleStage FindValue(string value) => FindValue<ServiceDeploymentLifecycleStage>(value);

        public static implicit operator ServiceDeploymentLifecycleStage(string value) => FindValue(value);
    }

    /// <summary>How far a deployment of a service is.</summary>
    [JsonConverter(typeof(ConstantJsonConverter<ServiceDeploymentStatus>))]
    public sealed class ServiceDeploymentStatus(string value) : ConstantClass(value), IConstant<ServiceDeploymentStatus>
    {
        public static readonly ServiceDeploymentStatus PENDING = new("PENDING");
        public static readonly ServiceDeploymentStatus SUCCESSFUL = new("SUCCESSFUL");
        public static readonly ServiceDeploymentStatus STOPPED = new("STOPPED");
        public static readonly ServiceDeploymentStatus STOP_REQUESTED = new("STOP_REQUESTED");
        public static readonly ServiceDeploymentStatus IN_PROGRESS = new("IN_PROGRESS");
        public static readonly ServiceDeploymentStatus ROLLBACK_REQUESTED = new("ROLLBACK_REQUESTED");
        public static readonly ServiceDeploymentStatus ROLLBACK_IN_PROGRESS = new("ROLLBACK_IN_PROGRESS");
        public static readonly ServiceDeploymentStatus ROLLBACK_SUCCESSFUL = new("ROLLBACK_SUCCESSFUL");
        public static readonly ServiceDeploymentStatus ROLLBACK_FAILED = new("ROLLBACK_FAILED");

        public static ServiceDeploymentStatus FindValue(string value) => FindValue<ServiceDeploymentStatus>(value);

        public static implicit operator ServiceDeploymentStatus(string value) => FindValue(value);
    }

    /// <summary>Known values; others are kept as they are.</summary>
    [JsonConverter(typeof(ConstantJsonConverter<StopServiceDeploymentStopType>))]
    public sealed class StopServiceDeploymentStopType(string value) : ConstantClass(value), IConstant<StopServiceDeploymentStopType>
    {
        public static readonly StopServiceDeploymentStopType ABORT = new("ABORT");
        public static readonly StopServiceDeploymentStopType ROLLBACK = new("ROLLBACK");

        public static StopServiceDeploymentStopType FindValue(string value) => FindValue<StopServiceDeploymentStopType>(value);

        public static implicit operator StopServiceDeploymentStopType(string value) => FindValue(value);
    }

    /// <summary>Whether a revision can be used.</summary>
    [JsonConverter(typeof(ConstantJsonConverter<TaskDefinitionStatus>))]
    public sealed class TaskDefinitionStatus(string value) : ConstantClass(value), IConstant<TaskDefinitionStatus>
    {
        public static readonly TaskDefinitionStatus ACTIVE = new("ACTIVE");
        public static readonly TaskDefinitionStatus INACTIVE = new("INACTIVE");
        public static readonly TaskDefinitionStatus DELETE_IN_PROGRESS = new("DELETE_IN_PROGRESS");

        public static TaskDefinitionStatus FindValue(string value) => FindValue<TaskDefinitionStatus>(value);

        public static implicit operator TaskDefinitionStatus(string value) => FindValue(value);
    }

    /// <summary>Why a task stopped.</summary>
    [JsonConverter(typeof(ConstantJsonConverter<TaskStopCode>))]
    public sealed class TaskStopCode(string value) : ConstantClass(value), IConstant<TaskStopCode>
    {
        public static readonly TaskStopCode TaskFailedToStart = new("TaskFailedToStart");
        public static readonly TaskStopCode EssentialContainerExited = new("EssentialContainerExited");
        public static readonly TaskStopCode UserInitiated = new("UserInitiated");
        public static readonly TaskStopCode ServiceSchedulerInitiated = new("ServiceSchedulerInitiated");
        public static readonly TaskStopCode SpotInterruption = new("SpotInterruption");
        public static readonly TaskStopCode TerminationNotice = new("TerminationNotice");

        public static TaskStopCode FindValue(string value) => FindValue<TaskStopCode>(value);

        public static implicit operator TaskStopCode(string value) => FindValue(value);
    }

    [JsonSerializable(typeof(DeregisterTaskDefinitionRequest))]
    [JsonSerializable(typeof(DeregisterTaskDefinitionResponse))]
    [JsonSerializable(typeof(DescribeTaskDefinitionRequest))]
    [JsonSerializable(typeof(DescribeTaskDefinitionResponse))]
    [JsonSerializable(typeof(RegisterTaskDefinitionRequest))]
    [JsonSerializable(typeof(RegisterTaskDefinitionResponse))]
    [JsonSerializable(typeof(DescribeServicesRequest))]
    [JsonSerializable(typeof(DescribeServicesResponse))]
    [JsonSerializable(typeof(UpdateServiceRequest))]
    [JsonSerializable(typeof(UpdateServiceResponse))]
    [JsonSerializable(typeof(RunTaskRequest))]
    [JsonSerializable(typeof(RunTaskResponse))]
    [JsonSerializable(typeof(DescribeTasksRequest))]
    [JsonSerializable(typeof(DescribeTasksResponse))]
    [JsonSerializable(typeof(ListTasksRequest))]
    [JsonSerializable(typeof(ListTasksResponse))]
    [JsonSerializable(typeof(StopTaskRequest))]
    [JsonSerializable(typeof(StopTaskResponse))]
    [JsonSerializable(typeof(DescribeClustersRequest))]
    [JsonSerializable(typeof(DescribeClustersResponse))]
    [JsonSerializable(typeof(ListServiceDeploymentsRequest))]
    [JsonSerializable(typeof(ListServiceDeploymentsResponse))]
    [JsonSerializable(typeof(DescribeServiceDeploymentsRequest))]
    [JsonSerializable(typeof(DescribeServiceDeploymentsResponse))]
    [JsonSerializable(typeof(StopServiceDeploymentRequest))]
    [JsonSerializable(typeof(StopServiceDeploymentResponse))]
    [JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(EpochSecondsConverter)])]
    internal sealed partial class ECSJson : JsonSerializerContext;
}

namespace Amazon.ECS.Model
{
    /// <summary>What <see cref="AmazonECSClient.DeregisterTaskDefinitionAsync"/> sends.</summary>
    public sealed class DeregisterTaskDefinitionRequest : AmazonWebServiceRequest
    {
        [JsonPropertyName("taskDefinition")]
        public string? TaskDefinition { get; set; }
    }

    /// <summary>What <see cref="AmazonECSClient.DeregisterTaskDefinitionAsync"/> is answered.</summary>
    public sealed class DeregisterTaskDefinitionResponse : AmazonWebServiceResponse
    {
    }

    /// <summary>What <see cref="AmazonECSClient.DescribeTaskDefinitionAsync"/> sends.</summary>
    public sealed class DescribeTaskDefinitionRequest : AmazonWebServiceRequest
    {
        /// <summary>Family (its latest active revision), <c>family:revision</c>, or ARN.</summary>
        [JsonPropertyName("taskDefinition")]
        public string? TaskDefinition { get; set; }

        /// <summary><c>TAGS</c> to have the tags answered too.</summary>
        [JsonPropertyName("include")]
        public List<string>? Include { get; set; }
    }

    /// <summary>What <see cref="AmazonECSClient.DescribeTaskDefinitionAsync"/> is answered.</summary>
    public sealed class DescribeTaskDefinitionResponse : AmazonWebServiceResponse
    {
        [JsonPropertyName("taskDefinition")]
        public TaskDefinition? TaskDefinition { get; set; }

        [JsonPropertyName("tags")]
        public List<Tag>? Tags { get; set; }
    }

    /// <summary>What <see cref="AmazonECSClient.RegisterTaskDefinitionAsync"/> sends.</summary>
    public sealed class RegisterTaskDefinitionRequest : AmazonWebServiceRequest
    {
        [JsonPropertyName("family")]
        public string? Family { get; set; }

        [JsonPropertyName("containerDefinitions")]
        public List<ContainerDefinition>? ContainerDefinitions { get; set; }

        [JsonPropertyName("tags")]
        public List<Tag>? Tags { get; set; }

        /// <summary>Members that the description does not name, kept so that reading and sending again loses nothing.</summary>
        [JsonInclude, JsonExtensionData]
        internal Dictionary<string, JsonElement>? Unmodelled { get; set; }
    }

    /// <summary>What <see cref="AmazonECSClient.RegisterTaskDefinitionAsync"/> is answered.</summary>
    public sealed class RegisterTaskDefinitionResponse : AmazonWebServiceResponse
    {
        [JsonPropertyName("taskDefinition")]
        public TaskDefinition? TaskDefinition { get; set; }

        [JsonPropertyName("tags")]
        public List<Tag>? Tags { get; set; }
    }

    /// <summary>What <see cref="AmazonECSClient.DescribeServicesAsync"/> sends.</summary>
    public sealed class DescribeServicesRequest : AmazonWebServiceRequest
    {
        [JsonPropertyName("cluster")]
        public string? Cluster { get; set; }

        [JsonPropertyName("services")]
        public List<string>? Services { get; set; }

        [JsonPropertyName("include")]
        public List<string>? Include { get; set; }
    }

    /// <summary>What <see cref="AmazonECSClient.DescribeServicesAsync"/> is answered.</summary>
    public sealed class DescribeServicesResponse : AmazonWebServiceResponse
    {
        [JsonPropertyName("services")]
        public List<Service>? Services { get; set; }

        [JsonPropertyName("failures")]
        public List<Failure>? Failures { get; set; }
    }

    /// <summary>What <see cref="AmazonECSClient.UpdateServiceAsync"/> sends.</summary>
    public sealed class UpdateServiceRequest : AmazonWebServiceRequest
    {
        [JsonPropertyName("cluster")]
        public string? Cluster { get; set; }

        [JsonPropertyName("service")]
        public string? Service { get; set; }

        [JsonPropertyName("desiredCount")]
        public int? DesiredCount { get; set; }

        [JsonPropertyName("taskDefinition")]
        public string? TaskDefinition { get; set; }

        [JsonPropertyName("forceNewDeployment")]
        public bool? ForceNewDeployment { get; set; }

        /// <summary>Only for services behind a load balancer.</summary>
        [JsonPropertyName("healthCheckGracePeriodSeconds")]
        public int? HealthCheckGracePeriodSeconds { get; set; }
    }

    /// <summary>What <see cref="AmazonECSClient.UpdateServiceAsync"/> is answered.</summary>
    public sealed class UpdateServiceResponse : AmazonWebServiceResponse
    {
        [JsonPropertyName("service")]
        public Service? Service { get; set; }
    }

    /// <summary>What <see cref="AmazonECSClient.RunTaskAsync"/> sends.</summary>
    public sealed class RunTaskRequest : AmazonWebServiceRequest
    {
        [JsonPropertyName("cluster")]
        public string? Cluster { get; set; }

        [JsonPropertyName("taskDefinition")]
        public string? TaskDefinition { get; set; }

        [JsonPropertyName("count")]
        public int? Count { get; set; }

        [JsonPropertyName("launchType")]
        public LaunchType? LaunchType { get; set; }

        [JsonPropertyName("capacityProviderStrategy")]
        public List<CapacityProviderStrategyItem>? CapacityProviderStrategy { get; set; }

        [JsonPropertyName("platformVersion")]
        public string? PlatformVersion { get; set; }

        [JsonPropertyName("networkConfiguration")]
        public NetworkConfiguration? NetworkConfiguration { get; set; }

        [JsonPropertyName("overrides")]
        public TaskOverride? Overrides { get; set; }

        [JsonPropertyName("startedBy")]
        public string? StartedBy { get; set; }

        [JsonPropertyName("group")]
        public string? Group { get; set; }

        /// <summary>Equal tokens within 24 hours start one task.</summary>
        [JsonPropertyName("clientToken")]
        public string? ClientToken { get; set; }
    }

    /// <summary>What <see cref="AmazonECSClient.RunTaskAsync"/> is answered.</summary>
    public sealed class RunTaskResponse : AmazonWebServiceResponse
    {
        [JsonPropertyName("tasks")]
        public List<Task>? Tasks { get; set; }

        [JsonPropertyName("failures")]
        public List<Failure>? Failures { get; set; }
    }

    /// <summary>What <see cref="AmazonECSClient.DescribeTasksAsync"/> sends.</summary>
    public sealed class DescribeTasksRequest : AmazonWebServiceRequest
    {
        [JsonPropertyName("cluster")]
        public string? Cluster { get; set; }

        /// <summary>At most 100.</summary>
        [JsonPropertyName("tasks")]
        public List<string>? Tasks { get; set; }
    }

    /// <summary>What <see cref="AmazonECSClient.DescribeTasksAsync"/> is answered.</summary>
    public sealed class DescribeTasksResponse : AmazonWebServiceResponse
    {
        [JsonPropertyName("tasks")]
        public List<Task>? Tasks { get; set; }

        [JsonPropertyName("failures")]
        public List<Failure>? Failures { get; set; }
    }

    /// <summary>What <see cref="AmazonECSClient.ListTasksAsync"/> sends.</summary>
    public sealed class ListTasksRequest : AmazonWebServiceRequest
    {
        [JsonPropertyName("cluster")]
        public string? Cluster { get; set; }

        [JsonPropertyName("family")]
        public string? Family { get; set; }

        [JsonPropertyName("serviceName")]
        public string? ServiceName { get; set; }

        [JsonPropertyName("desiredStatus")]
        public DesiredStatus? DesiredStatus { get; set; }

        [JsonPropertyName("startedBy")]
        public string? StartedBy { get; set; }

        [JsonPropertyName("nextToken")]
        public string? NextToken { get; set; }

        [JsonPropertyName("maxResults")]
        public int? MaxResults { get; set; }
    }

    /// <summary>What <see cref="AmazonECSClient.ListTasksAsync"/> is answered.</summary>
    public sealed class ListTasksResponse : AmazonWebServiceResponse
    {
        [JsonPropertyName("taskArns")]
        public List<string>? TaskArns { get; set; }

        [JsonPropertyName("nextToken")]
        public string? NextToken { get; set; }
    }

    /// <summary>What <see cref="AmazonECSClient.StopTaskAsync"/> sends.</summary>
    public sealed class StopTaskRequest : AmazonWebServiceRequest
    {
        [JsonPropertyName("cluster")]
        public string? Cluster { get; set; }

        [JsonPropertyName("task")]
        public string? Task { get; set; }

        [JsonPropertyName("reason")]
        public string? Reason { get; set; }
    }

    /// <summary>What <see cref="AmazonECSClient.StopTaskAsync"/> is answered.</summary>
    public sealed class StopTaskResponse : AmazonWebServiceResponse
    {
        [JsonPropertyName("task")]
        public Task? Task { get; set; }
    }

    /// <summary>What <see cref="AmazonECSClient.DescribeClustersAsync"/> sends.</summary>
    public sealed class DescribeClustersRequest : AmazonWebServiceRequest
    {
        [JsonPropertyName("clusters")]
        public List<string>? Clusters { get; set; }

        [JsonPropertyName("include")]
        public List<string>? Include { get; set; }
    }

    /// <summary>What <see cref="AmazonECSClient.DescribeClustersAsync"/> is answered.</summary>
    public sealed class DescribeClustersResponse : AmazonWebServiceResponse
    {
        [JsonPropertyName("clusters")]
        public List<Cluster>? Clusters { get; set; }

        [JsonPropertyName("failures")]
        public List<Failure>? Failures { get; set; }
    }

    /// <summary>What <see cref="AmazonECSClient.ListServiceDeploymentsAsync"/> sends.</summary>
    public sealed class ListServiceDeploymentsRequest : AmazonWebServiceRequest
    {
        [JsonPropertyName("service")]
        public string? Service { get; set; }

        [JsonPropertyName("cluster")]
        public string? Cluster { get; set; }

        [JsonPropertyName("status")]
        public List<string>? Status { get; set; }

        [JsonPropertyName("nextToken")]
        public string? NextToken { get; set; }

        [JsonPropertyName("maxResults")]
        public int? MaxResults { get; set; }
    }

    /// <summary>What <see cref="AmazonECSClient.ListServiceDeploymentsAsync"/> is answered.</summary>
    public sealed class ListServiceDeploymentsResponse : AmazonWebServiceResponse
    {
        [JsonPropertyName("serviceDeployments")]
        public List<ServiceDeploymentBrief>? ServiceDeployments { get; set; }

        [JsonPropertyName("nextToken")]
        public string? NextToken { get; set; }
    }

    /// <summary>What <see cref="AmazonECSClient.DescribeServiceDeploymentsAsync"/> sends.</summary>
    public sealed class DescribeServiceDeploymentsRequest : AmazonWebServiceRequest
    {
        [JsonPropertyName("serviceDeploymentArns")]
        public List<string>? ServiceDeploymentArns { get; set; }
    }

    /// <summary>What <see cref="AmazonECSClient.DescribeServiceDeploymentsAsync"/> is answered.</summary>
    public sealed class DescribeServiceDeploymentsResponse : AmazonWebServiceResponse
    {
        [JsonPropertyName("serviceDeployments")]
        public List<ServiceDeployment>? ServiceDeployments { get; set; }

        [JsonPropertyName("failures")]
        public List<Failure>? Failures { get; set; }
    }

    /// <summary>What <see cref="AmazonECSClient.StopServiceDeploymentAsync"/> sends.</summary>
    public sealed class StopServiceDeploymentRequest : AmazonWebServiceRequest
    {
        [JsonPropertyName("serviceDeploymentArn")]
        public string? ServiceDeploymentArn { get; set; }

        /// <summary><c>ROLLBACK</c>: back to the earlier service revision; <c>ABORT</c>.</summary>
        [JsonPropertyName("stopType")]
        public StopServiceDeploymentStopType? StopType { get; set; }
    }

    /// <summary>What <see cref="AmazonECSClient.StopServiceDeploymentAsync"/> is answered.</summary>
    public sealed class StopServiceDeploymentResponse : AmazonWebServiceResponse
    {
        [JsonPropertyName("serviceDeploymentArn")]
        public string? ServiceDeploymentArn { get; set; }
    }

    /// <summary>A small share of the traffic first, then the rest.</summary>
    public sealed class CanaryConfiguration
    {
        [JsonPropertyName("canaryPercent")]
        public double? CanaryPercent { get; set; }

        [JsonPropertyName("canaryBakeTimeInMinutes")]
        public int? CanaryBakeTimeInMinutes { get; set; }
    }

    /// <summary>A share of the tasks that a capacity provider takes.</summary>
    public sealed class CapacityProviderStrategyItem
    {
        /// <summary>Members that the description does not name, kept so that reading and sending again loses nothing.</summary>
        [JsonInclude, JsonExtensionData]
        internal Dictionary<string, JsonElement>? Unmodelled { get; set; }
    }

    /// <summary>A cluster.</summary>
    public sealed class Cluster
    {
        [JsonPropertyName("clusterArn")]
        public string? ClusterArn { get; set; }

        [JsonPropertyName("clusterName")]
        public string? ClusterName { get; set; }

        /// <summary><c>ACTIVE</c>, <c>PROVISIONING</c>, <c>DEPROVISIONING</c>, <c>FAILED</c> or <c>INACTIVE</c>.</summary>
        [JsonPropertyName("status")]
        public string? Status { get; set; }
    }

    /// <summary>A container of a task.</summary>
    public sealed class Container
    {
        [JsonPropertyName("name")]
        public string? Name { get; set; }

        [JsonPropertyName("image")]
        public string? Image { get; set; }

        [JsonPropertyName("imageDigest")]
        public string? ImageDigest { get; set; }

        [JsonPropertyName("lastStatus")]
        public string? LastStatus { get; set; }

        [JsonPropertyName("exitCode")]
        public int? ExitCode { get; set; }

        [JsonPropertyName("reason")]
        public string? Reason { get; set; }
    }

    /// <summary>One container of a task definition.</summary>
    public sealed class ContainerDefinition
    {
        [JsonPropertyName("name")]
        public string? Name { get; set; }

        [JsonPropertyName("image")]
        public string? Image { get; set; }

        /// <summary>CPU units, 1024 to a core.</summary>
        [JsonPropertyName("cpu")]
        public int? Cpu { get; set; }

        /// <summary>Hard limit, in MiB.</summary>
        [JsonPropertyName("memory")]
        public int? Memory { get; set; }

        /// <summary>Soft limit, in MiB.</summary>
        [JsonPropertyName("memoryReservation")]
        public int? MemoryReservation { get; set; }

        [JsonPropertyName("essential")]
        public bool? Essential { get; set; }

        [JsonPropertyName("entryPoint")]
        public List<string>? EntryPoint { get; set; }

        [JsonPropertyName("command")]
        public List<string>? Command { get; set; }

        [JsonPropertyName("environment")]
        public List<KeyValuePair>? Environment { get; set; }

        [JsonPropertyName("logConfiguration")]
        public LogConfiguration? LogConfiguration { get; set; }

        /// <summary>Members that the description does not name, kept so that reading and sending again loses nothing.</summary>
        [JsonInclude, JsonExtensionData]
        internal Dictionary<string, JsonElement>? Unmodelled { get; set; }
    }

    /// <summary>What a container does differently from its definition.</summary>
    public sealed class ContainerOverride
    {
        [JsonPropertyName("name")]
        public string? Name { get; set; }

        [JsonPropertyName("command")]
        public List<string>? Command { get; set; }

        [JsonPropertyName("environment")]
        public List<KeyValuePair>? Environment { get; set; }

        /// <summary>Members that the description does not name, kept so that reading and sending again loses nothing.</summary>
        [JsonInclude, JsonExtensionData]
        internal Dictionary<string, JsonElement>? Unmodelled { get; set; }
    }

    /// <summary>One deployment of a service.</summary>
    public sealed class Deployment
    {
        [JsonPropertyName("id")]
        public string? Id { get; set; }

        /// <summary><c>PRIMARY</c>: the wanted one; <c>ACTIVE</c>: still has tasks; <c>INACTIVE</c>.</summary>
        [JsonPropertyName("status")]
        public string? Status { get; set; }

        [JsonPropertyName("taskDefinition")]
        public string? TaskDefinition { get; set; }

        [JsonPropertyName("desiredCount")]
        public int? DesiredCount { get; set; }

        [JsonPropertyName("pendingCount")]
        public int? PendingCount { get; set; }

        [JsonPropertyName("runningCount")]
        public int? RunningCount { get; set; }

        /// <summary>Consecutively failed tasks.</summary>
        [JsonPropertyName("failedTasks")]
        public int? FailedTasks { get; set; }

        [JsonPropertyName("createdAt")]
        public DateTime? CreatedAt { get; set; }

        [JsonPropertyName("rolloutState")]
        public DeploymentRolloutState? RolloutState { get; set; }

        [JsonPropertyName("rolloutStateReason")]
        public string? RolloutStateReason { get; set; }
    }

    /// <summary>Whether ECS itself gives up a deployment whose tasks keep failing.</summary>
    public sealed class DeploymentCircuitBreaker
    {
        [JsonPropertyName("enable")]
        public bool? Enable { get; set; }
    }

    /// <summary>How deployments of a service proceed.</summary>
    public sealed class DeploymentConfiguration
    {
        [JsonPropertyName("deploymentCircuitBreaker")]
        public DeploymentCircuitBreaker? DeploymentCircuitBreaker { get; set; }

        [JsonPropertyName("maximumPercent")]
        public int? MaximumPercent { get; set; }

        [JsonPropertyName("minimumHealthyPercent")]
        public int? MinimumHealthyPercent { get; set; }

        [JsonPropertyName("strategy")]
        public DeploymentStrategy? Strategy { get; set; }

        [JsonPropertyName("bakeTimeInMinutes")]
        public int? BakeTimeInMinutes { get; set; }

        [JsonPropertyName("linearConfiguration")]
        public LinearConfiguration? LinearConfiguration { get; set; }

        [JsonPropertyName("canaryConfiguration")]
        public CanaryConfiguration? CanaryConfiguration { get; set; }
    }

    /// <summary>Who carries out deployments of a service.</summary>
    public sealed class DeploymentController
    {
        [JsonPropertyName("type")]
        public DeploymentControllerType? Type { get; set; }
    }

    /// <summary>How far a lifecycle hook is.</summary>
    public sealed class DeploymentLifecycleHookDetail
    {
        [JsonPropertyName("hookId")]
        public string? HookId { get; set; }

        [JsonPropertyName("targetType")]
        public DeploymentLifecycleHookTargetType? TargetType { get; set; }

        [JsonPropertyName("targetArn")]
        public string? TargetArn { get; set; }

        [JsonPropertyName("status")]
        public DeploymentLifecycleHookStatus? Status { get; set; }

        [JsonPropertyName("expiresAt")]
        public DateTime? ExpiresAt { get; set; }

        [JsonPropertyName("timeoutAction")]
        public DeploymentLifecycleHookAction? TimeoutAction { get; set; }
    }

    /// <summary>Something asked for that the service could not answer.</summary>
    public sealed class Failure
    {
        [JsonPropertyName("arn")]
        public string? Arn { get; set; }

        [JsonPropertyName("reason")]
        public string? Reason { get; set; }

        [JsonPropertyName("detail")]
        public string? Detail { get; set; }
    }

    /// <summary>A variable of a container.</summary>
    public sealed class KeyValuePair
    {
        [JsonPropertyName("name")]
        public string? Name { get; set; }

        [JsonPropertyName("value")]
        public string? Value { get; set; }

        /// <summary>Members that the description does not name, kept so that reading and sending again loses nothing.</summary>
        [JsonInclude, JsonExtensionData]
        internal Dictionary<string, JsonElement>? Unmodelled { get; set; }
    }

    /// <summary>Traffic in equal steps.</summary>
    public sealed class LinearConfiguration
    {
        [JsonPropertyName("stepPercent")]
        public double? StepPercent { get; set; }

        [JsonPropertyName("stepBakeTimeInMinutes")]
        public int? StepBakeTimeInMinutes { get; set; }
    }

    /// <summary>A target group that the service registers its tasks with.</summary>
    public sealed class LoadBalancer
    {
        [JsonPropertyName("targetGroupArn")]
        public string? TargetGroupArn { get; set; }

        [JsonPropertyName("containerName")]
        public string? ContainerName { get; set; }

        [JsonPropertyName("containerPort")]
        public int? ContainerPort { get; set; }
    }

    /// <summary>Where a container writes its log to.</summary>
    public sealed class LogConfiguration
    {
        [JsonPropertyName("logDriver")]
        public LogDriver? LogDriver { get; set; }

        [JsonPropertyName("options")]
        public Dictionary<string, string>? Options { get; set; }

        /// <summary>Members that the description does not name, kept so that reading and sending again loses nothing.</summary>
        [JsonInclude, JsonExtensionData]
        internal Dictionary<string, JsonElement>? Unmodelled { get; set; }
    }

    /// <summary>Network of tasks.</summary>
    public sealed class NetworkConfiguration
    {
        /// <summary>Members that the description does not name, kept so that reading and sending again loses nothing.</summary>
        [JsonInclude, JsonExtensionData]
        internal Dictionary<string, JsonElement>? Unmodelled { get; set; }
    }

    /// <summary>Why and when a deployment was rolled back.</summary>
    public sealed class Rollback
    {
        [JsonPropertyName("reason")]
        public string? Reason { get; set; }

        [JsonPropertyName("startedAt")]
        public DateTime? StartedAt { get; set; }

        [JsonPropertyName("serviceRevisionArn")]
        public string? ServiceRevisionArn { get; set; }
    }

    /// <summary>A service and its deployments.</summary>
    public sealed class Service
    {
        [JsonPropertyName("serviceArn")]
        public string? ServiceArn { get; set; }

        [JsonPropertyName("serviceName")]
        public string? ServiceName { get; set; }

        [JsonPropertyName("loadBalancers")]
        public List<LoadBalancer>? LoadBalancers { get; set; }

        [JsonPropertyName("status")]
        public string? Status { get; set; }

        [JsonPropertyName("desiredCount")]
        public int? DesiredCount { get; set; }

        [JsonPropertyName("runningCount")]
        public int? RunningCount { get; set; }

        [JsonPropertyName("pendingCount")]
        public int? PendingCount { get; set; }

        [JsonPropertyName("launchType")]
        public LaunchType? LaunchType { get; set; }

        [JsonPropertyName("capacityProviderStrategy")]
        public List<CapacityProviderStrategyItem>? CapacityProviderStrategy { get; set; }

        [JsonPropertyName("platformVersion")]
        public string? PlatformVersion { get; set; }

        [JsonPropertyName("taskDefinition")]
        public string? TaskDefinition { get; set; }

        [JsonPropertyName("deploymentConfiguration")]
        public DeploymentConfiguration? DeploymentConfiguration { get; set; }

        [JsonPropertyName("deploymentController")]
        public DeploymentController? DeploymentController { get; set; }

        [JsonPropertyName("deployments")]
        public List<Deployment>? Deployments { get; set; }

        /// <summary>Newest first, at most 100.</summary>
        [JsonPropertyName("events")]
        public List<ServiceEvent>? Events { get; set; }

        [JsonPropertyName("createdAt")]
        public DateTime? CreatedAt { get; set; }

        [JsonPropertyName("networkConfiguration")]
        public NetworkConfiguration? NetworkConfiguration { get; set; }

        /// <summary>ARN of the service deployment that is in progress.</summary>
        [JsonPropertyName("currentServiceDeployment")]
        public string? CurrentServiceDeployment { get; set; }

        [JsonPropertyName("healthCheckGracePeriodSeconds")]
        public int? HealthCheckGracePeriodSeconds { get; set; }
    }

    /// <summary>A deployment of a service, whatever its strategy.</summary>
    public sealed class ServiceDeployment
    {
        [JsonPropertyName("serviceDeploymentArn")]
        public string? ServiceDeploymentArn { get; set; }

        [JsonPropertyName("createdAt")]
        public DateTime? CreatedAt { get; set; }

        [JsonPropertyName("startedAt")]
        public DateTime? StartedAt { get; set; }

        [JsonPropertyName("finishedAt")]
        public DateTime? FinishedAt { get; set; }

        [JsonPropertyName("status")]
        public ServiceDeploymentStatus? Status { get; set; }

        [JsonPropertyName("statusReason")]
        public string? StatusReason { get; set; }

        [JsonPropertyName("lifecycleStage")]
        public ServiceDeploymentLifecycleStage? LifecycleStage { get; set; }

        [JsonPropertyName("lifecycleHookDetails")]
        public List<DeploymentLifecycleHookDetail>? LifecycleHookDetails { get; set; }

        [JsonPropertyName("rollback")]
        public Rollback? Rollback { get; set; }
    }

    /// <summary>A deployment of a service, in short.</summary>
    public sealed class ServiceDeploymentBrief
    {
        [JsonPropertyName("serviceDeploymentArn")]
        public string? ServiceDeploymentArn { get; set; }

        [JsonPropertyName("startedAt")]
        public DateTime? StartedAt { get; set; }

        [JsonPropertyName("createdAt")]
        public DateTime? CreatedAt { get; set; }

        [JsonPropertyName("finishedAt")]
        public DateTime? FinishedAt { get; set; }

        [JsonPropertyName("targetServiceRevisionArn")]
        public string? TargetServiceRevisionArn { get; set; }

        [JsonPropertyName("status")]
        public ServiceDeploymentStatus? Status { get; set; }

        [JsonPropertyName("statusReason")]
        public string? StatusReason { get; set; }
    }

    /// <summary>A message of the service scheduler.</summary>
    public sealed class ServiceEvent
    {
        [JsonPropertyName("id")]
        public string? Id { get; set; }

        [JsonPropertyName("createdAt")]
        public DateTime? CreatedAt { get; set; }

        [JsonPropertyName("message")]
        public string? Message { get; set; }
    }

    /// <summary>A tag.</summary>
    public sealed class Tag
    {
        [JsonPropertyName("key")]
        public string? Key { get; set; }

        [JsonPropertyName("value")]
        public string? Value { get; set; }

        /// <summary>Members that the description does not name, kept so that reading and sending again loses nothing.</summary>
        [JsonInclude, JsonExtensionData]
        internal Dictionary<string, JsonElement>? Unmodelled { get; set; }
    }

    /// <summary>A task.</summary>
    public sealed class Task
    {
        [JsonPropertyName("taskArn")]
        public string? TaskArn { get; set; }

        [JsonPropertyName("taskDefinitionArn")]
        public string? TaskDefinitionArn { get; set; }

        [JsonPropertyName("containers")]
        public List<Container>? Containers { get; set; }

        [JsonPropertyName("createdAt")]
        public DateTime? CreatedAt { get; set; }

        [JsonPropertyName("startedAt")]
        public DateTime? StartedAt { get; set; }

        [JsonPropertyName("stoppedAt")]
        public DateTime? StoppedAt { get; set; }

        [JsonPropertyName("desiredStatus")]
        public string? DesiredStatus { get; set; }

        [JsonPropertyName("lastStatus")]
        public string? LastStatus { get; set; }

        [JsonPropertyName("group")]
        public string? Group { get; set; }

        [JsonPropertyName("startedBy")]
        public string? StartedBy { get; set; }

        [JsonPropertyName("stopCode")]
        public TaskStopCode? StopCode { get; set; }

        [JsonPropertyName("stoppedReason")]
        public string? StoppedReason { get; set; }

        [JsonPropertyName("overrides")]
        public TaskOverride? Overrides { get; set; }
    }

    /// <summary>A revision of a family: which containers run, and how.</summary>
    public sealed class TaskDefinition
    {
        [JsonPropertyName("taskDefinitionArn")]
        public string? TaskDefinitionArn { get; set; }

        [JsonPropertyName("family")]
        public string? Family { get; set; }

        [JsonPropertyName("revision")]
        public int? Revision { get; set; }

        [JsonPropertyName("status")]
        public TaskDefinitionStatus? Status { get; set; }

        [JsonPropertyName("containerDefinitions")]
        public List<ContainerDefinition>? ContainerDefinitions { get; set; }

        /// <summary>Members that the description does not name, kept so that reading and sending again loses nothing.</summary>
        [JsonInclude, JsonExtensionData]
        internal Dictionary<string, JsonElement>? Unmodelled { get; set; }
    }

    /// <summary>What a task does differently from its definition.</summary>
    public sealed class TaskOverride
    {
        [JsonPropertyName("containerOverrides")]
        public List<ContainerOverride>? ContainerOverrides { get; set; }

        /// <summary>Members that the description does not name, kept so that reading and sending again loses nothing.</summary>
        [JsonInclude, JsonExtensionData]
        internal Dictionary<string, JsonElement>? Unmodelled { get; set; }
    }
}
