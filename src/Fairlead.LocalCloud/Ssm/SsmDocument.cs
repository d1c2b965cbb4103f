using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.Ssm;

/// <summary>The state document of Parameter Store. Records are only touched inside <see cref="ParameterStore"/>.</summary>
internal sealed class SsmDocument
{
    public SortedDictionary<string, ParameterRecord> Parameters { get; set; } = new(StringComparer.Ordinal);
}

internal sealed class ParameterRecord
{
    public required string Name { get; init; }

    /// <summary>Oldest first, one at least and 100 at most.</summary>
    public List<ParameterVersion> Versions { get; set; } = [];

    public SortedDictionary<string, string> Tags { get; set; } = new(StringComparer.Ordinal);

    [JsonIgnore]
    public ParameterVersion Latest => Versions[^1];
}

/// <summary>One version of a parameter. It never changes, but for its labels.</summary>
internal sealed record ParameterVersion
{
    public required long Version { get; init; }

    /// <summary>String, StringList or SecureString.</summary>
    public required string Type { get; init; }

    public required SecretText Value { get; init; }

    public required DateTimeOffset ModifiedAt { get; init; }

    /// <summary>Standard or Advanced.</summary>
    public required string Tier { get; init; }

    public required string DataType { get; init; }

    public string? Description { get; init; }

    public string? AllowedPattern { get; init; }

    /// <summary>Of a SecureString: the key that AWS would use. Nothing is encrypted with it here.</summary>
    public string? KeyId { get; init; }

    public List<string> Labels { get; set; } = [];
}

[JsonSerializable(typeof(SsmDocument))]
internal sealed partial class SsmJson : JsonSerializerContext
{
    public static JsonTypeInfo<SsmDocument> Sealed(SealingKey key) => new SsmJson(key.Options()).SsmDocument;
}
