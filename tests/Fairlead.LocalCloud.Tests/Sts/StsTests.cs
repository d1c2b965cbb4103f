using System.Net;
using System.Text;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Fairlead.LocalCloud.Tests.S3;

namespace Fairlead.LocalCloud.Tests.Sts;

public sealed class StsTests(S3TestCloud cloud) : IClassFixture<S3TestCloud>
{
    private const string Role = "arn:aws:iam::000000000000:role/deploy/release";

    [Fact]
    public async Task The_caller_is_the_local_account()
    {
        using var sts = Client(cloud.Credentials);

        var identity = await sts.GetCallerIdentityAsync(new GetCallerIdentityRequest());

        identity.Account.ShouldBe("000000000000");
        identity.Arn.ShouldBe("arn:aws:iam::000000000000:user/local-cloud");
    }

    [Fact]
    public async Task The_holder_of_an_assumed_role_is_that_role()
    {
        using var sts = Client(cloud.Credentials);
        var assumed = await sts.AssumeRoleAsync(new AssumeRoleRequest { RoleArn = Role, RoleSessionName = "ci", DurationSeconds = 900 });
        assumed.Credentials.SessionToken.ShouldStartWith("made-up-by-the-local-cloud");

        using var asRole = Client(assumed.Credentials);

        (await asRole.GetCallerIdentityAsync(new GetCallerIdentityRequest())).Arn.ShouldBe("arn:aws:sts::000000000000:assumed-role/release/ci");
    }

    [Fact]
    public async Task A_web_identity_needs_no_signature()
    {
        using var sts = Client(new AnonymousAWSCredentials());
        var claims = Convert
            .ToBase64String(Encoding.UTF8.GetBytes("""{"sub":"repo:shop/shop","iss":"https://ci.example","aud":"sts.amazonaws.com"}"""))
            .TrimEnd('=');

        var assumed = await sts.AssumeRoleWithWebIdentityAsync(new AssumeRoleWithWebIdentityRequest
        {
            RoleArn = Role,
            RoleSessionName = "ci",
            WebIdentityToken = $"e30.{claims}.sig"
        });

        assumed.SubjectFromWebIdentityToken.ShouldBe("repo:shop/shop");
        assumed.AssumedRoleUser.Arn.ShouldEndWith("/release/ci");
    }

    [Fact]
    public async Task Every_other_call_needs_one()
    {
        using var answer = await cloud.Http.PostAsync("/", new FormUrlEncodedContent([KeyValuePair.Create("Action", "GetCallerIdentity")]));

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("<Code>MissingAuthenticationToken</Code>");
    }

    [Theory]
    [InlineData("nonsense", "ci")]
    [InlineData(Role, "not a name")]
    public async Task A_bad_request_is_refused(string role, string session)
    {
        using var sts = Client(cloud.Credentials);

        (await Should.ThrowAsync<AmazonSecurityTokenServiceException>(sts.AssumeRoleAsync(new AssumeRoleRequest { RoleArn = role, RoleSessionName = session })))
            .ErrorCode.ShouldBe("ValidationError");
    }

    private AmazonSecurityTokenServiceClient Client(AWSCredentials credentials)
        => new(
            credentials,
            new AmazonSecurityTokenServiceConfig { ServiceURL = cloud.Server.Endpoints.Api.ToString(), AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });
}
