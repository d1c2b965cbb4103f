using Fairlead.Containers.Registry;

namespace Fairlead.Tests.Containers.Registry;

/// <summary>RFC 9110, section 11.6.1, with its own examples.</summary>
public sealed class ChallengeTests
{
    [Theory]
    [InlineData("Basic", "Basic")]
    [InlineData("Basic realm=\"simple\"", "Basic realm=simple")]
    [InlineData("Bearer realm=\"https://a/token\",service=\"r\",scope=\"repository:shop:pull,push\"",
        "Bearer realm=https://a/token;service=r;scope=repository:shop:pull,push")]
    [InlineData("Basic realm=\"simple\", Newauth realm=\"apps\", type=1, title=\"Login to \\\"apps\\\"\"",
        "Basic realm=simple|Newauth realm=apps;type=1;title=Login to \"apps\"")]
    [InlineData("Negotiate, Basic realm=x", "Negotiate|Basic realm=x")]
    [InlineData("Negotiate YII+a/b==, Bearer realm = \"x\"", "Negotiate|Bearer realm=x")]
    [InlineData(", ,Basic  realm=x ,, charset=\"UTF-8\",", "Basic realm=x;charset=UTF-8")]
    [InlineData("Bearer realm=\"\"", "Bearer realm=")]
    [InlineData("Bearer realm=", "Bearer")]
    [InlineData("", "")]
    public void Challenges_are_read(string header, string expected)
        => string.Join('|', Challenge.Parse(header).Select(x => $"{x.Scheme} {string.Join(';', x.Parameters.Select(y => $"{y.Key}={y.Value}"))}".TrimEnd()))
            .ShouldBe(expected);

    [Fact]
    public void Schemes_and_names_are_the_same_in_any_case()
    {
        var challenge = Challenge.Parse("bEARER REALM=x").ShouldHaveSingleItem();

        challenge.Is("Bearer").ShouldBeTrue();
        challenge.Parameters["realm"].ShouldBe("x");
    }

    [Theory]
    [InlineData("Bearer realm=\"https://a/token", "has a quotation mark that nothing closes")]
    [InlineData("Bearer realm=\"a\\\"", "has a quotation mark that nothing closes")]
    [InlineData("Bearer realm=\"a\\", "has a quotation mark that nothing closes")]
    [InlineData("Bearer realm=\"a\",scope=\"x\",Scope=\"y\"", "names Scope twice")]
    [InlineData("Bearer realm=\"a\" scope=\"x\"", "has 's' where a comma belongs")]
    [InlineData("Bearer realm=a,scope=", "ends where a word belongs")]
    [InlineData("Bearer realm=a,scope=,x=y", "has ',' where a word belongs")]
    [InlineData("Bearer realm=,x=y", "has '=' where a word belongs")]
    [InlineData("\"Bearer\" realm=x", "has '\"' where a word belongs")]
    [InlineData("Bearer r=x, [", "has '[' where a word belongs")]
    public void What_is_not_well_formed_is_told(string header, string expected)
        => Should.Throw<FormatException>(() => Challenge.Parse(header)).Message.ShouldBe(expected);
}
