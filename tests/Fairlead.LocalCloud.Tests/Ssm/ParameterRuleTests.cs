using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.Ssm;

namespace Fairlead.LocalCloud.Tests.Ssm;

/// <summary>What PutParameter refuses, a row for each sentence of the API reference.</summary>
public sealed class ParameterRuleTests
{
    private const string Value = "hunter2";

    [Theory]
    [InlineData("""{ "Name": "awsThing" }""", "ValidationException")]
    [InlineData("""{ "Name": "SSM-thing" }""", "ValidationException")]
    [InlineData("""{ "Name": "/aws" }""", "ValidationException")]
    [InlineData("""{ "Name": "/aws/thing" }""", "AccessDeniedException")]
    [InlineData("""{ "Name": "/ssm/thing" }""", "ValidationException")]
    [InlineData("""{ "Name": "a/b" }""", "ValidationException")]
    [InlineData("""{ "Name": "/a/" }""", "ValidationException")]
    [InlineData("""{ "Name": "/a//b" }""", "ValidationException")]
    [InlineData("""{ "Name": "/" }""", "ValidationException")]
    [InlineData("""{ "Name": "a b" }""", "ValidationException")]
    [InlineData("""{ "Name": "a:1" }""", "ValidationException")]
    [InlineData("""{ "Name": "ä" }""", "ValidationException")]
    [InlineData("""{ "Name": "" }""", "ValidationException")]
    [InlineData("""{ "Name": "/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16" }""", "HierarchyLevelLimitExceededException")]
    [InlineData("""{ "Value": "" }""", "ValidationException")]
    [InlineData("""{ "Value": null }""", "ValidationException")]
    [InlineData("""{ "Value": 7 }""", "SerializationException")]
    [InlineData("""{ "Type": null }""", "ValidationException")]
    [InlineData("""{ "Type": "Text" }""", "ValidationException")]
    [InlineData("""{ "Tier": "Huge" }""", "ValidationException")]
    [InlineData("""{ "DataType": "Text" }""", "ValidationException")]
    [InlineData("""{ "AllowedPattern": "^x$" }""", "ParameterPatternMismatchException")]
    [InlineData("""{ "AllowedPattern": "(" }""", "InvalidAllowedPatternException")]
    [InlineData("""{ "Overwrite": true, "Tags": [{ "Key": "a", "Value": "b" }] }""", "ValidationException")]
    [InlineData("""{ "Tags": [{ "Key": "aws:a", "Value": "b" }] }""", "ValidationException")]
    [InlineData("""{ "Tags": [{ "Key": "", "Value": "b" }] }""", "ValidationException")]
    [InlineData("""{ "Policies": "[{\"Type\":\"Expiration\"}]" }""", "InvalidPolicyTypeException")]
    public void What_the_reference_forbids_is_refused_by_its_name_and_without_the_value(string change, string code)
    {
        var error = Should.Throw<AwsServiceException>(() => Next(change));

        error.Code.ShouldBe(code);
        error.Message.ShouldNotContain(Value);
    }

    [Theory]
    [InlineData("""{ "Name": "/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15" }""")]
    [InlineData("""{ "Name": "a.b-c_D9" }""")]
    [InlineData("""{ "Name": "/shop/aws/key" }""")]
    [InlineData("""{ "AllowedPattern": "[0-9]$" }""")]
    [InlineData("""{ "Type": "SecureString", "KeyId": "alias/mine" }""")]
    [InlineData("""{ "DataType": "aws:ec2:image" }""")]
    public void What_it_allows_is_taken(string change) => Next(change).Version.ShouldBe(1);

    [Theory]
    [InlineData(4096, null, null, "Standard")]
    [InlineData(4097, null, null, null)]
    [InlineData(4097, "Standard", null, null)]
    [InlineData(4097, "Advanced", null, "Advanced")]
    [InlineData(8192, "Advanced", null, "Advanced")]
    [InlineData(8193, "Advanced", null, null)]
    [InlineData(4096, "Intelligent-Tiering", null, "Standard")]
    [InlineData(4097, "Intelligent-Tiering", null, "Advanced")]
    [InlineData(8193, "Intelligent-Tiering", null, null)]
    [InlineData(1, null, "Advanced", "Advanced")]
    [InlineData(1, "Intelligent-Tiering", "Advanced", "Advanced")]
    [InlineData(1, "Standard", "Advanced", null)]
    [InlineData(1, "Advanced", "Standard", "Advanced")]
    public void The_tier_decides_how_long_a_value_may_be_and_never_goes_down(int bytes, string? tier, string? before, string? becomes)
    {
        // Two bytes of UTF-8 each, and one where it does not come out even.
        var value = new string('é', bytes / 2) + new string('x', bytes % 2);
        var request = new JsonObject { ["Value"] = value, ["Tier"] = tier };
        var former = before is null ? null : Next($$"""{ "Tier": "{{before}}" }""");

        if (becomes is null)
        {
            Should.Throw<AwsServiceException>(() => Next(request.ToJsonString(), former)).Code.ShouldBe("ValidationException");
        }
        else
        {
            Next(request.ToJsonString(), former).Tier.ShouldBe(becomes);
        }
    }

    [Theory]
    [InlineData("String", "alias/mine", null)]
    [InlineData("SecureString", "alias/mine", "alias/mine")]
    [InlineData("SecureString", null, "alias/aws/ssm")]
    public void Only_a_SecureString_keeps_its_key(string type, string? key, string? kept)
        => Next(new JsonObject { ["Type"] = type, ["KeyId"] = key }.ToJsonString()).KeyId.ShouldBe(kept);

    [Fact]
    public void A_value_does_not_print()
    {
        var request = ParameterRequest.Read(Request("{}"));

        $"{request} {request.Next(null, DateTimeOffset.UnixEpoch)}".ShouldNotContain(Value);
    }

    private static ParameterVersion Next(string change, ParameterVersion? before = null)
        => ParameterRequest.Read(Request(change)).Next(before, DateTimeOffset.UnixEpoch);

    private static JsonObject Request(string change)
    {
        var request = new JsonObject { ["Name"] = "/shop/db", ["Value"] = Value, ["Type"] = "String" };
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
        {
            request[name] = value?.DeepClone();
        }

        return request;
    }
}
