using System.Text.Json;
using Fairlead.Aws;
using Fairlead.Releases;

namespace Fairlead.Tests.Releases;

/// <summary>The record of a release as this program writes it, and as earlier ones did.</summary>
public sealed class ReleaseManifestTests : IAsyncLifetime
{
    private const string Prefix = "fairlead";
    private static readonly ReleaseId Release = SomeRelease.Id();

    // As the program of version 1 wrote it, byte for byte.
    private const string Version1 = """
        {
          "version": 1,
          "release": "20261121-120000-6cef224",
          "content": "sha256:f2762074d3be91e99793ed3b2b9a1ccd3638e7ac0715038e323ce1ca2c8056d4",
          "commit": "6cef224aa",
          "imageDigest": "sha256:1111111111111111111111111111111111111111111111111111111111111111",
          "serviceRevision": "arn:aws:ecs:us-east-1:123456789012:task-definition/shop:7",
          "previousServiceRevision": "arn:aws:ecs:us-east-1:123456789012:task-definition/shop:6",
          "previousRelease": "20261121-115900-1234567",
          "schemaVersion": "12",
          "oldestCompatibleSchema": "11",
          "site": {
            "index.html": {
              "sha256": "2222222222222222222222222222222222222222222222222222222222222222",
              "contentType": "text/html; charset=utf-8",
              "cacheControl": "no-cache",
              "isEntryPoint": true
            },
            "assets/größe-1.js": {
              "sha256": "3333333333333333333333333333333333333333333333333333333333333333",
              "contentType": "text/javascript",
              "cacheControl": "public, max-age=31536000, immutable",
              "isEntryPoint": false
            }
          },
          "planDigest": "sha256:4444444444444444444444444444444444444444444444444444444444444444",
          "configurationDigest": "sha256:5555555555555555555555555555555555555555555555555555555555555555",
          "who": "mira@desk",
          "where": {
            "stack": "shop",
            "region": "us-east-1",
            "account": "123456789012",
            "publicUrl": "https://shop.example.com"
          },
          "started": "2026-11-21T12:00:00+00:00",
          "finished": "2026-11-21T12:00:30+00:00",
          "outcome": "Succeeded",
          "reason": "Service and site named this release, and the smoke tests passed.",
          "verified": true
        }
        """;

    private const string IntentVersion1 = """
        {
          "release": "20261121-120000-6cef224",
          "content": "sha256:f2762074d3be91e99793ed3b2b9a1ccd3638e7ac0715038e323ce1ca2c8056d4",
          "owner": "mira@desk",
          "started": "2026-11-21T12:00:00+00:00",
          "version": 1
        }
        """;

    private readonly SmallCloud _cloud = new(new TestClock());
    private readonly AwsClients _aws;
    private readonly Ledger _ledger;

    public ReleaseManifestTests()
    {
        _aws = _cloud.Clients();
        _ledger = new Ledger(_aws.S3, SmallCloud.LedgerBucket, Prefix);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        _aws.Dispose();
        await _cloud.DisposeAsync();
    }

    [Fact]
    public async Task A_record_of_version_1_is_that_of_one_service_and_one_site()
    {
        Put(Version1);

        var read = await _ledger.ReadAsync(Release, default);

        Text(read!).ShouldBe(Text(Expected()));
    }

    [Fact]
    public async Task A_record_of_version_1_may_say_nothing_of_service_schema_and_plan()
    {
        Put("""
            {
              "version": 1,
              "release": "20261121-120000-6cef224",
              "content": "sha256:f2762074d3be91e99793ed3b2b9a1ccd3638e7ac0715038e323ce1ca2c8056d4",
              "site": {},
              "who": "mira@desk",
              "where": { "stack": "shop", "region": "us-east-1", "account": "123456789012", "publicUrl": "https://shop.example.com" },
              "started": "2026-11-21T12:00:00+00:00",
              "finished": "2026-11-21T12:00:30+00:00",
              "outcome": "Failed",
              "reason": "PushEcr failed.",
              "verified": false
            }
            """);

        var read = (await _ledger.ReadAsync(Release, default))!;

        read.Services.ShouldBe(new Dictionary<string, ReleasedService> { ["api"] = new() });
        read.Sites.Keys.ShouldBe(["web"]);
        (read.Sites["web"].Count, read.Outcome, read.Commit, read.PlanDigest).ShouldBe((0, OutcomeKind.Failed, null, null));
    }

