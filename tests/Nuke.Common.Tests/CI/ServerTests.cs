using System.Reflection;
using Nuke.Common.CI;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.CI.GitLab;
using Nuke.Common.CI.Jenkins;

namespace Nuke.Common.Tests.CI;

public sealed class ServerTests
{
    [Theory]
    [InlineData("GITHUB_ACTIONS", "GitHubActions", true)]
    [InlineData("GITLAB_CI", "GitLab", true)]
    [InlineData("JENKINS_HOME", "Jenkins", true)]
    [InlineData("CODEBUILD_BUILD_ID", "CodeBuild", true)]
    [InlineData("NOTHING", "Terminal", false)]
    public void Hosts_are_detected_by_their_variables(string variable, string host, bool isServer)
    {
        var detected = Host.Detect(new Dictionary<string, string> { [variable] = "true" });
        detected.ToString().ShouldBe(host);
        (detected is IBuildServer).ShouldBe(isServer);
    }

    [Theory]
    [InlineData("GITHUB_ACTIONS=true GITHUB_REF=refs/heads/main GITHUB_SHA=abc", "refs/heads/main", "abc")]
    [InlineData("GITLAB_CI=true CI_COMMIT_REF_NAME=main CI_COMMIT_SHA=abc", "main", "abc")]
    [InlineData("JENKINS_HOME=/j GIT_BRANCH=origin/main BRANCH_NAME=main GIT_COMMIT=abc", "origin/main", "abc")]
    [InlineData("JENKINS_HOME=/j BRANCH_NAME=main", "main", null)]
    [InlineData(
        "CODEBUILD_BUILD_ID=a:b CODEBUILD_WEBHOOK_HEAD_REF=refs/heads/main CODEBUILD_SOURCE_VERSION=abc CODEBUILD_RESOLVED_SOURCE_VERSION=abc",
        "refs/heads/main",
        "abc")]
    [InlineData("CODEBUILD_BUILD_ID=a:b CODEBUILD_SOURCE_VERSION=main", "main", null)]
    public void A_server_knows_branch_and_commit(string variables, string branch, string? commit)
    {
        var server = (IBuildServer)Host.Detect(variables.Split(' ').Select(x => x.Split('=')).ToDictionary(x => x[0], x => x[1]));
        server.Branch.ShouldBe(branch);
        server.Commit.ShouldBe(commit);
    }

    /// <summary>Answers every variable with its own name, or a number or flag made of it, and remembers what was asked.</summary>
    private sealed class Variables(Func<string, string> value) : Dictionary<string, string>, IReadOnlyDictionary<string, string>
    {
        public List<string> Asked { get; } = [];

        bool IReadOnlyDictionary<string, string>.TryGetValue(string key, out string found)
        {
            Asked.Add(key);
            found = value(key);
            return true;
        }
    }

    public static TheoryData<Type> Servers => [typeof(GitHubActions), typeof(GitLab), typeof(Jenkins)];

    [Theory]
    [MemberData(nameof(Servers))]
    public void Every_property_reads_one_variable_of_the_server(Type type)
    {
        string[] computed = ["JobId", "IsPullRequest", "PullRequestNumber", "PullRequestAction"];
        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
        {
            if (type == typeof(GitHubActions) && computed.Contains(property.Name))
            {
                continue;
            }

            var variables = new Variables(x =>
                property.PropertyType == typeof(string) || property.PropertyType.Name == "AbsolutePath" ? $"/{x}"
                : property.PropertyType == typeof(bool) ? "true"
                : property.PropertyType.IsEnum ? "public" : "42");
            var server = Activator.CreateInstance(type, BindingFlags.Instance | BindingFlags.NonPublic, null, [variables], null);
            var expected = property.PropertyType == typeof(bool) ? "True" : property.PropertyType.IsEnum ? "Public" : "42";
            var value = property.GetValue(server)?.ToString();
            variables.Asked.Count.ShouldBe(1, property.Name);
            value.ShouldBe(
                property.PropertyType == typeof(string) || property.PropertyType.Name == "AbsolutePath" ? $"/{variables.Asked[0]}" : expected,
                property.Name);
        }
    }

