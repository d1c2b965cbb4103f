using System.Text;
using System.Text.Json.Nodes;
using Nuke.Common;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.IO;
using Nuke.Common.Tools.GitHub;

namespace Nuke.Components.Tests.GitHub;

public sealed class CreateGitHubReleaseTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly FakeGitHub _gitHub = new();
    private readonly TestClock _time = new(Now) { LongestSkip = TimeSpan.MaxValue };
    private readonly BuildInProcess _run;
    private readonly AbsolutePath _root;

    public CreateGitHubReleaseTests()
    {
        _run = new BuildInProcess { Time = _time };
        _root = _run.Root;
        (_root / ".nuke").CreateDirectory();
        (_root / ".git" / "HEAD").WriteAllText("ref: refs/heads/main\n");
        (_root / ".git" / "config").WriteAllText("[remote \"origin\"]\n\turl = git@github.com:owner/name.git\n");
        (_root / "CHANGELOG.md").WriteAllText("## [1.0.0] - 2026-01-01\n\n- First\n- \"Quoted\"\n");
        (_root / "out").CreateDirectory();
        File.WriteAllText(_root / "out" / "app one.zip", "one");
        File.WriteAllText(_root / "out" / "two.nupkg", "two");
    }

    public async ValueTask DisposeAsync()
    {
        await _gitHub.DisposeAsync();
        _run.Dispose();
    }

    // The console's own timers never take a second.
    private IEnumerable<TimeSpan> Waits => _time.Waits.Where(x => x >= TimeSpan.FromSeconds(1));

    private sealed class Build : NukeBuild, ICreateGitHubRelease
    {
        public bool IsDraft { get; set; }
        public IReadOnlyList<string> Files { get; set; } = ["app one.zip", "two.nupkg"];

        string ICreateGitHubRelease.Name => "1.0.0";
        bool ICreateGitHubRelease.Draft => IsDraft;
        bool ICreateGitHubRelease.Prerelease => true;
        IEnumerable<AbsolutePath> ICreateGitHubRelease.AssetFiles => Files.Select(x => RootDirectory / "out" / x);

        Target Comment => _ => _.Executes(() => GitHubActions.Instance!.CreateComment(7, "Released"));

        Target Find => _ => _.Executes(async () => ReportSummary(_ =>
        {
            _["Job"] = GitHubActions.Instance!.JobId.ToString();
            return _;
        }));

        Target Milestone => _ => _.Executes(async () =>
        {
            var repository = ((IHazGitRepository)this).GitRepository;
            var milestone = await repository.GetGitHubMilestone("1.0.0");
            var issues = await repository.GetGitHubMilestoneIssues("1.0.0");
            ReportSummary(_ =>
            {
                _["Milestone"] = $"{milestone!.Number} has {string.Join(" and ", issues.Select(x => x.Title))}";
                return _;
            });
        });

        Target Ask => _ => _.Executes(async () =>
        {
            var repository = ((IHazGitRepository)this).GitRepository;
            var latest = await repository.GetLatestRelease(trimPrefix: true);
            ReportSummary(_ =>
            {
                _["Latest"] = latest;
                return _;
            });
        });
    }

    private string Run(int expected = 0, Action<Build>? prepare = null, string? token = FakeGitHub.Token, string target = "CreateGitHubRelease")
    {
        _run.Variables.Clear();
        _run.Variables["NO_COLOR"] = "1";
        _run.Variables["GITHUB_ACTIONS"] = "true";
        _run.Variables["GITHUB_API_URL"] = _gitHub.Url;
        _run.Variables["GITHUB_REPOSITORY"] = "owner/name";
        _run.Variables["GITHUB_JOB"] = "ubuntu-latest";
        _run.Variables["GITHUB_RUN_ID"] = "5";
        _run.Variables[token is null ? "NOTHING" : "GITHUB_TOKEN"] = token ?? "";
        var before = _run.Output.Length;
        var (result, _) = _run.Run(
            () =>
            {
                var build = new Build();
                prepare?.Invoke(build);
                return build;
            },
            target);
        var output = _run.Output[before..];
        result.ShouldBe(expected, output);
        output.ShouldNotContain(FakeGitHub.Token);
        return output;
    }

    private IEnumerable<string> AssetNames => _gitHub.Assets("1.0.0").Select(x => x["name"]!.GetValue<string>()).Order();

    private JsonObject Existing(bool isDraft = false) => _gitHub.AddRelease("1.0.0", isDraft);

    [Fact]
    public void A_release_is_created_with_notes_and_files()
    {
        var output = Run();
        output.ShouldContain("Release 1.0.0 has 2 files: https://github.com/owner/name/releases/tag/1.0.0");
        AssetNames.ShouldBe(["app.one.zip", "two.nupkg"]);
        var body = JsonNode.Parse(_gitHub.Bodies.Single())!;
        body["tag_name"]!.ToString().ShouldBe("1.0.0");
        body["body"]!.ToString().ShouldBe("- First\n- \"Quoted\"");
        ((bool)body["prerelease"]!).ShouldBeTrue();
        ((bool)body["draft"]!).ShouldBeFalse();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_second_run_changes_nothing(bool isDraft)
    {
        Run(prepare: x => x.IsDraft = isDraft);
        _gitHub.Requests.Clear();
        _gitHub.PageSize = 1;
        _gitHub.AddRelease("1.1.0");
        Run(prepare: x => x.IsDraft = isDraft).ShouldContain("Release 1.0.0 exists already");
        _gitHub.Requests.ShouldAllBe(x => x.StartsWith("GET "));
        _gitHub.Releases.Count.ShouldBe(2);
    }

    [Fact]
    public void What_an_interrupted_run_left_is_completed()
    {
        var release = Existing();
        _gitHub.AddAsset(release, "app one.zip", Encoding.UTF8.GetBytes("one"));
        _gitHub.AddAsset(release, "two.nupkg", [], state: "starter");
        Run().ShouldContain("app one.zip is there already");
        _gitHub.Assets("1.0.0").ShouldAllBe(x => (string?)x["state"] == "uploaded");
        _gitHub.Requests.Count(x => x.StartsWith("DELETE ")).ShouldBe(1);
        _gitHub.Requests.Count(x => x.StartsWith("POST ")).ShouldBe(1);
    }

    [Fact]
    public void A_published_file_is_never_replaced_by_another()
    {
        _gitHub.AddAsset(Existing(), "two.nupkg", Encoding.UTF8.GetBytes("TWO"));
        Run(expected: -1).ShouldContain("Release 1.0.0 is published with another content of 'two.nupkg'.");
        _gitHub.Requests.ShouldAllBe(x => x.StartsWith("GET "));
    }

    [Fact]
    public void A_file_of_a_draft_is_replaced()
    {
        _gitHub.AddAsset(Existing(isDraft: true), "two.nupkg", Encoding.UTF8.GetBytes("TWO"));
        Run();
        AssetNames.ShouldBe(["app.one.zip", "two.nupkg"]);
        _gitHub.Requests.Count(x => x.StartsWith("DELETE ")).ShouldBe(1);
    }

    [Fact]
    public void A_server_that_tells_no_digests_is_believed_by_the_size()
    {
        _gitHub.TellsDigests = false;
        Run();
        _gitHub.Requests.Clear();
        Run();
        _gitHub.Requests.ShouldAllBe(x => x.StartsWith("GET "));
    }

    [Fact]
    public void A_run_that_was_slower_than_another_takes_the_others_release()
    {
        var looked = false;
        _gitHub.Intercept = request =>
        {
            if (request.EndsWith("/releases") && request.StartsWith("POST ") && !looked)
            {
                looked = true;
                Existing();
            }

            return null;
        };
        Run();
        _gitHub.Releases.Count.ShouldBe(1);
        AssetNames.ShouldBe(["app.one.zip", "two.nupkg"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_broken_upload_is_looked_at_and_sent_again(bool isCut)
    {
        var broken = 0;
        _gitHub.Intercept = request =>
        {
            if (!request.StartsWith("POST /uploads") || broken++ > 0)
            {
                return null;
            }

            _gitHub.AddAsset(_gitHub.Releases[0], "two.nupkg", [], state: "starter");
            return isCut ? FakeAnswer.Cut : new FakeAnswer(502, "<html>");
        };
        Run(prepare: x => x.Files = ["two.nupkg"]);
        _gitHub.Assets("1.0.0").Single()["state"]!.ToString().ShouldBe("uploaded");
    }

    [Fact]
    public void An_upload_that_never_works_says_so_and_the_other_files_are_there()
    {
        _gitHub.Intercept = request => request.StartsWith("POST /uploads") && _gitHub.Requests.Count(x => x.StartsWith("POST /uploads")) > 1
            ? new FakeAnswer(502, "")
            : null;
        Run(expected: -1).ShouldContain("GitHub refused POST /uploads/repos/owner/name/releases/101/assets: 502 BadGateway.");
        AssetNames.Count().ShouldBe(1);
    }

    [Fact]
    public void A_rate_limit_that_ends_soon_is_waited_for()
    {
        var limited = false;
        _gitHub.Intercept = request =>
        {
            if (limited || !request.StartsWith("POST "))
            {
                return null;
            }

            limited = true;
            return new FakeAnswer(403, """{ "message": "You have exceeded a secondary rate limit." }""", ("retry-after", "30"));
        };
        Run().ShouldContain(
            "GitHub's rate limit is used up (POST /repos/owner/name/releases: 403, You have exceeded a secondary rate limit). Trying again in 30 s");
        Waits.ShouldBe([TimeSpan.FromSeconds(30)]);
    }

    [Fact]
    public void A_rate_limit_that_ends_late_is_told()
    {
        var reset = Now.AddMinutes(40).ToUnixTimeSeconds();
        _gitHub.Intercept = _ => new FakeAnswer(429, "{}", ("x-ratelimit-remaining", "0"), ("x-ratelimit-reset", $"{reset}"));
        Run(expected: -1).ShouldContain("Run the target again after 03:44 UTC.");
        _gitHub.Requests.Count.ShouldBe(1);
        Waits.ShouldBeEmpty();
    }

    [Fact]
    public void A_question_is_asked_again_when_the_server_breaks_and_an_order_is_not()
    {
        _gitHub.Intercept = request => request.StartsWith("POST ") ? new FakeAnswer(500, "") : _gitHub.Requests.Count < 3 ? new FakeAnswer(503, "") : null;
        Run(expected: -1).ShouldContain("what is done already is not done twice");
        _gitHub.Requests.Count(x => x.StartsWith("POST ")).ShouldBe(1);
        Waits.ShouldBe([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)]);
    }

    [Theory]
    [InlineData(
        "wrong",
        "GitHub refused GET /repos/owner/name/releases/tags/1.0.0: 401 Unauthorized, Bad credentials. Give a token that is valid and not expired.")]
    [InlineData(null, "'GitHubReleaseGitHubToken' is required by target 'CreateGitHubRelease'")]
    public void Without_a_valid_token_nothing_is_created(string? token, string message)
    {
        Run(expected: -1, token: token).ShouldContain(message);
        _gitHub.Releases.ShouldBeEmpty();
    }

    [Fact]
    public void A_token_that_may_not_write_is_told_what_it_needs()
    {
        _gitHub.Intercept = request => request.StartsWith("POST ") ? new FakeAnswer(403, """{ "message": "Resource not accessible by integration" }""") : null;
        var output = Run(expected: -1);
        output.ShouldContain("403 Forbidden, Resource not accessible by integration. Give a token that may do this");
        output.ShouldNotContain("rate limit");
    }

    [Fact]
    public void A_missing_file_is_found_before_anything_is_created()
    {
        Run(expected: -1, prepare: x => x.Files = ["two.nupkg", "three.nupkg"]).ShouldContain("three.nupkg does not exist");
        _gitHub.Requests.ShouldBeEmpty();
    }

    [Fact]
    public void Two_files_that_GitHub_would_give_one_name_are_refused()
    {
        (_root / "out" / "app.one.zip").WriteAllText("1");
        Run(expected: -1, prepare: x => x.Files = ["app one.zip", "app.one.zip"]).ShouldContain("A release cannot have two files with the name 'app.one.zip'");
        _gitHub.Requests.ShouldBeEmpty();
    }

    [Fact]
    public void A_comment_is_posted_to_an_issue()
    {
        _gitHub.Intercept = request => request == "POST /repos/owner/name/issues/7/comments" ? new FakeAnswer(201, "{}") : null;
        Run(target: "Comment");
        _gitHub.Requests.ShouldBe(["POST /repos/owner/name/issues/7/comments"]);
    }

    [Fact]
    public void The_number_of_the_job_is_that_of_its_name()
    {
        _gitHub.Intercept = request => request == "GET /repos/owner/name/actions/runs/5/jobs"
            ? new FakeAnswer(200, """{ "jobs": [{ "id": 1, "name": "windows-latest" }, { "id": 12345678901, "name": "ubuntu-latest" }] }""")
            : null;
        Run(target: "Find").ShouldContain("12345678901");
    }

    [Fact]
    public void The_latest_release_is_neither_a_draft_nor_a_prerelease()
    {
        _gitHub.AddRelease("v1.0.0");
        _gitHub.AddRelease("v2.0.0")["prerelease"] = true;
        _gitHub.AddRelease("v3.0.0", isDraft: true);
        Run(target: "Ask").ShouldContain("Latest: 1.0.0");
    }

    [Fact]
    public void A_milestone_and_its_issues_are_those_of_its_title()
    {
        _gitHub.Intercept = request => request switch
        {
            "GET /repos/owner/name/milestones" => new FakeAnswer(
                200,
                """[{ "number": 6, "title": "0.9.0" }, { "number": 7, "title": "1.0.0", "state": "open" }]"""),
            "GET /repos/owner/name/issues" => new FakeAnswer(200, """[{ "number": 1, "title": "First" }, { "number": 2, "title": "Second" }]"""),
            _ => null,
        };
        Run(target: "Milestone").ShouldContain("Milestone: 7 has First and Second");
    }

    [Fact]
    public void A_server_that_cannot_be_reached_is_told_without_a_stack_trace()
    {
        _gitHub.Intercept = _ => FakeAnswer.Cut;
        var output = Run(expected: -1);
        output.ShouldContain("GitHub could not be asked (GET /repos/owner/name/releases/tags/1.0.0): ");
        output.ShouldNotContain("   at ");
        output.ShouldNotContain("Octokit");
    }
}
