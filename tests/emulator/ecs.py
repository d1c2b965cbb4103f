"""ECS: services whose rollouts converge or fail, and tasks that end as they are told."""

from __future__ import annotations

import uuid

from moto.core.utils import utcnow
from moto.ecs import models
from moto.ecs.responses import EC2ContainerServiceResponse

from emulator.account import new_id
from emulator.knobs import Knobs
from emulator.patching import around

# slow: how often a service is described before its rollout goes on.
# fail_images: parts of image names whose tasks fail to start.
# exit_codes: exit code of a task's container by its name; 0 where none is named.
KNOBS = Knobs(slow=0, fail_images=[], exit_codes={})

# moto stores none of these, and the provider finds a difference in each; a capacity provider strategy even replaces the service.
_STORED = (
    "availabilityZoneRebalancing",
    "capacityProviderStrategy",
    "deploymentConfiguration",
    "enableECSManagedTags",
    "enableExecuteCommand",
    "healthCheckGracePeriodSeconds",
    "placementConstraints",
    "placementStrategy",
)

# The circuit breaker's least number of failures: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
_BREAKER = 3


def patch() -> None:
    """Changes moto's ECS."""
    _store_what_was_asked()
    _roll_out()
    _run_tasks()


def _store_what_was_asked() -> None:
    for operation in ("create_service", "update_service"):
        @around(EC2ContainerServiceResponse, operation)
        def with_settings(original, self):
            answer = original(self)
            service = answer.result["service"]
            for name in _STORED:
                value = self._get_param(name)
                if value is not None:
                    setattr(service, name, value)
            return answer

    @around(models.Service, "__init__")
    def init(original, self, *args, **kwargs):
        original(self, *args, **kwargs)
        self.availabilityZoneRebalancing = "DISABLED"
        self.deploymentConfiguration = {"maximumPercent": 200, "minimumHealthyPercent": 100}
        self.steps = 0
        for deployment in self.deployments:
            self.running_count, self.pending_count = 0, self.desired_count
            deployment.update(rolloutState="IN_PROGRESS", rolloutStateReason=f"ECS deployment {deployment['id']} in progress.", runningCount=0, pendingCount=self.desired_count)


def _roll_out() -> None:
    # moto's UpdateService changes the service's task definition and leaves its one deployment as it was, with the old one, for ever.
    @around(models.EC2ContainerServiceBackend, "update_service")
    def update_service(original, self, properties):
        properties = dict(properties)
        service = self._get_service(properties.get("cluster", "default"), properties["service"].split("/")[-1])
        before = service.task_definition
        if definition := properties.get("task_definition"):
            # AWS answers the ARN, also when it was asked for family:revision.
            properties["task_definition"] = self.describe_task_definition(definition).arn
        is_new = properties.get("force_new_deployment") or properties.get("task_definition", before) != before
        counts = service.running_count, service.pending_count
        service = original(self, {**properties, "force_new_deployment": False})
        if properties.get("desired_count") is not None:
            for deployment in service.deployments[:1]:
                deployment.update(desiredCount=service.desired_count, runningCount=service.desired_count, pendingCount=0)
        else:
            service.running_count, service.pending_count = counts
        if is_new and service.deployments:
            _start_deployment(service)
        return service

    @around(models.EC2ContainerServiceBackend, "describe_services")
    def describe_services(original, self, *args, **kwargs):
        found, failures = original(self, *args, **kwargs)
        for service in found:
            _step(service)
        return found, failures


def _start_deployment(service) -> None:
    replaced = service.deployments[0]
    replaced["status"] = "ACTIVE"
    name = f"ecs-svc/{uuid.uuid4().int % 10**18}"
    started = {
        **replaced,
        "id": name,
        "status": "PRIMARY",
        "taskDefinition": service.task_definition,
        "rolloutState": "IN_PROGRESS",
        "rolloutStateReason": f"ECS deployment {name} in progress.",
        "desiredCount": service.desired_count,
        "runningCount": 0,
        "pendingCount": service.desired_count,
        "failedTasks": 0,
        "createdAt": utcnow(),
        "updatedAt": utcnow(),
    }
    service.deployments = [started, replaced]
    service.steps = 0


