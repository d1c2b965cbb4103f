"""ElastiCache: replication groups with members, deletion, parameter groups."""

from __future__ import annotations

import inspect
from typing import Any

from moto.core.responses import ActionResult, EmptyResult
from moto.elasticache import models
from moto.elasticache.responses import ElastiCacheResponse

from emulator import elasticache_users
from emulator.account import arn, new_id, table
from emulator.patching import around
from emulator.wire import Call, Moto, Reply, xml_reply

_NAMESPACE = 'xmlns="http://elasticache.amazonaws.com/doc/2015-02-02/"'
_groups = table()


def patch() -> None:
    """Changes moto's ElastiCache."""
    _make_members()
    _change_groups()
    _delete_at_once()
    elasticache_users.patch()


def _make_members() -> None:
    # Terraform reads the member clusters of a group; moto names them and makes none (CacheClusterNotFound), and NumCacheClusters counts for nothing.
    @around(models.ElastiCacheBackend, "create_replication_group")
    def create_replication_group(original, self, *args, **kwargs):
        count = kwargs.get("num_cache_clusters") or 0
        if count > 1 and not kwargs.get("replicas_per_node_group"):
            kwargs["replicas_per_node_group"] = count - 1
        group = original(self, *args, **kwargs)
        if group.transit_encryption_enabled and not group.transit_encryption_mode:
            group.transit_encryption_mode = "required"
        for name in group.member_clusters:
            self.cache_clusters[name] = _member(self, group, name)
        return group


def _member(backend, group, name: str):
    arguments: dict[str, Any] = dict.fromkeys(parameter for parameter in inspect.signature(models.CacheCluster.__init__).parameters if parameter != "self")
    arguments.update(
        account_id=backend.account_id,
        region_name=backend.region_name,
        cache_cluster_id=name,
        cache_node_type=group.cache_node_type,
        replication_group_id=group.replication_group_id,
        engine=group.engine,
        engine_version=group.engine_version or "7.1.0",
        cache_parameter_group_name=group.cache_parameter_group_name or f"default.{group.engine}7",
        cache_subnet_group_name=group.cache_subnet_group_name,
        port=group.port,
        security_group_ids=group.security_group_ids,
        auto_minor_version_upgrade=True,
        transit_encryption_enabled=group.transit_encryption_enabled,
        network_type="ipv4",
        ip_discovery="ipv4",
        log_delivery_configurations=[],
        preferred_maintenance_window=group.preferred_maintenance_window or "sun:05:00-sun:06:00",
    )
    member = models.CacheCluster(**arguments)
    member.at_rest_encryption_enabled = group.at_rest_encryption_enabled
    member.security_groups = [{"SecurityGroupId": each, "Status": "active"} for each in group.security_group_ids or []]
    member.snapshot_window, member.snapshot_retention_limit = group.snapshot_window, group.snapshot_retention_limit
    return member


def _change_groups() -> None:
    def modify_replication_group(self):
        group = self.elasticache_backend.describe_replication_groups(self._get_param("ReplicationGroupId"))[0]
        members = [self.elasticache_backend.cache_clusters[name] for name in group.member_clusters]
        for parameter, attribute in _CHANGEABLE.items():
            value = self._get_param(parameter)
            if value is not None:
                for each in (group, *members):
                    setattr(each, attribute, value)
        return ActionResult({"ReplicationGroup": group})

    # moto does not implement it.
    ElastiCacheResponse.modify_replication_group = modify_replication_group


_CHANGEABLE = {
    "CacheNodeType": "cache_node_type",
    "EngineVersion": "engine_version",
    "PreferredMaintenanceWindow": "preferred_maintenance_window",
    "ReplicationGroupDescription": "description",
    "SnapshotRetentionLimit": "snapshot_retention_limit",
    "SnapshotWindow": "snapshot_window",
}


