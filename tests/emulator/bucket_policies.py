"""S3: deleting of delete markers, and bucket policies with conditions. moto takes a condition that it cannot judge for a refusal, even of an allowance.

The emulator leaves such statements out: a policy that refuses requests without TLS would refuse all of them here (it speaks HTTP, on the loopback
interface), and one that lets a CloudFront distribution read would refuse everybody else.
"""

from __future__ import annotations

import json

from moto.iam.access_control import IAMPolicy, PermissionResult
from moto.s3.models import FakeBucket, FakeDeleteMarker

from emulator.patching import around


def patch() -> None:
    """Changes moto's S3."""
    # Emptying a bucket with versions disposes of what it deletes, and moto's delete markers cannot be disposed of: they hold nothing.
    FakeDeleteMarker.dispose = lambda self, garbage=False: None

    @around(FakeBucket, "get_permission")
    def get_permission(_, self, action: str, resource: str) -> PermissionResult:
        if self.policy is None:
            return PermissionResult.NEUTRAL
        policy = json.loads(self.policy)
        statements = policy["Statement"] if isinstance(policy["Statement"], list) else [policy["Statement"]]
        policy["Statement"] = [each for each in statements if not each.get("Condition")]
        return IAMPolicy(json.dumps(policy)).is_action_permitted(action, resource)
