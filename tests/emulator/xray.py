"""X-Ray: sampling rules, groups, encryption. moto has none of them: 404 with a page of HTML."""

from __future__ import annotations

import time
from typing import Any

from emulator.account import arn, new_id, table
from emulator.wire import Call, Moto, Reply, json_reply

_rules = table()
_groups = table()
_tags = table()
_encryption = table()


def answer(call: Call, moto: Moto) -> Reply:
    """One call of https://docs.aws.amazon.com/xray/latest/api/; its paths are named like its operations."""
    operation = _OPERATIONS.get(call.path.strip("/"))
    if operation is None:
        return moto()
    try:
        return json_reply(operation(call.json))
    except KeyError as error:
        # No X-Amz-Target, no __type: REST-JSON reads the code from a header.
        reply = json_reply({"Message": f"{error} was not found."}, 400)
        reply.headers.append(("x-amzn-ErrorType", "InvalidRequestException"))
        return reply


def _create_rule(request: dict[str, Any]) -> dict[str, Any]:
    rule = {"Attributes": {}, **request["SamplingRule"]}
    rule["RuleARN"] = arn("xray", f"sampling-rule/{rule['RuleName']}")
    _rules[rule["RuleName"]] = {"SamplingRule": rule, "CreatedAt": time.time(), "ModifiedAt": time.time()}
    _tags[rule["RuleARN"]] = request.get("Tags") or []
    return {"SamplingRuleRecord": _rules[rule["RuleName"]]}


def _rule(request: dict[str, Any]) -> dict[str, Any]:
    return _rules[request.get("RuleName") or request["RuleARN"].rpartition("/")[2]]


def _update_rule(request: dict[str, Any]) -> dict[str, Any]:
    record = _rule(request["SamplingRuleUpdate"])
    record["SamplingRule"].update({name: value for name, value in request["SamplingRuleUpdate"].items() if value is not None})
    record["ModifiedAt"] = time.time()
    return {"SamplingRuleRecord": record}


def _delete_rule(request: dict[str, Any]) -> dict[str, Any]:
    record = _rule(request)
    del _rules[record["SamplingRule"]["RuleName"]]
    return {"SamplingRuleRecord": record}


def _create_group(request: dict[str, Any]) -> dict[str, Any]:
    name = request["GroupName"]
    group = {
        "GroupName": name,
        "GroupARN": arn("xray", f"group/{name}/{new_id().upper()}"),
        "FilterExpression": request.get("FilterExpression", ""),
        "InsightsConfiguration": request.get("InsightsConfiguration") or {"InsightsEnabled": False, "NotificationsEnabled": False},
    }
    _groups[name] = group
    _tags[group["GroupARN"]] = request.get("Tags") or []
    return {"Group": group}


def _group(request: dict[str, Any]) -> dict[str, Any]:
    return _groups[request.get("GroupName") or request["GroupARN"].split("/")[1]]


def _update_group(request: dict[str, Any]) -> dict[str, Any]:
    group = _group(request)
    group.update({name: request[name] for name in ("FilterExpression", "InsightsConfiguration") if name in request})
    return {"Group": group}


def _delete_group(request: dict[str, Any]) -> dict[str, Any]:
    del _groups[_group(request)["GroupName"]]
    return {}


def _put_encryption(request: dict[str, Any]) -> dict[str, Any]:
    _encryption.update({"Type": request["Type"], "Status": "ACTIVE", **({"KeyId": request["KeyId"]} if request.get("KeyId") else {})})
    return {"EncryptionConfig": _encryption}


def _tag(request: dict[str, Any]) -> dict[str, Any]:
    named = {each["Key"] for each in request["Tags"]}
    _tags[request["ResourceARN"]] = [each for each in _tags.get(request["ResourceARN"], []) if each["Key"] not in named] + request["Tags"]
    return {}


def _untag(request: dict[str, Any]) -> dict[str, Any]:
    _tags[request["ResourceARN"]] = [each for each in _tags.get(request["ResourceARN"], []) if each["Key"] not in request["TagKeys"]]
    return {}


_OPERATIONS = {
    "CreateGroup": _create_group,
    "CreateSamplingRule": _create_rule,
    "DeleteGroup": _delete_group,
    "DeleteSamplingRule": _delete_rule,
    "EncryptionConfig": lambda request: {"EncryptionConfig": _encryption or {"Type": "NONE", "Status": "ACTIVE"}},
    "GetGroup": lambda request: {"Group": _group(request)},
    "GetSamplingRules": lambda request: {"SamplingRuleRecords": list(_rules.values())},
    "Groups": lambda request: {"Groups": list(_groups.values())},
    "ListTagsForResource": lambda request: {"Tags": _tags.get(request["ResourceARN"], [])},
    "PutEncryptionConfig": _put_encryption,
    "TagResource": _tag,
    "UntagResource": _untag,
    "UpdateGroup": _update_group,
    "UpdateSamplingRule": _update_rule,
}