def _delete_at_once() -> None:
    # moto leaves both "deleting" for ever, and Terraform waits until they are gone.
    @around(models.ElastiCacheBackend, "delete_replication_group")
    def delete_replication_group(original, self, *args, **kwargs):
        group = original(self, *args, **kwargs)
        for name in group.member_clusters:
            self.cache_clusters.pop(name, None)
        self.replication_groups.pop(group.replication_group_id, None)
        return group

    @around(models.ElastiCacheBackend, "delete_cache_cluster")
    def delete_cache_cluster(original, self, cache_cluster_id):
        cluster = original(self, cache_cluster_id)
        self.cache_clusters.pop(cache_cluster_id, None)
        return cluster

    def delete_cache_subnet_group(self):
        self.elasticache_backend.cache_subnet_groups.pop(self._get_param("CacheSubnetGroupName"), None)
        return EmptyResult()

    # moto does not implement it.
    ElastiCacheResponse.delete_cache_subnet_group = delete_cache_subnet_group


def answer(call: Call, moto: Moto) -> Reply:
    """moto implements no parameter groups and no groups of users."""
    if operation := elasticache_users.OPERATIONS.get(call.action):
        try:
            return _answer(call, operation(call.form))
        except elasticache_users.UserGroupNotFound as error:
            return _not_found("UserGroupNotFound", f"User group {error} not found.")
    name = call.form.get("CacheParameterGroupName", "")
    if call.action == "ListTagsForResource" and ":parametergroup:" in call.form.get("ResourceName", ""):
        return _answer(call, "<TagList/>")
    if name.startswith("default.") or call.action not in _PARAMETER_GROUPS:
        return moto()
    if call.action == "CreateCacheParameterGroup":
        _groups[name] = {"family": call.form["CacheParameterGroupFamily"], "description": call.form.get("Description", ""), "parameters": {}}
    group = _groups.get(name)
    if group is None:
        return _not_found("CacheParameterGroupNotFound", f"CacheParameterGroup {name} not found.")
    return _answer(call, _PARAMETER_GROUPS[call.action](name, group, call.form))


def _create(name: str, group: dict[str, Any], form: dict[str, str]) -> str:
    return (
        f"<CacheParameterGroup><CacheParameterGroupName>{name}</CacheParameterGroupName><CacheParameterGroupFamily>{group['family']}</CacheParameterGroupFamily>"
        f"<Description>{group['description']}</Description><IsGlobal>false</IsGlobal><ARN>{arn('elasticache', 'parametergroup:' + name)}</ARN></CacheParameterGroup>")


def _describe(name: str, group: dict[str, Any], form: dict[str, str]) -> str:
    return f"<CacheParameterGroups>{_create(name, group, form)}</CacheParameterGroups>"


def _modify(name: str, group: dict[str, Any], form: dict[str, str]) -> str:
    for key in _named_parameters(form):
        group["parameters"][form[key]] = form[key.removesuffix("ParameterName") + "ParameterValue"]
    return f"<CacheParameterGroupName>{name}</CacheParameterGroupName>"


def _reset(name: str, group: dict[str, Any], form: dict[str, str]) -> str:
    for key in _named_parameters(form):
        group["parameters"].pop(form[key], None)
    return f"<CacheParameterGroupName>{name}</CacheParameterGroupName>"


def _delete(name: str, group: dict[str, Any], form: dict[str, str]) -> str:
    del _groups[name]
    return ""


def _describe_parameters(name: str, group: dict[str, Any], form: dict[str, str]) -> str:
    return "<Parameters>" + "".join(
        f"<Parameter><ParameterName>{key}</ParameterName><ParameterValue>{value}</ParameterValue><Source>user</Source></Parameter>" for key, value in group["parameters"].items()) + "</Parameters>"


def _named_parameters(form: dict[str, str]) -> list[str]:
    return [key for key in form if key.endswith(".ParameterName")]


_PARAMETER_GROUPS = {
    "CreateCacheParameterGroup": _create,
    "DeleteCacheParameterGroup": _delete,
    "DescribeCacheParameterGroups": _describe,
    "DescribeCacheParameters": _describe_parameters,
    "ModifyCacheParameterGroup": _modify,
    "ResetCacheParameterGroup": _reset,
}


def _answer(call: Call, result: str) -> Reply:
    return xml_reply(
        f"<{call.action}Response {_NAMESPACE}><{call.action}Result>{result}</{call.action}Result><ResponseMetadata><RequestId>{new_id()}</RequestId></ResponseMetadata></{call.action}Response>")


def _not_found(code: str, message: str) -> Reply:
    return xml_reply(f"<ErrorResponse><Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error><RequestId>{new_id()}</RequestId></ErrorResponse>", 404)
