using Fairlead.Containers;
using Fairlead.Containers.Registry;
using Fairlead.Infrastructure;
using Fairlead.Releases;
using Fairlead.Reporting;
using Fairlead.Services;
using Fairlead.Services.Ec2;

namespace Fairlead.Deployments;

/// <summary>A service of a release while the release is made: what the build made, what the stack has for it, and what the run has seen of it.</summary>
internal sealed class ServiceWork
{
    private readonly Lazy<Task<OciImage?>> _image;
    private readonly Lazy<Task<string?>> _archive;
    private readonly Lazy<IServiceHost> _host;

    public ServiceWork(ServicePart part, StackService stack, Place place, DeploymentSettings settings, IReporter reporter, TimeProvider time)
    {
        (Part, Stack) = (part, stack);
        _image = new(async () => part.ImageDirectory is { } directory ? await OciLayout.OpenAsync(directory) : null);
        _archive = new(async () => part.Archive is { } archive && !stack.Host.TakesImages ? await Ec2ReleaseArchive.DigestAsync(archive, default) : null);
        _host = new(() => stack.Host.CreateHost(new ServiceHostSettings(place.Aws, reporter, time)
        {
            Archive = part.Archive,
            RolloutTimeout = settings.RolloutTimeout,
            MigrationTimeout = settings.MigrationTimeout,
            HealthCheckGracePeriod = settings.HealthCheckGracePeriod,
            MinimumHealthyTime = settings.MinimumHealthyTime,
            HasForeignRegistry = place.HasForeignRegistry,
        }));
    }

    public ServicePart Part { get; }

    public StackService Stack { get; }

    public string Name => Part.Name;

    public IServiceHost Host => _host.Value;

    /// <summary>What tells the host from others.</summary>
    public string Identity => Stack.Identity;

    /// <summary>The image that DockerImage left; its blobs are checked against their digests. Null where the build made none.</summary>
    public Task<OciImage?> ImageAsync() => _image.Value;

    /// <summary>Digest of the archive; null where the image is what runs.</summary>
    public Task<string?> ArchiveDigestAsync() => _archive.Value;

    /// <summary>Where the image goes.</summary>
    public RepositoryReference Repository => RepositoryReference.Parse(Stack.RepositoryUri
        ?? throw new FairleadException(
            $"The image of {Name} has nowhere to go.",
            $"Its service host is {Stack.Host.Host}, and the stack has no output repository_uri for it.",
            "Give the stack a repository, or deploy what its service host takes."));

    /// <summary>Revision that the service was seen to run in this run; null while it was not.</summary>
    public string? Revision { get; set; }

    /// <summary>Revision that the service ran before this run changed it.</summary>
    public string? PreviousRevision { get; set; }

    /// <summary>Whether this run rolled it out, and the host says that it runs.</summary>
    public bool IsRolledOut { get; set; }

    /// <summary>That the migrations of this release ran, in this run or in an interrupted one before it; null where none did.</summary>
    public ReleaseMigration? Migration { get; set; }

    /// <summary>Identifier of the RDS snapshot that was taken of the database before the migrations of this release; null where none was.</summary>
    public string? Snapshot { get; set; }

    /// <summary>Whether the host itself left the service as it is to stay: it brought the earlier revision back, or somebody else deploys.</summary>
    public bool IsSettled { get; set; }

    /// <summary>The record of the service with what is known of its database.</summary>
    /// <param name="record">What the service is in this release.</param>
    /// <param name="before">What it is in the current one; null where it is in none.</param>
    public ReleasedService WithSchema(ReleasedService record, ReleasedService? before) => Migration switch
    {
        // Nothing ran: what the release before says of the database holds.
        null => record with
        {
            SchemaVersion = before?.SchemaVersion,
            DatabaseSchemaVersion = before?.DatabaseSchemaVersion,
            OldestCompatibleSchema = before?.OldestCompatibleSchema,
        },

        // Which version there is now is not known, but no database became older by that.
        { Schema: null } => record with { OldestCompatibleSchema = before?.OldestCompatibleSchema },
        { Schema: { } schema } => record with
        {
            PreviousSchemaVersion = schema.Before,
            SchemaVersion = schema.After,
            OldestCompatibleSchema = schema.Oldest,
        },
    };

    /// <summary>What the service is to run as this release.</summary>
    public async Task<ServiceRelease> ReleaseAsync(ReleaseId release)
    {
        var image = await ImageAsync();

        // Instances take no image, and their stack has no repository; the digest still tells contents apart.
        var digest = image?.ManifestDigest ?? await ArchiveDigestAsync()
            ?? throw new FairleadException(
                $"There is nothing to deploy of {Name}.",
                "The build made neither an image nor an archive of it.",
                "Run DockerImage, or name the archive.");
        return new ServiceRelease
        {
            ImageDigestUri = Stack.RepositoryUri is null ? digest : $"{Repository}@{digest}",
            ReleaseId = release.ToString(),

            // The release id holds the commit that the release was first made from; an equal release of a later commit must not differ.
            Commit = release.Commit,
            Architecture = image is null ? null : await image.ReadArchitectureAsync(default),
            Environment = Part.Environment,
        };
    }
}
