using System.Net;
using Fairlead.Aws;
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

    [Fact]
    public void A_refusal_says_which_permission_is_missing()
    {
        _gitHub.Status = HttpStatusCode.Forbidden;

        Should.Throw<FairleadException>(() => Identity().Refresh(TokenFile)).Next.ShouldContain("id-token: write");
    }

    private string TokenFile => Path.Combine(_directory, "identity", "token");

    private GitHubIdentity Identity()
        => new(
            new HttpClient(_gitHub, disposeHandler: false),
            x => x switch { "ACTIONS_ID_TOKEN_REQUEST_URL" => "https://token.example/?id=1", "ACTIONS_ID_TOKEN_REQUEST_TOKEN" => "ask", _ => null },
            _clock);

    private sealed class GitHub : HttpMessageHandler
    {
        public List<string> Asked { get; } = [];

        public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked.Add($"{request.RequestUri} {request.Headers.Authorization}");
            return new HttpResponseMessage(Status) { Content = new StringContent($$"""{"count": 1, "value": "token-{{Asked.Count}}"}""") };
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => Task.FromResult(Send(request, cancellationToken));
    }
}
