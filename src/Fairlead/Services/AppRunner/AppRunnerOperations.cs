using Amazon.AppRunner;
using Amazon.AppRunner.Model;
using Fairlead.Aws;
using Fairlead.Reporting;
using AppRunnerStatus = Amazon.AppRunner.ServiceStatus;

namespace Fairlead.Services.AppRunner;

/// <summary>Reads one service and follows operations on it to their end.</summary>
internal sealed class AppRunnerOperations(AwsClients aws, AppRunnerServiceOptions options, IReporter reporter, TimeProvider time)
{
    // ListOperations may lag behind the call that began the operation.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(30);

    private const int MostFailedReads = 5;

    // Operations are listed newest first; the ones that matter here are the newest.
    private const int Newest = 20;

    /// <summary>What each state that App Runner gives an operation means.</summary>
    public static readonly IReadOnlyDictionary<OperationStatus, OperationState> States = new Dictionary<OperationStatus, OperationState>
    {
        [OperationStatus.PENDING] = OperationState.InProgress,
        [OperationStatus.IN_PROGRESS] = OperationState.InProgress,
        [OperationStatus.ROLLBACK_IN_PROGRESS] = OperationState.InProgress,
        [OperationStatus.SUCCEEDED] = OperationState.Succeeded,
        [OperationStatus.ROLLBACK_SUCCEEDED] = OperationState.RolledBack,
        [OperationStatus.FAILED] = OperationState.Failed,
        [OperationStatus.ROLLBACK_FAILED] = OperationState.Failed,
    };

    /// <summary>Reads the service.</summary>
    /// <exception cref="FairleadException">There is no such service.</exception>
    public async Task<Service> ReadServiceAsync(CancellationToken cancellationToken)
    {
        try
        {
            var answer = await aws.AppRunner.DescribeServiceAsync(new DescribeServiceRequest { ServiceArn = options.ServiceArn }, cancellationToken);
            if (answer.Service is { } service && service.Status != AppRunnerStatus.DELETED)
            {
                return service;
            }
        }
        catch (ResourceNotFoundException)
        {
            // Said below, as for one that was deleted.
        }

        throw new FairleadException(
            $"The service '{options.ServiceName}' cannot be deployed to.",
            $"App Runner has no service {options.ServiceArn}.",
            "Check the stack's outputs, and apply the infrastructure if it was not.");
    }

    /// <summary>The operation that is in progress; null when there is none.</summary>
    public async Task<OperationSummary?> CurrentAsync(CancellationToken cancellationToken)
        => (await ListAsync(cancellationToken)).Find(operation => StateOf(operation) == OperationState.InProgress);

    /// <summary>Waits until no operation is in progress.</summary>
    /// <exception cref="FairleadException">One still is when the time is over.</exception>
    public async Task<Service> WaitUntilFreeAsync(CancellationToken cancellationToken)
    {
        var start = time.GetUtcNow();
        var backoff = new Backoff(time);
        string? told = null;
        while (true)
        {
            var service = await ReadServiceAsync(cancellationToken);
            if (service.Status != AppRunnerStatus.OPERATION_IN_PROGRESS)
            {
                return service;
            }

            var operation = await CurrentAsync(cancellationToken);
            if (told is null || (operation?.Id is not null && told != operation.Id))
            {
                told = operation?.Id ?? "";
                reporter.Information($"Waiting for the operation {operation?.Type ?? "?"} {operation?.Id} of App Runner.");
            }

            if (time.GetUtcNow() - start >= options.OperationTimeout)
            {
                throw new FairleadException(
                    $"The service '{options.ServiceName}' cannot be deployed to.",
                    $"Its operation {operation?.Type} {operation?.Id} did not end within {options.OperationTimeout.TotalMinutes:0.#} min.",
                    "Look at the service's logs in App Runner, and run the build again when it has ended.");
            }

            await backoff.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Follows one operation until it ends or the time is over.</summary>
    public async Task<(OperationState State, OperationSummary? Operation)> FollowAsync(string id, CancellationToken cancellationToken)
    {
        var start = time.GetUtcNow();
        var backoff = new Backoff(time);
        var failures = 0;
        OperationStatus? told = null;
        while (true)
        {
            OperationSummary? operation = null;
            try
            {
                operation = (await ListAsync(cancellationToken)).Find(candidate => candidate.Id == id);
                failures = 0;
            }
            catch (Exception e) when (failures++ < MostFailedReads && ServiceCalls.MayPass(e))
            {
                await backoff.WaitAsync(cancellationToken);
                continue;
            }

            if (operation?.Status is { } status && status != told)
            {
                told = status;
                reporter.Information($"The operation {operation.Type} {id} is {status.Value}.");
            }

            var state = StateOf(operation);
            var elapsed = time.GetUtcNow() - start;
            if (state is not (OperationState.InProgress or OperationState.Missing) || (state == OperationState.Missing && elapsed >= Settling))
            {
                return (state, operation);
            }

            if (elapsed >= options.OperationTimeout)
            {
                return (OperationState.TimedOut, operation);
            }

            await backoff.WaitAsync(cancellationToken);
        }
    }

    private static OperationState StateOf(OperationSummary? operation)
        => operation is null ? OperationState.Missing
            : operation.Status is not { } status ? OperationState.InProgress
            : States.TryGetValue(status, out var known) ? known
            : throw new FairleadException(
                "Whether the deployment succeeded is not known.",
                $"The operation {operation.Id} of App Runner is in the state {status.Value}, which this version does not know. It goes on.",
                "Look at the service in App Runner; when the operation has ended, run the build again.");

    private async Task<List<OperationSummary>> ListAsync(CancellationToken cancellationToken)
        => (await aws.AppRunner.ListOperationsAsync(
            new ListOperationsRequest { ServiceArn = options.ServiceArn, MaxResults = Newest },
            cancellationToken)).OperationSummaryList ?? [];
}
