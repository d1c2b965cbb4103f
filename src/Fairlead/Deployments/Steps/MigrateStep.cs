using Fairlead.Releases;
using Fairlead.Services;

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
            return StepLook.NotApplicable(deployment.Settings.SnapshotsDatabase ? $"{others} No snapshot is taken before that." : others);
        }

        var identity = await deployment.ReleaseAsync();
        if (identity.Kind == ReleaseIdentityKind.Resumed && !deployment.Settings.MigratesAgain
            && await deployment.Ledger.ReadMigrationAsync(identity.Release, service.Name, cancellationToken) is { } migration)
        {
            (service.Migration, service.Snapshot) = (migration, migration.Snapshot);
            return StepLook.Unchanged($"The migrations of this release ran on {migration.At:u}, in the run of {migration.Who} that was interrupted.");
        }

        var command = string.Join(' ', service.Part.MigrateCommand);
        var image = (await service.ImageAsync())?.ManifestDigest;
        if (!deployment.Settings.MigratesAgain && await deployment.CurrentAsync(cancellationToken) is { } current
            && current.Services.GetValueOrDefault(service.Name) is { ImageDigest: { } migrated }
            && migrated == image
            && Migrated(current))
        {
            return StepLook.Unchanged($"The migrations of this image ran with release {current.Release}, or before it; --force runs them again.");
        }

        var migrates = new PlannedChange(ChangeAction.Run, $"migration of {service.Name}", command);
        if (!deployment.Settings.SnapshotsDatabase)
        {
            return StepLook.WouldChange($"{command} is to run with the new image.", migrates);
        }

        return await FindSnapshotProblemAsync(cancellationToken) is { } problem
            ? StepLook.Impossible(problem)
            : StepLook.WouldChange(
                $"{command} is to run with the new image, after a snapshot of the database.",
                new PlannedChange(ChangeAction.Create, $"snapshot of {service.Stack.DatabaseInstance}", await SnapshotAsync()),
                migrates);
    }

    /// <inheritdoc/>
    public override async Task<Outcome> ChangeAsync(StepLook look, Effects effects, CancellationToken cancellationToken)
    {
        var id = (await deployment.ReleaseAsync()).Release;
        var plan = await service.Host.PlanAsync(await service.ReleaseAsync(id), cancellationToken);
        Outcome outcome;
        try
        {
            outcome = await service.Host.MigrateAsync(
                plan,
                service.Part.MigrateCommand,
                deployment.Settings.SnapshotsDatabase ? TakeSnapshotAsync : null,
                cancellationToken);
        }
        catch (FairleadException exception) when (service.Snapshot is not null && !cancellationToken.IsCancellationRequested)
        {
            outcome = new Outcome(OutcomeKind.Failed, exception.Message);
        }

        if (deployment.Settings.SnapshotsDatabase && service.Snapshot is null)
        {
            await FindSnapshotAsync(outcome, cancellationToken);
        }

        if (service.Snapshot is { } snapshot)
        {
            outcome = outcome with { Reason = $"{outcome.Reason} The snapshot {snapshot} was taken before it." };
        }

        if (!outcome.IsSuccess)
        {
            return outcome;
        }

        if (!SchemaReport.TryParse(outcome.Output, out var schema, out var problem) && problem is not null)
        {
            deployment.Reporter.Warning(problem);
        }

        var (at, who) = (deployment.Time.GetUtcNow(), deployment.Settings.Who);
        service.Migration = new ReleaseMigration(id, service.Name, who, at) { Schema = schema, Snapshot = service.Snapshot };
        await deployment.Ledger.NoteMigrationAsync(service.Migration, cancellationToken);
        return schema is null
            ? outcome
            : outcome with
            {
                Reason = $"{outcome.Reason} Schema {schema.Before ?? "none"} -> {schema.After}, for code from {schema.Oldest} on.",
            };
    }

    /// <summary>Why no snapshot can be taken; null when nothing is known to stand against it. RDS is not asked again once the release is begun.</summary>
    private async Task<StepProblem?> FindSnapshotProblemAsync(CancellationToken cancellationToken)
        => service.Stack.DatabaseInstance is null
            ? new StepProblem(
                $"No snapshot of the database of {service.Name} can be taken: the outputs of stack {deployment.Place.Outputs.Stack} name none.",
                "Hand the identifier of its RDS instance out as database_instance, or deploy without --snapshot.")
            : !deployment.HasNoted && await Snapshots.FindProblemAsync(cancellationToken) is { } problem
            ? new StepProblem(
                $"No snapshot of the database of {service.Name} can be taken: {problem}",
                "Look at the instance and at the stack's output database_instance, or deploy without --snapshot.")
            : null;

    private async Task TakeSnapshotAsync(CancellationToken cancellationToken)
    {
        var identifier = await SnapshotAsync();
        await Snapshots.EnsureAsync(identifier, deployment.Settings.SnapshotTimeout, cancellationToken);
        service.Snapshot = identifier;
    }

    /// <summary>Where a migration was joined that an interrupted run had started: it is too late to take one, and that run may have.</summary>
    private async Task FindSnapshotAsync(Outcome joined, CancellationToken cancellationToken)
    {
        var identifier = await SnapshotAsync();

        // The migration has run: that nobody can say what was before it must not undo that.
        if (await ServiceCalls.TolerateAsync(
            deployment.Reporter, $"the snapshot {identifier}", () => Snapshots.IsAvailableAsync(identifier, cancellationToken), otherwise: false))
        {
            service.Snapshot = identifier;
        }
        else if (joined.IsSuccess)
        {
            deployment.Reporter.Warning($"No snapshot of the database of {service.Name} is known: an interrupted run had started the migration.");
        }
    }

    private DatabaseSnapshots Snapshots => new(deployment.Place.Aws, service.Stack.DatabaseInstance!, deployment.Reporter, deployment.Time);

    /// <summary>One for each release. Where somebody asks that migrations run once more, what an earlier run took is not what the database is now.</summary>
    private async Task<string> SnapshotAsync() => DatabaseSnapshots.IdentifierOf(
        deployment.Place.Outputs.Stack,
        service.Name,
        (await deployment.ReleaseAsync()).Release,
        deployment.Settings.MigratesAgain ? deployment.Started : null);

    // A record of version 1 was only made when every step had succeeded. Later ones say which steps ran.
    private bool Migrated(ReleaseManifest current)
        => current.Version == 1
            || current.Steps.Any(x => x.Name == StepNames.Migrate(current.RecordedAs(service.Name))
                && x.Outcome is OutcomeKind.Succeeded or OutcomeKind.Unchanged);
}
