namespace Fairlead.LocalCloud.SecretsManager;

/// <summary>A version of a secret that a reader asked for.</summary>
internal sealed record FoundSecret(string Arn, string Name, SecretVersion Version);
