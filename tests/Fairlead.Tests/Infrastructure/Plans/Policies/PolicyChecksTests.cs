using System.Text;
using Fairlead.Infrastructure.Plans.Policies;
using Fairlead.Infrastructure.Plans.Reading;
using static Fairlead.Tests.Infrastructure.Plans.PlanFixture;

namespace Fairlead.Tests.Infrastructure.Plans.Policies;

public sealed class PolicyChecksTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public void Everything_unsound_in_a_real_plan_is_found() => PolicyChecks.Run(Read("policy"), [], Today).ToText().ShouldMatchSnapshot("policy-findings.txt");

    [Fact]
    public void A_pull_request_shows_the_findings_as_a_table()
        => PolicyChecks.Run(Read("policy"), [], Today).ToMarkdown().ShouldMatchSnapshot("policy-findings.md");

    [Fact]
    public void The_sound_bucket_beside_the_unsound_ones_is_no_finding()
        => PolicyChecks.Run(Read("policy"), [], Today).Findings.ShouldNotContain(x => x.Address.StartsWith("module.sound", StringComparison.Ordinal));

    [Fact]
    public void Everything_unsound_that_a_real_plan_calls_unknown_is_found()
        => PolicyChecks.Run(Read("deferred"), [], Today).ToText().ShouldMatchSnapshot("deferred-findings.txt");

    [Fact]
    public void What_is_sound_beside_it_is_no_finding()
        => PolicyChecks.Run(Read("deferred"), [], Today).Findings.Select(x => x.Address)
            .ShouldNotContain(x => x.EndsWith(".sound", StringComparison.Ordinal)
                || x == "aws_instance.launched"
                || x == "aws_iam_role.task"
                || x.StartsWith("aws_iam_role_policy.by_document", StringComparison.Ordinal));

    // The document also names a bucket that does not exist yet, so its text is unknown and only its blocks can be read.
    [Theory]
    [InlineData("FL016", "data.aws_iam_policy_document.everything", "statement Admin")]
    [InlineData("FL016", "data.aws_iam_policy_document.everything", "statement AllButIam")]
    [InlineData("FL016", "data.aws_iam_policy_document.joined", "statement Joined")]
    [InlineData("FL002", "data.aws_iam_policy_document.readers", "statement Everybody")]
    [InlineData("FL014", "aws_instance.plain", "no root_block_device")]
    [InlineData("FL015", "aws_instance.plain", "http_tokens is not set")]
    [InlineData("FL014", "aws_instance.blocks_without_a_word", "root_block_device without encrypted")]
    [InlineData("FL014", "aws_instance.blocks_without_a_word", "ebs_block_device without encrypted")]
    [InlineData("FL007", "aws_opensearch_domain.left_out", "encrypt_at_rest")]
    [InlineData("FL007", "aws_efs_file_system.left_out", "encrypted")]
    [InlineData("FL008", "aws_elasticache_replication_group.left_out", "")]
    [InlineData("FL009", "aws_db_instance.left_out", "backup_retention_period is not set")]
    public void A_plan_is_refused_for_what_it_leaves_unknown(string rule, string address, string detail)
    {
        var report = PolicyChecks.Run(Read("deferred"), [], Today);

        report.Findings.ShouldContain(x => x.Rule.Id == rule && x.Address == address && x.Detail.Contains(detail, StringComparison.Ordinal));
        Should.Throw<FairleadException>(report.ThrowIfRefused).Why.ShouldContain(address);
    }

    [Fact]
    public void A_policy_whose_text_is_unknown_is_told()
        => PolicyChecks.Run(Read("deferred"), [], Today).Findings
            .Where(x => x.Rule.Id == "FL026")
            .Select(x => x.Address)
            .ShouldBe(["aws_iam_role_policy.by_text"]);

    [Fact]
    public void Every_rule_has_its_own_id_and_an_example_in_the_fixtures_or_below()
    {
        PolicyChecks.Rules.Select(x => x.Id).ShouldBe(Enumerable.Range(1, PolicyChecks.Rules.Count).Select(x => $"FL{x:000}"));
        PolicyChecks.Rules.ShouldAllBe(x => x.Reference.StartsWith("https://docs.aws.amazon.com/") && x.Why.EndsWith('.') && x.Fix.EndsWith('.'));
        var found = PolicyChecks.Run(Read("policy"), [], Today).Findings
            .Concat(PolicyChecks.Run(Read("deferred"), [], Today).Findings)
            .Select(x => x.Rule.Id)
            .Concat(Unsound.Select(x => (string)x[0]))
            .ToHashSet();
        PolicyChecks.Rules.Select(x => x.Id).Except(found).ShouldBeEmpty();
    }

    public static IEnumerable<object[]> Unsound
    => [
        ["FL002", "aws_s3_bucket.x", """{"acl": "public-read-write"}"""],
        [
            "FL002",
            "aws_s3_bucket_policy.x",
            """{"policy": "{\"Statement\": [{\"Effect\": \"Allow\", \"Principal\": {\"AWS\": [\"*\"]}, \"Action\": \"s3:*\", \"Condition\": {\"Bool\": """
                + """{\"aws:SecureTransport\": \"true\"}}}]}"}"""
        ],
        ["FL005", "aws_vpc_security_group_ingress_rule.x", """{"ip_protocol": "tcp", "from_port": 27017, "to_port": 27017, "cidr_ipv6": "::/0"}"""],
        [
            "FL005",
            "aws_security_group_rule.x",
            """{"type": "ingress", "protocol": "tcp", "from_port": 3000, "to_port": 7000, "cidr_blocks": ["128.0.0.0/1"]}"""
        ],
        ["FL006", "aws_security_group_rule.x", """{"type": "ingress", "protocol": "tcp", "from_port": 0, "to_port": 65535, "cidr_blocks": ["0.0.0.0/0"]}"""],
        ["FL007", "aws_efs_file_system.x", """{"encrypted": false}"""],
        [
            "FL014",
            "aws_launch_template.x",
            """{"metadata_options": [{"http_tokens": "required"}], "block_device_mappings": [{"ebs": [{"encrypted": "false"}]}]}"""
        ],
        ["FL015", "aws_launch_template.x", """{"metadata_options": []}"""],
        ["FL016", "aws_iam_policy.x", """{"policy": "{\"Statement\": {\"Effect\": \"Allow\", \"NotAction\": \"iam:*\", \"Resource\": \"*\"}}"}"""],
        [
            "FL017",
            "aws_iam_role.x",
            """{"inline_policy": [{"policy": "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"s3:*\", \"Resource\": \"*\"}}"}]}"""
        ],
        [
            "FL020",
            "aws_iam_role.x",
            """{"assume_role_policy": "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"sts:AssumeRoleWithWebIdentity\", \"Principal\": """
                + """{\"Federated\": \"arn:aws:iam::1:oidc-provider/token.actions.githubusercontent.com\"}, \"Condition\": {\"StringLike\": """
                    + """{\"token.actions.githubusercontent.com:sub\": \"repo:owner/*\"}}}}"}"""
        ],
        ["FL021", "aws_iam_role_policy_attachment.x", """{"policy_arn": "arn:aws:iam::aws:policy/AdministratorAccess"}"""],
        ["FL025", "aws_lb_listener.x", """{"protocol": "HTTPS", "ssl_policy": "ELBSecurityPolicy-2016-08"}"""],
    ];

    [Theory]
    [MemberData(nameof(Unsound))]
    public void An_unsound_resource_is_found(string rule, string address, string after)
        => PolicyChecks.Run(Of(Change(address, "\"create\"", after: after)), [], Today).Findings.ShouldContain(x => x.Rule.Id == rule && x.Address == address);

    public static IEnumerable<object[]> Sound
    => [
        [
            "aws_s3_bucket_policy.x",
            """{"policy": "{\"Statement\": [{\"Effect\": \"Allow\", \"Principal\": {\"Service\": \"cloudfront.amazonaws.com\"},"""
                + """ \"Action\": \"s3:GetObject\", \"Condition\": {\"StringEquals\": {\"AWS:SourceArn\": \"arn\"}}}]}"}"""
        ],
        [
            "aws_s3_bucket_policy.x",
            """{"policy": "{\"Statement\": [{\"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"s3:*\", \"Condition\": {\"Bool\": """
                + """{\"aws:SecureTransport\": \"false\"}}}]}"}"""
        ],
        ["aws_vpc_security_group_ingress_rule.x", """{"ip_protocol": "tcp", "from_port": 443, "to_port": 443, "cidr_ipv4": "0.0.0.0/0"}"""],
        ["aws_vpc_security_group_ingress_rule.x", """{"ip_protocol": "tcp", "from_port": 5432, "to_port": 5432, "referenced_security_group_id": "sg-1"}"""],
        ["aws_vpc_security_group_egress_rule.x", """{"ip_protocol": "-1", "cidr_ipv4": "0.0.0.0/0"}"""],
        ["aws_security_group_rule.x", """{"type": "egress", "protocol": "-1", "from_port": 0, "to_port": 0, "cidr_blocks": ["0.0.0.0/0"]}"""],
        [
            "aws_iam_policy.x",
            """{"policy": "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": [\"ecr:GetAuthorizationToken\", \"xray:PutTraceSegments\","""
                + """ \"ec2:DescribeInstances\"], \"Resource\": \"*\"}}"}"""
        ],
        [
            "aws_iam_policy.x",
            """{"policy": "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": [\"cloudwatch:PutMetricAlarm\"], \"Resource\": \"*\", \"Condition\": """
                + """{\"StringEquals\": {\"aws:ResourceTag/Stack\": \"quizflow\"}}}}"}"""
        ],
        ["aws_iam_policy.x", """{"policy": "{\"Statement\": {\"Effect\": \"Deny\", \"Action\": \"*\", \"Resource\": \"*\"}}"}"""],
        [
            "aws_iam_role.x",
            """{"assume_role_policy": "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"sts:AssumeRoleWithWebIdentity\", \"Principal\": """
                + """{\"Federated\": \"arn:aws:iam::1:oidc-provider/token.actions.githubusercontent.com\"}, \"Condition\": {\"StringEquals\": """
                    + """{\"token.actions.githubusercontent.com:sub\": [\"repo:owner/name:environment:production\","""
                        + """ \"repo:owner/name:ref:refs/heads/main\"]}}}}"}"""
        ],
        ["aws_lb_listener.x", """{"protocol": "HTTP", "port": 80, "default_action": [{"type": "redirect", "redirect": [{"protocol": "HTTPS"}]}]}"""],
        ["aws_lb_listener.x", """{"protocol": "HTTPS", "ssl_policy": "ELBSecurityPolicy-TLS13-1-2-2021-06"}"""],
        ["aws_launch_template.x", """{"metadata_options": [{"http_tokens": "required"}], "block_device_mappings": [{"ebs": [{"encrypted": "true"}]}]}"""],
        [
            "aws_db_instance.replica",
            """{"replicate_source_db": "main", "storage_encrypted": null, "backup_retention_period": null, "deletion_protection": true}"""
        ],
        ["aws_elasticache_replication_group.x", """{"at_rest_encryption_enabled": "true", "transit_encryption_enabled": true}"""],
    ];

    [Theory]
    [MemberData(nameof(Sound))]
    public void A_sound_resource_is_no_finding(string address, string after)
        => PolicyChecks.Run(Of(Change(address, "\"create\"", after: after)), [], Today).Findings.ShouldBeEmpty();

    [Fact]
    public void What_is_unknown_while_planning_is_not_judged()
        => PolicyChecks.Run(Of(Change("aws_db_instance.x", "\"create\"", after: "{}",
            marks: """ "after_unknown": {"storage_encrypted": true, "backup_retention_period": true, "publicly_accessible": true,"""
                + """ "deletion_protection": true} """)),
                [],
                Today).Findings
                .ShouldBeEmpty();

    [Theory]
    [InlineData("FL016", """{"actions": ["*"], "effect": null, "resources": [null]}""")]
    [InlineData("FL017", """{"actions": ["s3:PutObject"], "effect": "Allow", "resources": ["*"], "condition": []}""")]
    [InlineData("FL018", """{"actions": ["s3:*"], "effect": "Allow", "resources": [null]}""")]
    [InlineData("FL019", """{"actions": ["sts:AssumeRole"], "principals": [{"type": "AWS", "identifiers": ["*"]}]}""")]
    [InlineData(
        "FL020",
        """{"actions": ["sts:AssumeRoleWithWebIdentity"], "principals": [{"type": "Federated", "identifiers": [null]}], "condition": """
            + """[{"test": "StringEquals", "variable": "token.actions.githubusercontent.com:aud", "values": ["sts.amazonaws.com"]}]}""")]
    public void A_document_that_is_complete_only_after_apply_is_judged_by_its_blocks(string rule, string statement)
        => PolicyChecks.Run(Document(statement), [], Today).Findings.ShouldContain(x => x.Rule.Id == rule && x.Address == "data.aws_iam_policy_document.x");

    [Theory]
    [InlineData("""{"actions": ["*"], "effect": "Deny", "resources": ["*"]}""")]
    [InlineData("""{"actions": ["s3:*"], "effect": "Allow", "resources": ["*"], "principals": [{"type": "Service", "identifiers": """
        + """["logging.s3.amazonaws.com"]}]}""")]
    [InlineData("""{"actions": ["s3:GetObject"], "effect": "Allow", "resources": ["*"]}""")]
    public void A_sound_document_that_is_complete_only_after_apply_is_no_finding(string statement)
        => PolicyChecks.Run(Document(statement), [], Today).Findings.ShouldBeEmpty();

    private static TerraformPlan Document(string statement)
        => Of(Change("aws_iam_policy_document.x", "\"read\"", after: $$"""{"statement": [{{statement}}]}""")
            .Replace("\"managed\"", "\"data\"", StringComparison.Ordinal)
            .Replace("\"address\": \"", "\"address\": \"data.", StringComparison.Ordinal));

    [Fact]
    public void What_is_destroyed_is_not_judged()
        => PolicyChecks.Run(Of(Change("aws_db_instance.x", "\"delete\"", """{"publicly_accessible": true}""")), [], Today).Findings.ShouldBeEmpty();

    [Fact]
    public void A_waived_finding_stops_nothing_and_is_told()
    {
        var report = PolicyChecks.Run(Open(), [new PolicyWaiver("FL005", "aws_security_group_rule.x", "A bastion in the test account.", Today)], Today);

        report.ThrowIfRefused();
        report.Findings.ShouldBeEmpty();
        report.ToText().ShouldBe("waived  FL005 aws_security_group_rule.x: port of an inner service open to the internet (port 22 (SSH) from 0.0.0.0/0), "
            + "until 2026-11-21\n        A bastion in the test account.\n");
    }

    [Fact]
    public void A_waiver_that_is_over_waives_nothing_and_is_told()
    {
        var report = PolicyChecks.Run(Open(), [new PolicyWaiver("FL005", "aws_security_group_rule.x", "For a week.", Today.AddDays(-1))], Today);

        Should.Throw<FairleadException>(report.ThrowIfRefused).Why.ShouldContain("port 22 (SSH) from 0.0.0.0/0");
        report.ToText().ShouldContain("The waiver of FL005 for aws_security_group_rule.x ended on 2026-11-20.");
    }

    [Fact]
    public void A_waiver_that_waives_nothing_is_told()
        => PolicyChecks.Run(Open(), [new PolicyWaiver("FL005", "aws_security_group_rule.y", "Misspelt.")], Today).Unused.ShouldHaveSingleItem();

    [Theory]
    [InlineData("""{"waivers": [{"check": "FL005", "address": "a.b"}]}""", "no \"reason\"")]
    [InlineData("""{"waivers": [{"check": "FL005", "address": "a.b", "reason": "  "}]}""", "no \"reason\"")]
    [InlineData("""{"waivers": [{"check": "FL999", "address": "a.b", "reason": "x"}]}""", "FL999")]
    [InlineData("""{"waivers": [{"check": "FL005", "address": "a.b", "reason": "x", "expire": "2027-01-01"}]}""", "\"expire\"")]
    [InlineData("""{"waivers": [{"check": "FL005", "address": "a.b", "reason": "x", "expires": "soon"}]}""", "not a date")]
    [InlineData("""{"waivers": ["x"]}""", "not an object")]
    [InlineData("{}", "no list")]
    [InlineData("{", "not JSON")]
    public void A_wrong_waiver_is_an_error(string json, string why)
        => Should.Throw<FairleadException>(() => PolicyWaivers.Parse(Encoding.UTF8.GetBytes(json), "policy-waivers.json")).Why.ShouldContain(why);

    [Fact]
    public void A_right_waiver_is_read()
        => PolicyWaivers
            .Parse("""{"waivers": [{"check": "FL005", "address": "a.b[\"c\"]", "reason": "x", "expires": "2027-01-31"}]}"""u8, "x")
            .ShouldBe([new PolicyWaiver("FL005", "a.b[\"c\"]", "x", new DateOnly(2027, 1, 31))]);

    private static TerraformPlan Open()
        => Of(Change(
            "aws_security_group_rule.x",
            "\"create\"",
            after: """{"type": "ingress", "protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_blocks": ["0.0.0.0/0"]}"""));
}
