using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.SecretsManager;

/// <summary>The state document of Secrets Manager. Records are only touched inside <see cref="SecretStore"/>.</summary>
internal sealed class SecretsDocument
{
    public List<SecretRecord> Secrets { get; set; } = [];
}

/// <summary>A value: a text, or bytes as base64. Never both.</summary>
internal sealed record SecretValue(SecretText? Text, SecretText? Binary);

/// <summary>One version of a secret. It never changes, but for its staging labels.</summary>
internal sealed record SecretVersion
{
    public required string Id { get; init; }

    public required SecretValue Value { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Staging labels; a version without any is deprecated.</summary>
    public List<string> Stages { get; set; } = [];
}

[JsonSerializable(typeof(SecretsDocument))]
internal sealed partial class SecretsJson : JsonSerializerContext
{
    public static JsonTypeInfo<SecretsDocument> Sealed(SealingKey key) => new SecretsJson(key.Options()).SecretsDocument;
}
