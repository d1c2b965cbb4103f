#!/usr/bin/env python3
"""motoplus: moto 5.2.1 server + the gaps that Terraform's AWS provider and a deployer hit.

usage: motoplus.py PORT     (same env variables as moto_server)
Adds, as WSGI middleware in front of moto: App Runner, CloudFront cache/origin-request/
response-headers policies, functions and verbatim distribution configs, application-autoscaling,
budgets and CloudTrail tag reads, CodeDeploy timestamps, a call log with IAM resources
(GET /moto-plus/calls, POST /moto-plus/calls/reset) and ECS knobs (POST /moto-plus/ecs).
Patches moto models: ECS services that converge, RDS parameters, DocDB, ElastiCache members,
EC2 monitoring, S3 checksum checks, IAM resource-level evaluation.
"""
import base64, hashlib, io, json, os, re, sys, threading, time, uuid
from urllib.parse import parse_qs, unquote

os.environ.setdefault("MOTO_IAM_LOAD_MANAGED_POLICIES", "true")
os.environ.setdefault("MOTO_ACM_VALIDATION_WAIT", "0")

from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app

ACC, REG = "123456789012", "us-east-1"
LOCK = threading.RLock()
DB = {}          # (service, kind, id) -> dict
CALLS = []       # (service, action, resource, access key)
ECS = {"fail_images": [], "exit_codes": {}, "slow": 0}  # deployer knobs


def rid():
    return uuid.uuid4().hex


