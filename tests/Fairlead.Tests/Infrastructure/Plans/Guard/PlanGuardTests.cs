using Fairlead.Infrastructure.Plans.Guard;
using static Fairlead.Tests.Infrastructure.Plans.PlanFixture;

namespace Fairlead.Tests.Infrastructure.Plans.Guard;

public sealed class PlanGuardTests
{
    [Fact]
    public void A_plan_that_destroys_or_replaces_data_is_refused_with_the_loss_and_the_flag()
    {
        var result = PlanGuard.Check(Read("changes"), new PlanGuardOptions());

        result.MayApply.ShouldBeFalse();
        result.Refusals.Select(x => x.ToString()).ShouldBe(
        [
            "aws_db_instance.main would be replaced (storage_encrypted cannot be changed in place). Lost with it: the database, its automated backups "
                + "included; skip_final_snapshot: no last snapshot is made. To allow it: --allow-destroy aws_db_instance.main",
            "aws_dynamodb_table.orders would be replaced (name cannot be changed in place). Lost with it: every item of the table, and its point-in-time "
                + "backups. To allow it: --allow-destroy aws_dynamodb_table.orders",
            "aws_s3_bucket.archive[\"two\"] would be destroyed (for_each no longer has its key). Lost with it: every object in the bucket, and the name, "
                + "which anybody may take then; force_destroy empties it without asking. To allow it: --allow-destroy 'aws_s3_bucket.archive[\"two\"]'",
        ]);
        var exception = Should.Throw<FairleadException>(result.ThrowIfRefused);
        exception.What.ShouldBe("The plan is not applied, because it destroys what holds data (3).");
        exception.Why.ShouldContain("aws_dynamodb_table.orders");
    }

    [Fact]
    public void It_is_allowed_when_every_address_is_named()
    {
        var result = PlanGuard.Check(
            Read("changes"),
            new PlanGuardOptions { AllowDestroy = ["aws_db_instance.main", "aws_dynamodb_table.orders", "aws_s3_bucket.archive[\"two\"]"] });

        result.ThrowIfRefused();
        result.Allowed.Count.ShouldBe(3);
    }

    [Fact]
    public void What_loses_data_in_place_or_its_protection_is_told()
        => PlanGuard.Check(Read("changes"), new PlanGuardOptions()).Warnings.ShouldBe(
        [
            "aws_cloudwatch_log_group.app: retention_in_days 90 → 14: older log lines are deleted.",
            "aws_db_instance.main: deletion_protection becomes false: from then on it can be destroyed.",
            "aws_db_instance.main: backup_retention_period 7 → 0: older automated backups are deleted; 0 deletes all of them and ends point-in-time recovery.",
            "aws_dynamodb_table.orders: deletion_protection_enabled becomes false: from then on it can be destroyed.",
            "aws_ecr_repository.app is removed from the state: it stays, but nothing manages or protects it any more.",
            "aws_s3_bucket.uploads: force_destroy becomes true: from then on destroying it empties it without asking.",
        ]);

    [Fact]
    public void Protection_that_is_taken_out_of_the_configuration_is_gone()
        => PlanGuard.Check(
            Of(Change("aws_db_instance.x", "\"update\"", """{"deletion_protection": true}""", """{"deletion_protection": null}""")),
            new PlanGuardOptions()).Warnings
            .ShouldBe(["aws_db_instance.x: deletion_protection becomes false: from then on it can be destroyed."]);

    [Fact]
    public void Protection_that_is_unknown_is_not_called_gone()
        => PlanGuard.Check(
            Of(Change(
                "aws_db_instance.x",
                "\"update\"",
                """{"deletion_protection": true}""",
                "{}",
                marks: """ "after_unknown": {"deletion_protection": true} """)),
            new PlanGuardOptions()).Warnings.ShouldBeEmpty();

    [Theory]
    [InlineData("module.data")]
    [InlineData("module.data.aws_db_instance.this")]
    public void A_prefix_allows_nothing_and_names_what_is_in_it(string prefix)
    {
        var result = PlanGuard.Check(Of(Change("module.data.aws_db_instance.this[0]", "\"delete\"", "{}")), new PlanGuardOptions { AllowDestroy = [prefix] });

        result.Refusals.ShouldHaveSingleItem();
        result.UnknownAllowances
            .ShouldHaveSingleItem()
            .ShouldBe($"--allow-destroy names {prefix}, and the plan has no resource of that address. Near it: module.data.aws_db_instance.this[0].");
        Should.Throw<FairleadException>(result.ThrowIfRefused).Why.ShouldContain("Near it");
    }

