using System.Text;
using System.Text.Json;
using Fairlead.Infrastructure.Plans.Drift;
using Fairlead.Infrastructure.Plans.Reading;
using Fairlead.Infrastructure.Plans.Summary;
using static Fairlead.Tests.Infrastructure.Plans.PlanFixture;

namespace Fairlead.Tests.Infrastructure.Plans.Summary;

/// <summary>Secrets of which Terraform does not know that they are: nothing here is marked sensitive.</summary>
public sealed class PlanSecretsTests
{
    private const string Old = "hunter2-old";
    private const string New = "hunter2-new";

    public static TheoryData<string> Attributes => new()
    {
        """{"password": "VALUE"}""",
        """{"db_password": "VALUE"}""",
        """{"environment": [{"variables": {"API_KEY": "VALUE", "LOG_LEVEL": "debug"}}]}""",
        """{"runtime_environment_variables": {"JWT_SECRET": "VALUE"}}""",
        """{"set": [{"name": "postgres.password", "value": "VALUE"}]}""",
        """{"parameter": [{"name": "auth_token", "value": "VALUE", "apply_method": "immediate"}]}""",
        """{"tag": [{"key": "Token", "value": "VALUE", "propagate_at_launch": true}]}""",
        """{"credentials": {"user": "VALUE"}}""",
        """{"tokens": ["VALUE", "other"]}""",
        """{"database_url": "postgres://app:VALUE@db:5432/shop"}""",
        """{"url": "https://b.s3.test/k?X-Amz-Signature=VALUE"}""",
        """{"nested": [{"deeper": [{"secretAccessKey": "VALUE"}]}]}""",
        $$"""{"container_definitions": {{Json("""[{"name": "api", "environment": [{"name": "DB_PASSWORD", "value": "VALUE"}]}]""")}}}""",
        $$"""{"container_definitions": {{Json("""[{"name": "api", "environment": [{"value": "redis://:VALUE@cache:6379", "name": "CACHE"}]}]""")}}}""",
        $$"""{"policy": {{Json($$"""{"inner": {{Json("""{"apiKey": "VALUE"}""")}}}""")}}}""",
        $$"""{"user_data": {{Json("#!/bin/sh\nexport DB_PASSWORD='VALUE'\nrun")}}}""",
        $$"""{"user_data": {{Json("run --token VALUE --verbose")}}}""",
        $$"""{"user_data_base64": "{{Convert.ToBase64String(Encoding.UTF8.GetBytes("#!/bin/sh\nexport DB_PASSWORD=VALUE\n"))}}"}""",
        $$"""{"values": [{{Json("postgres:\n  password: VALUE\n  user: app\n")}}]}""",
        $$"""{"values": [{{Json("""{"postgres": {"password": "VALUE"}}""")}}]}""",
    };

    private static string Json(string text) => JsonSerializer.Serialize(text);

    private static string With(string attributes, string value)
        => attributes.Contains("base64", StringComparison.Ordinal)
            ? $$"""{"user_data_base64": "{{Convert.ToBase64String(Encoding.UTF8.GetBytes($"#!/bin/sh\nexport DB_PASSWORD={value}\n"))}}"}"""
            : attributes.Replace("VALUE", value, StringComparison.Ordinal);

    private static string Texts(TerraformPlan plan)
    {
        var summary = PlanSummary.Of(plan);
        return summary.ToText() + summary.ToMarkdown("stack") + DriftReport.Of(plan).ToText();
    }

