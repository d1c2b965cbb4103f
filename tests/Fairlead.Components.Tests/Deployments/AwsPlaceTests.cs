using Fairlead.Components.Deployments;

namespace Fairlead.Components.Tests.Deployments;

public sealed class AwsPlaceTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5000", true)]
    [InlineData("https://localhost.localstack.cloud:4566", true)]
    [InlineData("https://amazonaws.com.example.org", true)]
    [InlineData("https://vpce-1-abc.ecs.us-east-1.vpce.amazonaws.com", false)]
    [InlineData("https://sts.eu-central-1.amazonaws.com", false)]
    [InlineData("https://ecs.cn-north-1.amazonaws.com.cn", false)]
    [InlineData(null, false)]
    public void What_answers_in_the_place_of_AWS_is_an_emulator_and_an_endpoint_of_AWS_is_not(string? endpoint, bool expected)
        => AwsPlace.IsEmulator(endpoint).ShouldBe(expected);

    [Fact]
    public void A_place_on_AWS_names_account_region_and_stack()
        => AwsPlace.Describe("123456789012", "eu-central-1", "shop", null).ShouldBe("AWS account 123456789012, eu-central-1, stack shop");

    [Fact]
    public void A_place_on_an_emulator_says_that_it_is_not_AWS()
        => AwsPlace
            .Describe("123456789012", "us-east-1", "shop", "http://127.0.0.1:5000")
            .ShouldBe("an emulator at http://127.0.0.1:5000, not AWS: account 123456789012, us-east-1, stack shop");
}
