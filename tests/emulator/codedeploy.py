"""CodeDeploy."""

from __future__ import annotations

import re
from datetime import datetime

from moto.codedeploy.models import codedeploy_backends

from emulator.account import ID
from emulator.wire import Call, Moto, Reply, json_reply

_TIME = re.compile(rb'"(createTime|completeTime|startTime)": "(\d{4}-[^"]+)"')


def answer(call: Call, moto: Moto) -> Reply:
    """moto writes times as text, which the AWS SDK for Go refuses, and cannot delete."""
    if call.action == "DeleteApplication":
        codedeploy_backends[ID][call.region].applications.pop(call.json["applicationName"], None)
        return json_reply({})
    if call.action == "DeleteDeploymentGroup":
        groups = codedeploy_backends[ID][call.region].deployment_groups.get(call.json["applicationName"], {})
        groups.pop(call.json["deploymentGroupName"], None)
        return json_reply({})
    reply = moto()
    return reply.with_body(_TIME.sub(_in_seconds, reply.body)) if _TIME.search(reply.body) else reply


def _in_seconds(found: re.Match[bytes]) -> bytes:
    return b'"%s": %.3f' % (found[1], datetime.fromisoformat(found[2].decode()).timestamp())