# ---------------------------------------------------------------- monkeypatches
def patch():
    import moto.cloudfront.models as cfm
    _inv = cfm.Invalidation.__init__

    def inv(self, *a, **k):
        _inv(self, *a, **k)
        self.status = "Completed"      # moto says COMPLETED: `aws cloudfront wait` never ends
    cfm.Invalidation.__init__ = inv

    # ---- RDS: parameters carry Source=user; docdb engine
    import moto.rds.models as rm, moto.rds.utils as ru
    _up = rm.DBParameterGroup.update_parameters

    def up(self, ps):
        _up(self, [{"Source": "user", **p} for p in ps])
    rm.DBParameterGroup.update_parameters = up
    _upc = rm.DBClusterParameterGroup.update_cluster_parameters

    def upc(self, ps):
        _upc(self, [{"Source": "user", **p} for p in ps])
    rm.DBClusterParameterGroup.update_cluster_parameters = upc
    _lce = ru.ClusterEngine.list_cluster_engines
    ru.ClusterEngine.list_cluster_engines = staticmethod(lambda: _lce() + ["docdb"])
    rm.ClusterEngine.list_cluster_engines = ru.ClusterEngine.list_cluster_engines
    for name, val in (("default_engine_version", "5.0.0"), ("default_port", 27017)):
        def mk(orig, v):
            return staticmethod(lambda engine: v if engine == "docdb" else orig(engine))
        setattr(rm.DBCluster, name, mk(getattr(rm.DBCluster, name), val))
    _das = rm.DBCluster.default_allocated_storage
    rm.DBCluster.default_allocated_storage = staticmethod(
        lambda engine, storage_type: 1 if engine == "docdb" else _das(engine, storage_type))
    _dp, _vi = rm.DBInstance.default_port, ru.DbInstanceEngine.valid_db_instance_engine
    rm.DBInstance.default_port = staticmethod(lambda e: 27017 if e == "docdb" else _dp(e))
    _ds2 = rm.DBInstance.default_allocated_storage
    rm.DBInstance.default_allocated_storage = staticmethod(lambda engine, storage_type: 1 if engine == "docdb" else _ds2(engine, storage_type))
    ru.DbInstanceEngine.valid_db_instance_engine = staticmethod(lambda: _vi() + ["docdb"])

    _dci = rm.DBCluster.__init__

    def dci(self, *a, **k):
        _dci(self, *a, **k)
        if self.engine == "docdb" and not k.get("storage_type"):
            self.storage_type = None
    rm.DBCluster.__init__ = dci
    _dii = rm.DBInstance.__init__

    def dii(self, *a, **k):
        _dii(self, *a, **k)
        self.dbi_resource_id = "db-" + rid()[:26].upper()        # moto gives every instance the same id
        for f in ("monitoring_interval", "monitoring_role_arn", "performance_insights_enabled", "performance_insights_retention_period"):
            v = k.get(f) if k.get(f) is not None else (7 if f.endswith("period") and k.get("performance_insights_enabled") else None)
            if v is not None:
                try:
                    setattr(self, f, v)
                except AttributeError:
                    pass
    rm.DBInstance.__init__ = dii
    _rr = rm.RDSBackend.create_db_instance_read_replica

    def rr(self, *a, **k):
        r = _rr(self, *a, **k)
        r.dbi_resource_id = "db-" + rid()[:26].upper()     # moto copies the primary
        return r
    rm.RDSBackend.create_db_instance_read_replica = rr
    import moto.cloudwatch.responses as cwr
    cwr.CloudWatchResponse.put_composite_alarm = cwr.CloudWatchResponse.put_metric_alarm

    # ---- ElastiCache: a replication group owns real member clusters
    import moto.elasticache.models as em
    _crg = em.ElastiCacheBackend.create_replication_group

    def crg(self, *a, **k):
        if not k.get("replicas_per_node_group") and (k.get("num_cache_clusters") or 0) > 1:
            k["replicas_per_node_group"] = k["num_cache_clusters"] - 1   # moto ignores NumCacheClusters
        g = _crg(self, *a, **k)
        g.transit_encryption_mode = g.transit_encryption_mode or ("required" if g.transit_encryption_enabled else None)
        import inspect
        names = [p for p in inspect.signature(em.CacheCluster.__init__).parameters if p != "self"]
        for m in g.member_clusters:
            kw = dict.fromkeys(names)
            kw.update(account_id=self.account_id, region_name=self.region_name, cache_cluster_id=m,
                      cache_node_type=g.cache_node_type, replication_group_id=g.replication_group_id,
                      engine=g.engine, engine_version=(g.engine_version or "7.1.0"),
                      cache_parameter_group_name=g.cache_parameter_group_name or "default.redis7",
                      cache_subnet_group_name=g.cache_subnet_group_name, port=g.port,
                      security_group_ids=g.security_group_ids, auto_minor_version_upgrade=True,
                      transit_encryption_enabled=g.transit_encryption_enabled, network_type="ipv4",
                      ip_discovery="ipv4", log_delivery_configurations=[], preferred_maintenance_window="sun:05:00-sun:06:00")
            c = self.cache_clusters[m] = em.CacheCluster(**kw)
            c.at_rest_encryption_enabled = g.at_rest_encryption_enabled
            c.security_groups = [{"SecurityGroupId": i, "Status": "active"} for i in g.security_group_ids or []]
            c.snapshot_window, c.snapshot_retention_limit = g.snapshot_window, g.snapshot_retention_limit
        return g
    em.ElastiCacheBackend.create_replication_group = crg
    _drg = em.ElastiCacheBackend.delete_replication_group

    def drg(self, *a, **k):
        g = _drg(self, *a, **k)
        for m in list(g.member_clusters):
            self.cache_clusters.pop(m, None)
        self.replication_groups.pop(g.replication_group_id, None)   # moto leaves it "deleting" for ever
        return g
    em.ElastiCacheBackend.delete_replication_group = drg
    _dcc = em.ElastiCacheBackend.delete_cache_cluster

    def dcc(self, cache_cluster_id):
        c = _dcc(self, cache_cluster_id)
        self.cache_clusters.pop(cache_cluster_id, None)
        return c
    em.ElastiCacheBackend.delete_cache_cluster = dcc
    import moto.elasticache.responses as er
    from moto.core.responses import EmptyResult

    def dsg(self):
        self.elasticache_backend.cache_subnet_groups.pop(self._get_param("CacheSubnetGroupName"), None)
        return EmptyResult()
    er.ElastiCacheResponse.delete_cache_subnet_group = dsg

    # ---- EC2: monitoring; security groups of an instance with associate_public_ip_address
    import moto.ec2.responses.monitoring as mon

    def monitor(self):
        ids = self._get_param("InstanceIds", []) or [v[0] for k, v in self.querystring.items() if k.startswith("InstanceId")]
        items = "".join(f"<item><instanceId>{i}</instanceId><monitoring><state>enabled</state></monitoring></item>" for i in ids)
        for i in ids:
            self.ec2_backend.get_instance(i).monitoring_state = "enabled"
        return f'<MonitorInstancesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><instancesSet>{items}</instancesSet></MonitorInstancesResponse>'
    mon.Monitoring.monitor_instances = monitor
    mon.Monitoring.unmonitor_instances = monitor
    import moto.ec2.models.instances as im
    _pn = im.Instance.prep_nics

    def prep(self, nic_spec, *a, **k):
        _pn(self, nic_spec, *a, **k)
        if not self.security_groups:
            for nic in self.nics.values():
                self.security_groups = list(nic.group_set)
    im.Instance.prep_nics = prep

    # ---- ECS: services that converge, keep what was asked for, and can fail
    import moto.ecs.models as ecsm, moto.ecs.responses as ecsr
    from moto.core.utils import utcnow
    KEEP = ("deploymentConfiguration", "healthCheckGracePeriodSeconds", "enableExecuteCommand",
            "availabilityZoneRebalancing", "enableECSManagedTags", "capacityProviderStrategy", "placementConstraints")

    def settle(svc):
        """One describe = one step: IN_PROGRESS -> COMPLETED, or circuit breaker -> FAILED + rollback."""
        if svc.deployment_controller.get("type") != "ECS" or not svc.deployments or svc.status != "ACTIVE":
            return
        d = svc.deployments[0]
        if d["rolloutState"] != "IN_PROGRESS":
            return
        svc._ticks = getattr(svc, "_ticks", 0) + 1
        if svc._ticks <= ECS["slow"]:
            return
        td = svc._backend.describe_task_definition(d["taskDefinition"])
        bad = any(i in (c.get("image") or "") for c in td.container_definitions for i in ECS["fail_images"])
        if not bad:
            d.update(rolloutState="COMPLETED", runningCount=svc.desired_count, pendingCount=0, desiredCount=svc.desired_count,
                     rolloutStateReason=f"ECS deployment {d['id']} completed.", updatedAt=utcnow())
            svc.deployments = [d]
            svc.running_count, svc.pending_count = svc.desired_count, 0
            svc.events.insert(0, {"id": rid(), "createdAt": utcnow(), "message": f"(service {svc.name}) has reached a steady state."})
            return
        cb = (getattr(svc, "_extra", {}).get("deploymentConfiguration") or {}).get("deploymentCircuitBreaker") or {}
        d["failedTasks"] += 1
        svc.events.insert(0, {"id": rid(), "createdAt": utcnow(), "message": f"(service {svc.name}) failed to start a task."})
        if cb.get("enable") and d["failedTasks"] >= 3:
            d.update(rolloutState="FAILED", status="INACTIVE" if cb.get("rollback") else "PRIMARY",
                     rolloutStateReason="ECS deployment circuit breaker: tasks failed to start.", runningCount=0, pendingCount=0)
            if cb.get("rollback") and len(svc.deployments) > 1:
                prev = svc.deployments[1]
                prev.update(status="PRIMARY", rolloutState="COMPLETED", runningCount=svc.desired_count, pendingCount=0,
                            rolloutStateReason="ECS deployment circuit breaker: rolled back to " + prev["id"])
                svc.task_definition = prev["taskDefinition"]
                svc.deployments = [prev, d]
                svc.running_count, svc.pending_count = svc.desired_count, 0

    _sinit = ecsm.Service.__init__

    def sinit(self, *a, **k):
        _sinit(self, *a, **k)
        self._extra = {}
        if self.deployments:
            self.running_count, self.pending_count = 0, self.desired_count
            self.deployments[0].update(rolloutState="IN_PROGRESS", runningCount=0, pendingCount=self.desired_count)
    ecsm.Service.__init__ = sinit
    _us = ecsm.EC2ContainerServiceBackend.update_service

    def us(self, props):
        props = dict(props)
        raw = props.pop("_raw", {})
        svc = self._get_service(props.get("cluster", "default"), props["service"].split("/")[-1])
        td, force, want = props.get("task_definition"), props.get("force_new_deployment"), props.get("desired_count")
        if td:
            props["task_definition"] = self.describe_task_definition(td).arn
        changed = (td and props["task_definition"] != svc.task_definition) or force
        dep = svc.deployments
        svc2 = _us(self, {**props, "force_new_deployment": False})
        if want is not None:
            svc2.running_count = want
            for d in svc2.deployments[:1]:
                d.update(desiredCount=want, runningCount=want, pendingCount=0)
        if changed and dep:
            old = dep[0]
            old["status"] = "ACTIVE"
            new = {**old, "id": f"ecs-svc/{int(uuid.uuid4()) % 10**18}", "status": "PRIMARY", "taskDefinition": svc2.task_definition,
                   "rolloutState": "IN_PROGRESS", "rolloutStateReason": "in progress", "failedTasks": 0, "runningCount": 0,
                   "pendingCount": svc2.desired_count, "createdAt": utcnow(), "updatedAt": utcnow()}
            svc2.deployments = [new, old]
            svc2._ticks = 0
        return svc2
    ecsm.EC2ContainerServiceBackend.update_service = us

    import moto.core.responses as cr

    def enrich(svc):
        for k in KEEP:
            v = svc._extra.get(k)
            if v is not None:
                setattr(svc, re.sub("([A-Z]+)", r"_\1", k).lower().replace("e_c_s", "ecs"), v)
                setattr(svc, k, v)
        return svc
    for name in ("create_service", "update_service"):
        def wrap(orig):
            def f(self):
                res = orig(self)
                svc = res.result["service"]
                for k in KEEP:
                    v = self._get_param(k)
                    if v is not None:
                        svc._extra[k] = v
                svc._extra.setdefault("availabilityZoneRebalancing", "DISABLED")
                enrich(svc)
                return res
            return f
        setattr(ecsr.EC2ContainerServiceResponse, name, wrap(getattr(ecsr.EC2ContainerServiceResponse, name)))
    _ds = ecsm.EC2ContainerServiceBackend.describe_services

    def ds(self, *a, **k):
        found, fails = _ds(self, *a, **k)
        for s in found:
            settle(s)
        return found, fails
    ecsm.EC2ContainerServiceBackend.describe_services = ds

    # run-task: Fargate tasks need no container memory; exit codes by container name
    _req = ecsm.EC2ContainerServiceBackend._calculate_task_resource_requirements

    def req(td):
        for c in td.container_definitions:
            if c.get("memory") is None and c.get("memoryReservation") is None:
                c["memoryReservation"] = 0
        r = _req(td)
        for c in td.container_definitions:
            if c.get("memoryReservation") == 0:
                c.pop("memoryReservation")
        return r
    ecsm.EC2ContainerServiceBackend._calculate_task_resource_requirements = staticmethod(req)
    _tinit = ecsm.Task.__init__

    def tinit(self, cluster, task_definition, *a, **k):
        _tinit(self, cluster, task_definition, *a, **k)
        out = []
        for cdef in task_definition.container_definitions:
            c = ecsm.Container(task_definition)
            c.name, c.image = cdef.get("name"), cdef.get("image")
            c.exitCode = ECS["exit_codes"].get(c.name, 0)
            out.append(c)
        self.containers = out
    ecsm.Task.__init__ = tinit
    _dt = ecsm.EC2ContainerServiceBackend.describe_tasks

    def dt(self, *a, **k):
        ts = _dt(self, *a, **k)
        for t in ts:
            st = t.last_status
            for c in t.containers:
                c.last_status = st
            if st == "STOPPED" and not t.stopped_reason:
                t.stopped_reason, t.stop_code = "Essential container in task exited", "EssentialContainerExited"
                t.desired_status = "STOPPED"
        return ts
    ecsm.EC2ContainerServiceBackend.describe_tasks = dt
    import moto.ec2.models.elastic_network_interfaces as eni
    if not hasattr(eni.NetworkInterface, "private_dns_name"):
        eni.NetworkInterface.private_dns_name = ""

    # ---- IAM: evaluate non-S3 actions against the real resource instead of "*"
    import moto.iam.access_control as ac
    _cap = ac.IAMRequestBase.check_action_permitted

    def cap(self, resource):
        rs = [resource]
        if resource == "*":
            try:
                rs = resources(self._service, self._action.split(":")[1], self._path, self._body, self._data)
            except Exception:
                rs = ["*"]
        for r in rs:
            _cap(self, r)
    ac.IAMRequestBase.check_action_permitted = cap


