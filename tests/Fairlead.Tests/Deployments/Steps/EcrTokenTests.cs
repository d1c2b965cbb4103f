using System.Text;
using Fairlead.Deployments.Steps;
using Fairlead.Secrets;

namespace Fairlead.Tests.Deployments.Steps;

public sealed class EcrTokenTests
{
    [Fact]
    public void The_run_hides_token_and_password_from_there_on()
    {
        var mask = new SecretMask();
        mask.Activate();
        var token = Convert.ToBase64String("AWS:eyJwYXls+b2Fk/IjoiMQ=="u8);

        var credentials = EcrToken.Read(token);

        (credentials.Username, credentials.Password).ShouldBe(("AWS", "eyJwYXls+b2Fk/IjoiMQ=="));
        mask.Apply($"docker login -p eyJwYXls+b2Fk/IjoiMQ== or {token}").ShouldBe("docker login -p [REDACTED] or [REDACTED]");
    }

    [Theory]
    [InlineData(null, "ECR gave no authorization token.")]
    [InlineData("", "ECR gave no authorization token.")]
    [InlineData("not base64!", "is not base64 of a user name and a password")]
    [InlineData("AWS", "is not base64 of a user name and a password")]
    [InlineData("AWS:", "is not base64 of a user name and a password")]
    [InlineData(":password", "is not base64 of a user name and a password")]
    public void What_is_no_token_ends_in_a_sentence(string? text, string why)
    {
        var token = text is null or "" or "not base64!" ? text : Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

        Should.Throw<FairleadException>(() => EcrToken.Read(token)).Why.ShouldContain(why);
    }
}
