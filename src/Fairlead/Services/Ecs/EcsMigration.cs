using System.Security.Cryptography;
using System.Text;
using Amazon.ECS;
using Amazon.ECS.Model;
using Fairlead.Aws;
using Fairlead.Releases;
using Fairlead.Reporting;
using EcsTask = Amazon.ECS.Model.Task;

namespace Fairlead.Services.Ecs;

/// <summary>Runs one command as a task of its own, at most once at a time for a release.</summary>
internal sealed class EcsMigration(AwsClients aws, EcsServiceOptions options, EcsEvidence evidence, IReporter reporter, TimeProvider time)
{
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html: letters, digits, hyphens, underscores, slashes.
    private const int LongestStartedBy = 36;

    // Stopping must not wait for a cancelled token, and not for ever either.
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(10);

    public async Task<Outcome> RunAsync(string releaseId, string revision, Service service, IReadOnlyList<string> command, CancellationToken cancellationToken)
    {
        var task = await FindRunningAsync(releaseId, revision, command, cancellationToken);
        if (task is not null)
        {
            reporter.Information($"Joining the migration task {EcsEvidence.Id(task)}, which is {task.LastStatus}.");
        }
        else
        {
            var answer = await StartAsync(releaseId, revision, service, command, cancellationToken);
            if (answer.Tasks is not { Count: > 0 } started)
            {
                var failures = (answer.Failures ?? [])
                    .Select(failure => string.Join(": ", new[] { failure.Reason, failure.Detail }.Where(part => !string.IsNullOrEmpty(part))))
                    .ToList();
                return new Outcome(
                    OutcomeKind.Failed,
                    $"ECS did not start the migration: {string.Join("; ", failures.DefaultIfEmpty("no reason was given"))}.",
                    new WhyBlock([], failures, [], []));
            }

            task = started[0];
            reporter.Information($"Started the migration task {EcsEvidence.Id(task)}.");
        }

        try
        {
            return await WaitAsync(task, revision, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await StopAsync(task, "The build was cancelled.");
            throw;
        }
    }

    private static string StartedBy(string releaseId)
    {
        var allowed = string.Concat(releaseId.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '/' ? c : '-'));
        return allowed.Length <= LongestStartedBy ? allowed : allowed[^LongestStartedBy..];
    }

    private async Task<EcsTask?> FindRunningAsync(string releaseId, string revision, IReadOnlyList<string> command, CancellationToken cancellationToken)
    {
        // Lists tasks whose desired status is RUNNING, so also those that are still starting.
        var listed = await aws.Ecs.ListTasksAsync(new ListTasksRequest { Cluster = options.Cluster, StartedBy = StartedBy(releaseId) }, cancellationToken);
        var tasks = await DescribeAsync(listed.TaskArns, cancellationToken);
        return tasks.Find(task => task.TaskDefinitionArn == revision
            && task.LastStatus != "STOPPED"
            && task.Overrides?.ContainerOverrides?.Find(o => o.Name == options.Container)?.Command is { } running
            && running.SequenceEqual(command));
    }

    private async Task<RunTaskResponse> StartAsync(
        string releaseId,
        string revision,
        Service service,
        IReadOnlyList<string> command,
        CancellationToken cancellationToken)
    {
        // The token names this attempt: a second start within it, by a retry or by a build that was killed before it saw the answer, starts nothing.
        // Earlier attempts that stopped are part of it, else ECS would answer with one of those.
        var stopped = await StoppedAttemptsAsync(revision, StartedBy(releaseId), cancellationToken);
        var token = Token([releaseId, revision, .. command, .. stopped]);
        var answer = await RunTaskAsync(token);
        return answer.Tasks is { Count: > 0 } tasks && tasks.TrueForAll(task => task.LastStatus == "STOPPED")
            ? await RunTaskAsync(Token([token, Guid.NewGuid().ToString("N")]))
            : answer;

        Task<RunTaskResponse> RunTaskAsync(string clientToken) => aws.Ecs.RunTaskAsync(
            new RunTaskRequest
            {
                Cluster = options.Cluster,
                TaskDefinition = revision,
                Count = 1,
                StartedBy = StartedBy(releaseId),
                ClientToken = clientToken,
                NetworkConfiguration = service.NetworkConfiguration,
                // ECS takes one or the other.
                CapacityProviderStrategy = service.CapacityProviderStrategy is { Count: > 0 } strategy ? strategy : null,
                LaunchType = service.CapacityProviderStrategy is { Count: > 0 } ? null : service.LaunchType,
                PlatformVersion = service.PlatformVersion is { Length: > 0 } platform ? platform : null,
                Overrides = new TaskOverride { ContainerOverrides = [new ContainerOverride { Name = options.Container, Command = [.. command] }] },
            },
            cancellationToken);
    }

