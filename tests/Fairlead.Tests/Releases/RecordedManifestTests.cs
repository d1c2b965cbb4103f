using Fairlead.Releases;

namespace Fairlead.Tests.Releases;

public sealed class RecordedManifestTests : IDisposable
{
    private static readonly ReleaseId Id = SomeRelease.Id(1);
    private readonly LedgerBucket _bucket = new(new TestClock(SomeRelease.Noon));

    private static string Place => """
        "who": "mira@desk",
        "where": { "stack": "shop", "region": "us-east-1", "account": "123456789012", "publicUrl": "https://shop.example.com" },
        "started": "2026-11-21T12:00:01+00:00",
        "finished": "2026-11-21T12:00:31+00:00",
        "outcome": "Succeeded",
        "reason": "It serves.",
        "verified": true
        """;

    [Fact]
    public async Task A_manifest_of_the_first_version_is_read_as_one_service_and_one_site()
    {
        _bucket[$"releases/{Id}.json"] = $$"""
            {
              "version": 1, "release": "{{Id}}", "content": "{{SomeRelease.Content()}}", "commit": "6cef224aa",
              "imageDigest": "sha256:1", "serviceRevision": "shop:2", "previousServiceRevision": "shop:1", "schemaVersion": "9", "oldestCompatibleSchema": "8",
              "site": { "index.html": { "sha256": "22", "contentType": "text/html", "cacheControl": "no-cache", "isEntryPoint": true } },
              {{Place}}
            }
            """;

        var manifest = (await _bucket.Ledger().ReadAsync(Id, default)).ShouldNotBeNull();

        manifest.Version.ShouldBe(1);
        manifest.Services.ShouldHaveSingleItem().ShouldBe(KeyValuePair.Create(PartNames.Service, new ReleasedService
        {
            ImageDigest = "sha256:1",
            Revision = "shop:2",
            PreviousRevision = "shop:1",
            SchemaVersion = "9",
            OldestCompatibleSchema = "8",
        }));
        manifest.EntryPoints().ShouldBe([(PartNames.Site, "index.html", new SiteFile("22", "text/html", "no-cache", IsEntryPoint: true))]);
    }

    [Fact]
    public async Task A_manifest_of_the_first_version_that_says_nothing_of_its_site_has_no_files()
    {
        _bucket[$"releases/{Id}.json"] = $$"""{ "version": 1, "release": "{{Id}}", "content": "{{SomeRelease.Content()}}", {{Place}} }""";

        var manifest = (await _bucket.Ledger().ReadAsync(Id, default)).ShouldNotBeNull();

        manifest.Services.ShouldHaveSingleItem().ShouldBe(KeyValuePair.Create(PartNames.Service, new ReleasedService()));
        manifest.Sites.ShouldHaveSingleItem().Value.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"services\": { \"api\": null },")]
    [InlineData("\"sites\": { \"web\": { \"index.html\": { \"contentType\": \"text/html\" } } },")]
    [InlineData("\"sites\": { \"web\": null },")]
    [InlineData("\"steps\": [ { \"seconds\": 1 } ],")]
    [InlineData("\"services\": null,")]
    public async Task A_manifest_whose_parts_are_holes_is_damaged_and_not_read_by_half(string part)
    {
        _bucket[$"releases/{Id}.json"] = $$"""{ "version": 2, "release": "{{Id}}", "content": "{{SomeRelease.Content()}}", {{part}} {{Place}} }""";

        (await Should.ThrowAsync<FairleadException>(() => _bucket.Ledger().ReadAsync(Id, default))).What.ShouldContain("is damaged");
    }

    [Fact]
    public async Task What_is_recorded_is_what_is_read()
    {
        var manifest = SomeRelease.Manifest(1) with
        {
            Restores = SomeRelease.Id(),
            Steps = [new RecordedStep("roll out api", OutcomeKind.Succeeded, "It runs.", 12.5), new RecordedStep("migrate api", null, "Left out.", 0)],
            Where = SomeRelease.Manifest().Where with { PublicUrl = null },
        };

        await _bucket.Ledger().RecordAsync(manifest, default);
        var read = (await _bucket.Ledger().ReadAsync(Id, default)).ShouldNotBeNull();

        read.RecordsTheSameAs(manifest).ShouldBeTrue();
        read.Steps.ShouldBe(manifest.Steps);
        (read.Restores, read.Where).ShouldBe((manifest.Restores, manifest.Where));
    }

    [Fact]
    public async Task A_release_that_is_recorded_is_never_recorded_otherwise()
    {
        var ledger = _bucket.Ledger();
        await ledger.RecordAsync(SomeRelease.Manifest(1), default);

        var error = await Should.ThrowAsync<FairleadException>(() => ledger.RecordAsync(SomeRelease.Manifest(1, "two"), default));

        error.Why.ShouldContain("a record is never changed");
    }

    public void Dispose() => _bucket.Dispose();
}
