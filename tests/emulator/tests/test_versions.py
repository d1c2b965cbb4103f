"""Versions of S3 objects."""

from __future__ import annotations

from emulator.tests.support import EmulatorTestCase


class VersionTests(EmulatorTestCase):
    def test_a_bucket_with_delete_markers_can_be_emptied_and_deleted(self):
        s3 = self.client("s3")
        s3.create_bucket(Bucket="with-versions")
        s3.put_bucket_versioning(Bucket="with-versions", VersioningConfiguration={"Status": "Enabled"})
        s3.put_object(Bucket="with-versions", Key="k", Body=b"x")
        s3.delete_object(Bucket="with-versions", Key="k")
        listed = s3.list_object_versions(Bucket="with-versions")
        for each in listed["Versions"] + listed["DeleteMarkers"]:
            s3.delete_objects(Bucket="with-versions", Delete={"Objects": [{"Key": each["Key"], "VersionId": each["VersionId"]}]})
        s3.delete_bucket(Bucket="with-versions")
