using System.Buffers.Text;
using System.Net;
using System.Text;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Fairlead.LocalCloud.Tests.S3;

namespace Fairlead.LocalCloud.Tests.Sts;

public sealed class StsTests : IAsyncLifetime
{
    private readonly S3TestCloud _cloud = new();

    private const string Hs256 = """{"alg":"HS256","typ":"JWT"}""";

    private const string Role = "arn:aws:iam::000000000000:role/deploy/release";

    public Task InitializeAsync() => _cloud.InitializeAsync();

    public Task DisposeAsync() => _cloud.DisposeAsync();

    [Fact]
    public async Task The_caller_is_the_local_account()
    {
        using var sts = Client(_cloud.Credentials);

        var identity = await sts.GetCallerIdentityAsync(new GetCallerIdentityRequest());

        identity.Account.ShouldBe("000000000000");
        identity.Arn.ShouldBe("arn:aws:iam::000000000000:user/local-cloud");
    }

    [Fact]
    public async Task The_holder_of_an_assumed_role_is_that_role()
    {
        using var sts = Client(_cloud.Credentials);
        var assumed = await sts.AssumeRoleAsync(new AssumeRoleRequest { RoleArn = Role, RoleSessionName = "ci", DurationSeconds = 900 });
        assumed.Credentials.SessionToken.ShouldStartWith("fairlead-local-cloud/");

        using var asRole = Client(assumed.Credentials);

        (await asRole.GetCallerIdentityAsync(new GetCallerIdentityRequest())).Arn.ShouldBe("arn:aws:sts::000000000000:assumed-role/release/ci");
    }

    [Fact]
    public async Task A_web_identity_needs_no_signature_but_a_token_that_the_key_has_signed()
    {
        using var sts = Client(new AnonymousAWSCredentials());

        var assumed = await sts.AssumeRoleWithWebIdentityAsync(WithToken(Token(Hs256, _cloud.Server.AccessKey.Secret)));
        using var asRole = Client(assumed.Credentials);

        assumed.SubjectFromWebIdentityToken.ShouldBe("repo:shop/shop");
        assumed.AssumedRoleUser.Arn.ShouldEndWith("/release/ci");
        (await asRole.GetCallerIdentityAsync(new GetCallerIdentityRequest())).Arn.ShouldEndWith("/release/ci");
    }

    [Theory]
    [InlineData(Hs256, "another secret", 0, "InvalidIdentityToken")]
    [InlineData("""{"alg":"none"}""", "", 0, "InvalidIdentityToken")]
    [InlineData("""{"alg":"RS256"}""", null, 0, "InvalidIdentityToken")]
    [InlineData("[]", null, 0, "InvalidIdentityToken")]
    [InlineData(Hs256, null, -1, "ExpiredTokenException")]
    public async Task Nobody_gets_credentials_for_another_token(string header, string? secret, int minutesLeft, string code)
    {
        using var sts = Client(new AnonymousAWSCredentials());
        var token = Token(header, secret ?? _cloud.Server.AccessKey.Secret, minutesLeft);

        (await Should.ThrowAsync<AmazonSecurityTokenServiceException>(sts.AssumeRoleWithWebIdentityAsync(WithToken(token)))).ErrorCode.ShouldBe(code);
        (await Should.ThrowAsync<AmazonSecurityTokenServiceException>(
            sts.AssumeRoleWithWebIdentityAsync(WithToken(token[..(token.LastIndexOf('.') + 1)])))).ErrorCode.ShouldBe("InvalidIdentityToken");
    }

    [Fact]
    public async Task Temporary_credentials_are_good_for_other_services_until_they_expire_and_over_a_restart()
    {
        using var sts = Client(_cloud.Credentials);
        var session = (await sts.GetSessionTokenAsync(new GetSessionTokenRequest { DurationSeconds = 900 })).Credentials;
        await _cloud.StopAsync();
        await _cloud.StartAsync();

        (await ListBucketsAsync(session.AccessKeyId, session.SecretAccessKey, session.SessionToken)).ShouldBe("OK");
        (await ListBucketsAsync(session.AccessKeyId, _cloud.Server.AccessKey.Secret, session.SessionToken)).ShouldBe("SignatureDoesNotMatch");
        (await ListBucketsAsync(_cloud.Server.AccessKey.Id, session.SecretAccessKey, session.SessionToken)).ShouldBe("InvalidToken");
        var changed = session.SessionToken.ToCharArray();
        changed[^10] = changed[^10] == 'A' ? 'B' : 'A';
        (await ListBucketsAsync(session.AccessKeyId, session.SecretAccessKey, new string(changed))).ShouldBe("InvalidToken");
        (await ListBucketsAsync(session.AccessKeyId, session.SecretAccessKey, null)).ShouldBe("InvalidAccessKeyId");

        _cloud.Clock.Advance(TimeSpan.FromSeconds(901));
        (await ListBucketsAsync(session.AccessKeyId, session.SecretAccessKey, session.SessionToken)).ShouldBe("ExpiredToken");
    }

