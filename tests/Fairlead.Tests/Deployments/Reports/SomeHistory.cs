using System.Globalization;
using Fairlead.Releases;

namespace Fairlead.Tests.Deployments.Reports;

/// <summary>A shop with an api, a worker and a site: every ninth release is rolled back, every fourteenth fails, every eleventh is not smoke-tested.</summary>
internal static class SomeHistory
{
    public static readonly DateTimeOffset Begin = new(2026, 3, 2, 9, 12, 30, TimeSpan.Zero);

    /// <param name="count">How many releases.</param>
    /// <param name="assets">Files of the site that every release names anew.</param>
    public static IReadOnlyList<ReleaseManifest> Of(int count, int assets = 6)
    {
        var manifests = new List<ReleaseManifest>();
        ReleaseManifest? current = null;
        for (var i = 1; i <= count; i++)
        {
            var manifest = Manifest(i, assets, current);
            manifests.Add(manifest);
            current = manifest.Outcome == OutcomeKind.Succeeded ? manifest : current;
        }

        return manifests;
    }

    /// <summary>As the ledger has them, undamaged.</summary>
    public static IReadOnlyList<LedgerEntry> InLedger(params IEnumerable<ReleaseManifest> manifests)
        => [.. manifests.Select(x => new LedgerEntry(x.Release, x, Damage: null))];

    public static ReleaseId Current(IReadOnlyList<ReleaseManifest> manifests) => manifests.Last(x => x.Outcome == OutcomeKind.Succeeded).Release;

    private static ReleaseManifest Manifest(int i, int assets, ReleaseManifest? current)
    {
        var started = Begin.AddMinutes(i * 1873);
        var commit = Hex(i, 40);
        var outcome = i % 9 == 0 ? OutcomeKind.RolledBack : i % 14 == 0 ? OutcomeKind.Failed : OutcomeKind.Succeeded;
        var isTested = i % 11 != 0;
        var seconds = 95 + (i * 37 % 140);
        var isMigrated = i % 4 == 0;
        return new ReleaseManifest
        {
            Release = ReleaseId.Create(started, commit, isDirty: i % 17 == 0),
            Content = ContentDigest.Of(Hex(i, 64), Hex(i, 64), null),
            Commit = commit,
            Commits = current is null
                ? null
                : new ReleasedCommits(
                    [.. Enumerable.Range(0, i % 4).Select(x => new ReleasedCommit(Hex((i * 100) + x, 40), $"Let the basket count to {Text(i + x)}"))],
                    i % 13 == 0 ? [new ReleasedCommit(Hex((i * 100) + 50, 40), "Let the basket count backwards")] : []),
            Services = new Dictionary<string, ReleasedService>
            {
                ["api"] = new()
                {
                    ImageDigest = $"sha256:{Hex(i / 2, 64)}",
                    Layers = [new ReleasedLayer($"sha256:{Hex(0, 64)}", 31_000_000), new ReleasedLayer($"sha256:{Hex(i / 2, 64)}", 1_400_000)],
                    Revision = outcome == OutcomeKind.Failed ? null : Arn("shop-api", i),
                    PreviousSchemaVersion = Text((i / 4) + (isMigrated ? 6 : 7)),
                    SchemaVersion = Text((i / 4) + 7),
                },
                ["worker"] = new() { ImageDigest = $"sha256:{Hex(i / 5, 64)}", Revision = outcome == OutcomeKind.Failed ? null : Arn("shop-worker", i) },
            },
            Sites = new Dictionary<string, IReadOnlyDictionary<string, SiteFile>>
            {
                ["web"] = Enumerable.Range(0, assets).Select(x => x % 3 == 0 ? $"assets/chunk-{x}-{Hex(i, 8)}.js" : $"assets/{x}.svg")
                    .Concat(["index.html", "about.html"])
                    .ToDictionary(x => x, x => new SiteFile(Hex(x.EndsWith("html", StringComparison.Ordinal) ? i : 1, 64), "text/plain", "no-cache", false)),
            },
            PreviousRelease = current?.Release,
            PlanDigest = $"sha256:{Hex(i / 10, 64)}",
            ConfigurationDigest = $"sha256:{Hex(i / 7, 64)}",
            Who = i % 3 == 0 ? "mira@desk" : $"runner@fv-az1, https://github.com/example/shop/actions/runs/{19_000_000_000 + i}",
            Where = new ReleasePlace("shop", "eu-central-1", "123456789012", "https://shop.example"),
            Started = started,
            Finished = started.AddSeconds(seconds),
            Outcome = outcome,
            Reason = outcome switch
            {
                OutcomeKind.RolledBack => $"Smoke checks failed:\n    GET /api/version: status 503, not 200\n Release {current?.Release} serves again.",
                OutcomeKind.Failed => "The service api did not start: its tasks exit at once with code 139. "
                    + "The likeliest cause is an image for another architecture.",
                _ => isTested ? "Services and sites named this release, and the smoke tests passed." : "It was not smoke-tested. The smoke tests did not run.",
            },
            Verified = outcome == OutcomeKind.Succeeded && isTested,
            Steps =
            [
                new("push api", OutcomeKind.Succeeded, "Pushed 123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop-api: 3 blobs, 12,582,912 bytes.", 8.21),
                new("push worker", OutcomeKind.Unchanged, "shop-worker:20261121 is there already.", 0.41),
                new("publish web", OutcomeKind.Succeeded, "Uploaded 6 assets, 412,000 bytes.", 2.5),
                new("migrate api", isMigrated ? OutcomeKind.Succeeded : OutcomeKind.Unchanged, "The task that migrates ended with 0.", 14.2),
                new(
                    "roll out api",
                    outcome == OutcomeKind.Failed ? OutcomeKind.Failed : OutcomeKind.Succeeded,
                    "The deployment is completed; 2 tasks serve.",
                    seconds / 2),
                new("switch web", OutcomeKind.Succeeded, "Switched 2 entry points.", 0.8),
                new("invalidate web", OutcomeKind.Succeeded, "The edge forgot 2 paths.", 21.6),
                new(
                    "smoke test",
                    outcome == OutcomeKind.RolledBack ? OutcomeKind.RolledBack : isTested ? OutcomeKind.Succeeded : null,
                    outcome == OutcomeKind.RolledBack ? "GET /api/version: status 503, not 200" : isTested ? "7 checks passed." : "Left out with --skip.",
                    3.1),
                new("record", OutcomeKind.Succeeded, "It is recorded.", 0.2),
            ],
        };
    }

    private static string Arn(string family, int revision) => $"arn:aws:ecs:eu-central-1:123456789012:task-definition/{family}:{Text(revision)}";

    private static string Hex(int seed, int length)
        => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes(seed)))[..Math.Min(64, length)];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
