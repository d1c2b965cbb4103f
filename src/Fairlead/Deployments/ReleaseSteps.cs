using Fairlead.Deployments.Steps;
using Fairlead.Verification;

namespace Fairlead.Deployments;

/// <summary>The steps of a release, by what they do. Steps of one kind do not depend on each other; kinds come in the order in which they stand here.</summary>
public static class ReleaseSteps
{
    /// <summary>Push the images. Assets may be uploaded at the same time.</summary>
    public static IReadOnlyList<ReleaseStep> Push(Deployment deployment) => [.. deployment.Services.Select(x => new PushImageStep(deployment, x))];

    /// <summary>Upload the assets of the sites.</summary>
    public static IReadOnlyList<ReleaseStep> PublishAssets(Deployment deployment) => [.. deployment.Sites.Select(x => new PublishAssetsStep(deployment, x))];

    /// <summary>Migrate the databases, before any service changes.</summary>
    public static IReadOnlyList<ReleaseStep> Migrate(Deployment deployment) => [.. deployment.Services.Select(x => new MigrateStep(deployment, x))];

    /// <summary>Roll the services out.</summary>
    public static IReadOnlyList<ReleaseStep> RollOut(Deployment deployment) => [.. deployment.Services.Select(x => new RollOutStep(deployment, x))];

    /// <summary>Switch the entry points of the sites, when every service serves.</summary>
    public static IReadOnlyList<ReleaseStep> Switch(Deployment deployment) => [.. deployment.Sites.Select(x => new SwitchEntryPointsStep(deployment, x))];

    /// <summary>Make the edges forget what was written over.</summary>
    public static IReadOnlyList<ReleaseStep> Invalidate(Deployment deployment) => [.. deployment.Sites.Select(x => new InvalidateStep(deployment, x))];

    /// <summary>Ask the public URL.</summary>
    public static IReadOnlyList<ReleaseStep> SmokeTest(Deployment deployment, IReadOnlyList<SmokeCheck> checks) => [new SmokeTestStep(deployment, checks)];

    /// <summary>Record the release.</summary>
    public static IReadOnlyList<ReleaseStep> Record(Deployment deployment) => [new RecordStep(deployment)];
}
