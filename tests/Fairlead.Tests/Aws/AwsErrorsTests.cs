using System.Net;
using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.Runtime;
using Fairlead.Aws;
using Task = System.Threading.Tasks.Task;

namespace Fairlead.Tests.Aws;

public sealed class AwsErrorsTests
{
    [Fact]
    public void A_missing_permission_is_named_with_its_action_and_resource()
    {
        var error = Explain("AccessDeniedException", "User: arn:aws:iam::1:user/ci is not authorized to perform: ecs:UpdateService on resource: "
            + "arn:aws:ecs:eu-central-1:1:service/c/shop.v2 because no identity-based policy allows the ecs:UpdateService action");

        error.What.ShouldBe("Could not update the service.");
        error.Why.ShouldBe("arn:aws:iam::1:user/ci may not do ecs:UpdateService on arn:aws:ecs:eu-central-1:1:service/c/shop.v2.");
        error.Next.ShouldStartWith("Allow the action ecs:UpdateService on arn:aws:ecs:eu-central-1:1:service/c/shop.v2");
    }

    [Theory]
    [InlineData("AccessDenied", "Access Denied", "Access is denied: Access Denied.")]
    [InlineData("ExpiredTokenException", "x", "The AWS session has expired.")]
    [InlineData("ThrottlingException", "Rate exceeded", "AWS limits how many requests this account may make, and refused every retry.")]
    [InlineData("UnrecognizedClientException", "x", "AWS does not know these credentials, or the signature does not match.")]
    [InlineData("InvalidParameterException", "Bad\n  thing", "AWS answered InvalidParameterException: Bad thing.")]
    public void A_code_is_told_in_a_sentence(string code, string message, string why) => Explain(code, message).Why.ShouldBe(why);

    [Fact]
    public void An_explanation_is_not_explained_again()
    {
        var known = new FairleadException("a.", "b.", "c.");

        AwsErrors.Explain(new InvalidOperationException("x", known), "do it").ShouldBeSameAs(known);
    }

    [Fact]
    public async Task An_endpoint_that_nobody_listens_on_is_unreachable()
    {
        var port = FreePort.Next();
        using var client = new AmazonECSClient(
            new BasicAWSCredentials("a", "b"),
                new AmazonECSConfig { ServiceURL = $"http://127.0.0.1:{port}", AuthenticationRegion = "eu-central-1", MaxErrorRetry = 0 });

        var error = await Should.ThrowAsync<Exception>(() => client.ListTasksAsync(new ListTasksRequest()));

        AwsErrors.Explain(error, "list the tasks").Why.ShouldStartWith("The endpoint could not be reached:");
    }

    private static FairleadException Explain(string code, string message)
        => AwsErrors.Explain(new AmazonECSException(message, null, ErrorType.Sender, code, "r", HttpStatusCode.BadRequest), "update the service");
}
