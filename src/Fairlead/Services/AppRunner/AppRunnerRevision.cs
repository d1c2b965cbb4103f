using Amazon.AppRunner.Model;

namespace Fairlead.Services.AppRunner;

/// <summary>
/// What an App Runner service runs. App Runner numbers no revisions, so a revision is written as what it takes to deploy it again:
/// <c>123456789012.dkr.ecr.us-east-1.amazonaws.com/shop@sha256:…;release=20260101T000000Z-0123abc;commit=0123abc</c>.
/// Other variables and settings of the service are the infrastructure's and stay as they are.
/// </summary>
/// <param name="Image">The image.</param>
/// <param name="ReleaseId">The release id that the service is told; null if none.</param>
/// <param name="Commit">The commit that the service is told; null if none.</param>
public sealed record AppRunnerRevision(string Image, string? ReleaseId, string? Commit)
{
    private const string ReleaseMark = ";release=";
    private const string CommitMark = ";commit=";

    /// <summary>The release's.</summary>
    public static AppRunnerRevision Of(ServiceRelease release) => new(release.ImageDigestUri, release.ReleaseId, release.Commit);

    /// <summary>The service's; null when it does not run an image.</summary>
    public static AppRunnerRevision? Of(Service service)
    {
        var repository = service.SourceConfiguration?.ImageRepository;
        var variables = repository?.ImageConfiguration?.RuntimeEnvironmentVariables;
        return repository?.ImageIdentifier is { } image
            ? new AppRunnerRevision(image, variables?.GetValueOrDefault(ReleaseVariables.ReleaseId), variables?.GetValueOrDefault(ReleaseVariables.Commit))
            : null;
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FairleadException">It is not such a text.</exception>
    public static AppRunnerRevision Parse(string text)
    {
        var parts = text.Split(';');
        if (parts[0].Length == 0 || Array.Exists(
            parts[1..],
            part => !$";{part}".StartsWith(ReleaseMark, StringComparison.Ordinal) && !$";{part}".StartsWith(CommitMark, StringComparison.Ordinal)))
        {
            throw new FairleadException(
                $"The revision '{text}' cannot be deployed.",
                "It is not one of an App Runner service.",
                "Roll back to a release that was deployed to App Runner.");
        }

        return new AppRunnerRevision(parts[0], Value(parts, ReleaseMark), Value(parts, CommitMark));
    }

    public override string ToString() => Image + (ReleaseId is null ? "" : ReleaseMark + ReleaseId) + (Commit is null ? "" : CommitMark + Commit);

    /// <summary>For people: the release, or the image's digest where there is none.</summary>
    public string Describe() => ReleaseId is null ? Image[(Image.LastIndexOf('/') + 1)..] : $"release {ReleaseId}";

    private static string? Value(string[] parts, string mark)
        => Array.Find(parts, part => $";{part}".StartsWith(mark, StringComparison.Ordinal)) is { } found ? found[(mark.Length - 1)..] : null;
}
