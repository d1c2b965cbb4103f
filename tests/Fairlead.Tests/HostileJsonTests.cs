using Fairlead.Infrastructure;
using Fairlead.Infrastructure.Plans.Reading;
using Fairlead.Infrastructure.Terraform.Configuration;

namespace Fairlead.Tests;

/// <summary>What a peer or a user may write into a JSON file ends in the error of the one who reads it.</summary>
public sealed class HostileJsonTests
{
    public static TheoryData<string> NotJson => new()
    {
        { """{"a":"\ud800"}""" },
        { """{"a":"\uDC00\uD800"}""" },
        { """{"\ud800":1}""" },
        { """[[{"a":["x\udfffx"]}]]""" },
        { new string('[', 100_000) },
        { string.Concat(Enumerable.Repeat("{\"a\":", 100_000)) },
    };

    [Theory]
    [MemberData(nameof(NotJson))]
    public void Half_a_pair_and_deep_nesting_are_no_JSON(string text)
    {
        Should.Throw<FairleadException>(() => TerraformPlan.Parse(text));
        Should.Throw<FairleadException>(() => StackOutputsReader.Read(text, "shop")).What.ShouldContain("shop");
    }

    [Fact]
    public async Task A_configuration_of_Terraform_that_nests_too_deep_is_named_with_its_line()
    {
        using var directory = new TemporaryDirectory("fairlead-hcl-");
        await File.WriteAllTextAsync(Path.Combine(directory, "main.tf"), $"terraform {{\n{string.Concat(Enumerable.Repeat("a {\n", 100_000))}");

        var error = await Should.ThrowAsync<FairleadException>(() => RootModule.ReadAsync(directory, null, default));

        error.Why.ShouldBe($"{Path.Combine(directory, "main.tf")}:101 nests more than 100 deep.");
    }
}