# ---------------------------------------------------------------- IAM resources of a call
def resources(svc, action, path, body, data=None):
    try:
        p = json.loads(body) if body else {}
    except ValueError:
        p = {}
    a = lambda r: f"arn:aws:{svc}:{REG}:{ACC}:{r}"
    if svc == "ecr" and p.get("repositoryName"):
        return [a("repository/" + p["repositoryName"])]
    if svc == "ecs":
        cl = (p.get("cluster") or "default").split("/")[-1]
        s = p.get("service") or p.get("serviceName")
        if p.get("services"):
            return [a(f"service/{cl}/{x.split('/')[-1]}") for x in p["services"]]
        if s:
            return [a(f"service/{cl}/{s.split('/')[-1]}")]
        if action == "RunTask":
            t = p["taskDefinition"]
            return [t if t.startswith("arn:") else a("task-definition/" + (t if ":" in t else t + ":1"))]
        if p.get("tasks") or p.get("task"):
            return [a(f"task/{cl}/{x.split('/')[-1]}") for x in (p.get("tasks") or [p["task"]])]
    if svc == "ssm":
        n = p.get("Name") or p.get("Path")
        if action.endswith(("Parameter", "Parameters", "ByPath")) and (n or p.get("Names")):
            return [a("parameter" + (x if x.startswith("/") else "/" + x)) for x in (p.get("Names") or [n])]
        if action == "SendCommand":
            d = p["DocumentName"]
            return [f"arn:aws:ssm:{REG}::document/{d}" if d.startswith("AWS-") else a("document/" + d)] + \
                   [f"arn:aws:ec2:{REG}:{ACC}:instance/{i}" for i in p.get("InstanceIds", [])]
    if svc == "secretsmanager" and p.get("SecretId"):
        s = p["SecretId"]
        return [s if s.startswith("arn:") else a(f"secret:{s}-AbCdEf")]
    if svc == "logs" and p.get("logGroupName"):
        return [a("log-group:" + p["logGroupName"] + ":*")]
    if svc == "cloudfront":
        m = re.match(r"/2020-05-31/(distribution|function|cache-policy)/([^/?]+)", path or "")
        return [f"arn:aws:cloudfront::{ACC}:{m[1]}/{m[2]}" if m else "*"]
    if svc == "apprunner":
        return [p.get("ServiceArn") or p.get("VpcConnectorArn") or p.get("AutoScalingConfigurationArn") or "*"]
    if svc == "s3":
        b, _, k = (path or "/").split("?")[0].lstrip("/").partition("/")
        return [f"arn:aws:s3:::{b}/{unquote(k)}" if k else f"arn:aws:s3:::{b}"]
    return ["*"]