    [Theory]
    [InlineData("""{ "number": 7, "action": "opened" }""", 7, "opened")]
    [InlineData("""{ "ref": "refs/heads/main" }""", null, null)]
    [InlineData(null, null, null)]
    public void What_happened_to_a_pull_request_is_read_from_the_event(string? payload, int? number, string? action)
    {
        using var run = new TestRun();
        if (payload is not null)
        {
            run.Write("event.json", payload);
        }

        var host = (GitHubActions)Host.Detect(new Dictionary<string, string>
        {
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_EVENT_PATH"] = Path.Combine(run.Root, "event.json")
        });
        host.PullRequestNumber.ShouldBe(number);
        host.PullRequestAction.ShouldBe(action);
    }

    private sealed class Injected : NukeBuild
    {
        [CI] public readonly GitHubActions? Actions;
        [CI] public readonly GitLab? GitLab;
        [CI] public readonly Host? Any;

        Target Talk => _ => _.Executes(() =>
        {
            GitHubActions.Instance!.Group("a\nb");
            GitHubActions.Instance.WriteCommand("error", "50 % of\r\nit", x => { x["file"] = "C:\\a,b"; x["line"] = 3; return x; });
            GitHubActions.Instance.WriteDebug(null);
            GitHubActions.Instance.EndGroup("a");
        });

        [Parameter][Secret] readonly string? Password;

        Target Hide => _ => _.Executes(() => GitHubActions.Instance!.Group($"with {Password}"));

        Target Fold => _ => _.Executes(() =>
        {
            GitLab.Instance!.BeginSection("Tests", collapsed: false);
            GitLab.Instance.EndSection("Tests");
        });
    }

    [Fact]
    public void The_server_that_the_build_runs_on_is_injected_and_no_other()
    {
        using var run = new TestRun();
        run.Variables["GITHUB_ACTIONS"] = "true";
        run.Run<Injected>("Talk").ShouldBe(0, run.Output);
        var build = (Injected)run.Build;
        build.Actions.ShouldNotBeNull().ShouldBeSameAs(build.Any);
        build.GitLab.ShouldBeNull();
    }

    [Fact]
    public void Commands_for_the_runner_are_escaped()
    {
        using var run = new TestRun();
        run.Variables["GITHUB_ACTIONS"] = "true";
        run.Run<Injected>("Talk").ShouldBe(0, run.Output);
        run.Output.ShouldContain("""
            ::group::a%0Ab
            ::error file=C%3A\a%2Cb,line=3::50 %25 of%0D%0Ait
            ::debug::
            ::endgroup::a
            """);
    }

    [Fact]
    public void A_secret_is_in_no_command()
    {
        using var run = new TestRun();
        run.Variables["GITHUB_ACTIONS"] = "true";
        run.Run<Injected>("Hide --password hunter2hunter2").ShouldBe(0, run.Output);
        run.Output.ShouldContain("::group::with ");
        run.Output.ShouldNotContain("hunter2hunter2");
    }

    [Fact]
    public void A_section_of_a_GitLab_log_ends_with_the_name_that_it_began_with()
    {
        using var run = new TestRun();
        run.Variables["GITLAB_CI"] = "true";
        run.Run<Injected>("Fold").ShouldBe(0, run.Output);
        const string Section = "1767323045:90792de52961c34118f976ebe4af3a75";
        run.Output.ShouldContain($"\e[0Ksection_start:{Section}[collapsed=false]\r\e[0KTests\n");
        run.Output.ShouldContain($"\e[0Ksection_end:{Section}\r\e[0K\n");
    }

    private sealed class Wrong : NukeBuild
    {
        [CI] readonly string? Server;

        Target Test => _ => _.Executes(() => { });
    }

    [Fact]
    public void What_is_not_a_server_cannot_be_injected_as_one()
    {
        using var run = new TestRun();
        run.Run<Wrong>("Test").ShouldBe(-1);
        run.Output.ShouldContain("'Server' has [CI], but its type String is not a CI server. Use one of: GitHubActions, GitLab, Jenkins.");
    }
}