    [Fact]
    public async Task Every_other_call_needs_one()
    {
        using var http = new HttpClient { BaseAddress = _cloud.Server.Endpoints.Api };

        using var answer = await http.PostAsync("/", new FormUrlEncodedContent([KeyValuePair.Create("Action", "GetCallerIdentity")]));

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("<Code>MissingAuthenticationToken</Code>");
    }

    [Theory]
    [InlineData("nonsense", "ci")]
    [InlineData(Role, "not a name")]
    public async Task A_bad_request_is_refused(string role, string session)
    {
        using var sts = Client(_cloud.Credentials);

        (await Should.ThrowAsync<AmazonSecurityTokenServiceException>(sts.AssumeRoleAsync(new AssumeRoleRequest { RoleArn = role, RoleSessionName = session })))
            .ErrorCode.ShouldBe("ValidationError");
    }

    /// <summary>Answers name all three, be they yes or no, and are XML.</summary>
    [Theory]
    [InlineData("sub", null)]
    [InlineData("iss", null)]
    [InlineData("aud", null)]
    [InlineData("iss", "another secret")]
    public async Task A_token_with_a_character_that_XML_does_not_have_is_no_token(string claim, string? secret)
    {
        using var sts = Client(new AnonymousAWSCredentials());
        var token = Token(Hs256, secret ?? _cloud.Server.AccessKey.Secret, claims: $$"""{"sub":"a","iss":"b","aud":"c","{{claim}}":"x\u0001"}""");

        (await Should.ThrowAsync<AmazonSecurityTokenServiceException>(sts.AssumeRoleWithWebIdentityAsync(WithToken(token)))).ErrorCode
            .ShouldBe("InvalidIdentityToken");
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task An_action_with_such_a_character_is_refused(string method)
    {
        using var http = _cloud.Signer.Client(_cloud.Server.Endpoints.Api, "sts");
        using var request = new HttpRequestMessage(new HttpMethod(method), "/?Action=%01");

        using var answer = await http.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("<Code>MalformedInput</Code>");
    }

    [Theory]
    [InlineData(false, false, 64 * 1024, HttpStatusCode.Forbidden)]
    [InlineData(false, false, 64 * 1024 + 1, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(false, true, 64 * 1024 + 1, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(true, false, 64 * 1024 + 1, HttpStatusCode.OK)]
    [InlineData(true, false, 1024 * 1024 + 1, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_form_is_bounded_as_a_whole_and_one_that_nobody_has_signed_narrowly(bool isSigned, bool isChunked, int bytes, HttpStatusCode status)
    {
        const string action = "Action=GetCallerIdentity";
        var members = new StringBuilder(action);
        while (members.Length < bytes)
        {
            // Each far below the bound of one member.
            var length = Math.Min(1000, bytes - members.Length - 1);
            members.Append('&').Append('a', length);
        }

        using var http = isSigned
            ? _cloud.Signer.Client(_cloud.Server.Endpoints.Api, "sts")
            : new HttpClient { BaseAddress = _cloud.Server.Endpoints.Api };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/")
        {
            Content = new StringContent(members.ToString(), Encoding.ASCII, "application/x-www-form-urlencoded"),
        };
        request.Headers.TransferEncodingChunked = isChunked;

        using var answer = await http.SendAsync(request);

        answer.StatusCode.ShouldBe(status, await answer.Content.ReadAsStringAsync());
    }

    private static AssumeRoleWithWebIdentityRequest WithToken(string token)
        => new() { RoleArn = Role, RoleSessionName = "ci", WebIdentityToken = token };

    private static string Token(string header, string secret, int minutesLeft = 5, string? claims = null)
    {
        var expiry = DateTimeOffset.UtcNow.AddMinutes(minutesLeft == 0 ? 5 : minutesLeft * 30).ToUnixTimeSeconds();
        claims ??= $$"""{"sub":"repo:shop/shop","iss":"https://ci.example","aud":"sts.amazonaws.com","exp":{{expiry}}}""";
        var signed = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}";
        return $"{signed}.{Base64Url.EncodeToString(SignatureV4.Hmac(Encoding.UTF8.GetBytes(secret), signed))}";
    }

    /// <summary>The error code of the answer, and OK without one.</summary>
    private async Task<string> ListBucketsAsync(string id, string secret, string? token)
    {
        using var http = new SignatureV4(id, secret) { SessionToken = token, Clock = _cloud.Clock }.Client(_cloud.Server.Endpoints.Api, "s3");
        using var answer = await http.GetAsync("/");
        return answer.IsSuccessStatusCode ? "OK" : XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!.Element("Code")!.Value;
    }

    private AmazonSecurityTokenServiceClient Client(AWSCredentials credentials)
        => new(
            credentials,
            new AmazonSecurityTokenServiceConfig
            {
                ServiceURL = _cloud.Server.Endpoints.Api.ToString(),
                AuthenticationRegion = "us-east-1",
                MaxErrorRetry = 0,
            });
}
