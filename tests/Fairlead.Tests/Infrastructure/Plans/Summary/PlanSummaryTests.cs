using Fairlead.Infrastructure.Plans.Costs;
using Fairlead.Infrastructure.Plans.Drift;
using Fairlead.Infrastructure.Plans.Policies;
using Fairlead.Infrastructure.Plans.Reading;
using Fairlead.Infrastructure.Plans.Summary;
using static Fairlead.Tests.Infrastructure.Plans.PlanFixture;

namespace Fairlead.Tests.Infrastructure.Plans.Summary;

public sealed class PlanSummaryTests
{
    [Fact]
    public void Changes_are_shown_the_most_dangerous_first() => PlanSummary.Of(Read("changes")).ToText().ShouldMatchSnapshot("changes.txt");

    [Fact]
    public void A_pull_request_shows_the_same_in_markdown() => PlanSummary.Of(Read("changes")).ToMarkdown("fixture").ShouldMatchSnapshot("changes.md");

    [Fact]
    public void New_resources_are_shown_by_what_decides_them() => PlanSummary.Of(Read("policy")).ToText().ShouldMatchSnapshot("policy.txt");

    [Theory]
    [InlineData("changes")]
    [InlineData("policy")]
    [InlineData("drift")]
    public void No_secret_is_in_any_text(string fixture)
    {
        var plan = Read(fixture);
        var summary = PlanSummary.Of(plan);
        var texts = summary.ToText() + summary.ToMarkdown("fixture") + DriftReport.Of(plan).ToText() + DriftReport.Of(plan).ToMarkdown("fixture")
            + PolicyChecks.Run(plan, [], default).ToText() + CostEstimate.Of(plan, Prices()).ToText();

        foreach (var secret in new[] { "token-of-yesterday", "token-of-today", "correct-horse-battery-staple", "stolen" })
        {
            texts.ShouldNotContain(secret);
        }
    }

    [Fact]
    public void A_plan_without_changes_says_so()
    {
        var summary = PlanSummary.Of(Of(Change("aws_vpc.main", "\"no-op\"", "{}", "{}")));

        summary.Headline.ShouldBe("No changes; 1 stays as it is");
        summary.ToText().ShouldBe("Plan: No changes; 1 stays as it is.\n");
    }

    [Fact]
    public void Markdown_that_does_not_fit_leaves_out_the_harmless_and_says_so()
    {
        var many = Enumerable.Range(0, 3_000)
            .Select(x => Change($"aws_sqs_queue.q{x}", "\"create\"", after: """{"name": "q"}"""))
            .Append(Change("aws_db_instance.main", "\"delete\"", "{}"));
        var markdown = PlanSummary.Of(Of([.. many])).ToMarkdown("large");

        markdown.Length.ShouldBeLessThanOrEqualTo(65_536);
        markdown.ShouldContain("aws_db_instance.main");
        markdown.ShouldEndWith("do not fit here; the log of the run has them all.\n");
    }

    [Fact]
    public void What_comes_from_the_plan_cannot_end_a_block_or_a_tag()
    {
        var markdown = PlanSummary
            .Of(Of(Change("aws_ssm_parameter.x[\"</summary>|`@team\"]", "\"update\"", """{"value": "```\n</details>"}""", """{"value": "````"}""")))
            .ToMarkdown("a|b</details>@me");

        markdown.Split('\n').ShouldNotContain("```");
        markdown.ShouldContain("`````text");
        markdown.ShouldContain("&lt;/summary&gt;|`&#64;team");
        markdown.ShouldContain(@"a\|b&lt;/details&gt;&#64;me");
        markdown.Split("</details>").Length.ShouldBe(3, "the one of the block, and the one inside the longer fence");
    }

    [Fact]
    public void Control_characters_do_not_reach_a_terminal()
        => PlanSummary.Of(Of(Change("aws_ssm_parameter.x", "\"update\"", """{"value": "a"}""", """{"value": "\u001b[2K\u202edlo"}""")))
            .ToText()
            .ShouldContain(@"value: ""a"" → ""\u001b[2K\u202edlo""");

    [Fact]
    public void A_long_value_is_cut()
    {
        var change = PlanSummary.Of(Of(Change(
            "aws_ssm_parameter.x",
            "\"update\"",
            """{"value": "a"}""",
            $$"""{"value": "{{new string('b', 5_000)}}"}"""))).Entries.ShouldHaveSingleItem().Attributes.ShouldHaveSingleItem();

        change.After!.Length.ShouldBeLessThan(200);
        change.After.ShouldEndWith("(5002 characters)");
    }

    [Fact]
    public void A_change_inside_a_policy_is_told_inside_it()
        => PlanSummary.Of(Read("changes")).Entries.Single(x => x.Resource.Address == "aws_iam_role_policy.task").Attributes.Select(x => x.ToString())
            .ShouldBe(["""policy.Statement[0].Action: + "s3:PutObject" """.TrimEnd()]);

    [Fact]
    public void A_sensitive_part_is_hidden_and_the_rest_of_the_value_is_shown()
        => PlanSummary.Of(Of(Change(
                "aws_lambda_function.x",
                    "\"update\"",
                    """{"environment": [{"variables": {"A": "1", "B": "secret-1"}}]}""",
                    """{"environment": [{"variables": {"A": "2", "B": "secret-2"}}]}""",
                marks: """ "before_sensitive": {"environment": [{"variables": {"B": true}}]}, "after_sensitive": {"environment": [{"variables": """
                    + """{"B": true}}]} """)))
            .Entries.ShouldHaveSingleItem().Attributes.Select(x => x.ToString())
            .ShouldBe(["""environment[0].variables.A: "1" → "2" """.TrimEnd(), "environment[0].variables.B: (sensitive) → (sensitive)"]);

    [Fact]
    public void A_value_that_was_sensitive_stays_hidden_when_the_mark_is_taken_away()
        => PlanSummary.Of(Of(Change(
            "aws_ssm_parameter.x",
            "\"update\"",
            """{"value": "secret-1"}""",
            """{"value": "now-public"}""",
            marks: """ "before_sensitive": {"value": true} """)))
            .ToText().ShouldNotContain("secret-1");

    [Fact]
    public void A_set_is_compared_as_a_set()
        => PlanSummary.Of(Of(Change(
            "aws_security_group_rule.x",
            "\"update\"",
            """{"cidr_blocks": ["10.0.0.0/8", "10.1.0.0/16"]}""",
            """{"cidr_blocks": ["10.1.0.0/16", "10.2.0.0/16"]}""")))
            .Entries.ShouldHaveSingleItem().Attributes.ShouldHaveSingleItem().ToString().ShouldBe("""cidr_blocks: "10.0.0.0/8" → "10.2.0.0/16" """.TrimEnd());

    [Fact]
    public void Conditions_that_do_not_hold_and_deferred_changes_are_told()
    {
        var plan = TerraformPlan.Parse($$"""
            {"format_version": "1.2", "resource_changes": [], "checks": [{"address": {"to_display": "check.health"}, "status": "fail", "instances": [{"problems": [{"message": "It answers 500."}]}]}],
             "deferred_changes": [{"reason": "instance_count_unknown", "resource_change": {{Change("aws_vpc.later", "\"create\"", after: "{}")}} }]}
            """);

        PlanSummary.Of(plan).ToText().ShouldBe(
            "Plan: 1 put off.\n\nPut off:\n  aws_vpc.later (instance count unknown)\n\nConditions that do not hold:\n  check.health: It answers 500.\n");
    }
}