# ---------------------------------------------------------------- App Runner (JSON 1.0)
def apprunner(action, p):
    now = time.time()

    def err(msg, t="ResourceNotFoundException"):
        return 400, {"__type": t, "message": msg}
    K = {"AutoScalingConfiguration": "autoscalingconfiguration", "VpcConnector": "vpcconnector", "Service": "service",
         "ObservabilityConfiguration": "observabilityconfiguration", "Connection": "connection"}
    m = re.match(r"(Create|Describe|Delete|Update|Pause|Resume)(%s)$" % "|".join(K), action)
    if m:
        verb, kind = m.groups()
        arnkey = kind + "Arn"
        if verb == "Create":
            name = p.get(kind + "Name") or p.get("ServiceName")
            i = rid()
            arn = f"arn:aws:apprunner:{REG}:{ACC}:{K[kind]}/{name}/" + (i if kind == "Service" else "1/" + i)
            o = {**p, arnkey: arn, "CreatedAt": now, "Status": "ACTIVE"}
            o.pop("Tags", None)
            if kind == "Service":
                arnasc = p.get("AutoScalingConfigurationArn") or f"arn:aws:apprunner:{REG}:{ACC}:autoscalingconfiguration/DefaultConfiguration/1/" + "0" * 31 + "1"
                o.update(ServiceId=i, ServiceUrl=f"{i}.{REG}.awsapprunner.com", Status="RUNNING", UpdatedAt=now,
                         AutoScalingConfigurationSummary={"AutoScalingConfigurationArn": arnasc, "AutoScalingConfigurationName": arnasc.split("/")[1], "AutoScalingConfigurationRevision": 1})
                o.setdefault("InstanceConfiguration", {})
                o["InstanceConfiguration"] = {"Cpu": "1024", "Memory": "2048", **o["InstanceConfiguration"]}
                o.setdefault("HealthCheckConfiguration", {"Protocol": "TCP", "Path": "/", "Interval": 5, "Timeout": 2, "HealthyThreshold": 1, "UnhealthyThreshold": 5})
                o.setdefault("NetworkConfiguration", {})
                o["NetworkConfiguration"] = {"EgressConfiguration": {"EgressType": "DEFAULT"}, "IngressConfiguration": {"IsPubliclyAccessible": True}, "IpAddressType": "IPV4", **o["NetworkConfiguration"]}
                o["_ops"] = []
                op(o, "CREATE_SERVICE")
            else:
                if kind == "AutoScalingConfiguration":
                    o["Status"] = "active"
                o.update({kind + "Revision": 1, "Latest": True, "IsDefault": False, "HasAssociatedService": False})
                if kind == "AutoScalingConfiguration":
                    for k, v in (("MaxConcurrency", 100), ("MinSize", 1), ("MaxSize", 25)):
                        o.setdefault(k, v)
            DB["apprunner", kind, arn] = o
            DB["tags", arn] = p.get("Tags", [])
            return 200, {kind: pub(o), "OperationId": rid()}
        o = DB.get(("apprunner", kind, p.get(arnkey)))
        if not o:
            return err(f"{kind} {p.get(arnkey)} not found")
        if verb == "Delete":
            o["Status"] = {"Service": "DELETED", "AutoScalingConfiguration": "inactive"}.get(kind, "INACTIVE")
            return 200, {kind: pub(o), "OperationId": rid()}
        if verb == "Update":
            o.update({k: v for k, v in p.items() if k != arnkey}, UpdatedAt=now)
            return 200, {kind: pub(o), "OperationId": op(o, "UPDATE_SERVICE")}
        if verb in ("Pause", "Resume"):
            o["Status"] = "PAUSED" if verb == "Pause" else "RUNNING"
        return 200, {kind: pub(o), "OperationId": rid()}
    if action == "StartDeployment":
        o = DB.get(("apprunner", "Service", p["ServiceArn"]))
        return (200, {"OperationId": op(o, "START_DEPLOYMENT")}) if o else err("no service")
    if action == "ListOperations":
        o = DB.get(("apprunner", "Service", p["ServiceArn"]))
        return (200, {"OperationSummaryList": o["_ops"]}) if o else err("no service")
    if action == "ListServices":
        return 200, {"ServiceSummaryList": [{k: o[k] for k in ("ServiceName", "ServiceId", "ServiceArn", "ServiceUrl", "Status")} for (s, k_, *_), o in DB.items() if (s, k_) == ("apprunner", "Service") and o["Status"] != "DELETED"]}
    if action == "ListTagsForResource":
        return 200, {"Tags": DB.get(("tags", p["ResourceArn"]), [])}
    if action in ("TagResource", "UntagResource"):
        return 200, {}
    return 400, {"__type": "InvalidRequestException", "message": "motoplus: no " + action}


