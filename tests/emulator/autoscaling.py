"""Auto Scaling of EC2 groups and of everything else."""

from __future__ import annotations

import re

from emulator.wire import Call, Moto, Reply, json_reply

_PREDICTIVE = re.compile(rb"<PredictiveScalingConfiguration ?/>|<PredictiveScalingConfiguration>.*?</PredictiveScalingConfiguration>", re.S)


def answer_application(call: Call, moto: Moto) -> Reply:
    """moto answers 500 to ListTagsForResource, and then neither plan nor destroy of a state with aws_appautoscaling_target works."""
    if call.action == "ListTagsForResource":
        return json_reply({"Tags": {}})
    return moto()


def answer(call: Call, moto: Moto) -> Reply:
    """moto answers no Enabled and an empty PredictiveScalingConfiguration; Terraform then wants to change every aws_autoscaling_policy."""
    reply = moto()
    if call.action != "DescribePolicies" or not reply.is_success:
        return reply
    body = _PREDICTIVE.sub(b"", reply.body)
    if b"<Enabled>" not in body:
        body = body.replace(b"</PolicyARN>", b"</PolicyARN><Enabled>true</Enabled>")
    return reply.with_body(body)
