"""IAM, budgets, CloudWatch, CodeDeploy, Route 53, S3 and X-Ray."""

from __future__ import annotations

import json
import urllib.request

from botocore.exceptions import ClientError

from emulator.tests.support import EmulatorTestCase, also_on_stock_moto, mends


@also_on_stock_moto
class AccountTests(EmulatorTestCase):
    @mends
    def test_a_policy_scoped_to_one_repository_allows_that_and_no_other(self):
        iam, ecr = self.client("iam"), self.client("ecr")
        for name in ("mine", "theirs"):
            ecr.create_repository(repositoryName=name)
        iam.create_user(UserName="ci")
        statement = {"Effect": "Allow", "Action": "ecr:DescribeImages", "Resource": "arn:aws:ecr:us-east-1:123456789012:repository/mine"}
        iam.put_user_policy(UserName="ci", PolicyName="p", PolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": [statement]}))
        key = iam.create_access_key(UserName="ci")["AccessKey"]
        user = self.client("ecr", aws_access_key_id=key["AccessKeyId"], aws_secret_access_key=key["SecretAccessKey"])
        self.enforce("0")
        try:
            user.describe_images(repositoryName="mine")
            with self.assertRaises(ClientError) as refused:
                user.describe_images(repositoryName="theirs")
            self.assertEqual(403, refused.exception.response["ResponseMetadata"]["HTTPStatusCode"])
        finally:
            self.enforce("inf")

    def enforce(self, count: str) -> None:
        urllib.request.urlopen(urllib.request.Request(self.url + "/moto-api/reset-auth", data=count.encode(), headers={"Content-Type": "text/plain"})).read()

    @mends
    def test_the_subscribers_and_tags_of_a_budget_can_be_read(self):
        budgets = self.client("budgets")
        notification = {"NotificationType": "ACTUAL", "ComparisonOperator": "GREATER_THAN", "Threshold": 80, "ThresholdType": "PERCENTAGE"}
        subscribers = [{"SubscriptionType": "EMAIL", "Address": "ops@example.com"}]
        budget = {"BudgetName": "monthly", "BudgetLimit": {"Amount": "100", "Unit": "USD"}, "TimeUnit": "MONTHLY", "BudgetType": "COST"}
        budgets.create_budget(AccountId="123456789012", Budget=budget, NotificationsWithSubscribers=[{"Notification": notification, "Subscribers": subscribers}], ResourceTags=[{"Key": "Stack", "Value": "cpm"}])
        self.assertEqual(subscribers, budgets.describe_subscribers_for_notification(AccountId="123456789012", BudgetName="monthly", Notification=notification)["Subscribers"])
        arn = "arn:aws:budgets::123456789012:budget/monthly"
        self.assertEqual([{"Key": "Stack", "Value": "cpm"}], budgets.list_tags_for_resource(ResourceARN=arn)["ResourceTags"])
        budgets.tag_resource(ResourceARN=arn, ResourceTags=[{"Key": "Team", "Value": "ops"}])
        budgets.untag_resource(ResourceARN=arn, ResourceTagKeys=["Stack"])
        self.assertEqual([{"Key": "Team", "Value": "ops"}], budgets.list_tags_for_resource(ResourceARN=arn)["ResourceTags"])

    @mends
    def test_a_composite_alarm_is_kept(self):
        cloudwatch = self.client("cloudwatch")
        cloudwatch.put_composite_alarm(AlarmName="both", AlarmRule="ALARM(a) AND ALARM(b)")
        alarms = cloudwatch.describe_alarms(AlarmNames=["both"], AlarmTypes=["CompositeAlarm"])["CompositeAlarms"]
        self.assertEqual(["ALARM(a) AND ALARM(b)"], [each["AlarmRule"] for each in alarms])

    @mends
    def test_a_codedeploy_application_is_deleted_and_its_times_are_numbers(self):
        codedeploy = self.client("codedeploy")
        codedeploy.create_application(applicationName="a", computePlatform="ECS")
        codedeploy.get_application(applicationName="a")
        codedeploy.delete_application(applicationName="a")
        self.assertRaises(codedeploy.exceptions.ApplicationDoesNotExistException, codedeploy.get_application, applicationName="a")

    @mends
    def test_a_zone_with_a_vpc_is_private(self):
        vpc = self.client("ec2").create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        route53 = self.client("route53")
        zone = route53.create_hosted_zone(Name="internal.test", CallerReference="r", VPC={"VPCRegion": "us-east-1", "VPCId": vpc})["HostedZone"]["Id"]
        read = route53.get_hosted_zone(Id=zone)
        self.assertEqual((True, [{"VPCRegion": "us-east-1", "VPCId": vpc}]), (read["HostedZone"]["Config"]["PrivateZone"], read["VPCs"]))

    @mends
    def test_an_upload_with_a_wrong_checksum_is_refused(self):
        s3 = self.client("s3")
        s3.create_bucket(Bucket="bucket")
        s3.put_object(Bucket="bucket", Key="right", Body=b"a", ChecksumSHA256="ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs=")
        for wrong in ({"ChecksumSHA256": "A" * 43 + "="}, {"ChecksumCRC32": "AAAAAA=="}, {"ContentMD5": "A" * 22 + "=="}):
            with self.assertRaises(ClientError) as refused:
                s3.put_object(Bucket="bucket", Key="wrong", Body=b"a", **wrong)
            self.assertEqual("BadDigest", refused.exception.response["Error"]["Code"])
        self.assertEqual(["right"], [each["Key"] for each in s3.list_objects_v2(Bucket="bucket")["Contents"]])

    @mends
    def test_sampling_rules_and_groups_are_made_changed_and_deleted(self):
        xray = self.client("xray")
        rule = {"RuleName": "r", "ResourceARN": "*", "Priority": 10, "FixedRate": 0.05, "ReservoirSize": 1, "ServiceName": "*", "ServiceType": "*", "Host": "*", "HTTPMethod": "*", "URLPath": "*", "Version": 1}
        xray.create_sampling_rule(SamplingRule=rule, Tags=[{"Key": "a", "Value": "b"}])
        changed = xray.update_sampling_rule(SamplingRuleUpdate={"RuleName": "r", "FixedRate": 0.5})["SamplingRuleRecord"]["SamplingRule"]
        self.assertEqual((0.5, 1), (changed["FixedRate"], changed["ReservoirSize"]))
        self.assertEqual([{"Key": "a", "Value": "b"}], xray.list_tags_for_resource(ResourceARN=changed["RuleARN"])["Tags"])
        xray.delete_sampling_rule(RuleName="r")
        self.assertEqual([], xray.get_sampling_rules()["SamplingRuleRecords"])
        group = xray.create_group(GroupName="g", FilterExpression="responsetime > 5")["Group"]
        xray.update_group(GroupARN=group["GroupARN"], FilterExpression="responsetime > 2")
        self.assertEqual("responsetime > 2", xray.get_group(GroupName="g")["Group"]["FilterExpression"])
        xray.delete_group(GroupName="g")
        self.assertRaises(xray.exceptions.InvalidRequestException, xray.get_group, GroupName="g")
