"""Bucket policies."""

from __future__ import annotations

import json

from botocore.exceptions import ClientError

from emulator.tests.support import EmulatorTestCase, also_on_stock_moto, mends


@also_on_stock_moto
class BucketPolicyTests(EmulatorTestCase):
    @mends
    def test_a_policy_that_denies_plain_http_denies_nothing_else(self):
        s3 = self.bucket_that_denies({"Bool": {"aws:SecureTransport": "false"}})
        s3.put_object(Bucket="a-bucket", Key="k", Body=b"x")
        self.assertEqual(b"x", s3.get_object(Bucket="a-bucket", Key="k")["Body"].read())

    @mends
    def test_a_policy_that_denies_old_tls_denies_nothing_else(self):
        s3 = self.bucket_that_denies({"NumericLessThan": {"s3:TlsVersion": "1.2"}})
        s3.put_object(Bucket="a-bucket", Key="k", Body=b"x")
        self.assertEqual(b"x", s3.get_object(Bucket="a-bucket", Key="k")["Body"].read())

    def test_a_denial_without_a_condition_denies(self):
        with self.assertRaises(ClientError) as refused:
            self.bucket_that_denies({}).get_object(Bucket="a-bucket", Key="k")
        self.assertEqual(403, refused.exception.response["ResponseMetadata"]["HTTPStatusCode"])

    def bucket_that_denies(self, condition):
        s3 = self.client("s3")
        s3.create_bucket(Bucket="a-bucket")
        statement = {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": ["arn:aws:s3:::a-bucket", "arn:aws:s3:::a-bucket/*"]}
        s3.put_bucket_policy(Bucket="a-bucket", Policy=json.dumps({"Version": "2012-10-17", "Statement": [{**statement, **({"Condition": condition} if condition else {})}]}))
        return s3
