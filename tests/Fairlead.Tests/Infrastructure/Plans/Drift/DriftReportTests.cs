using Fairlead.Infrastructure.Plans.Drift;
using Fairlead.Infrastructure.Plans.Reading;
using static Fairlead.Tests.Infrastructure.Plans.PlanFixture;

namespace Fairlead.Tests.Infrastructure.Plans.Drift;

public sealed class DriftReportTests
{
    [Fact]
    public void Drift_is_told_attribute_by_attribute_and_what_is_gone_first()
    {
        var report = DriftReport.Of(Read("drift"));

        report.State.ShouldBe(DriftState.Drifted);
        report.ToText().ShouldBe("""
            Drift: 3 resources differ from the state, 1 of them is gone.

              - aws_s3_bucket.gone is gone

              ~ aws_s3_bucket.site
                    tags.By: + "hand"
                    tags.Owner: "shop" → "somebody"

              ~ aws_ssm_parameter.token
                    value: (sensitive) → (sensitive)
                    version: 1 → 2

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Bookkeeping_of_the_provider_is_no_drift()
    {
        var plan = Read("drift", "clean.json");

        plan.Drift.ShouldNotBeEmpty("the provider writes an empty map where the state had none");
        DriftReport.Of(plan).State.ShouldBe(DriftState.None);
        DriftReport.Of(plan).ToText().ShouldBe("No drift: everything is as the state says.\n");
    }

    [Theory]
    [InlineData("module.database.aws_db_instance.this", "latest_restorable_time")]
    [InlineData("aws_ecs_service.api", "task_definition")]
    [InlineData("aws_ecs_service.api", "desired_count")]
    [InlineData("aws_autoscaling_group.backend", "desired_capacity")]
    public void What_AWS_a_deploy_or_scaling_moves_on_purpose_is_no_drift(string address, string attribute)
    {
        var change = Change(address, "\"update\"", $$"""{"{{attribute}}": "before", "name": "a"}""", $$"""{"{{attribute}}": "after", "name": "a"}""");
        var renamed = Change(address, "\"update\"", $$"""{"{{attribute}}": "before", "name": "a"}""", $$"""{"{{attribute}}": "after", "name": "b"}""");

        DriftReport.Of(TerraformPlan.Parse($$"""{"format_version": "1.2", "resource_drift": [{{change}}]}""")).State.ShouldBe(DriftState.None);
        DriftReport.Of(TerraformPlan.Parse($$"""{"format_version": "1.2", "resource_drift": [{{renamed}}]}""")).Resources
            .ShouldHaveSingleItem().Attributes
            .ShouldHaveSingleItem().Path
            .ShouldBe("name");
    }

    [Fact]
    public void Failure_is_neither_drift_nor_none()
    {
        var report = DriftReport.Of(TerraformPlan.Parse("""{"format_version": "1.2", "errored": true}"""));

        report.State.ShouldBe(DriftState.Failed);
        report.Headline.ShouldBe("Whether there is drift is not known. Terraform could not refresh the state to its end.");
        DriftReport.Failure("The bucket of the state is missing.").State.ShouldBe(DriftState.Failed);
    }

    [Fact]
    public void Markdown_says_what_does_not_fit()
    {
        var changes = string.Join(
            ',',
            Enumerable.Range(0, 500).Select(x => Change($"aws_ssm_parameter.p{x}", "\"update\"", """{"value": "a"}""", """{"value": "b"}""")));
        var markdown = DriftReport.Of(TerraformPlan.Parse($$"""{"format_version": "1.2", "resource_drift": [{{changes}}]}""")).ToMarkdown("shop", 2_000);

        markdown.Length.ShouldBeLessThanOrEqualTo(2_000);
        markdown.ShouldEndWith("do not fit here; the log of the run has them all.\n");
    }
}
