using System.Globalization;
using Amazon.RDS.Model;
using Fairlead.Aws;
using Fairlead.Releases;
using Fairlead.Reporting;

namespace Fairlead.Services;

/// <summary>Snapshots of a database instance of Amazon RDS, one for each release whose migrations are about to run. Takes them and waits for them; restores
/// none and deletes none.</summary>
/// <param name="aws">Clients that reach the place.</param>
/// <param name="instance">Identifier of the instance.</param>
/// <param name="reporter">Told what is waited for.</param>
/// <param name="time">The clock.</param>
public sealed class DatabaseSnapshots(AwsClients aws, string instance, IReporter reporter, TimeProvider time)
{
    // https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBSnapshot.html: letters, digits and single hyphens, from a letter on, no hyphen at
    // the end. RDS keeps it in lower case, and one account has it once in a region.
    private const int LongestIdentifier = 255;

    private static readonly TimeSpan Progress = TimeSpan.FromMinutes(1);

    // Where an instance does not come out of by itself, or nothing is left to take a snapshot of:
    // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/accessing-monitoring.html
    private static readonly string[] Down =
    [
        "deleting", "delete-precheck", "failed", "insufficient-capacity", "restore-error", "stopped", "stopping", "storage-full",
    ];

    // As the vendor's own waiter for a snapshot has it: the model rds/2014-10-31, waiters, DBSnapshotAvailable.
    private static readonly string[] Failed = ["deleted", "deleting", "failed", "incompatible-parameters", "incompatible-restore"];

    /// <summary>What the snapshot before the migrations of a service in a release is called: <c>fairlead-shop-api-20261121-101502-6cef224</c>, in the form
    /// that RDS takes. The stack is part of it, because several may be deployed in the same second.</summary>
    /// <param name="stack">Name of the stack.</param>
    /// <param name="service">Name of the service.</param>
    /// <param name="release">The release.</param>
    /// <param name="again">When the run began that migrates once more for this release; null where it is the first time.</param>
    public static string IdentifierOf(string stack, string service, ReleaseId release, DateTimeOffset? again = null)
    {
        var end = again is { } time ? $"-{release}-again-{time.UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}" : $"-{release}";
        var name = string.Join('-', Letters($"fairlead-{stack}-{service}").Split('-', StringSplitOptions.RemoveEmptyEntries));
        return name[..Math.Min(name.Length, LongestIdentifier - end.Length)].TrimEnd('-') + end;

        static string Letters(string text) => string.Concat(text.Select(x => char.IsAsciiLetterOrDigit(x) ? char.ToLowerInvariant(x) : '-'));
    }

    /// <summary>Why no snapshot of the instance can be taken, as a sentence; null when nothing is known to stand against it. Reads only.</summary>
    /// <exception cref="FairleadException">RDS cannot be asked.</exception>
    public Task<string?> FindProblemAsync(CancellationToken cancellationToken)
        => ServiceCalls.ExplainAsync($"read the database instance {instance}", () => FindProblemOfInstanceAsync(cancellationToken), cancellationToken);

    /// <summary>Whether there is such a snapshot of this instance, and it can be restored. Reads only.</summary>
    /// <exception cref="FairleadException">RDS cannot be asked.</exception>
    public Task<bool> IsAvailableAsync(string identifier, CancellationToken cancellationToken)
        => ServiceCalls.ExplainAsync(
            $"read the snapshot {identifier}",
            async () => await ReadAsync(identifier, cancellationToken) is { Status: "available" } snapshot && snapshot.DBInstanceIdentifier == instance,
            cancellationToken);

    /// <summary>Takes the snapshot and waits until it can be restored. Idempotent: one that there is already, of this instance, is waited for. When the wait
    /// ends early, RDS goes on with it.</summary>
    /// <param name="identifier">What it is called.</param>
    /// <param name="limit">How long to wait, at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="FairleadException">It was not made, or not in time; the message says what RDS says of it.</exception>
    public Task EnsureAsync(string identifier, TimeSpan limit, CancellationToken cancellationToken)
        => ServiceCalls.ExplainAsync(
            $"take the snapshot {identifier} of the database {instance}",
            async () =>
            {
                var end = time.GetUtcNow() + limit;
                var snapshot = await ReadAsync(identifier, cancellationToken);
                if (snapshot is null)
                {
                    snapshot = await CreateAsync(identifier, end, limit, cancellationToken);
                }
                else
                {
                    reporter.Information($"Found the snapshot {identifier}, which a run of this release took before.");
                }

                await WaitAsync(identifier, snapshot, end, limit, cancellationToken);
                return true;
            },
            cancellationToken);

    private async Task<string?> FindProblemOfInstanceAsync(CancellationToken cancellationToken)
        => await ReadInstanceAsync(cancellationToken) switch
        {
            null => $"RDS knows no database instance {instance}.",
            { DBClusterIdentifier: { Length: > 0 } cluster }
                => $"The database instance {instance} is a member of the cluster {cluster}, and RDS takes snapshots of clusters as a whole.",
            { DBInstanceStatus: { } status } when IsDown(status) => $"The database instance {instance} is {status}, and RDS takes no snapshot of it.",
            _ => null,
        };

