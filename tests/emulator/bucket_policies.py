"""Bucket policies: a statement whose condition does not hold says nothing."""

from __future__ import annotations

import json
from typing import Any

from moto.iam.access_control import IAMPolicy, PermissionResult
from moto.s3.models import FakeBucket

from emulator.patching import around

# The emulator stands in for endpoints that are reached by TLS, whatever carries its requests over the loopback interface.
_CONTEXT = {"aws:securetransport": "true", "s3:tlsversion": "1.3"}

_COMPARISONS = {
    "bool": lambda actual, wanted: actual == wanted.lower(),
    "stringequals": lambda actual, wanted: actual == wanted,
    "numericlessthan": lambda actual, wanted: float(actual) < float(wanted),
    "numericgreaterthanequals": lambda actual, wanted: float(actual) >= float(wanted),
}


def patch() -> None:
    @around(FakeBucket, "get_permission")
    def get_permission(original: Any, bucket: FakeBucket, action: str, resource: str) -> Any:
        """moto reads no condition, so a policy that denies plain HTTP would deny everything."""
        policy = bucket.policy
        if policy is None:
            return original(bucket, action, resource)
        document = json.loads(policy)
        statements = document["Statement"] if isinstance(document["Statement"], list) else [document["Statement"]]
        holding = [statement for statement in statements if may_hold(statement.get("Condition", {}))]
        return IAMPolicy(json.dumps({**document, "Statement": holding})).is_action_permitted(action, resource) if holding else PermissionResult.NEUTRAL


def may_hold(condition: dict[str, dict[str, Any]]) -> bool:
    """False when the transport alone settles that the condition does not hold. What else a request brings with it is not known here."""
    for operator, keys in condition.items():
        compare = _COMPARISONS.get(operator.lower())
        for key, wanted in keys.items():
            actual = _CONTEXT.get(key.lower())
            values = wanted if isinstance(wanted, list) else [wanted]
            if compare and actual is not None and not any(compare(actual, str(value)) for value in values):
                return False
    return True
