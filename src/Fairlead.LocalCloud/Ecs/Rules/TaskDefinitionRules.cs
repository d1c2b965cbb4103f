using System.Text.RegularExpressions;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ecs.Rules;

/// <summary>
/// What ECS refuses to register, wherever the tasks are to run (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html and
/// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html). The words are ECS's own where they are known.
/// </summary>
internal static partial class TaskDefinitionRules
{
    /// <summary>https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html.</summary>
    private const int MaximumContainers = 10;

    private static readonly string[] Compatibilities = ["EC2", "FARGATE", "EXTERNAL", "MANAGED_INSTANCES"];
    private static readonly string[] NetworkModes = ["bridge", "host", "awsvpc", "none"];
    private static readonly string[] Architectures = ["X86_64", "ARM64"];
    private static readonly string[] VolumeKinds =
        ["host", "dockerVolumeConfiguration", "efsVolumeConfiguration", "fsxWindowsFileServerVolumeConfiguration", "s3filesVolumeConfiguration"];

    private static readonly string[] OperatingSystems =
    [
        "LINUX", "WINDOWS_SERVER_2016_FULL", "WINDOWS_SERVER_2004_CORE", "WINDOWS_SERVER_20H2_CORE", "WINDOWS_SERVER_2019_FULL", "WINDOWS_SERVER_2019_CORE",
        "WINDOWS_SERVER_2022_FULL", "WINDOWS_SERVER_2022_CORE", "WINDOWS_SERVER_2025_FULL", "WINDOWS_SERVER_2025_CORE",
    ];

    public static IReadOnlyList<Rule<Registration>> All { get; } =
    [
        Rule("family", x => Name().IsMatch(x.Request.Text("family") ?? "")
            ? null
            : "Family contains invalid characters: 1 to 255 letters, digits, hyphens and underscores are allowed."),
        Rule("compatibilities", x => x.RequiredCompatibilities.Except(Compatibilities).FirstOrDefault() is { } unknown
            ? $"Invalid requires compatibilities value '{unknown}': it must be one of {string.Join(", ", Compatibilities)}."
            : null),
        Rule("network mode", x => x.NetworkMode is null || NetworkModes.Contains(x.NetworkMode)
            ? null
            : $"Invalid network mode '{x.NetworkMode}': it must be one of {string.Join(", ", NetworkModes)}."),
        Rule("cpu", x => x.Request.Text("cpu") is { } cpu && x.Cpu is not > 0 ? $"Invalid 'cpu' setting for task: '{cpu}'." : null),
        Rule("memory", x => x.Request.Text("memory") is { } memory && x.Memory is not > 0 ? $"Invalid 'memory' setting for task: '{memory}'." : null),
        Rule("containers", x => x.Containers.Count == 0 ? "TaskDefinition should have at least one container definition." : null),
        Rule("containers/count", x => x.Containers.Count > MaximumContainers
            ? $"A task definition has at most {MaximumContainers} container definitions."
            : null),
        Rule("role", x => new[] { "executionRoleArn", "taskRoleArn" }.Any(r => x.Request.Text(r) is { Length: > 0 } role && !Role().IsMatch(role))
            ? "Role is not valid."
            : null),
        Rule("volumes/name", x => x.Volumes.FirstOrDefault(v => !Name().IsMatch(v.Text("name") ?? "")) is { } volume
            ? $"Invalid volume name '{volume.Text("name")}': 1 to 255 letters, digits, hyphens and underscores are allowed."
            : null),
        Rule("volumes/duplicate", x => Twice(x.Volumes.Select(v => v.Text("name"))) is { } name ? $"Duplicate volume name '{name}'." : null),
        Rule("volumes/kind", x => x.Volumes.FirstOrDefault(v => VolumeKinds.Count(k => v[k] is not null) > 1) is { } volume
            ? $"Only one kind of volume can be configured for volume '{volume.Text("name")}'."
            : null),
        Rule("runtime platform/architecture", x => Platform(x, "cpuArchitecture") is { } value && !Architectures.Contains(value)
            ? $"Invalid cpuArchitecture '{value}' in runtimePlatform: it must be one of {string.Join(", ", Architectures)}."
            : null),
        Rule("runtime platform/system", x => Platform(x, "operatingSystemFamily") is { } value && !OperatingSystems.Contains(value)
            ? $"Invalid operatingSystemFamily '{value}' in runtimePlatform."
            : null),
        .. ContainerRules.All,
        Rule("containers/duplicate", x => Twice(x.Containers.Select(c => c.Text("name"))) is { } name
            ? $"Duplicate container name '{name}': the names of the containers of a task definition must be unique."
            : null),
        Rule("containers/essential", x => x.Containers.Any(c => c.Flag("essential") != false)
            ? null
            : "A task definition must have at least one essential container."),
        Rule("containers/cpu sum", x => x.Cpu is { } cpu && x.Containers.Sum(c => (long)(c.Number("cpu") ?? 0)) is var sum && sum > cpu
            ? $"The total amount of CPU reserved by the containers ({sum}) is greater than the amount specified at the task level ({cpu})."
            : null),
        Rule("containers/memory of task", x => x.Memory is { } memory && x.Containers.FirstOrDefault(c => c.Number("memory") > memory) is { } container
            ? $"Invalid 'memory' setting for container '{container.Text("name")}': {container.Number("memory")} is more than the {memory} of the task."
            : null),
        Rule("ports/shared", SharedPort),
        Rule("ports/name duplicate", x => Twice(x.Containers.SelectMany(c => c.Structures("portMappings")).Select(p => p.Text("name"))) is { } name
            ? $"Duplicate port mapping name '{name}'."
            : null),
        Rule("dependencies/cycle", x => DependsOnItself(x) is { } name ? $"The dependencies of the containers are cyclic: '{name}' depends on itself." : null),
        .. TagRules.For("ClientException").Select(x => new Rule<Registration>(x.Name, r => x.Complaint(r.Request), x.ErrorCode)),
    ];

