using System.Text;
using Amazon.ECS.Model;
using Fairlead.Infrastructure.Plans.Reading;
using Fairlead.Infrastructure.Plans.Summary;
using Fairlead.Infrastructure.Terraform;
using Fairlead.Infrastructure.Terraform.Configuration;
using Fairlead.Infrastructure.Terraform.Messages;
using Fairlead.Releases;
using Fairlead.Services;
using Fairlead.Services.Ecs;
using Fairlead.Tests.Infrastructure.Plans;

namespace Fairlead.Tests.Fuzz;

/// <summary>What the targets have found, one example of each kind.</summary>
public sealed class FoundTests
{
    /// <summary>What is looked for begins at each place in a text of nothing but its beginning, and once went on to the end from there: hours for a long line.
    /// </summary>
    private static readonly Dictionary<string, (Action<string> Look, string Again)> Texts = new()
    {
        ["AttributeDiff of items that stay"] = (x => Differ($"[{x}0]", $"[{x}1]"), "1,"),
        ["AttributeDiff of items that change"] = (x => Differ(Items(x, 0), Items(x, 1 << 18)), "1,"),
        ["StateLock"] = (x => StateLock.Find(x), "\n"),
        ["EcsEvents"] = (
            x => _ = EcsEvents.OfDeployment([new ServiceEvent { Message = x }], new Service(), new Deployment { Id = "a" }, [], []).ToList(),
            "(task "),
        ["LikelyCause of a log"] = (Cause, "listening on : "),
        ["LikelyCause of a reason"] = (Cause, "ecr registry auth "),
        ["LikelyCause of a check"] = (Cause, "(health check: "),
        ["TerraformErrors of a plan"] = (Explain, "failed to load "),
        ["TerraformErrors of a crash"] = (Explain, "connection refused Request cancelled "),
    };

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

    [Theory]
    [InlineData("<head><meta content= </head>")]
    [InlineData("<head><link href=</head>")]
    [InlineData("<head><p title='</head><body title='x'>")]
    public void A_stamp_that_nobody_would_read_is_not_written(string page)
        => Should.Throw<FairleadException>(() => ReleaseStamp.Apply("index.html", Encoding.UTF8.GetBytes(page), "20261121-101502-6cef224"))
            .Why.ShouldStartWith("An element in its head has no end");

    [Theory]
    [InlineData("<META data-")]
    [InlineData("<meta name=release ")]
    [InlineData("<!-- ")]
    [InlineData("<script ")]
    [InlineData("<a b=\"")]
    [InlineData("<title>")]
    [InlineData("<")]
    [InlineData("=")]
    [InlineData("<meta name=release a= ")]
    public void A_page_of_elements_without_end_is_looked_through_once(string start)
    {
        var page = new StringBuilder().Insert(0, start, 20_000).ToString();
        var clock = System.Diagnostics.Stopwatch.StartNew();

        ReleaseStamp.Read(page).ShouldBeNull();

        // It took minutes; for what hangs.
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
    }

    [Theory]
    [InlineData("AttributeDiff of items that stay")]
    [InlineData("AttributeDiff of items that change")]
    [InlineData("StateLock")]
    [InlineData("EcsEvents")]
    [InlineData("LikelyCause of a log")]
    [InlineData("LikelyCause of a reason")]
    [InlineData("LikelyCause of a check")]
    [InlineData("TerraformErrors of a plan")]
    [InlineData("TerraformErrors of a crash")]
    public void A_text_is_looked_through_once(string what)
    {
        var (look, again) = Texts[what];
        var text = string.Concat(Enumerable.Repeat(again, (1 << 20) / again.Length));
        var thread = new Thread(() => look(text)) { IsBackground = true };

        thread.Start();

        // For what hangs.
        thread.Join(TimeSpan.FromMinutes(1)).ShouldBeTrue();
    }

    private static string Items(string text, int first) => $"[{string.Join(',', Enumerable.Range(first, text.Length / 4))}]";

    /// <summary>A resource of which one list changes.</summary>
    private static void Differ(string before, string after) => AttributeDiff.Of(PlanFixture.Of(PlanFixture.Change(
        "aws_security_group.a",
        "\"update\"",
        before: $"{{\"list\":{before}}}",
        after: $"{{\"list\":{after}}}")).Resources[0]).ShouldNotBeEmpty();

    private static void Cause(string text)
        => LikelyCause.Of(new WhyBlock(["(service a) (port 80) is unhealthy due to (reason Health checks failed)"], [text], [text], [text]));

    private static void Explain(string text) => TerraformErrors.IsCrash([new TerraformDiagnostic(true, text, "", null, null, 0)], text);
}