    /// <summary>Begins the snapshot. An instance that is busy, with a backup of its own or the snapshot of another service, is waited for.</summary>
    private async Task<DBSnapshot?> CreateAsync(string identifier, DateTimeOffset end, TimeSpan limit, CancellationToken cancellationToken)
    {
        var backoff = new Backoff(time);
        var isTold = false;
        while (true)
        {
            try
            {
                var answer = await aws.Rds.CreateDBSnapshotAsync(
                    new CreateDBSnapshotRequest { DBSnapshotIdentifier = identifier, DBInstanceIdentifier = instance }, cancellationToken);
                reporter.Information($"Taking the snapshot {identifier} of the database {instance}.");
                return answer.DBSnapshot;
            }
            catch (DBSnapshotAlreadyExistsException)
            {
                // Begun by a request whose answer was lost; whose it is, is seen when it is read.
                return null;
            }
            catch (DBInstanceNotFoundException)
            {
                throw NotMade(identifier, $"RDS knows no database instance {instance}.", "Look at the stack's output database_instance.");
            }
            catch (SnapshotQuotaExceededException exception)
            {
                throw NotMade(
                    identifier,
                    $"RDS keeps no more snapshots for this account: {exception.Message}",
                    "Delete those that nobody needs any more, or have the quota raised, and deploy again.");
            }
            catch (InvalidDBInstanceStateException exception)
            {
                if (await FindProblemOfInstanceAsync(cancellationToken) is { } problem)
                {
                    throw NotMade(identifier, problem, "Put that right, and deploy again.");
                }

                if (time.GetUtcNow() >= end)
                {
                    throw NotMade(
                        identifier, $"For {RolloutForecast.Length(limit)} RDS said: {exception.Message}", "Deploy again when the instance is available.");
                }

                if (!isTold)
                {
                    isTold = true;
                    reporter.Information($"Waiting for the database {instance} before its snapshot can be taken: {exception.Message}");
                }
            }

            await backoff.WaitAsync(cancellationToken);
        }
    }

    private async Task WaitAsync(string identifier, DBSnapshot? snapshot, DateTimeOffset end, TimeSpan limit, CancellationToken cancellationToken)
    {
        var backoff = new Backoff(time);
        var (told, toldAt) = ("", time.GetUtcNow());
        while (true)
        {
            if (snapshot?.DBInstanceIdentifier is { } other && other != instance)
            {
                throw NotMade(
                    identifier,
                    $"There is a snapshot of this name already, of another database: {other}.",
                    "Rename the stack or the service in the stack's outputs, or delete that snapshot when nobody needs it.");
            }

            if (snapshot?.Status == "available")
            {
                reporter.Information($"The snapshot {identifier} is available.");
                return;
            }

            if (snapshot?.Status is { } failed && Failed.Contains(failed))
            {
                throw NotMade(
                    identifier,
                    $"RDS says that it is {failed}.",
                    $"Look at the events of the instance {instance} in RDS, delete the snapshot with "
                        + $"`aws rds delete-db-snapshot --db-snapshot-identifier {identifier}`, and deploy again.");
            }

            var state = snapshot is null ? "not there yet" : $"{snapshot.Status}{(snapshot.PercentProgress is { } percent ? $", {percent} %" : "")}";
            if (time.GetUtcNow() >= end)
            {
                throw NotMade(
                    identifier,
                    $"After {RolloutForecast.Length(limit)} RDS says that it is {state}.",
                    "RDS goes on with it, and the next deploy takes one of its own: allow it more with --snapshot-timeout.");
            }

            if (state != told || time.GetUtcNow() - toldAt >= Progress)
            {
                (told, toldAt) = (state, time.GetUtcNow());
                reporter.Information($"The snapshot {identifier} is {state}.");
            }

            await backoff.WaitAsync(cancellationToken);
            try
            {
                snapshot = await ReadAsync(identifier, cancellationToken);
            }
            catch (Exception exception) when (ServiceCalls.MayPass(exception))
            {
                // What was seen last holds, up to the limit.
            }
        }
    }

    private async Task<DBSnapshot?> ReadAsync(string identifier, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await aws.Rds.DescribeDBSnapshotsAsync(new DescribeDBSnapshotsRequest { DBSnapshotIdentifier = identifier }, cancellationToken);
            return answer.DBSnapshots?.Find(x => x.DBSnapshotIdentifier == identifier);
        }
        catch (DBSnapshotNotFoundException)
        {
            return null;
        }
    }

    private async Task<DBInstance?> ReadInstanceAsync(CancellationToken cancellationToken)
    {
        try
        {
            var answer = await aws.Rds.DescribeDBInstancesAsync(new DescribeDBInstancesRequest { DBInstanceIdentifier = instance }, cancellationToken);
            return answer.DBInstances?.Find(x => x.DBInstanceIdentifier == instance);
        }
        catch (DBInstanceNotFoundException)
        {
            return null;
        }
    }

    private static bool IsDown(string status)
        => Down.Contains(status)
            || status.StartsWith("incompatible-", StringComparison.Ordinal)
            || status.StartsWith("inaccessible-", StringComparison.Ordinal);

    private FairleadException NotMade(string identifier, string why, string next)
        => new($"The snapshot {identifier} of the database {instance} was not made, and the migration did not begin.", why, next);
}
