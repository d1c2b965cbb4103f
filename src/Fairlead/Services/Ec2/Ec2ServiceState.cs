namespace Fairlead.Services.Ec2;

/// <summary>What bucket and instances say before a deploy.</summary>
/// <param name="Instances">Ids of the instances that answer.</param>
/// <param name="Record">What the last complete deploy recorded; null when there was none.</param>
/// <param name="Marker">The release that the last instance to deploy named; null when none ever did.</param>
/// <param name="IsStored">Whether the bucket holds the release's archive.</param>
/// <param name="StoredContent">SHA-256 of that archive, when its uploader recorded it.</param>
/// <param name="LocalContent">SHA-256 of the archive to upload; null when there is none.</param>
public sealed record Ec2ServiceState(
    IReadOnlyList<string> Instances,
    Ec2ReleaseRecord? Record,
    string? Marker,
    bool IsStored,
    string? StoredContent,
    string? LocalContent);
