"""Budgets: subscribers and tags."""

from __future__ import annotations

from typing import Any

from emulator.account import table
from emulator.wire import Call, Moto, Reply, json_reply

_subscribers = table()


def _key(budget: str, notification: dict[str, Any]) -> tuple[Any, ...]:
    return budget, notification.get("NotificationType"), notification.get("ComparisonOperator"), notification.get("Threshold"), notification.get("ThresholdType", "PERCENTAGE")


def answer(call: Call, moto: Moto) -> Reply:
    """moto answers 500 to both reads, and then neither plan nor destroy of a state with aws_budgets_budget works."""
    request = call.json
    if call.action == "ListTagsForResource":
        return json_reply({"ResourceTags": []})
    if call.action == "DescribeSubscribersForNotification":
        return json_reply({"Subscribers": _subscribers.get(_key(request["BudgetName"], request["Notification"]), [])})
    reply = moto()
    if reply.is_success and call.action == "CreateBudget":
        for each in request.get("NotificationsWithSubscribers") or []:
            _subscribers[_key(request["Budget"]["BudgetName"], each["Notification"])] = each["Subscribers"]
    if reply.is_success and call.action == "CreateNotification":
        _subscribers[_key(request["BudgetName"], request["Notification"])] = request["Subscribers"]
    return reply