    private async Task<List<string>> StoppedAttemptsAsync(string revision, string startedBy, CancellationToken cancellationToken)
    {
        var family = TaskDefinitionPlan.ShortName(revision).Split(':')[0];
        var listed = await aws.Ecs.ListTasksAsync(
            new ListTasksRequest { Cluster = options.Cluster, Family = family, DesiredStatus = DesiredStatus.STOPPED }, cancellationToken);
        var tasks = await DescribeAsync(listed.TaskArns, cancellationToken);
        return [.. tasks.Where(task => task.StartedBy == startedBy).Select(EcsEvidence.Id).Order(StringComparer.Ordinal)];
    }

    private static string Token(IEnumerable<string> parts)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))));

    private async Task<List<EcsTask>> DescribeAsync(List<string>? arns, CancellationToken cancellationToken) => arns is not { Count: > 0 }
        ? []
        : (await aws.Ecs.DescribeTasksAsync(new DescribeTasksRequest { Cluster = options.Cluster, Tasks = arns }, cancellationToken)).Tasks ?? [];

    private async Task<Outcome> WaitAsync(EcsTask task, string revision, CancellationToken cancellationToken)
    {
        var start = time.GetUtcNow();
        var backoff = new Backoff(time);
        var told = task.LastStatus;
        while (task.LastStatus != "STOPPED")
        {
            if (time.GetUtcNow() - start >= options.MigrationTimeout)
            {
                await StopAsync(task, "The migration took too long.");
                return new Outcome(
                    OutcomeKind.Failed,
                    $"The migration task {EcsEvidence.Id(task)} did not end within {options.MigrationTimeout.TotalMinutes:0.#} min and was told to stop.",
                    await evidence.OfTaskAsync(task, revision, cancellationToken));
            }

            await backoff.WaitAsync(cancellationToken);
            var now = await DescribeAsync([task.TaskArn!], cancellationToken);
            if (now is not [var current])
            {
                // DescribeTasks may not know a task yet that RunTask has just answered.
                continue;
            }

            task = current;
            if (task.LastStatus != told)
            {
                told = task.LastStatus;
                reporter.Information($"The migration task {EcsEvidence.Id(task)} is {told}.");
            }
        }

        var container = task.Containers?.Find(c => c.Name == options.Container);
        if (container?.ExitCode == 0)
        {
            return Outcome.Succeeded($"The migration task {EcsEvidence.Id(task)} ended with exit code 0.");
        }

        var reason = container?.ExitCode is { } code ? $"exit code {code}" : task.StoppedReason ?? container?.Reason ?? "no exit code";
        return new Outcome(
            OutcomeKind.Failed,
            $"The migration task {EcsEvidence.Id(task)} failed: {reason}.",
            await evidence.OfTaskAsync(task, revision, cancellationToken));
    }

    private async System.Threading.Tasks.Task StopAsync(EcsTask task, string reason)
    {
        using var timeout = new CancellationTokenSource(StopTimeout);
        try
        {
            await aws.Ecs.StopTaskAsync(new StopTaskRequest { Cluster = options.Cluster, Task = task.TaskArn, Reason = reason }, timeout.Token);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            reporter.Warning(AwsErrors.Explain(e, $"stop the migration task {EcsEvidence.Id(task)}").Message);
        }
    }
}
