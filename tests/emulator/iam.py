"""IAM enforcement by resource."""

from __future__ import annotations

import json

from moto.iam import access_control

from emulator.calls import resources
from emulator.patching import around


def patch() -> None:
    """moto compares a statement's Resource with ``*`` for nearly every service but S3: a policy scoped to an ARN, as it should be, is refused."""

    @around(access_control.IAMRequestBase, "check_action_permitted")
    def check_action_permitted(original, self, resource):
        if resource != "*":
            return original(self, resource)
        try:
            request = json.loads(self._body) if self._body else {}
        except ValueError:
            request = {}
        service, _, action = self._action.partition(":")
        for each in resources(self._service or service, action, self._path, request if isinstance(request, dict) else {}):
            original(self, each)