    [Theory]
    [MemberData(nameof(Attributes))]
    public void A_secret_that_only_its_name_tells_of_is_not_shown(string attributes)
    {
        foreach (var (actions, before, after) in new[]
        {
            ("\"create\"", "null", With(attributes, New)),
            ("\"update\"", With(attributes, Old), With(attributes, New)),
            ("\"update\"", "{}", With(attributes, New)),
            ("\"delete\", \"create\"", With(attributes, Old), With(attributes, New)),
        })
        {
            var texts = Texts(Of(Change("aws_ecs_task_definition.api", actions, before, after)));

            texts.ShouldNotContain(New, Case.Sensitive, texts);
            texts.ShouldNotContain(Old, Case.Sensitive, texts);
            texts.ShouldNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes($"#!/bin/sh\nexport DB_PASSWORD={New}\n")), Case.Sensitive, texts);
        }
    }

    [Theory]
    [MemberData(nameof(Attributes))]
    public void That_it_changes_is(string attributes)
        => PlanSummary.Of(Of(Change("aws_ecs_task_definition.api", "\"update\"", With(attributes, Old), With(attributes, New))))
            .Entries.ShouldHaveSingleItem().Attributes.ShouldNotBeEmpty();

    [Theory]
    [InlineData("""{"description": "export DB_PASSWORD=hunter2-new"}""")]
    [InlineData("""{"name": "https://app:hunter2-new@host"}""")]
    public void An_attribute_that_decides_what_a_new_resource_is_shows_none_either(string attributes)
    {
        var texts = Texts(Of(Change("aws_security_group.api", "\"create\"", "null", attributes)));

        texts.ShouldContain("[REDACTED]");
        texts.ShouldNotContain(New);
    }

    [Theory]
    [InlineData("""{"key_name": "SHOWN"}""")]
    [InlineData("""{"kms_key_id": "SHOWN"}""")]
    [InlineData("""{"bucket_key_enabled": "SHOWN"}""")]
    [InlineData("""{"partition_key": "SHOWN"}""")]
    [InlineData("""{"metadata_options": [{"http_tokens": "SHOWN"}]}""")]
    [InlineData("""{"secrets": [{"name": "DB_PASSWORD", "valueFrom": "SHOWN"}]}""")]
    [InlineData("""{"environment": [{"variables": {"LOG_LEVEL": "SHOWN"}}]}""")]
    [InlineData("""{"set": [{"name": "replicas", "value": "SHOWN"}]}""")]
    [InlineData("""{"user_data": "export PASSWORD=$SHOWN"}""")]
    [InlineData("""{"assume_role_policy": "{\"Condition\": {\"StringEquals\": {\"token.actions.githubusercontent.com:sub\": \"SHOWN\"}}}"}""")]
    public void What_is_no_secret_is_shown(string attributes)
        => Texts(Of(Change("aws_thing.a", "\"update\"", attributes.Replace("SHOWN", "before"), attributes))).ShouldContain("SHOWN");

    [Fact]
    public void A_switch_is_shown_whatever_it_is_called()
        => Texts(Of(Change("aws_db_instance.a", "\"update\"", """{"manage_master_user_password": false}""", """{"manage_master_user_password": true}""")))
            .ShouldContain("manage_master_user_password: false → true");

    [Fact]
    public void A_root_output_whose_name_says_so_is_not_shown()
    {
        var plan = TerraformPlan.Parse("""
            {"format_version": "1.2", "terraform_version": "1.11.4", "output_changes": {
              "db_password": {"actions": ["create"], "before": null, "after": "hunter2-new", "after_unknown": false},
              "url": {"actions": ["update"], "before": "https://u:hunter2-old@a", "after": "https://u:hunter2-new@a", "after_unknown": false}}}
            """);

        Texts(plan).ShouldNotContain("hunter2");
        PlanSummary.Of(plan).Outputs.Select(x => x.ToString()).First().ShouldContain("(sensitive)");
    }

    [Fact]
    public void A_condition_that_does_not_hold_shows_none()
    {
        var plan = TerraformPlan.Parse("""
            {"format_version": "1.2", "terraform_version": "1.11.4", "checks": [{"address": {"to_display": "check.db"}, "status": "fail",
              "instances": [{"problems": [{"message": "postgres://app:hunter2-new@db does not answer"}]}]}]}
            """);

        var texts = Texts(plan);
        texts.ShouldContain("does not answer");
        texts.ShouldNotContain(New);
    }
}
