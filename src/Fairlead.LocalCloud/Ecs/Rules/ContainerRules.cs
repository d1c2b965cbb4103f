using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ecs.Rules;

/// <summary>What ECS refuses in a container definition
/// (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html and the pages of its members).</summary>
internal static partial class ContainerRules
{
    private const int LargestPort = 65_535;

    /// <summary>The least that a Docker Engine gives a container, in MiB.</summary>
    private const int LeastMemory = 4;

    private static readonly string[] Conditions = ["START", "COMPLETE", "SUCCESS", "HEALTHY"];

    private static readonly string[] Drivers =
        ["awsfirelens", "awslogs", "fluentd", "gelf", "journald", "json-file", "logentries", "none", "splunk", "sumologic", "syslog"];

    private static readonly string[] Ulimits =
    [
        "core", "cpu", "data", "fsize", "locks", "memlock", "msgqueue", "nice", "nofile", "nproc", "rss", "rtprio", "rttime", "sigpending", "stack",
    ];

    /// <summary>Seconds and numbers of a health check: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html.</summary>
    private static readonly (string Member, int Least, int Most)[] HealthCheckRanges =
        [("interval", 5, 300), ("timeout", 2, 120), ("retries", 1, 10), ("startPeriod", 0, 300)];

    /// <summary>Members that have no meaning when the task has a network of its own.</summary>
    private static readonly string[] NotWithAwsvpc = ["links", "hostname", "extraHosts"];

    public static IReadOnlyList<Rule<Registration>> All { get; } =
    [
        Each("container/name missing", (_, c) => c.Text("name") is { Length: > 0 } ? null : "Container.name should not be null or empty."),
        Each("container/name", (_, c) => TaskDefinitionRules.Name().IsMatch(c.Text("name")!)
            ? null
            : $"Container name '{c.Text("name")}' contains invalid characters: 1 to 255 letters, digits, hyphens and underscores are allowed."),
        Each("container/image", (_, c) => c.Text("image") is { Length: > 0 } ? null : "Container.image should not be null or empty."),
        Each("container/image characters", (_, c) => Image().IsMatch(c.Text("image")!)
            ? null
            : $"Container.image contains invalid characters: '{c.Text("image")}'."),
        Each("container/cpu", (_, c) => c.Number("cpu") is < 0 ? $"Invalid 'cpu' setting for container '{c.Text("name")}'." : null),
        Each("container/memory missing", (x, c) => x.Memory is null && c.Number("memory") is null && c.Number("memoryReservation") is null
            ? $"Invalid setting for container '{c.Text("name")}'. At least one of 'memory' or 'memoryReservation' must be specified."
            : null),
        Each("container/memory", (_, c) => c.Number("memory") is < LeastMemory || c.Number("memoryReservation") is < LeastMemory
            ? $"Invalid setting for container '{c.Text("name")}'. 'memory' and 'memoryReservation' must be at least {LeastMemory}."
            : null),
        Each("container/memory reservation", (_, c) => c.Number("memoryReservation") > c.Number("memory")
            ? $"Invalid setting for container '{c.Text("name")}'. 'memoryReservation' must not be greater than 'memory'."
            : null),
        Each("container/timeouts", (_, c) => new[] { "startTimeout", "stopTimeout" }.FirstOrDefault(t => c.Number(t) is < 0) is { } timeout
            ? $"Invalid setting for container '{c.Text("name")}'. '{timeout}' must not be negative."
            : null),
        .. Ports,
        .. Variables,
        .. Mounts,
        .. Dependencies,
        .. HealthChecks,
        .. Logs,
        Each("ulimits/name", (_, c) => c.Structures("ulimits").FirstOrDefault(u => !Ulimits.Contains(u.Text("name"))) is { } ulimit
            ? $"Invalid ulimit name '{ulimit.Text("name")}'."
            : null),
        Each("ulimits/limits", (_, c) => c.Structures("ulimits").FirstOrDefault(u => u.LongNumber("softLimit") is not { } soft
            || u.LongNumber("hardLimit") is not { } hard
            || (hard >= 0 && soft > hard)) is { } ulimit
            ? $"The ulimit '{ulimit.Text("name")}' needs a softLimit and a hardLimit, and the soft one must not be greater."
            : null),
    ];

