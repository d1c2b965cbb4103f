using System.Text.RegularExpressions;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ecs.Rules;

/// <summary>
/// What a task definition must be besides so that Fargate can run it
/// (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html and …/fargate-security-considerations.html). One rule of Fargate is
/// left out: a volume of the host is refused there, and is how data outlives a task here.
/// </summary>
internal static partial class FargateRules
{
    private const int LongestTimeout = 120;

    private static readonly string[] Drivers = ["awslogs", "splunk", "awsfirelens"];

    public static IReadOnlyList<Rule<Registration>> All { get; } =
    [
        TaskDefinitionRules.Rule("fargate/network mode", x => x.NetworkMode == "awsvpc" ? null : "Fargate only supports network mode 'awsvpc'."),
        TaskDefinitionRules.Rule("fargate/cpu", x => x.Cpu is null ? "Fargate requires that 'cpu' be defined at the task level." : null),
        TaskDefinitionRules.Rule("fargate/memory", x => x.Memory is null ? "Fargate requires that 'memory' be defined at the task level." : null),
        TaskDefinitionRules.Rule("fargate/size", x => FargateSize.Exists(x.Cpu!.Value, x.Memory!.Value)
            ? null
            : $"No Fargate configuration exists for given values: {x.Cpu} CPU, {x.Memory} memory. See the Amazon ECS documentation for the valid values."),
        TaskDefinitionRules.Rule("fargate/placement constraints", x => x.Request.Structures("placementConstraints").Any()
            ? "Fargate compatible task definitions do not support placement constraints."
            : null),
        TaskDefinitionRules.Rule("fargate/ipc mode", x => x.Request.Text("ipcMode") is { } mode
            ? $"Fargate compatible task definitions do not support ipcMode '{mode}'."
            : null),
        TaskDefinitionRules.Rule("fargate/pid mode", x => x.Request.Text("pidMode") is { } mode and not "task"
            ? $"Fargate compatible task definitions do not support pidMode '{mode}': it must be 'task'."
            : null),
        TaskDefinitionRules.Rule("fargate/ephemeral storage", x => x.Request.Structure("ephemeralStorage") is { } storage
            && storage.Number("sizeInGiB") is not (>= 21 and <= 200)
            ? "Invalid ephemeral storage: sizeInGiB must be between 21 and 200."
            : null),
        TaskDefinitionRules.Rule("fargate/docker volumes", x => x.Volumes.Any(v => v["dockerVolumeConfiguration"] is not null)
            ? "Fargate compatible task definitions do not support dockerVolumeConfiguration."
            : null),
        ContainerRules.Each("fargate/log driver", (_, c) => c.Structure("logConfiguration")?.Text("logDriver") is { } driver && !Drivers.Contains(driver)
            ? $"Fargate only supports the log drivers {string.Join(", ", Drivers)}: container '{c.Text("name")}' has {driver}."
            : null),
        ContainerRules.Each("fargate/awslogs options", (_, c) => ContainerRules.MissingOptions(c, "awslogs-stream-prefix")),
        ContainerRules.Each("fargate/awslogs role", (x, c) => !x.HasExecutionRole && c.Structure("logConfiguration")?.Text("logDriver") == "awslogs"
            ? "Fargate requires task definition to have execution role ARN to support log driver awslogs."
            : null),
        ContainerRules.Each("fargate/ecr role", (x, c) => !x.HasExecutionRole && EcrImage().IsMatch(c.Text("image")!)
            ? "Fargate requires task definition to have execution role ARN to support ECR images."
            : null),
        ContainerRules.Each("fargate/timeouts", (_, c) => new[] { "startTimeout", "stopTimeout" }
            .FirstOrDefault(t => c.Number(t) is > LongestTimeout) is { } timeout
            ? $"Invalid setting for container '{c.Text("name")}'. '{timeout}' must not be greater than {LongestTimeout} on Fargate."
            : null),
        ContainerRules.Each("fargate/privileged", (_, c) => c.Flag("privileged") == true
            ? $"Fargate compatible task definitions do not support privileged containers: '{c.Text("name")}'."
            : null),
        ContainerRules.Each("fargate/devices", (_, c) => c.Structure("linuxParameters") is { } linux
            && new[] { "devices", "sharedMemorySize" }.FirstOrDefault(m => ContainerRules.IsGiven(linux[m])) is { } member
            ? $"Fargate compatible task definitions do not support {member}: container '{c.Text("name")}'."
            : null),
        ContainerRules.Each("fargate/gpu", (_, c) => c.Structures("resourceRequirements").Any(r => r.Text("type") == "GPU")
            ? $"Fargate compatible task definitions do not support GPUs: container '{c.Text("name")}'."
            : null),
        ContainerRules.Each("fargate/ulimits", (_, c) => c.Structures("ulimits").FirstOrDefault(u => u.Text("name") != "nofile") is { } ulimit
            ? $"Fargate compatible task definitions only support the ulimit nofile, not {ulimit.Text("name")}."
            : null),
    ];

    public static bool AreKept(Registration registration) => All.All(x => x.Complaint(registration) is null);

    [GeneratedRegex(@"^\d{12}\.dkr[.-]ecr(-fips)?\.")]
    private static partial Regex EcrImage();
}
