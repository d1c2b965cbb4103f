"""Systems Manager: commands that run on instances one after the other, and that can fail."""

from __future__ import annotations

import math
import re
import time
import uuid
from typing import Any

from moto.ec2.models import ec2_backends
from moto.s3.models import s3_backends

from emulator.account import ID, table
from emulator.knobs import Knobs
from emulator.wire import Call, Moto, Reply, json_error, json_reply

# slow: how often a command is read before the next instance is done.
# fail_commands: parts of a command line that end with exit_code; fail_instances: instances on which every command does.
# stdout, stderr: what commands write, the latter when they fail.
# marker: an s3:// address that gets the argument of each "deploy-release" that succeeds, the one effect of it that others read.
KNOBS = Knobs(slow=0, fail_commands=[], fail_instances=[], exit_code=1, stdout="", stderr="", marker="")

_PLUGIN = "aws:runShellScript"
_commands = table()


def answer(call: Call, moto: Moto) -> Reply:
    """moto's commands succeed at once and cannot fail, and it does not list their invocations."""
    return _OPERATIONS[call.action](call) if call.action in _OPERATIONS else moto()


class _Command:
    """A command and what became of it on each instance."""

    def __init__(self, call: Call) -> None:
        request = call.json
        self.id = str(uuid.uuid4())
        self.document = request["DocumentName"]
        self.parameters = request.get("Parameters") or {}
        self.comment = request.get("Comment") or ""
        self.requested = time.time()
        self.steps = 0
        self.instances = _instances(call.region, request)
        self.targets = request.get("Targets") or []
        self.concurrency = _share(request.get("MaxConcurrency") or "50", len(self.instances), least=1)
        self.most_errors = _share(request.get("MaxErrors") or "0", len(self.instances), least=0)
        self.invocations = {each: {"Status": "Pending", "StatusDetails": "Pending", "ResponseCode": -1, "Output": "", "Error": ""} for each in self.instances}

    @property
    def errors(self) -> int:
        return sum(1 for each in self.invocations.values() if each["Status"] == "Failed")

    @property
    def status(self) -> str:
        states = {each["Status"] for each in self.invocations.values()}
        if states & {"Pending", "InProgress"}:
            return "InProgress" if states - {"Pending"} else "Pending"
        return "Failed" if "Failed" in states else "Cancelled" if "Cancelled" in states else "Success"

    def step(self) -> None:
        """One look is one step: no clock, so a test waits for nothing."""
        waiting = [name for name, each in self.invocations.items() if each["Status"] in ("Pending", "InProgress")]
        for name in waiting[:self.concurrency]:
            self.invocations[name].update(Status="InProgress", StatusDetails="InProgress")
        self.steps += 1
        if self.steps <= KNOBS["slow"]:
            return
        self.steps = 0
        for name in waiting[:self.concurrency]:
            self._end(name)
        if self.errors > self.most_errors:
            self.stop("Terminated")

    def stop(self, details: str) -> None:
        for each in self.invocations.values():
            if each["Status"] in ("Pending", "InProgress"):
                each.update(Status="Cancelled", StatusDetails=details)

    def _end(self, instance: str) -> None:
        line = "\n".join(self.parameters.get("commands") or [])
        if instance in KNOBS["fail_instances"] or any(part in line for part in KNOBS["fail_commands"]):
            self.invocations[instance].update(
                Status="Failed", StatusDetails="Failed", ResponseCode=KNOBS["exit_code"], Output=KNOBS["stdout"], Error=KNOBS["stderr"] or f"failed to run commands: exit status {KNOBS['exit_code']}")
        else:
            self.invocations[instance].update(Status="Success", StatusDetails="Success", ResponseCode=0, Output=KNOBS["stdout"])
            _mark(line)

    def describe(self) -> dict[str, Any]:
        done = [each for each in self.invocations.values() if each["Status"] not in ("Pending", "InProgress")]
        return {
            "CommandId": self.id,
            "DocumentName": self.document,
            "Comment": self.comment,
            "Parameters": self.parameters,
            "InstanceIds": self.instances if not self.targets else [],
            "Targets": self.targets,
            "RequestedDateTime": self.requested,
            "Status": self.status,
            "StatusDetails": self.status,
            "TargetCount": len(self.instances),
            "CompletedCount": len(done),
            "ErrorCount": self.errors,
        }


def _instances(region: str, request: dict[str, Any]) -> list[str]:
    """The running instances that are named or tagged so."""
    named = set(request.get("InstanceIds") or [])
    tagged = {target["Key"].removeprefix("tag:"): target["Values"] for target in request.get("Targets") or [] if target["Key"].startswith("tag:")}
    return [each.id for each in _running(region) if each.id in named or (tagged and _has_tags(each, tagged))]


