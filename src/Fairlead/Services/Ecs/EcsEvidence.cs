using Amazon.CloudWatchLogs.Model;
using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using Fairlead.Aws;
using Fairlead.Releases;
using Fairlead.Reporting;

namespace Fairlead.Services.Ecs;

/// <summary>Gathers why a deployment or a task failed. A source that cannot be read is named in a
/// warning and left out: evidence must not hide the failure.</summary>
internal sealed class EcsEvidence(AwsClients aws, EcsServiceOptions options, IReporter reporter)
{
    private const int MaximumLogLines = 30;

    // The newest ones tell enough; each costs a request.
    private const int MaximumTasksWithLogs = 3;
    private const int MaximumTasksDescribed = 100;

    private readonly EcsTasks _tasks = new(aws, options);

    /// <summary>The evidence on one deployment of the service.</summary>
    public async Task<WhyBlock> OfDeploymentAsync(
        Service service,
        Deployment? deployment,
        string taskDefinition,
        IReadOnlyList<ServiceEvent> events,
        CancellationToken cancellationToken)
    {
        var all = await TasksAsync(DesiredStatus.STOPPED, cancellationToken);
        bool IsOwn(Amazon.ECS.Model.Task task) => task.StartedBy is { } starter && deployment?.Id is { } id
            ? starter == id
            : task.TaskDefinitionArn == taskDefinition;
        var stopped = all.Where(IsOwn).ToList();
        var failing = stopped.Count > 0 ? stopped : [.. (await TasksAsync(DesiredStatus.RUNNING, cancellationToken)).Where(IsOwn)];
        var others = all.Where(task => !IsOwn(task)).ToList();
        var why = new WhyBlock(
            Lines(events),
            [.. stopped.OrderBy(task => task.StoppedAt ?? DateTime.MaxValue).Select(Describe)],
            await TargetHealthAsync(service, cancellationToken),
            await LogLinesAsync(failing, taskDefinition, cancellationToken));

        // All events are shown. The cause is looked for in those of this deployment: what ECS goes back to may fail as well, and for another reason.
        return why with
        {
            LikelyCause = LikelyCause.Of(why with { ServiceEvents = Lines(EcsEvents.OfDeployment(events, service, deployment, stopped, others)) }),
        };
    }

    /// <summary>The evidence on what the service runs at this moment, no deployment being at work: what happened since a time, and what its tasks say.</summary>
    public async Task<WhyBlock> OfServiceAsync(Service service, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var revision = service.TaskDefinition ?? "";
        var stopped = (await TasksAsync(DesiredStatus.STOPPED, cancellationToken))
            .Where(task => task.TaskDefinitionArn == revision && task.StoppedAt >= since.UtcDateTime)
            .ToList();
        var running = (await TasksAsync(DesiredStatus.RUNNING, cancellationToken)).Where(task => task.TaskDefinitionArn == revision);
        return LikelyCause.Conclude(new WhyBlock(
            Lines((service.Events ?? []).Where(e => e.CreatedAt >= since.UtcDateTime)),
            [.. stopped.OrderBy(task => task.StoppedAt).Select(Describe)],
            await TargetHealthAsync(service, cancellationToken),
            await LogLinesAsync([.. running, .. stopped], revision, cancellationToken)));
    }

    /// <summary>What the service's container said last in a task, oldest line first; empty where its log cannot be read. Other containers have no say: what
    /// they write while the task stops would push out the lines that are asked for.</summary>
    public async Task<IReadOnlyList<string>> LastLinesAsync(Amazon.ECS.Model.Task task, string taskDefinition, CancellationToken cancellationToken)
        => await LogLinesAsync([task], taskDefinition, cancellationToken, options.Container);

    /// <summary>The evidence on one task that belongs to no service.</summary>
    public async Task<WhyBlock> OfTaskAsync(Amazon.ECS.Model.Task task, string taskDefinition, CancellationToken cancellationToken)
        => LikelyCause.Conclude(new WhyBlock(
            [],
            task.LastStatus == "STOPPED" ? [Describe(task)] : [],
            [],
            await LogLinesAsync([task], taskDefinition, cancellationToken)));

    /// <summary>"Task 0123abcd stopped: Essential container in task exited; api: exit code 134".</summary>
    internal static string Describe(Amazon.ECS.Model.Task task) => $"Task {Id(task)} stopped: {Reason(task)}";

    /// <summary>"Essential container in task exited; api: exit code 134".</summary>
    internal static string Reason(Amazon.ECS.Model.Task task)
    {
        var containers = (task.Containers ?? [])
            .Where(container => container.ExitCode is not null || !string.IsNullOrEmpty(container.Reason))
            .Select(container =>
                $"{container.Name}: {string.Join(", ", ((string?[])[container.ExitCode is { } code ? $"exit code {code}" : null, container.Reason]).Where(part => !string.IsNullOrEmpty(part)))}");
        var parts = new[] { task.StoppedReason ?? task.StopCode?.Value ?? "no reason was given" }.Concat(containers);
        return string.Join("; ", parts);
    }

    internal static string Id(Amazon.ECS.Model.Task task) => TaskDefinitionPlan.ShortName(task.TaskArn);

    private static string[] Lines(IEnumerable<ServiceEvent> events)
        => [.. events.OrderBy(e => e.CreatedAt ?? DateTime.MaxValue).Select(e => $"{Clock(e.CreatedAt)}{e.Message}")];

