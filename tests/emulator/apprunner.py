"""App Runner, which moto does not know: 500 and a page of HTML."""

from __future__ import annotations

import copy
import re
import time
from typing import Any

from emulator import apprunner_domains
from emulator.account import ID, arn, new_id, table
from emulator.knobs import Knobs
from emulator.wire import Call, Moto, Reply, json_error, json_reply

# slow: how often an operation or its service is read before the operation goes on.
# fail_images: parts of image names that never become healthy: App Runner then goes back by itself.
KNOBS = Knobs(slow=0, fail_images=[])

_KINDS = {
    "AutoScalingConfiguration": "autoscalingconfiguration",
    "Connection": "connection",
    "ObservabilityConfiguration": "observabilityconfiguration",
    "Service": "service",
    "VpcConnector": "vpcconnector",
}
_CRUD = re.compile(f"(Create|Describe|Delete|Update|Pause|Resume)({'|'.join(_KINDS)})$")
_GONE = {"Service": "DELETED", "AutoScalingConfiguration": "inactive"}
_UPDATABLE = ("SourceConfiguration", "InstanceConfiguration", "AutoScalingConfigurationArn", "HealthCheckConfiguration", "NetworkConfiguration", "ObservabilityConfiguration")

_resources = table()  # ARN -> what is described
_tags = table()  # ARN -> tags
_operations = table()  # ARN of a service -> operations, newest first


def answer(call: Call, moto: Moto) -> Reply:
    """One call of https://docs.aws.amazon.com/apprunner/latest/api/."""
    if found := _CRUD.match(call.action):
        return _change(call, *found.groups())
    if call.action in _OTHERS:
        return _OTHERS[call.action](call.json)
    return json_error("InvalidRequestException", f"The emulator has no {call.action}.")


def _change(call: Call, verb: str, kind: str) -> Reply:
    if verb == "Create":
        return _create_service(call) if kind == "Service" else _create(call, kind)
    resource = _resources.get(call.json.get(kind + "Arn") or call.json.get(kind + "Name"))
    if resource is None:
        return json_error("ResourceNotFoundException", f"There is no such {kind}.")
    if kind != "Service":
        if verb == "Delete":
            resource["Status"] = _GONE.get(kind, "INACTIVE")
        return json_reply({kind: resource})
    _step(resource)
    if verb == "Describe":
        return json_reply({kind: resource})
    if resource["Status"] == "OPERATION_IN_PROGRESS":
        return json_error("InvalidStateException", "Another operation of the service is in progress.")
    before = copy.deepcopy(resource)
    operation = _begin(resource, f"{verb.upper()}_SERVICE")
    if verb == "Update":
        resource.update({name: call.json[name] for name in _UPDATABLE if name in call.json}, UpdatedAt=time.time())
        _fill_in(resource)
        operation.before = before
    else:
        operation.ends_as = {"Delete": "DELETED", "Pause": "PAUSED", "Resume": "RUNNING"}[verb]
    _step(resource)
    return json_reply({kind: resource, "OperationId": operation.id})


def _create(call: Call, kind: str) -> Reply:
    name = call.json[kind + "Name"]
    revision = 1 + sum(1 for each in _resources.values() if each.get(kind + "Name") == name)
    resource = {
        **{key: value for key, value in call.json.items() if key != "Tags"},
        kind + "Arn": arn("apprunner", f"{_KINDS[kind]}/{name}/{revision}/{new_id()}", call.region),
        kind + "Revision": revision,
        "CreatedAt": time.time(),
        "HasAssociatedService": False,
        "IsDefault": False,
        "Latest": True,
        "Status": "active" if kind == "AutoScalingConfiguration" else "ACTIVE",
    }
    if kind == "AutoScalingConfiguration":
        resource = {"MaxConcurrency": 100, "MaxSize": 25, "MinSize": 1, **resource}
    _keep(resource, kind, call)
    return json_reply({kind: resource})


def _create_service(call: Call) -> Reply:
    name, identity, now = call.json["ServiceName"], new_id(), time.time()
    if any(each.get("ServiceName") == name and each["Status"] != "DELETED" for each in _resources.values()):
        return json_error("InvalidRequestException", f"Service with the provided name already exists: {name}.")
    service = {
        **{key: value for key, value in call.json.items() if key != "Tags"},
        "ServiceArn": arn("apprunner", f"service/{name}/{identity}", call.region),
        "ServiceId": identity,
        "ServiceUrl": f"{identity[:10]}.{call.region}.awsapprunner.com",
        "CreatedAt": now,
        "UpdatedAt": now,
        "Status": "RUNNING",
    }
    _fill_in(service)
    _keep(service, "Service", call)
    operation = _begin(service, "CREATE_SERVICE")
    _step(service)
    return json_reply({"Service": service, "OperationId": operation.id})


def _keep(resource: dict[str, Any], kind: str, call: Call) -> None:
    _resources[resource[kind + "Arn"]] = resource
    _tags[resource[kind + "Arn"]] = call.json.get("Tags") or []