def _step(service) -> None:
    """One describe is one step of the rollout: no clock, so a test waits for nothing."""
    if service.deployment_controller.get("type") != "ECS" or service.status != "ACTIVE" or not service.deployments:
        return
    deployment = service.deployments[0]
    if deployment["rolloutState"] != "IN_PROGRESS":
        return
    service.steps += 1
    if service.steps <= KNOBS["slow"]:
        return
    definition = service._backend.describe_task_definition(deployment["taskDefinition"])
    if any(part in (container.get("image") or "") for container in definition.container_definitions for part in KNOBS["fail_images"]):
        _fail_a_task(service, deployment)
    else:
        _complete(service, deployment, f"ECS deployment {deployment['id']} completed.")
        service.deployments = [deployment]
        _tell(service, "has reached a steady state.")


def _fail_a_task(service, deployment) -> None:
    deployment["failedTasks"] += 1
    _tell(service, "was unable to start a task: the container's image ends at once.")
    breaker = service.deploymentConfiguration.get("deploymentCircuitBreaker") or {}
    if not breaker.get("enable") or deployment["failedTasks"] < _BREAKER:
        return
    deployment.update(rolloutState="FAILED", rolloutStateReason="ECS deployment circuit breaker: tasks failed to start.", runningCount=0, pendingCount=0)
    if breaker.get("rollback") and len(service.deployments) > 1:
        previous = service.deployments[1]
        deployment["status"] = "INACTIVE"
        _complete(service, previous, f"ECS deployment circuit breaker: rolling back to deploymentId {previous['id']}.")
        previous["status"] = "PRIMARY"
        service.task_definition = previous["taskDefinition"]
        service.deployments = [previous, deployment]


def _complete(service, deployment, reason: str) -> None:
    count = service.desired_count
    deployment.update(rolloutState="COMPLETED", rolloutStateReason=reason, desiredCount=count, runningCount=count, pendingCount=0, updatedAt=utcnow())
    service.running_count, service.pending_count = count, 0


def _tell(service, message: str) -> None:
    service.events.insert(0, {"id": new_id(), "createdAt": utcnow(), "message": f"(service {service.name}) {message}"})


def _run_tasks() -> None:
    # A Fargate task's memory may be the task's alone; moto wants it of every container, else RunTask answers 500.
    @around(models.EC2ContainerServiceBackend, "_calculate_task_resource_requirements")
    def calculate(original, definition):
        unbounded = [each for each in definition.container_definitions if each.get("memory") is None and each.get("memoryReservation") is None]
        for container in unbounded:
            container["memoryReservation"] = 0
        try:
            return original(definition)
        finally:
            for container in unbounded:
                del container["memoryReservation"]

    # moto runs the first container only, and it ends with 0.
    @around(models.Task, "__init__")
    def init(original, self, cluster, task_definition, *args, **kwargs):
        original(self, cluster, task_definition, *args, **kwargs)
        self.containers = [_container(task_definition, each) for each in task_definition.container_definitions]

    @around(models.EC2ContainerServiceBackend, "describe_tasks")
    def describe_tasks(original, self, *args, **kwargs):
        tasks = original(self, *args, **kwargs)
        for task in tasks:
            for container in task.containers:
                container.last_status = task.last_status
                container.exitCode = KNOBS["exit_codes"].get(container.name, 0) if task.last_status == "STOPPED" else None
            if task.last_status == "STOPPED" and not task.stopped_reason:
                task.desired_status = "STOPPED"
                task.stopped_reason, task.stop_code = "Essential container in task exited", "EssentialContainerExited"
        return tasks


def _container(task_definition, definition):
    container = models.Container(task_definition)
    container.name, container.image = definition.get("name"), definition.get("image")
    return container
