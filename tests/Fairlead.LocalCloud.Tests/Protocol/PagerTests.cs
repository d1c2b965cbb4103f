using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Tests.Protocol;

public sealed class PagerTests
{
    [Fact]
    public void Pages_in_a_row_hold_everything_once_and_in_order()
    {
        var all = Enumerable.Range(0, 25).Select(x => $"item-{x:D2}").Reverse().ToArray();

        Read(all, descending: false).ShouldBe(all.Order());
        Read(all, descending: true).ShouldBe(all);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_next_page_begins_behind_an_item_that_was_deleted_meanwhile(bool descending)
    {
        string[] all = ["a", "b", "c", "d", "e"];
        var first = Pager.Of("list", null, 2).Cut(all, x => x, descending);

        var second = Pager.Of("list", first.NextToken, 2).Cut(all.Except(first.Items), x => x, descending);

        second.Items.ShouldBe(descending ? ["c", "b"] : ["c", "d"]);
    }

    [Fact]
    public void An_item_that_is_new_and_belongs_behind_the_position_is_shown()
    {
        string[] all = ["a", "b", "d"];
        var first = Pager.Of("list", null, 2).Cut(all, x => x);

        Pager.Of("list", first.NextToken, 2).Cut([.. all, "c", "aa"], x => x).Items.ShouldBe(["c", "d"]);
    }

    [Fact]
    public void A_last_page_that_is_full_has_no_token()
        => Pager.Of("list", null, 2).Cut(["a", "b"], x => x).NextToken.ShouldBeNull();

    [Fact]
    public void A_token_of_another_list_is_refused()
        => Should.Throw<AwsServiceException>(() => Pager.Of("ListTasks shop", PageToken.Of("ListTasks other", "a"), 1))
            .Code.ShouldBe("InvalidParameterException");

    [Fact]
    public void A_token_of_which_any_character_is_another_is_refused()
    {
        var token = PageToken.Of("list", "a position");
        for (var i = 0; i < token.Length; i++)
        {
            var damaged = $"{token[..i]}{(token[i] == 'A' ? 'B' : 'A')}{token[(i + 1)..]}";

            // The last character holds bits that say nothing.
            (PageToken.Position("list", damaged) is null || i == token.Length - 1).ShouldBeTrue(damaged);
        }
    }

    [Theory]
    [InlineData("a")]
    [InlineData("list")]
    [InlineData("not a token")]
    [InlineData("2")]
    [InlineData("////")]
    public void What_is_no_token_at_all_is_refused(string token)
        => Should.Throw<AwsServiceException>(() => Pager.Of(new JsonObject { ["nextToken"] = token }, "list", 10)).Code.ShouldBe("InvalidParameterException");

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(101)]
    public void A_limit_out_of_its_range_is_refused(int limit)
        => Should.Throw<AwsServiceException>(() => Pager.Of(new JsonObject { ["maxResults"] = limit }, "list", 100)).Message.ShouldContain("between 1 and 100");

    [Fact]
    public void Without_a_limit_a_page_is_as_long_as_the_service_says()
    {
        Pager.Of([], "list", maximum: 100, otherwise: 10).Limit.ShouldBe(10);
        Pager.Of([], "list", maximum: 50).Limit.ShouldBe(50);
    }

    private static IEnumerable<string> Read(string[] all, bool descending)
    {
        string? token = null;
        do
        {
            var page = Pager.Of("list", token, 4).Cut(all, x => x, descending);
            foreach (var item in page.Items)
            {
                yield return item;
            }

            token = page.NextToken;
        }
        while (token is not null);
    }
}