    /// <summary>A run of the earlier program was killed after it had recorded; this one goes on with the same release.</summary>
    [Fact]
    public async Task A_record_of_version_1_is_as_good_as_one_of_today()
    {
        Put(Version1);

        var recorded = await _ledger.RecordAsync(Expected() with { Version = ReleaseManifest.CurrentVersion, Who = "ci" }, default);

        (recorded.Version, recorded.Who).ShouldBe((1, "mira@desk"));
        _cloud.S3.Find(SmallCloud.LedgerBucket, Key)!.Text.ShouldBe(Version1);
    }

    [Fact]
    public async Task A_record_of_version_1_that_was_not_verified_becomes_so()
    {
        Put(Version1.Replace("\"verified\": true", "\"verified\": false", StringComparison.Ordinal));
        (await _ledger.ReadAsync(Release, default))!.Verified.ShouldBeFalse();

        await _ledger.VerifyAsync(new ReleaseVerification(Release, "ci", SomeRelease.Noon), default);

        (await _ledger.ReadAsync(Release, default))!.Verified.ShouldBeTrue();
    }

    [Fact]
    public async Task What_an_interrupted_run_of_version_1_left_does_not_say_which_entry_points_it_wrote()
    {
        _cloud.S3.Put(SmallCloud.LedgerBucket, $"{Prefix}/in-progress.json", IntentVersion1);

        var intent = await _ledger.ReadIntentAsync(default);

        intent.ShouldBe(new ReleaseIntent(Release, SomeRelease.Content(), "mira@desk", SomeRelease.Noon));
        intent!.EntryPoints.ShouldBeNull();
    }

    [Fact]
    public async Task A_record_is_read_as_it_was_written()
    {
        var manifest = Several();

        await _ledger.RecordAsync(manifest, default);

        Text((await _ledger.ReadAsync(Release, default))!).ShouldBe(Text(manifest));
    }

    /// <summary>Other programs read it, too.</summary>
    [Fact]
    public async Task A_record_is_written_in_this_form()
    {
        await _ledger.RecordAsync(Several(), default);

        _cloud.S3.Find(SmallCloud.LedgerBucket, Key)!.Text.ShouldBe("""
            {
              "version": 2,
              "release": "20261121-120000-6cef224",
              "content": "sha256:f2762074d3be91e99793ed3b2b9a1ccd3638e7ac0715038e323ce1ca2c8056d4",
              "commit": "6cef224aa",
              "services": {
                "api": {
                  "imageDigest": "sha256:1",
                  "revision": "shop:7",
                  "previousRevision": "shop:6",
                  "previousSchemaVersion": "11",
                  "schemaVersion": "12",
                  "oldestCompatibleSchema": "10"
                },
                "worker": {}
              },
              "sites": {
                "web": {
                  "index.html": {
                    "sha256": "2222222222222222222222222222222222222222222222222222222222222222",
                    "contentType": "text/html; charset=utf-8",
                    "cacheControl": "no-cache",
                    "isEntryPoint": true
                  }
                },
                "admin": {}
              },
              "who": "mira@desk",
              "where": {
                "stack": "shop",
                "region": "us-east-1",
                "account": "123456789012"
              },
              "started": "2026-11-21T12:00:00+00:00",
              "finished": "2026-11-21T12:00:30+00:00",
              "outcome": "Succeeded",
              "reason": "It serves.",
              "verified": true,
              "steps": [
                {
                  "name": "roll out api",
                  "outcome": "Succeeded",
                  "reason": "It runs.",
                  "seconds": 1.5
                },
                {
                  "name": "migrate worker",
                  "reason": "There is nothing to migrate.",
                  "seconds": 0
                }
              ]
            }
            """);
    }

    [Fact]
    public async Task A_record_of_a_newer_program_is_refused()
    {
        Put(Version1.Replace("\"version\": 1", "\"version\": 3", StringComparison.Ordinal));

        var error = await Should.ThrowAsync<FairleadException>(() => _ledger.ReadAsync(Release, default));

        error.What.ShouldContain("version 3, and this one reads up to 2");
    }

