using System.Net;
using System.Text;
using Fairlead.Containers;
using Fairlead.Containers.Registry;
using static Fairlead.Tests.Containers.Registry.ScriptedRegistry;

namespace Fairlead.Tests.Containers.Registry;

public sealed class RegistryClientTests : IDisposable
{
    private const string Host = "123456789012.dkr.ecr.us-east-1.amazonaws.com";
    private static readonly string Digest = $"sha256:{new string('a', 64)}";
    private static readonly RegistryCredentials Credentials = new("AWS", "secret-token");
    private static readonly string Basic = $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes("AWS:secret-token"))}";
    private readonly string _file = Path.GetTempFileName();

    public RegistryClientTests() => File.WriteAllText(_file, "a blob");

    public void Dispose() => File.Delete(_file);

    private OciDescriptor Blob => new("application/octet-stream", Digest, new FileInfo(_file).Length);

    [Fact]
    public async Task Basic_is_sent_once_asked_for_and_from_then_on_at_once()
    {
        var script = new ScriptedRegistry((_, request) => request.Headers.Authorization?.ToString() == Basic
            ? Status(HttpStatusCode.OK)
            : Challenge("Basic realm=\"ecr\""));
        using var registry = Connect(script);

        (await registry.HasBlobAsync(Digest, default)).ShouldBeTrue();
        (await registry.HasBlobAsync(Digest, default)).ShouldBeTrue();

        script.Requests.ShouldBe([
            $"HEAD https://{Host}/v2/shop/blobs/{Digest}",
            $"HEAD https://{Host}/v2/shop/blobs/{Digest} {Basic}",
            $"HEAD https://{Host}/v2/shop/blobs/{Digest} {Basic}"
        ]);
    }

    [Fact]
    public async Task A_token_is_fetched_where_the_challenge_sends_to_and_again_when_it_has_expired()
    {
        var tokens = 0;
        var script = new ScriptedRegistry((_, request) => request.RequestUri!.Host == "auth.example.com"
            ? Status(HttpStatusCode.OK, $"{{\"token\":\"t{++tokens}\"}}")
            : request.Headers.Authorization?.Parameter == $"t{Math.Max(tokens, 1)}" && !(tokens == 1 && request.Method == HttpMethod.Get)
                ? Status(HttpStatusCode.OK)
                : Challenge("Bearer realm=\"https://auth.example.com/token\",service=\"registry\",scope=\"repository:shop:pull\""));
        using var registry = Connect(script);

        await registry.HasBlobAsync(Digest, default);
        await registry.ManifestAsync("v1", default);

        script.Requests.ShouldContain($"GET https://auth.example.com/token?service=registry&scope=repository%3Ashop%3Apull {Basic}");
        script.Requests[^1].ShouldEndWith("Bearer t2");
        tokens.ShouldBe(2);
    }

    [Fact]
    public async Task A_password_is_not_sent_for_a_token_without_https()
    {
        var script = new ScriptedRegistry((_, _) => Challenge("Bearer realm=\"http://auth.example.com/token\",service=\"registry\""));
        using var registry = Connect(script);

        (await Should.ThrowAsync<FairleadException>(() => registry.HasBlobAsync(Digest, default))).Why.ShouldContain("HTTPS");

        script.Requests.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Wrong_credentials_are_an_error_that_does_not_show_them()
    {
        var script = new ScriptedRegistry((_, _) => Challenge("Basic realm=\"ecr\""));
        using var registry = Connect(script);

        var error = await Should.ThrowAsync<FairleadException>(() => registry.HasBlobAsync(Digest, default));

        error.Next.ShouldContain("credentials");
        error.ToString().ShouldNotContain("secret-token");
        Credentials.ToString().ShouldNotContain("secret-token");
        script.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("uploads/1?_state=x", $"https://{Host}/v2/shop/uploads/1?_state=x&digest=", true)]
    [InlineData("/upload/1", $"https://{Host}/upload/1?digest=", true)]
    [InlineData("https://storage.example.com/1", "https://storage.example.com/1?digest=", false)]
    public async Task An_upload_goes_where_the_registry_says_and_credentials_go_to_the_registry_only(string location, string expected, bool withCredentials)
    {
        var script = new ScriptedRegistry((_, request) => request.Method == HttpMethod.Put
            ? Status(HttpStatusCode.Created)
            : request.Headers.Authorization is null ? Challenge("Basic realm=\"ecr\"") : Accepted(location));
        using var registry = Connect(script);

        await registry.UploadBlobAsync(Blob, _file, _ => { }, default);

        script.Requests[^1].ShouldBe($"PUT {expected}{Uri.EscapeDataString(Digest)}{(withCredentials ? $" {Basic}" : "")}");
    }

    [Fact]
    public async Task An_upload_that_breaks_off_starts_again_and_its_bytes_count_once()
    {
        var script = new ScriptedRegistry((script, request) => request.Method == HttpMethod.Post
            ? Accepted("/upload/1")
            : script.Count("PUT", "/upload/") switch
            {
                1 => Status(HttpStatusCode.ServiceUnavailable),
                2 => throw new HttpRequestException("connection reset"),
                _ => Status(HttpStatusCode.Created),
            });
        using var registry = Connect(script);
        var sent = 0L;

        await registry.UploadBlobAsync(Blob, _file, x => sent += x, default);

        script.Count("POST", "/blobs/uploads/").ShouldBe(3);
        sent.ShouldBe(Blob.Size);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public async Task A_registry_has_ten_minutes_for_a_layer_and_is_asked_for_it_before_it_is_sent_again(bool isThere, int uploads)
    {
        var clock = new TestClock();
        var script = new ScriptedRegistry((script, request) =>
        {
            if (request.Method == HttpMethod.Head)
            {
                return Status(isThere ? HttpStatusCode.OK : HttpStatusCode.NotFound);
            }

            if (request.Method == HttpMethod.Put && script.Count("PUT", "/upload/") == 1)
            {
                clock.Advance(599);
                script.Ended.IsCancellationRequested.ShouldBeFalse();
                clock.Advance(1);
                script.Ended.ThrowIfCancellationRequested();
            }

            return request.Method == HttpMethod.Post ? Accepted("/upload/1") : Status(HttpStatusCode.Created);
        });
        using var registry = Connect(script, clock);
        var sent = 0L;

        await registry.UploadBlobAsync(Blob, _file, x => sent += x, default);

        (script.Count("HEAD", "/blobs/"), script.Count("PUT", "/upload/"), sent).ShouldBe((1, uploads, Blob.Size));
    }

    [Fact]
    public async Task A_registry_that_stays_broken_is_given_up()
    {
        var script = new ScriptedRegistry((_, _) => Status(HttpStatusCode.InternalServerError));
        using var registry = Connect(script);

        (await Should.ThrowAsync<FairleadException>(() => registry.ManifestDigestAsync(
            "v1",
            default))).Why.ShouldBe("It answered 500: Internal Server Error, 5 times.");

        script.Requests.Count.ShouldBe(5);
    }

    [Fact]
    public async Task What_is_refused_is_not_tried_again()
    {
        var script = new ScriptedRegistry((_, _) => Status(
            HttpStatusCode.NotFound,
            """{"errors":[{"code":"NAME_UNKNOWN","message":"The repository with name 'shop' does not exist"}]}"""));
        using var registry = Connect(script);

        var error = await Should.ThrowAsync<FairleadException>(() => registry.UploadBlobAsync(Blob, _file, _ => { }, default));

        error.Why.ShouldBe("It answered 404 NAME_UNKNOWN: The repository with name 'shop' does not exist.");
        error.Next.ShouldContain("ECR does not create it");
        script.Requests.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_tag_that_may_not_move_says_so()
    {
        var script = new ScriptedRegistry((_, _) => Status(
            HttpStatusCode.BadRequest,
            """{"errors":[{"code":"TAG_INVALID","message":"The image tag 'v1' already exists in the 'shop' repository and cannot be overwritten because """
                + """the repository is immutable."}]}"""));
        using var registry = Connect(script);

        (await Should.ThrowAsync<FairleadException>(() => registry.PutManifestAsync("v1", [1], "application/json", default))).Why.ShouldContain("immutable");
    }

    [Fact]
    public async Task A_digest_that_the_header_lacks_is_computed()
    {
        var script = new ScriptedRegistry((_, request) => Status(HttpStatusCode.OK, request.Method == HttpMethod.Get ? "{}" : null));
        using var registry = Connect(script);

        // The digest of the two characters {}.
        (await registry.ManifestDigestAsync("v1", default)).ShouldBe("sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    }

    [Fact]
    public void Waits_double_up_to_a_bound_and_heed_the_registry()
    {
        var retry = new RegistryRetry { FirstDelay = TimeSpan.FromSeconds(1), MaxDelay = TimeSpan.FromSeconds(5), Random = () => 0.5 };

        Enumerable.Range(1, 5).Select(x => retry.DelayAfter(x, null).TotalSeconds).ShouldBe([0.75, 1.5, 3, 5, 5]);
        retry.DelayAfter(1, TimeSpan.FromSeconds(4)).TotalSeconds.ShouldBe(4);
        retry.DelayAfter(1, TimeSpan.FromHours(1)).TotalSeconds.ShouldBe(5);
    }

    [Theory]
    [InlineData("127.0.0.1:5000/shop", "http://127.0.0.1:5000/")]
    [InlineData("localhost/team/shop", "http://localhost/")]
    [InlineData("ecr.localhost:4566/shop", "http://ecr.localhost:4566/")]
    [InlineData("[::1]:5000/shop", "http://[::1]:5000/")]
    [InlineData("registry.example.com:8443/shop", "https://registry.example.com:8443/")]
    [InlineData("localhost.example.com/shop", "https://localhost.example.com/")]
    [InlineData("10.0.0.1:5000/shop", "https://10.0.0.1:5000/")]
    public void Only_this_machine_is_spoken_to_without_encryption(string repository, string address)
        => RepositoryReference.Parse(repository).BaseAddress.AbsoluteUri.ShouldBe(address);

    [Theory]
    [InlineData("shop")]
    [InlineData("host/")]
    [InlineData("host/Shop")]
    [InlineData("host/shop:v1")]
    [InlineData("host/shop@sha256:00")]
    [InlineData("user@host/shop")]
    [InlineData("host/../shop")]
    [InlineData("")]
    public void What_is_no_repository_is_refused(string text) => Should.Throw<FairleadException>(() => RepositoryReference.Parse(text));

    // The waits are of no length, so that no test waits.
    private static RegistryClient Connect(HttpMessageHandler transport, TimeProvider? time = null)
        => new(
            RepositoryReference.Parse($"{Host}/shop"),
            Credentials,
            transport,
            time,
            retry: new RegistryRetry { FirstDelay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero });

    private static HttpResponseMessage Challenge(string challenge)
    {
        var response = Status(HttpStatusCode.Unauthorized);
        response.Headers.TryAddWithoutValidation("WWW-Authenticate", challenge);
        return response;
    }

    private static HttpResponseMessage Accepted(string location)
    {
        var response = Status(HttpStatusCode.Accepted);
        response.Headers.Location = new Uri(location, UriKind.RelativeOrAbsolute);
        return response;
    }
}
