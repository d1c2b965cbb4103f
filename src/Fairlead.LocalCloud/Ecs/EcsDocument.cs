using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>The state document of ECS. Records are mutable and only touched inside <see cref="EcsStore"/>.</summary>
internal sealed class EcsDocument
{
    public List<ClusterRecord> Clusters { get; set; } = [];

    public List<TaskDefinitionRecord> TaskDefinitions { get; set; } = [];

    public List<ServiceRecord> Services { get; set; } = [];

    public List<TaskRecord> Tasks { get; set; } = [];

    /// <summary>Resource ARN → tags.</summary>
    public Dictionary<string, Dictionary<string, string>> Tags { get; set; } = [];

    /// <summary>The tokens of requests that were carried out, and that are to be carried out once: <see cref="ClientTokens"/>.</summary>
    public List<ClientTokenRecord> ClientTokens { get; set; } = [];
}

internal sealed record ClusterRecord(string Name, string Arn)
{
    /// <summary>Members that are answered as they were given: settings, configuration, capacity providers.</summary>
    public JsonObject Echo { get; set; } = [];
}

/// <param name="Operation">RunTask or CreateService.</param>
/// <param name="Cluster">Tokens of different clusters have nothing to do with each other.</param>
/// <param name="Token">What the client chose.</param>
/// <param name="Request">Digest of the request's other parameters, without cluster and task definition.</param>
/// <param name="Resources">ARNs of what it made.</param>
/// <param name="At">When it was carried out.</param>
/// <param name="Reference">The task definition as the request named it.</param>
/// <param name="Definition">ARN of the task definition that it meant.</param>
internal sealed record ClientTokenRecord(
    string Operation,
    string Cluster,
    string Token,
    string Request,
    IReadOnlyList<string> Resources,
    DateTimeOffset At,
    string? Reference = null,
    string? Definition = null);

internal sealed class TaskDefinitionRecord
{
    public required string Arn { get; init; }

    public required string Family { get; init; }

    public required int Revision { get; init; }

    /// <summary>What was registered, defaults filled in.</summary>
    public required JsonObject Definition { get; init; }

    /// <summary>Volumes whose path was registered as an absolute one and lies in the state directory: it is kept relative, and described as it was given.
    /// </summary>
    public List<string> AbsoluteVolumes { get; set; } = [];

    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>Null while it is ACTIVE.</summary>
    public DateTimeOffset? DeregisteredAt { get; set; }

    /// <summary>Null unless it is DELETE_IN_PROGRESS. It stays that: its number is never given to another, and tasks may run it.</summary>
    public DateTimeOffset? DeleteRequestedAt { get; set; }

    [JsonIgnore]
    public string Status => DeleteRequestedAt is not null ? "DELETE_IN_PROGRESS" : DeregisteredAt is not null ? "INACTIVE" : "ACTIVE";
}

internal sealed class ServiceRecord
{
    public required string Name { get; init; }

    public required string Arn { get; init; }

    public required string Cluster { get; init; }

    /// <summary>ACTIVE, DRAINING or INACTIVE.</summary>
    public string Status { get; set; } = "ACTIVE";

    public int DesiredCount { get; set; }

    public required string TaskDefinition { get; set; }

    /// <summary>Null when none was completed yet; what a rollback goes to.</summary>
    public string? LastCompletedTaskDefinition { get; set; }

    public string? LastCompletedDeployment { get; set; }

    public int MinimumHealthyPercent { get; set; } = 100;

    public int MaximumPercent { get; set; } = 200;

    public bool CircuitBreaker { get; set; }

    public bool Rollback { get; set; }

    public int? HealthCheckGracePeriodSeconds { get; set; }

    public List<LoadBalancerRecord> LoadBalancers { get; set; } = [];

    /// <summary>Members that are answered as they were given: launchType, networkConfiguration, platformVersion …</summary>
    public JsonObject Echo { get; set; } = [];

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Newest first; the first is PRIMARY.</summary>
    public List<DeploymentRecord> Deployments { get; set; } = [];

    /// <summary>Newest first, 100 at most.</summary>
    public List<ServiceEventRecord> Events { get; set; } = [];

    /// <summary>The last thing said about stability was that it is steady.</summary>
    public bool Steady { get; set; }

    /// <summary>Newest first; see <see cref="ServiceHistory"/>.</summary>
    public List<ServiceDeploymentRecord> History { get; set; } = [];
}

/// <summary>A service deployment: how the service got from one revision to another. It outlives the ECS deployments that it was carried out by.</summary>
internal sealed class ServiceDeploymentRecord
{
    public required string Id { get; init; }

