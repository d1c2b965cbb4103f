"""Auto Scaling of EC2 groups and of everything else."""

from __future__ import annotations

import re
from typing import Any

from moto.applicationautoscaling.models import applicationautoscaling_backends

from emulator.account import ID, table
from emulator.wire import Call, Moto, Reply, json_reply

_PREDICTIVE = re.compile(rb"<PredictiveScalingConfiguration ?/>|<PredictiveScalingConfiguration>.*?</PredictiveScalingConfiguration>", re.S)


_tags = table()


def answer_application(call: Call, moto: Moto) -> Reply:
    """moto answers 500 to ListTagsForResource, and then neither plan nor destroy of a state with aws_appautoscaling_target works."""
    request = call.json
    match call.action:
        case "ListTagsForResource":
            return json_reply({"Tags": _tags.get(request["ResourceARN"], {})})
        case "TagResource":
            _tags.setdefault(request["ResourceARN"], {}).update(request["Tags"])
            return json_reply({})
        case "UntagResource":
            for key in request["TagKeys"]:
                _tags.get(request["ResourceARN"], {}).pop(key, None)
            return json_reply({})
    reply = moto()
    if reply.is_success and call.action == "RegisterScalableTarget" and request.get("Tags"):
        _tags[_target_arn(call.region, request)] = dict(request["Tags"])
    return reply


def _target_arn(region: str, request: dict[str, Any]) -> str:
    targets = applicationautoscaling_backends[ID][region].describe_scalable_targets(request["ServiceNamespace"], [request["ResourceId"]], request["ScalableDimension"])
    return targets[0].arn


def answer(call: Call, moto: Moto) -> Reply:
    """moto answers no Enabled and an empty PredictiveScalingConfiguration; Terraform then wants to change every aws_autoscaling_policy."""
    reply = moto()
    if call.action != "DescribePolicies" or not reply.is_success:
        return reply
    body = _PREDICTIVE.sub(b"", reply.body)
    if b"<Enabled>" not in body:
        body = body.replace(b"</PolicyARN>", b"</PolicyARN><Enabled>true</Enabled>")
    return reply.with_body(body)
