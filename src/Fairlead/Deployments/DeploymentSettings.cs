using System.Text;
using Fairlead.Releases;
using Fairlead.Secrets;

namespace Fairlead.Deployments;

/// <summary>What the user says of how a release is made.</summary>
public sealed record DeploymentSettings
{
    /// <summary>Folder of the sources, for the commit that the release is made from.</summary>
    public required string SourceDirectory { get; init; }

    /// <summary>How long to wait for another deploy to the same place to end.</summary>
    public TimeSpan LockWait { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Whether a failed deploy goes back to the last verified release, or leaves everything as it is.</summary>
    public bool RollsBack { get; init; } = true;

    /// <summary>Refuse to begin when the release that serves could not be gone back to.</summary>
    public bool RequiresRollback { get; init; }

    /// <summary>URL of the CI run; null on a person's machine.</summary>
    public string? RunUrl { get; init; }

    /// <summary>Who makes the release, for records: <c>user@host</c>, and the URL of the CI run where there is one.</summary>
    public string Who => RunUrl is null ? Owner.Name : $"{Owner.Name}, {UrlText.Of(RunUrl)}";

    /// <summary>This process, as the holder of the lock.</summary>
    public LockOwner Owner => LockOwner.Current(RunUrl);

    /// <summary>How the lock of a place is taken.</summary>
    internal LockOptions Lock => new() { Wait = LockWait, Owner = Owner };

    /// <summary>Time that a rollout may take, and the way back again as much.</summary>
    public TimeSpan RolloutTimeout { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Whether the build makes the edges forget what was written over. Where it does not, nothing waits for that.</summary>
    public bool Invalidates { get; init; } = true;

    /// <summary>Whether migrations run although the ledger says that they ran: the database may be another one by now.</summary>
    public bool MigratesAgain { get; init; }

    /// <summary>Time that a migration may take; then it is stopped.</summary>
    public TimeSpan MigrationTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Whether a snapshot of a service's RDS instance is taken before its migrations run.</summary>
    public bool SnapshotsDatabase { get; init; }

    /// <summary>Time that such a snapshot may take; then the release ends before its migrations.</summary>
    public TimeSpan SnapshotTimeout { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>How long after its start a failed health check does not count; null leaves it as the infrastructure has it.</summary>
    public TimeSpan? HealthCheckGracePeriod { get; init; }

    /// <summary>How long alarms are watched before a release is recorded; null does not watch.</summary>
    public TimeSpan? Bake { get; init; }

    /// <summary>The CloudWatch alarms that are watched.</summary>
    public IReadOnlyList<string> BakeAlarms { get; init; } = [];

    /// <summary>How long the tasks that answered must have run, at least, before a release is recorded.</summary>
    public TimeSpan MinimumHealthyTime { get; init; } = TimeSpan.FromSeconds(5);

    private bool PrintMembers(StringBuilder builder) => RecordText.AppendMembers(builder, this);
}
