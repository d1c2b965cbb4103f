using System.Text;
using System.Text.Json;
using Fairlead.Infrastructure.Plans.Reading;
using static Fairlead.Tests.Infrastructure.Plans.PlanFixture;

namespace Fairlead.Tests.Infrastructure.Plans.Reading;

public sealed class TerraformPlanTests
{
    [Fact]
    public void A_real_plan_is_read_whole()
    {
        var plan = Read("changes");

        (plan.TerraformVersion, plan.Errored, plan.Complete, plan.Applyable, plan.HasChanges).ShouldBe(("1.11.4", false, true, true, true));
        plan.VariableNames.ShouldBe(["api_token"]);
        plan.Resources.Where(x => x.Changes).ToDictionary(x => x.Address, x => x.Action).ShouldBe(
            new Dictionary<string, PlannedAction>
            {
                ["aws_cloudwatch_log_group.app"] = PlannedAction.Update,
                ["aws_cloudwatch_log_group.new_name"] = PlannedAction.NoOp,
                ["aws_db_instance.main"] = PlannedAction.Replace,
                ["aws_db_instance.replica"] = PlannedAction.Create,
                ["aws_dynamodb_table.orders"] = PlannedAction.Replace,
                ["aws_ecr_repository.app"] = PlannedAction.Forget,
                ["aws_iam_role_policy.task"] = PlannedAction.Update,
                ["aws_s3_bucket.archive[\"two\"]"] = PlannedAction.Delete,
                ["aws_s3_bucket.uploads"] = PlannedAction.Update,
                ["aws_security_group.app"] = PlannedAction.Delete,
                ["aws_ssm_parameter.token"] = PlannedAction.Update,
                ["aws_vpc_security_group_ingress_rule.web"] = PlannedAction.Create,
                ["terraform_data.note"] = PlannedAction.Update,
            }, ignoreOrder: true);
        plan.Resources.Single(x => x.Address == "aws_cloudwatch_log_group.new_name").PreviousAddress.ShouldBe("aws_cloudwatch_log_group.old_name");
        plan.Resources.Single(x => x.Address == "aws_db_instance.main").ReplacePaths.ShouldBe(["storage_encrypted"]);
        plan.Outputs.Where(x => x.Action != PlannedAction.NoOp)
            .Select(x => (x.Name, x.Action))
            .ShouldBe([("retired", PlannedAction.Delete), ("token", PlannedAction.Create)]);
    }

    [Fact]
    public void Marks_of_unknown_and_sensitive_are_honoured()
    {
        var database = Read("policy").Resources.Single(x => x.Type == "aws_db_instance").After;

        (
            database["password"].IsSensitive,
            database["arn"].IsUnknown,
            database["engine"].Text,
            database["multi_az"].Truth,
            database["allocated_storage"].Number).ShouldBe((true, true, "postgres", true, 20m));
        (database["arn"].IsNull, database["nonsense"].IsNull, database["nonsense"]["deeper"][3].IsNull).ShouldBe((false, true, true));
    }

    [Theory]
    [InlineData("[]", "[]", true)]
    [InlineData("[]", "{}", true)]
    [InlineData("[]", "false", true)]
    [InlineData("{}", "{}", true)]
    [InlineData("{}", """{"a": false, "b": [], "c": [{"d": false}]}""", true)]
    [InlineData("\"\"", "false", true)]
    [InlineData("null", "false", true)]
    [InlineData("[]", "true", false)]
    [InlineData("null", "true", false)]
    [InlineData("{}", """{"a": true}""", false)]
    [InlineData("{}", """{"a": [{"b": true}]}""", false)]
    [InlineData("[null]", "[true]", false)]
    [InlineData("[{}]", "[{}]", false)]
    [InlineData("0", "false", false)]
    public void Only_a_mark_that_says_unknown_fills_what_is_empty(string after, string unknown, bool isEmpty)
        => Of(Change(
            "a.b",
            "\"create\"",
            after: $$"""{"x": {{after}}}""",
            marks: $$""" "after_unknown": {"x": {{unknown}}} """)).Resources[0].After["x"].IsEmpty.ShouldBe(isEmpty);

