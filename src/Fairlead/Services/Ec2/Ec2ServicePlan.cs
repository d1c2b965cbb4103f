using System.Text.RegularExpressions;

namespace Fairlead.Services.Ec2;

/// <summary>What deploying a release would change on instances. Made by <see cref="Ec2ServiceHost.PlanAsync"/>.</summary>
public sealed partial record Ec2ServicePlan : ServicePlan
{
    private Ec2ServicePlan(ServiceRelease release, bool isUnchanged, string? currentReleaseId)
        : base(release)
    {
        IsUnchanged = isUnchanged;
        CurrentReleaseId = currentReleaseId;
    }

    /// <summary>Name of the service.</summary>
    public required string Service { get; init; }

    /// <summary>The instances that answer now, by id.</summary>
    public required IReadOnlyList<string> Instances { get; init; }

    /// <summary>SHA-256 of the release's archive; null when it is neither here nor recorded in the bucket.</summary>
    public required string? Content { get; init; }

    /// <summary>Whether the archive is to be uploaded first.</summary>
    public required bool Uploads { get; init; }

    /// <summary>Release to go back to when the new one fails; null when there is none.</summary>
    public required string? PreviousRelease { get; init; }

    public override bool IsUnchanged { get; }

    public override string? CurrentReleaseId { get; }

    /// <summary>Plans from what was found. Pure.</summary>
    /// <param name="options">The options.</param>
    /// <param name="release">The release.</param>
    /// <param name="found">What bucket and instances say.</param>
    /// <exception cref="FairleadException">No instance answers, the release has no archive or another content than the one
    /// in the bucket, or it wants what instances cannot be given.</exception>
    public static Ec2ServicePlan Create(Ec2ServiceOptions options, ServiceRelease release, Ec2ServiceState found)
    {
        RequireReleaseId(release.ReleaseId);
        if (release.Environment.Count > 0)
        {
            throw new FairleadException(
                $"The service '{options.InstanceTagValue}' cannot be deployed to.",
                $"Instances get their environment from the infrastructure, and this build sets "
                    + $"{string.Join(", ", release.Environment.Keys.Order(StringComparer.Ordinal))}.",
                "Set these variables in the stack instead.");
        }

        if (found.Instances.Count == 0)
        {
            throw new FairleadException(
                $"The service '{options.InstanceTagValue}' cannot be deployed to.",
                $"No instance with the tag {options.InstanceTagKey}={options.InstanceTagValue} answers to Systems Manager.",
                "Check that the instances run and that their agent is online (aws ssm describe-instance-information), then run the build again.");
        }

        if (!found.IsStored && found.LocalContent is null)
        {
            throw new FairleadException(
                $"Release {release.ReleaseId} cannot be deployed to instances.",
                $"There is no s3://{options.ReleaseBucket}/{options.ReleasePrefix}/{release.ReleaseId}.tar.gz, and no archive to upload.",
                "Give the build the archive of the release, or put it there first.");
        }

        if (found is { IsStored: true, LocalContent: { } local, StoredContent: { } stored } && local != stored)
        {
            throw new FairleadException(
                $"Release {release.ReleaseId} cannot be deployed to instances.",
                "The bucket holds a release with this id and different content, and a release never changes.",
                "Make a release with a new id.");
        }

        var content = found.LocalContent ?? found.StoredContent;

        // The marker is the instances' word, the record ours. They differ while a deploy is under way or after one that was interrupted.
        var isSettled = found.Record is { } record && record.Release == found.Marker;
        var isSame = isSettled && content is not null && found.Record!.Content == content;
        return new Ec2ServicePlan(
            release,
            isSettled && found.Record!.Release == release.ReleaseId && (content is null || isSame),
            found.Record?.Release ?? found.Marker)
        {
            Service = options.InstanceTagValue,
            Instances = found.Instances,
            Content = content,
            Uploads = !found.IsStored,
            PreviousRelease = new[]
            {
                found.Record?.Release,
                found.Marker
            }.FirstOrDefault(candidate => candidate is not null && candidate != release.ReleaseId),
        };
    }

    public override IReadOnlyList<string> Describe()
    {
        if (IsUnchanged)
        {
            return [$"Service {Service}: unchanged, runs {CurrentReleaseId}."];
        }

        var instances = Instances.Count == 1 ? $"the instance {Instances[0]}" : $"{Instances.Count} instances, one after the other";
        List<string> lines = [$"Service {Service}: from {CurrentReleaseId ?? "no release"} to {Release.ReleaseId} on {instances}."];
        if (Uploads)
        {
            lines.Insert(0, $"Service {Service}: uploads the archive of release {Release.ReleaseId}.");
        }

        return lines;
    }

    /// <summary>Release ids become part of a command line on the instances, so they are of letters, digits, dots, hyphens and underscores only.</summary>
    /// <exception cref="FairleadException">It is not.</exception>
    internal static void RequireReleaseId(string release)
    {
        if (!ReleaseName().IsMatch(release))
        {
            throw new FairleadException(
                $"The release '{release}' cannot be deployed to instances.",
                "Its id has characters that are not safe in a command.",
                "Use letters, digits, dots, hyphens and underscores.");
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]*\z")]
    private static partial Regex ReleaseName();
}