def _fill_in(service: dict[str, Any]) -> None:
    """What AWS answers where nothing was asked for."""
    scaling = service.pop("AutoScalingConfigurationArn", None)
    if scaling or "AutoScalingConfigurationSummary" not in service:
        scaling = scaling or f"arn:aws:apprunner:{service['ServiceArn'].split(':')[3]}:{ID}:autoscalingconfiguration/DefaultConfiguration/1/{'0' * 31}1"
        service["AutoScalingConfigurationSummary"] = {
            "AutoScalingConfigurationArn": scaling,
            "AutoScalingConfigurationName": scaling.split("/")[1],
            "AutoScalingConfigurationRevision": int(scaling.split("/")[2]),
        }
    service["InstanceConfiguration"] = {"Cpu": "1024", "Memory": "2048", **(service.get("InstanceConfiguration") or {})}
    service["HealthCheckConfiguration"] = {
        "Protocol": "TCP", "Path": "/", "Interval": 5, "Timeout": 2, "HealthyThreshold": 1, "UnhealthyThreshold": 5, **(service.get("HealthCheckConfiguration") or {})}
    service["NetworkConfiguration"] = {
        "EgressConfiguration": {"EgressType": "DEFAULT"},
        "IngressConfiguration": {"IsPubliclyAccessible": True},
        "IpAddressType": "IPV4",
        **(service.get("NetworkConfiguration") or {}),
    }


class _Operation:
    """What is being done to a service."""

    def __init__(self, service: dict[str, Any], kind: str) -> None:
        self.id = new_id()
        self.kind = kind
        self.status = "IN_PROGRESS"
        self.target = service["ServiceArn"]
        self.started = time.time()
        self.ended: float | None = None
        self.steps = 0
        self.ends_as = "RUNNING"
        self.before: dict[str, Any] | None = None

    def end(self, service: dict[str, Any], status: str) -> None:
        self.status, self.ended = status, time.time()
        service["Status"] = self.ends_as

    def describe(self) -> dict[str, Any]:
        ended = {} if self.ended is None else {"EndedAt": self.ended}
        return {"Id": self.id, "Type": self.kind, "Status": self.status, "TargetArn": self.target, "StartedAt": self.started, "UpdatedAt": self.ended or self.started, **ended}


def _begin(service: dict[str, Any], kind: str) -> _Operation:
    operation = _Operation(service, kind)
    _operations.setdefault(service["ServiceArn"], []).insert(0, operation)
    service["Status"] = "OPERATION_IN_PROGRESS"
    return operation


def _step(service: dict[str, Any]) -> None:
    """One look at the service is one step: no clock, so a test waits for nothing."""
    operation = _operations[service["ServiceArn"]][0]
    if operation.ended is not None:
        return
    operation.steps += 1
    if operation.steps <= KNOBS["slow"]:
        return
    image = ((service.get("SourceConfiguration") or {}).get("ImageRepository") or {}).get("ImageIdentifier") or ""
    if operation.kind not in ("CREATE_SERVICE", "UPDATE_SERVICE", "START_DEPLOYMENT") or not any(part in image for part in KNOBS["fail_images"]):
        operation.end(service, "SUCCEEDED")
    elif operation.kind == "CREATE_SERVICE":
        operation.ends_as = "CREATE_FAILED"
        operation.end(service, "FAILED")
    elif operation.status == "IN_PROGRESS":
        operation.status = "ROLLBACK_IN_PROGRESS"
        operation.steps = KNOBS["slow"]
    else:
        if operation.before:
            service.update(operation.before)
        operation.end(service, "ROLLBACK_SUCCEEDED")


def _service(request: dict[str, Any]) -> dict[str, Any] | None:
    return _resources.get(request.get("ServiceArn"))


def _start_deployment(request: dict[str, Any]) -> Reply:
    service = _service(request)
    if service is None:
        return json_error("ResourceNotFoundException", "There is no such service.")
    if service["Status"] == "OPERATION_IN_PROGRESS":
        return json_error("InvalidRequestException", "Another operation of the service is in progress.")
    return json_reply({"OperationId": _begin(service, "START_DEPLOYMENT").id})


def _list_operations(request: dict[str, Any]) -> Reply:
    service = _service(request)
    if service is None:
        return json_error("ResourceNotFoundException", "There is no such service.")
    _step(service)
    first, size = int(request.get("NextToken") or 0), request.get("MaxResults") or 20
    operations = _operations[service["ServiceArn"]]
    more = {"NextToken": str(first + size)} if first + size < len(operations) else {}
    return json_reply({"OperationSummaryList": [each.describe() for each in operations[first:first + size]], **more})


def _list_services(request: dict[str, Any]) -> Reply:
    names = ("ServiceName", "ServiceId", "ServiceArn", "ServiceUrl", "CreatedAt", "UpdatedAt", "Status")
    return json_reply({"ServiceSummaryList": [{name: each[name] for name in names} for each in _resources.values() if "ServiceId" in each and each["Status"] != "DELETED"]})


def _list_tags(request: dict[str, Any]) -> Reply:
    return json_reply({"Tags": _tags.get(request["ResourceArn"], [])})


def _tag(request: dict[str, Any]) -> Reply:
    named = {each["Key"] for each in request["Tags"]}
    _tags[request["ResourceArn"]] = [each for each in _tags.get(request["ResourceArn"], []) if each["Key"] not in named] + request["Tags"]
    return json_reply({})


def _untag(request: dict[str, Any]) -> Reply:
    _tags[request["ResourceArn"]] = [each for each in _tags.get(request["ResourceArn"], []) if each["Key"] not in request["TagKeys"]]
    return json_reply({})


def _of_service(action):
    def answer(request: dict[str, Any]) -> Reply:
        service = _service(request)
        return json_error("ResourceNotFoundException", "There is no such service.") if service is None else action(service, request)

    return answer


_OTHERS = {
    "AssociateCustomDomain": _of_service(apprunner_domains.associate),
    "DescribeCustomDomains": _of_service(apprunner_domains.describe),
    "DisassociateCustomDomain": _of_service(apprunner_domains.disassociate),
    "ListOperations": _list_operations,
    "ListServices": _list_services,
    "ListTagsForResource": _list_tags,
    "StartDeployment": _start_deployment,
    "TagResource": _tag,
    "UntagResource": _untag,
}
