using System.Text.Json;
using System.Xml.Linq;
using Fairlead.Deployments;
using Fairlead.Releases;
using Fairlead.Verification;
using Nuke.Common;
using Nuke.Common.Execution;

namespace Fairlead.Components.Tests.Deployments;

/// <summary>Builds of other people, which take some of the components, say their own parts, and put targets of their own between.</summary>
public sealed class OwnBuildTests : IDisposable
{
    private const string Prefix = "fairlead";
    private static readonly AsyncLocal<bool> Fails = new();
    private static readonly AsyncLocal<CancellationToken> Cancelled = new();
    private static readonly string[] Credentials = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"];
    private readonly SmallCloud _cloud = new(TimeProvider.System);
    private readonly BuildInProcess _run = new();
    private readonly Dictionary<string, string?> _before = Credentials.ToDictionary(x => x, Environment.GetEnvironmentVariable);

    public OwnBuildTests()
    {
        foreach (var name in Credentials)
        {
            Environment.SetEnvironmentVariable(name, "test");
        }

        _cloud.Instead = x => x.Body.Contains("Action=GetCallerIdentity", StringComparison.Ordinal) ? Identity() : null;
        _run.Write(".nuke/parameters.shop.json", "{}");
        WriteSite("dist", "Shop");
        Outputs("""{ "name": "web", "bucket": "shop-site", "distribution_id": "E1" }""");
    }