def op(o, t):
    i = rid()
    o["_ops"].insert(0, {"Id": i, "Type": t, "Status": "SUCCEEDED", "TargetArn": o.get("ServiceArn"), "StartedAt": time.time(), "EndedAt": time.time(), "UpdatedAt": time.time()})
    return i


def pub(o):
    return {k: v for k, v in o.items() if not k.startswith("_")}


# ---------------------------------------------------------------- CloudFront (REST-XML)
NS = 'xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"'
CF = {  # path segment -> (element, config element)
    "cache-policy": ("CachePolicy", "CachePolicyConfig"),
    "origin-request-policy": ("OriginRequestPolicy", "OriginRequestPolicyConfig"),
    "response-headers-policy": ("ResponseHeadersPolicy", "ResponseHeadersPolicyConfig"),
}
MANAGED = {"cache-policy": {"658327ea-f89d-4fab-a63d-7e88639e58f6": "Managed-CachingOptimized", "4135ea2d-6df8-44a3-9df3-4b5a84be39ad": "Managed-CachingDisabled"},
           "origin-request-policy": {"216adef6-5c7f-47e4-b989-5492eafa07d3": "Managed-AllViewer", "b689b0a8-53d0-40ab-baf2-68738e2966ac": "Managed-AllViewerExceptHostHeader"},
           "response-headers-policy": {"67f7725c-6f97-4210-82d7-5512b31e9d03": "Managed-SecurityHeadersPolicy"}}


def inner(tag, xml):
    m = re.search(r"<%s(?: [^>]*)?>(.*?)</%s>" % (tag, tag), xml, re.S)
    return m[1] if m else ""


def cf_err(code, msg, st=404):
    return st, {}, f'<ErrorResponse {NS}><Error><Type>Sender</Type><Code>{code}</Code><Message>{msg}</Message></Error><RequestId>{rid()}</RequestId></ErrorResponse>'


