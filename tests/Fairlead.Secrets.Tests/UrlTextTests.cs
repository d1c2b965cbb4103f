namespace Fairlead.Secrets.Tests;

public sealed class UrlTextTests
{
    [Theory]
    [InlineData("https://user:p%40ss@registry.test:5000/v2/", "https://registry.test:5000/v2/")]
    [InlineData("https://token@git.test/shop", "https://git.test/shop")]
    [InlineData("https://git.test/shop?x=1#y", "https://git.test/shop?x=1#y")]
    [InlineData("https://b.s3.test/a?X-Amz-Date=1&X-Amz-Signature=0f1e", "https://b.s3.test/a?X-Amz-Date=1&X-Amz-Signature=[REDACTED]")]
    [InlineData("shop/index.html", "shop/index.html")]
    public void The_user_the_password_and_signatures_are_left_out(string url, string shown)
        => UrlText.Of(new Uri(url, UriKind.RelativeOrAbsolute)).ShouldBe(shown);

    [Theory]
    [InlineData("https://user:p%40ss@registry.test:5000/v2/", "https://registry.test:5000/v2/")]
    [InlineData("http://127.0.0.1:3000", "http://127.0.0.1:3000")]
    [InlineData("git@github.com:shop/web.git", "git@github.com:shop/web.git")]
    [InlineData("postgres://app:p/w@db/shop", "postgres://[REDACTED]@db/shop")]
    [InlineData("not a URL", "not a URL")]
    public void So_are_those_of_a_text_that_somebody_has_set(string text, string shown) => UrlText.Of(text).ShouldBe(shown);
}
