using System.Text.Json;
using Fairlead.Infrastructure.Terraform;

namespace Fairlead.Tests.Infrastructure.Terraform;

public sealed class TransportPolicyTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("""{"Version":"2012-10-17","Statement":[]}""")]
    public void A_bucket_without_statements_gets_the_one(string? policy)
    {
        var added = TransportPolicy.Add(policy, "state", "aws").ShouldNotBeNull();

        using var document = JsonDocument.Parse(added);
        var statement = document.RootElement.GetProperty("Statement").EnumerateArray().ShouldHaveSingleItem();
        statement.GetProperty("Effect").GetString().ShouldBe("Deny");
        statement.GetProperty("Resource").EnumerateArray().Select(x => x.GetString()).ShouldBe(["arn:aws:s3:::state", "arn:aws:s3:::state/*"]);
        TransportPolicy.Add(added, "state", "aws").ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"Statement":[{"Sid":"Own","Effect":"Allow"}]}""")]
    [InlineData("""{"Statement":{"Sid":"Own","Effect":"Allow"}}""")]
    [InlineData("""{"Statement":[{"Sid":"Own","Effect":"Allow"},{"Sid":"DenyInsecureTransport","Effect":"Allow"}]}""")]
    [InlineData("""{"Statement":[{"Sid":"DenyInsecureTransport"},{"Sid":"Own","Effect":"Allow"},{"Sid":"DenyInsecureTransport","Effect":"Allow"}]}""")]
    public void Statements_of_somebody_else_stay_and_a_weakened_one_is_replaced(string policy)
    {
        using var document = JsonDocument.Parse(TransportPolicy.Add(policy, "state", "aws-cn").ShouldNotBeNull());

        var statements = document.RootElement.GetProperty("Statement").EnumerateArray().ToList();
        statements
            .Select(x => $"{x.GetProperty("Sid").GetString()} {x.GetProperty("Effect").GetString()}")
            .ShouldBe(["Own Allow", "DenyInsecureTransport Deny"]);
        statements[1].GetProperty("Resource")[0].GetString().ShouldBe("arn:aws-cn:s3:::state");
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("[]")]
    public void What_is_no_policy_is_not_replaced(string policy) => Should.Throw<JsonException>(() => TransportPolicy.Add(policy, "state", "aws"));
}
