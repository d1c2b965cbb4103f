"""Budgets: subscribers and tags."""

from __future__ import annotations

from typing import Any

from emulator.account import arn, table
from emulator.wire import Call, Moto, Reply, json_reply

_subscribers = table()
_tags = table()


def _key(budget: str, notification: dict[str, Any]) -> tuple[Any, ...]:
    return budget, notification.get("NotificationType"), notification.get("ComparisonOperator"), notification.get("Threshold"), notification.get("ThresholdType", "PERCENTAGE")


def _pairs(tags: list[dict[str, str]]) -> dict[str, str]:
    return {each["Key"]: each["Value"] for each in tags}


def answer(call: Call, moto: Moto) -> Reply:
    """moto answers 500 to both reads, and then neither plan nor destroy of a state with aws_budgets_budget works."""
    request = call.json
    match call.action:
        case "ListTagsForResource":
            return json_reply({"ResourceTags": [{"Key": key, "Value": value} for key, value in _tags.get(request["ResourceARN"], {}).items()]})
        case "TagResource":
            _tags.setdefault(request["ResourceARN"], {}).update(_pairs(request["ResourceTags"]))
            return json_reply({})
        case "UntagResource":
            for key in request["ResourceTagKeys"]:
                _tags.get(request["ResourceARN"], {}).pop(key, None)
            return json_reply({})
    if call.action == "DescribeSubscribersForNotification":
        return json_reply({"Subscribers": _subscribers.get(_key(request["BudgetName"], request["Notification"]), [])})
    reply = moto()
    if reply.is_success and call.action == "CreateBudget":
        # The service is global: its ARNs name no region.
        _tags[arn("budgets", f"budget/{request['Budget']['BudgetName']}", region="")] = _pairs(request.get("ResourceTags") or [])
        for each in request.get("NotificationsWithSubscribers") or []:
            _subscribers[_key(request["Budget"]["BudgetName"], each["Notification"])] = each["Subscribers"]
    if reply.is_success and call.action == "CreateNotification":
        _subscribers[_key(request["BudgetName"], request["Notification"])] = request["Subscribers"]
    return reply
