using Fairlead.Releases;
using Fairlead.Services;

namespace Fairlead.Tests.Services;

public sealed class DatabaseSnapshotsTests : IAsyncDisposable
{
    private const string Name = "fairlead-shop-api-20261121-120000-6cef224";

    private readonly ScriptedRds _rds = new();
    private readonly LoopbackServer _server;
    private readonly TestClock _time = TestClock.Skipping();
    private readonly RecordingReporter _reporter = new();

    public DatabaseSnapshotsTests() => _server = new LoopbackServer(x => _rds.Answer(x) ?? new ScriptedResponse(500, ""));

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_snapshot_is_taken_and_awaited_until_it_can_be_restored()
    {
        await EnsureAsync();

        _rds.Calls.ShouldBe(
        [
            $"DescribeDBSnapshots {Name}", $"CreateDBSnapshot {Name}",
            $"DescribeDBSnapshots {Name}", $"DescribeDBSnapshots {Name}", $"DescribeDBSnapshots {Name}",
        ]);
        _reporter.Lines.ShouldBe(
        [
            $"Taking the snapshot {Name} of the database shop-db.",
            $"The snapshot {Name} is creating, 0 %.",
            $"The snapshot {Name} is creating, 60 %.",
            $"The snapshot {Name} is available.",
        ]);
        var create = _server.Requests.ElementAt(1);
        create.Body.Split('&').ShouldBe(
            ["Action=CreateDBSnapshot", $"DBSnapshotIdentifier={Name}", "DBInstanceIdentifier=shop-db", "Version=2014-10-31"], ignoreOrder: true);
        create.Headers["Authorization"].ShouldContain("/eu-central-1/rds/aws4_request");
    }

    [Fact]
    public async Task One_that_is_there_already_is_awaited_and_no_other_is_taken()
    {
        _rds.Add(Name);

        await EnsureAsync();

        _rds.Made.ShouldBeEmpty();
        _reporter.Lines[0].ShouldBe($"Found the snapshot {Name}, which a run of this release took before.");
        _reporter.Lines[^1].ShouldBe($"The snapshot {Name} is available.");
    }

    /// <summary>The client asks once more where an answer was lost, and is told that there is one.</summary>
    [Fact]
    public async Task One_that_was_begun_by_a_request_whose_answer_was_lost_is_awaited()
    {
        _rds.Instead = action =>
        {
            if (action != "CreateDBSnapshot")
            {
                return null;
            }

            _rds.Add(Name);
            return ScriptedRds.Error("DBSnapshotAlreadyExists", "There is one.");
        };

        await EnsureAsync();

        _reporter.Lines[^1].ShouldBe($"The snapshot {Name} is available.");
    }

    [Fact]
    public async Task One_of_another_database_is_never_taken_for_this_one()
    {
        _rds.Add(Name, "other-db");
        _rds.Course = [("available", 100)];

        (await Should.ThrowAsync<FairleadException>(EnsureAsync)).Why.ShouldBe("There is a snapshot of this name already, of another database: other-db.");

        using var clients = LoopbackClients.For(_server);
        (await Of(clients).IsAvailableAsync(Name, default)).ShouldBeFalse();
    }

    [Fact]
    public async Task One_that_fails_is_told_with_what_RDS_says_and_what_to_do()
    {
        _rds.Course = [("creating", 10), ("failed", 0)];

        var error = await Should.ThrowAsync<FairleadException>(EnsureAsync);

        error.Message.ShouldBe($"The snapshot {Name} of the database shop-db was not made, and the migration did not begin. RDS says that it is failed. "
            + $"Look at the events of the instance shop-db in RDS, delete the snapshot with `aws rds delete-db-snapshot --db-snapshot-identifier {Name}`, "
            + "and deploy again.");
    }

    [Fact]
    public async Task One_that_takes_too_long_ends_the_wait_with_what_RDS_says()
    {
        _rds.Course = [("creating", 40)];
        var start = _time.GetUtcNow();

        var error = await Should.ThrowAsync<FairleadException>(EnsureAsync);

        error.Why.ShouldBe("After 10 min RDS says that it is creating, 40 %.");
        error.Next.ShouldContain("--snapshot-timeout");
        (_time.GetUtcNow() - start).ShouldBe(TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(5));
        _reporter.Lines.Count(x => x == $"The snapshot {Name} is creating, 40 %.").ShouldBe(10, "At its beginning and once in a minute.");
    }

    /// <summary>The instance makes a backup of its own every night, or another service has its snapshot taken.</summary>
    [Fact]
    public async Task An_instance_that_is_busy_is_awaited()
    {
        _rds.Status = "backing-up";
        _time.Waiting = _ => _rds.Status = _time.Waits.Count < 5 ? "backing-up" : "available";

        await EnsureAsync();

        _rds.Made.Count.ShouldBe(6);
        _reporter.Lines.Count(x => x.StartsWith("Waiting for the database shop-db", StringComparison.Ordinal)).ShouldBe(1);
        _reporter.Lines[^1].ShouldBe($"The snapshot {Name} is available.");
    }

