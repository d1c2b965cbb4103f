"""ElastiCache: groups of users, which moto does not have."""

from __future__ import annotations

from typing import Any

from moto.elasticache import models

from emulator.account import ID, REGION, arn, table
from emulator.patching import around

_groups = table()


def patch() -> None:
    """Changes moto's ElastiCache."""
    # Terraform tags groups and reads the tags of every ARN.
    @around(models.ElastiCacheBackend, "__init__")
    def init(original, self, *args, **kwargs):
        original(self, *args, **kwargs)
        self.arn_regex = _AnyResource()


class _AnyResource:
    """In place of moto's list of the kinds of ARN that it knows."""

    @staticmethod
    def match(resource: str) -> bool:
        return resource.startswith("arn:aws:elasticache:")


class UserGroupNotFound(Exception):
    """No group has the name."""


def create(form: dict[str, str]) -> str:
    """CreateUserGroup."""
    name = form["UserGroupId"]
    _groups[name] = {"engine": form["Engine"].lower(), "users": _members(form, "UserIds")}
    tags = [{"Key": value, "Value": form[key.removesuffix("Key") + "Value"]} for key, value in form.items() if key.startswith("Tags.") and key.endswith(".Key")]
    models.elasticache_backends[ID][REGION].add_tags_to_resource(_arn(name), tags)
    return _xml(name)


def describe(form: dict[str, str]) -> str:
    """DescribeUserGroups."""
    names = [form["UserGroupId"]] if form.get("UserGroupId") else list(_groups)
    return "<UserGroups>" + "".join(f"<member>{_xml(name)}</member>" for name in names) + "</UserGroups>"


def modify(form: dict[str, str]) -> str:
    """ModifyUserGroup."""
    group = _find(form["UserGroupId"])
    gone = _members(form, "UserIdsToRemove")
    group["users"] = [each for each in group["users"] if each not in gone] + _members(form, "UserIdsToAdd")
    return _xml(form["UserGroupId"])


def delete(form: dict[str, str]) -> str:
    """DeleteUserGroup."""
    result = _xml(form["UserGroupId"], "deleting")
    del _groups[form["UserGroupId"]]
    return result


OPERATIONS = {
    "CreateUserGroup": create,
    "DeleteUserGroup": delete,
    "DescribeUserGroups": describe,
    "ModifyUserGroup": modify,
}


def _find(name: str) -> dict[str, Any]:
    if name not in _groups:
        raise UserGroupNotFound(name)
    return _groups[name]


def _arn(name: str) -> str:
    return arn("elasticache", f"usergroup:{name}")


def _members(form: dict[str, str], parameter: str) -> list[str]:
    return [value for key, value in form.items() if key.startswith(f"{parameter}.member.")]


def _xml(name: str, status: str = "active") -> str:
    group = _find(name)
    users = "".join(f"<member>{each}</member>" for each in group["users"])
    return (
        f"<UserGroupId>{name}</UserGroupId><Status>{status}</Status><Engine>{group['engine']}</Engine><UserIds>{users}</UserIds>"
        f"<MinimumEngineVersion>6.0</MinimumEngineVersion><ARN>{_arn(name)}</ARN>")
