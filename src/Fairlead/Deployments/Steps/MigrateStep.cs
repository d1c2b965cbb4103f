using Fairlead.Releases;

namespace Fairlead.Deployments.Steps;

/// <summary>Runs the migrations of the service's database with the new image, as a task of its own, before the service changes.</summary>
internal sealed class MigrateStep(Deployment deployment, ServiceWork service) : ReleaseStep($"migrate {service.Name}")
{
    /// <inheritdoc/>
    public override IReadOnlyList<Touch> Touches => [new Touch.Schema(service.Name)];

    /// <inheritdoc/>
    public override async Task<StepLook> LookAsync(CancellationToken cancellationToken)
    {
        if (service.Part.MigrateCommand.Count == 0)
        {
            return StepLook.NotApplicable("The build names no command that migrates.");
        }

        if (service.Stack.Host.MigratedBy is { } others)
        {
            return StepLook.NotApplicable(others);
        }

        var command = string.Join(' ', service.Part.MigrateCommand);
        var image = (await service.ImageAsync())?.ManifestDigest;
        return await deployment.CurrentAsync(cancellationToken) is { } current
            && current.Services.GetValueOrDefault(service.Name) is { ImageDigest: { } migrated }
            && migrated == image
            && Migrated(current)
                ? StepLook.Unchanged($"The migrations of this image ran with release {current.Release}, or before it.")
                : StepLook.WouldChange(
                    $"{command} is to run with the new image.",
                    new PlannedChange(ChangeAction.Run, $"migration of {service.Name}", command));
    }

    /// <inheritdoc/>
    public override async Task<Outcome> ChangeAsync(StepLook look, Effects effects, CancellationToken cancellationToken)
    {
        var release = await service.ReleaseAsync((await deployment.ReleaseAsync()).Release);
        var plan = await service.Host.PlanAsync(release, cancellationToken);
        return await service.Host.MigrateAsync(plan, service.Part.MigrateCommand, cancellationToken);
    }

    // A record of version 1 was only made when every step had succeeded. Later ones say which steps ran.
    private bool Migrated(ReleaseManifest current)
        => current.Version == 1 || current.Steps.Any(x => x.Name == Name && x.Outcome is OutcomeKind.Succeeded or OutcomeKind.Unchanged);
}