    private static IEnumerable<Rule<Registration>> Ports
    => [
        Each("ports/container port", (_, c) => Mappings(c).FirstOrDefault(p => p.Text("containerPortRange") is null
            && p.Number("containerPort") is not (>= 1 and <= LargestPort)) is { } port
            ? $"Invalid container port {Shown(port["containerPort"])} of container '{c.Text("name")}': it must be between 1 and {LargestPort}."
            : null),
        Each("ports/host port", (_, c) => Mappings(c).FirstOrDefault(p => p.Number("hostPort") is < 0 or > LargestPort) is { } port
            ? $"Invalid host port {port.Number("hostPort")} of container '{c.Text("name")}': it must be between 0 and {LargestPort}."
            : null),
        Each("ports/same", (x, c) => x.SharesNetwork
            && Mappings(c).Any(p => p.Number("hostPort") is { } host and not 0 && host != p.Number("containerPort"))
            ? $"When networkMode={x.NetworkMode}, the host ports and container ports in port mappings must match."
            : null),
        Each("ports/protocol", (_, c) => Mappings(c).FirstOrDefault(p => p.Text("protocol") is not (null or "tcp" or "udp")) is { } port
            ? $"Invalid protocol '{port.Text("protocol")}' of container '{c.Text("name")}': it must be tcp or udp."
            : null),
        Each("ports/duplicate", (_, c) => Mappings(c)
            .Where(p => p.Number("containerPort") is not null)
            .GroupBy(p => (p.Number("containerPort"), p.Text("protocol") ?? "tcp", p.Number("hostPort") ?? 0))
            .FirstOrDefault(x => x.Count() > 1) is { } port
            ? $"Duplicate port mapping {port.Key.Item1}/{port.Key.Item2} of container '{c.Text("name")}'."
            : null),
        Each("ports/name", (_, c) => Mappings(c).FirstOrDefault(p => p.Text("name") is { } name && !PortName().IsMatch(name)) is { } port
            ? $"Invalid port mapping name '{port.Text("name")}': 1 to 64 lower-case letters, digits, hyphens and underscores, no hyphen first."
            : null),
        Each("ports/application protocol", (_, c) => Mappings(c)
            .FirstOrDefault(p => p.Text("appProtocol") is not (null or "http" or "http2" or "grpc")) is { } port
            ? $"Invalid appProtocol '{port.Text("appProtocol")}': it must be http, http2 or grpc."
            : null),
        Each("awsvpc members", (x, c) => x.NetworkMode == "awsvpc" && NotWithAwsvpc.FirstOrDefault(m => IsGiven(c[m])) is { } member
            ? $"{member} is not supported when networkMode=awsvpc."
            : null),
    ];

