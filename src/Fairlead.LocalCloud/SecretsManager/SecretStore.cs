using System.Security.Cryptography;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.SecretsManager;

/// <summary>The secrets and how they are found. What a change has returned is on the disk, its values sealed. A secret whose recovery window is over is gone.
/// </summary>
internal sealed class SecretStore
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private const int SuffixLength = 6;

    private readonly JsonState<SecretsDocument> _document;
    private readonly Account _account;
    private readonly TimeProvider _clock;

    public SecretStore(StateDirectory state, SealingKey key, Account account, TimeProvider clock)
    {
        _document = new JsonState<SecretsDocument>(state, "secrets.json", SecretsJson.Sealed(key));
        (_account, _clock) = (account, clock);
    }

    public DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>Reads all secrets, those marked for deletion too.</summary>
    public T ReadAll<T>(Func<IEnumerable<SecretRecord>, T> read) => _document.Read(x => read(Remaining(x)));

    /// <summary>Reads a secret that may be marked for deletion.</summary>
    /// <exception cref="AwsServiceException">ResourceNotFoundException.</exception>
    public T Read<T>(string secretId, Func<SecretRecord, T> read) => _document.Read(x => read(Find(x, secretId) ?? throw Unknown()));

    /// <summary>Changes a secret that is in use.</summary>
    /// <exception cref="AwsServiceException">ResourceNotFoundException, InvalidRequestException when it is marked for deletion, or what the change throws.
    /// </exception>
    public T Change<T>(string secretId, Func<SecretRecord, T> change) => ChangeAny(secretId, x => change(InUse(x)));

    /// <summary>Changes a secret that may be marked for deletion.</summary>
    public T ChangeAny<T>(string secretId, Func<SecretRecord, T> change) => _document.Change(x =>
    {
        x.Secrets.RemoveAll(IsGone);
        return change(Find(x, secretId) ?? throw Unknown());
    });

    /// <summary>Adds a secret, or changes the one that has the name.</summary>
    /// <param name="name">A valid name.</param>
    /// <param name="create">Makes it with the ARN that it gets.</param>
    /// <param name="existing">What to do with one that there is.</param>
    public T Add<T>(string name, Func<string, (SecretRecord Secret, T Result)> create, Func<SecretRecord, T> existing) => _document.Change(x =>
    {
        x.Secrets.RemoveAll(IsGone);
        if (x.Secrets.Find(s => s.Name == name) is { } known)
        {
            return existing(known);
        }

        var (secret, result) = create($"{ArnPrefix()}{name}-{RandomNumberGenerator.GetString(Alphabet, SuffixLength)}");
        x.Secrets.Add(secret);
        return result;
    });

    /// <summary>Takes a secret away for good.</summary>
    /// <returns>What it was; null when there was none.</returns>
    public SecretRecord? Forget(string secretId) => _document.Change(x =>
    {
        var secret = Find(x, secretId);
        x.Secrets.RemoveAll(s => s == secret);
        return secret;
    });

    /// <summary>Gives a value out, and notes the day.</summary>
    /// <exception cref="AwsServiceException">ResourceNotFoundException, InvalidRequestException.</exception>
    public FoundSecret Get(string secretId, string? versionId, string? stage)
    {
        var found = Look(secretId, versionId, stage);
        if (Read(secretId, x => x.AccessedAt) != Today)
        {
            ChangeAny(secretId, x => x.AccessedAt = Today);
        }

        return found;
    }

    /// <summary>The same for one who does not give the value out. Reads only.</summary>
    /// <exception cref="AwsServiceException">ResourceNotFoundException, InvalidRequestException.</exception>
    public FoundSecret Look(string secretId, string? versionId, string? stage) => Read(secretId, x =>
    {
        var version = InUse(x).Select(versionId, stage);
        return new FoundSecret(x.Arn, x.Name, version with { Stages = [.. version.Stages] });
    });

    private DateTimeOffset Today => new(Now.UtcDateTime.Date, TimeSpan.Zero);

    /// <exception cref="AwsServiceException">InvalidRequestException.</exception>
    public static SecretRecord InUse(SecretRecord secret) => secret.DeletedAt is null
        ? secret
        : throw new AwsServiceException(
            "InvalidRequestException",
            "You can't perform this operation on the secret because it was marked for deletion.");

    private IEnumerable<SecretRecord> Remaining(SecretsDocument document) => document.Secrets.Where(x => !IsGone(x));

    private bool IsGone(SecretRecord secret) => secret.GoneAt <= Now;

    /// <summary>By name, ARN, or ARN without the six characters at its end.</summary>
    private SecretRecord? Find(SecretsDocument document, string secretId)
    {
        var secrets = Remaining(document).ToArray();
        return secretId.StartsWith("arn:", StringComparison.Ordinal)
            ? Array.Find(secrets, x => x.Arn == secretId) ?? Array.Find(secrets, x => x.Arn[..^(SuffixLength + 1)] == secretId)
            : Array.Find(secrets, x => x.Name == secretId);
    }

    private string ArnPrefix() => $"arn:aws:secretsmanager:{_account.Region}:{_account.Id}:secret:";

    private static AwsServiceException Unknown() => new("ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
}