def cloudfront(method, path, qs, body):
    """None = let moto answer."""
    parts = path.split("/")[2:]
    seg, i, tail = parts[0], (parts[1] if len(parts) > 1 else None), (parts[2] if len(parts) > 2 else None)
    if seg in CF:
        el, cfg = CF[seg]

        def one(o, root=el):
            return f"<{root} {NS}><Id>{o['id']}</Id><LastModifiedTime>2026-01-01T00:00:00Z</LastModifiedTime><{cfg}>{o['cfg']}</{cfg}></{root}>"
        if method == "POST":
            o = {"id": str(uuid.uuid4()), "cfg": inner(cfg, body), "etag": rid()[:14].upper()}
            DB["cf", seg, o["id"]] = o
            return 201, {"ETag": o["etag"], "Location": path + "/" + o["id"]}, one(o)
        if method == "GET" and not i:
            allp = [o for (s, k, *_), o in list(DB.items()) if (s, k) == ("cf", seg)]
            man = [{"id": a, "cfg": f"<Name>{b}</Name><MinTTL>0</MinTTL>"} for a, b in MANAGED[seg].items()]
            items = "".join(f"<{el}Summary><Type>{t}</Type>{one(o).replace(' ' + NS, '')}</{el}Summary>" for t, l in (("custom", allp), ("managed", man)) for o in l)
            n = len(allp) + len(man)
            return 200, {}, f"<{el}List {NS}><MaxItems>100</MaxItems><Quantity>{n}</Quantity><Items>{items}</Items></{el}List>"
        o = DB.get(("cf", seg, i))
        if not o and i in MANAGED[seg]:
            o = {"id": i, "cfg": f"<Name>{MANAGED[seg][i]}</Name><MinTTL>0</MinTTL>", "etag": "E"}
        if not o:
            return cf_err("NoSuch" + el, "not found")
        if method == "PUT":
            o["cfg"], o["etag"] = inner(cfg, body), rid()[:14].upper()
        if method == "DELETE":
            DB.pop(("cf", seg, i))
            return 204, {}, ""
        return 200, {"ETag": o["etag"]}, (f"<{cfg} {NS}>{o['cfg']}</{cfg}>" if tail == "config" else one(o))
    if seg == "function":
        def summ(o):
            return (f"<FunctionSummary {NS}><Name>{o['name']}</Name><Status>{o['status']}</Status><FunctionConfig>{o['cfg']}</FunctionConfig><FunctionMetadata>"
                    f"<FunctionARN>arn:aws:cloudfront::{ACC}:function/{o['name']}</FunctionARN><Stage>{o['stage']}</Stage><CreatedTime>2026-01-01T00:00:00Z</CreatedTime><LastModifiedTime>2026-01-01T00:00:00Z</LastModifiedTime></FunctionMetadata></FunctionSummary>")
        if method == "POST" and not i:
            n = inner("Name", body)
            if ("cf", "function", n) in DB:
                return cf_err("FunctionAlreadyExists", n, 409)
            o = {"name": n, "cfg": inner("FunctionConfig", body), "code": inner("FunctionCode", body), "status": "UNPUBLISHED", "stage": "DEVELOPMENT", "etag": rid()[:14].upper()}
            DB["cf", "function", n] = o
            return 201, {"ETag": o["etag"], "Location": path + "/" + n}, summ(o)
        if method == "GET" and not i:
            fs = [o for (s, k, *_), o in list(DB.items()) if (s, k) == ("cf", "function")]
            return 200, {}, f"<FunctionList {NS}><MaxItems>100</MaxItems><Quantity>{len(fs)}</Quantity><Items>{''.join(summ(o) for o in fs)}</Items></FunctionList>"
        o = DB.get(("cf", "function", i))
        if not o:
            return cf_err("NoSuchFunctionExists", "not found")
        live = qs.get("Stage", [""])[0] == "LIVE"
        if live and "live" not in o:
            return cf_err("NoSuchFunctionExists", "not published")
        if method == "POST" and tail == "publish":
            o["live"], o["status"] = o["code"], "DEPLOYED"
            return 200, {}, summ({**o, "stage": "LIVE"})
        if method == "PUT":
            o.update(cfg=inner("FunctionConfig", body), code=inner("FunctionCode", body), status="UNPUBLISHED", etag=rid()[:14].upper())
        if method == "DELETE":
            DB.pop(("cf", "function", i))
            return 204, {}, ""
        if tail == "describe" or method == "PUT":
            return 200, {"ETag": o["etag"], **({"ETtag": o["etag"]} if method == "PUT" else {})}, summ({**o, "stage": "LIVE" if live else "DEVELOPMENT"})
        code = base64.b64decode(o["live"] if live else o["code"])
        return 200, {"ETag": o["etag"], "Content-Type": "application/octet-stream"}, code
    return None


def merge_defaults(cfg, moto_cfg):
    """AWS returns every top-level element; add moto's where the request left one out."""
    import xml.etree.ElementTree as ET
    strip = lambda t: t.split("}")[-1]
    have = {strip(e.tag) for e in ET.fromstring(f"<r>{cfg}</r>")}
    for e in ET.fromstring(f"<r>{moto_cfg}</r>"):
        if strip(e.tag) not in have:
            cfg += ET.tostring(e, encoding="unicode")
    return cfg