    private static IEnumerable<Rule<Registration>> Variables
    => [
        Each("environment/name", (_, c) => c.Structures("environment").FirstOrDefault(v => !IsVariable(v.Text("name"))) is { } variable
            ? $"Invalid environment variable name '{variable.Text("name")}' of container '{c.Text("name")}': it must not be empty nor hold '='."
            : null),
        Each("secrets/name", (_, c) => c.Structures("secrets").FirstOrDefault(s => !IsVariable(s.Text("name"))) is { } secret
            ? $"Invalid secret name '{secret.Text("name")}' of container '{c.Text("name")}': it must not be empty nor hold '='."
            : null),
        Each("secrets/value", (_, c) => c.Structures("secrets").FirstOrDefault(s => s.Text("valueFrom") is not { Length: > 0 }) is { } secret
            ? $"The secret '{secret.Text("name")}' of container '{c.Text("name")}' needs a valueFrom."
            : null),
        Each("secrets/unique", (_, c) => TaskDefinitionRules.Twice(
            [.. c.Structures("secrets").Select(s => s.Text("name")), .. c.Structures("environment").Select(v => v.Text("name")).Distinct()]) is { } name
            ? $"The secret name must be unique and not shared with any new or existing environment variables set on the container, such as '{name}'."
            : null),
        Each("secrets/role", (x, c) => !x.HasExecutionRole && c.Structures("secrets").Any()
            ? "When you are specifying container secrets, you must also specify a value for 'executionRoleArn'."
            : null),
        Each("environment files/type", (_, c) => c.Structures("environmentFiles").Any(f => f.Text("type") != "s3" || f.Text("value") is not { Length: > 0 })
            ? $"The environmentFiles of container '{c.Text("name")}' need the type s3 and the ARN of an object as value."
            : null),
        Each("environment files/role", (x, c) => !x.HasExecutionRole && c.Structures("environmentFiles").Any()
            ? "When you are specifying environmentFiles, you must also specify a value for 'executionRoleArn'."
            : null),
        Each("repository credentials/role", (x, c) => !x.HasExecutionRole && c.Structure("repositoryCredentials") is not null
            ? "When you are specifying repositoryCredentials, you must also specify a value for 'executionRoleArn'."
            : null),
    ];

    private static IEnumerable<Rule<Registration>> Mounts
    => [
        Each("mounts/volume", (x, c) => c.Structures("mountPoints")
            .FirstOrDefault(m => x.Volumes.All(v => v.Text("name") != m.Text("sourceVolume"))) is { } mount
            ? $"Unknown volume '{mount.Text("sourceVolume")}'."
            : null),
        Each("mounts/path", (_, c) => c.Structures("mountPoints").Any(m => m.Text("containerPath")?.StartsWith('/') != true)
            ? "The containerPath of a mount point must be an absolute path."
            : null),
        Each("mounts/duplicate", (_, c) => TaskDefinitionRules.Twice(c.Structures("mountPoints").Select(m => m.Text("containerPath"))) is { } path
            ? $"Duplicate containerPath '{path}' in the mount points of container '{c.Text("name")}'."
            : null),
        Each("mounts/from", (x, c) => c.Structures("volumesFrom").FirstOrDefault(v => !x.Containers.Any(o => o != c
            && o.Text("name") == v.Text("sourceContainer"))) is { } from
            ? $"Unknown container '{from.Text("sourceContainer")}' in volumesFrom of container '{c.Text("name")}'."
            : null),
    ];

    private static IEnumerable<Rule<Registration>> Dependencies
    => [
        Each("dependencies/self", (_, c) => Dependency(c, d => d.Text("containerName") == c.Text("name")) is not null
            ? $"The container '{c.Text("name")}' cannot depend on itself."
            : null),
        Each("dependencies/unknown", (x, c) => Dependency(c, d => Find(x, d) is null) is { } unknown
            ? $"The container '{c.Text("name")}' depends on the container '{unknown.Text("containerName")}', which the task definition does not have."
            : null),
        Each("dependencies/condition", (_, c) => Dependency(c, d => !Conditions.Contains(d.Text("condition"))) is { } wrong
            ? $"Invalid condition '{wrong.Text("condition")}' of the dependency on '{wrong.Text("containerName")}': "
                + $"it must be one of {string.Join(", ", Conditions)}."
            : null),
        Each("dependencies/healthy", (x, c) => Dependency(c, d => d.Text("condition") == "HEALTHY" && Find(x, d)!.Structure("healthCheck") is null) is { } blind
            ? $"The container '{c.Text("name")}' waits until '{blind.Text("containerName")}' is HEALTHY, which has no healthCheck."
            : null),
        Each("dependencies/essential", (x, c) => Dependency(c, d => d.Text("condition") is "COMPLETE" or "SUCCESS"
            && Find(x, d)!.Flag("essential") != false) is { } essential
            ? $"The condition {essential.Text("condition")} cannot be set on the essential container '{essential.Text("containerName")}'."
            : null),
    ];

