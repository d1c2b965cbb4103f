"""CloudFront."""

from __future__ import annotations

from emulator.tests.support import EmulatorTestCase, also_on_stock_moto, mends

CACHE_POLICY = {"Name": "assets", "MinTTL": 1, "DefaultTTL": 3600, "MaxTTL": 86400}
OPTIMIZED = "658327ea-f89d-4fab-a63d-7e88639e58f6"


def config(**more) -> dict:
    return {
        "CallerReference": "once",
        "Comment": "site",
        "Enabled": True,
        "Origins": {"Quantity": 1, "Items": [{"Id": "site", "DomainName": "site.s3.us-east-1.amazonaws.com", "OriginAccessControlId": "E1", "S3OriginConfig": {"OriginAccessIdentity": ""}}]},
        "DefaultCacheBehavior": {"TargetOriginId": "site", "ViewerProtocolPolicy": "redirect-to-https", "CachePolicyId": OPTIMIZED, "Compress": True},
        "ViewerCertificate": {"ACMCertificateArn": "arn:aws:acm:us-east-1:123456789012:certificate/c", "SSLSupportMethod": "sni-only", "MinimumProtocolVersion": "TLSv1.2_2021"},
        **more,
    }


@also_on_stock_moto
class CloudFrontTests(EmulatorTestCase):
    def create(self) -> tuple[str, str]:
        answer = self.client("cloudfront").create_distribution(DistributionConfig=config())
        return answer["Distribution"]["Id"], answer["ETag"]

    @mends
    def test_a_distribution_is_answered_as_it_was_asked_for(self):
        name, _ = self.create()
        cloudfront = self.client("cloudfront")
        for read in (cloudfront.get_distribution(Id=name)["Distribution"]["DistributionConfig"], cloudfront.get_distribution_config(Id=name)["DistributionConfig"]):
            self.assertNotIn("ForwardedValues", read["DefaultCacheBehavior"])
            self.assertEqual(OPTIMIZED, read["DefaultCacheBehavior"]["CachePolicyId"])
            self.assertNotIn("CloudFrontDefaultCertificate", read["ViewerCertificate"])
            self.assertEqual("E1", read["Origins"]["Items"][0]["OriginAccessControlId"])

    @mends
    def test_a_distribution_can_be_changed(self):
        name, tag = self.create()
        cloudfront = self.client("cloudfront")
        cloudfront.update_distribution(Id=name, IfMatch=tag, DistributionConfig=config(Comment="other", DefaultRootObject="index.html", PriceClass="PriceClass_100"))
        read = cloudfront.get_distribution(Id=name)["Distribution"]["DistributionConfig"]
        self.assertEqual(("other", "index.html", "PriceClass_100"), (read["Comment"], read["DefaultRootObject"], read["PriceClass"]))
        self.assertNotIn("ForwardedValues", read["DefaultCacheBehavior"])

    @mends
    def test_an_invalidation_completes(self):
        name, _ = self.create()
        batch = {"CallerReference": "r", "Paths": {"Quantity": 1, "Items": ["/index.html"]}}
        invalidation = self.client("cloudfront").create_invalidation(DistributionId=name, InvalidationBatch=batch)["Invalidation"]["Id"]
        self.client("cloudfront").get_waiter("invalidation_completed").wait(DistributionId=name, Id=invalidation, WaiterConfig={"Delay": 0, "MaxAttempts": 3})

    @mends
    def test_a_cache_policy_is_made_changed_and_deleted(self):
        cloudfront = self.client("cloudfront")
        made = cloudfront.create_cache_policy(CachePolicyConfig=CACHE_POLICY)
        name = made["CachePolicy"]["Id"]
        self.assertEqual(CACHE_POLICY, cloudfront.get_cache_policy(Id=name)["CachePolicy"]["CachePolicyConfig"])
        changed = cloudfront.update_cache_policy(Id=name, IfMatch=made["ETag"], CachePolicyConfig={**CACHE_POLICY, "MinTTL": 5})
        self.assertEqual(5, cloudfront.get_cache_policy_config(Id=name)["CachePolicyConfig"]["MinTTL"])
        self.assertRaises(cloudfront.exceptions.PreconditionFailed, cloudfront.delete_cache_policy, Id=name, IfMatch=made["ETag"])
        cloudfront.delete_cache_policy(Id=name, IfMatch=changed["ETag"])
        self.assertRaises(cloudfront.exceptions.NoSuchCachePolicy, cloudfront.get_cache_policy, Id=name)

    @mends
    def test_managed_policies_are_there(self):
        managed = self.client("cloudfront").list_cache_policies(Type="managed")["CachePolicyList"]["Items"]
        self.assertIn((OPTIMIZED, "Managed-CachingOptimized"), [(each["CachePolicy"]["Id"], each["CachePolicy"]["CachePolicyConfig"]["Name"]) for each in managed])
        self.assertTrue(self.client("cloudfront").list_response_headers_policies()["ResponseHeadersPolicyList"]["Items"])
        self.assertTrue(self.client("cloudfront").list_origin_request_policies()["OriginRequestPolicyList"]["Items"])

    @mends
    def test_a_function_has_a_stage_for_work_and_one_for_viewers(self):
        cloudfront = self.client("cloudfront")
        config = {"Comment": "spa", "Runtime": "cloudfront-js-2.0"}
        tag = cloudfront.create_function(Name="spa", FunctionConfig=config, FunctionCode=b"one")["ETag"]
        self.assertRaises(cloudfront.exceptions.NoSuchFunctionExists, cloudfront.get_function, Name="spa", Stage="LIVE")
        cloudfront.publish_function(Name="spa", IfMatch=tag)
        tag = cloudfront.update_function(Name="spa", IfMatch=tag, FunctionConfig=config, FunctionCode=b"two")["ETag"]
        self.assertEqual((b"two", b"one"), tuple(cloudfront.get_function(Name="spa", Stage=stage)["FunctionCode"].read() for stage in ("DEVELOPMENT", "LIVE")))
        self.assertEqual("UNPUBLISHED", cloudfront.describe_function(Name="spa")["FunctionSummary"]["Status"])
        self.assertRaises(cloudfront.exceptions.InvalidIfMatchVersion, cloudfront.delete_function, Name="spa", IfMatch="OLD")
        cloudfront.delete_function(Name="spa", IfMatch=tag)
        self.assertEqual(0, cloudfront.list_functions()["FunctionList"]["Quantity"])