# ---------------------------------------------------------------- middleware
class App(DomainDispatcherApplication):
    def __call__(self, env, start):
        path, method = env.get("PATH_INFO", ""), env["REQUEST_METHOD"]
        auth = env.get("HTTP_AUTHORIZATION", "")
        m = re.search(r"Credential=([^/]+)/\d+/([^/]+)/([^/]+)/", auth)
        key, svc = (m[1], m[3]) if m else ("", "")
        target = env.get("HTTP_X_AMZ_TARGET", "").split(".")[-1]
        qs = parse_qs(env.get("QUERY_STRING", ""), keep_blank_values=True)
        body = None

        def read():
            nonlocal body
            if body is None:
                body = env["wsgi.input"].read(int(env.get("CONTENT_LENGTH") or 0))
                env["wsgi.input"] = io.BytesIO(body)
            return body

        def send(status, headers, out):
            out = out if isinstance(out, bytes) else (out if isinstance(out, str) else json.dumps(out)).encode()
            h = {"x-amzn-RequestId": rid(), "Content-Length": str(len(out)), **headers}
            start(f"{status} X", list(h.items()))
            return [out]
        if path.startswith("/_emulator/"):
            if path == "/_emulator/ecs":
                ECS.update(json.loads(read() or b"{}"))
                return send(200, {}, ECS)
            if path.endswith("/reset"):
                CALLS.clear()
            return send(200, {"Content-Type": "application/json"}, [{"service": s, "action": a, "resources": r, "access_key": k} for s, a, r, k in CALLS])
        if path == "/moto-api/reset":
            DB.clear(); CALLS.clear()
            ECS.update(fail_images=[], exit_codes={}, slow=0)
        if svc and svc != "s3":
            read()
            act = target or (parse_qs(body.decode("latin1")).get("Action", [""])[0] if body[:400].find(b"Action=") >= 0 else f"{method} {path}")
            try:
                res = resources(svc, act, path, body)
            except Exception:
                res = ["*"]
        elif svc:
            act, res = method, resources("s3", "", path, b"")
        if svc:
            CALLS.append((svc, act, res, key))
        J = {"Content-Type": "application/x-amz-json-1.0"}
        if svc == "apprunner":
            with LOCK:
                st, o = apprunner(target, json.loads(read() or b"{}"))
            return send(st, J, o)
        if svc == "application-autoscaling" and target == "ListTagsForResource":
            return send(200, J, {"Tags": {}})
        if svc == "budgets":
            if target == "ListTagsForResource":
                return send(200, J, {"ResourceTags": []})
            p = json.loads(read() or b"{}")
            if target == "CreateBudget":
                for n in p.get("NotificationsWithSubscribers", []):
                    DB["sub", p["Budget"]["BudgetName"], json.dumps(n["Notification"].get("Threshold"))] = n["Subscribers"]
            if target == "CreateNotification":
                DB["sub", p["BudgetName"], json.dumps(p["Notification"].get("Threshold"))] = p["Subscribers"]
            if target == "DescribeSubscribersForNotification":
                return send(200, J, {"Subscribers": DB.get(("sub", p["BudgetName"], json.dumps(p["Notification"].get("Threshold"))), [])})
        if svc == "s3" and method == "PUT" and not checksum_ok(env, read):
            return send(400, {"Content-Type": "application/xml"}, "<Error><Code>BadDigest</Code><Message>The checksum you specified did not match what we received.</Message></Error>")
        if svc == "elasticache" and (b"CacheParameter" in read() or b"parametergroup" in body):
            r = cache_params({k: v[0] for k, v in parse_qs(body.decode()).items()})
            if r:
                return send(r[0], {"Content-Type": "text/xml"}, r[1])
        if svc == "codedeploy" and target in ("DeleteDeploymentGroup", "DeleteApplication"):
            from moto.codedeploy.models import codedeploy_backends
            b, p = codedeploy_backends[ACC][REG], json.loads(read())
            if target == "DeleteApplication":
                b.applications.pop(p["applicationName"], None)
            else:
                b.deployment_groups.get(p["applicationName"], {}).pop(p["deploymentGroupName"], None)
            return send(200, J, {})
        if svc == "codedeploy":
            return self.rewrite(env, start, lambda b, st: re.sub(rb'"(createTime|completeTime|startTime)": "(\d{4}-[^"]+)"', lambda m_: b'"%s": %.3f' % (m_[1], iso(m_[2].decode())), b))
        if svc == "autoscaling" and b"DescribePolicies" in read():
            return self.rewrite(env, start, lambda b, st: re.sub(rb"<PredictiveScalingConfiguration>.*?</PredictiveScalingConfiguration>|<PredictiveScalingConfiguration ?/>", b"", b, flags=re.S).replace(b"</PolicyARN>", b"</PolicyARN><Enabled>true</Enabled>"))
        if svc == "cloudfront":
            xml = read().decode()
            with LOCK:
                r = cloudfront(method, path, qs, xml)
            if r:
                st, h, o = r
                return send(st, {"Content-Type": "text/xml", **h}, o)
            mm = re.match(r"/2020-05-31/distribution(?:/([^/]+))?(?:/config)?$", path)
            if mm:
                want = inner("DistributionConfig", xml) if method in ("POST", "PUT") else None

                def fix(b, st):
                    s = b.decode()
                    if st >= 300:
                        return b
                    i = mm[1] or inner("Id", s)
                    if want is not None:
                        DB["cf", "dist", i] = want
                    c = DB.get(("cf", "dist", i))
                    if c and method != "DELETE" and (mm[1] or method == "POST"):
                        c = merge_defaults(c, inner("DistributionConfig", s))
                        s = re.sub(r"<DistributionConfig( [^>]*)?>.*</DistributionConfig>", lambda x: f"<DistributionConfig{x[1] or ''}>{c}</DistributionConfig>", s, flags=re.S)
                    return s.encode()
                return self.rewrite(env, start, fix)
        return super().__call__(env, start)

    def rewrite(self, env, start, fn):
        box = {}

        def cap(status, headers, exc=None):
            box["s"], box["h"] = status, headers
        raw = b"".join(super().__call__(env, cap))
        out = fn(raw, int(box["s"].split()[0]))
        start(box["s"], [(k, v) for k, v in box["h"] if k.lower() != "content-length"] + [("Content-Length", str(len(out)))])
        return [out]


