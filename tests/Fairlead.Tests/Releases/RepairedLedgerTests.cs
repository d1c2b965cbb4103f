using System.Text;
using System.Text.RegularExpressions;
using Amazon.S3;
using Fairlead.Releases;
using static Fairlead.Tests.Releases.ChainedReleases;

namespace Fairlead.Tests.Releases;

/// <summary>
/// Whatever is lost or damaged, one object or two: after a repair everything that a deploy reads can be read, and a second repair finds nothing to do. Where it
/// is refused, the refusal gives the command that gets out, and that one does.
/// </summary>
public sealed partial class RepairedLedgerTests
{
    private const string Empty = "{}";

    // The first stands for an object that is lost.
    private static readonly string[] Contents = ["", "{\"version\": 1, \"rel", Empty];
    private static readonly LockOptions Options = new() { Wait = TimeSpan.Zero };

    /// <summary>Where a ledger stands before anything happens to it.</summary>
    public enum Story
    {
        /// <summary>Three releases, of which somebody went back to the second.</summary>
        WentBack,

        /// <summary>As the other, and the second was verified by a later run. Another run was interrupted.</summary>
        VerifiedLater,

        /// <summary>One release, and nothing else.</summary>
        First,

        /// <summary>One release, and one after it that failed.</summary>
        Failed,
    }

