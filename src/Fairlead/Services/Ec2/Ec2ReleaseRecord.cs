using System.Text.Json.Serialization;

namespace Fairlead.Services.Ec2;

/// <summary>What the instances run since a deploy to all of them succeeded; kept beside the releases as
/// <c>deployed.json</c>, because instances cannot say it while they are replaced.</summary>
/// <param name="Release">The release id.</param>
/// <param name="Commit">Its commit; null when a rollback to a release without a record wrote this.</param>
/// <param name="Content">SHA-256 of the archive, lower-case hexadecimal; null when it was not known.</param>
public sealed record Ec2ReleaseRecord(string Release, string? Commit, string? Content);

[JsonSerializable(typeof(Ec2ReleaseRecord))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
internal sealed partial class Ec2Json : JsonSerializerContext;
