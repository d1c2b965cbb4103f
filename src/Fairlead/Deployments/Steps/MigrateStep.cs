using Fairlead.Releases;

namespace Fairlead.Deployments.Steps;

/// <summary>Runs the migrations of the service's database with the new image, as a task of its own, before the service changes.</summary>
internal sealed class MigrateStep(Deployment deployment, ServiceWork service) : ReleaseStep(StepNames.Migrate(service.Name))
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

        var identity = await deployment.ReleaseAsync();
        if (identity.Kind == ReleaseIdentityKind.Resumed && !deployment.Settings.MigratesAgain
            && await deployment.Ledger.ReadMigrationAsync(identity.Release, service.Name, cancellationToken) is { } migration)
        {
            service.Migration = migration;
            return StepLook.Unchanged($"The migrations of this release ran on {migration.At:u}, in the run of {migration.Who} that was interrupted.");
        }

        var command = string.Join(' ', service.Part.MigrateCommand);
        var image = (await service.ImageAsync())?.ManifestDigest;
        return !deployment.Settings.MigratesAgain && await deployment.CurrentAsync(cancellationToken) is { } current
            && current.Services.GetValueOrDefault(service.Name) is { ImageDigest: { } migrated }
            && migrated == image
            && Migrated(current)
                ? StepLook.Unchanged($"The migrations of this image ran with release {current.Release}, or before it; --force runs them again.")
                : StepLook.WouldChange(
                    $"{command} is to run with the new image.",
                    new PlannedChange(ChangeAction.Run, $"migration of {service.Name}", command));
    }

    /// <inheritdoc/>
    public override async Task<Outcome> ChangeAsync(StepLook look, Effects effects, CancellationToken cancellationToken)
    {
        var release = await service.ReleaseAsync((await deployment.ReleaseAsync()).Release);
        var plan = await service.Host.PlanAsync(release, cancellationToken);
        var outcome = await service.Host.MigrateAsync(plan, service.Part.MigrateCommand, cancellationToken);
        if (!outcome.IsSuccess)
        {
            return outcome;
        }

        if (!SchemaReport.TryParse(outcome.Output, out var schema, out var problem) && problem is not null)
        {
            deployment.Reporter.Warning(problem);
        }

        var (at, who) = (deployment.Time.GetUtcNow(), deployment.Settings.Who);
        service.Migration = new ReleaseMigration((await deployment.ReleaseAsync()).Release, service.Name, who, at) { Schema = schema };
        await deployment.Ledger.NoteMigrationAsync(service.Migration, cancellationToken);
        return schema is null
            ? outcome
            : outcome with
            {
                Reason = $"{outcome.Reason} Schema {schema.Before ?? "none"} -> {schema.After}, for code from {schema.Oldest} on.",
            };
    }

    // A record of version 1 was only made when every step had succeeded. Later ones say which steps ran.
    private bool Migrated(ReleaseManifest current)
        => current.Version == 1 || current.Steps.Any(x => x.Name == Name && x.Outcome is OutcomeKind.Succeeded or OutcomeKind.Unchanged);
}
