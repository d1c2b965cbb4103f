using Fairlead.Site.Invalidation;

namespace Fairlead.Tests.Site;

public sealed class InvalidationPlanTests
{
    [Fact]
    public void Nothing_that_was_written_over_is_nothing_to_forget() => InvalidationPlan.Of([]).IsEmpty.ShouldBeTrue();

    [Theory]
    [InlineData("index.html", "/", "/index.html")]
    [InlineData("docs/index.html", "/docs", "/docs/", "/docs/index.html")]
    [InlineData("docs/v1/index.html", "/docs/v1", "/docs/v1/", "/docs/v1/index.html")]
    [InlineData("notindex.html", "/notindex.html")]
    [InlineData("about.html", "/about.html")]
    public void An_index_page_is_forgotten_by_every_name_that_it_has(string key, params string[] paths)
        => InvalidationPlan.Of([key]).Paths.ShouldBe(paths);

    [Theory]
    [InlineData("a-b_c.1/d.js", "/a-b_c.1/d.js")]
    [InlineData("a b/ü.html", "/a%20b/%C3%BC.html")]
    [InlineData("100%.html", "/100%25.html")]
    [InlineData("what?.html", "/what%3F.html")]
    [InlineData("a#b{c}\"<d>`\\.html", "/a%23b%7Bc%7D%22%3Cd%3E%60%5C.html")]
    [InlineData("%20.html", "/%2520.html")]
    public void What_every_client_must_encode_is_encoded_and_nothing_else(string key, string path)
        => InvalidationPlan.Of([key]).Paths.ShouldBe([path]);

    [Theory]
    [InlineData("img/logo@2x.png", "/img/logo*")]
    [InlineData("c++/page.html", "/c*")]
    [InlineData("blog/[slug]-BkF3x_9Z.js", "/blog/*")]
    [InlineData("~user.html", "/*")]
    [InlineData("ä/(shop)/index.html", "/%C3%A4/*")]
    public void What_clients_write_in_several_ways_is_forgotten_by_what_it_begins_with(string key, string path)
        => InvalidationPlan.Of([key]).Paths.ShouldBe([path]);

    [Fact]
    public void Many_objects_are_one_wildcard_and_a_key_counts_once()
    {
        var pages = Enumerable.Range(0, InvalidationPlan.MaxObjects).Select(x => $"{x}/index.html").ToArray();

        InvalidationPlan.Of(pages.Concat(pages)).Paths.Count.ShouldBe(3 * InvalidationPlan.MaxObjects);
        InvalidationPlan.Of(pages.Append("one.html")).Paths.ShouldBe(["/*"]);
    }

    [Fact]
    public void No_plan_is_more_than_cloudfront_takes_at_once()
    {
        var odd = InvalidationPlan.Of(Enumerable.Range(0, InvalidationPlan.MaxObjects).Select(x => $"{x}@.html"));

        odd.Paths.Count(x => x.EndsWith('*')).ShouldBe(15);
    }
}
