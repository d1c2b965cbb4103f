using System.Text.RegularExpressions;
using Amazon.ECS;
using EcsTask = Amazon.ECS.Model.Task;

namespace Fairlead.Services.Ecs;

/// <summary>Sees which tasks of one deployment stop by a fault of their own: not because they are scaled in, stopped by somebody, or lose their host.</summary>
internal sealed partial class StoppedTasks(EcsTasks tasks, string deploymentId)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly List<EcsTask> _failed = [];

    /// <summary>Those that were seen to have stopped, oldest look first.</summary>
    public IReadOnlyList<EcsTask> Failed => _failed;

    /// <summary>What has stopped until now is no longer of interest. One call.</summary>
    public async Task IgnoreAsync(CancellationToken cancellationToken)
        => _known.UnionWith(await tasks.OfServiceAsync(DesiredStatus.STOPPED, cancellationToken));

    /// <summary>Looks for tasks that stop or have stopped since. One call, and one more when there are any.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var listed = await tasks.OfServiceAsync(DesiredStatus.STOPPED, cancellationToken);
        foreach (var task in await tasks.DescribeAsync([.. listed.Where(x => !_known.Contains(x))], cancellationToken))
        {
            // The exit code may come later than the wish that the task stops.
            if (task.LastStatus == "STOPPED" && _known.Add(task.TaskArn!) && task.StartedBy == deploymentId && IsOwnFault(task))
            {
                _failed.Add(task);
            }
        }
    }

    /// <summary>The tasks that stopped for the reason for which most did.</summary>
    public IReadOnlyList<EcsTask> MostAlike()
        => _failed.GroupBy(Signature).OrderByDescending(x => x.Count()).FirstOrDefault()?.ToList() ?? [];

    /// <summary>Whether the task failed, rather than being taken away. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Task.html</summary>
    internal static bool IsOwnFault(EcsTask task)
    {
        if (task.StopCode == TaskStopCode.UserInitiated || task.StopCode == TaskStopCode.SpotInterruption || task.StopCode == TaskStopCode.TerminationNotice)
        {
            return false;
        }

        // "Scaling activity initiated by (deployment ecs-svc/0123)"; but "Task failed ELB health checks in (target-group …)".
        return task.StopCode == TaskStopCode.ServiceSchedulerInitiated
            ? task.StoppedReason?.StartsWith("Task failed", StringComparison.Ordinal) == true
            : task.StoppedReason?.StartsWith("Scaling activity", StringComparison.Ordinal) != true;
    }

    /// <summary>The reason without what differs from task to task: ids, request numbers, how often something was tried.</summary>
    internal static string Signature(EcsTask task)
    {
        var containers = (task.Containers ?? []).Select(x => $"{x.Name}:{x.ExitCode}:{Numbers().Replace(x.Reason ?? "", "#")}");
        return string.Join('|', [task.StopCode?.Value, Numbers().Replace(task.StoppedReason ?? "", "#"), .. containers]);
    }

    [GeneratedRegex("[0-9a-f]{8,}(?:-[0-9a-f]+)*|[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}
