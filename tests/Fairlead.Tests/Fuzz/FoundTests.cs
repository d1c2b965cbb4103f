using System.Text;
using Fairlead.Infrastructure.Plans.Reading;
using Fairlead.Infrastructure.Plans.Summary;
using Fairlead.Infrastructure.Terraform.Configuration;
using Fairlead.Releases;
using Fairlead.Tests.Infrastructure.Plans;

namespace Fairlead.Tests.Fuzz;

/// <summary>What the targets have found, one example of each kind.</summary>
public sealed class FoundTests
{
    [Fact]
    public void Templates_that_nest_as_deep_as_the_file_is_long_are_refused()
        => Should.Throw<HclException>(() => HclReader.Read($"a = \"{string.Concat(Enumerable.Repeat("${\"", 50_000))}")).Message.ShouldContain("100 deep");

    [Fact]
    public void A_mark_of_a_part_on_a_value_without_parts_hides_the_value()
    {
        var plan = PlanFixture.Of(PlanFixture.Change(
            "aws_ssm_parameter.a",
            "\"update\"",
            before: """{"value":"old"}""",
            after: """{"value":"new"}""",
            marks: """ "before_sensitive":{"value":{"x":true}},"after_sensitive":{"value":{"x":true}} """));

        var text = PlanSummary.Of(plan).ToText();

        text.ShouldNotContain("new");
        AttributeDiff.Of(plan.Resources[0]).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_stamp_that_nobody_would_read_is_not_written()
        => Should.Throw<FairleadException>(() => ReleaseStamp.Apply("index.html", "<head><meta content= </head>"u8, "20261121-101502-6cef224"))
            .Why.ShouldStartWith("An element in its head has no end");

    [Theory]
    [InlineData("<META data-")]
    [InlineData("<meta name=release ")]
    [InlineData("<!-- ")]
    [InlineData("<script ")]
    public void A_page_of_elements_without_end_is_looked_through_once(string start)
    {
        var page = new StringBuilder().Insert(0, start, 20_000).ToString();
        var clock = System.Diagnostics.Stopwatch.StartNew();

        ReleaseStamp.Read(page).ShouldBeNull();

        // It took minutes; for what hangs.
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
    }
}
