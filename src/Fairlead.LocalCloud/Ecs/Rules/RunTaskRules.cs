using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ecs.Rules;

/// <summary>What ECS refuses to run (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html, …/API_TaskOverride.html).</summary>
internal static partial class RunTaskRules
{
    private const int MaximumCount = 10;

    /// <summary>Characters of the overrides, JSON and all: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerOverride.html.</summary>
    private const int MaximumOverrides = 8192;

    public static IReadOnlyList<Rule<Launch>> All { get; } =
    [
        LaunchRules.Rule("run/count", x => x.Request.Number("count") is < 1 or > MaximumCount ? $"Count must be between 1 and {MaximumCount}." : null),
        .. LaunchRules.All,
        LaunchRules.Rule("run/overrides size", x => x.Request.Structure("overrides")?.ToJsonString().Length > MaximumOverrides
            ? $"Container Overrides length must be at most {MaximumOverrides}."
            : null),
        LaunchRules.Rule("run/overrides name", x => Overrides(x).FirstOrDefault(o => x.Container(o.Text("name")) is null) is { } unknown
            ? $"Override for container named {unknown.Text("name")} is not a container in the TaskDefinition."
            : null),
        LaunchRules.Rule("run/overrides duplicate", x => TaskDefinitionRules.Twice(Overrides(x).Select(o => o.Text("name"))) is { } name
            ? $"More than one override for container named {name}."
            : null),
        LaunchRules.Rule("run/overrides environment", x => Overrides(x)
            .SelectMany(o => o.Structures("environment"))
            .FirstOrDefault(v => !ContainerRules.IsVariable(v.Text("name"))) is { } variable
            ? $"Invalid environment variable name '{variable.Text("name")}' in the overrides: it must not be empty nor hold '='."
            : null),
        LaunchRules.Rule("run/started by", x => x.Request.Text("startedBy") is { } startedBy && !StartedBy().IsMatch(startedBy)
            ? "Invalid startedBy: up to 128 letters, digits, hyphens, slashes and underscores are allowed."
            : null),
        LaunchRules.Rule("run/group", x => x.Request.Text("group")?.StartsWith("service:", StringComparison.Ordinal) == true
            ? "Invalid namespace for group."
            : null),
        LaunchRules.Rule("run/propagate tags", x => x.Request.Text("propagateTags") is not (null or "TASK_DEFINITION" or "NONE")
            ? "Invalid propagateTags: a task takes its tags from TASK_DEFINITION or from nowhere."
            : null),
        .. LaunchRules.Tags,
    ];

    private static IEnumerable<JsonObject> Overrides(Launch launch) => launch.Request.Structure("overrides")?.Structures("containerOverrides") ?? [];

    [GeneratedRegex("^[a-zA-Z0-9_/-]{1,128}$")]
    private static partial Regex StartedBy();
}
