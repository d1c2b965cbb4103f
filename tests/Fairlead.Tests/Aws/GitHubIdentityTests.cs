using System.Net;
using Fairlead.Aws;
using Fairlead.Http;
using Fairlead.Secrets;

namespace Fairlead.Tests.Aws;

public sealed class GitHubIdentityTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new("fairlead-identity-");
    private readonly GitHub _gitHub = new();
    private readonly TestClock _clock = new();

    public void Dispose()
    {
        _gitHub.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public void The_token_that_GitHub_gives_for_AWS_is_in_the_file()
    {
        Identity().Refresh(TokenFile);

        File.ReadAllText(TokenFile).ShouldBe("token-1");
        _gitHub.Asked.ShouldHaveSingleItem().ShouldBe("https://token.example/?id=1&audience=sts.amazonaws.com Bearer ask");
    }

    [Fact]
    public void The_run_hides_the_token_from_there_on()
    {
        var mask = new SecretMask();
        mask.Activate();

        Identity().Refresh(TokenFile);

        mask.Apply("got token-1").ShouldBe("got [REDACTED]");
    }

    [Fact]
    public void A_token_that_is_fresh_is_kept_and_an_older_one_is_renewed()
    {
        var identity = Identity();
        identity.Refresh(TokenFile);
        _clock.Advance(TimeSpan.FromMinutes(3));
        identity.Refresh(TokenFile);
        File.ReadAllText(TokenFile).ShouldBe("token-1");

        _clock.Advance(TimeSpan.FromMinutes(3));
        identity.Refresh(TokenFile);

        File.ReadAllText(TokenFile).ShouldBe("token-2");
    }

    [Fact]
    public void Only_its_owner_may_read_the_token()
    {
        Identity().Refresh(TokenFile);

        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(TokenFile).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public void Elsewhere_there_is_no_identity_to_ask_for()
    {
        using var http = new HttpClient(_gitHub, disposeHandler: false);
        new GitHubIdentity(http, _ => null, _clock).IsAvailable.ShouldBeFalse();
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    public void A_refusal_says_which_permission_is_missing_and_is_not_tried_again(HttpStatusCode status)
    {
        _gitHub.Answer = _ => GitHub.Says(status);

        Should.Throw<FairleadException>(() => Identity().Refresh(TokenFile)).Next.ShouldContain("id-token: write");

        _gitHub.Asked.ShouldHaveSingleItem();
        File.Exists(TokenFile).ShouldBeFalse();
    }

    [Theory]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    [InlineData(null)]
    public void A_fault_that_passes_is_waited_for_as_long_as_GitHubs_toolkit_waits(HttpStatusCode? status)
    {
        var clock = TestClock.Skipping();
        _gitHub.Answer = x => x <= 10 ? GitHub.Says(status) : GitHub.Gives("late");

        Identity(clock).Refresh(TokenFile);

        File.ReadAllText(TokenFile).ShouldBe("late");
        clock.Waits.Select(x => x.TotalMilliseconds).ShouldBe([10, 20, 40, 80, 160, 320, 640, 1280, 2560, 5120]);
    }

    [Fact]
    public void A_fault_that_stays_is_told_without_advice_on_permissions()
    {
        _gitHub.Answer = _ => GitHub.Says(HttpStatusCode.ServiceUnavailable);

        var error = Should.Throw<FairleadException>(() => Identity(TestClock.Skipping()).Refresh(TokenFile));

        error.Why.ShouldBe("token.example answered 503 ServiceUnavailable, 11 times.");
        error.Next.ShouldNotContain("permission");
        error.Next.ShouldContain("githubstatus.com");
        _gitHub.Asked.Count.ShouldBe(11);
    }

    [Theory]
    [InlineData("""{"value": ""}""")]
    [InlineData("""{"value": null}""")]
    [InlineData("""{"value": 1}""")]
    [InlineData("""{"value": "a\nb"}""")]
    [InlineData("""{"value": "\ud800"}""")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("<html>")]
    public void An_answer_without_a_token_is_told_and_writes_none(string body)
    {
        _gitHub.Answer = _ => new HttpResponseMessage { Content = new StringContent(body) };

        Should.Throw<FairleadException>(() => Identity().Refresh(TokenFile)).Why.ShouldBe("token.example answered without a token.");

        File.Exists(TokenFile).ShouldBeFalse();
    }

    [Fact]
    public void A_giant_answer_is_not_read()
    {
        _gitHub.Answer = _ => GitHub.Gives(new string('a', 100_000));
        using var http = LimitedHttp.CreateClient(_gitHub);

        Should.Throw<FairleadException>(() => new GitHubIdentity(http, Variable, _clock).Refresh(TokenFile)).Why.ShouldContain("more than 65536 bytes");
    }

    [Theory]
    [InlineData("ACTIONS_ID_TOKEN_REQUEST_URL", "token.example")]
    [InlineData("ACTIONS_ID_TOKEN_REQUEST_URL", "http://token.example/")]
    [InlineData("ACTIONS_ID_TOKEN_REQUEST_TOKEN", "a\nb")]
    public void Variables_that_no_runner_sets_are_refused(string name, string value)
    {
        using var http = new HttpClient(_gitHub, disposeHandler: false);
        var identity = new GitHubIdentity(http, x => x == name ? value : Variable(x), _clock);

        Should.Throw<FairleadException>(() => identity.Refresh(TokenFile)).Why.ShouldContain(name);

        _gitHub.Asked.ShouldBeEmpty();
    }

    private string TokenFile => Path.Combine(_directory, "identity", "token");

    private GitHubIdentity Identity(TimeProvider? clock = null) => new(new HttpClient(_gitHub, disposeHandler: false), Variable, clock ?? _clock);

    private static string? Variable(string name) => name switch
    {
        "ACTIONS_ID_TOKEN_REQUEST_URL" => "https://token.example/?id=1",
        "ACTIONS_ID_TOKEN_REQUEST_TOKEN" => "ask",
        _ => null,
    };

    private sealed class GitHub : HttpMessageHandler
    {
        public List<string> Asked { get; } = [];

        /// <summary>By the number of the request, from 1.</summary>
        public Func<int, HttpResponseMessage> Answer { get; set; } = x => Gives($"token-{x}");

        /// <summary>Null: the connection breaks.</summary>
        public static HttpResponseMessage Says(HttpStatusCode? status) => new(status ?? throw new HttpRequestException("connection reset"));

        public static HttpResponseMessage Gives(string token) => new() { Content = new StringContent($$"""{"count": 1, "value": "{{token}}"}""") };

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked.Add($"{request.RequestUri} {request.Headers.Authorization}");
            return Task.FromResult(Answer(Asked.Count));
        }
    }
}