def cache_params(p):
    act, n = p["Action"], p.get("CacheParameterGroupName", "")
    if act == "ListTagsForResource":
        return 200, f'<{act}Response xmlns="http://elasticache.amazonaws.com/doc/2015-02-02/"><{act}Result><TagList/></{act}Result></{act}Response>'
    if n.startswith("default.") or act not in ("CreateCacheParameterGroup", "DescribeCacheParameterGroups", "ModifyCacheParameterGroup", "ResetCacheParameterGroup", "DescribeCacheParameters", "DeleteCacheParameterGroup"):
        return None
    key = ("ecpg", n)

    def ok(x, wrap=True):
        return 200, f'<{act}Response xmlns="http://elasticache.amazonaws.com/doc/2015-02-02/">' + (f"<{act}Result>{x}</{act}Result>" if wrap else "") + f"<ResponseMetadata><RequestId>{rid()}</RequestId></ResponseMetadata></{act}Response>"
    if act == "CreateCacheParameterGroup":
        DB[key] = {"fam": p["CacheParameterGroupFamily"], "desc": p.get("Description", ""), "ps": {}}
    o = DB.get(key)
    if not o:
        return 404, f"<ErrorResponse><Error><Type>Sender</Type><Code>CacheParameterGroupNotFound</Code><Message>CacheParameterGroup {n} not found.</Message></Error><RequestId>{rid()}</RequestId></ErrorResponse>"
    g = f"<CacheParameterGroup><CacheParameterGroupName>{n}</CacheParameterGroupName><CacheParameterGroupFamily>{o['fam']}</CacheParameterGroupFamily><Description>{o['desc']}</Description><IsGlobal>false</IsGlobal><ARN>arn:aws:elasticache:{REG}:{ACC}:parametergroup:{n}</ARN></CacheParameterGroup>"
    names = {k: v for k, v in p.items() if k.endswith(".ParameterName")}
    if act.startswith(("Modify", "Reset")):
        for k, v in names.items():
            if act.startswith("Reset"):
                o["ps"].pop(v, None)
            else:
                o["ps"][v] = p[k[:-len("ParameterName")] + "ParameterValue"]
        return ok(f"<CacheParameterGroupName>{n}</CacheParameterGroupName>")
    if act == "DescribeCacheParameters":
        return ok("<Parameters>" + "".join(f"<Parameter><ParameterName>{k}</ParameterName><ParameterValue>{v}</ParameterValue><Source>user</Source></Parameter>" for k, v in o["ps"].items()) + "</Parameters>")
    if act.startswith("Delete"):
        DB.pop(key)
        return ok("", False)
    return ok(g if act.startswith("Create") else f"<CacheParameterGroups>{g}</CacheParameterGroups>")


def iso(s):
    from datetime import datetime, timezone
    return datetime.fromisoformat(s.replace("Z", "+00:00")).replace(tzinfo=timezone.utc).timestamp()


def checksum_ok(env, read):
    if "STREAMING" in env.get("HTTP_X_AMZ_CONTENT_SHA256", "") or env.get("HTTP_TRANSFER_ENCODING"):
        return True
    import zlib
    for h, f in (("HTTP_X_AMZ_CHECKSUM_SHA256", lambda b: hashlib.sha256(b).digest()), ("HTTP_X_AMZ_CHECKSUM_SHA1", lambda b: hashlib.sha1(b).digest()),
                 ("HTTP_X_AMZ_CHECKSUM_CRC32", lambda b: zlib.crc32(b).to_bytes(4, "big")), ("HTTP_CONTENT_MD5", lambda b: hashlib.md5(b).digest())):
        if h in env and env[h] != base64.b64encode(f(read())).decode():
            return False
    return True


if __name__ == "__main__":
    patch()
    port = int(sys.argv[1])
    os.environ["MOTO_PORT"] = str(port)
    from werkzeug.serving import run_simple, WSGIRequestHandler
    if os.environ.get("KEEPALIVE"):
        WSGIRequestHandler.protocol_version = "HTTP/1.1"
    if os.environ.get("QUIET"):
        WSGIRequestHandler.log_request = lambda *a, **k: None
    run_simple("127.0.0.1", port, App(create_backend_app), threaded=True)
