using System.Net.Http.Headers;
using Amazon.RDS.Model;
using Amazon.Runtime;
using Fairlead.Aws;
using Fairlead.Releases;
using Fairlead.Services;

namespace Fairlead.IntegrationTests.Services;

/// <summary>Snapshots on moto, which parses requests with the vendor's own service models and keeps the instances and snapshots that it was told of.</summary>
[Trait("Category", "Integration")]
public sealed class DatabaseSnapshotsOnMotoTests
{
    private readonly RecordingReporter _reporter = new();

    [ToolFact("moto_server")]
    public async Task A_snapshot_of_an_instance_is_taken_once_and_can_be_restored()
    {
        var port = FreePort.Next();
        using var moto = await ServerProcess.StartAsync("moto_server", ["-H", "127.0.0.1", "-p", $"{port}"], "Running on");
        var url = new Uri($"http://127.0.0.1:{port}");
        using var clients = new AwsClients(new AwsOptions
        {
            Region = "eu-central-1",
            EndpointUrl = url,
            Credentials = new BasicAWSCredentials("AKIDEXAMPLE", "secret"),
        });
        var release = ReleaseId.Create(TimeProvider.System.GetUtcNow(), "6cef224", isDirty: true);
        var name = DatabaseSnapshots.IdentifierOf("shop", "api", release);
        var snapshots = new DatabaseSnapshots(clients, "shop-db", _reporter, TimeProvider.System);
        (await snapshots.FindProblemAsync(default)).ShouldBe("RDS knows no database instance shop-db.");
        (await Should.ThrowAsync<FairleadException>(() => snapshots.EnsureAsync(name, TimeSpan.FromMinutes(1), default)))
            .Why.ShouldBe("RDS knows no database instance shop-db.");
        await SendAsync(url, "Action=CreateDBInstance&DBInstanceIdentifier=shop-db&DBInstanceClass=db.t4g.micro&Engine=postgres&AllocatedStorage=20"
            + "&MasterUsername=shop&MasterUserPassword=not-a-secret");

        (await snapshots.FindProblemAsync(default)).ShouldBeNull();
        (await snapshots.IsAvailableAsync(name, default)).ShouldBeFalse();
        await snapshots.EnsureAsync(name, TimeSpan.FromMinutes(1), default);
        await snapshots.EnsureAsync(name, TimeSpan.FromMinutes(1), default);

        (await snapshots.IsAvailableAsync(name, default)).ShouldBeTrue();

        // RDS makes one of its own of every new instance, as rds:shop-db-….
        var kept = (await clients.Rds.DescribeDBSnapshotsAsync(new DescribeDBSnapshotsRequest())).DBSnapshots!
            .Where(x => !x.DBSnapshotIdentifier!.StartsWith("rds:", StringComparison.Ordinal))
            .ShouldHaveSingleItem();
        (kept.DBSnapshotIdentifier, kept.DBInstanceIdentifier, kept.Status).ShouldBe((name, "shop-db", "available"));
        _reporter.Lines.Count(x => x == $"Taking the snapshot {name} of the database shop-db.").ShouldBe(1);
        await Should.ThrowAsync<DBSnapshotAlreadyExistsException>(() => clients.Rds.CreateDBSnapshotAsync(
            new CreateDBSnapshotRequest { DBSnapshotIdentifier = name, DBInstanceIdentifier = "shop-db" }));
        (await SendAsync(url, $"Action=RestoreDBInstanceFromDBSnapshot&DBInstanceIdentifier=shop-db-before&DBSnapshotIdentifier={name}"))
            .ShouldContain("<DBInstanceIdentifier>shop-db-before</DBInstanceIdentifier>");
    }

    // The library makes no instance and restores none, so its client cannot. moto finds the service by the credential scope and checks no signature.
    private static async Task<string> SendAsync(Uri moto, string form)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var request = new HttpRequestMessage(HttpMethod.Post, moto) { Content = new StringContent($"{form}&Version=2014-10-31") };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/eu-central-1/rds/aws4_request, SignedHeaders=host, Signature=0");
        using var response = await http.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue(body);
        return body;
    }
}
