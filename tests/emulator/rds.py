"""RDS and DocumentDB."""

from __future__ import annotations

from moto.rds import models, utils

from emulator.account import new_id
from emulator.patching import around

_DOCDB = "docdb"


def patch() -> None:
    """Changes moto's RDS."""
    _tell_changed_parameters()
    _keep_what_instances_are_asked()
    _know_docdb()


def _tell_changed_parameters() -> None:
    # Terraform reads the parameters whose source is the user; moto gives none a source, so every plan sets them again.
    @around(models.DBParameterGroup, "update_parameters")
    def update_parameters(original, self, parameters):
        original(self, [{"Source": "user", **each} for each in parameters])

    @around(models.DBClusterParameterGroup, "update_cluster_parameters")
    def update_cluster_parameters(original, self, parameters):
        original(self, [{"Source": "user", **each} for each in parameters])


def _keep_what_instances_are_asked() -> None:
    # moto gives every instance the same resource id, by which Terraform finds it: of two, one "couldn't be found".
    @around(models.DBInstance, "__init__")
    def init(original, self, *args, **kwargs):
        original(self, *args, **kwargs)
        self.dbi_resource_id = _resource_id()
        _keep(self, kwargs)

    @around(models.DBInstance, "update")
    def update(original, self, **kwargs):
        original(self, **kwargs)
        _keep(self, kwargs)

    # A replica is a copy of its primary, the id included.
    @around(models.RDSBackend, "create_db_instance_read_replica")
    def create_db_instance_read_replica(original, self, *args, **kwargs):
        replica = original(self, *args, **kwargs)
        replica.dbi_resource_id = _resource_id()
        return replica


def _resource_id() -> str:
    return "db-" + new_id()[:26].upper()


def _keep(instance, asked: dict) -> None:
    # moto drops these, and the request names one of them otherwise than the answer does.
    for name in ("monitoring_interval", "monitoring_role_arn", "performance_insights_kms_key_id", "performance_insights_retention_period", "network_type", "dedicated_log_volume"):
        if asked.get(name) is not None:
            setattr(instance, name, asked[name])
    if (enabled := asked.get("enable_performance_insights")) is not None:
        instance.performance_insights_enabled = enabled
        if enabled and not getattr(instance, "performance_insights_retention_period", None):
            instance.performance_insights_retention_period = 7


def _know_docdb() -> None:
    # DocumentDB speaks RDS's protocol with an engine of its own, which moto refuses.
    for owner, name in ((utils.ClusterEngine, "list_cluster_engines"), (utils.DbInstanceEngine, "valid_db_instance_engine")):
        @around(owner, name)
        def engines(original):
            return [*original(), _DOCDB]

    for owner, name, value in (
        (models.DBCluster, "default_engine_version", "5.0.0"),
        (models.DBCluster, "default_port", 27017),
        (models.DBCluster, "default_allocated_storage", 1),
        (models.DBInstance, "default_port", 27017),
        (models.DBInstance, "default_allocated_storage", 1),
    ):
        @around(owner, name)
        def default(original, engine, *args, _value=value, **kwargs):
            return _value if engine == _DOCDB else original(engine, *args, **kwargs)

    # The storage type of a docdb cluster is empty unless it is asked for; moto answers Aurora's.
    @around(models.DBCluster, "__init__")
    def init(original, self, *args, **kwargs):
        original(self, *args, **kwargs)
        if self.engine == _DOCDB and not kwargs.get("storage_type"):
            self.storage_type = None
