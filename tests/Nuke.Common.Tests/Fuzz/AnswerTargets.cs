using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml;
using Fairlead.Testing.Fuzzing;
using Nuke.Common.IO;
using Nuke.Common.ProjectModel;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.GitHub;
using Octokit;
using GitHubHost = Nuke.Common.CI.GitHubActions.GitHubActions;

namespace Nuke.Common.Tests.Fuzz;

/// <summary>What feeds, GitHub and MSBuild answer.</summary>
internal static class AnswerTargets
{
    public static IReadOnlyList<FuzzTarget> All
    => [
        Feed("NuGet's versions", x => NuGetVersionResolver.OfAll(x, includePrereleases: false), """{"versions":["1.0.0","1.1.0-beta"]}"""),
        Feed("NuGet's search", NuGetVersionResolver.OfSearch, """{"data":[{"id":"Serilog","version":"3.1.1"}]}"""),
        Feed("npm's package", NpmVersionResolver.Of, """{"dist-tags":{"latest":"5.0.0"}}"""),
        Feed("GitHub's releases", x => new LatestGitHubReleaseAttribute("a/b").Of(x), """[{"tag_name":"v1.2.3","name":"1.2.3"},{"name":null}]"""),
        Feed(
            "Maven's metadata",
            x => LatestMavenVersionAttribute.Of(x, includePrerelease: true),
            "<metadata><versioning><versions><version>1.0</version><version>2.0-rc</version></versions></versioning></metadata>").RefusesWith<XmlException>(),
        Feed(
            "MyGet's feed",
            x => LatestMyGetVersionAttribute.Of(x, "Package"),
            "<rss><channel><title>[nuget] feed/Package (version 1.2.3)</title></channel></rss>").RefusesWith<XmlException>(),
        FuzzTarget.Text(
            "XmlTasks",
            x =>
            {
                _ = XmlTasks.XmlPeekFromString(x, "//a/@b").ToList();
                _ = XmlTasks.XmlPeekElementsFromString(x, "//c").ToList();
            },
            """<?xml version="1.0"?><a b="1" xmlns:d="e"><c>text<!-- f --></c><d:g/><![CDATA[h]]></a>""").RefusesWith<XmlException>() with
        {
            MemoryPerByte = 1024,
        },
        FuzzTarget.Utf8(
            "MSBuild's items",
            x => ProjectEvaluation.ParseItems(Encoding.UTF8.GetString(x), "PackageReference"),
            """{"Items":{"PackageReference":[{"Identity":"xunit","Version":"2.9.3"}]}}""")
            .RefusesWith<JsonException>().RefusesWith<KeyNotFoundException>().RefusesWith<InvalidOperationException>(),
        FuzzTarget.File("GitHub's event", "event.json", ReadEvent, """{"action":"opened","number":12,"pull_request":{}}""").RefusesWith<JsonException>(),
        FuzzTarget.Utf8(
            "GitHub's refusal",
            x => Tell(Encoding.UTF8.GetString(x), new Dictionary<string, string>()),
            """{"message":"Validation Failed","errors":[{"resource":"Release","code":"already_exists","field":"tag_name"},"text"]}"""),
        FuzzTarget.Text("GitHub's limits", x => Tell("{}", Headers(x)), "retry-after: 3\nx-ratelimit-remaining: 0\nx-ratelimit-reset: 1795262400"),
    ];

    // Injection tells what went wrong; lists that cannot be asked are no version.
    private static FuzzTarget Feed(string name, Func<string, string?> latest, string seed)
        => FuzzTarget.Utf8(name, x => latest(Encoding.UTF8.GetString(x)), seed)
            .RefusesWith<JsonException>().RefusesWith<KeyNotFoundException>().RefusesWith<InvalidOperationException>();

    private static void ReadEvent(string file)
    {
        var host = new GitHubHost(new Dictionary<string, string> { ["GITHUB_EVENT_PATH"] = file });
        _ = (host.PullRequestNumber, host.PullRequestAction);
    }

    private static Dictionary<string, string> Headers(string text) => text.Split('\n')
        .Select(x => x.Split(": ", 2))
        .Where(x => x.Length == 2)
        .GroupBy(x => x[0])
        .ToDictionary(x => x.Key, x => x.Last()[1]);

    private static void Tell(string body, Dictionary<string, string> headers)
    {
        foreach (var status in new[] { HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.UnprocessableEntity, HttpStatusCode.TooManyRequests })
        {
            var answer = new GitHubAnswer(new Answer(body, headers, status));
            answer.Problem.ShouldNotBeEmpty();
            answer.Advice.ShouldNotBeEmpty();
            answer.HasError("already_exists");
            answer.RetryAfter(SomeRelease.Noon).ShouldBeGreaterThanOrEqualTo(TimeSpan.Zero);
        }
    }

    private sealed record Answer(object Body, IReadOnlyDictionary<string, string> Headers, HttpStatusCode StatusCode) : IResponse
    {
        public ApiInfo ApiInfo => throw new NotSupportedException();

        public string ContentType => "application/json";
    }
}