    private static string Clock(DateTime? time) => time is { } at ? $"{at:HH:mm:ss} " : "";

    private Task<List<Amazon.ECS.Model.Task>> TasksAsync(DesiredStatus status, CancellationToken cancellationToken)
        => ServiceCalls.TolerateAsync(
            reporter,
            "the tasks of the service",
            async () =>
            {
                var listed = await _tasks.OfServiceAsync(status, cancellationToken);
                return [.. await _tasks.DescribeAsync([.. listed.Take(MaximumTasksDescribed)], cancellationToken)];
            },
            (List<Amazon.ECS.Model.Task>)[]);

    private Task<List<string>> TargetHealthAsync(Service service, CancellationToken cancellationToken)
        => ServiceCalls.TolerateAsync(
            reporter,
            "the health of the load balancer's targets",
            async () =>
            {
                var lines = new List<string>();
                foreach (var group in (service.LoadBalancers ?? []).Select(balancer => balancer.TargetGroupArn).OfType<string>().Distinct())
                {
                    var health = await aws.ElasticLoadBalancing.DescribeTargetHealthAsync(
                        new DescribeTargetHealthRequest { TargetGroupArn = group },
                        cancellationToken);
                    var ill = (health.TargetHealthDescriptions ?? []).Where(target => target.TargetHealth?.State != TargetHealthStateEnum.Healthy).ToList();
                    var check = ill.Count == 0 ? "" : await HealthCheckAsync(group, cancellationToken);
                    lines.AddRange(ill
                        .Select(x => (x.Target, x.TargetHealth, Why: new[] { x.TargetHealth?.Reason?.Value, x.TargetHealth?.Description }))
                        .Select(x => $"Target {x.Target?.Id}:{x.Target?.Port} is {x.TargetHealth?.State?.Value ?? "unknown"}: "
                            + string.Join(", ", x.Why.Where(part => !string.IsNullOrEmpty(part))) + check));
                }

                return lines;
            },
            (List<string>)[]);

    /// <summary>" (health check: HTTP GET /api/health on port 8080, healthy when 200-399)".</summary>
    private Task<string> HealthCheckAsync(string targetGroup, CancellationToken cancellationToken)
        => ServiceCalls.TolerateAsync(
            reporter,
            "the health check of the load balancer",
            async () =>
            {
                var answer = await aws.ElasticLoadBalancing.DescribeTargetGroupsAsync(
                    new DescribeTargetGroupsRequest { TargetGroupArns = [targetGroup] },
                    cancellationToken);
                if (answer.TargetGroups is not [{ HealthCheckProtocol: { } protocol } group])
                {
                    return "";
                }

                var port = group.HealthCheckPort is null or "traffic-port" ? "the service's port" : $"port {group.HealthCheckPort}";
                var codes = group.Matcher is { HttpCode: { } http } ? $", healthy when {http}" : "";
                return group.HealthCheckPath is { } path
                    ? $" (health check: {protocol} GET {path} on {port}{codes})"
                    : $" (health check: {protocol} on {port})";
            },
            "");

    private Task<List<string>> LogLinesAsync(
        IReadOnlyList<Amazon.ECS.Model.Task> tasks, string taskDefinition, CancellationToken cancellationToken, string? ofContainer = null)
        => ServiceCalls.TolerateAsync(
            reporter,
            "the log of the tasks",
            async () =>
            {
                if (tasks.Count == 0)
                {
                    return [];
                }

                var definition = await aws.Ecs.DescribeTaskDefinitionAsync(
                    new DescribeTaskDefinitionRequest { TaskDefinition = taskDefinition },
                    cancellationToken);
                var lines = new List<OutputLogEvent>();
                foreach (var task in tasks.OrderByDescending(task => task.StoppedAt ?? task.CreatedAt ?? DateTime.MinValue).Take(MaximumTasksWithLogs))
                {
                    foreach (var container in definition.TaskDefinition?.ContainerDefinitions?.Where(x => ofContainer is null || x.Name == ofContainer) ?? [])
                    {
                        lines.AddRange(await ReadAsync(container, task, cancellationToken));
                    }
                }

                return [.. lines.OrderBy(line => line.Timestamp).TakeLast(MaximumLogLines).Select(line => (line.Message ?? "").TrimEnd('\r', '\n'))];
            },
            (List<string>)[]);

    private async Task<List<OutputLogEvent>> ReadAsync(ContainerDefinition container, Amazon.ECS.Model.Task task, CancellationToken cancellationToken)
    {
        var log = container.LogConfiguration;
        if (log?.LogDriver != LogDriver.Awslogs
            || log.Options?.TryGetValue("awslogs-group", out var group) != true
            || log.Options.TryGetValue("awslogs-stream-prefix", out var prefix) != true)
        {
            return [];
        }

        try
        {
            // Stream names: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html
            var page = await aws.Logs.GetLogEventsAsync(
                new GetLogEventsRequest
                {
                    LogGroupName = group,
                    LogStreamName = $"{prefix}/{container.Name}/{Id(task)}",
                    Limit = MaximumLogLines,
                    StartFromHead = false
                },
                cancellationToken);
            return page.Events ?? [];
        }
        catch (ResourceNotFoundException)
        {
            // The container never wrote a line.
            return [];
        }
    }
}
