using System.Text.Json.Serialization;

namespace Fairlead.LocalCloud.Sts;

/// <summary>Temporary credentials that were given out and have not expired: who a caller with their access key id is.</summary>
internal sealed class IssuedCredentials
{
    public Dictionary<string, IssuedCredential> ByAccessKeyId { get; set; } = [];
}

/// <param name="Arn">Of the assumed role or the user.</param>
/// <param name="UserId">As GetCallerIdentity gives it.</param>
/// <param name="Expiration">From then on they are refused.</param>
internal sealed record IssuedCredential(string Arn, string UserId, DateTimeOffset Expiration);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(IssuedCredentials))]
internal sealed partial class IssuedCredentialsJson : JsonSerializerContext;