    [Fact]
    public void A_pull_request_shows_what_is_refused_first_and_what_is_warned_of()
    {
        var markdown = PlanGuard.Check(
            Of(Change("aws_ecr_repository.x", "\"forget\"", "{}"), Change("aws_s3_bucket.x[\"a\"]", "\"delete\"", "{}")),
            new PlanGuardOptions { AllowDestroy = ["a.b"] }).ToMarkdown();

        markdown.ShouldBe("""
            > **Refused:** aws\_s3\_bucket.x\["a"\] would be destroyed. Lost with it: every object in the bucket, and the name, which anybody may take then.
            >
            > **Refused:** --allow-destroy names a.b, and the plan has no resource of that address.
            >
            - ⚠ aws\_ecr\_repository.x is removed from the state: it stays, but nothing manages or protects it any more.

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_misspelt_allowance_is_an_error_even_when_nothing_is_refused()
        => PlanGuard.Check(Of(Change("aws_db_instance.main", "\"no-op\"", "{}", "{}")), new PlanGuardOptions { AllowDestroy = ["aws_db_instance.mian"] })
            .UnknownAllowances.ShouldHaveSingleItem().ShouldContain("Near it: aws_db_instance.main.");

    [Fact]
    public void An_allowance_that_is_not_needed_is_told_and_stops_nothing()
    {
        var result = PlanGuard.Check(
            Of(Change("aws_db_instance.main", "\"no-op\"", "{}", "{}")),
            new PlanGuardOptions { AllowDestroy = ["aws_db_instance.main"] });

        result.ThrowIfRefused();
        result.Warnings.ShouldBe(["aws_db_instance.main is not destroyed by this plan: its --allow-destroy is not needed."]);
    }

    [Fact]
    public void Every_type_that_holds_data_is_refused_for_each_way_to_lose_it()
    {
        foreach (var type in DataHolder.Types)
        {
            foreach (var actions in new[] { "\"delete\"", "\"delete\", \"create\"", "\"create\", \"delete\"" })
            {
                PlanGuard
                    .Check(Of(Change($"{type}.x", actions, """{"type": "SecureString"}""", "{}")), new PlanGuardOptions()).Refusals
                    .ShouldHaveSingleItem($"{type} {actions}");
            }
        }

        string[] named =
            ["aws_db_instance", "aws_rds_cluster", "aws_docdb_cluster", "aws_elasticache_replication_group", "aws_dynamodb_table",
            "aws_s3_bucket", "aws_efs_file_system", "aws_ebs_volume",
            "aws_ebs_snapshot", "aws_secretsmanager_secret", "aws_ssm_parameter", "aws_kms_key",
            "aws_route53_zone", "aws_ecr_repository", "aws_cloudwatch_log_group", "aws_cognito_user_pool",
            "aws_opensearch_domain", "aws_backup_vault", "aws_sqs_queue", "aws_msk_cluster"];
        named.Except(DataHolder.Types).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("aws_vpc.x", "\"delete\"", "{}")]
    [InlineData("aws_ssm_parameter.x", "\"delete\"", """{"type": "String"}""")]
    [InlineData("aws_db_instance.x", "\"update\"", "{}")]
    [InlineData("aws_db_instance.x", "\"create\"", "null")]
    [InlineData("aws_instance.x", "\"delete\"", "{}")]
    public void What_holds_no_data_or_stays_is_not_refused(string address, string actions, string before)
        => PlanGuard.Check(Of(Change(address, actions, before, "{}")), new PlanGuardOptions()).MayApply.ShouldBeTrue();

    [Fact]
    public void An_instance_is_guarded_when_it_is_named_as_holding_data()
        => PlanGuard.Check(Of(Change("aws_instance.vault", "\"delete\", \"create\"", "{}", "{}")), new PlanGuardOptions { HoldsData = ["aws_instance.vault"] })
            .Refusals.ShouldHaveSingleItem().Loss.ShouldBe("what it keeps on its disks");

    [Fact]
    public void The_left_over_of_a_replacement_is_guarded_like_the_thing_itself()
        => PlanGuard
            .Check(Of(Change("aws_db_instance.x", "\"delete\"", "{}", more: "\"deposed\": \"0a1b2c3d\",")), new PlanGuardOptions()).Refusals
            .ShouldHaveSingleItem();

    [Fact]
    public void A_log_group_that_kept_its_lines_for_ever_and_no_longer_does_is_told()
        => PlanGuard.Check(
            Of(Change("aws_cloudwatch_log_group.x", "\"update\"", """{"retention_in_days": 0}""", """{"retention_in_days": 30}""")),
            new PlanGuardOptions()).Warnings.ShouldHaveSingleItem();

    [Fact]
    public void A_log_group_that_now_keeps_its_lines_for_ever_is_no_warning()
        => PlanGuard.Check(
            Of(Change("aws_cloudwatch_log_group.x", "\"update\"", """{"retention_in_days": 30}""", """{"retention_in_days": 0}""")),
            new PlanGuardOptions()).Warnings.ShouldBeEmpty();

    [Fact]
    public void Versioning_that_is_suspended_is_told()
        => PlanGuard.Check(
                Of(Change(
                    "aws_s3_bucket_versioning.x",
                    "\"update\"",
                    """{"versioning_configuration": [{"status": "Enabled"}]}""",
                    """{"versioning_configuration": [{"status": "Suspended"}]}""")),
                new PlanGuardOptions())
            .Warnings.ShouldHaveSingleItem().ShouldContain("Suspended");
}
