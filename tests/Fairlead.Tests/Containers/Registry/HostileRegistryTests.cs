using System.Globalization;
using System.Net;
using Fairlead.Containers;
using Fairlead.Containers.Registry;
using Fairlead.Http;
using Fairlead.Secrets;
using static Fairlead.Tests.Containers.Registry.ScriptedRegistry;

namespace Fairlead.Tests.Containers.Registry;

/// <summary>A registry may send anything. It ends in a sentence that names it, and says what to do.</summary>
public sealed class HostileRegistryTests : IDisposable
{
    private const string Host = "registry.example.com";
    private const string Bearer = "Bearer realm=\"https://auth.example.com/token\",service=\"registry\"";
    private static readonly string Digest = $"sha256:{new string('a', 64)}";
    private readonly TestClock _clock = new();
    private readonly string _file = Path.GetTempFileName();

    public HostileRegistryTests() => File.WriteAllText(_file, "a blob");

    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData("Bearer realm=\"https://auth.example.com/token\",scope=\"a\",scope=\"b\"", "names scope twice")]
    [InlineData("Bearer realm=\"https://auth.example.com/token\",realm=\"https://evil.example.com/\"", "names realm twice")]
    [InlineData("Bearer realm=\"https://auth.example.com/token", "nothing closes")]
    [InlineData("Bearer", "sends for a token to ''")]
    [InlineData("Bearer realm=\"\"", "sends for a token to ''")]
    [InlineData("Bearer realm=\"token\"", "sends for a token to 'token'")]
    [InlineData("Bearer realm=\"ftp://auth.example.com/\"", "only sent over HTTPS")]
    [InlineData("Bearer realm=\"file:///etc/passwd\"", "only sent over HTTPS")]
    [InlineData("Bearer realm=\"http://auth.example.com/\"", "only sent over HTTPS")]
    [InlineData("Bearer realm=\"http://127.0.0.1/\"", "only sent over HTTPS")]
    [InlineData("Bearer realm=\"https://user:word@auth.example.com/\"", "only sent over HTTPS")]
    public async Task A_challenge_that_cannot_be_met_gets_no_password(string challenge, string why)
    {
        var script = new ScriptedRegistry((_, _) => Challenged(challenge));
        using var registry = Connect(script);

        var error = await Should.ThrowAsync<FairleadException>(() => registry.HasBlobAsync(Digest, default));

        error.What.ShouldBe($"The registry {Host} does not let us in.");
        error.Why.ShouldContain(why);
        error.Next.ShouldNotBeEmpty();
        script.Requests.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("\"token\"")]
    [InlineData("""{"token":1}""")]
    [InlineData("""{"token":null}""")]
    [InlineData("""{"token":""}""")]
    [InlineData("""{"token":"a\nb"}""")]
    [InlineData("""{"token":"a\r\nX-Evil: 1"}""")]
    [InlineData("""{"token":"a b"}""")]
    [InlineData("""{"token":"\ud800"}""")]
    [InlineData("""{"token":{"token":"a"}}""")]
    [InlineData("<html>Sign in</html>")]
    public async Task A_token_server_that_gives_no_token_is_named(string body)
    {
        using var registry = Connect(new ScriptedRegistry((_, x) => IsTokenServer(x) ? Status(HttpStatusCode.OK, body) : Challenged(Bearer)));

        var error = await Should.ThrowAsync<FairleadException>(() => registry.HasBlobAsync(Digest, default));

        error.What.ShouldBe($"The registry {Host} does not let us in.");
        error.Why.ShouldBe("Its token server auth.example.com answered without a token that can be sent along.");
    }

    [Fact]
    public async Task The_other_name_of_a_token_counts_where_the_first_has_none()
    {
        var script = new ScriptedRegistry((_, x) => IsTokenServer(x)
            ? Status(HttpStatusCode.OK, """{"token":null,"access_token":"good"}""")
            : x.Headers.Authorization?.Parameter == "good" ? Status(HttpStatusCode.OK) : Challenged(Bearer));
        using var registry = Connect(script);

        (await registry.HasBlobAsync(Digest, default)).ShouldBeTrue();
    }

    [Fact]
    public async Task The_run_hides_a_token_that_it_was_given_from_there_on()
    {
        var mask = new SecretMask();
        mask.Activate();
        using var registry = Connect(new ScriptedRegistry((_, x) => IsTokenServer(x)
            ? Status(HttpStatusCode.OK, "{\"token\":\"bearer+token/1\"}")
            : x.Headers.Authorization is null ? Challenged(Bearer) : Status(HttpStatusCode.OK)));

        await registry.HasBlobAsync(Digest, default);

        mask.Apply("sent bearer+token/1 as bearer%2Btoken%2F1").ShouldBe("sent [REDACTED] as [REDACTED]");
    }

    [Fact]
    public async Task A_giant_token_is_not_read()
    {
        var script = new ScriptedRegistry((_, x) => IsTokenServer(x)
            ? Status(HttpStatusCode.OK, $"{{\"token\":\"{new string('a', 300_000)}\"}}")
            : Challenged(Bearer));
        using var registry = Connect(script);

        var error = await Should.ThrowAsync<FairleadException>(() => registry.HasBlobAsync(Digest, default));

        error.Why.ShouldContain("auth.example.com sent more than 262144 bytes");
        script.Count("GET", "auth.example.com").ShouldBe(1);
    }

    [Fact]
    public async Task A_query_of_the_token_server_stays()
    {
        var script = new ScriptedRegistry((_, x) => IsTokenServer(x)
            ? Status(HttpStatusCode.OK, """{"token":"t"}""")
            : x.Headers.Authorization is null ? Challenged("Bearer realm=\"https://auth.example.com/token?tenant=7\"") : Status(HttpStatusCode.OK));
        using var registry = Connect(script);

        await registry.HasBlobAsync(Digest, default);

        script.Requests[1].ShouldStartWith("GET https://auth.example.com/token?tenant=7&scope=repository%3Ashop%3Apull%2Cpush ");
    }

    [Fact]
    public async Task A_manifest_without_end_is_given_up_at_four_mebibytes_and_not_read_again()
    {
        var read = 0L;
        var script = new ScriptedRegistry((_, _) => new HttpResponseMessage { Content = new StreamContent(new Endless(x => read += x)) });
        using var registry = Connect(script);

        var error = await Should.ThrowAsync<FairleadException>(() => registry.ManifestAsync("v1", default));

        error.What.ShouldContain($"{Host}/shop");
        error.Why.ShouldBe($"{Host} sent more than 4194304 bytes, which is the most that such an answer may have.");
        read.ShouldBeInRange(4 << 20, (4 << 20) + (1 << 20));
        script.Requests.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_refusal_without_end_is_shown_by_its_beginning()
    {
        var read = 0L;
        var script = new ScriptedRegistry(
            (_, _) => new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new StreamContent(new Endless(x => read += x)) });
        using var registry = Connect(script);

        (await Should.ThrowAsync<FairleadException>(() => registry.ManifestAsync("v1", default))).Why.ShouldBe("It answered 400: Bad Request.");

        read.ShouldBeLessThanOrEqualTo(64 * 1024);
    }

    [Theory]
    [InlineData("""{"errors":[{"code":"X","message":"first\nsecond\u001b[31m"}]}""", "It answered 400 X: first second [31m.")]
    [InlineData("""{"errors":[{"code":"\ud800"}]}""", "It answered 400: Bad Request.")]
    [InlineData("""{"errors":[{"code":1}]}""", "It answered 400: Bad Request.")]
    [InlineData("""{"errors":{}}""", "It answered 400: Bad Request.")]
    [InlineData("[]", "It answered 400: Bad Request.")]
    public async Task A_refusal_is_one_line_whatever_it_says(string body, string expected)
    {
        using var registry = Connect(new ScriptedRegistry((_, _) => Status(HttpStatusCode.BadRequest, body)));

        (await Should.ThrowAsync<FairleadException>(() => registry.ManifestAsync("v1", default))).Why.ShouldBe(expected);
    }

    [Fact]
    public async Task A_registry_that_accepts_and_says_nothing_is_given_up()
    {
        await using var server = new LoopbackServer(_ => ScriptedResponse.Never);
        using var registry = new RegistryClient(
            RepositoryReference.Parse($"{server.Url.Authority}/shop"), time: _clock, retry: new RegistryRetry { Attempts = 2, FirstDelay = TimeSpan.Zero });
        var push = registry.HasBlobAsync(Digest, default);
        for (var i = 1; i <= 2; i++)
        {
            await _clock.TimersAsync(1);
            _clock.Advance(HttpLimits.Default.Answer);
        }

        var error = await Should.ThrowAsync<FairleadException>(push);

        error.Why.ShouldBe("127.0.0.1 sent no answer within 100 s.");
        error.Next.ShouldContain("can be reached");
    }

    [Fact]
    public async Task A_redirection_to_another_host_is_followed_without_the_password()
    {
        await using var other = new LoopbackServer(_ => new ScriptedResponse(200, "{}"));
        await using var server = new LoopbackServer(x => Redirecting(x, other.Url));
        using var registry = ConnectTo(server);

        (await registry.ManifestAsync("v1", default)).ShouldBe("{}"u8.ToArray());

        server.Requests.Last().Headers.Keys.ShouldContain("Authorization");
        other.Requests.ShouldHaveSingleItem().Headers.Keys.ShouldNotContain("Authorization");
    }

    [Theory]
    [InlineData("Basic realm=\"other\"")]
    [InlineData("Bearer realm=\"{0}token\"")]
    public async Task A_challenge_of_another_host_after_a_redirection_gets_no_password(string challenge)
    {
        await using var thief = new LoopbackServer(_ => new ScriptedResponse(200, """{"token":"t"}"""));
        await using var other = new LoopbackServer(
            _ => new ScriptedResponse(401, "", ("WWW-Authenticate", string.Format(CultureInfo.InvariantCulture, challenge, thief.Url))));
        await using var server = new LoopbackServer(x => Redirecting(x, other.Url));
        using var registry = ConnectTo(server);

        (await Should.ThrowAsync<FairleadException>(() => registry.ManifestAsync("v1", default))).Why.ShouldContain("401");

        thief.Requests.ShouldBeEmpty();
        other.Requests.ShouldHaveSingleItem().Headers.Keys.ShouldNotContain("Authorization");
    }

    [Theory]
    [InlineData("http://registry.example.com/upload")]
    [InlineData("ftp://registry.example.com/upload")]
    public async Task An_upload_is_not_sent_away_from_https(string location)
    {
        var script = new ScriptedRegistry((_, _) =>
        {
            var answer = Status(HttpStatusCode.Accepted);
            answer.Headers.Location = new Uri(location);
            return answer;
        });
        using var registry = Connect(script);

        var blob = new OciDescriptor("application/octet-stream", Digest, 6);
        (await Should.ThrowAsync<FairleadException>(() => registry.UploadBlobAsync(blob, _file, _ => { }, default))).Why.ShouldContain("HTTPS");

        script.Requests.ShouldHaveSingleItem();
    }

    // Asks for the password, and sends whoever has it elsewhere.
    private static ScriptedResponse Redirecting(RecordedRequest request, Uri to) => request.Headers.ContainsKey("Authorization")
        ? new ScriptedResponse(307, "", ("Location", to.AbsoluteUri))
        : new ScriptedResponse(401, "", ("WWW-Authenticate", "Basic realm=\"registry\""));

    private static RegistryClient ConnectTo(LoopbackServer server)
        => new(RepositoryReference.Parse($"{server.Url.Authority}/shop"), new RegistryCredentials("AWS", "secret-token"));

    private static bool IsTokenServer(HttpRequestMessage request) => request.RequestUri!.Host == "auth.example.com";

    private static HttpResponseMessage Challenged(string challenge)
    {
        var response = Status(HttpStatusCode.Unauthorized);
        response.Headers.TryAddWithoutValidation("WWW-Authenticate", challenge);
        return response;
    }

    // The waits are of no length, so that no test waits.
    private static RegistryClient Connect(HttpMessageHandler transport)
        => new(
            RepositoryReference.Parse($"{Host}/shop"),
            new RegistryCredentials("AWS", "secret-token"),
            transport,
            retry: new RegistryRetry { FirstDelay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero });

    private sealed class Endless(Action<int> read) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => 0; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)'x');
            read(count);
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
