using Fairlead.Releases;

namespace Fairlead.Tests.Releases;

public sealed class LedgerHistoryTests : IDisposable
{
    // 1,000 releases in 400 days, a few of them within minutes, with copies of entry points in between.
    private static readonly DateTimeOffset Now = SomeRelease.Noon.AddDays(400);
    private readonly LedgerBucket _bucket = new(new TestClock(Now));
    private readonly Ledger _ledger;

    public LedgerHistoryTests() => _ledger = _bucket.Ledger();

    [Theory]
    [InlineData(2)]
    [InlineData(1000)]
    public async Task A_deploy_reads_the_same_few_objects_however_many_releases_are_recorded(int count)
    {
        var newest = Record(count)[^1];
        _bucket.Point(newest);
        _bucket.Forget();

        var identity = await ReleaseIdentity.ResolveAsync(
            _ledger, SomeRelease.Content("new"), "6cef224aa", isDirty: false, new TestClock(Now), default);
        var current = await _ledger.ReadCurrentManifestAsync(default);

        (identity.Kind, current!.Release).ShouldBe((ReleaseIdentityKind.New, newest.Release));
        _bucket.Requests.ShouldBe(
            [
                "GET fairlead/current.json",
                "GET fairlead/in-progress.json",
                $"GET fairlead/releases/{identity.Release}.json",
                $"GET fairlead/releases/{identity.Release}.corrected.json",
                "GET fairlead/current.json",
                $"GET fairlead/releases/{newest.Release}.json",
                $"GET fairlead/releases/{newest.Release}.corrected.json",
            ],
            ignoreOrder: true);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(50)]
    public async Task The_newest_releases_are_listed_first_and_no_others_are_read(int count)
    {
        var newest = Record(1000).AsEnumerable().Reverse().Take(count).Select(x => x.Release).ToList();
        _bucket.Forget();

        var listed = await _ledger.ListReleasesAsync(count, default);

        listed.Select(x => x.Release).ShouldBe(newest);
        listed.ShouldAllBe(x => x.Manifest!.Release == x.Release);
        _bucket.Requests.Count(x => x.StartsWith("GET fairlead/releases/", StringComparison.Ordinal)).ShouldBe(count);
        _bucket.Requests.Count(x => x == "LIST").ShouldBeLessThanOrEqualTo(5);
    }

    [Fact]
    public async Task Releases_of_long_ago_are_found_and_so_are_all()
    {
        var all = Record(1000);

        (await _ledger.ListReleasesAsync(2000, default)).Select(x => x.Release).ShouldBe(all.AsEnumerable().Reverse().Select(x => x.Release));
    }

    [Fact]
    public async Task A_lost_pointer_is_seen_in_a_bounded_number_of_requests()
    {
        Record(1000);
        _bucket.Forget();

        await Should.ThrowAsync<FairleadException>(() => _ledger.ReadCurrentAsync(default));

        _bucket.Requests.Count.ShouldBeLessThanOrEqualTo(6);
    }

    [Fact]
    public async Task A_damaged_release_is_an_entry_that_says_so_and_a_pruned_one_too()
    {
        var all = Record(3);
        _bucket[$"releases/{all[1].Release}.json"] = "{";
        await _ledger.PruneAsync(new PrunedRelease(all[0].Release), new NoTarget(), "mira@desk", Now, default);

        var listed = await _ledger.ListReleasesAsync(10, default);

        listed.Select(x => (x.Release, x.Manifest is null, x.IsPruned)).ShouldBe(
            [(all[2].Release, false, false), (all[1].Release, true, false), (all[0].Release, false, true)]);
        listed[1].Damage!.ToString().ShouldBe($"s3://{LedgerBucket.Name}/fairlead/releases/{all[1].Release}.json is damaged: it ends in the middle.");
        (await _ledger.ReadEntryAsync(all[0].Release, default)).ShouldNotBeNull().IsPruned.ShouldBeTrue();
        (await _ledger.ReadEntryAsync(all[2].Release, default)).ShouldNotBeNull().IsPruned.ShouldBeFalse();
        (await _ledger.ReadEntryAsync(SomeRelease.Id(7), default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_release_that_was_verified_later_is_listed_as_verified()
    {
        var release = SomeRelease.Manifest(1) with { Verified = false };
        _bucket.Record(release);
        await _ledger.VerifyAsync(new ReleaseVerification(release.Release, "mira@desk", Now), default);

        (await _ledger.ListReleasesAsync(1, default)).ShouldHaveSingleItem().Manifest!.Verified.ShouldBeTrue();
    }

    public void Dispose() => _bucket.Dispose();

    private List<ReleaseManifest> Record(int count)
    {
        var releases = new List<ReleaseManifest>();
        for (var i = 0; i < count; i++)
        {
            var time = Now.AddDays(-400.0 * (count - i) / count).AddSeconds(i);
            var manifest = SomeRelease.Manifest() with
            {
                Release = ReleaseId.Create(time, "6cef224aa"),
                PreviousRelease = i == 0 ? null : releases[^1].Release,
            };
            _bucket.Record(manifest);
            _bucket[$"releases/{manifest.Release}/site/index.html"] = "<html></html>";
            releases.Add(manifest);
        }

        return releases;
    }

    private sealed class NoTarget : IPruneTarget
    {
        public Task RemoveImagesAsync(string service, IReadOnlyList<string> digests, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task RemoveRevisionsAsync(string service, IReadOnlyList<string> revisions, CancellationToken cancellationToken)
            => throw new NotSupportedException();

        public Task RemoveAssetsAsync(string site, IReadOnlyList<string> keys, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
