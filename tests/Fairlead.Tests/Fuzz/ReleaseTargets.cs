using System.Text;
using System.Text.Json.Serialization.Metadata;
using Fairlead.Incremental;
using Fairlead.Releases;
using Fairlead.Testing.Fuzzing;

namespace Fairlead.Tests.Fuzz;

/// <summary>What the ledger, migrations, pages and earlier runs say.</summary>
internal static class ReleaseTargets
{
    private static readonly LedgerStore Store = new(null!, "ledger", "shop");
    private static readonly ReleaseManifest Manifest = SomeRelease.Manifest();
    private static readonly DateTimeOffset Noon = SomeRelease.Noon;

    public static IReadOnlyList<FuzzTarget> All
    => [
        Record("ReleaseManifest", ReleaseJson.Readable.ReleaseManifest, x => x.IsComplete(), Manifest, ReleaseManifest.CurrentVersion),
        FuzzTarget.Utf8(
            "ReleaseManifestV1",
            x => Store.Parse("releases/a.json", x, ReleaseJson.Readable.ReleaseManifestV1, 1, y => y.ToManifest().IsComplete())
                .ToManifest().EntryPoints().ShouldAllBe(y => y.Path.Length >= 0),
            """
            {"version":1,"release":"20261121-120000-6cef224","content":"sha256:1111111111111111111111111111111111111111111111111111111111111111","commit":"6cef224",
             "imageDigest":"sha256:2","serviceRevision":"shop:1","schemaVersion":"8","oldestSchemaVersion":"7","site":{"index.html":{"sha256":"3",
             "contentType":"text/html","cacheControl":"no-cache","isEntryPoint":true}},"who":"mira","where":{"stack":"shop","region":"us-east-1",
             "account":"123456789012"},"started":"2026-11-21T12:00:00Z","finished":"2026-11-21T12:01:00Z","outcome":"Succeeded","reason":"It serves.",
             "verified":true}
            """).RefusesWith<FairleadException>(),
        Record("CurrentRelease", ReleaseJson.Readable.CurrentRelease, _ => true, new CurrentRelease(Manifest.Release, Manifest.Content, Noon)),
        Record(
            "ReleaseIntent",
            ReleaseJson.Readable.ReleaseIntent,
            _ => true,
            new ReleaseIntent(Manifest.Release, Manifest.Content, "mira", Noon)
            {
                EntryPoints = new Dictionary<string, IReadOnlyList<string>> { ["site"] = ["index.html"] },
            }),
        Record("ReleaseVerification", ReleaseJson.Readable.ReleaseVerification, _ => true, new ReleaseVerification(Manifest.Release, "mira", Noon)),
        Record(
            "ReleaseMigration",
            ReleaseJson.Readable.ReleaseMigration,
            _ => true,
            new ReleaseMigration(Manifest.Release, "service", "mira", Noon) { Schema = new SchemaReport("7", "8", "7"), Snapshot = "shop-1" }),
        Record(
            "ReleaseCorrection",
            ReleaseJson.Readable.ReleaseCorrection,
            x => x.ApplyTo(Manifest).IsComplete(),
            new ReleaseCorrection(Manifest.Release, "mira", Noon) { Revisions = new Dictionary<string, string> { ["service"] = "shop:2" } }),
        Record("ReleasePruning", ReleaseJson.Readable.ReleasePruning, _ => true, new ReleasePruning(Manifest.Release, "mira", Noon)),
        FuzzTarget.Utf8(
            "LockRecord",
            x =>
            {
                if (!DeployLock.TryParse(Store, new StoredObject(x, "etag", "application/json", "no-store", null), out var record, out var damage))
                {
                    throw damage.ToException();
                }

                record.StateAt(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(5), _ => false);
                record.Owner?.ToString().ShouldNotBeEmpty();
            },
            Encoding.UTF8.GetString(LedgerStore.ToBytes(
                new LockRecord(3, "token", new LockOwner("mira", "https://example.com/1", "desk", 12, "34"), Noon, Noon) { LeaseSeconds = 60 },
                ReleaseJson.Readable.LockRecord)),
            """{"version":1,"fence":2,"token":"a","owner":null,"acquired":"2026-11-21T12:00:00Z","expires":"2026-11-21T12:00:00Z"}""")
            .RefusesWith<FairleadException>(),
        FuzzTarget.Text("ReleaseId", x => ReleaseId.Parse(x).Time.Year.ShouldBeGreaterThan(0), "20261121-101502-6cef224", "20261121-101502-6cef224-dirty")
            .RefusesWith<FairleadException>(),
        FuzzTarget.Text("ContentDigest", x => _ = ContentDigest.TryParse(x, out _), SomeRelease.Content().ToString()),
        FuzzTarget.Text(
            "SchemaReport",
            x =>
            {
                _ = SchemaReport.TryParse(x.Split('\n'), out var report, out var problem);
                (report is not null && problem is not null).ShouldBeFalse();
            },
            "started\nfairlead-schema: {\"before\":\"8\",\"after\":\"9\",\"oldest\":\"8\"}\ndone",
            "fairlead-schema: {\"before\":null,\"after\":\"1\",\"oldest\":\"1\"}"),

        // Each end of a head and each meta element is looked into.
        FuzzTarget.Text("ReleaseStamp.Read", x => ReleaseStamp.Read(x), Pages) with { MemoryPerByte = 1024 },
        FuzzTarget.Utf8("ReleaseStamp.Apply", Stamp, Pages).RefusesWith<FairleadException>() with { MemoryPerByte = 1024 },
        FuzzTarget.Text("RememberedRun", x => _ = RememberedRun.TryParse(x, out _), Remembered),
        FuzzTarget.Text(
            "RememberedRun with its digest",
            x => _ = RememberedRun.TryParse(Sealed(x), out _),
            Remembered[..Remembered.IndexOf("end ", StringComparison.Ordinal)]),
    ];