def _running(region: str) -> list[Any]:
    return [each for reservation in ec2_backends[ID][region].all_reservations() for each in reservation.instances if each.state == "running"]


def _has_tags(instance: Any, tagged: dict[str, list[str]]) -> bool:
    return all(any(tag["key"] == key and tag["value"] in values for tag in instance.get_tags()) for key, values in tagged.items())


def _mark(line: str) -> None:
    deployed = re.search(r"\bdeploy-release (\S+)", line)
    if deployed and KNOBS["marker"]:
        bucket, _, key = KNOBS["marker"].removeprefix("s3://").partition("/")
        s3_backends[ID]["aws"].put_object(bucket, key, deployed[1].encode())


def _share(text: str, count: int, least: int) -> int:
    return max(least, math.floor(count * int(text[:-1]) / 100) if text.endswith("%") else int(text))


def _send_command(call: Call) -> Reply:
    command = _Command(call)
    missing = set(call.json.get("InstanceIds") or []) - set(command.instances)
    if missing:
        return json_error("InvalidInstanceId", f"Instances {sorted(missing)} not in a valid state for account {ID}.")
    _commands[command.id] = command
    return json_reply({"Command": command.describe()})


def _list_commands(call: Call) -> Reply:
    wanted = [each for each in reversed(_commands.values()) if call.json.get("CommandId") in (None, each.id)]
    for command in wanted:
        command.step()
    filters = {each["key"]: each["value"] for each in call.json.get("Filters") or []}
    listed = [each.describe() for each in wanted if filters.get("Status") in (None, each.status) and filters.get("DocumentName") in (None, each.document)]
    return json_reply({"Commands": listed})


def _list_command_invocations(call: Call) -> Reply:
    wanted = [each for each in _commands.values() if call.json.get("CommandId") in (None, each.id)]
    if call.json.get("CommandId") and not wanted:
        return json_error("InvalidCommandId", "There is no such command.")
    listed = []
    for command in wanted:
        command.step()
        for instance, each in command.invocations.items():
            if call.json.get("InstanceId") in (None, instance):
                plugins = [{"Name": _PLUGIN, "Status": each["Status"], "StatusDetails": each["StatusDetails"], "ResponseCode": each["ResponseCode"], "Output": each["Output"] + each["Error"]}]
                listed.append({
                    "CommandId": command.id,
                    "InstanceId": instance,
                    "DocumentName": command.document,
                    "RequestedDateTime": command.requested,
                    "Status": each["Status"],
                    "StatusDetails": each["StatusDetails"],
                    "CommandPlugins": plugins if call.json.get("Details") else [],
                })
    return json_reply({"CommandInvocations": listed})


def _get_command_invocation(call: Call) -> Reply:
    command = _commands.get(call.json["CommandId"])
    if command is None or call.json["InstanceId"] not in command.invocations:
        return json_error("InvocationDoesNotExist", "")
    command.step()
    each = command.invocations[call.json["InstanceId"]]
    return json_reply({
        "CommandId": command.id,
        "InstanceId": call.json["InstanceId"],
        "DocumentName": command.document,
        "PluginName": _PLUGIN,
        "ResponseCode": each["ResponseCode"],
        "Status": each["Status"],
        "StatusDetails": each["StatusDetails"],
        "StandardOutputContent": each["Output"],
        "StandardErrorContent": each["Error"],
    })


def _cancel_command(call: Call) -> Reply:
    command = _commands.get(call.json["CommandId"])
    if command is None:
        return json_error("InvalidCommandId", "There is no such command.")
    command.stop("Cancelled")
    return json_reply({})


def _describe_instance_information(call: Call) -> Reply:
    tagged = {each["Key"].removeprefix("tag:"): each["Values"] for each in call.json.get("Filters") or []}
    online = [each for each in _running(call.region) if _has_tags(each, tagged)]
    return json_reply({"InstanceInformationList": [{"InstanceId": each.id, "PingStatus": "Online", "PlatformType": "Linux", "ResourceType": "EC2Instance"} for each in online]})


_OPERATIONS = {
    "CancelCommand": _cancel_command,
    "DescribeInstanceInformation": _describe_instance_information,
    "GetCommandInvocation": _get_command_invocation,
    "ListCommandInvocations": _list_command_invocations,
    "ListCommands": _list_commands,
    "SendCommand": _send_command,
}
