using Fairlead.Infrastructure.Plans.Costs;
using Fairlead.Infrastructure.Plans.Reading;
using static Fairlead.Tests.Infrastructure.Plans.PlanFixture;

namespace Fairlead.Tests.Infrastructure.Plans.Costs;

public sealed class CostEstimateTests
{
    [Fact]
    public void A_real_plan_is_reckoned_line_by_line() => CostEstimate.Of(Read("policy"), Prices()).ToText().ShouldMatchSnapshot("policy-cost.txt");

    [Fact]
    public void A_change_is_told_before_and_after() => CostEstimate.Of(Read("changes"), Prices()).ToMarkdown().ShouldMatchSnapshot("changes-cost.md");

    [Fact]
    public void An_alarm_costs_its_metrics_and_not_the_expressions_over_them()
        => CostEstimate.Of(Read("deferred"), Prices()).Resources.Single(x => x.Address == "aws_cloudwatch_metric_alarm.errors").After.ShouldBe(0.10m);

    [Fact]
    public void What_has_no_price_is_named_and_never_counts_as_nothing()
    {
        var estimate = CostEstimate.Of(Read("policy"), Prices());

        estimate.NotPriced.ShouldContain(("aws_config_config_rule.unpriced", "aws_config_config_rule is not in the price table"));
        estimate.Headline.ShouldContain("not priced");
    }

    [Fact]
    public void A_database_over_two_zones_costs_twice_the_instance_and_twice_the_storage()
    {
        var lines = CostEstimate.Of(Of(Change(
            "aws_db_instance.x",
            "\"create\"",
            after: """{"engine": "mysql", "instance_class": "db.t4g.medium", "multi_az": true, "allocated_storage": 100, "storage_type": "gp3"}""")), Prices())
            .Resources.ShouldHaveSingleItem().Lines;

        lines.Select(x => (x.What, x.Monthly)).ShouldBe([("db.t4g.medium, mysql, multi-az", 0.13m * 730), ("100 GB gp3", 23m)]);
    }

    [Fact]
    public void A_service_on_fargate_costs_its_tasks()
    {
        const string Service = """{"launch_type": "FARGATE", "desired_count": 2}""";
        const string Definition = """{"cpu": "512", "memory": "1024", "runtime_platform": [{"cpu_architecture": "ARM64"}]}""";
        var plan = TerraformPlan.Parse($$$"""
            {
              "format_version": "1.2",
              "resource_changes": [
                {{{Change("aws_ecs_service.x", "\"create\"", after: Service, marks: """ "after_unknown": {"task_definition": true} """)}}},
                {{{Change("aws_ecs_task_definition.x", "\"create\"", after: Definition)}}}
              ],
              "configuration": { "root_module": { "resources": [{ "address": "aws_ecs_service.x", "expressions": { "task_definition": { "references": ["aws_ecs_task_definition.x.arn"] } } }] } }
            }
            """);

        CostEstimate.Of(plan, Prices()).After.ShouldBe((0.03238m * 1 * 730) + (0.00356m * 2 * 730));
    }

    [Fact]
    public void A_group_of_instances_costs_its_template_as_often_as_it_has_instances()
    {
        var plan = Of(
            Change("aws_autoscaling_group.x", "\"create\"", after: """{"desired_capacity": 3, "launch_template": [{"id": "lt-1"}]}"""),
            Change(
                "aws_launch_template.x",
                "\"no-op\"",
                after: """{"id": "lt-1", "instance_type": "t3.small", "block_device_mappings": [{"ebs": [{"volume_size": 20, "volume_type": "gp3"}]}]}"""));

        CostEstimate.Of(plan, Prices()).After.ShouldBe((3 * 0.0208m * 730) + (3 * 20 * 0.08m));
    }

    [Fact]
    public void What_is_destroyed_costs_nothing_afterwards()
    {
        var estimate = CostEstimate.Of(Of(Change("aws_nat_gateway.x", "\"delete\"", """{"connectivity_type": "public"}""")), Prices());

        (estimate.Before, estimate.After).ShouldBe(((0.045m * 730) + (20 * 0.045m), 0m));
        estimate.Assumed.ShouldBe(0);
    }

    [Fact]
    public void The_table_names_no_price_twice_and_no_type_both_free_and_priced()
    {
        var table = Prices();

        table.Prices.ShouldNotBeEmpty();
        table.Prices.Select(x => x.Resource).Intersect(table.Free).ShouldBeEmpty();
        table.Prices.ShouldAllBe(x => x.Price >= 0 && x.Unit.Length > 0);
        (table.Region, table.Currency).ShouldBe(("us-east-1", "USD"));
    }

    [Fact]
    public async Task A_table_that_cannot_be_read_is_named()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, """{"region": "us-east-1"}""");

        (await Should.ThrowAsync<FairleadException>(PriceTable.ReadAsync(file))).Why.ShouldStartWith(file);
        File.Delete(file);
    }

    [Fact]
    public void Two_prices_for_one_thing_are_an_error()
        => Should.Throw<System.Text.Json.JsonException>(() => PriceTable.Parse("""
            {"region": "r", "date": "2026-01-01", "currency": "USD", "source": "s", "prices": [
             {"resource": "a", "attribute": "b", "value": "c", "unit": "hour", "price": 1, "note": ""},
             {"resource": "a", "attribute": "b", "value": "c", "unit": "hour", "price": 2, "note": ""}]}
            """u8));
}
