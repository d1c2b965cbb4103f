using Fairlead.Releases;

namespace Fairlead.Tests.Releases;

/// <summary>Whatever happens to an object of the ledger: its reader names it, says what is wrong in one sentence, and gives the command that mends.</summary>
public sealed class LedgerDamageTests : IDisposable
{
    private static readonly ReleaseManifest Manifest = SomeRelease.Manifest(1);
    private static readonly string ManifestName = $"releases/{Manifest.Release}.json";
    private readonly LedgerBucket _bucket = new(new TestClock(SomeRelease.Noon));
    private readonly Ledger _ledger;

    public LedgerDamageTests()
    {
        _ledger = _bucket.Ledger();
        _bucket.Record(Manifest);
        _bucket.Point(Manifest);
    }

    public static TheoryData<string, string> Damages => new()
    {
        { "", "it is empty" },
        { "   \n", "it is empty" },
        { "<html>no</html>", "it is not JSON" },
        { "\0\0\0\0", "it is not JSON" },
        { """{"version": 1, "release": "2026""", "it ends in the middle" },
        { "[]", "it does not say of which version it is" },
        { "{}", "it does not say of which version it is" },
        { """{"version": 0}""", "it does not say of which version it is" },
        { """{"version": "1"}""", "it does not say of which version it is" },
        { """{"version": 1}""", "it lacks fields that it must have" },
        { """{"version": 1, "release": "yesterday", "content": 1}""", "its field release is not what it must be" },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task Of_the_pointer_to_the_current_release(string content, string reason)
    {
        _bucket["current.json"] = content;

        await ShouldTellAsync(() => _ledger.ReadCurrentAsync(default), "current.json", reason);
        await ShouldTellAsync(() => _ledger.ReadCurrentManifestAsync(default), "current.json", reason);
        var next = new CurrentRelease(SomeRelease.Id(2), SomeRelease.Content(), SomeRelease.Noon);
        await ShouldTellAsync(() => _ledger.SetCurrentAsync(next, null, default), "current.json", reason);
        await ShouldTellAsync(() => ResolveAsync("two"), "current.json", reason);
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task Of_a_manifest(string content, string reason)
    {
        _bucket[ManifestName] = content;

        await ShouldTellAsync(() => _ledger.ReadAsync(Manifest.Release, default), ManifestName, reason);
        await ShouldTellAsync(() => _ledger.ReadCurrentManifestAsync(default), ManifestName, reason);
        (await _ledger.ListReleasesAsync(5, default)).ShouldHaveSingleItem().Damage.ShouldNotBeNull().Reason.ShouldBe(reason);
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task Of_the_note_of_a_release_that_is_being_made(string content, string reason)
    {
        _bucket["in-progress.json"] = content;

        await ShouldTellAsync(() => _ledger.ReadIntentAsync(default), "in-progress.json", reason);
        await ShouldTellAsync(() => ResolveAsync("two"), "in-progress.json", reason);
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task Of_the_lock(string content, string reason)
    {
        // The lock's record has no release.
        if (content.Contains("yesterday", StringComparison.Ordinal))
        {
            (content, reason) = ("""{"version": 1, "fence": "seven"}""", "its field fence is not what it must be");
        }

        _bucket["lock.json"] = content;

        await ShouldTellAsync(
            () => DeployLock.AcquireAsync(
                _bucket.Client(), LedgerBucket.Name, LedgerBucket.Prefix, new LockOptions(), new TestClock(SomeRelease.Noon), new RecordingReporter(), default),
            "lock.json",
            reason);
        _bucket["lock.json"].ShouldBe(content);
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task Of_the_note_that_a_release_was_seen_to_serve(string content, string reason)
    {
        var name = $"releases/{SomeRelease.Id(2)}/verified.json";
        _bucket.Record(SomeRelease.Manifest(2) with { Verified = false });
        _bucket[name] = content;

        await ShouldTellAsync(() => _ledger.ReadAsync(SomeRelease.Id(2), default), name, reason);
        await ShouldTellAsync(() => _ledger.VerifyAsync(new ReleaseVerification(SomeRelease.Id(2), "mira@desk", SomeRelease.Noon), default), name, reason);
    }

    [Fact]
    public async Task Of_a_copy_of_an_entry_point()
    {
        var name = $"releases/{Manifest.Release}/site/index.html";
        var file = Manifest.Sites["web"]["index.html"];

        await ShouldTellAsync(
            () => _ledger.ReadEntryPointAsync(Manifest.Release, "web", "index.html", file, default),
            name,
            "it is lost, and without it the release cannot be gone back to");
        _bucket[name] = "<html";
        await ShouldTellAsync(
            () => _ledger.ReadEntryPointAsync(Manifest.Release, "web", "index.html", file, default), name, "it is not what the release published");
        (await _ledger.FindEntryPointDamageAsync(Manifest, default)).ShouldHaveSingleItem().Object.ShouldEndWith(name);
    }

    [Fact]
    public async Task Of_a_manifest_that_is_another_releases()
    {
        _bucket[ManifestName] = _bucket[ManifestName].Replace(Manifest.Release.ToString(), SomeRelease.Id(7).ToString(), StringComparison.Ordinal);

        await ShouldTellAsync(() => _ledger.ReadAsync(Manifest.Release, default), ManifestName, $"it is the record of another release, {SomeRelease.Id(7)}");
    }

    [Theory]
    [InlineData("current.json", 2)]
    [InlineData("in-progress.json", 2)]
    [InlineData("lock.json", 2)]
    [InlineData("releases/20261121-120001-6cef224.json", 3)]
    public async Task A_newer_program_s_document_is_not_damaged_and_says_so(string name, int version)
    {
        name.ShouldBeOneOf("current.json", "in-progress.json", "lock.json", ManifestName);
        _bucket[name] = $$"""{"version": {{version}}, "what": "nobody knows"}""";

        var error = await Should.ThrowAsync<FairleadException>(() => name switch
        {
            "current.json" => _ledger.ReadCurrentAsync(default),
            "in-progress.json" => _ledger.ReadIntentAsync(default),
            "lock.json" => DeployLock.AcquireAsync(
                _bucket.Client(), LedgerBucket.Name, LedgerBucket.Prefix, new LockOptions(), new TestClock(SomeRelease.Noon), new RecordingReporter(), default),
            _ => _ledger.ReadCurrentManifestAsync(default),
        });

        error.Message.ShouldBe($"s3://{LedgerBucket.Name}/{LedgerBucket.Prefix}/{name} cannot be read: a newer Fairlead wrote it, in version {version}, and "
            + $"this one reads up to {version - 1}. Use the newer Fairlead here, too.");
    }

    [Fact]
    public async Task A_lost_pointer_is_seen_and_the_next_deploy_is_not_taken_for_the_first()
    {
        _bucket.Remove("current.json");

        await ShouldTellAsync(() => ResolveAsync("two"), "current.json", $"it is lost, although releases are recorded, {Manifest.Release} as the newest");
        await ShouldTellAsync(() => _ledger.ReadCurrentManifestAsync(default), "current.json", "it is lost, although releases are recorded");
    }

    [Fact]
    public async Task So_is_one_behind_a_failed_release_and_one_behind_a_record_that_is_damaged()
    {
        _bucket.Remove("current.json");
        _bucket.Record(SomeRelease.Manifest(2) with { Outcome = OutcomeKind.Failed, Verified = false, PreviousRelease = Manifest.Release });
        await ShouldTellAsync(() => ResolveAsync("two"), "current.json", "it is lost");

        _bucket[$"releases/{SomeRelease.Id(2)}.json"] = "{";
        await ShouldTellAsync(() => ResolveAsync("two"), "current.json", "it is lost");
    }

    [Fact]
    public async Task A_lost_manifest_of_the_current_release_is_seen()
    {
        _bucket.Remove(ManifestName);

        await ShouldTellAsync(() => _ledger.ReadCurrentManifestAsync(default), ManifestName, "it is lost");
    }

    [Fact]
    public async Task A_place_where_no_release_has_succeeded_yet_needs_no_pointer()
    {
        _bucket.Remove("current.json");
        _bucket.Remove(ManifestName);
        (await ResolveAsync("two")).Kind.ShouldBe(ReleaseIdentityKind.New);

        _bucket[$"releases/{SomeRelease.Id(2)}/site/index.html"] = "<html>";
        (await ResolveAsync("two")).Kind.ShouldBe(ReleaseIdentityKind.New);

        _bucket.Record(SomeRelease.Manifest(2) with { Outcome = OutcomeKind.Failed, Verified = false });
        (await ResolveAsync("two")).Current.ShouldBeNull();
    }

    [Fact]
    public async Task A_first_release_that_was_killed_between_its_record_and_the_pointer_is_gone_on_with()
    {
        _bucket.Remove("current.json");
        await _ledger.WriteIntentAsync(new ReleaseIntent(Manifest.Release, Manifest.Content, "mira@desk", SomeRelease.Noon), default);

        (await ResolveAsync("one")).ShouldBe(new ReleaseIdentity(Manifest.Release, ReleaseIdentityKind.Resumed, null));
    }

    public void Dispose() => _bucket.Dispose();

    private Task<ReleaseIdentity> ResolveAsync(string content)
        => ReleaseIdentity.ResolveAsync(
            _ledger, SomeRelease.Content(content), "6cef224aa", isDirty: false, new TestClock(SomeRelease.Noon.AddHours(1)), default);

    private static async Task ShouldTellAsync(Func<Task> read, string name, string reason)
    {
        var error = await Should.ThrowAsync<FairleadException>(read);
        error.What.ShouldStartWith($"s3://{LedgerBucket.Name}/{LedgerBucket.Prefix}/{name} is damaged: {reason}");
        error.Why.ShouldBeEmpty();
        error.Next.ShouldBe("Mend it with ./build.sh RepairLedger.");
        error.Message.ShouldNotContain("LineNumber");
    }
}
