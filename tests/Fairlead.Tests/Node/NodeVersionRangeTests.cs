using Fairlead.Node;

namespace Fairlead.Tests.Node;

public sealed class NodeVersionRangeTests
{
    [Theory]
    [InlineData("*", "0.10.0", true)]
    [InlineData(">=20.19", "20.19.0", true)]
    [InlineData(">=20.19", "20.18.3", false)]
    [InlineData(">= 20.19", "22.0.0", true)]
    [InlineData("^20.19.0 || >=22.12.0", "20.20.2", true)]
    [InlineData("^20.19.0 || >=22.12.0", "21.7.0", false)]
    [InlineData("^20.19.0 || >=22.12.0", "22.11.9", false)]
    [InlineData("^20.19.0 || >=22.12.0", "24.0.0", true)]
    [InlineData("^0.2.3", "0.2.9", true)]
    [InlineData("^0.2.3", "0.3.0", false)]
    [InlineData("^0.0.3", "0.0.4", false)]
    [InlineData("~18.2", "18.2.7", true)]
    [InlineData("~18.2", "18.3.0", false)]
    [InlineData("18.x", "18.20.1", true)]
    [InlineData("18", "19.0.0", false)]
    [InlineData(">18", "18.9.0", false)]
    [InlineData(">18", "19.0.0", true)]
    [InlineData("<=18.2", "18.2.9", true)]
    [InlineData("<18.2.0", "18.2.0", false)]
    [InlineData(">=16 <19", "18.0.0", true)]
    [InlineData(">=16 <19", "19.0.0", false)]
    [InlineData("14.1 - 16", "16.20.0", true)]
    [InlineData("14.1 - 16", "17.0.0", false)]
    [InlineData("v20.1.0", "20.1.0", true)]
    public void A_range_contains_what_npm_says_it_contains(string range, string version, bool contained)
    {
        NodeVersion.TryParse(version, out var parsed).ShouldBeTrue();
        NodeVersionRange.Parse(range).Contains(parsed).ShouldBe(contained);
    }

    [Theory]
    [InlineData("lts")]
    [InlineData("1.2.3.4")]
    [InlineData("<>1")]
    public void What_is_not_a_range_is_refused(string range)
        => Should.Throw<FormatException>(() => NodeVersionRange.Parse(range)).Message.ShouldContain("is not a version");
}