    [Fact]
    public async Task An_instance_that_stays_busy_is_awaited_no_longer_than_the_limit()
    {
        _rds.Status = "backing-up";

        (await Should.ThrowAsync<FairleadException>(EnsureAsync)).Why
            .ShouldBe("For 10 min RDS said: Cannot create a snapshot because shop-db is backing-up.");
    }

    [Theory]
    [InlineData("stopped")]
    [InlineData("inaccessible-encryption-credentials")]
    public async Task An_instance_that_is_down_is_not_awaited(string status)
    {
        _rds.Status = status;

        (await Should.ThrowAsync<FairleadException>(EnsureAsync)).Why.ShouldBe($"The database instance shop-db is {status}, and RDS takes no snapshot of it.");

        _time.Waits.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_quota_of_snapshots_is_told_with_what_to_do()
    {
        _rds.Instead = action => action == "CreateDBSnapshot"
            ? ScriptedRds.Error("SnapshotQuotaExceeded", "Cannot create more than 100 manual snapshots.")
            : null;

        var error = await Should.ThrowAsync<FairleadException>(EnsureAsync);

        error.Why.ShouldBe("RDS keeps no more snapshots for this account: Cannot create more than 100 manual snapshots.");
        error.Next.ShouldContain("Delete those that nobody needs");
    }

    [Fact]
    public async Task A_permission_that_is_missing_is_named()
    {
        const string Denied = "User: arn:aws:iam::123456789012:user/ci is not authorized to perform: rds:CreateDBSnapshot on resource: arn:x";
        _rds.Instead = action => action == "CreateDBSnapshot" ? ScriptedRds.Error("AccessDenied", Denied, 403) : null;

        (await Should.ThrowAsync<FairleadException>(EnsureAsync)).Message.ShouldContain("rds:CreateDBSnapshot on arn:x");
    }

    [Fact]
    public async Task An_API_that_is_ill_while_a_snapshot_is_made_does_not_end_the_wait()
    {
        var reads = 0;
        _rds.Instead = action => action == "DescribeDBSnapshots" && ++reads is > 1 and < 20 ? ScriptedRds.Error("InternalFailure", "Later.", 500) : null;

        await EnsureAsync();

        _reporter.Lines[^1].ShouldBe($"The snapshot {Name} is available.");
    }

    [Fact]
    public async Task What_stands_against_a_snapshot_is_found_without_taking_one()
    {
        using var clients = LoopbackClients.For(_server);
        (await Of(clients).FindProblemAsync(default)).ShouldBeNull();

        _rds.Status = "stopped";
        (await Of(clients).FindProblemAsync(default)).ShouldBe("The database instance shop-db is stopped, and RDS takes no snapshot of it.");

        (_rds.Status, _rds.Cluster) = ("available", "shop");
        (await Of(clients).FindProblemAsync(default)).ShouldBe(
            "The database instance shop-db is a member of the cluster shop, and RDS takes snapshots of clusters as a whole.");

        _rds.Instance = "other-db";
        (await Of(clients).FindProblemAsync(default)).ShouldBe("RDS knows no database instance shop-db.");
        _rds.Calls.ShouldAllBe(x => x == "DescribeDBInstances shop-db");
    }

    /// <summary>RDS takes letters, digits and single hyphens, 255 at most, and keeps them in lower case.</summary>
    [Theory]
    [InlineData("shop", "api", "fairlead-shop-api-20261121-120000-6cef224")]
    [InlineData("Shop_EU", "--api.v2--", "fairlead-shop-eu-api-v2-20261121-120000-6cef224")]
    [InlineData("größe", "api", "fairlead-gr-e-api-20261121-120000-6cef224")]
    public void Its_name_has_the_form_that_RDS_takes(string stack, string service, string name)
        => DatabaseSnapshots.IdentifierOf(stack, service, SomeRelease.Id()).ShouldBe(name);

    [Fact]
    public void A_long_name_is_cut_before_the_release()
    {
        var release = ReleaseId.Create(SomeRelease.Noon, "6cef224", isDirty: true);

        var name = DatabaseSnapshots.IdentifierOf(new string('s', 300), "api", release);

        name.Length.ShouldBe(255);
        name.ShouldEndWith($"s-{release}");
    }

    private async Task EnsureAsync()
    {
        using var clients = LoopbackClients.For(_server);
        await Of(clients).EnsureAsync(Name, TimeSpan.FromMinutes(10), default);
    }

    private DatabaseSnapshots Of(Fairlead.Aws.AwsClients clients) => new(clients, "shop-db", _reporter, _time);
}
