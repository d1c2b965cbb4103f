using Fairlead.Infrastructure;
using Fairlead.Releases;

namespace Fairlead.Deployments;

/// <summary>
/// Reads the records of earlier releases in today's terms: the parts under the names that they have now, with the migrations that ran since, and with what
/// the databases were left at.
/// </summary>
/// <param name="ledger">The records.</param>
/// <param name="outputs">What the stack has.</param>
/// <param name="services">Name and host of each service of the release that is made.</param>
/// <param name="sites">Name and bucket of each site of it.</param>
internal sealed class RecordsOfToday(
    Ledger ledger,
    StackOutputs outputs,
    IReadOnlyList<(string Name, string Identity)> services,
    IReadOnlyList<(string Name, string Identity)> sites)
{
    /// <summary>For a look that brings no parts of a build with it.</summary>
    public static RecordsOfToday Of(Place place, Ledger ledger) => new(
        ledger, place.Outputs, [.. place.Outputs.Services.Select(x => (x.Name, x.Identity))], [.. place.Outputs.Sites.Select(x => (x.Name, x.Bucket))]);

    /// <summary>The manifest of the current release.</summary>
    /// <exception cref="FairleadException">It is lost or damaged.</exception>
    public async Task<ReleaseManifest> ReadAsync(CurrentRelease pointer)
    {
        var manifest = await ledger.ReadAsync(pointer.Release, CancellationToken.None) ?? throw ledger.LostManifest(pointer.Release).ToException();
        var current = await WithLaterMigrationsAsync(WithNamesOfToday(manifest));
        return pointer.RestoredBy is { } rollback && await ledger.ReadAsync(rollback, CancellationToken.None) is { } record
            ? WithServices(current, WithNamesOfToday(record).Services, (x, record) => x with
            {
                DatabaseSchemaVersion = record.DatabaseSchemaVersion,
                OldestCompatibleSchema = record.OldestCompatibleSchema,
            })
            : current;
    }

    /// <summary>The manifest with the migrations that ran after the release was recorded, because the run that recorded it left them out.</summary>
    public async Task<ReleaseManifest> WithLaterMigrationsAsync(ReleaseManifest manifest)
    {
        // A record of version 1 was only made when every step had succeeded.
        foreach (var name in manifest.Version == 1 ? [] : manifest.Services.Keys.ToList())
        {
            var recorded = manifest.RecordedAs(name);
            if (manifest.Steps.All(x => x.Name != StepNames.Migrate(recorded))
                && await ledger.ReadMigrationAsync(manifest.Release, recorded, CancellationToken.None) is { } migration)
            {
                manifest = WithSchemaOf(manifest, name, migration) with
                {
                    Steps =
                    [
                        .. manifest.Steps,
                        new RecordedStep(
                            StepNames.Migrate(recorded), OutcomeKind.Succeeded, $"The run of {migration.Who} made up for it on {migration.At:u}.", 0),
                    ],
                };
            }
        }

        return manifest;
    }

    /// <summary>The manifest with the names of today: a part is the same one, whatever it was called, where it had the same host or bucket, and where build,
    /// stack and release have one of the kind.</summary>
    public ReleaseManifest WithNamesOfToday(ReleaseManifest manifest)
    {
        var namesOfServices = NamesOfToday(
            manifest.Services.ToDictionary(x => x.Key, x => x.Value.Host), services, outputs.Services.Count);
        var namesOfSites = NamesOfToday(
            manifest.Sites.ToDictionary(x => x.Key, x => manifest.Buckets?.GetValueOrDefault(x.Key)),
            sites,
            outputs.Sites.Count);
        return manifest with
        {
            Services = manifest.Services.ToDictionary(x => namesOfServices[x.Key], x => x.Value),
            Sites = manifest.Sites.ToDictionary(x => namesOfSites[x.Key], x => x.Value),
            Buckets = manifest.Buckets?.Where(x => namesOfSites.ContainsKey(x.Key)).ToDictionary(x => namesOfSites[x.Key], x => x.Value),
            FormerNames = namesOfServices.Concat(namesOfSites).DistinctBy(x => x.Value).ToDictionary(x => x.Value, x => manifest.RecordedAs(x.Key)),
        };
    }

    /// <summary>Recorded name → name of today.</summary>
    /// <param name="recorded">Name → what tells the part from others; null where the record does not say.</param>
    /// <param name="today">The parts of the build.</param>
    /// <param name="places">How many the stack has.</param>
    private static Dictionary<string, string> NamesOfToday(
        Dictionary<string, string?> recorded, IReadOnlyList<(string Name, string Identity)> today, int places)
    {
        if (recorded.Count == 1 && places == 1 && today.Count == 1)
        {
            return new Dictionary<string, string> { [recorded.Keys.Single()] = today[0].Name };
        }

        var names = new Dictionary<string, string>();
        foreach (var (name, identity) in recorded)
        {
            if (identity is not null && today.Where(x => x.Identity == identity).ToList() is [var same] && !names.ContainsValue(same.Name))
            {
                names[name] = same.Name;
            }
        }

        foreach (var name in recorded.Keys.Where(x => !names.ContainsKey(x)))
        {
            // Another part may be called so today; this one is gone.
            names[name] = names.ContainsValue(name) ? $"{name} (as it was)" : name;
        }

        return names;
    }

    /// <summary>The manifest with what the databases were left at by a run that did not end, or whose failure was not brought back.</summary>
    public async Task<ReleaseManifest> WithSchemaLeftByAsync(ReleaseIntent interrupted, ReleaseManifest manifest, CancellationToken cancellationToken)
    {
        var left = new Dictionary<string, SchemaReport>();
        if (await ledger.ReadAsync(interrupted.Release, cancellationToken) is { } record)
        {
            foreach (var (name, service) in WithNamesOfToday(record).Services)
            {
                if ((service.DatabaseSchemaVersion ?? service.SchemaVersion) is { } at && service.OldestCompatibleSchema is { } oldest)
                {
                    left[name] = new SchemaReport(service.PreviousSchemaVersion, at, oldest);
                }
            }
        }

        foreach (var (name, _) in services)
        {
            if (await ledger.ReadMigrationAsync(interrupted.Release, name, cancellationToken) is { Schema: { } schema })
            {
                left[name] = schema;
            }
        }

        return WithServices(manifest, left, (x, schema) => x with
        {
            DatabaseSchemaVersion = schema.After == x.SchemaVersion ? null : schema.After,
            OldestCompatibleSchema = schema.Oldest,
        });
    }

    private static ReleaseManifest WithSchemaOf(ReleaseManifest manifest, string service, ReleaseMigration migration)
        => WithServices(
            manifest,
            new Dictionary<string, ReleaseMigration> { [service] = migration },
            (x, migration) => migration.Schema is not { } schema
                ? x with { Snapshot = migration.Snapshot }
                : x with
                {
                    PreviousSchemaVersion = schema.Before,
                    SchemaVersion = schema.After,
                    DatabaseSchemaVersion = null,
                    OldestCompatibleSchema = schema.Oldest,
                    Snapshot = migration.Snapshot,
                });

    private static ReleaseManifest WithServices<T>(
        ReleaseManifest manifest, IReadOnlyDictionary<string, T> known, Func<ReleasedService, T, ReleasedService> change)
        => manifest with { Services = manifest.Services.ToDictionary(x => x.Key, x => known.TryGetValue(x.Key, out var of) ? change(x.Value, of) : x.Value) };
}