    [Theory]
    [InlineData("", "not JSON")]
    [InlineData("{", "not JSON")]
    [InlineData("[]", "no format_version")]
    [InlineData("""{"format_version": "2.0", "resource_changes": []}""", "format version 2.0")]
    [InlineData("""{"format_version": "1.0", "values": {}}""", "a state")]
    [InlineData("""{"format_version": "1.2", "resource_changes": [{"address": 7}]}""", "not of the form")]
    [InlineData(
        """{"format_version": "1.2", "resource_changes": [{"address": "a.b", "type": "a", "name": "b", "change": {"actions": ["explode"]}}]}""",
        "explode")]
    public void What_is_no_plan_is_refused_with_the_reason(string json, string why)
        => Should.Throw<FairleadException>(() => TerraformPlan.Parse(json)).Why.ShouldContain(why);

    [Fact]
    public void A_later_minor_version_is_read()
        => TerraformPlan.Parse("""{"format_version": "1.9", "resource_changes": [], "news": 1}""").HasChanges.ShouldBeFalse();

    [Theory]
    [InlineData("\"create\", \"delete\"", PlannedAction.Replace)]
    [InlineData("\"delete\", \"create\"", PlannedAction.Replace)]
    [InlineData("\"create\", \"forget\"", PlannedAction.ReplaceAndForget)]
    [InlineData("\"forget\"", PlannedAction.Forget)]
    [InlineData("\"read\"", PlannedAction.Read)]
    public void Every_action_of_the_format_is_known(string actions, PlannedAction action)
        => Of(Change("aws_vpc.x", actions)).Resources.ShouldHaveSingleItem().Action.ShouldBe(action);

    [Theory]
    [InlineData("""module.a["x.y]\"z"].module.b[0].aws_vpc.this["k"]""", "module.a.module.b.aws_vpc.this")]
    [InlineData("aws_vpc.this", "aws_vpc.this")]
    public void Indexes_are_taken_off_an_address(string address, string without) => PlanAddress.WithoutIndexes(address).ShouldBe(without);

    [Fact]
    public void References_are_followed_through_module_inputs_and_outputs()
    {
        var plan = TerraformPlan.Parse($$$"""
            {
              "format_version": "1.2",
              "resource_changes": [{{{Change("module.site.aws_s3_bucket_policy.this", "\"create\"", after: "{}")}}}],
              "configuration": {
                "root_module": {
                  "module_calls": {
                    "store": {
                      "module": {
                        "outputs": { "id": { "expression": { "references": ["aws_s3_bucket.this.id", "aws_s3_bucket.this"] } } },
                        "resources": [{ "address": "aws_s3_bucket.this" }]
                      }
                    },
                    "site": {
                      "expressions": { "bucket": { "references": ["module.store.id", "module.store"] } },
                      "module": { "resources": [{ "address": "aws_s3_bucket_policy.this", "expressions": { "bucket": { "references": ["var.bucket"] } } }] }
                    }
                  }
                }
              }
            }
            """);

        plan.References.Of(plan.Resources[0], "bucket").ShouldBe(["module.store.aws_s3_bucket.this"]);
    }

    /// <summary>
    /// What keeps reading fast is that no value is copied: 2,000 databases are 5 MB of JSON. Memory is measured, because time depends on who else computes.
    /// </summary>
    [Fact]
    public void Reading_a_plan_of_two_thousand_resources_copies_no_value()
    {
        var template = Text("policy").Split('\n').First(x => x.Contains("\"aws_db_instance.main\"", StringComparison.Ordinal)).Trim().TrimEnd(',');
        var changes = string.Join(
            ",\n",
            Enumerable.Range(0, 2_000).Select(x => template.Replace("aws_db_instance.main", $"aws_db_instance.main{x}", StringComparison.Ordinal)));
        var json = Encoding.UTF8.GetBytes($$"""{"format_version": "1.2", "resource_changes": [{{changes}}]}""");

        var plain = Allocated(() => JsonElement.Parse(json));
        var plan = Allocated(() => TerraformPlan.Parse(json).Resources.Count.ShouldBe(2_000));

        (plan - plain).ShouldBeLessThan(json.Length, $"{json.Length} bytes of JSON, {plain} for its tree, {plan} for the plan");

        static long Allocated(Action action)
        {
            action();
            var before = GC.GetAllocatedBytesForCurrentThread();
            action();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }
}