    public static TheoryData<Story, bool> Stories
    {
        get
        {
            var stories = new TheoryData<Story, bool>();
            foreach (var story in Enum.GetValues<Story>())
            {
                stories.Add(story, true);
                stories.Add(story, false);
            }

            return stories;
        }
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public async Task Can_be_read_whatever_was_damaged(Story story, bool serves)
    {
        List<string> objects;
        using (var whole = new Place(story))
        {
            objects = [.. whole.Bucket.Keys];
        }

        var damages = objects.SelectMany(_ => Contents, (name, content) => (Name: name, Content: content)).ToList();
        for (var i = 0; i < damages.Count; i++)
        {
            // Itself once more: one alone.
            for (var j = i; j < damages.Count; j++)
            {
                if (i == j || (damages[i].Name != damages[j].Name && damages[i].Content != Empty && damages[j].Content != Empty))
                {
                    await ShouldBeMendedAsync(story, serves, damages[i], damages[j]);
                }
            }
        }
    }

    /// <summary>The release that somebody went back to has lost its record; the record of the rollback is there, and names it.</summary>
    [Fact]
    public async Task Does_not_name_a_release_whose_own_record_is_gone()
    {
        using var place = new Place(Story.WentBack);
        place.Bucket[$"releases/{SomeRelease.Id(2)}.json"] = "{\"version\": 2, \"rel";

        var plan = await place.PlanAsync(Serving(2));

        plan.Refusal.ShouldBe($"current.json cannot be found again (it names {SomeRelease.Id(2)}, whose record is damaged): what serves is no verified "
            + $"release, as the page of web names {SomeRelease.Id(2)}, api names {SomeRelease.Id(2)}. The newest verified releases are {SomeRelease.Id(3)}, "
            + $"{SomeRelease.Id(1)}. Say which one is current with ./build.sh RepairLedger --choose RELEASE.");
        (await place.PlanAsync(Serving(2), SomeRelease.Id(4))).Refusal
            .ShouldStartWith($"{SomeRelease.Id(4)} is the record of a rollback to {SomeRelease.Id(2)}, whose own record cannot be read.");
        await place.ApplyAsync(await place.PlanAsync(Serving(2), SomeRelease.Id(1)));
        (await place.Ledger.ReadCurrentManifestAsync(default))!.Release.ShouldBe(SomeRelease.Id(1));
    }

    [Fact]
    public async Task Says_which_rollback_made_the_release_current_again()
    {
        using var place = new Place(Story.WentBack);
        var whole = await place.Ledger.ReadCurrentAsync(default);
        place.Bucket.Remove("current.json");

        await place.ApplyAsync(await place.PlanAsync(Serving(2)));

        (await place.Ledger.ReadCurrentAsync(default)).ShouldBe(whole);
    }

    [Fact]
    public async Task Keeps_what_is_left_of_a_place_whose_releases_are_lost_for_people_and_begins_anew()
    {
        using var place = new Place(Story.Failed);
        place.Bucket[$"releases/{SomeRelease.Id(1)}.json"] = "";

        var plan = await place.PlanAsync(Serving(1));

        plan.ToString().ShouldBe($"""
            1. Move releases/{SomeRelease.Id(1)}.json aside to damaged/, because it is empty.
            2. Move current.json aside to damaged/, because it names {SomeRelease.Id(1)}, whose record is damaged.
            3. Move releases/{SomeRelease.Id(2)}.json aside to damaged/, because it names a release before it, and none is recorded that could be current.
            Release {SomeRelease.Id(1)} can no longer be gone back to: its record is lost.
            No release is recorded that succeeded: the next deploy is the first. ./build.sh Deploy records it.
            """.ReplaceLineEndings("\n"));
        await place.ApplyAsync(plan);
        (await place.Ledger.ReadCurrentAsync(default)).ShouldBeNull();
        place.Bucket.Keys.ShouldContain(x => x.StartsWith($"damaged/releases/{SomeRelease.Id(2)}.json.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Says_what_it_cannot_do_where_every_record_is_lost_and_something_serves()
    {
        using var place = new Place(story: null);

        (await place.PlanAsync(Serving(2))).ToString().ShouldBe(
            $"No release is recorded, although something serves one: the page of web names {SomeRelease.Id(2)}, api names {SomeRelease.Id(2)}. The records are "
                + "lost, and nothing here brings them back. ./build.sh Deploy records anew what it deploys.");
        (await place.PlanAsync(Serving(null))).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task Is_planned_as_a_whole_lock_and_note_as_well()
    {
        using var place = new Place(Story.WentBack);
        place.Bucket["lock.json"] = "";
        place.Bucket["in-progress.json"] = "{";
        place.Clock.Advance(TimeSpan.FromMinutes(10));
        var reporter = new RecordingReporter();

        var plan = await place.PlanAsync(Serving(2));
        await place.ApplyAsync(plan, reporter);

        plan.ToString().Split('\n').ShouldBe(reporter.Lines.Select((x, i) => $"{i + 1}. {x}"));
        plan.Actions.Count.ShouldBe(3);
    }

    private static async Task ShouldBeMendedAsync(
        Story story, bool serves, (string Name, string Content) first, (string Name, string Content) second)
    {
        using var place = new Place(story);
        foreach (var (name, content) in new[] { first, second }.Distinct())
        {
            if (content.Length == 0)
            {
                place.Bucket.Remove(name);
            }
            else
            {
                place.Bucket[name] = content;
            }
        }

        // Older than any lock is valid.
        place.Clock.Advance(TimeSpan.FromMinutes(10));
        var what = $"{story}, serves {serves}: {first}, {second}";
        var served = Serving(serves ? (story is Story.First or Story.Failed ? 1 : 2) : null);
        var plan = await place.PlanAsync(served);
        if (plan.Refusal is { } refusal)
        {
            refusal.ShouldContain("./build.sh RepairLedger --choose RELEASE", customMessage: what);
            ReleaseId.TryParse(Named().Match(refusal).Groups[1].Value, out var chosen).ShouldBeTrue($"{what}: {refusal}");
            plan = await place.PlanAsync(served, chosen);
            plan.Refusal.ShouldBeNull(what);
        }

        await place.ApplyAsync(plan);
        try
        {
            await place.ReadAsADeployAsync();
        }
        catch (FairleadException exception)
        {
            Assert.Fail($"{what}: {exception.Message}");
        }

        var again = await place.PlanAsync(served);
        (again.Refusal, again.Actions.Count).ShouldBe((null, 0), what);
    }

    private static void Tell(LedgerBucket bucket, Story story)
    {
        var count = story is Story.First or Story.Failed ? 1 : 3;
        for (var i = 1; i <= count; i++)
        {
            bucket.Record(Manifest(i) with { Verified = i != 2 || story != Story.VerifiedLater });
            bucket[$"releases/{SomeRelease.Id(i)}/site/index.html"] = Page(i);
        }

        bucket.Point(Manifest(1));
        bucket["lock.json"] = Text(
            new LockRecord(7, "t", null, SomeRelease.Noon, SomeRelease.Noon), ReleaseJson.Readable.LockRecord);
        if (story == Story.Failed)
        {
            bucket.Record(Manifest(2) with { Outcome = OutcomeKind.Failed, Verified = false });
        }

        if (count == 3)
        {
            var rollback = Manifest(2) with { Release = SomeRelease.Id(4), Restores = SomeRelease.Id(2), PreviousRelease = SomeRelease.Id(3) };
            bucket.Record(rollback);
            bucket["current.json"] = Text(
                new CurrentRelease(SomeRelease.Id(2), rollback.Content, rollback.Finished) { RestoredBy = rollback.Release },
                ReleaseJson.Readable.CurrentRelease);
        }

        if (story == Story.VerifiedLater)
        {
            bucket[$"releases/{SomeRelease.Id(2)}/verified.json"] = Text(
                new ReleaseVerification(SomeRelease.Id(2), "mira@desk", SomeRelease.Noon), ReleaseJson.Readable.ReleaseVerification);
            bucket["in-progress.json"] = Text(
                new ReleaseIntent(SomeRelease.Id(3), Manifest(3).Content, "mira@desk", SomeRelease.Noon), ReleaseJson.Readable.ReleaseIntent);
        }
    }

    private static string Text<T>(T value, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        => Encoding.UTF8.GetString(LedgerStore.ToBytes(value, type));

    [GeneratedRegex("(?:releases are|as verified;) ([0-9a-f-]+)")]
    private static partial Regex Named();

    /// <summary>A ledger an hour after its last release, and one machine that works with it.</summary>
    private sealed class Place : IDisposable
    {
        private readonly IAmazonS3 _client;

        public Place(Story? story)
        {
            Bucket = new LedgerBucket(Clock);
            _client = Bucket.Client();
            Ledger = new Ledger(_client, LedgerBucket.Name, LedgerBucket.Prefix);
            if (story is { } told)
            {
                Tell(Bucket, told);
            }
        }

        public TestClock Clock { get; } = new(SomeRelease.Noon.AddHours(1));

        public LedgerBucket Bucket { get; }

        public Ledger Ledger { get; }

        public async Task<LedgerRepairPlan> PlanAsync(ServedReleases served, ReleaseId? choose = null)
        {
            var contents = await new LedgerRepair(Ledger, Clock).ReadAsync(Options, live: null, default);
            return LedgerRepairPlan.Create(contents, served, choose, "mira@desk");
        }

        public Task ApplyAsync(LedgerRepairPlan plan, RecordingReporter? reporter = null)
            => new LedgerRepair(Ledger, Clock).ApplyAsync(plan, async x => await TakeLockAsync(x), reporter ?? new RecordingReporter(), default);

        /// <summary>Everything that a deploy, a rollback and a list read.</summary>
        public async Task ReadAsADeployAsync()
        {
            var current = await Ledger.ReadCurrentAsync(default);
            await Ledger.ReadCurrentManifestAsync(default);
            if (current?.RestoredBy is { } record)
            {
                await Ledger.ReadAsync(record, default);
            }

            if (await Ledger.ReadIntentAsync(default) is { } intent)
            {
                await Ledger.ReadAsync(intent.Release, default);
            }

            await ReleaseIdentity.ResolveAsync(Ledger, SomeRelease.Content("new"), "6cef224aa", isDirty: false, Clock, default);
            (await Ledger.ReadAllAsync(default)).ShouldAllBe(x => x.Damage == null);
            await using var taken = await TakeLockAsync(default);
        }

        public void Dispose() => Bucket.Dispose();

        private Task<DeployLock> TakeLockAsync(CancellationToken cancellationToken)
            => DeployLock.AcquireAsync(_client, LedgerBucket.Name, LedgerBucket.Prefix, Options, Clock, new RecordingReporter(), cancellationToken);
    }
}
