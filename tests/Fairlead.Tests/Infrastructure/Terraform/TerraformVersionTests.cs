using Fairlead.Infrastructure.Terraform;

namespace Fairlead.Tests.Infrastructure.Terraform;

public sealed class TerraformVersionTests
{
    [Theory]
    [InlineData("1.11.4", "1.11.4")]
    [InlineData("v1.11.4", "1.11.4")]
    [InlineData(" 1.11 ", "1.11.0")]
    [InlineData("1.12.0-rc1", "1.12.0-rc1")]
    [InlineData("1.12.0-beta.2+build", "1.12.0-beta.2")]
    public void A_version_is_read(string text, string expected) => TerraformVersion.Parse(text).ToString().ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("latest")]
    [InlineData("1.x")]
    [InlineData("1.2.3.4")]
    [InlineData("-1.2.3")]
    public void What_is_no_version_does_not_parse(string text) => TerraformVersion.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Versions_are_ordered_as_semver_says()
    {
        string[] ordered = ["1.9.9", "1.10.0-alpha1", "1.10.0-beta.2", "1.10.0-beta.11", "1.10.0-rc1", "1.10.0", "1.10.1", "2.0.0"];

        ordered.Reverse().Select(TerraformVersion.Parse).Order().Select(x => x.ToString()).ShouldBe(ordered);
    }

    [Theory]
    [InlineData(">= 1.11", "1.11.0", true)]
    [InlineData(">= 1.11", "1.10.9", false)]
    [InlineData(">= 1.11, < 2.0", "2.0.0", false)]
    [InlineData(">=1.11,<2", "1.99.0", true)]
    [InlineData("~> 1.11", "1.12.0", true)]
    [InlineData("~> 1.11", "2.0.0", false)]
    [InlineData("~> 1.11.2", "1.11.9", true)]
    [InlineData("~> 1.11.2", "1.12.0", false)]
    [InlineData("~> 1.11.2", "1.11.1", false)]
    [InlineData("~> 1", "2.0.0", true)]
    [InlineData("1.11.4", "1.11.4", true)]
    [InlineData("= 1.11.4", "1.11.5", false)]
    [InlineData("!= 1.11.4", "1.11.4", false)]
    [InlineData("> 1.11.4", "1.11.4", false)]
    [InlineData("<= 1.11.4", "1.11.4", true)]
    [InlineData(">= 1.11", "1.12.0-rc1", false)]
    [InlineData(">= 1.12.0-beta1", "1.12.0-rc1", true)]
    public void A_constraint_holds_or_not(string constraint, string version, bool holds)
        => VersionConstraint.Parse(constraint).Contains(TerraformVersion.Parse(version)).ShouldBe(holds);

    [Theory]
    [InlineData("")]
    [InlineData(">= ")]
    [InlineData("=> 1.11")]
    [InlineData(">= 1.11,")]
    [InlineData("newest")]
    public void What_is_no_constraint_is_said(string text) => Should.Throw<FormatException>(() => VersionConstraint.Parse(text));
}