    public void Dispose()
    {
        foreach (var (name, value) in _before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        _run.Dispose();
        _cloud.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    [Fact]
    public void A_build_that_only_publishes_a_site_publishes_it()
    {
        var (exitCode, build) = Run<SiteAlone>("SyncS3");

        exitCode.ShouldBe(0, _run.Output);
        build.ExecutionPlan.Select(x => x.Name).ShouldBe(["SyncAssets", "SyncS3"]);
        _cloud.S3.Keys(SmallCloud.SiteBucket).ShouldBe(["assets/app-4f2a9c1b.js", "index.html"]);
        _cloud.S3.Find(SmallCloud.LedgerBucket, $"{Prefix}/lock.json")!.Text.ShouldNotContain("\"owner\"");
    }

    [Fact]
    public void A_build_without_a_place_says_what_is_missing()
    {
        var (exitCode, _) = _run.Run<SiteAlone>("SyncS3", "--profile", "shop");

        exitCode.ShouldNotBe(0);
        _run.Output.ShouldContain("There is no place to deploy to.");
        _run.Output.ShouldContain("--stack-outputs-file");
    }

    [Fact]
    public void The_parts_that_a_build_names_are_the_release()
    {
        _cloud.S3.Create("shop-admin");
        WriteSite("web", "Shop");
        WriteSite("admin", "Admin");
        Outputs("""{ "name": "web", "bucket": "shop-site" }, { "name": "admin", "bucket": "shop-admin" }""");

        var (exitCode, build) = Run<TwoSites>("SyncS3");

        exitCode.ShouldBe(0, _run.Output);
        BuildInProcess.StatusOf(build, "DeployService").ShouldBe(ExecutionStatus.Succeeded);
        _cloud.S3.Find("shop-admin", "index.html")!.Text.ShouldContain("Admin");
        _cloud.S3.Find(SmallCloud.SiteBucket, "index.html")!.Text.ShouldContain("Shop");
    }

    [Fact]
    public void A_part_that_the_stack_has_no_place_for_is_refused_before_anything_is_written()
    {
        var (exitCode, _) = Run<TwoSites>("SyncS3");

        exitCode.ShouldNotBe(0);
        _run.Output.ShouldContain("The release does not fit stack shop; nothing of it was changed.");
        _cloud.Writes.Where(x => x != "POST /").ShouldBeEmpty();
    }

    [Fact]
    public void A_target_of_the_users_own_that_fails_after_the_switch_takes_the_release_back()
    {
        Fails.Value = false;
        Run<Announced>("Deploy").ExitCode.ShouldBe(0, _run.Output);
        var before = _cloud.S3.Find(SmallCloud.SiteBucket, "index.html")!.Text;
        WriteSite("dist", "Sale");
        Fails.Value = true;

        var (exitCode, build) = Run<Announced>("Deploy");

        exitCode.ShouldNotBe(0);
        BuildInProcess.StatusOf(build, "SyncS3").ShouldBe(ExecutionStatus.Succeeded);
        BuildInProcess.StatusOf(build, "Announce").ShouldBe(ExecutionStatus.Failed);
        BuildInProcess.StatusOf(build, "Deploy").ShouldNotBe(ExecutionStatus.Succeeded);
        _run.Output.ShouldContain("serves again.");
        _cloud.S3.Find(SmallCloud.SiteBucket, "index.html")!.Text.ShouldBe(before);
        _cloud.S3.Find(SmallCloud.LedgerBucket, $"{Prefix}/in-progress.json").ShouldBeNull();
        _cloud.S3.Find(SmallCloud.LedgerBucket, $"{Prefix}/lock.json")!.Text.ShouldNotContain("\"owner\"");
        var records = _cloud.S3.Keys(SmallCloud.LedgerBucket).Where(x => x.EndsWith(".json", StringComparison.Ordinal) && x.Contains("/releases/"))
            .Select(x => _cloud.S3.Find(SmallCloud.LedgerBucket, x)!.Text);
        records.ShouldContain(x => x.Contains("Announce failed.") && x.Contains(nameof(OutcomeKind.RolledBack), StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Said before anything is changed, and by the name of what is left out.</summary>
    [Theory]
    [InlineData("SyncS3", "'switch web' is left out")]
    [InlineData("SyncAssets", "'upload assets of web' is left out")]
    public void A_deploy_that_leaves_a_part_of_the_release_out_is_refused(string target, string reason)
    {
        Fails.Value = false;
        Run<Announced>("Deploy").ExitCode.ShouldBe(0, _run.Output);
        var current = _cloud.S3.Find(SmallCloud.LedgerBucket, $"{Prefix}/current.json")!.Text;
        var page = _cloud.S3.Find(SmallCloud.SiteBucket, "index.html")!.Text;
        WriteSite("dist", "Sale");

        var (exitCode, _) = Run<Announced>("Deploy", "--skip", target);

        exitCode.ShouldNotBe(0);
        _run.Output.ShouldContain("cannot be made; nothing was changed.");
        _run.Output.ShouldContain(reason);
        _cloud.S3.Find(SmallCloud.LedgerBucket, $"{Prefix}/current.json")!.Text.ShouldBe(current);
        _cloud.S3.Find(SmallCloud.SiteBucket, "index.html")!.Text.ShouldBe(page);
        Run<Announced>("Deploy").ExitCode.ShouldBe(0, _run.Output);
        Run<Announced>("Deploy", "--skip", target).ExitCode.ShouldBe(0, _run.Output);
    }

    [Fact]
    public void A_target_of_the_release_that_is_run_alone_says_that_nothing_is_recorded()
    {
        Run<Announced>("SyncS3").ExitCode.ShouldBe(0, _run.Output);

        _run.Output.ShouldContain("is not recorded, as this run ended without Deploy.");
    }

    /// <summary>After a way back the targets that succeeded are undone.</summary>
    [Fact]
    public void Continuing_after_a_way_back_makes_the_whole_release()
    {
        Fails.Value = false;
        Run<Announced>("Deploy").ExitCode.ShouldBe(0, _run.Output);
        WriteSite("dist", "Sale");
        Fails.Value = true;
        Run<Announced>("Deploy").ExitCode.ShouldNotBe(0);
        Fails.Value = false;

        var (exitCode, build) = Run<Announced>("Deploy", "--continue");

        exitCode.ShouldBe(0, _run.Output);
        BuildInProcess.StatusOf(build, "SyncS3").ShouldBe(ExecutionStatus.Succeeded);
        _cloud.S3.Find(SmallCloud.SiteBucket, "index.html")!.Text.ShouldContain("Sale");
    }

    [Fact]
    public void A_snapshot_that_is_asked_for_is_part_of_what_a_dry_run_lists()
    {
        var rds = new ScriptedRds();
        var instead = _cloud.Instead;
        _cloud.Instead = x => instead(x) ?? rds.Answer(x);
        Outputs("", Api("shop-db"));

        Run<Migrating>("Migrate", "--dry-run").ExitCode.ShouldBe(0, _run.Output);
        rds.Calls.ShouldBeEmpty();

        Run<Migrating>("Migrate", "--dry-run", "--snapshot").ExitCode.ShouldBe(0, _run.Output);
        var report = File.ReadAllText(_run.PathOf(".nuke/temp/dry-run.json"));
        report.ShouldContain("\"subject\": \"snapshot of shop-db\"");
        report.ShouldContain("\"detail\": \"fairlead-shop-api-");
        rds.Made.ShouldBeEmpty();
    }

    [Fact]
    public void A_snapshot_that_cannot_be_taken_is_told_before_anything_is_changed()
    {
        Outputs("", Api(database: null));

        var (exitCode, _) = Run<Migrating>("Migrate", "--snapshot");

        exitCode.ShouldNotBe(0);
        _run.Output.ShouldContain("No snapshot of the database of api can be taken");
        _cloud.Writes.Where(x => x != "POST /").ShouldBeEmpty();
    }

    [Fact]
    public void A_limit_of_a_snapshot_that_nothing_could_keep_is_refused()
    {
        Outputs("", Api("shop-db"));

        var (exitCode, _) = Run<Migrating>("Migrate", "--snapshot", "--snapshot-timeout", "0");

        exitCode.ShouldNotBe(0);
        _run.Output.ShouldContain("--snapshot-timeout is 0.");
    }

    [Fact]
    public void What_became_of_the_release_is_told_in_the_summary_and_the_reports_of_the_target_that_failed()
    {
        Fails.Value = false;
        Run<Announced>("Deploy").ExitCode.ShouldBe(0, _run.Output);
        WriteSite("dist", "Sale");
        Fails.Value = true;

        var (_, build) = Run<Announced>("Deploy", "Tidy", "--parallel", "1");

        BuildInProcess.StatusOf(build, "Tidy").ShouldBe(ExecutionStatus.Succeeded);
        var summary = BuildInProcess.TargetOf(build, "Announce").SummaryInformation;
        summary["Outcome"].ShouldBe("RolledBack");
        summary["Way back"].ShouldMatch(@"^Release \S+ serves again\.$");
        DeploySummaryAttribute.Lines(build).ShouldContain("RolledBack in Announce");
        DeploySummaryAttribute.Lines(build).ShouldContain($"  Way back  {summary["Way back"]}");
        using var report = Report();
        var targets = Targets(report);
        targets["Announce"].GetProperty("summary").GetProperty("Outcome").GetString().ShouldBe("RolledBack");
        targets["Announce"].GetProperty("summary").GetProperty("Way back").GetString().ShouldBe(summary["Way back"]);
        targets["Tidy"].GetProperty("errors").GetArrayLength().ShouldBe(0, "It ran last, and nothing was wrong with it.");
        report.RootElement.GetProperty("release").GetProperty("why").EnumerateArray().Select(x => x.GetString())
            .ShouldBe([$"Announce failed. {summary["Way back"]}"]);
        Rows("Announce").ShouldContain(x => x.Contains("RolledBack") && x.Contains(summary["Way back"]));
    }

    [Fact]
    public void A_way_back_that_cannot_be_gone_is_told_where_the_failure_is()
    {
        Fails.Value = true;

        var (_, build) = Run<Announced>("Deploy");

        var summary = BuildInProcess.TargetOf(build, "Announce").SummaryInformation;
        summary["Outcome"].ShouldBe("Failed");
        summary["Way back"].ShouldContain("Asked now, ");
        summary["Way back"].ShouldNotContain("serves again");
        DeploySummaryAttribute.Lines(build).ShouldContain($"  Way back  {summary["Way back"]}");
    }

    [Fact]
    public void A_failure_before_anything_was_changed_has_no_way_back_to_tell_of()
    {
        Fails.Value = true;

        var (_, build) = Run<Announced>("Announce", "--skip", "SyncAssets", "SyncS3");

        BuildInProcess.StatusOf(build, "Announce").ShouldBe(ExecutionStatus.Failed);
        BuildInProcess.TargetOf(build, "Announce").SummaryInformation.Keys.ShouldBe(["InvalidOperationException"]);
    }

    [Fact]
    public void A_way_back_that_is_cancelled_stops_gives_the_lock_back_says_so_and_the_next_deploy_puts_it_right()
    {
        Fails.Value = false;
        Run<Announced>("Deploy").ExitCode.ShouldBe(0, _run.Output);
        WriteSite("dist", "Sale");
        Fails.Value = true;
        using var cancellation = new CancellationTokenSource();
        Cancelled.Value = cancellation.Token;
        _cloud.Instead = x => x.Body.Contains("Action=GetCallerIdentity", StringComparison.Ordinal) ? Identity() : CancelOnWayBack(x);

        var (exitCode, build) = Run<Interrupted>("Deploy");

        cancellation.IsCancellationRequested.ShouldBeTrue("The page was on its way back.");
        exitCode.ShouldNotBe(0);
        _run.Output.ShouldNotContain("A handler of the end of the build failed");
        _run.Output.ShouldNotContain("serves again.");
        _cloud.S3.Find(SmallCloud.LedgerBucket, $"{Prefix}/in-progress.json").ShouldNotBeNull();
        _cloud.S3.Find(SmallCloud.LedgerBucket, $"{Prefix}/lock.json")!.Text.ShouldNotContain("\"owner\"");
        var summary = BuildInProcess.TargetOf(build, "Announce").SummaryInformation;
        summary["Outcome"].ShouldBe("Failed");
        summary["Way back"].ShouldStartWith("Going back was cancelled before it was over.");
        using var report = Report();
        report.RootElement.GetProperty("release").GetProperty("why").EnumerateArray().Select(x => x.GetString())
            .ShouldBe(["Announce failed.", summary["Way back"]]);

        Fails.Value = false;
        Run<Announced>("Deploy").ExitCode.ShouldBe(0, _run.Output);
        _cloud.S3.Find(SmallCloud.SiteBucket, "index.html")!.Text.ShouldContain("Sale");
        _cloud.S3.Find(SmallCloud.LedgerBucket, $"{Prefix}/in-progress.json").ShouldBeNull();

        ScriptedResponse? CancelOnWayBack(RecordedRequest request)
        {
            // The page of the first release is written once more only on the way back.
            if (request.Method == "PUT" && request.Path.StartsWith($"/{SmallCloud.SiteBucket}/index.html", StringComparison.Ordinal)
                && request.Body.Contains("Shop", StringComparison.Ordinal))
            {
                cancellation.Cancel();
            }

            return null;
        }
    }

    private JsonDocument Report() => JsonDocument.Parse(File.ReadAllText(_run.PathOf(".nuke/temp/report.json")));

    private static Dictionary<string, JsonElement> Targets(JsonDocument report)
        => report.RootElement.GetProperty("targets").EnumerateArray().ToDictionary(x => x.GetProperty("name").GetString()!);

    /// <summary>The rows of the report's table that name the target.</summary>
    private IEnumerable<string> Rows(string target)
        => File.ReadAllLines(_run.PathOf(".nuke/temp/report.html")).Where(x => x.StartsWith("<tr>", StringComparison.Ordinal) && x.Contains(target));

    private (int ExitCode, T Build) Run<T>(params string[] arguments)
        where T : NukeBuild, new()
        => _run.Run<T>(
        [
            .. arguments,
            "--profile",
            "shop",
            "--stack-outputs-file",
            _run.PathOf("outputs.json"),
            "--aws-endpoint-url",
            _cloud.Url.AbsoluteUri,
            "--public-url",
            _cloud.PublicUrl.AbsoluteUri,
            "--lock-wait",
            "0",
        ]);

    private void WriteSite(string directory, string text)
    {
        _run.Write($"{directory}/index.html", $"""<html><head><script src="/assets/app-4f2a9c1b.js"></script></head><body>{text}</body></html>""");
        _run.Write($"{directory}/assets/app-4f2a9c1b.js", "let shop = 1;");
    }

    private static string Api(string? database) => $$"""
        {
          "name": "api", "service_host": "ecs", "cluster_name": "shop", "service_name": "api", "container_name": "api",
          "repository_uri": "123456789012.dkr.ecr.us-east-1.amazonaws.com/shop", "database_instance": {{(database is null ? "null" : $"\"{database}\"")}}
        }
        """;

    private void Outputs(string sites, string services = "") => _run.Write("outputs.json", $$"""
        {
          "stack": "shop", "region": "us-east-1", "public_url": "{{_cloud.PublicUrl}}", "ledger_bucket": "{{SmallCloud.LedgerBucket}}",
          "ledger_prefix": "{{Prefix}}", "services": [{{services}}], "sites": [{{sites}}]
        }
        """);

    // https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
    private static ScriptedResponse Identity() => new(
        200,
        new XElement(
            "GetCallerIdentityResponse",
            new XElement("GetCallerIdentityResult", new XElement("Account", "123456789012"), new XElement("Arn", "arn"), new XElement("UserId", "id")))
            .ToString(),
        ("Content-Type", "text/xml"));

    private sealed class SiteAlone : NukeBuild, ISyncS3;

    private sealed class TwoSites : NukeBuild, ISyncS3, IDeployService
    {
        IReadOnlyList<ServicePart> IHazDeployment.Services => [];

        IReadOnlyList<SitePart> IHazDeployment.Sites => [new SitePart("web", RootDirectory / "web"), new SitePart("admin", RootDirectory / "admin")];
    }

    private sealed class Migrating : NukeBuild, IMigrate
    {
        IReadOnlyList<string> IMigrate.MigrateCommand => ["migrate"];

        IReadOnlyList<ServicePart> IHazDeployment.Services => [new ServicePart("api") { MigrateCommand = ["migrate"] }];
    }

    [RunReport]
    private class Announced : NukeBuild, ISyncS3, IInvalidate, ISmokeTest, IDeploy
    {
        private readonly bool _fails = Fails.Value;

        IReadOnlyList<SmokeCheck> ISmokeTest.SmokeChecks => [Smoke.Get("/").Expects(200).NamesRelease()];

        public Target Announce => _ => _
            .DependsOn<ISyncS3>(x => x.SyncS3)
            .DependentFor<IDeploy>(x => x.Deploy)
            .Executes(() => Assert(!_fails));

        public Target Tidy => _ => _
            .After(Announce)
            .AssuredAfterFailure()
            .Executes(() => { });

        private static void Assert(bool isWell)
        {
            if (!isWell)
            {
                throw new InvalidOperationException("Nobody listens.");
            }
        }
    }

    [EndsBefore]
    private sealed class Interrupted : Announced;

    /// <summary>Ends the release under a token that the test cancels: Ctrl-C would end every build of this process.</summary>
    [AttributeUsage(AttributeTargets.Class)]
    private sealed class EndsBeforeAttribute : BuildExtensionAttributeBase, IOnBuildFinished
    {
        public override float Priority { get; set; } = 60;

        public void OnBuildFinished() => ReleaseScopeAttribute.End((IHazDeployment)Build, Cancelled.Value);
    }
}
