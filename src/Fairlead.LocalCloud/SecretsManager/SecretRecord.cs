using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.SecretsManager;

/// <summary>A secret, its versions and the rules by which staging labels move
/// (https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html#term_version).</summary>
internal sealed class SecretRecord
{
    public const string Current = "AWSCURRENT";

    public const string Previous = "AWSPREVIOUS";

    /// <summary>https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html.</summary>
    private const int MaximumStages = 20;

    /// <summary>Versions without a label that are kept; older ones are forgotten.</summary>
    private const int MaximumDeprecated = 100;

    public required string Name { get; init; }

    public required string Arn { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>The day, in UTC, at which a value was last given out; null when none was.</summary>
    public DateTimeOffset? AccessedAt { get; set; }

    public string? Description { get; set; }

    public string? KmsKeyId { get; set; }

    public string? ResourcePolicy { get; set; }

    public SortedDictionary<string, string> Tags { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Oldest first. Empty for a secret that was made without a value.</summary>
    public List<SecretVersion> Versions { get; set; } = [];

    /// <summary>When it was marked for deletion; null while it is in use.</summary>
    public DateTimeOffset? DeletedAt { get; set; }

    /// <summary>When it is gone for good.</summary>
    public DateTimeOffset? GoneAt { get; set; }

    /// <summary>Adds a version with its labels. Idempotent: the same id with the same value is the version that there is.</summary>
    /// <param name="id">ClientRequestToken of the request.</param>
    /// <param name="value">The value.</param>
    /// <param name="stages">Labels of the new version. The first one of a secret is AWSCURRENT in any case.</param>
    /// <param name="now">Time of the change.</param>
    /// <exception cref="AwsServiceException">ResourceExistsException when there is that version with another value; LimitExceededException.</exception>
    public SecretVersion AddVersion(string id, SecretValue value, IReadOnlyList<string> stages, DateTimeOffset now)
    {
        if (Versions.Find(x => x.Id == id) is { } known)
        {
            return known.Value == value
                ? known
                : throw new AwsServiceException(
                    "ResourceExistsException",
                    $"You can't use ClientRequestToken {id} because that value is already in use for a version of secret {Arn}.");
        }

        var version = new SecretVersion { Id = id, Value = value, CreatedAt = now };
        var wanted = Versions.Count == 0 ? stages.Append(Current) : stages;
        Versions.Add(version);
        foreach (var stage in wanted.Distinct())
        {
            Attach(stage, version);
        }

        ForgetDeprecated();
        ChangedAt = now;
        return version;
    }

    /// <summary>Moves a label from one version to another, or takes it away.</summary>
    /// <exception cref="AwsServiceException">InvalidParameterException when it is not where the request says; ResourceNotFoundException.</exception>
    public void MoveStage(string stage, string? from, string? to, DateTimeOffset now)
    {
        var holder = Versions.Find(x => x.Stages.Contains(stage));
        if (from is not null && holder != Version(from))
        {
            throw new AwsServiceException(
                "InvalidParameterException",
                $"The staging label {stage} isn't attached to version {from}: it is {(holder is null ? "on no version" : $"on version {holder.Id}")}.");
        }

        if (to is null)
        {
            if (from is null)
            {
                throw new AwsServiceException("InvalidParameterException", "You must provide MoveToVersionId, RemoveFromVersionId, or both.");
            }

            if (stage == Current)
            {
                throw new AwsServiceException(
                    "InvalidParameterException",
                    $"You can only move staging label {Current} to a different secret version. It can't be completely removed.");
            }

            holder!.Stages.Remove(stage);
        }
        else
        {
            var target = Version(to);
            if (holder is not null && holder != target && from is null)
            {
                throw new AwsServiceException(
                    "InvalidParameterException",
                    $"The parameter RemoveFromVersionId can't be empty. Staging label {stage} is currently attached to version {holder.Id}, so you must "
                        + "explicitly reference that version in RemoveFromVersionId.");
            }

            Attach(stage, target);
        }

        ForgetDeprecated();
        ChangedAt = now;
    }

    /// <summary>The version with an id, a label, or both; AWSCURRENT when the request says neither.</summary>
    /// <exception cref="AwsServiceException">ResourceNotFoundException, or InvalidRequestException when id and label do not go together.</exception>
    public SecretVersion Select(string? id, string? stage)
    {
        if (id is null)
        {
            return Versions.Find(x => x.Stages.Contains(stage ?? Current)) ?? throw new AwsServiceException(
                "ResourceNotFoundException",
                $"Secrets Manager can't find the specified secret value for staging label: {stage ?? Current}");
        }

        var version = Version(id);
        return stage is null || version.Stages.Contains(stage)
            ? version
            : throw new AwsServiceException("InvalidRequestException", "You provided a VersionStage that is not associated to the provided VersionId.");
    }

    private SecretVersion Version(string id) => Versions.Find(x => x.Id == id) ?? throw new AwsServiceException(
        "ResourceNotFoundException",
        $"Secrets Manager can't find the specified secret value for VersionId: {id}");

    /// <summary>A label is on one version only. When AWSCURRENT moves, AWSPREVIOUS goes where it was.</summary>
    private void Attach(string stage, SecretVersion version)
    {
        var holder = Versions.Find(x => x.Stages.Contains(stage));
        if (holder == version)
        {
            return;
        }

        holder?.Stages.Remove(stage);
        version.Stages.Add(stage);
        if (Versions.Sum(x => x.Stages.Count) > MaximumStages)
        {
            throw new AwsServiceException("LimitExceededException", $"A secret can have {MaximumStages} staging labels over all its versions.");
        }

        if (stage == Current && holder is not null)
        {
            Attach(Previous, holder);
            version.Stages.Remove(Previous);
        }
    }

    private void ForgetDeprecated()
    {
        foreach (var old in Versions.Where(x => x.Stages.Count == 0).SkipLast(MaximumDeprecated).ToArray())
        {
            Versions.Remove(old);
        }
    }
}