    /// <summary>The ECS deployment that brings the new revision.</summary>
    public required string Deployment { get; init; }

    /// <summary>The ECS deployment that goes back; null while there is none.</summary>
    public string? RollbackDeployment { get; set; }

    public required ServiceRevisionRecord Target { get; init; }

    /// <summary>ARNs of the revisions that ran when it began.</summary>
    public IReadOnlyList<string> Sources { get; set; } = [];

    /// <summary>ARN of the revision that is gone back to.</summary>
    public string? RollbackRevision { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public DateTimeOffset? RollbackStartedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>IN_PROGRESS, SUCCESSFUL, STOPPED, ROLLBACK_IN_PROGRESS, ROLLBACK_SUCCESSFUL or ROLLBACK_FAILED.</summary>
    public string Status { get; set; } = "IN_PROGRESS";

    public string? StatusReason { get; set; }

    /// <summary>Tasks that failed, as of the last change.</summary>
    public int FailedTasks { get; set; }
}

/// <summary>A service revision: what the service was told to run. It never changes.</summary>
internal sealed record ServiceRevisionRecord(string Arn, string TaskDefinition, DateTimeOffset CreatedAt, JsonObject Settings);

internal sealed record LoadBalancerRecord(string TargetGroupArn, string ContainerName, int ContainerPort);

internal sealed class DeploymentRecord
{
    public required string Id { get; init; }

    public required string TaskDefinition { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>IN_PROGRESS, COMPLETED or FAILED.</summary>
    public string RolloutState { get; set; } = "IN_PROGRESS";

    public string RolloutStateReason { get; set; } = "";

    public int FailedTasks { get; set; }

    /// <summary>Failures without a good start between them; decides the back-off.</summary>
    public int FailuresInARow { get; set; }

    /// <summary>No task is started before this time.</summary>
    public DateTimeOffset NotBefore { get; set; }

    /// <summary>The tasks it had running when another deployment became PRIMARY: what it may be kept at
    /// until that one is healthy. Null while it is PRIMARY.</summary>
    public int? TasksWhenReplaced { get; set; }
}

internal sealed record ServiceEventRecord(string Id, DateTimeOffset CreatedAt, string Message);

internal sealed class TaskRecord
{
    public required string Id { get; init; }

    public required string Arn { get; init; }

    public required string Cluster { get; init; }

    public required string TaskDefinition { get; init; }

    public string? Service { get; init; }

    public string? Deployment { get; init; }

    public string? StartedBy { get; init; }

    public required string Group { get; init; }

    public JsonObject Overrides { get; set; } = [];

    public string? LaunchType { get; init; }

    public string LastStatus { get; set; } = "PROVISIONING";

    public string DesiredStatus { get; set; } = "RUNNING";

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? PullStartedAt { get; set; }

    public DateTimeOffset? PullStoppedAt { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? StoppingAt { get; set; }

    public DateTimeOffset? ExecutionStoppedAt { get; set; }

    public DateTimeOffset? StoppedAt { get; set; }

    public string? StopCode { get; set; }

    public string? StoppedReason { get; set; }

    /// <summary><c>docker</c> or <c>host-process</c>, once a container was started.</summary>
    public string? Runtime { get; set; }

    /// <summary>The scheduler has drawn its conclusions from the end of this task.</summary>
    public bool Accounted { get; set; }

    public List<ContainerRecord> Containers { get; set; } = [];
}

internal sealed class ContainerRecord
{
    public required string Name { get; init; }

    public required string Arn { get; init; }

    public required string Image { get; init; }

    /// <remarks>The serializer sets a member that is only for initialisation to false where a state of an earlier version lacks it.</remarks>
    public bool Essential { get; set; } = true;

    /// <summary>One of <see cref="Ecs.HealthStatus"/>; null when it has no health check, or none that can be carried out here.</summary>
    public string? HealthStatus { get; set; }

    public string? ImageDigest { get; set; }

    public string? RuntimeId { get; set; }

    public string LastStatus { get; set; } = "PENDING";

    public int? ExitCode { get; set; }

    public string? Reason { get; set; }

    /// <summary>Container port → port on 127.0.0.1.</summary>
    public Dictionary<int, int> Ports { get; set; } = [];

    public int? ProcessId { get; set; }

    /// <summary>Tells the process from a later one with the same id.</summary>
    public string? ProcessIdentity { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(EcsDocument))]
internal sealed partial class EcsJson : JsonSerializerContext;