    [Fact]
    public void The_same_ending_is_told_from_another()
    {
        var manifest = Several();
        ReleaseManifest[] same =
        [
            manifest with { Version = 1, Who = "ci", Reason = "", Verified = false, Steps = [], PreviousRelease = SomeRelease.Id(-1) },
            manifest with { Commit = "0", PlanDigest = null },
            manifest with { Started = SomeRelease.Noon.AddHours(1), Finished = SomeRelease.Noon.AddHours(2) },
            WithApi(x => x with { PreviousRevision = "shop:5", PreviousSchemaVersion = "9" }),
            WithApi(x => x with { Snapshot = "fairlead-shop-api-1" }),
            WithApi(x => x with { Revision = "shop:8", Host = "ecs: another", Layers = [new ReleasedLayer("sha256:1", 1)] }),
            manifest with { TerraformState = new TerraformState(1, "a"), Commits = new ReleasedCommits([], []), Buckets = null },
            manifest with
            {
                Sites = manifest.Sites.ToDictionary(
                    x => x.Key,
                    x => (IReadOnlyDictionary<string, SiteFile>)x.Value.ToDictionary(y => y.Key, y => y.Value with { UnstampedSha256 = "as a newer says" })),
            },
        ];
        ReleaseManifest[] other =
        [
            manifest with { Outcome = OutcomeKind.Failed },
            manifest with { Content = SomeRelease.Content("two") },
            WithApi(x => x with { ImageDigest = "sha256:2" }),
            WithApi(x => x with { SchemaVersion = "13" }),
            manifest with { Services = new Dictionary<string, ReleasedService> { ["api"] = manifest.Services["api"] } },
            manifest with { Sites = new Dictionary<string, IReadOnlyDictionary<string, SiteFile>> { ["web"] = manifest.Sites["web"] } },
            manifest with
            {
                Sites = new Dictionary<string, IReadOnlyDictionary<string, SiteFile>>
                {
                    ["web"] = new Dictionary<string, SiteFile> { ["index.html"] = SomeRelease.EntryPoint('3') },
                    ["admin"] = manifest.Sites["admin"],
                },
            },
        ];

        same.ShouldAllBe(x => manifest.RecordsTheSameAs(x));
        other.ShouldAllBe(x => !manifest.RecordsTheSameAs(x));

        ReleaseManifest WithApi(Func<ReleasedService, ReleasedService> change)
            => manifest with
            {
                Services = new Dictionary<string, ReleasedService>
                {
                    ["api"] = change(manifest.Services["api"]),
                    ["worker"] = manifest.Services["worker"],
                },
            };
    }

    private static string Key => $"{Prefix}/releases/{Release}.json";

    private static string Text(ReleaseManifest manifest) => JsonSerializer.Serialize(manifest, ReleaseJson.Readable.ReleaseManifest);

    private static ReleaseManifest Expected() => SomeRelease.Manifest() with
    {
        Version = 1,
        PreviousRelease = ReleaseId.Create(SomeRelease.Noon.AddSeconds(-60), "1234567aa"),
        PlanDigest = $"sha256:{new string('4', 64)}",
        ConfigurationDigest = $"sha256:{new string('5', 64)}",
        Reason = "Service and site named this release, and the smoke tests passed.",
        Services = new Dictionary<string, ReleasedService>
        {
            ["api"] = new()
            {
                ImageDigest = $"sha256:{new string('1', 64)}",
                Revision = "arn:aws:ecs:us-east-1:123456789012:task-definition/shop:7",
                PreviousRevision = "arn:aws:ecs:us-east-1:123456789012:task-definition/shop:6",
                SchemaVersion = "12",
                OldestCompatibleSchema = "11",
            },
        },
    };

    private static ReleaseManifest Several() => SomeRelease.Manifest() with
    {
        Where = new ReleasePlace("shop", "us-east-1", "123456789012", PublicUrl: null),
        Services = new Dictionary<string, ReleasedService>
        {
            ["api"] = new()
            {
                ImageDigest = "sha256:1",
                Revision = "shop:7",
                PreviousRevision = "shop:6",
                PreviousSchemaVersion = "11",
                SchemaVersion = "12",
                OldestCompatibleSchema = "10",
            },
            ["worker"] = new(),
        },
        Sites = new Dictionary<string, IReadOnlyDictionary<string, SiteFile>>
        {
            ["web"] = new Dictionary<string, SiteFile> { ["index.html"] = SomeRelease.EntryPoint('2') },
            ["admin"] = new Dictionary<string, SiteFile>(),
        },
        Steps =
        [
            new RecordedStep("roll out api", OutcomeKind.Succeeded, "It runs.", 1.5),
            new RecordedStep("migrate worker", Outcome: null, "There is nothing to migrate.", 0),
        ],
    };

    private void Put(string manifest) => _cloud.S3.Put(SmallCloud.LedgerBucket, Key, manifest);
}
