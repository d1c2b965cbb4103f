"""The log of calls, and the resources that a call is about: what a least-privilege policy has to name."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from typing import Any, Callable
from urllib.parse import unquote

from emulator.account import ID, REGION, arn, on_reset
from emulator.wire import Call


@dataclass(frozen=True)
class Entry:
    """A signed call."""

    service: str
    action: str
    resources: list[str]
    access_key: str

    def describe(self) -> dict[str, Any]:
        return asdict(self)


LOG: list[Entry] = []
on_reset(LOG.clear)


def record(call: Call) -> None:
    """Appends the call."""
    request = call.json if call.service not in ("s3", "cloudfront") else {}
    LOG.append(Entry(call.service, call.action, resources(call.service, call.action, call.path, request), call.access_key))


def resources(service: str, action: str, path: str, request: dict[str, Any]) -> list[str]:
    """The ARNs of a call, by https://docs.aws.amazon.com/service-authorization/latest/reference/; ``*`` where none is known."""
    find = _FINDERS.get(service)
    try:
        return (find(action, path, request) if find else None) or ["*"]
    except (KeyError, TypeError, AttributeError):
        # The request is not what its action asks for; the service itself says so.
        return ["*"]


Finder = Callable[[str, str, dict[str, Any]], "list[str] | None"]


def _last(name_or_arn: str) -> str:
    return name_or_arn.split("/")[-1]


def _ecr(action: str, path: str, request: dict[str, Any]) -> list[str] | None:
    return [arn("ecr", "repository/" + request["repositoryName"])]


def _ecs(action: str, path: str, request: dict[str, Any]) -> list[str] | None:
    cluster = _last(request.get("cluster") or "default")
    services = request.get("services") or [request.get("service") or request.get("serviceName")]
    if services != [None]:
        return [arn("ecs", f"service/{cluster}/{_last(name)}") for name in services]
    if action == "RunTask":
        definition = request["taskDefinition"]
        return [definition if definition.startswith("arn:") else arn("ecs", "task-definition/" + (definition if ":" in definition else definition + ":1"))]
    tasks = request.get("tasks") or [request["task"]]
    return [arn("ecs", f"task/{cluster}/{_last(task)}") for task in tasks]


def _ssm(action: str, path: str, request: dict[str, Any]) -> list[str] | None:
    if action == "SendCommand":
        document = request["DocumentName"]
        # The vendor's own documents belong to no account.
        owned = f"arn:aws:ssm:{REGION}::document/{document}" if document.startswith("AWS-") else arn("ssm", "document/" + document)
        return [owned, *(arn("ec2", "instance/" + instance) for instance in request.get("InstanceIds") or [])]
    if action.endswith(("Parameter", "Parameters", "ParametersByPath")):
        names = request.get("Names") or [request.get("Name") or request["Path"]]
        return [arn("ssm", "parameter" + (name if name.startswith("/") else "/" + name)) for name in names]
    return None


def _secretsmanager(action: str, path: str, request: dict[str, Any]) -> list[str] | None:
    secret = request["SecretId"]
    return [secret if secret.startswith("arn:") else arn("secretsmanager", f"secret:{secret}-AbCdEf")]


def _logs(action: str, path: str, request: dict[str, Any]) -> list[str] | None:
    return [arn("logs", f"log-group:{request['logGroupName']}:*")]


def _cloudfront(action: str, path: str, request: dict[str, Any]) -> list[str] | None:
    found = re.match(r"/2020-05-31/(distribution|function|cache-policy|origin-request-policy|response-headers-policy)/([^/?]+)", path or "")
    return [f"arn:aws:cloudfront::{ID}:{found[1]}/{found[2]}"] if found else None


def _apprunner(action: str, path: str, request: dict[str, Any]) -> list[str] | None:
    return [request.get("ServiceArn") or request.get("VpcConnectorArn") or request["AutoScalingConfigurationArn"]]


def _s3(action: str, path: str, request: dict[str, Any]) -> list[str] | None:
    bucket, _, key = (path or "/").split("?")[0].lstrip("/").partition("/")
    if not bucket:
        return None
    return [f"arn:aws:s3:::{bucket}/{unquote(key)}" if key else f"arn:aws:s3:::{bucket}"]


_FINDERS: dict[str, Finder] = {
    "apprunner": _apprunner,
    "cloudfront": _cloudfront,
    "ecr": _ecr,
    "ecs": _ecs,
    "logs": _logs,
    "s3": _s3,
    "secretsmanager": _secretsmanager,
    "ssm": _ssm,
}
