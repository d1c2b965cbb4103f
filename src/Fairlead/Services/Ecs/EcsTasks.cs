using Amazon.ECS;
using Amazon.ECS.Model;
using Fairlead.Aws;
using EcsTask = Amazon.ECS.Model.Task;

namespace Fairlead.Services.Ecs;

/// <summary>Reads tasks. ECS forgets a task an hour after its end.</summary>
internal sealed class EcsTasks(AwsClients aws, EcsServiceOptions options)
{
    // DescribeTasks takes as many: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeTasks.html
    private const int MostDescribed = 100;

    // A service that fails for an hour leaves some hundred tasks behind; each page is a request.
    private const int MostPages = 10;

    /// <summary>The tasks of a family that are not forgotten yet, whoever started them; those that stop or have stopped, too.</summary>
    public async Task<IReadOnlyList<EcsTask>> OfFamilyAsync(string family, CancellationToken cancellationToken)
    {
        var running = await ListAsync(new ListTasksRequest { Family = family }, cancellationToken);

        // A task that was told to stop may run on for as long as its stop timeout; what counts here as RUNNING is what is wanted of it.
        var stopped = await ListAsync(new ListTasksRequest { Family = family, DesiredStatus = DesiredStatus.STOPPED }, cancellationToken);
        return await DescribeAsync([.. running.Union(stopped)], cancellationToken);
    }

    /// <summary>ARNs of the service's tasks of which ECS wants this status, newest first.</summary>
    /// <remarks>StartedBy would have to be the only filter, and then stopped tasks are not listed.
    /// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListTasks.html</remarks>
    public Task<IReadOnlyList<string>> OfServiceAsync(DesiredStatus status, CancellationToken cancellationToken)
        => ListAsync(new ListTasksRequest { ServiceName = options.Service, DesiredStatus = status }, cancellationToken);

    /// <summary>The tasks; without those that ECS does not know.</summary>
    public async Task<IReadOnlyList<EcsTask>> DescribeAsync(IReadOnlyList<string> arns, CancellationToken cancellationToken)
    {
        var tasks = new List<EcsTask>();
        foreach (var chunk in arns.Chunk(MostDescribed))
        {
            var answer = await aws.Ecs.DescribeTasksAsync(new DescribeTasksRequest { Cluster = options.Cluster, Tasks = [.. chunk] }, cancellationToken);
            tasks.AddRange(answer.Tasks ?? []);
        }

        return tasks;
    }

    private async Task<IReadOnlyList<string>> ListAsync(ListTasksRequest request, CancellationToken cancellationToken)
    {
        request.Cluster = options.Cluster;
        var arns = new List<string>();
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await aws.Ecs.ListTasksAsync(request, cancellationToken);
            arns.AddRange(answer.TaskArns ?? []);
            if (string.IsNullOrEmpty(request.NextToken = answer.NextToken))
            {
                break;
            }
        }

        return arns;
    }
}