    public static Rule<Registration> Rule(string name, Func<Registration, string?> complaint) => new(name, complaint, "ClientException");

    /// <summary>The first value that is there twice.</summary>
    public static string? Twice(IEnumerable<string?> values)
        => values.Where(x => x is not null).GroupBy(x => x, StringComparer.Ordinal).FirstOrDefault(x => x.Count() > 1)?.Key;

    private static string? Platform(Registration registration, string member) => registration.Request.Structure("runtimePlatform")?.Text(member);

    /// <summary>Containers in one network cannot listen on the same port.</summary>
    private static string? SharedPort(Registration registration) => registration.SharesNetwork
        && registration.Containers
            .SelectMany(c => c.Structures("portMappings").Where(p => p.Number("containerPort") is not null))
            .GroupBy(p => (p.Number("containerPort"), p.Text("protocol") ?? "tcp"))
            .FirstOrDefault(x => x.Count() > 1) is { } port
        ? $"The port {port.Key.Item1}/{port.Key.Item2} is mapped by more than one container, and with network mode {registration.NetworkMode} they share ports."
        : null;

    private static string? DependsOnItself(Registration registration)
    {
        var needs = registration.Containers.ToDictionary(
            x => x.Text("name") ?? "",
            x => x.Structures("dependsOn").Select(d => d.Text("containerName") ?? "").ToArray(),
            StringComparer.Ordinal);
        return needs.Keys.FirstOrDefault(start => Reaches(start, start, []));

        bool Reaches(string from, string wanted, HashSet<string> seen)
            => needs.TryGetValue(from, out var next) && next.Any(x => x == wanted || (seen.Add(x) && Reaches(x, wanted, seen)));
    }

    [GeneratedRegex("^[a-zA-Z0-9_-]{1,255}$")]
    internal static partial Regex Name();

    // The ARN of a role, or its name, which ECS completes.
    [GeneratedRegex(@"^(arn:aws[a-z-]*:iam::\d{12}:role/[\w+=,.@/-]{1,576}|[\w+=,.@-]{1,64})$")]
    private static partial Regex Role();
}
