using System.Security.Cryptography;
using System.Text;
using Amazon.ECS.Model;
using Fairlead.Aws;
using Fairlead.Releases;
using Fairlead.Reporting;
using EcsTask = Amazon.ECS.Model.Task;

namespace Fairlead.Services.Ecs;

/// <summary>Runs one command as a task of its own. Never two at once: a task of the family that runs the command, whoever started it, ends first.</summary>
internal sealed class EcsMigration(AwsClients aws, EcsServiceOptions options, EcsEvidence evidence, IReporter reporter, TimeProvider time)
{
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html: letters, digits, hyphens, underscores, slashes.
    private const int LongestStartedBy = 36;

    // Stopping must not wait for a cancelled token, and not for ever either.
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(10);

    private readonly EcsTasks _tasks = new(aws, options);

    public async Task<Outcome> RunAsync(
        string releaseId,
        string revision,
        Service service,
        IReadOnlyList<string> command,
        Func<CancellationToken, System.Threading.Tasks.Task>? beforeStart,
        CancellationToken cancellationToken)
    {
        var start = time.GetUtcNow();
        while (true)
        {
            var family = await _tasks.OfFamilyAsync(TaskDefinitionPlan.ShortName(revision).Split(':')[0], cancellationToken);
            var running = family.Where(task => task.LastStatus != "STOPPED" && (Runs(task, command) || IsMigration(task))).ToList();
            var own = running.Find(task => Runs(task, command)
                && task.DesiredStatus != "STOPPED"
                && task.TaskDefinitionArn == revision
                && task.StartedBy == StartedBy(releaseId));
            if (running.Find(task => task != own) is not { } other)
            {
                if (own is not null)
                {
                    return await JoinAsync(own, revision, cancellationToken);
                }

                await (beforeStart?.Invoke(cancellationToken) ?? System.Threading.Tasks.Task.CompletedTask);
                return await StartAsync(releaseId, revision, service, command, family, cancellationToken);
            }

            if (await AwaitOtherAsync(other, start, cancellationToken) is { } stillRunning)
            {
                return stillRunning;
            }
        }
    }

    private static string StartedBy(string releaseId)
    {
        var allowed = string.Concat(releaseId.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '/' ? c : '-'));
        return allowed.Length <= LongestStartedBy ? allowed : allowed[^LongestStartedBy..];
    }

    private bool Runs(EcsTask task, IReadOnlyList<string> command)
        => task.Overrides?.ContainerOverrides?.Find(o => o.Name == options.Container)?.Command is { } running && running.SequenceEqual(command);

    /// <summary>A deploy starts tasks with a command of their own for nothing else; which command it was may have changed since.</summary>
    private bool IsMigration(EcsTask task)
        => ReleaseId.TryParse(task.StartedBy, out _)
            && task.Overrides?.ContainerOverrides?.Find(o => o.Name == options.Container)?.Command is { Count: > 0 };

    /// <summary>Waits for the end of a migration that is not this release's. Null when it has ended, however: it is not for this run to judge.</summary>
    private async Task<Outcome?> AwaitOtherAsync(EcsTask task, DateTimeOffset start, CancellationToken cancellationToken)
    {
        var name = $"The migration task {EcsEvidence.Id(task)}";
        var release = string.IsNullOrEmpty(task.StartedBy) ? TaskDefinitionPlan.ShortName(task.TaskDefinitionArn) : task.StartedBy;
        reporter.Information(
            $"Waiting for the migration task {EcsEvidence.Id(task)} of {release}, which is {task.LastStatus}: two migrations never run at once.");
        var backoff = new Backoff(time);
        var told = task.LastStatus;
        while (true)
        {
            if (time.GetUtcNow() - start >= options.MigrationTimeout)
            {
                return new Outcome(
                    OutcomeKind.Failed,
                    $"{name} of {release}, which another run started, did not end within {options.MigrationTimeout.TotalMinutes:0.#} min; "
                        + "no other was started.",
                    await evidence.OfTaskAsync(task, task.TaskDefinitionArn!, cancellationToken));
            }

            await backoff.WaitAsync(cancellationToken);
            if (await _tasks.DescribeAsync([task.TaskArn!], cancellationToken) is not [var current])
            {
                // ECS forgets tasks an hour after their end.
                return null;
            }

            task = current;
            if (task.LastStatus == "STOPPED")
            {
                reporter.Information($"{name} ended with {Ending(task)}.");
                return null;
            }

            if (task.LastStatus != told)
            {
                told = task.LastStatus;
                reporter.Information($"{name} is {told}.");
            }
        }
    }

    private Task<Outcome> JoinAsync(EcsTask task, string revision, CancellationToken cancellationToken)
    {
        reporter.Information($"Joining the migration task {EcsEvidence.Id(task)}, which is {task.LastStatus}.");
        return FinishAsync(task, revision, cancellationToken);
    }

    private async Task<Outcome> StartAsync(
        string releaseId,
        string revision,
        Service service,
        IReadOnlyList<string> command,
        IReadOnlyList<EcsTask> family,
        CancellationToken cancellationToken)
    {
        // The token names this attempt: a second start within it, by a retry or by a build that was killed before it saw the answer, starts nothing.
        // Earlier attempts that stopped are part of it, else ECS would answer with one of those.
        var stopped = family.Where(task => task.StartedBy == StartedBy(releaseId)).Select(EcsEvidence.Id).Order(StringComparer.Ordinal);
        var token = Token([releaseId, revision, .. command, .. stopped]);
        var answer = await RunTaskAsync(token);
        if (answer.Tasks is { Count: > 0 } tasks && tasks.TrueForAll(task => task.LastStatus == "STOPPED"))
        {
            answer = await RunTaskAsync(Token([token, Guid.NewGuid().ToString("N")]));
        }

        if (answer.Tasks is not { Count: > 0 } started)
        {
            var failures = (answer.Failures ?? [])
                .Select(failure => string.Join(": ", new[] { failure.Reason, failure.Detail }.Where(part => !string.IsNullOrEmpty(part))))
                .ToList();
            return new Outcome(
                OutcomeKind.Failed,
                $"ECS did not start the migration: {string.Join("; ", failures.DefaultIfEmpty("no reason was given"))}.",
                LikelyCause.Conclude(new WhyBlock([], failures, [], [])));
        }

        reporter.Information($"Started the migration task {EcsEvidence.Id(started[0])}.");
        return await FinishAsync(started[0], revision, cancellationToken);

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

    private async Task<Outcome> FinishAsync(EcsTask task, string revision, CancellationToken cancellationToken)
    {
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

    private string Ending(EcsTask task)
    {
        var container = task.Containers?.Find(c => c.Name == options.Container);
        return container?.ExitCode is { } code ? $"exit code {code}" : task.StoppedReason ?? container?.Reason ?? "no exit code";
    }

    private static string Token(IEnumerable<string> parts)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))));

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
            if (await _tasks.DescribeAsync([task.TaskArn!], cancellationToken) is not [var current])
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

        return task.Containers?.Find(c => c.Name == options.Container)?.ExitCode == 0
            ? Outcome.Succeeded($"The migration task {EcsEvidence.Id(task)} ended with exit code 0.") with
            {
                Output = await evidence.LastLinesAsync(task, revision, cancellationToken),
            }
            : new Outcome(
                OutcomeKind.Failed,
                $"The migration task {EcsEvidence.Id(task)} failed: {Ending(task)}.",
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