    private static string[] Pages
    => [
        "<!doctype html><html><head><title>Shop</title><meta name=\"release\" content=\"20261121-101502-6cef224\"></head><body></body></html>",
        "<html><head><!-- <meta name=release> --><script>document.write('</head>')</script></HEAD ><body>größe</body></html>",
        "<head><META data-x name = release content=a></head>",
    ];

    private static string Remembered { get; } = new RememberedRun(
        RememberedRun.KeysDigest(["a"]),
        new Dictionary<string, string> { ["src/a.cs"] = "1", ["with\nline%end"] = "2" },
        new Dictionary<string, string> { ["out/a.dll"] = "3" }).Format();

    // What is read must be complete: everything that a run asks of it is there.
    private static FuzzTarget Record<T>(string name, JsonTypeInfo<T> type, Func<T, bool> isComplete, T seed, int version = 1)
        where T : class
        => FuzzTarget.Utf8(name, x => Read(x, type, version, isComplete), Encoding.UTF8.GetString(LedgerStore.ToBytes(seed, type)))
            .RefusesWith<FairleadException>();

    private static void Read<T>(byte[] content, JsonTypeInfo<T> type, int version, Func<T, bool> isComplete)
        where T : class
    {
        var value = Store.Parse("releases/a.json", content, type, version, isComplete);

        // What was read can be written, and is the same when it is read again.
        var written = LedgerStore.ToBytes(value, type);
        LedgerStore.ToBytes(Store.Parse("releases/a.json", written, type, version, isComplete), type).ShouldBe(written);
    }

    private static void Stamp(byte[] page)
    {
        var stamped = ReleaseStamp.Apply("index.html", page, "20261121-101502-6cef224");
        ReleaseStamp.Read(Encoding.UTF8.GetString(stamped)).ShouldBe("20261121-101502-6cef224");
        var again = ReleaseStamp.Apply("index.html", stamped, "20261122-101502-6cef224");
        ReleaseStamp.Read(Encoding.UTF8.GetString(again)).ShouldBe("20261122-101502-6cef224");
    }

    private static string Sealed(string text)
        => $"{text}end {Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)))}\n";
}
