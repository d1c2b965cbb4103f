"""Auto Scaling of EC2 groups and of everything else."""

from __future__ import annotations

import re
import uuid
from typing import Any

from moto.applicationautoscaling.models import applicationautoscaling_backends
from moto.autoscaling.responses import AutoScalingResponse

from emulator.account import ID, table
from emulator.patching import around
from emulator.wire import Call, Moto, Reply, json_reply

_NAMESPACE = "http://autoscaling.amazonaws.com/doc/2011-01-01/"
_PREDICTIVE = re.compile(rb"<PredictiveScalingConfiguration ?/>|<PredictiveScalingConfiguration>.*?</PredictiveScalingConfiguration>", re.S)
_tags = table()


def patch() -> None:
    """Changes moto's groups: they keep the warm-up of their instances, and their instances are refreshed."""
    for operation in ("create_auto_scaling_group", "update_auto_scaling_group"):
        _keep_the_warmup(operation)

    # moto answers 500. Nothing runs on its instances, so a refresh has nothing to do and is over at once.
    AutoScalingResponse.start_instance_refresh = _start_instance_refresh
    AutoScalingResponse.describe_instance_refreshes = _describe_instance_refreshes


def _keep_the_warmup(operation: str) -> None:
    @around(AutoScalingResponse, operation)
    def keep(original, self):
        result = original(self)
        warmup = self._get_int_param("DefaultInstanceWarmup")
        if warmup is not None:
            self.autoscaling_backend.autoscaling_groups[self._get_param("AutoScalingGroupName")].default_instance_warmup = warmup
        return result


def _start_instance_refresh(self) -> str:
    group = self.autoscaling_backend.autoscaling_groups[self._get_param("AutoScalingGroupName")]
    group.emulated_refreshes = [str(uuid.uuid4()), *getattr(group, "emulated_refreshes", [])]
    return f'<StartInstanceRefreshResponse xmlns="{_NAMESPACE}"><StartInstanceRefreshResult><InstanceRefreshId>{group.emulated_refreshes[0]}</InstanceRefreshId></StartInstanceRefreshResult></StartInstanceRefreshResponse>'


def _describe_instance_refreshes(self) -> str:
    name = self._get_param("AutoScalingGroupName")
    items = "".join(
        f"<member><InstanceRefreshId>{each}</InstanceRefreshId><AutoScalingGroupName>{name}</AutoScalingGroupName><Status>Successful</Status></member>"
        for each in getattr(self.autoscaling_backend.autoscaling_groups[name], "emulated_refreshes", [])
    )
    return f'<DescribeInstanceRefreshesResponse xmlns="{_NAMESPACE}"><DescribeInstanceRefreshesResult><InstanceRefreshes>{items}</InstanceRefreshes></DescribeInstanceRefreshesResult></DescribeInstanceRefreshesResponse>'


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