    private static IEnumerable<Rule<Registration>> HealthChecks
    => [
        Each("health check/command", (_, c) => c.Structure("healthCheck") is { } check && ContainerHealthCheck.CommandOf(check) is null
            ? $"The health check of container '{c.Text("name")}' needs a command."
            : null),
        Each("health check/range", (_, c) => c.Structure("healthCheck") is { } check
            && HealthCheckRanges.FirstOrDefault(r => check.Number(r.Member) is { } value && (value < r.Least || value > r.Most)) is { Member: not null } range
            ? $"The {range.Member} of the health check of container '{c.Text("name")}' must be between {range.Least} and {range.Most}."
            : null),
    ];

    private static IEnumerable<Rule<Registration>> Logs
    => [
        Each("logs/driver", (_, c) => c.Structure("logConfiguration") is { } logs && !Drivers.Contains(logs.Text("logDriver"))
            ? $"Invalid log driver '{logs.Text("logDriver")}' of container '{c.Text("name")}': it must be one of {string.Join(", ", Drivers)}."
            : null),
        Each("logs/awslogs options", (_, c) => MissingOptions(c, "awslogs-group", "awslogs-region")),
        Each("logs/secrets role", (x, c) => !x.HasExecutionRole && c.Structure("logConfiguration")?.Structures("secretOptions").Any() == true
            ? "When you are specifying secretOptions of a log configuration, you must also specify a value for 'executionRoleArn'."
            : null),
    ];

    /// <summary>A rule that holds for each container.</summary>
    public static Rule<Registration> Each(string name, Func<Registration, JsonObject, string?> complaint)
        => TaskDefinitionRules.Rule(name, x => x.Containers.Select(c => complaint(x, c)).FirstOrDefault(c => c is not null));

    /// <summary>What ECS says when the log driver is awslogs and options are missing.</summary>
    public static string? MissingOptions(JsonObject container, params string[] required)
    {
        var logs = container.Structure("logConfiguration");
        var options = logs?.Structure("options") ?? [];
        var missing = required.Where(x => options.Text(x) is not { Length: > 0 }).ToArray();
        return logs?.Text("logDriver") == "awslogs" && missing.Length > 0 ? $"Log driver awslogs requires options: {string.Join(", ", missing)}" : null;
    }

    /// <summary>A member that says something: <c>[]</c>, <c>""</c> and <c>false</c> do not.</summary>
    public static bool IsGiven(JsonNode? node) => node switch
    {
        null => false,
        JsonArray list => list.Count > 0,
        JsonValue value when value.TryGetValue<bool>(out var flag) => flag,
        JsonValue value when value.TryGetValue<string>(out var text) => text.Length > 0,
        _ => true,
    };

    public static bool IsVariable(string? name) => name is { Length: > 0 } && !name.Contains('=') && !name.Contains('\0');

    private static IEnumerable<JsonObject> Mappings(JsonObject container) => container.Structures("portMappings");

    private static string Shown(JsonNode? port) => port?.ToJsonString() ?? "(none)";

    private static JsonObject? Dependency(JsonObject container, Func<JsonObject, bool> isWrong) => container.Structures("dependsOn").FirstOrDefault(isWrong);

    private static JsonObject? Find(Registration registration, JsonObject dependency)
        => registration.Containers.FirstOrDefault(x => x.Text("name") == dependency.Text("containerName"));

    [GeneratedRegex(@"^[\w./:@-]{1,512}$")]
    private static partial Regex Image();

    [GeneratedRegex("^[a-z0-9_][a-z0-9_-]{0,63}$")]
    private static partial Regex PortName();
}
