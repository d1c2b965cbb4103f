using System.Text;
using System.Text.Json;
using Amazon.S3.Model;
using Fairlead.Releases;

namespace Fairlead.IntegrationTests.Releases;

/// <summary>What an object store must do for the ledger. Run it on a store by calling these from a class that provides the fixture.</summary>
public abstract class LedgerContract(IObjectStoreFixture fixture) : IAsyncLifetime
{
    private const string Prefix = "deploy/ledger";
    private string _bucket = "";
    private Ledger _ledger = null!;

    public async Task InitializeAsync()
    {
        if (fixture.S3 is not null)
        {
            _bucket = await fixture.CreateBucketAsync();
            _ledger = new Ledger(fixture.S3, _bucket, Prefix);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    protected async Task Check_a_manifest_is_read_as_it_was_recorded()
    {
        var manifest = SomeRelease.Manifest() with
        {
            PreviousRelease = SomeRelease.Id(-60),
            Services = new Dictionary<string, ReleasedService>
            {
                ["api"] = new() { Revision = "task-definition/shop:7", PreviousSchemaVersion = "11", SchemaVersion = "12", OldestCompatibleSchema = "11" },
            },
        };

        await _ledger.RecordAsync(manifest, default);

        // As text: the maps in it are other maps.
        JsonSerializer.Serialize(await _ledger.ReadAsync(manifest.Release, default)).ShouldBe(JsonSerializer.Serialize(manifest));
        (await ReadTextAsync($"releases/{manifest.Release}.json")).ShouldContain("\"outcome\": \"Succeeded\"");
    }

    protected async Task Check_recording_the_same_ending_again_writes_nothing()
    {
        var manifest = SomeRelease.Manifest();
        await _ledger.RecordAsync(manifest, default);
        var before = await ETagAsync($"releases/{manifest.Release}.json");

        var recorded = await _ledger.RecordAsync(manifest with { Finished = manifest.Finished.AddHours(1), Who = "ci" }, default);

        recorded.Who.ShouldBe(manifest.Who);
        (await ETagAsync($"releases/{manifest.Release}.json")).ShouldBe(before);
    }

    protected async Task Check_a_record_is_never_changed()
    {
        var manifest = SomeRelease.Manifest();
        await _ledger.RecordAsync(manifest, default);

        var error = await Should.ThrowAsync<FairleadException>(() => _ledger.RecordAsync(
            manifest with { Outcome = OutcomeKind.Failed, Verified = false },
            default));

        error.Why.ShouldContain($"s3://{_bucket}/{Prefix}/releases/{manifest.Release}.json");
        (await _ledger.ReadAsync(manifest.Release, default))!.Outcome.ShouldBe(OutcomeKind.Succeeded);
    }

    protected async Task Check_a_release_becomes_verified_once_it_is_seen_to_serve_and_stays_so()
    {
        var manifest = SomeRelease.Manifest() with { Verified = false };
        await _ledger.RecordAsync(manifest, default);
        (await _ledger.ReadAsync(manifest.Release, default))!.Verified.ShouldBeFalse();
        var before = await ETagAsync($"releases/{manifest.Release}.json");

        (await _ledger.RecordAsync(manifest with { Verified = true, Finished = manifest.Finished.AddHours(1) }, default)).Verified.ShouldBeTrue();
        (await _ledger.RecordAsync(manifest, default)).Verified.ShouldBeTrue();
        await _ledger.VerifyAsync(new ReleaseVerification(manifest.Release, "ci", manifest.Finished.AddHours(2)), default);

        (await _ledger.ReadAsync(manifest.Release, default))!.Verified.ShouldBeTrue();
        (await ETagAsync($"releases/{manifest.Release}.json")).ShouldBe(before);
        (await ReadTextAsync($"releases/{manifest.Release}/verified.json")).ShouldContain(manifest.Who);
        (await _ledger.ListAsync(default)).ShouldBe([manifest.Release]);
    }

    protected async Task Check_releases_are_listed_newest_first_and_nothing_else_is()
    {
        foreach (var second in new[] { 5, 1, 9 })
        {
            await _ledger.RecordAsync(SomeRelease.Manifest(second), default);
            await _ledger.SaveEntryPointAsync(SomeRelease.Id(second), "web", "index.html", new EntryPointCopy([1], "text/html", "no-cache"), default);
        }

        await PutAsync("releases/notes.json", "{}");

        (await _ledger.ListAsync(default)).ShouldBe([SomeRelease.Id(9), SomeRelease.Id(5), SomeRelease.Id(1)]);
    }

    protected async Task Check_the_pointer_moves_only_from_where_it_is_thought_to_be()
    {
        var first = new CurrentRelease(SomeRelease.Id(1), SomeRelease.Content("one"), SomeRelease.Noon);
        var second = new CurrentRelease(SomeRelease.Id(2), SomeRelease.Content("two"), SomeRelease.Noon);
        var third = new CurrentRelease(SomeRelease.Id(3), SomeRelease.Content("three"), SomeRelease.Noon);
        (await _ledger.ReadCurrentAsync(default)).ShouldBeNull();

        await _ledger.SetCurrentAsync(first, expected: null, default);
        await _ledger.SetCurrentAsync(second, expected: first.Release, default);
        await _ledger.SetCurrentAsync(second, expected: first.Release, default);
        var error = await Should.ThrowAsync<FairleadException>(() => _ledger.SetCurrentAsync(third, expected: first.Release, default));
        await Should.ThrowAsync<FairleadException>(() => _ledger.SetCurrentAsync(third, expected: null, default));

        error.Why.ShouldContain(second.Release.ToString());
        (await _ledger.ReadCurrentAsync(default)).ShouldBe(second);
    }

    protected async Task Check_a_run_that_was_killed_is_gone_on_with_and_one_that_ended_is_not()
    {
        var time = new TestClock(SomeRelease.Noon);
        var content = SomeRelease.Content();
        var began = await ResolveAsync();
        await _ledger.WriteIntentAsync(new ReleaseIntent(began.Release, content, "mira@desk", SomeRelease.Noon), default);
        time.Advance(TimeSpan.FromMinutes(5));

        var resumed = await ResolveAsync();
        (await ReleaseIdentity.ResolveAsync(_ledger, SomeRelease.Content("other"), "6cef224aa", false, time, default)).Kind.ShouldBe(ReleaseIdentityKind.New);
        await _ledger.RecordAsync(SomeRelease.Manifest() with { Outcome = OutcomeKind.Failed, Verified = false }, default);
        var afterFailure = await ResolveAsync();
        await _ledger.SetCurrentAsync(new CurrentRelease(afterFailure.Release, content, SomeRelease.Noon), null, default);
        var afterSuccess = await ResolveAsync();

        began.ShouldBe(new ReleaseIdentity(SomeRelease.Id(), ReleaseIdentityKind.New, null));
        resumed.ShouldBe(new ReleaseIdentity(SomeRelease.Id(), ReleaseIdentityKind.Resumed, null));
        afterFailure.ShouldBe(new ReleaseIdentity(SomeRelease.Id(300), ReleaseIdentityKind.New, null));
        afterSuccess.Kind.ShouldBe(ReleaseIdentityKind.Current);
        afterSuccess.Release.ShouldBe(afterFailure.Release);

        Task<ReleaseIdentity> ResolveAsync() => ReleaseIdentity.ResolveAsync(_ledger, content, "6cef224aa", false, time, default);
    }

    protected async Task Check_an_intent_is_cleared_by_its_own_release_only()
    {
        await _ledger.WriteIntentAsync(new ReleaseIntent(SomeRelease.Id(1), SomeRelease.Content(), "mira@desk", SomeRelease.Noon), default);

        await _ledger.ClearIntentAsync(SomeRelease.Id(2), default);
        (await _ledger.ReadIntentAsync(default)).ShouldNotBeNull();
        await _ledger.ClearIntentAsync(SomeRelease.Id(1), default);
        await _ledger.ClearIntentAsync(SomeRelease.Id(1), default);

        (await _ledger.ReadIntentAsync(default)).ShouldBeNull();
    }

    protected async Task Check_entry_points_come_back_with_bytes_and_headers()
    {
        var copy = new EntryPointCopy(Encoding.UTF8.GetBytes("<!doctype html><title>Größe</title>"), "text/html; charset=utf-8", "no-cache, must-revalidate");

        await _ledger.SaveEntryPointAsync(SomeRelease.Id(), "web", "über uns/index.html", copy, default);
        await _ledger.SaveEntryPointAsync(SomeRelease.Id(), "web", "empty.html", copy with { Content = [] }, default);

        (await _ledger.ReadEntryPointAsync(SomeRelease.Id(), "web", "über uns/index.html", default)).ShouldBeEquivalentTo(copy);
        (await _ledger.ReadEntryPointAsync(SomeRelease.Id(), "web", "empty.html", default))!.Content.ShouldBeEmpty();
        (await _ledger.ReadEntryPointAsync(SomeRelease.Id(), "web", "index.html", default)).ShouldBeNull();
    }

    protected async Task Check_damaged_and_newer_documents_are_refused_with_their_address()
    {
        await PutAsync("current.json", "{\"version\": 1, \"release\": \"latest\"}");
        var damaged = await Should.ThrowAsync<FairleadException>(() => _ledger.ReadCurrentAsync(default));
        await PutAsync("current.json", "{\"version\": 2, \"releases\": []}");
        var newer = await Should.ThrowAsync<FairleadException>(() => _ledger.ReadCurrentAsync(default));
        await PutAsync("current.json", "<html>");
        var foreign = await Should.ThrowAsync<FairleadException>(() => _ledger.ReadCurrentAsync(default));

        new[] { damaged, newer, foreign }.ShouldAllBe(x => x.What.Contains($"s3://{_bucket}/{Prefix}/current.json"));
        newer.Next.ShouldContain("newer Fairlead");
    }

    protected async Task Check_a_bucket_that_does_not_exist_is_named()
    {
        var error = await Should.ThrowAsync<FairleadException>(() => new Ledger(fixture.S3, "no-such-bucket-here", Prefix).ReadCurrentAsync(default));

        error.Why.ShouldContain("no-such-bucket-here");
    }

    private Task PutAsync(string name, string content)
        => fixture.S3.PutObjectAsync(new PutObjectRequest { BucketName = _bucket, Key = $"{Prefix}/{name}", ContentBody = content });

    private async Task<string> ETagAsync(string name) => (await fixture.S3.GetObjectMetadataAsync(_bucket, $"{Prefix}/{name}")).ETag;

    private async Task<string> ReadTextAsync(string name)
    {
        using var response = await fixture.S3.GetObjectAsync(_bucket, $"{Prefix}/{name}");
        using var reader = new StreamReader(response.ResponseStream);
        return await reader.ReadToEndAsync();
    }
}
