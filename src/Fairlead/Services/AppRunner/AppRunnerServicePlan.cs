using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.AppRunner;
using Amazon.AppRunner.Model;
using AppRunnerStatus = Amazon.AppRunner.ServiceStatus;

namespace Fairlead.Services.AppRunner;

/// <summary>What deploying a release would change on an App Runner service. Made by <see cref="AppRunnerServiceHost.PlanAsync"/>.</summary>
public sealed record AppRunnerServicePlan : ServicePlan
{
    private const string PublicRegistry = "public.ecr.aws/";
    private const string PublicRepository = "ECR_PUBLIC";
    private const string PrivateRepository = "ECR";

    private AppRunnerServicePlan(ServiceRelease release, bool isUnchanged, string? currentReleaseId)
        : base(release)
    {
        IsUnchanged = isUnchanged;
        CurrentReleaseId = currentReleaseId;
    }

    /// <summary>Name of the service.</summary>
    public required string Service { get; init; }

    /// <summary>What the service is to run.</summary>
    public required SourceConfiguration Source { get; init; }

    /// <summary>What it is configured to run now.</summary>
    public required AppRunnerRevision Current { get; init; }

    /// <summary>Whether an operation on the service is in progress; it is waited for, or joined when it is this very deploy.</summary>
    public required bool IsBusy { get; init; }

    public override bool IsUnchanged { get; }

    public override string? CurrentReleaseId { get; }

    /// <summary>Plans from what App Runner answered. Pure.</summary>
    /// <param name="release">What is to run.</param>
    /// <param name="service">What App Runner says of the service.</param>
    /// <param name="imageRoleArn">Role that pulls private images; needed when the service has run a public one so far.</param>
    /// <exception cref="FairleadException">The service runs no image or cannot be updated, the release's image is not named by
    /// digest, or it is private and no role is known that pulls it.</exception>
    public static AppRunnerServicePlan Create(ServiceRelease release, Service service, string? imageRoleArn = null)
    {
        ReleaseVariables.RequireDigest(release);
        RequireUpdatable(service);
        var current = AppRunnerRevision.Of(service)!;
        var wanted = WithRelease(service.SourceConfiguration!, release, imageRoleArn);
        var isSame = Same(service.SourceConfiguration!, wanted);
        var isBusy = service.Status == AppRunnerStatus.OPERATION_IN_PROGRESS;
        return new AppRunnerServicePlan(release, isSame && !isBusy, current.ReleaseId)
        {
            Service = service.ServiceName ?? "",
            Source = wanted,
            Current = current,
            IsBusy = isBusy,
        };
    }

    public override IReadOnlyList<string> Describe()
    => [
        IsUnchanged ? $"Service {Service}: unchanged, runs {Current.Describe()}."
            : IsBusy && AppRunnerRevision.Of(Release) == Current ? $"Service {Service}: joins the operation that deploys release {Release.ReleaseId}."
            : $"Service {Service}: from {Current.Describe()} to release {Release.ReleaseId} with "
                + $"{Release.ImageDigestUri}{(IsBusy ? ", after the operation that is in progress" : "")}.",
    ];

    /// <exception cref="FairleadException">App Runner would refuse an update.</exception>
    internal static void RequireUpdatable(Service service)
    {
        if (AppRunnerRevision.Of(service) is null)
        {
            throw Refuse("It is built from a code repository by App Runner and runs no image.", "Give it an image as its source in the infrastructure.");
        }

        if (service.Status == AppRunnerStatus.PAUSED)
        {
            throw Refuse("It is paused.", "Resume it (aws apprunner resume-service), then run the build again.");
        }

        if (service.Status != AppRunnerStatus.RUNNING && service.Status != AppRunnerStatus.OPERATION_IN_PROGRESS)
        {
            throw Refuse($"It is {service.Status?.Value ?? "in no state"}, which App Runner cannot update.", "Destroy it and apply the infrastructure again.");
        }

        FairleadException Refuse(string why, string next) => new($"The service '{service.ServiceName}' cannot be deployed to.", why, next);
    }

    /// <summary>The source with another revision's image and stamps; everything else stays.</summary>
    /// <exception cref="FairleadException">The image is private, the service runs a public one, and no role is known.</exception>
    internal static SourceConfiguration WithRevision(
        SourceConfiguration source,
        AppRunnerRevision revision,
        IReadOnlyDictionary<string, string> variables,
        string? imageRoleArn = null)
    {
        var copy = JsonSerializer.Deserialize(
            JsonSerializer.Serialize(source, AppRunnerJson.Default.SourceConfiguration),
            AppRunnerJson.Default.SourceConfiguration)!;
        var configuration = copy.ImageRepository!.ImageConfiguration ??= new ImageConfiguration();
        var environment = configuration.RuntimeEnvironmentVariables ??= [];
        foreach (var (name, value) in variables)
        {
            environment[name] = value;
        }

        Set(environment, ReleaseVariables.ReleaseId, revision.ReleaseId);
        Set(environment, ReleaseVariables.Commit, revision.Commit);
        copy.ImageRepository.ImageIdentifier = revision.Image;
        UseRepositoryOf(revision.Image, copy, imageRoleArn);
        return copy;
    }

    /// <summary>
    /// A service is created before there is an image of its own: with a public stand-in, whose start command must not outlive it. App Runner pulls
    /// a private image with a role, and takes no role for a public one
    /// (https://docs.aws.amazon.com/apprunner/latest/dg/security_iam_service-with-iam.html#security_iam_service-with-iam-roles).
    /// </summary>
    private static void UseRepositoryOf(string image, SourceConfiguration source, string? imageRoleArn)
    {
        var type = image.StartsWith(PublicRegistry, StringComparison.Ordinal) ? PublicRepository : PrivateRepository;
        var repository = source.ImageRepository!;
        if (repository.ImageRepositoryType is null || repository.ImageRepositoryType == type)
        {
            return;
        }

        if (type == PrivateRepository && imageRoleArn is null)
        {
            throw new FairleadException(
                $"The image '{image}' cannot be deployed.",
                "The service has run a public image so far, and no role is known that pulls this private one.",
                "Give the stack an output image_role_arn with the role's ARN.");
        }

        repository.ImageRepositoryType = type;
        repository.ImageConfiguration!.StartCommand = null;
        source.AuthenticationConfiguration = type == PrivateRepository ? new AuthenticationConfiguration { AccessRoleArn = imageRoleArn } : null;
    }

    private static SourceConfiguration WithRelease(SourceConfiguration source, ServiceRelease release, string? imageRoleArn)
        => WithRevision(source, AppRunnerRevision.Of(release), release.Environment, imageRoleArn);

    private static void Set(Dictionary<string, string> environment, string name, string? value)
    {
        environment.Remove(name);
        if (value is not null)
        {
            environment[name] = value;
        }
    }

    private static bool Same(SourceConfiguration one, SourceConfiguration other) => JsonNode.DeepEquals(Canonical(one), Canonical(other));

    private static JsonNode? Canonical(SourceConfiguration source)
    {
        var node = JsonSerializer.SerializeToNode(source, AppRunnerJson.Default.SourceConfiguration)!;
        if (node["ImageRepository"]?["ImageConfiguration"] is JsonObject configuration
            && configuration["RuntimeEnvironmentVariables"] is JsonObject { Count: 0 })
        {
            configuration.Remove("RuntimeEnvironmentVariables");
        }

        return node;
    }
}
