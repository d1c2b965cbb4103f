namespace Fairlead.Secrets.Tests;

public sealed class UrlTextTests
{
    [Theory]
    [InlineData("https://user:p%40ss@registry.test:5000/v2/", "https://registry.test:5000/v2/")]
    [InlineData("https://token@git.test/shop", "https://git.test/shop")]
    [InlineData("https://git.test/shop?x=1#y", "https://git.test/shop?x=1#y")]
    [InlineData("shop/index.html", "shop/index.html")]
    public void The_user_and_the_password_are_left_out(string url, string shown)
        => UrlText.Of(new Uri(url, UriKind.RelativeOrAbsolute)).ShouldBe(shown);
}
