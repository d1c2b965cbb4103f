"""Rules of security groups, Ubuntu's images, bucket policies."""

from __future__ import annotations

import json

from emulator.tests.support import EmulatorTestCase, also_on_stock_moto, mends


@also_on_stock_moto
class NetworkAndBucketTests(EmulatorTestCase):
    @mends
    def test_a_rule_keeps_what_it_says_about_the_group_and_the_prefix_list_that_it_names(self):
        ec2 = self.client("ec2")
        network = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        group, other = (ec2.create_security_group(GroupName=name, Description=name, VpcId=network)["GroupId"] for name in ("a", "b"))
        prefixes = ec2.describe_managed_prefix_lists()["PrefixLists"][0]["PrefixListId"]
        port = {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443}
        ec2.authorize_security_group_ingress(GroupId=group, IpPermissions=[{**port, "UserIdGroupPairs": [{"GroupId": other, "Description": "from the other group"}]}])
        ec2.authorize_security_group_ingress(GroupId=group, IpPermissions=[{**port, "PrefixListIds": [{"PrefixListId": prefixes, "Description": "from the list"}]}])
        rules = ec2.describe_security_group_rules(Filters=[{"Name": "group-id", "Values": [group]}])["SecurityGroupRules"]
        self.assertEqual({"from the other group", "from the list"}, {each.get("Description") for each in rules if not each["IsEgress"]})

    @mends
    def test_the_parameter_of_Canonical_names_an_image_of_ubuntu(self):
        for architecture, other_name in (("arm64", "arm64"), ("amd64", "x86_64")):
            name = f"/aws/service/canonical/ubuntu/server/24.04/stable/current/{architecture}/hvm/ebs-gp3/ami-id"
            image = self.client("ssm").get_parameter(Name=name)["Parameter"]["Value"]
            found = self.client("ec2").describe_images(ImageIds=[image])["Images"][0]
            self.assertEqual((other_name, "099720109477"), (found["Architecture"], found["OwnerId"]))
            self.assertIn("24.04", found["Name"])

    @mends
    def test_a_bucket_that_wants_TLS_and_lets_a_distribution_read_is_still_written_to(self):
        s3 = self.client("s3")
        s3.create_bucket(Bucket="site")
        self.put_policy(
            {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::site/*", "Condition": {"Bool": {"aws:SecureTransport": "false"}}},
            {"Effect": "Allow", "Principal": {"Service": "cloudfront.amazonaws.com"}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::site/*", "Condition": {"StringEquals": {"AWS:SourceArn": "arn:aws:cloudfront::123456789012:distribution/E1"}}},
        )
        s3.put_object(Bucket="site", Key="index.html", Body=b"hello")
        self.assertEqual(b"hello", s3.get_object(Bucket="site", Key="index.html")["Body"].read())

    def test_a_refusal_without_a_condition_stays_one(self):
        s3 = self.client("s3")
        s3.create_bucket(Bucket="site")
        self.put_policy({"Effect": "Deny", "Principal": "*", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::site/*"})
        with self.assertRaises(s3.exceptions.ClientError):
            s3.put_object(Bucket="site", Key="index.html", Body=b"hello")

    def put_policy(self, *statements: dict) -> None:
        self.client("s3").put_bucket_policy(Bucket="site", Policy=json.dumps({"Version": "2012-10-17", "Statement": list(statements)}))
