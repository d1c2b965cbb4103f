namespace Fairlead.Components.Tests.Architecture;

/// <summary>A URL may carry a password. Whoever shows one goes through UrlText.</summary>
public sealed class ShownUrlsTests
{
    /// <summary>Those that ask a URL, or link to it, need the whole of it. Everybody else shows it.</summary>
    private static readonly HashSet<string> Asking =
    [
        "AwsClients: get_AbsoluteUri",
        "RegistryClient: get_AbsoluteUri",
        "ServedPage: get_AbsoluteUri",
        "SmokeRunner: get_AbsoluteUri",
        "TerraformDownload: get_AbsoluteUri",
    ];

    [Theory]
    [InlineData("Fairlead")]
    [InlineData("Fairlead.Components")]
    [InlineData("Nuke.Common")]
    [InlineData("Nuke.Components")]
    [InlineData("_build")]
    public void No_message_shows_a_URL_with_what_it_may_carry(string assembly)
        => ShownUrls.In(assembly).Where(x => !Asking.Contains(x)).ShouldBeEmpty("show it with UrlText.Of(url)");

    [Fact]
    public void One_that_does_is_found()
    {
        var url = new Uri("https://user:password@host/");

        $"{url}{url.AbsoluteUri}".ShouldContain("password");
        ShownUrls.In("Fairlead.Components.Tests").ShouldContain($"{nameof(ShownUrlsTests)}: an interpolation");
        ShownUrls.In("Fairlead.Components.Tests").ShouldContain($"{nameof(ShownUrlsTests)}: get_AbsoluteUri");
    }

    [Fact]
    public void No_exception_from_the_rule_is_without_need()
        => Asking.Except(new[] { "Fairlead", "Fairlead.Components", "Nuke.Common", "Nuke.Components", "_build" }.SelectMany(ShownUrls.In)).ShouldBeEmpty();
}
